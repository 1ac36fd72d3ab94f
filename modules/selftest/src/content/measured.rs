//! What is measured of each question: the rows of its table.

use std::collections::BTreeMap;

use survey::{Instrument, Kind, Question, Role};

/// One row of a question's table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Measure {
    /// `item=choice`, or the name of something derived.
    pub(crate) key: String,
    /// Whether it is what a row of a grid comes to ("promoted"), so that the answer itself says more than yes or no.
    pub(crate) is_graded: bool,
}

/// Everything that is measured, question by question.
pub(super) struct Measured(BTreeMap<String, Vec<Measure>>);

impl Measured {
    pub(super) fn of(instrument: &Instrument) -> Self {
        let questions = instrument.questions();
        Self(questions.map(|question| (question.key.clone(), measures(instrument, question))).collect())
    }

    /// What is measured of a question, in the order of the page.
    pub(super) fn of_question(&self, key: &str) -> &[Measure] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }
}

/// A grid shows what its rows come to where the instrument says so ("promoted", "agree"), else the first answer of its scale
/// ("yes"). What the whole question comes to stands first in a grid and last otherwise.
fn measures(instrument: &Instrument, question: &Question) -> Vec<Measure> {
    let derived = derived(instrument, &question.key);
    match &question.kind {
        Kind::Grid { rows, scale } => {
            let of_rows = rows.iter().flat_map(|row| of_row(&derived, &question.key, row, &scale[0].key));
            let whole = derived.iter().filter(|measure| !measure.starts_with(&format!("{}.", question.key)));
            whole.map(|measure| plain((*measure).to_owned())).chain(of_rows).collect()
        }
        Kind::Single { options } | Kind::Multiple { options, .. } => {
            let answers = options.iter().filter(|choice| choice.role != Role::NotRelevant);
            let chosen = answers.map(|choice| format!("{}={}", question.key, choice.key));
            chosen.chain(derived.into_iter().map(str::to_owned)).map(plain).collect()
        }
    }
}

fn plain(key: String) -> Measure {
    Measure { key, is_graded: false }
}

fn derived<'a>(instrument: &'a Instrument, question: &str) -> Vec<&'a str> {
    let belongs = |item: &str| item == question || item.starts_with(&format!("{question}."));
    let derived = instrument.derived().iter();
    let own = derived.filter(|derived| derived.any_of.first().is_some_and(|(item, _)| belongs(item)));
    own.map(|derived| derived.measure.as_str()).collect()
}

fn of_row(derived: &[&str], question: &str, row: &str, first: &str) -> Vec<Measure> {
    let item = format!("{question}.{row}");
    let comes_to = derived.iter().filter(|measure| measure.starts_with(&format!("{item}=")));
    let of_row: Vec<Measure> = comes_to.map(|key| Measure { key: (*key).to_owned(), is_graded: true }).collect();
    if of_row.is_empty() { vec![plain(format!("{item}={first}"))] } else { of_row }
}
