//! A site with a page for everything that can go wrong.

use std::time::Duration;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use testkit::{TestDb, Visitor, still};
use utoipa_axum::router::OpenApiRouter;
use web::{Failure, Form, Limits, Metrics, Module, Refusal, Site, site};

/// What no visitor may ever read.
pub(crate) const SECRET: &str = "the password is hunter2";

/// Someone at the site. The database must be held for as long as the visit lasts.
pub(crate) async fn visitor() -> (Visitor, TestDb) {
    let db = TestDb::sqlite().await;
    let module = Module {
        pages: pages(),
        api: OpenApiRouter::new().merge(OpenApiRouter::from(pages())),
        places: Vec::new(),
        cookies: Vec::new(),
        background: Vec::new(),
    };
    let whole = Site {
        modules: vec![module],
        db: db.db.clone(),
        outside: still(),
        metrics: Metrics::default(),
        limits: Limits { body: 100, time: Duration::from_millis(100) },
        api: utoipa::openapi::OpenApi::default(),
    };
    (Visitor::new(site(whole)), db)
}

fn pages() -> Router {
    Router::new()
        .route("/panics", get(panics))
        .route(
            "/breaks",
            get(async || -> Result<(), Failure> { Err(Failure::fault(anyhow::anyhow!(SECRET).context("outer"))) }),
        )
        .route("/never", get(std::future::pending::<()>))
        .route("/refuses/{code}", get(refuses))
        .route("/form", post(async |Form(pairs): Form| pairs.0.len().to_string()))
        .route("/mended", get(async || (StatusCode::UNPROCESSABLE_ENTITY, axum::response::Html("<p>its own page</p>"))))
}

async fn panics() {
    panic!("{SECRET}");
}

async fn refuses(Path(code): Path<String>) -> Failure {
    let refusal = match code.as_str() {
        "gone" => Refusal::Gone,
        "busy" => Refusal::Busy,
        "full" => Refusal::Full,
        "invalid" => Refusal::Invalid,
        _ => Refusal::NotFound,
    };
    refusal.into()
}
