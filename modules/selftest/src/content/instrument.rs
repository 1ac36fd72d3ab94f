//! An instrument with its words, read from a data file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use i18n::Language;
use serde::Deserialize;
use survey::{Choice, Condition, Derived, Instrument, Kind, Part, Question, Role};

use super::Text;
use super::measured::{Measure, Measured};

/// An instrument, one for each level that is worded by itself, and all its words.
pub(crate) struct Questionnaire {
    whole: Instrument,
    by_level: BTreeMap<&'static str, Instrument>,
    parts: Vec<PartWording>,
    derived: BTreeMap<String, Text>,
    measured: BTreeMap<&'static str, Measured>,
}

/// The levels a question can be worded for.
const LEVELS: [&str; 4] = ["all", "municipal", "regional", "state"];

/// The words of one part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartWording {
    pub(crate) key: String,
    pub(crate) title: Text,
    pub(crate) intro: Text,
    pub(crate) questions: Vec<QuestionWording>,
}

/// The words of one question, and the question itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionWording {
    pub(crate) key: String,
    kind: KindName,
    pub(crate) text: Text,
    pub(crate) help: Option<Text>,
    #[serde(default)]
    pub(crate) rows: Vec<RowWording>,
    #[serde(default, alias = "options")]
    pub(crate) choices: Vec<ChoiceWording>,
    #[serde(default)]
    pub(crate) scale: Vec<ChoiceWording>,
    at_most: Option<usize>,
    shown_when: Option<Rule>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KindName {
    Single,
    Multiple,
    Grid,
}

/// The words of one row of a grid.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RowWording {
    pub(crate) key: String,
    pub(crate) text: Text,
    #[serde(default)]
    origin: Option<String>,
}

impl RowWording {
    /// Whether we ask this ourselves and the Barometer does not.
    pub(crate) fn is_our_own(&self) -> bool {
        self.origin.as_deref() == Some("own")
    }
}

