//! One bar: a row of the group's side, and the taker's own answer beside it.

use i18n::Language;
use survey::View;

use super::Bar;
use super::side::Row;
use crate::content::Measure;
use crate::draft::Draft;

pub(super) fn bar<'a>(
    draft: &Draft,
    view: &View<'_>,
    measure: &'static Measure,
    row: &'a Row,
    language: Language,
) -> Bar<'a> {
    let item = measure.key.split('=').next().unwrap_or_default();
    Bar {
        measure: &measure.key,
        label: &row.label,
        own: view.own(&measure.key),
        own_text: measure.is_graded.then(|| chosen_text(draft, item, language)),
        figure: row.figure.as_ref(),
        country: row.country.as_ref(),
    }
}

fn chosen_text(draft: &Draft, item: &str, language: Language) -> String {
    let chosen = draft.answers.chosen(item).iter();
    let texts = chosen.map(|choice| draft.questionnaire.choice_text(item, choice, &draft.group.level, language));
    texts.collect::<Vec<_>>().join(", ")
}
