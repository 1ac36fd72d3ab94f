//! The only error of a handler.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};

use crate::{ApiError, Refusal};

/// Why a handler has no page to show.
#[derive(Debug)]
pub enum Failure {
    /// The request is turned away for a reason the sender can mend.
    Refused(Refusal),
    /// The same, for a sender who is a program and is told what to mend.
    Explained(Box<ApiError>),
    /// Something of ours broke. The cause is logged and never shown.
    Broke {
        /// What the visitor is told.
        refusal: Refusal,
        /// What the operator is told.
        cause: anyhow::Error,
    },
}

/// Travels with a response to the house, which logs it once.
#[derive(Clone)]
pub(crate) struct Cause(pub(crate) Arc<anyhow::Error>);

impl Failure {
    /// There is no such page.
    pub const NOT_FOUND: Self = Self::Refused(Refusal::NotFound);

    /// A fault of ours.
    pub fn fault(cause: impl Into<anyhow::Error>) -> Self {
        Self::Broke { refusal: Refusal::Fault, cause: cause.into() }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Explained(Box::new(error))
    }
}

impl From<db::Trouble> for Failure {
    fn from(trouble: db::Trouble) -> Self {
        let refusal = match trouble {
            db::Trouble::Busy(_) => Refusal::Busy,
            db::Trouble::Full(_) => Refusal::Full,
            db::Trouble::Taken(_) | db::Trouble::Broken(_) => Refusal::Fault,
        };
        Self::Broke { refusal, cause: trouble.into() }
    }
}

/// Only the status, unless all is said: the house dresses it as a page or as JSON, in the language of the address.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Self::Refused(refusal) => refusal.status().into_response(),
            Self::Explained(error) => error.into_response(),
            Self::Broke { refusal, cause } => {
                let mut response = refusal.status().into_response();
                response.extensions_mut().insert(Cause(Arc::new(cause)));
                response
            }
        }
    }
}
