//! What can be wrong with an instrument, and finding it.

use std::collections::BTreeSet;
use std::fmt;

use crate::instrument::{Instrument, Kind, Question};
use crate::reach::{MOST_WAYS, Reach, reach};

/// Why an instrument is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Defect {
    /// A key with other characters than `a-z`, `0-9` and `_`, or none.
    BadKey(String),
    /// Two parts, questions, rows or choices of the same place have the same key.
    DuplicateKey(String),
    /// A part without questions, or no parts at all.
    EmptyPart(String),
    /// Nothing can be answered: no choices, no rows, or none for one variant.
    NothingToChoose {
        /// The question.
        question: String,
        /// The variant for which nothing is left, if it is one.
        variant: Option<String>,
    },
    /// At most none may be ticked.
    LimitOfZero(String),
    /// A rule names an item or choice that is not there.
    UnknownInRule {
        /// The question with the rule.
        question: String,
        /// What it names.
        pair: String,
    },
    /// A rule looks at its own question or a later one, so the way through would turn back on itself.
    Loop {
        /// The question with the rule.
        question: String,
        /// The item it looks at.
        item: String,
    },
    /// The rule holds for nobody who answers everything, in no variant, so the question is never asked.
    NeverShown(String),
    /// The rule depends, directly or through earlier rules, on more than 65,536 ways of answering, so it is not tried out.
    RuleTooWide(String),
    /// A derived measure has a bad name, the name of a choice or of another one.
    BadMeasure(String),
    /// A derived measure names an item or choice that is not there, or nothing.
    UnknownInMeasure(String),
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadKey(key) => write!(f, "`{key}` is no key: use a-z, 0-9 and _"),
            Self::DuplicateKey(key) => write!(f, "`{key}` is there twice"),
            Self::EmptyPart(key) => write!(f, "part `{key}` has no questions"),
            Self::NothingToChoose { question, variant: None } => write!(f, "`{question}` cannot be answered"),
            Self::NothingToChoose { question, variant: Some(variant) } => {
                write!(f, "`{question}` cannot be answered in the variant `{variant}`")
            }
            Self::LimitOfZero(question) => write!(f, "`{question}` allows no ticks"),
            Self::UnknownInRule { question, pair } => write!(f, "the rule of `{question}` names unknown `{pair}`"),
            Self::Loop { question, item } => write!(f, "the rule of `{question}` looks at `{item}`, not before it"),
            Self::NeverShown(question) => write!(f, "the rule of `{question}` can never hold"),
            Self::RuleTooWide(question) => {
                write!(f, "the rule of `{question}` depends on more than {MOST_WAYS} ways of answering")
            }
            Self::BadMeasure(measure) => write!(f, "`{measure}` is no free name for a measure: use item=word"),
            Self::UnknownInMeasure(measure) => write!(f, "`{measure}` is derived from something that is not there"),
        }
    }
}

impl std::error::Error for Defect {}

