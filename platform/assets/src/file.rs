//! One embedded file.

use std::io::Write;
use std::sync::{Arc, OnceLock};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::content_type::content_type;

pub(crate) struct File {
    pub(crate) path: &'static str,
    pub(crate) bytes: &'static [u8],
    gzip: OnceLock<Option<Arc<[u8]>>>,
}

impl File {
    pub(crate) const fn new(path: &'static str, bytes: &'static [u8]) -> Self {
        Self { path, bytes, gzip: OnceLock::new() }
    }

    /// The compressed form, made the first time. None where it would not help.
    pub(crate) fn gzip(&self) -> Option<Arc<[u8]>> {
        self.gzip.get_or_init(|| self.compress()).clone()
    }

    fn compress(&self) -> Option<Arc<[u8]>> {
        let (_, text) = content_type(self.path);
        if !text {
            return None;
        }
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(self.bytes).ok()?;
        let smaller = encoder.finish().ok().filter(|gzip| gzip.len() < self.bytes.len())?;
        Some(smaller.into())
    }
}
