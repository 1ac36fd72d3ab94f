//! What happens to every request: security headers, metrics, the log of faults, and the dressing of refusals.

use std::sync::Arc;
use std::time::Instant;

use askama::Template;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, LOCATION, REFERRER_POLICY, RETRY_AFTER,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use i18n::{Language, t};
use outside::Outside;
use ui::Shell;

use crate::api::spoken;
use crate::failure::Cause;
use crate::visit::split;
use crate::{ApiError, Metrics, Refusal, page_with, told};

/// Nothing from another host, nothing inline, nothing evaluated.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/// The longest address, in bytes. The longest search of ours is far below it.
const LONGEST_ADDRESS: usize = 8 * 1024;

#[derive(Clone)]
pub(crate) struct House {
    pub(crate) outside: Outside,
    pub(crate) metrics: Metrics,
}

/// What is remembered of a request while it is being answered.
struct Asked {
    method: Method,
    path: String,
    route: Option<MatchedPath>,
    began: Instant,
}

pub(crate) async fn keep(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let asked = Asked {
        method: request.method().clone(),
        path: request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        route: request.extensions().get::<MatchedPath>().cloned(),
        began: Instant::now(),
    };
    let response = match turned_away(&asked.path) {
        Some(refusal) => refusal.status().into_response(),
        None => next.run(request).await,
    };
    let response = house.dressed(&asked, response);
    house.noted(&asked, response)
}

/// An address that no page of ours has, whatever it asks for.
fn turned_away(path: &str) -> Option<Refusal> {
    if path.len() > LONGEST_ADDRESS {
        return Some(Refusal::LongAddress);
    }
    // No name or search has a null byte, and PostgreSQL cannot hold one.
    path.contains("%00").then_some(Refusal::Unreadable)
}

impl House {
    /// A bare status becomes a page that helps, or one JSON shape under `/api`.
    fn dressed(&self, asked: &Asked, response: Response) -> Response {
        let status = response.status();
        let is_bare = !response.headers().contains_key(CONTENT_TYPE) || is_plain(response.headers());
        if !(status.is_client_error() || status.is_server_error()) || !is_bare || is_probe(&asked.path) {
            return response;
        }
        if let Some(moved) = without_last_slash(asked, status) {
            return moved;
        }
        let refusal = Refusal::of(status);
        let reference = response.extensions().get::<Cause>().map(|cause| self.logged(asked, refusal, cause));
        let mut dressed = show(asked, refusal, reference);
        if refusal == Refusal::Busy {
            dressed.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        if let Some(allowed) = response.headers().get(axum::http::header::ALLOW) {
            dressed.headers_mut().insert(axum::http::header::ALLOW, allowed.clone());
        }
        dressed
    }

    /// Writes a fault to the log, once, and gives the number under which it is found there.
    fn logged(&self, asked: &Asked, refusal: Refusal, cause: &Cause) -> String {
        let reference = self.outside.dice.name()[..8].to_owned();
        let route = asked.route.as_ref().map_or("-", MatchedPath::as_str);
        self.metrics.broke();
        tracing::error!(reference, route, code = refusal.code(), cause = told(&cause.0), "request broke");
        reference
    }

    fn noted(&self, asked: &Asked, mut response: Response) -> Response {
        let route = asked.route.as_ref().map_or("-", MatchedPath::as_str);
        let took = asked.began.elapsed();
        self.metrics.answered(method_name(&asked.method), route, response.status().as_u16(), took);
        tracing::debug!(route, status = response.status().as_u16(), took_us = took.as_micros(), "answered");
        protect(response.headers_mut(), asked);
        response
    }
}

fn protect(headers: &mut HeaderMap, asked: &Asked) {
    const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
    const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(PERMISSIONS, HeaderValue::from_static("camera=(), geolocation=(), microphone=()"));
    headers.insert(OPENER, HeaderValue::from_static("same-origin"));
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(split(&asked.path).0.code()));
}

fn is_plain(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn is_probe(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz" | "/metrics")
}

/// `/test/` is `/test`: people type the slash, and links carry it.
fn without_last_slash(asked: &Asked, status: StatusCode) -> Option<Response> {
    let query = asked.path.find('?').unwrap_or(asked.path.len());
    let (path, query) = asked.path.split_at(query);
    let path = path.strip_suffix('/').filter(|path| is_ours(path))?;
    let is_missing_page = status == StatusCode::NOT_FOUND && asked.method == Method::GET;
    is_missing_page.then(|| (StatusCode::PERMANENT_REDIRECT, [(LOCATION, format!("{path}{query}"))]).into_response())
}

/// A browser reads `//example.org` and `/\\example.org` as another host.
fn is_ours(path: &str) -> bool {
    path.strip_prefix('/').is_some_and(|rest| !rest.starts_with(['/', '\\']))
}

fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        _ => "other",
    }
}

/// The page of an error: what happened, what is not lost, where to go.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    text: String,
    reference: Option<String>,
}

fn show(asked: &Asked, refusal: Refusal, reference: Option<String>) -> Response {
    let (language, path) = split(&asked.path);
    if path.starts_with("/api/") {
        let language = spoken(path.split_once('?').map(|(_, query)| query));
        return ApiError::new(refusal, language, Vec::new()).under(reference).into_response();
    }
    // A page links to itself in the other language, which would repeat a long address twice.
    let path = if refusal == Refusal::LongAddress { "/" } else { path };
    let shell = Shell::new(language, path, title(language, refusal)).private();
    let page = ErrorPage { shell, text: text(language, refusal), reference };
    page_with(refusal.status(), &page).unwrap_or_else(|_| refusal.status().into_response())
}

fn title(language: Language, refusal: Refusal) -> String {
    match refusal {
        Refusal::NotFound => t!(language, "not-found-title"),
        Refusal::Gone => t!(language, "gone-title"),
        Refusal::Busy => t!(language, "busy-title"),
        Refusal::Full | Refusal::Fault => t!(language, "fault-title"),
        _ => t!(language, "refused-title"),
    }
}

fn text(language: Language, refusal: Refusal) -> String {
    match refusal {
        Refusal::Unreadable => t!(language, "unreadable"),
        Refusal::CrossSite => t!(language, "cross-site"),
        Refusal::NotFound => t!(language, "not-found"),
        Refusal::WrongMethod => t!(language, "wrong-method"),
        Refusal::Gone => t!(language, "gone"),
        Refusal::TooLarge => t!(language, "too-large"),
        Refusal::LongAddress => t!(language, "long-address"),
        Refusal::WrongKind => t!(language, "wrong-kind"),
        Refusal::Invalid => t!(language, "invalid"),
        Refusal::TooSlow => t!(language, "too-slow"),
        Refusal::Busy => t!(language, "busy"),
        Refusal::Full => t!(language, "full"),
        Refusal::Fault => t!(language, "fault"),
    }
}
