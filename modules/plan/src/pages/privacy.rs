//! What is kept about whom, and what is not.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use i18n::{Language, t};
use ui::Shell;
use web::{Failure, Fixed, Visit};

use super::Announced;
use crate::Operator;

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyPage {
    shell: Shell,
    language: Language,
    operator: Operator,
}

pub(super) async fn show(State(announced): State<Arc<Announced>>, visit: Visit) -> Result<Response, Failure> {
    static PAGE: Fixed = Fixed::new();
    let language = visit.language;
    PAGE.page(language, || PrivacyPage {
        shell: visit.shell(t!(language, "privacy-title")),
        language,
        operator: announced.operator.clone(),
    })
}
