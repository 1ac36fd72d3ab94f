//! The query of an endpoint.

use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use i18n::{Language, t};
use serde::de::DeserializeOwned;
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{ObjectBuilder, Required, Type};

use super::error::{ApiError, ApiProblem};
use crate::{Failure, Pairs, Refusal};

const LANG: &str = "lang";

/// The query of an endpoint: `ApiQuery(value): ApiQuery<T>`.
pub struct ApiQuery<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for ApiQuery<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let read: Result<Query<T>, QueryRejection> = Query::from_request_parts(parts, state).await;
        read.map(|query| Self(query.0)).map_err(|_| Refusal::Unreadable.into())
    }
}

/// The language of the texts in an answer: `ApiLanguage(language): ApiLanguage`.
pub struct ApiLanguage(pub Language);

impl<S: Send + Sync> FromRequestParts<S> for ApiLanguage {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        match Asked::of(parts.uri.query()) {
            Asked::For(language) => Ok(Self(language)),
            Asked::Unknown => Err(unknown_language().into()),
            Asked::Unreadable => Err(Refusal::Unreadable.into()),
        }
    }
}

impl IntoParams for ApiLanguage {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let codes = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(Language::ALL.map(Language::code)));
        let lang = ParameterBuilder::new()
            .name(LANG)
            .parameter_in(ParameterIn::Query)
            .required(Required::False)
            .description(Some(t!(Language::English, "api-lang")))
            .schema(Some(codes));
        vec![lang.build()]
    }
}

/// The language in which a request is answered, also where it asks for none of ours.
pub(crate) fn spoken(query: Option<&str>) -> Language {
    match Asked::of(query) {
        Asked::For(language) => language,
        Asked::Unknown | Asked::Unreadable => Language::English,
    }
}

enum Asked {
    For(Language),
    Unknown,
    Unreadable,
}

impl Asked {
    fn of(query: Option<&str>) -> Self {
        let Some(pairs) = Pairs::read(query.unwrap_or_default().as_bytes()) else { return Self::Unreadable };
        let Some(code) = pairs.get(LANG) else { return Self::For(Language::default()) };
        Language::from_code(code).map_or(Self::Unknown, Self::For)
    }
}

fn unknown_language() -> ApiError {
    let codes = Language::ALL.map(Language::code).join(", ");
    let message = t!(Language::English, "api-one-of", field = LANG, allowed = codes);
    let problem = ApiProblem::new(LANG, "unknown_language", message);
    ApiError::new(Refusal::Unreadable, Language::English, vec![problem])
}
