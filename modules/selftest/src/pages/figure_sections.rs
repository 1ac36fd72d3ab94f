//! The figures as they are listed: under the question they belong to, in the order of the test.

use std::cmp::Reverse;

use i18n::{Language, count, percent, t};
use survey::{Figure, Figures, Precision};

use crate::content::{Content, QuestionWording};

/// The figures of one question.
pub(super) struct FigureSection {
    pub(super) key: &'static str,
    pub(super) heading: String,
    pub(super) figures: Vec<ListedFigure>,
}

/// One figure, in words.
pub(super) struct ListedFigure {
    pub(super) what: String,
    pub(super) group: String,
    pub(super) edition: String,
    pub(super) figure: String,
    /// Whether the source gives no number.
    pub(super) only_in_words: bool,
    pub(super) interval: String,
    pub(super) base: String,
    pub(super) source: String,
    pub(super) note: Option<&'static str>,
}

/// Where a figure stands in the list. What cannot be found stands last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place<'a> {
    question: usize,
    /// None for what a whole grid comes to, which stands before its rows.
    row: Option<usize>,
    choice: usize,
    measure: &'a str,
    newest: Reverse<i32>,
    group: usize,
}

/// Every figure in use, question by question.
pub(super) fn sections(figures: &Figures, language: Language) -> Vec<FigureSection> {
    let mut placed: Vec<(Place<'_>, &Figure)> = figures.all().map(|figure| (place_of(figure), figure)).collect();
    placed.sort_by(|(one, _), (next, _)| one.cmp(next));
    let of_question = placed.chunk_by(|(one, _), (next, _)| one.question == next.question);
    of_question.map(|placed| section(placed, language)).collect()
}

fn section(placed: &[(Place<'_>, &Figure)], language: Language) -> FigureSection {
    let question = placed.first().and_then(|(_, figure)| question_of(&figure.measure));
    FigureSection {
        key: question.map_or("other", |question| &question.key),
        heading: question
            .map_or_else(|| t!(language, "method-other"), |question| question.text.of(language).to_owned()),
        figures: placed.iter().map(|(_, figure)| listed(figure, language)).collect(),
    }
}

/// The question that a measure belongs to, or that it is derived from.
fn question_of(measure: &str) -> Option<&'static QuestionWording> {
    let questionnaire = Content::get().current();
    let (item, _) = measure.split_once('=')?;
    let derived_from = |question: &&QuestionWording| {
        questionnaire.measured("all", &question.key).iter().any(|measured| measured.key == measure)
    };
    questionnaire.question_of(item).or_else(|| questionnaire.questions().find(derived_from))
}

fn place_of(figure: &Figure) -> Place<'_> {
    let content = Content::get();
    let question = question_of(&figure.measure);
    let (item, choice) = figure.measure.split_once('=').unwrap_or((&figure.measure, ""));
    let row = item.split_once('.').map(|(_, row)| row);
    Place {
        question: position(content.current().questions(), |one| question.is_some_and(|it| it.key == one.key)),
        row: row.map(|row| position(question.into_iter().flat_map(|it| &it.rows), |one| one.key == row)),
        choice: position(question.into_iter().flat_map(QuestionWording::all_choices), |one| one.key == choice),
        measure: &figure.measure,
        newest: Reverse(figure.order),
        group: position(content.groups.all(), |group| group.key == figure.population),
    }
}

fn position<T>(all: impl IntoIterator<Item = T>, is_it: impl FnMut(T) -> bool) -> usize {
    all.into_iter().position(is_it).unwrap_or(usize::MAX)
}

fn listed(figure: &Figure, language: Language) -> ListedFigure {
    let content = Content::get();
    let unknown = || t!(language, "not-known");
    let only_in_words = figure.precision == Precision::InWords;
    let written = match figure.precision {
        Precision::Exact => percent(language, figure.percent),
        Precision::InWords => content.quoted.words(figure, language).map_or_else(unknown, str::to_owned),
    };
    let interval = figure.interval().map(|interval| {
        let high = percent(language, interval.high * 100.0);
        format!("{:.0}–{high}", interval.low * 100.0)
    });
    ListedFigure {
        what: content.current().measure_text(&figure.measure, &figure.population, language).into_owned(),
        group: content.groups.name(&figure.population, language).to_owned(),
        edition: figure.edition.clone(),
        figure: written,
        only_in_words,
        interval: interval.unwrap_or_else(unknown),
        base: figure.base.map_or_else(unknown, |base| count(language, base.into())),
        source: figure.source.clone(),
        note: content.quoted.note(figure, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(quoted: Vec<Figure>) -> Vec<FigureSection> {
        sections(&Figures::new(quoted, Content::get().groups.populations()), Language::English)
    }

    #[test]
    fn every_figure_stands_under_its_question_in_the_order_of_the_test() {
        let quoted = Content::get().quoted.as_figures();
        let all = quoted.len();
        let sections = of(quoted);
        let keys: Vec<&str> = sections.iter().map(|section| section.key).collect();
        assert_eq!(keys, ["type", "novelty", "driver", "partner", "value", "evaluated", "factor", "culture"]);
        assert_eq!(sections.iter().map(|section| section.figures.len()).sum::<usize>(), all);
        assert!(sections[0].figures[0].what.starts_with("Has introduced at least one innovation"));
    }

    #[test]
    fn the_newest_edition_of_a_measure_stands_first() {
        for section in of(Content::get().quoted.as_figures()) {
            for of_measure in section.figures.chunk_by(|one, next| one.what == next.what) {
                assert!(of_measure.is_sorted_by(|one, next| one.edition >= next.edition), "{}", of_measure[0].what);
            }
        }
    }

    #[test]
    fn a_figure_of_no_question_is_not_lost() {
        let mut quoted = Content::get().quoted.as_figures();
        quoted[0].measure = "asked_no_more=yes".to_owned();
        let last = of(quoted).pop().unwrap();
        assert_eq!((last.key, last.heading.as_str(), last.figures.len()), ("other", "Other figures", 1));
    }
}
