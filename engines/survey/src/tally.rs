//! Adding up the answers of many.

use std::collections::BTreeMap;

use crate::answers::Answers;
use crate::instrument::Instrument;
use crate::own::Own;

/// How many were asked each item, and for how many each measure holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    asked: BTreeMap<String, u64>,
    counts: BTreeMap<String, u64>,
}

impl Tally {
    /// How many were asked an item and answered it.
    pub fn asked(&self, item: &str) -> u64 {
        self.asked.get(item).copied().unwrap_or(0)
    }

    /// For how many a measure holds: `item=choice`, or something derived.
    pub fn count(&self, measure: &str) -> u64 {
        self.counts.get(measure).copied().unwrap_or(0)
    }

    /// Adds another tally: the tally of both groups together.
    pub fn merge(&mut self, other: &Self) {
        for (item, asked) in &other.asked {
            *self.asked.entry(item.clone()).or_default() += asked;
        }
        for (measure, count) in &other.counts {
            *self.counts.entry(measure.clone()).or_default() += count;
        }
    }

    fn add(&mut self, instrument: &Instrument, answers: &Answers) {
        for item in instrument.items() {
            let chosen = answers.chosen(item.key());
            if chosen.is_empty() || !instrument.is_shown(item.question(), answers) {
                continue;
            }
            *self.asked.entry(item.key().to_owned()).or_default() += 1;
            for choice in chosen {
                *self.counts.entry(format!("{}={choice}", item.key())).or_default() += 1;
            }
        }
        let view = instrument.view(answers);
        for derived in instrument.derived() {
            if view.own(&derived.measure) == Own::Yes {
                *self.counts.entry(derived.measure.clone()).or_default() += 1;
            }
        }
    }
}

/// Adds up the answers of many. What was answered to a question that is hidden by other answers does not count.
pub fn tally<'a>(instrument: &Instrument, all: impl IntoIterator<Item = &'a Answers>) -> Tally {
    let mut tally = Tally::default();
    for answers in all {
        tally.add(instrument, answers);
    }
    tally
}
