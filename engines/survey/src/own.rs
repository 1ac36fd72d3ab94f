//! What one person's answers say of one measure.

use crate::answers::Answers;
use crate::instrument::{Instrument, Question, Role};

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
        self.view(answers).own(measure)
    }

    /// One person's answers seen through the instrument, for asking of many measures.
    pub fn view<'a>(&'a self, answers: &'a Answers) -> View<'a> {
        let shown = self.questions().filter(|question| self.is_shown(question, answers)).collect();
        View { instrument: self, answers, shown }
    }
}

/// One person's answers seen through the instrument. Which questions were asked is worked out once.
pub struct View<'a> {
    instrument: &'a Instrument,
    answers: &'a Answers,
    shown: Vec<&'a Question>,
}

impl View<'_> {
    /// What the answers say of a measure: `item=choice`, or the name of something derived.
    pub fn own(&self, measure: &str) -> Own {
        if let Some(derived) = self.instrument.derived_as(measure) {
            return self.own_of(derived.any_of.iter().map(|(item, choice)| (item.as_str(), choice.as_str())));
        }
        measure.split_once('=').map_or(Own::NotAsked, |pair| self.own_of([pair]))
    }

    /// Yes if any of the pairs was chosen; else no if any of their items has an answer; else why there is none.
    fn own_of<'a>(&self, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Own {
        let mut own = Own::NotAsked;
        for (item, choice) in pairs {
            match self.own_pair(item, choice) {
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

    fn own_pair(&self, item: &str, choice: &str) -> Own {
        let chosen = self.answers.chosen(item);
        let Some(question) = self.asked(item).filter(|_| !chosen.is_empty()) else { return Own::NotAsked };
        if chosen.contains(choice) {
            return Own::Yes;
        }
        let has = |role: Role| question.choices().iter().any(|known| known.role == role && chosen.contains(&known.key));
        if has(Role::DontKnow) {
            return Own::DontKnow;
        }
        if has(Role::NotRelevant) { Own::NotRelevant } else { Own::No }
    }

    /// The question of an item, if it was asked.
    fn asked(&self, item: &str) -> Option<&Question> {
        let (key, row) = item.split_once('.').map_or((item, None), |(key, row)| (key, Some(row)));
        let question = self.shown.iter().copied().find(|question| question.key == key)?;
        question.has_row(row).then_some(question)
    }
}
