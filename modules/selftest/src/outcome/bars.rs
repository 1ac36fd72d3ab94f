//! The bars of one question: the figure for each measure, and the taker's own answer.

use i18n::Language;
use survey::{Figures, Found, Precision};

use super::{Bar, ShownFigure, name_of};
use crate::content::{Content, Measure};
use crate::draft::Draft;

pub(super) fn bar<'a>(draft: &Draft, measure: &'static Measure, figures: &'a Figures, language: Language) -> Bar<'a> {
    let level = &draft.group.level;
    let item = measure.key.split('=').next().unwrap_or_default();
    Bar {
        measure: &measure.key,
        label: draft.questionnaire.measure_text(&measure.key, level, language),
        own: draft.instrument().own(&measure.key, &draft.answers),
        own_text: measure.is_graded.then(|| chosen_text(draft, item, level, language)),
        figure: figures.find(&measure.key, &draft.group.key).map(|found| shown(&found, language)),
    }
}

fn chosen_text(draft: &Draft, item: &str, level: &str, language: Language) -> String {
    let chosen = draft.answers.chosen(item).iter();
    let texts = chosen.map(|choice| draft.questionnaire.choice_text(item, choice, level, language));
    texts.collect::<Vec<_>>().join(", ")
}

fn shown<'a>(found: &Found<'a>, language: Language) -> ShownFigure<'a> {
    let figure = found.figure;
    let in_words = match figure.precision {
        Precision::InWords => Content::get().quoted.words(figure, language),
        Precision::Exact => None,
    };
    ShownFigure {
        published: figure,
        in_words,
        interval: figure.interval().map(|interval| (interval.low * 100.0, interval.high * 100.0)),
        population: name_of(found.population_shown, language),
        wider: found.wider,
    }
}
