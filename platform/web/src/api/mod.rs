//! The shape of the API: JSON in, JSON out, one shape for every error.

mod body;
mod error;
mod query;
mod refusals;

pub use body::Api;
pub use error::{ApiError, ApiProblem};
pub(crate) use query::spoken;
pub use query::{ApiLanguage, ApiQuery};
pub use refusals::{AnyRefusal, BodyRefusal, ReadRefusal, WriteRefusal};
