//! The whole site: every module's pages in both languages, the API, the embedded files, and the house around them.

use std::sync::Arc;

use anyhow::anyhow;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router, middleware};
use db::Db;
use i18n::Language;
use outside::Outside;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::house::{House, keep};
use crate::{Failure, Limits, Metrics, Module, health};

/// What the site is made of.
pub struct Site {
    /// The activities, in the order of the action plan.
    pub modules: Vec<Module>,
    /// For `/readyz`.
    pub db: Db,
    /// For the numbers of faults.
    pub outside: Outside,
    /// For `/metrics`.
    pub metrics: Metrics,
    /// Of every request.
    pub limits: Limits,
    /// The head of `/api/openapi.json`.
    pub api: OpenApi,
}

/// Puts the site together.
pub fn site(site: Site) -> Router {
    let mut pages = Router::new();
    let mut api = OpenApiRouter::with_openapi(site.api);
    for module in site.modules {
        pages = pages.merge(module.pages);
        api = api.nest("/api/v1", module.api);
    }
    let (api, openapi) = api.split_for_parts();
    let house = Arc::new(House { outside: site.outside, metrics: site.metrics.clone() });
    let around = ServiceBuilder::new()
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(house, keep))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, site.limits.time))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(CsrfLayer::new())
        .layer(DefaultBodyLimit::max(site.limits.body));
    Router::new()
        .merge(pages.clone())
        .nest(Language::English.prefix(), pages)
        .merge(api)
        .route("/api/openapi.json", get(async move || Json(openapi)))
        .route(&format!("{}/{{*file}}", assets::prefix()), get(file))
        .merge(health::routes(site.db, site.metrics))
        .fallback(async || Failure::NOT_FOUND)
        .layer(around)
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands over the panic")]
fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
    Failure::fault(anyhow!("panicked: {text}")).into_response()
}

/// An embedded file. Its address holds the hash of all of them, so a browser may keep it for good.
async fn file(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, Failure> {
    let asset = assets::find(&path).ok_or(Failure::NOT_FOUND)?;
    let always = [
        (CONTENT_TYPE, HeaderValue::from_static(asset.content_type)),
        (CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (VARY, HeaderValue::from_static("accept-encoding")),
    ];
    let takes_gzip =
        headers.get(ACCEPT_ENCODING).is_some_and(|accepted| accepted.as_bytes().windows(4).any(|w| w == b"gzip"));
    match asset.gzip.filter(|_| takes_gzip) {
        Some(gzip) => Ok((always, [(CONTENT_ENCODING, "gzip")], gzip.to_vec()).into_response()),
        None => Ok((always, asset.bytes.into_owned()).into_response()),
    }
}
