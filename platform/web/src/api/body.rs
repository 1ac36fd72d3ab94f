//! Reading a JSON body, and saying which field of it does not fit.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use i18n::{Language, t};
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::error::{ApiError, ApiProblem};
use super::query::spoken;
use crate::form::unread;
use crate::{Failure, Refusal};

/// A JSON body: `Api(value): Api<T>`.
pub struct Api<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Api<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("application/json") {
            return Err(Refusal::WrongKind.into());
        }
        let language = spoken(request.uri().query());
        let body = Bytes::from_request(request, state).await.map_err(|rejection| unread(&rejection))?;
        let read = read(&body).map_err(|unfit| problem(&unfit, language));
        Ok(Self(read.map_err(|problem| ApiError::new(Refusal::Unreadable, language, vec![problem]))?))
    }
}

type Unfit = serde_path_to_error::Error<serde_json::Error>;

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Unfit> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut json)?;
    let nowhere = serde_path_to_error::Track::new().path();
    json.end().map_err(|trailing| Unfit::new(nowhere, trailing))?;
    Ok(value)
}

fn problem(unfit: &Unfit, language: Language) -> ApiProblem {
    let cause = unfit.inner();
    if cause.classify() != Category::Data {
        let message = t!(language, "api-not-json", line = cause.line(), column = cause.column());
        return ApiProblem::new("", "not_json", message);
    }
    let said = cause.to_string();
    let place = unfit.path().to_string();
    if let Some(field) = named(&said, "missing field `") {
        return ApiProblem::new(field, "missing", t!(language, "api-missing", field = field));
    }
    if let Some(field) = named(&said, "duplicate field `") {
        return ApiProblem::new(field, "twice", t!(language, "api-twice", field = field));
    }
    if unfit.path().iter().next().is_none() {
        return ApiProblem::new("", "wrong_type", t!(language, "api-not-object"));
    }
    let mut problem = ApiProblem::new(&place, "wrong_type", String::new());
    problem.message = t!(language, "api-wrong-type", field = problem.field.as_str(), kind = kind(&said, language));
    problem
}

/// The field that a message names after these words.
fn named<'a>(said: &'a str, words: &str) -> Option<&'a str> {
    said.strip_prefix(words)?.split('`').next()
}

/// What a field should hold. The reader's own word for it comes last in its message, behind what was sent.
fn kind(said: &str, language: Language) -> String {
    let expected = said.rsplit_once("expected ").map_or("", |(_, expected)| expected);
    match expected.split(" at ").next() {
        Some("a string") => t!(language, "api-kind-text"),
        Some("a boolean") => t!(language, "api-kind-truth"),
        Some("a sequence") => t!(language, "api-kind-list"),
        Some("a map") => t!(language, "api-kind-object"),
        _ => t!(language, "api-kind-described"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only whether it can be read is tested")]
    struct Body {
        name: String,
        sure: bool,
        answers: BTreeMap<String, Vec<String>>,
    }

    fn problem_of(body: &str) -> (String, String, String) {
        let problem = problem(&read::<Body>(body.as_bytes()).unwrap_err(), Language::English);
        (problem.field, problem.code, problem.message)
    }

    #[test]
    fn what_does_not_fit_is_named_with_what_would() {
        for (body, field, code, said) in [
            ("{", "", "not_json", "line 1"),
            (r#"{"name":"a","sure":true,"answers":{}} x"#, "", "not_json", "line 1"),
            ("[]", "", "wrong_type", "JSON object"),
            ("7", "", "wrong_type", "JSON object"),
            (r#"{"name":"a","answers":{}}"#, "sure", "missing", "sure"),
            (r#"{"name":"a","name":"a"}"#, "name", "twice", "name"),
            (r#"{"name":7}"#, "name", "wrong_type", "must be text"),
            (r#"{"name":"a","sure":"expected a string"}"#, "sure", "wrong_type", "must be true or false"),
            (r#"{"name":"a","answers":[]}"#, "answers", "wrong_type", "must be an object"),
            (r#"{"name":"a","answers":{"b":"c"}}"#, "answers.b", "wrong_type", "must be a list"),
            (r#"{"name":"a","answers":{"b":["c",null]}}"#, "answers.b[1]", "wrong_type", "must be text"),
        ] {
            let (found, named, message) = problem_of(body);
            assert_eq!((found.as_str(), named.as_str()), (field, code), "{body}: {message}");
            assert!(message.contains(said), "{body}: {message}");
        }
    }

    #[test]
    fn a_giant_name_is_not_repeated() {
        let body = format!(r#"{{"answers":{{"{}":7}}}}"#, "x".repeat(10_000));
        let (field, _, message) = problem_of(&body);
        assert!(field.len() + message.len() < 300, "{message}");
    }
}
