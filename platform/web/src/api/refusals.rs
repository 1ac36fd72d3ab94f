//! The refusals that an operation says it may answer with, and the words of each.

use std::collections::BTreeMap;

use i18n::{Language, t};
use utoipa::IntoResponses;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::{ContentBuilder, Ref, RefOr};

use crate::Refusal;

/// What any request may meet.
pub struct AnyRefusal;
/// What a request with a body may meet besides.
pub struct BodyRefusal;
/// What a request that reads from the database may meet besides.
pub struct ReadRefusal;
/// What a request that writes to the database may meet besides.
pub struct WriteRefusal;

impl IntoResponses for AnyRefusal {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        described(&[Refusal::Unreadable, Refusal::TooSlow, Refusal::LongAddress, Refusal::Fault])
    }
}

impl IntoResponses for BodyRefusal {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        described(&[Refusal::CrossSite, Refusal::TooLarge, Refusal::WrongKind, Refusal::Invalid])
    }
}

impl IntoResponses for ReadRefusal {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        described(&[Refusal::Busy])
    }
}

impl IntoResponses for WriteRefusal {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        described(&[Refusal::Busy, Refusal::Full])
    }
}

fn described(refusals: &[Refusal]) -> BTreeMap<String, RefOr<Response>> {
    refusals.iter().map(|refusal| (refusal.status().as_str().to_owned(), response(*refusal).into())).collect()
}

fn response(refusal: Refusal) -> Response {
    let error = ContentBuilder::new().schema(Some(Ref::from_schema_name("ApiError")));
    let described = ResponseBuilder::new().description(text(Language::English, refusal));
    described.content("application/json", error.build()).build()
}

/// A refusal in words for whoever writes a program against the API.
pub(super) fn text(language: Language, refusal: Refusal) -> String {
    match refusal {
        Refusal::Unreadable => t!(language, "api-unreadable"),
        Refusal::CrossSite => t!(language, "api-cross-site"),
        Refusal::NotFound => t!(language, "api-not-found"),
        Refusal::WrongMethod => t!(language, "api-wrong-method"),
        Refusal::Gone => t!(language, "api-gone"),
        Refusal::TooLarge => t!(language, "api-too-large"),
        Refusal::LongAddress => t!(language, "api-long-address"),
        Refusal::WrongKind => t!(language, "api-wrong-kind"),
        Refusal::Invalid => t!(language, "api-invalid"),
        Refusal::TooSlow => t!(language, "api-too-slow"),
        Refusal::Busy => t!(language, "api-busy"),
        Refusal::Full => t!(language, "api-full"),
        Refusal::Fault => t!(language, "api-fault"),
    }
}
