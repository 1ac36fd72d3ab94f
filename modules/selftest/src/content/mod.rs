//! What the test consists of, read once from the data files: instruments with their words, groups, and published figures.

mod barometer;
mod groups;
mod instrument;
mod measured;
mod text;

use std::sync::LazyLock;

pub(crate) use barometer::{Edition, Quoted};
pub(crate) use groups::{Group, Groups};
pub(crate) use instrument::{ChoiceWording, PartWording, QuestionWording, Questionnaire, RowWording};
pub(crate) use measured::Measure;
pub(crate) use text::Text;

/// Everything the data files say.
pub(crate) struct Content {
    /// The instruments that can be answered, the current one last.
    questionnaires: Vec<Questionnaire>,
    pub(crate) groups: Groups,
    pub(crate) quoted: Quoted,
}

impl Content {
    /// The one and only.
    pub(crate) fn get() -> &'static Self {
        static CONTENT: LazyLock<Content> = LazyLock::new(Content::read);
        &CONTENT
    }

    fn read() -> Self {
        Self {
            questionnaires: vec![Questionnaire::read(include_str!("../../data/instrument-1.json"))],
            groups: Groups::read(include_str!("../../data/groups.json")),
            quoted: Quoted::read(include_str!("../../data/barometer.json")),
        }
    }

    /// The one that new takers get.
    pub(crate) fn current(&self) -> &Questionnaire {
        self.questionnaires.last().expect("there is at least one instrument")
    }

    /// The instrument of this version, unless it has been withdrawn.
    pub(crate) fn version(&self, version: &str) -> Option<&Questionnaire> {
        self.questionnaires.iter().find(|questionnaire| questionnaire.version() == version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_measures_something_that_is_asked_of_a_group_that_exists() {
        let content = Content::get();
        let measures = content.current().measures();
        for figure in &content.quoted.figures {
            assert!(measures.contains(&figure.measure), "{}", figure.measure);
            assert!(content.groups.find(&figure.population).is_some(), "{}", figure.population);
            assert!(content.quoted.editions.contains_key(&figure.edition), "{}", figure.edition);
        }
    }

    #[test]
    fn there_are_fifteen_groups_below_one_root() {
        let groups = &Content::get().groups;
        assert_eq!(groups.all().len(), 15);
        assert_eq!(groups.all().iter().filter(|group| group.parent.is_none()).count(), 1);
    }
}
