//! Who asks for what, in which language.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use i18n::Language;
use ui::Shell;

/// One request for a page.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The language of the address.
    pub language: Language,
    path: String,
    cookies: Option<String>,
}

impl Visit {
    /// The shell of the page that was asked for.
    pub fn shell(&self, title: impl Into<String>) -> Shell {
        Shell::new(self.language, self.path.clone(), title)
    }

    /// The address of another page in the language of this visit.
    pub fn to(&self, path: &str) -> String {
        self.language.path(path)
    }

    /// The value of a cookie as it was sent.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let cookies = self.cookies.as_deref()?;
        cookies.split(';').filter_map(|pair| pair.trim().split_once('=')).find(|(key, _)| *key == name).map(|(_, v)| v)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let asked = uri.path_and_query().map_or("/", |path| path.as_str());
        let (language, path) = split(asked);
        Ok(Self { language, path: path.to_owned(), cookies: cookies(&parts.headers) })
    }
}

/// The language of an address, and the rest of it.
pub(crate) fn split(asked: &str) -> (Language, &str) {
    let prefix = Language::English.prefix();
    match asked.strip_prefix(prefix) {
        Some("") => (Language::English, "/"),
        Some(rest) if rest.starts_with('/') => (Language::English, rest),
        Some(rest) if rest.starts_with('?') => (Language::English, rest),
        _ => (Language::Danish, asked),
    }
}

fn cookies(headers: &HeaderMap) -> Option<String> {
    headers.get(COOKIE)?.to_str().ok().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_its_language() {
        assert_eq!(split("/test?a=1"), (Language::Danish, "/test?a=1"));
        assert_eq!(split("/en/test"), (Language::English, "/test"));
        assert_eq!(split("/en"), (Language::English, "/"));
        assert_eq!(split("/enheder"), (Language::Danish, "/enheder"));
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let visit = Visit { language: Language::Danish, path: "/".into(), cookies: Some("a=1; test=v1~x; b=2".into()) };
        assert_eq!(visit.cookie("test"), Some("v1~x"));
        assert_eq!(visit.cookie("c"), None);
    }
}
