//! The one shape of every error.

use axum::response::{IntoResponse, Response};
use i18n::Language;
use serde::Serialize;
use utoipa::ToSchema;

use super::refusals::text;
use crate::Refusal;

/// As much of a name from outside as is worth repeating.
const LONGEST_ECHO: usize = 64;

/// Every error of the API.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApiError {
    #[serde(skip)]
    refusal: Refusal,
    /// The word for it, which stays the same: `not_found`, `too_large` …
    pub code: String,
    /// The same in words, in the language that was asked for.
    pub message: String,
    /// What to mend, where more is known: one entry a field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<ApiProblem>,
    /// The number under which the operator finds a fault of ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// One thing to mend.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApiProblem {
    /// The field it concerns; empty for the body as a whole.
    pub field: String,
    /// The word for it, which stays the same.
    pub code: String,
    /// The same in words, with what is allowed.
    pub message: String,
}

impl ApiProblem {
    /// Something wrong with a field.
    pub fn new(field: &str, code: &str, message: String) -> Self {
        Self { field: field.chars().take(LONGEST_ECHO).collect(), code: code.to_owned(), message }
    }
}

impl ApiError {
    /// The error of a request that is turned away.
    pub fn new(refusal: Refusal, language: Language, details: Vec<ApiProblem>) -> Self {
        Self { refusal, code: refusal.code().to_owned(), message: text(language, refusal), details, reference: None }
    }

    /// The same, to be found in the log under this number.
    pub(crate) fn under(self, reference: Option<String>) -> Self {
        Self { reference, ..self }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.refusal.status(), axum::Json(self)).into_response()
    }
}
