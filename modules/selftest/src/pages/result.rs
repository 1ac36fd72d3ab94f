//! The result: own answers beside the group's figures.

use std::borrow::Cow;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use i18n::{Language, t};
use ui::Shell;
use web::{Failure, Made, Visit, page};

use super::draft_of;
use super::part::path_of_first_incomplete;
use super::start::WITHOUT_ANSWERS;
use crate::Selftest;
use crate::draft::Draft;
use crate::outcome::{Bar, FigureParts, Outcome, ShownFigure};
use crate::report::{own_in_words, widened_in_words};

#[derive(Template)]
#[template(path = "result.html")]
struct ResultPage<'a> {
    shell: Shell,
    language: Language,
    outcome: Outcome<'a>,
    kept: bool,
    /// The whole draft, carried by the form that asks to keep it.
    draft: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "figure_drawing.html")]
struct FigureDrawing<'a> {
    figure: &'a ShownFigure,
}

#[derive(Template)]
#[template(path = "figure_cells.html")]
struct FigureCells<'a> {
    figure: &'a ShownFigure,
    label: &'a str,
    language: Language,
}

impl ResultPage<'_> {
    fn widened(&self) -> Option<String> {
        widened_in_words(&self.outcome)
    }

    fn written<'b>(&self, bar: &Bar<'b>) -> Cow<'b, str> {
        bar.written(self.language)
    }

    /// What shows a figure. It is the same for every taker, so it is made once.
    fn parts<'b>(&self, figure: &'b ShownFigure, bar: &Bar<'_>) -> askama::Result<&'b FigureParts> {
        if let Some(parts) = figure.parts.get() {
            return Ok(parts);
        }
        let drawing = Made::by(&FigureDrawing { figure })?;
        let cells = Made::by(&FigureCells { figure, label: bar.label, language: self.language })?;
        Ok(figure.parts.get_or_init(|| FigureParts { drawing, cells }))
    }

    fn not_known(&self) -> String {
        t!(self.language, "not-known")
    }

    fn own_in_words(&self, bar: &Bar<'_>) -> String {
        own_in_words(bar, self.language)
    }
}

pub(super) async fn show(State(selftest): State<Selftest>, visit: Visit) -> Result<Response, Failure> {
    let draft = match finished(&visit) {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    let language = visit.language;
    let title = t!(language, "result-title");
    let shell = Shell::new(language, "/test/resultat", title).below("/test", t!(language, "test-title")).private();
    let side = selftest.figures.side(&draft, language);
    let outcome = Outcome::of(&draft, &side, language);
    page(&ResultPage { shell, language, outcome, kept: draft.kept, draft: fields_of(&draft) })
}

/// The draft, if it is whole; else the way to what is missing.
pub(super) fn finished(visit: &Visit) -> Result<Draft, Redirect> {
    let Ok(draft) = draft_of(visit) else { return Err(Redirect::to(&visit.to(WITHOUT_ANSWERS))) };
    match path_of_first_incomplete(&draft) {
        Some(path) => Err(Redirect::to(&visit.to(&path))),
        None => Ok(draft),
    }
}

fn fields_of(draft: &Draft) -> Vec<(String, String)> {
    let head = draft.head().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let answers = draft.answers.pairs().map(|(item, choice)| (item.to_owned(), choice.to_owned()));
    head.chain(answers).collect()
}
