//! The embedded tree and looking up in it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::content_type::content_type;
use crate::file::File;

// Written by `build/table.rs`: `static FILES: [File; N]`.
include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// An embedded file, ready to be sent.
pub struct Asset {
    /// The file as it is.
    pub bytes: Cow<'static, [u8]>,
    /// The file compressed, when it is text and gets smaller by it.
    pub gzip: Option<Arc<[u8]>>,
    /// The value of the Content-Type header.
    pub content_type: &'static str,
}

/// The file at `path`, which is what an address has after [`prefix`](crate::prefix) and a slash.
pub fn find(path: &str) -> Option<Asset> {
    let place = FILES.binary_search_by_key(&path, |file| file.path).ok()?;
    let file = &FILES[place];
    let (content_type, _) = content_type(path);
    Some(Asset { bytes: Cow::Borrowed(file.bytes), gzip: file.gzip(), content_type })
}

#[cfg(test)]
#[path = "tree_tests.rs"]
mod tests;
