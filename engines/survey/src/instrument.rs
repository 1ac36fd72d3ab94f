//! What is asked: parts, questions, choices, and the rules between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Condition, Defect, defect};

/// A whole questionnaire that can be neither dead-ended nor looped: [`Instrument::new`] refuses any that could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    version: String,
    parts: Vec<Part>,
    derived: Vec<Derived>,
    /// Where each derived measure stands among them.
    derived_at: BTreeMap<String, usize>,
}

/// Questions that stand together, such as on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Of letters, digits and underscores.
    pub key: String,
    /// In the order they are asked.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Of letters, digits and underscores.
    pub key: String,
    /// How it is answered.
    pub kind: Kind,
    /// When it is asked; always where nothing is said.
    pub shown_when: Option<Condition>,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// By one choice.
    Single {
        /// What can be chosen.
        options: Vec<Choice>,
    },
    /// By one or more ticks.
    Multiple {
        /// What can be ticked.
        options: Vec<Choice>,
        /// The most ticks; no limit where nothing is said.
        at_most: Option<usize>,
    },
    /// By one choice on the same scale in each row.
    Grid {
        /// The rows' keys.
        rows: Vec<String>,
        /// What can be chosen in each.
        scale: Vec<Choice>,
    },
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Of letters, digits and underscores.
    pub key: String,
    /// What kind of answer it is.
    pub role: Role,
    /// The variants that have this choice; all where nothing is said.
    pub only_for: Option<Vec<String>>,
}

/// What kind of answer a choice is. All but the first stand alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// An answer among others.
    Answer,
    /// An answer that rules out the others: "nobody".
    Exclusive,
    /// Not knowing, which is never the same as no.
    DontKnow,
    /// The question does not fit.
    NotRelevant,
}

/// Something that is true of an answer set when any of the pairs was chosen: "reuse" is "adapted" or "copied".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// Its name, written as `item=word`.
    pub measure: String,
    /// Pairs of item and choice.
    pub any_of: Vec<(String, String)>,
}

/// The unit of answering: a question, or a row of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<'a> {
    key: String,
    part: &'a Part,
    question: &'a Question,
}

impl<'a> Item<'a> {
    /// `question`, or `question.row`.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The part it stands in.
    pub fn part(&self) -> &'a Part {
        self.part
    }

    /// The question it belongs to.
    pub fn question(&self) -> &'a Question {
        self.question
    }

    /// What can be chosen.
    pub fn choices(&self) -> &'a [Choice] {
        self.question.choices()
    }

    /// The most that can be chosen; no limit where nothing is said.
    pub fn at_most(&self) -> Option<usize> {
        match self.question.kind {
            Kind::Multiple { at_most, .. } => at_most,
            Kind::Single { .. } | Kind::Grid { .. } => Some(1),
        }
    }
}

impl Question {
    /// What can be chosen, whatever the kind.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Single { options } | Kind::Multiple { options, .. } => options,
            Kind::Grid { scale, .. } => scale,
        }
    }

    /// The keys of its items: its own, or one for each row.
    pub fn items(&self) -> Vec<String> {
        match &self.kind {
            Kind::Grid { rows, .. } => rows.iter().map(|row| format!("{}.{row}", self.key)).collect(),
            Kind::Single { .. } | Kind::Multiple { .. } => vec![self.key.clone()],
        }
    }

    /// Whether this is one of its rows; a question that has none is its own and only item.
    pub(crate) fn has_row(&self, row: Option<&str>) -> bool {
        match (&self.kind, row) {
            (Kind::Grid { rows, .. }, Some(row)) => rows.iter().any(|found| found == row),
            (Kind::Single { .. } | Kind::Multiple { .. }, None) => true,
            _ => false,
        }
    }

    fn for_variant(&self, variant: &str) -> Self {
        let fits = |choice: &&Choice| choice.only_for.as_ref().is_none_or(|only| only.iter().any(|v| v == variant));
        let keep = |choices: &[Choice]| choices.iter().filter(fits).cloned().collect();
        let kind = match &self.kind {
            Kind::Single { options } => Kind::Single { options: keep(options) },
            Kind::Multiple { options, at_most } => Kind::Multiple { options: keep(options), at_most: *at_most },
            Kind::Grid { rows, scale } => Kind::Grid { rows: rows.clone(), scale: keep(scale) },
        };
        Self { key: self.key.clone(), kind, shown_when: self.shown_when.clone() }
    }
}

impl Instrument {
    /// Checks the whole instrument, every variant of it included. All defects are told at once.
    pub fn new(version: String, parts: Vec<Part>, derived: Vec<Derived>) -> Result<Self, Vec<Defect>> {
        let derived_at = derived.iter().enumerate().map(|(place, derived)| (derived.measure.clone(), place)).collect();
        let instrument = Self { version, parts, derived, derived_at };
        let defects = defect::find(&instrument);
        if defects.is_empty() { Ok(instrument) } else { Err(defects) }
    }

    /// Its version, which every set of answers should carry.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The parts in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// What is derived from the answers.
    pub fn derived(&self) -> &[Derived] {
        &self.derived
    }

    /// What is derived under this name.
    pub fn derived_as(&self, measure: &str) -> Option<&Derived> {
        self.derived_at.get(measure).map(|place| &self.derived[*place])
    }

    /// The questions in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.parts.iter().flat_map(|part| &part.questions)
    }

    /// The question with this key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions().find(|question| question.key == key)
    }

    /// The part with this key.
    pub fn part(&self, key: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.key == key)
    }

    /// The items in order.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        self.parts.iter().flat_map(|part| part.questions.iter().flat_map(move |question| items_of(part, question)))
    }

    /// The item with this key.
    pub fn item(&self, key: &str) -> Option<Item<'_>> {
        self.place_of(key).map(|(part, question)| Item { key: key.to_owned(), part, question })
    }

    /// Where the item with this key stands.
    pub(crate) fn place_of(&self, key: &str) -> Option<(&Part, &Question)> {
        let (question, row) = key.split_once('.').map_or((key, None), |(question, row)| (question, Some(row)));
        for part in &self.parts {
            let Some(question) = part.questions.iter().find(|found| found.key == question) else { continue };
            return question.has_row(row).then_some((part, question));
        }
        None
    }

    /// The instrument as one variant has it: without the choices of other variants. Rules and derived measures still name
    /// those, and find them never chosen. Every variant that a choice names can be answered to the end, as
    /// [`Instrument::new`] made sure; a variant that none names has only the choices that all variants have.
    #[must_use]
    pub fn for_variant(&self, variant: &str) -> Self {
        let parts = self.parts.iter().map(|part| Part {
            key: part.key.clone(),
            questions: part.questions.iter().map(|question| question.for_variant(variant)).collect(),
        });
        Self { parts: parts.collect(), ..self.clone() }
    }

    /// Every variant that any choice names.
    pub(crate) fn variants(&self) -> BTreeSet<&str> {
        let choices = self.questions().flat_map(Question::choices);
        choices.filter_map(|choice| choice.only_for.as_ref()).flatten().map(String::as_str).collect()
    }
}

pub(crate) fn items_of<'a>(part: &'a Part, question: &'a Question) -> impl Iterator<Item = Item<'a>> {
    question.items().into_iter().map(move |key| Item { key, part, question })
}
