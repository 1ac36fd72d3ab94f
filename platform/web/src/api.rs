//! The shape of the API: JSON in, JSON out, one shape for every error.

use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use crate::form::unread;
use crate::{Failure, Refusal};

/// A JSON body: `Api(value): Api<T>`.
pub struct Api<T>(pub T);

/// Every error of the API.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApiError {
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
    /// The field it concerns.
    pub field: String,
    /// The word for it, which stays the same.
    pub code: String,
    /// The same in words.
    pub message: String,
}

impl ApiError {
    /// The answer that carries this error.
    pub fn response(self, refusal: Refusal) -> Response {
        (refusal.status(), axum::Json(self)).into_response()
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Api<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("application/json") {
            return Err(Refusal::WrongKind.into());
        }
        let body = Bytes::from_request(request, state).await.map_err(|rejection| unread(&rejection))?;
        serde_json::from_slice(&body).map(Self).map_err(|_| Refusal::Unreadable.into())
    }
}

/// The query of an endpoint: `ApiQuery(value): ApiQuery<T>`.
pub struct ApiQuery<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for ApiQuery<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let read: Result<Query<T>, QueryRejection> = Query::from_request_parts(parts, state).await;
        read.map(|query| Self(query.0)).map_err(|_| Refusal::Unreadable.into())
    }
}
