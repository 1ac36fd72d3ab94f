//! One file a page or action.

mod api;
mod compared;
mod count_view;
mod counts;
mod document;
mod erasure;
mod figure_row;
mod figure_sections;
mod method;
mod open_counts;
mod part;
mod part_form;
mod places;
mod result;
mod start;
mod submission;

use axum::Router;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderName, HeaderValue};
use axum::routing::{get, post};
use i18n::{Language, t};
use survey::{Problem, ProblemKind};
use utoipa_axum::router::OpenApiRouter;
use web::{Cookie, Visit};

pub(crate) use figure_row::figure_rows;
pub(crate) use open_counts::{OpenCounts, count_rows};
pub(crate) use places::places;

use crate::Selftest;
use crate::draft::{COOKIE, Draft, LIFETIME, NoDraft};

pub(crate) fn pages(selftest: Selftest) -> Router {
    Router::new()
        .route("/test", get(start::show).post(start::create))
        .route("/test/{part}", get(part::show).post(part::update))
        .route("/test/gruppe", get(compared::edit).post(compared::update))
        .route("/test/resultat", get(result::show))
        .route("/test/resultat.pdf", get(document::show))
        .route("/test/bevar", post(submission::create))
        .route("/test/slet", post(erasure::create))
        .route("/test/tal", get(counts::show))
        .route("/test/tal.csv", get(counts::csv))
        .route("/test/tal.json", get(counts::json))
        .route("/test/metode", get(method::show))
        .with_state(selftest)
}

pub(crate) fn api(selftest: Selftest) -> OpenApiRouter {
    api::routes(selftest)
}

pub(crate) fn cookies() -> Vec<Cookie> {
    vec![Cookie {
        name: COOKIE,
        purpose: |language| t!(language, "cookie-purpose"),
        lifetime: |language| t!(language, "cookie-lifetime"),
    }]
}

/// The draft that the visitor's browser holds.
fn draft_of(visit: &Visit) -> Result<Draft, NoDraft> {
    let text = visit.cookie(COOKIE).ok_or(NoDraft::Absent)?;
    Draft::read(text).map(|(draft, _)| draft)
}

/// Asks the browser to hold the draft. `Secure` where the site is served by HTTPS.
fn remember(draft: &Draft, secure: bool) -> (HeaderName, HeaderValue) {
    set_cookie(&draft.encoded(), LIFETIME, secure)
}

/// Asks the browser to forget the draft.
fn forget(secure: bool) -> (HeaderName, HeaderValue) {
    set_cookie("", 0, secure)
}

fn set_cookie(value: &str, seconds: u32, secure: bool) -> (HeaderName, HeaderValue) {
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let line = HeaderValue::try_from(line).expect("a draft is encoded in plain letters");
    (SET_COOKIE, line)
}

/// What is wrong with an answer, in words that say how to mend it.
fn problem_text(problem: &Problem, language: Language) -> String {
    match &problem.kind {
        ProblemKind::Missing => t!(language, "problem-missing"),
        ProblemKind::MoreThanOne => t!(language, "problem-more-than-one"),
        ProblemKind::TooMany { limit, chosen } => {
            let (limit, chosen): (usize, usize) = (*limit, *chosen);
            t!(language, "problem-too-many", limit = limit, chosen = chosen)
        }
        ProblemKind::NotAlone { .. } => t!(language, "problem-not-alone"),
        ProblemKind::UnknownChoice { .. } => t!(language, "problem-unknown-choice"),
        ProblemKind::UnknownItem => t!(language, "problem-unknown-item"),
        ProblemKind::TooLong => t!(language, "problem-too-long"),
    }
}

/// The word for it in the API. These words stay as they are.
fn problem_code(problem: &Problem) -> &'static str {
    match problem.kind {
        ProblemKind::Missing => "missing",
        ProblemKind::MoreThanOne => "more_than_one",
        ProblemKind::TooMany { .. } => "too_many",
        ProblemKind::NotAlone { .. } => "not_alone",
        ProblemKind::UnknownChoice { .. } => "unknown_choice",
        ProblemKind::UnknownItem => "unknown_item",
        ProblemKind::TooLong => "too_long",
    }
}
