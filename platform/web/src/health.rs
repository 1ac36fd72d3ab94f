//! Whether the program lives, and whether it can serve.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use db::Db;

use crate::Metrics;

#[derive(Clone)]
struct Watched {
    db: Db,
    metrics: Metrics,
}

pub(crate) fn routes(db: Db, metrics: Metrics) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics_text))
        .with_state(Watched { db, metrics })
}

async fn ready(State(watched): State<Watched>) -> Response {
    match watched.db.answers().await {
        Ok(()) => "ready".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response(),
    }
}

async fn metrics_text(State(watched): State<Watched>) -> Response {
    const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(CONTENT_TYPE, OPEN_METRICS)], watched.metrics.text()).into_response()
}
