//! Every cookie the site may set, from what the modules declare.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use i18n::{Language, t};
use ui::Shell;
use web::{Failure, Fixed, Visit};

use super::Announced;

#[derive(Template)]
#[template(path = "cookies.html")]
struct CookiesPage {
    shell: Shell,
    language: Language,
    cookies: Vec<Row>,
}

struct Row {
    name: &'static str,
    purpose: String,
    lifetime: String,
}

pub(super) async fn show(State(announced): State<Arc<Announced>>, visit: Visit) -> Result<Response, Failure> {
    static PAGE: Fixed = Fixed::new();
    let language = visit.language;
    PAGE.page(language, || CookiesPage {
        shell: visit.shell(t!(language, "cookies-title")),
        language,
        cookies: announced.cookies.iter().map(|cookie| row(cookie, language)).collect(),
    })
}

fn row(cookie: &web::Cookie, language: Language) -> Row {
    Row { name: cookie.name, purpose: (cookie.purpose)(language), lifetime: (cookie.lifetime)(language) }
}
