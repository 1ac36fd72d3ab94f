//! Pages that are the same for everybody until the program is replaced.

use std::sync::OnceLock;

use askama::Template;
use axum::body::Bytes;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use i18n::Language;

use crate::Failure;
use crate::page::HTML;

/// A page rendered once per language: `static PAGE: Fixed = Fixed::new();`.
pub struct Fixed {
    danish: OnceLock<Bytes>,
    english: OnceLock<Bytes>,
}

impl Default for Fixed {
    fn default() -> Self {
        Self::new()
    }
}

impl Fixed {
    /// Nothing rendered yet.
    pub const fn new() -> Self {
        Self { danish: OnceLock::new(), english: OnceLock::new() }
    }

    /// The page in this language, rendered by `make` the first time.
    pub fn page<T: Template>(&self, language: Language, make: impl FnOnce() -> T) -> Result<Response, Failure> {
        let kept = match language {
            Language::Danish => &self.danish,
            Language::English => &self.english,
        };
        let html = if let Some(html) = kept.get() {
            html.clone()
        } else {
            let html = make().render().map_err(Failure::fault)?;
            kept.get_or_init(|| html.into()).clone()
        };
        let headers = [(CONTENT_TYPE, HTML), (CACHE_CONTROL, HeaderValue::from_static("no-cache"))];
        Ok((headers, html).into_response())
    }
}
