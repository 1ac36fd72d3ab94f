#![doc = include_str!("../README.md")]

i18n::words!("web");

mod api;
mod failure;
mod fixed;
mod form;
mod health;
mod house;
mod limits;
mod made;
mod metrics;
mod module;
mod page;
mod refusal;
mod site;
mod told;
mod visit;

pub use api::{AnyRefusal, Api, ApiError, ApiLanguage, ApiProblem, ApiQuery, BodyRefusal, ReadRefusal, WriteRefusal};
pub use failure::Failure;
pub use fixed::Fixed;
pub use form::{Form, Pairs};
pub use limits::Limits;
pub use made::Made;
pub use metrics::Metrics;
pub use module::{Background, Cookie, Module, Place};
pub use page::{download, page, page_with};
pub use refusal::Refusal;
pub use site::{Site, site};
pub use told::told;
pub use visit::Visit;
