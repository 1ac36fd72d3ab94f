//! Reading a posted form.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use percent_encoding::percent_decode;

use crate::{Failure, Refusal};

const FORM: &str = "application/x-www-form-urlencoded";

/// The names and values of a form, in the order of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairs(pub Vec<(String, String)>);

impl Pairs {
    /// Reads `a=1&b=2`; `None` when it is not text.
    pub fn read(encoded: &[u8]) -> Option<Self> {
        let pairs = encoded.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
        pairs.map(read_pair).collect::<Option<_>>().map(Self)
    }

    /// The first value under this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether the name stands in the form at all, as a pressed button does.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

fn read_pair(pair: &[u8]) -> Option<(String, String)> {
    let mut halves = pair.splitn(2, |byte| *byte == b'=');
    let name = decode(halves.next().unwrap_or_default())?;
    let value = decode(halves.next().unwrap_or_default())?;
    Some((name, value))
}

fn decode(encoded: &[u8]) -> Option<String> {
    if !encoded.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return std::str::from_utf8(encoded).ok().map(str::to_owned);
    }
    let spaced: Vec<u8> = encoded.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_decode(&spaced).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// A posted form: `Form(pairs): Form`. Refuses other kinds of body, bodies that are too large, and text that is broken.
pub struct Form(pub Pairs);

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        if !is_form(request.headers()) {
            return Err(Refusal::WrongKind.into());
        }
        let body = Bytes::from_request(request, state).await.map_err(|rejection| unread(&rejection))?;
        Pairs::read(&body).map(Self).ok_or(Failure::Refused(Refusal::Unreadable))
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(FORM))
}

pub(crate) fn unread(rejection: &BytesRejection) -> Failure {
    Refusal::of(rejection.status()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_in_order_and_with_repeated_names() {
        let pairs = Pairs::read(b"driver=citizens&driver=other&note=bl%C3%A5+himmel&next=").unwrap();
        assert_eq!(pairs.0.len(), 4);
        assert_eq!(pairs.get("note"), Some("blå himmel"));
        assert!(pairs.has("next"));
    }

    #[test]
    fn broken_text_is_no_form() {
        assert_eq!(Pairs::read(b"a=%FF%FE"), None);
        assert_eq!(Pairs::read(b"\xff=1"), None);
        assert_eq!(Pairs::read(b""), Some(Pairs::default()));
    }
}
