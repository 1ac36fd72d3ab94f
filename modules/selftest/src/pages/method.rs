//! The figures behind the test: where each comes from, and how it is used.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use i18n::{Language, count, percent, t};
use ui::Shell;
use web::{Failure, Visit, page};

use super::figure_sections::{FigureSection, sections};
use crate::Selftest;
use crate::content::{Content, Edition};

#[derive(Template)]
#[template(path = "method.html")]
struct MethodPage {
    shell: Shell,
    language: Language,
    editions: Vec<EditionRow>,
    sections: Vec<FigureSection>,
}

struct EditionRow {
    period: String,
    answers: String,
    response_rate: String,
    innovative: String,
    source: &'static str,
}

pub(super) async fn show(State(selftest): State<Selftest>, visit: Visit) -> Result<Response, Failure> {
    let language = visit.language;
    let editions = Content::get().quoted.editions.values().rev();
    page(&MethodPage {
        shell: visit.shell(t!(language, "method-title")).below("/test", t!(language, "test-title")),
        language,
        editions: editions.map(|edition| edition_row(edition, language)).collect(),
        sections: sections(&selftest.figures.get(), language),
    })
}

fn edition_row(edition: &'static Edition, language: Language) -> EditionRow {
    EditionRow {
        period: edition.period(language).to_owned(),
        answers: count(language, edition.answers.into()),
        response_rate: percent(language, edition.response_rate_percent.into()),
        innovative: count(language, edition.innovative_base.into()),
        source: &edition.source,
    }
}
