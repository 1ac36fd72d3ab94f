//! The test as an API: the same instrument, figures, comparisons and refusals as the pages.

mod answers;
mod counts;
mod figures;
mod instrument;
mod problems;
mod result;
mod submission;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Selftest;

pub(super) fn routes(selftest: Selftest) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(instrument::instrument))
        .routes(routes!(figures::benchmarks))
        .routes(routes!(result::result))
        .routes(routes!(submission::submit))
        .routes(routes!(counts::counts))
        .with_state(selftest)
}
