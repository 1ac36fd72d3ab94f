//! What one person's answers say of one measure.

use crate::answers::Answers;
use crate::instrument::{Instrument, Role};

/// What one person's answers say of a measure. Not knowing is never the same as no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// The person does not know.
    DontKnow,
    /// It does not fit.
    NotRelevant,
    /// It was not asked, or not answered.
    NotAsked,
}

impl Instrument {
    /// What the answers say of a measure: `item=choice`, or the name of something derived.
    pub fn own(&self, measure: &str, answers: &Answers) -> Own {
        if let Some(derived) = self.derived_as(measure) {
            let pairs = derived.any_of.iter().map(|(item, choice)| (item.as_str(), choice.as_str()));
            return self.own_of(pairs, answers);
        }
        measure.split_once('=').map_or(Own::NotAsked, |pair| self.own_of([pair], answers))
    }

    /// Yes if any of the pairs was chosen; else no if any of their items has an answer; else why there is none.
    fn own_of<'a>(&self, pairs: impl IntoIterator<Item = (&'a str, &'a str)>, answers: &Answers) -> Own {
        let mut own = Own::NotAsked;
        for (item, choice) in pairs {
            match self.own_pair(item, choice, answers) {
                Own::Yes => return Own::Yes,
                Own::NotAsked => {}
                // A clear no on one item says more than not knowing on another.
                Own::No => own = Own::No,
                other if own == Own::NotAsked => own = other,
                _ => {}
            }
        }
        own
    }

    fn own_pair(&self, item: &str, choice: &str, answers: &Answers) -> Own {
        let Some(found) = self.item(item) else { return Own::NotAsked };
        let chosen = answers.chosen(item);
        if chosen.is_empty() || !self.is_shown(found.question(), answers) {
            return Own::NotAsked;
        }
        if chosen.contains(choice) {
            return Own::Yes;
        }
        let has = |role: Role| found.choices().iter().any(|known| known.role == role && chosen.contains(&known.key));
        if has(Role::DontKnow) {
            return Own::DontKnow;
        }
        if has(Role::NotRelevant) { Own::NotRelevant } else { Own::No }
    }
}
