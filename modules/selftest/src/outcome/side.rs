//! One group's side of the comparison: what stands in a result whoever answers. It is made once, for all takers.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use i18n::{Language, count, percent};
use survey::{Figure, Figures, Found, Precision};
use web::Made;

use super::name_of;
use crate::content::{Content, Group, Measure, Questionnaire};

/// A group's figures for everything that is measured, in one language.
pub(crate) struct Side {
    rows: HashMap<&'static str, Row>,
}

/// One measure: what it says, and its figure.
pub(crate) struct Row {
    pub(super) label: Cow<'static, str>,
    pub(super) figure: Option<ShownFigure>,
    /// The figure of the whole public sector.
    pub(super) country: Option<Figure>,
}

/// A published figure as it is shown.
pub(crate) struct ShownFigure {
    pub(crate) published: Figure,
    /// How the source puts it, where it gives words only. Then the number is never shown.
    pub(crate) in_words: Option<&'static str>,
    /// Low and high end of the 95 % interval in per cent.
    pub(crate) interval: Option<(f64, f64)>,
    /// The group that the figure is of.
    pub(crate) population: &'static str,
    /// Whether that is a wider group than the one asked for.
    pub(crate) wider: bool,
    /// The figure as it is written: a percentage, or the source's own words.
    pub(crate) written: String,
    /// The interval as it is written: `54–59 %`.
    pub(crate) written_interval: Option<String>,
    /// The base as it is written: `1.352`.
    pub(crate) written_base: Option<String>,
    /// How far its drawing reaches, in hundredths. What the source only says in words is not drawn.
    pub(crate) reach: String,
    /// Where the drawing of its interval begins and ends, in hundredths.
    pub(crate) whisker: Option<(String, String)>,
    /// The parts of the page that show it, kept from the first time they were made: they are the same for every taker.
    pub(crate) parts: OnceLock<FigureParts>,
}

/// The parts of a page that show a figure.
pub(crate) struct FigureParts {
    /// Its drawing.
    pub(crate) drawing: Made,
    /// Its cells in the table.
    pub(crate) cells: Made,
}

impl Side {
    pub(crate) fn of(
        questionnaire: &'static Questionnaire,
        group: &Group,
        figures: &Figures,
        language: Language,
    ) -> Self {
        let measures =
            questionnaire.questions().flat_map(|question| questionnaire.measured(&group.level, &question.key));
        let row = |measure: &'static Measure| Row {
            label: questionnaire.measure_text(&measure.key, &group.level, language),
            figure: figures.find(&measure.key, &group.key).map(|found| ShownFigure::of(&found, language)),
            country: figures.find(&measure.key, "all").map(|found| found.figure.clone()),
        };
        Self { rows: measures.map(|measure| (measure.key.as_str(), row(measure))).collect() }
    }

    pub(super) fn row(&self, measure: &str) -> Option<&Row> {
        self.rows.get(measure)
    }
}

impl ShownFigure {
    fn of(found: &Found<'_>, language: Language) -> Self {
        let figure = found.figure;
        let in_words = match figure.precision {
            Precision::InWords => Content::get().quoted.words(figure, language),
            Precision::Exact => None,
        };
        let interval = figure.interval().map(|interval| (interval.low * 100.0, interval.high * 100.0));
        Self {
            in_words,
            interval,
            population: name_of(found.population_shown, language),
            wider: found.wider,
            written: in_words.map_or_else(|| percent(language, figure.percent), str::to_owned),
            written_interval: interval.map(|(low, high)| format!("{}–{}", low.round(), percent(language, high))),
            written_base: figure.base.map(|base| count(language, base.into())),
            reach: hundredths(if in_words.is_none() { figure.percent } else { 0.0 }),
            whisker: interval.map(|(low, high)| (hundredths(low), hundredths(high))),
            published: figure.clone(),
            parts: OnceLock::new(),
        }
    }

    /// Whom it is of, and from which edition.
    pub(crate) fn origin(&self) -> (&str, &str) {
        (self.population, &self.published.edition)
    }
}

/// A place in a drawing a hundred wide, to a tenth.
fn hundredths(percent: f64) -> String {
    ((percent * 10.0).round() / 10.0).to_string()
}
