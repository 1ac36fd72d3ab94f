//! The comparison figures.

use axum::Json;
use axum::extract::State;
use web::{AnyRefusal, ApiLanguage};

use crate::Selftest;
use crate::content::Content;
use crate::pages::figure_row::{FigureRow, figure_rows};

/// Every comparison figure, in all editions.
#[utoipa::path(get, path = "/selftest/benchmarks", tag = "selftest", params(ApiLanguage),
    responses((status = 200, body = Vec<FigureRow>), AnyRefusal))]
pub(super) async fn benchmarks(State(selftest): State<Selftest>, _: ApiLanguage) -> Json<Vec<FigureRow>> {
    Json(figure_rows(&selftest.figures.get(), &Content::get().quoted))
}
