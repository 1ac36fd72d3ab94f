//! The result as a document to keep and to show to others.

use anyhow::Context;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use web::{Failure, Visit, download};

use super::result::finished;
use crate::Selftest;
use crate::outcome::Outcome;
use crate::report::report;

pub(super) async fn show(State(selftest): State<Selftest>, visit: Visit) -> Result<Response, Failure> {
    let draft = match finished(&visit) {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    let side = selftest.figures.side(&draft, visit.language);
    let outcome = Outcome::of(&draft, &side, visit.language);
    let today = selftest.outside.clock.now().to_zoned(TimeZone::UTC).date();
    let report = report(&outcome, today);
    // Typesetting takes tens of milliseconds of a processor, so it must not hold up other requests.
    let bytes = tokio::task::spawn_blocking(move || documents::render(&report)).await;
    let bytes = bytes.context("the typesetting stopped").map_err(Failure::fault)?.map_err(Failure::fault)?;
    Ok(download("application/pdf", i18n::t!(visit.language, "document-file").as_str(), bytes))
}
