//! Erasing the draft from the device, with one button.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use web::Visit;

use super::forget;
use super::start::ERASED;
use crate::Selftest;

pub(super) async fn create(State(selftest): State<Selftest>, visit: Visit) -> Response {
    ([forget(selftest.secure)], Redirect::to(&visit.to(ERASED))).into_response()
}