/// The words of one choice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceWording {
    pub(crate) key: String,
    text: Text,
    #[serde(default)]
    text_for: BTreeMap<String, Text>,
    #[serde(default)]
    role: RoleName,
    only_for: Option<Vec<String>>,
    #[serde(default)]
    #[expect(dead_code, reason = "part of the file's format; only rows of grids are shown by origin so far")]
    origin: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RoleName {
    #[default]
    Answer,
    Exclusive,
    DontKnow,
    NotRelevant,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Rule {
    Any { any: Vec<Rule> },
    All { all: Vec<Rule> },
    Not { not: Box<Rule> },
    Chosen { item: String, choice: String },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DerivedWording {
    measure: String,
    any_of: Vec<(String, String)>,
    text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    parts: Vec<PartWording>,
    derived: Vec<DerivedWording>,
}

impl ChoiceWording {
    /// The choice as it reads at this level.
    pub(crate) fn text(&self, level: &str, language: Language) -> &str {
        self.text_for.get(level).unwrap_or(&self.text).of(language)
    }

    fn choice(&self) -> Choice {
        let role = match self.role {
            RoleName::Answer => Role::Answer,
            RoleName::Exclusive => Role::Exclusive,
            RoleName::DontKnow => Role::DontKnow,
            RoleName::NotRelevant => Role::NotRelevant,
        };
        Choice { key: self.key.clone(), role, only_for: self.only_for.clone() }
    }
}

impl QuestionWording {
    fn question(&self) -> Question {
        let choices = |wordings: &[ChoiceWording]| wordings.iter().map(ChoiceWording::choice).collect();
        let kind = match self.kind {
            KindName::Single => Kind::Single { options: choices(&self.choices) },
            KindName::Multiple => Kind::Multiple { options: choices(&self.choices), at_most: self.at_most },
            KindName::Grid => {
                Kind::Grid { rows: self.rows.iter().map(|row| row.key.clone()).collect(), scale: choices(&self.scale) }
            }
        };
        Question { key: self.key.clone(), kind, shown_when: self.shown_when.as_ref().map(Rule::condition) }
    }

    /// The choices, whatever the kind: a grid's are its scale.
    pub(crate) fn all_choices(&self) -> &[ChoiceWording] {
        if self.scale.is_empty() { &self.choices } else { &self.scale }
    }
}

impl Rule {
    fn condition(&self) -> Condition {
        match self {
            Self::Any { any } => Condition::Any(any.iter().map(Self::condition).collect()),
            Self::All { all } => Condition::All(all.iter().map(Self::condition).collect()),
            Self::Not { not } => Condition::Not(Box::new(not.condition())),
            Self::Chosen { item, choice } => Condition::Chosen { item: item.clone(), choice: choice.clone() },
        }
    }
}

impl Questionnaire {
    pub(super) fn read(json: &str) -> Self {
        let file: File = serde_json::from_str(json).expect("the instrument is embedded and tested");
        let parts = file.parts.iter().map(|part| Part {
            key: part.key.clone(),
            questions: part.questions.iter().map(QuestionWording::question).collect(),
        });
        let derived = file
            .derived
            .iter()
            .map(|derived| Derived { measure: derived.measure.clone(), any_of: derived.any_of.clone() });
        let whole = Instrument::new(file.version, parts.collect(), derived.collect())
            .expect("the instrument is embedded and tested");
        let by_level = LEVELS.into_iter().map(|level| (level, whole.for_variant(level))).collect();
        let derived = file.derived.into_iter().map(|derived| (derived.measure, derived.text)).collect();
        let measured = LEVELS.into_iter().map(|level| (level, Measured::of(&whole.for_variant(level)))).collect();
        Self { whole, by_level, parts: file.parts, derived, measured }
    }

    /// Its version, which every set of answers carries.
    pub(crate) fn version(&self) -> &str {
        self.whole.version()
    }

    /// The instrument as it is asked at this level.
    pub(crate) fn at(&self, level: &str) -> &Instrument {
        self.by_level.get(level).unwrap_or(&self.whole)
    }

    /// What is measured of a question at this level, in the order of the page.
    pub(crate) fn measured(&self, level: &str, question: &str) -> &[Measure] {
        self.measured.get(level).map_or(&[], |measured| measured.of_question(question))
    }

    /// The words of all parts, in order.
    pub(crate) fn parts(&self) -> &[PartWording] {
        &self.parts
    }

    /// The words of all questions, in order.
    pub(crate) fn questions(&self) -> impl Iterator<Item = &QuestionWording> {
        self.parts.iter().flat_map(|part| &part.questions)
    }

    /// The words of the question that an item belongs to.
    pub(crate) fn question_of(&self, item: &str) -> Option<&QuestionWording> {
        let key = item.split('.').next()?;
        self.questions().find(|question| question.key == key)
    }

    /// The words of a row of a grid.
    pub(crate) fn row_of(&self, item: &str) -> Option<&RowWording> {
        let (_, row) = item.split_once('.')?;
        self.question_of(item)?.rows.iter().find(|wording| wording.key == row)
    }

    /// What a choice of an item says at this level; the key itself for one that is not known.
    pub(crate) fn choice_text<'a>(&'a self, item: &str, choice: &'a str, level: &str, language: Language) -> &'a str {
        let choices = self.question_of(item).map_or(&[][..], QuestionWording::all_choices);
        let found = choices.iter().find(|wording| wording.key == choice);
        found.map_or(choice, |wording| wording.text(level, language))
    }

    /// What a measure says: a choice, a row with its choice, or the words of a derived measure.
    pub(crate) fn measure_text<'a>(&'a self, measure: &'a str, level: &str, language: Language) -> Cow<'a, str> {
        if let Some(text) = self.derived.get(measure) {
            return text.of(language).into();
        }
        let (item, choice) = measure.split_once('=').unwrap_or((measure, ""));
        let text = self.choice_text(item, choice, level, language);
        match self.row_of(item) {
            // "New products: Yes" says no more than "New products".
            Some(row) if choice == "yes" => row.text.of(language).into(),
            Some(row) => format!("{}: {text}", row.text.of(language)).into(),
            None => text.into(),
        }
    }

    /// Every measure, plain ones first.
    #[cfg(test)]
    pub(crate) fn measures(&self) -> Vec<String> {
        let items = self.whole.items();
        let plain = items.flat_map(|item| {
            let key = item.key().to_owned();
            item.choices().iter().map(move |choice| format!("{key}={}", choice.key)).collect::<Vec<_>>()
        });
        plain.chain(self.derived.keys().cloned()).collect()
    }
}
