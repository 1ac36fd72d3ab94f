//! When a question is asked.

use std::collections::BTreeSet;

/// A rule over earlier answers. An item that was not asked counts as not chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// This was chosen.
    Chosen {
        /// The item's key.
        item: String,
        /// The choice's key.
        choice: String,
    },
    /// At least one of these holds.
    Any(Vec<Condition>),
    /// All of these hold.
    All(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// Whether it holds, given what was chosen.
    pub(crate) fn holds(&self, was_chosen: &impl Fn(&str, &str) -> bool) -> bool {
        match self {
            Self::Chosen { item, choice } => was_chosen(item, choice),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(was_chosen)),
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(was_chosen)),
            Self::Not(condition) => !condition.holds(was_chosen),
        }
    }

    /// Every pair of item and choice that it names.
    pub(crate) fn pairs(&self) -> BTreeSet<(&str, &str)> {
        match self {
            Self::Chosen { item, choice } => BTreeSet::from([(item.as_str(), choice.as_str())]),
            Self::Any(conditions) | Self::All(conditions) => conditions.iter().flat_map(Self::pairs).collect(),
            Self::Not(condition) => condition.pairs(),
        }
    }
}
