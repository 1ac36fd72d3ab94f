//! What others have answered.

use axum::Json;
use axum::extract::State;
use web::{AnyRefusal, Failure, ReadRefusal};

use crate::Selftest;
use crate::pages::counts::{CountRow, real_rows};

/// The platform's own counts. A count that would tell of fewer than five people is `null`.
#[utoipa::path(get, path = "/selftest/counts", tag = "selftest",
    responses((status = 200, body = Vec<CountRow>), AnyRefusal, ReadRefusal))]
pub(super) async fn counts(State(selftest): State<Selftest>) -> Result<Json<Vec<CountRow>>, Failure> {
    Ok(Json(real_rows(&selftest).await?))
}
