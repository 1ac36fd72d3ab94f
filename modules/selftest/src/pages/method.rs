//! The figures behind the test: where each comes from, and how it is used.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use i18n::{Language, count, percent, t};
use survey::{Figure, Precision};
use ui::Shell;
use web::{Failure, Visit, page};

use crate::Selftest;
use crate::content::{Content, Edition};

#[derive(Template)]
#[template(path = "method.html")]
struct MethodPage {
    shell: Shell,
    language: Language,
    editions: Vec<EditionRow>,
    figures: Vec<FigureRow>,
}

struct EditionRow {
    period: String,
    answers: String,
    response_rate: String,
    innovative: String,
    source: &'static str,
}

struct FigureRow {
    what: String,
    group: String,
    edition: String,
    figure: String,
    interval: String,
    base: String,
    source: String,
    note: Option<&'static str>,
}

pub(super) async fn show(State(selftest): State<Selftest>, visit: Visit) -> Result<Response, Failure> {
    let language = visit.language;
    let content = Content::get();
    let editions = content.quoted.editions.values().rev();
    let figures = selftest.figures.get();
    page(&MethodPage {
        shell: visit.shell(t!(language, "method-title")).below("/test", t!(language, "test-title")),
        language,
        editions: editions.map(|edition| edition_row(edition, language)).collect(),
        figures: figures.all().map(|figure| figure_row(figure, language)).collect(),
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

fn figure_row(figure: &Figure, language: Language) -> FigureRow {
    let content = Content::get();
    let unknown = || t!(language, "not-known");
    let written = match figure.precision {
        Precision::Exact => percent(language, figure.percent),
        Precision::InWords => content.quoted.words(figure, language).map_or_else(unknown, str::to_owned),
    };
    let interval = figure.interval().map(|interval| {
        let high = percent(language, interval.high * 100.0);
        format!("{:.0}–{high}", interval.low * 100.0)
    });
    FigureRow {
        what: content.current().measure_text(&figure.measure, &figure.population, language).into_owned(),
        group: content.groups.name(&figure.population, language).to_owned(),
        edition: figure.edition.clone(),
        figure: written,
        interval: interval.unwrap_or_else(unknown),
        base: figure.base.map_or_else(unknown, |base| count(language, base.into())),
        source: figure.source.clone(),
        note: content.quoted.note(figure, language),
    }
}
