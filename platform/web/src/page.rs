//! Turning a template into an answer.

use askama::Template;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::Failure;

pub(crate) const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// Most pages are shorter than this, in bytes; a longer one only has to grow.
const MOST_PAGES: usize = 96 * 1024;

/// A page of this visitor, which nobody keeps a copy of.
pub fn page(template: &impl Template) -> Result<Response, Failure> {
    page_with(StatusCode::OK, template)
}

/// A page with a status of its own, such as a form that is shown again with what to mend.
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<Response, Failure> {
    let mut html = String::with_capacity(MOST_PAGES);
    template.render_into(&mut html).map_err(Failure::fault)?;
    let headers = [(CONTENT_TYPE, HTML), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((status, headers, html).into_response())
}

/// A file to keep, under a name without spaces.
pub fn download(content_type: &'static str, name: &str, bytes: impl Into<Body>) -> Response {
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    let disposition = disposition.unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CONTENT_DISPOSITION, disposition),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, bytes.into()).into_response()
}
