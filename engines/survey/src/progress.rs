//! Finding the way through an instrument: what is asked, what is missing, how far one has come.

use crate::answers::{Answers, Problem, ProblemKind};
use crate::instrument::{Instrument, Item, Part, Question, items_of};

/// How far one has come, in items that are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many have an answer.
    pub answered: usize,
    /// How many are asked, as far as the answers show by now.
    pub of: usize,
}

impl Instrument {
    /// Whether a question is asked, given the answers so far. Answers to a question that is itself hidden do not count.
    pub fn is_shown(&self, question: &Question, answers: &Answers) -> bool {
        let Some(rule) = &question.shown_when else { return true };
        rule.holds(&|item: &str, choice: &str| {
            answers.has(item, choice)
                && self.place_of(item).is_some_and(|(_, question)| self.is_shown(question, answers))
        })
    }

    /// The parts in which anything is asked.
    pub fn shown_parts<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = &'a Part> {
        self.parts().iter().filter(|part| part.questions.iter().any(|question| self.is_shown(question, answers)))
    }

    /// Everything that is wrong or missing among what is asked, in order.
    pub fn problems(&self, answers: &Answers) -> Vec<Problem> {
        self.shown_items(answers).filter_map(|item| problem_or_gap(&item, answers)).collect()
    }

    /// Everything that is wrong or missing in one part, in order.
    pub fn missing_in_part(&self, part: &str, answers: &Answers) -> Vec<Problem> {
        let items = self.shown_items(answers).filter(|item| item.part().key == part);
        items.filter_map(|item| problem_or_gap(&item, answers)).collect()
    }

    /// The first part in which something is wrong or missing; none when all is answered.
    pub fn first_incomplete_part(&self, answers: &Answers) -> Option<&Part> {
        self.shown_items(answers).find(|item| problem_or_gap(item, answers).is_some()).map(|item| item.part())
    }

    /// How far the answers have come.
    pub fn progress(&self, answers: &Answers) -> Progress {
        let mut progress = Progress { answered: 0, of: 0 };
        for item in self.shown_items(answers) {
            progress.of += 1;
            progress.answered += usize::from(!answers.chosen(item.key()).is_empty());
        }
        progress
    }

    fn shown_items<'a>(&'a self, answers: &Answers) -> impl Iterator<Item = Item<'a>> {
        let questions =
            self.parts().iter().flat_map(|part| part.questions.iter().map(move |question| (part, question)));
        let shown = questions.filter(|(_, question)| self.is_shown(question, answers));
        shown.flat_map(|(part, question)| items_of(part, question))
    }
}

fn problem_or_gap(item: &Item<'_>, answers: &Answers) -> Option<Problem> {
    if answers.chosen(item.key()).is_empty() {
        return Some(Problem::new(item.key(), ProblemKind::Missing));
    }
    answers.problem(item)
}
