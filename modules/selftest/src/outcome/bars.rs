//! The bars of one question: which measures it has, and the figure for each.

use i18n::Language;
use survey::{Answers, Figures, Found, Instrument, Kind, Precision, Role};

use super::{Bar, ShownFigure, name_of};
use crate::content::{Content, QuestionWording};
use crate::draft::Draft;

pub(super) fn of_question(draft: &Draft, wording: &QuestionWording, figures: &Figures, language: Language) -> Vec<Bar> {
    let measures = measures(draft.instrument(), &wording.key).into_iter();
    measures.map(|measure| bar(draft, measure, figures, language)).collect()
}

fn bar(draft: &Draft, measure: String, figures: &Figures, language: Language) -> Bar {
    let level = &draft.group.level;
    let found = figures.find(&measure, &draft.group.key);
    let item = measure.split('=').next().unwrap_or_default();
    // A row that is measured by what it comes to ("promoted") was answered on a scale, which says more than yes or no.
    let is_graded = item.contains('.') && draft.instrument().derived().iter().any(|derived| derived.measure == measure);
    Bar {
        label: draft.questionnaire.measure_text(&measure, level, language),
        own: draft.instrument().own(&measure, &draft.answers),
        own_text: is_graded.then(|| chosen_text(draft, item, level, language)),
        figure: found.map(|found| shown(&found, language)),
        measure,
    }
}

fn chosen_text(draft: &Draft, item: &str, level: &str, language: Language) -> String {
    let chosen = draft.answers.chosen(item).iter();
    let texts = chosen.map(|choice| draft.questionnaire.choice_text(item, choice, level, language));
    texts.collect::<Vec<_>>().join(", ")
}

fn shown(found: &Found<'_>, language: Language) -> ShownFigure {
    let figure = found.figure;
    let in_words = match figure.precision {
        Precision::InWords => Content::get().quoted.words(figure, language).map(str::to_owned),
        Precision::Exact => None,
    };
    ShownFigure {
        percent: figure.percent,
        in_words,
        interval: figure.interval().map(|interval| (interval.low * 100.0, interval.high * 100.0)),
        edition: figure.edition.clone(),
        population: name_of(found.population_shown, language),
        wider: found.wider,
        base: figure.base,
        source: figure.source.clone(),
    }
}

/// What is measured of a question, in the order of the page.
///
/// A grid shows what its rows come to where the instrument says so ("promoted", "agree"), else the first answer of its scale
/// ("yes"). What the whole question comes to stands first in a grid and last otherwise.
pub(super) fn measures(instrument: &Instrument, question: &str) -> Vec<String> {
    let Some(found) = instrument.question(question) else { return Vec::new() };
    let of_question: Vec<&str> = derived(instrument, question);
    match &found.kind {
        Kind::Grid { rows, scale } => {
            let of_rows = rows.iter().flat_map(|row| of_row(&of_question, question, row, &scale[0].key));
            let whole = of_question.iter().filter(|measure| !measure.starts_with(&format!("{question}.")));
            whole.map(|measure| (*measure).to_owned()).chain(of_rows).collect()
        }
        Kind::Single { options } | Kind::Multiple { options, .. } => {
            let answers = options.iter().filter(|choice| choice.role != Role::NotRelevant);
            let plain = answers.map(|choice| format!("{question}={}", choice.key));
            plain.chain(of_question.into_iter().map(str::to_owned)).collect()
        }
    }
}

fn derived<'a>(instrument: &'a Instrument, question: &str) -> Vec<&'a str> {
    let belongs = |item: &str| item == question || item.starts_with(&format!("{question}."));
    let derived = instrument.derived().iter();
    let own = derived.filter(|derived| derived.any_of.first().is_some_and(|(item, _)| belongs(item)));
    own.map(|derived| derived.measure.as_str()).collect()
}

fn of_row(derived: &[&str], question: &str, row: &str, first: &str) -> Vec<String> {
    let item = format!("{question}.{row}");
    let of_row: Vec<String> =
        derived.iter().filter(|measure| measure.starts_with(&format!("{item}="))).map(|m| (*m).to_owned()).collect();
    if of_row.is_empty() { vec![format!("{item}={first}")] } else { of_row }
}

/// Whether anything at all was chosen for an item.
pub(super) fn is_answered(answers: &Answers, item: &str) -> bool {
    !answers.chosen(item).is_empty()
}
