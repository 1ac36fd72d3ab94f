//! The accessibility statement.

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
#[template(path = "accessibility.html")]
struct AccessibilityPage {
    shell: Shell,
    language: Language,
    operator: Operator,
}

pub(super) async fn show(State(announced): State<Arc<Announced>>, visit: Visit) -> Result<Response, Failure> {
    static PAGE: Fixed = Fixed::new();
    let language = visit.language;
    PAGE.page(language, || AccessibilityPage {
        shell: visit.shell(t!(language, "accessibility-title")),
        language,
        operator: announced.operator.clone(),
    })
}
