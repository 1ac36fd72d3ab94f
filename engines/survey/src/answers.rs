//! What was answered, and reading it from outside.

use std::collections::{BTreeMap, BTreeSet};

use crate::instrument::{Instrument, Item, Role};

/// No instrument has nearly this many things to choose; more are noise.
const MOST_PAIRS: usize = 1_000;
/// As much of an unknown name as is worth repeating.
const LONGEST_ECHO: usize = 64;

/// What was answered: choices by item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    chosen: BTreeMap<String, BTreeSet<String>>,
}

/// Answers as they were read, and what was wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What can be used. Unknown items and choices are left out; too many ticks are kept, so that they can be shown.
    pub answers: Answers,
    /// What was wrong, in the order of the instrument; unknown things last.
    pub problems: Vec<Problem>,
}

/// Something wrong with the answer to one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The item's key, as far as it is worth repeating.
    pub item: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What can be wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The instrument has no such item.
    UnknownItem,
    /// The item has no such choice.
    UnknownChoice {
        /// What was sent.
        choice: String,
    },
    /// More ticks than the item allows.
    TooMany {
        /// The most.
        limit: usize,
        /// How many there are.
        chosen: usize,
    },
    /// More than one choice where there is one answer.
    MoreThanOne,
    /// A choice that stands alone, beside others.
    NotAlone {
        /// The one that stands alone.
        choice: String,
    },
    /// Nothing was chosen.
    Missing,
    /// More was sent than any form holds; the rest was not read.
    TooLong,
}

impl Answers {
    /// Reads pairs of item and choice. The same pair twice counts once.
    pub fn read(
        instrument: &Instrument,
        pairs: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
    ) -> Reading {
        let mut answers = Self::default();
        let mut unknown = Vec::new();
        for (count, (item, choice)) in pairs.into_iter().enumerate() {
            let (item, choice) = (item.as_ref(), choice.as_ref());
            if count == MOST_PAIRS {
                unknown.push(Problem::new(item, ProblemKind::TooLong));
                break;
            }
            match refusal(instrument, item, choice) {
                None => answers.set(item, choice),
                Some(kind) => unknown.push(Problem::new(item, kind)),
            }
        }
        let mut problems: Vec<Problem> = instrument.items().filter_map(|item| answers.problem(&item)).collect();
        problems.append(&mut unknown);
        Reading { answers, problems }
    }

    /// The pairs in a fixed order, whatever the instrument.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.chosen
            .iter()
            .flat_map(|(item, choices)| choices.iter().map(move |choice| (item.as_str(), choice.as_str())))
    }

    /// What was chosen for an item; nothing for one that was not answered.
    pub fn chosen(&self, item: &str) -> &BTreeSet<String> {
        static NOTHING: BTreeSet<String> = BTreeSet::new();
        self.chosen.get(item).unwrap_or(&NOTHING)
    }

    /// Whether this was chosen.
    pub fn has(&self, item: &str, choice: &str) -> bool {
        self.chosen(item).contains(choice)
    }

    /// Adds a choice.
    pub fn set(&mut self, item: &str, choice: &str) {
        self.chosen.entry(item.to_owned()).or_default().insert(choice.to_owned());
    }

    /// These answers with those of one part exchanged for another's.
    #[must_use]
    pub fn replace_part(&self, instrument: &Instrument, part: &str, other: &Self) -> Self {
        let is_in_part = |item: &str| instrument.item(item).is_some_and(|item| item.part().key == part);
        let kept = self.chosen.iter().filter(|(item, _)| !is_in_part(item));
        let new = other.chosen.iter().filter(|(item, _)| is_in_part(item));
        Self { chosen: kept.chain(new).map(|(item, choices)| (item.clone(), choices.clone())).collect() }
    }

    /// Only the answers to questions that are asked, given the other answers.
    #[must_use]
    pub fn without_hidden(&self, instrument: &Instrument) -> Self {
        let is_asked =
            |item: &str| instrument.item(item).is_some_and(|item| instrument.is_shown(item.question(), self));
        let asked = self.chosen.iter().filter(|(item, _)| is_asked(item));
        Self { chosen: asked.map(|(item, choices)| (item.clone(), choices.clone())).collect() }
    }

    /// What is wrong with the answer to an item, unless it is only missing.
    pub(crate) fn problem(&self, item: &Item<'_>) -> Option<Problem> {
        let chosen = self.chosen(item.key());
        let limit = item.at_most().unwrap_or(usize::MAX);
        let stands_alone =
            item.choices().iter().find(|choice| choice.role != Role::Answer && chosen.contains(&choice.key));
        let kind = match stands_alone {
            _ if limit == 1 && chosen.len() > 1 => ProblemKind::MoreThanOne,
            Some(choice) if chosen.len() > 1 => ProblemKind::NotAlone { choice: choice.key.clone() },
            _ if chosen.len() > limit => ProblemKind::TooMany { limit, chosen: chosen.len() },
            _ => return None,
        };
        Some(Problem::new(item.key(), kind))
    }
}

impl Problem {
    pub(crate) fn new(item: &str, kind: ProblemKind) -> Self {
        Self { item: echo(item), kind }
    }
}

fn refusal(instrument: &Instrument, item: &str, choice: &str) -> Option<ProblemKind> {
    let Some((_, question)) = instrument.place_of(item) else { return Some(ProblemKind::UnknownItem) };
    let is_known = question.choices().iter().any(|known| known.key == choice);
    (!is_known).then(|| ProblemKind::UnknownChoice { choice: echo(choice) })
}

fn echo(text: &str) -> String {
    text.chars().take(LONGEST_ECHO).collect()
}