/// Everything that is wrong with an instrument.
pub(crate) fn find(instrument: &Instrument) -> Vec<Defect> {
    let mut defects = in_keys(instrument);
    defects.extend(in_parts(instrument));
    defects.extend(instrument.questions().flat_map(|question| in_choices(instrument, question)));
    defects.extend(in_rules(instrument));
    defects.extend(in_measures(instrument));
    defects
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn in_keys(instrument: &Instrument) -> Vec<Defect> {
    let mut defects = of_one_place(instrument.parts().iter().map(|part| part.key.as_str()));
    defects.extend(of_one_place(instrument.questions().map(|question| question.key.as_str())));
    for question in instrument.questions() {
        defects.extend(of_one_place(question.choices().iter().map(|choice| choice.key.as_str())));
        if let Kind::Grid { rows, .. } = &question.kind {
            defects.extend(of_one_place(rows.iter().map(String::as_str)));
        }
    }
    defects
}

fn of_one_place<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<Defect> {
    let mut seen = BTreeSet::new();
    let mut defects = Vec::new();
    for key in keys {
        if !is_key(key) {
            defects.push(Defect::BadKey(key.to_owned()));
        }
        if !seen.insert(key) {
            defects.push(Defect::DuplicateKey(key.to_owned()));
        }
    }
    defects
}

fn in_parts(instrument: &Instrument) -> Vec<Defect> {
    let empty = instrument.parts().iter().filter(|part| part.questions.is_empty());
    let mut defects: Vec<Defect> = empty.map(|part| Defect::EmptyPart(part.key.clone())).collect();
    if instrument.parts().is_empty() {
        defects.push(Defect::EmptyPart(String::new()));
    }
    defects
}

fn in_choices(instrument: &Instrument, question: &Question) -> Vec<Defect> {
    let key = &question.key;
    let has_no_rows = matches!(&question.kind, Kind::Grid { rows, .. } if rows.is_empty());
    if question.choices().is_empty() || has_no_rows {
        return vec![Defect::NothingToChoose { question: key.clone(), variant: None }];
    }
    let mut defects = Vec::new();
    for variant in instrument.variants() {
        let of_variant = instrument.for_variant(variant);
        if of_variant.question(key).is_some_and(|question| question.choices().is_empty()) {
            defects.push(Defect::NothingToChoose { question: key.clone(), variant: Some(variant.to_owned()) });
        }
    }
    if matches!(question.kind, Kind::Multiple { at_most: Some(0), .. }) {
        defects.push(Defect::LimitOfZero(key.clone()));
    }
    defects
}

fn in_rules(instrument: &Instrument) -> Vec<Defect> {
    let mut defects = Vec::new();
    let mut before: BTreeSet<String> = BTreeSet::new();
    for question in instrument.questions() {
        if let Some(rule) = &question.shown_when {
            let pairs = rule.pairs();
            let unknown = pairs.iter().filter(|(item, choice)| !has(instrument, item, choice));
            defects.extend(unknown.map(|(item, choice)| Defect::UnknownInRule {
                question: question.key.clone(),
                pair: format!("{item}={choice}"),
            }));
            let later = pairs.iter().filter(|(item, choice)| has(instrument, item, choice) && !before.contains(*item));
            defects.extend(
                later.map(|(item, _)| Defect::Loop { question: question.key.clone(), item: (*item).to_owned() }),
            );
        }
        before.extend(question.items());
    }
    if defects.is_empty() {
        defects.extend(instrument.questions().filter_map(|question| out_of_reach(instrument, question)));
    }
    defects
}

fn has(instrument: &Instrument, item: &str, choice: &str) -> bool {
    instrument.item(item).is_some_and(|item| item.choices().iter().any(|found| found.key == choice))
}

fn out_of_reach(instrument: &Instrument, question: &Question) -> Option<Defect> {
    match reach(instrument, question) {
        Reach::Asked => None,
        Reach::Never => Some(Defect::NeverShown(question.key.clone())),
        Reach::TooWide => Some(Defect::RuleTooWide(question.key.clone())),
    }
}

fn in_measures(instrument: &Instrument) -> Vec<Defect> {
    let mut defects = Vec::new();
    let mut seen = BTreeSet::new();
    for derived in instrument.derived() {
        let measure = &derived.measure;
        let is_named = measure.split_once('=').is_some_and(|(item, word)| is_key(word) && item.split('.').all(is_key));
        let is_taken = measure.split_once('=').is_some_and(|(item, word)| has(instrument, item, word));
        if !is_named || is_taken || !seen.insert(measure) {
            defects.push(Defect::BadMeasure(measure.clone()));
        }
        let is_known = derived.any_of.iter().all(|(item, choice)| has(instrument, item, choice));
        if derived.any_of.is_empty() || !is_known {
            defects.push(Defect::UnknownInMeasure(measure.clone()));
        }
    }
    defects
}
