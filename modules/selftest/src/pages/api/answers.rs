//! A set of answers as it is sent, read by the same rules as a form.

use std::collections::BTreeMap;

use i18n::Language;
use serde::Deserialize;
use survey::{Answers, ProblemKind};
use utoipa::ToSchema;
use web::{ApiError, Refusal};

use super::problems;
use crate::content::Content;
use crate::draft::Draft;

/// A whole set of answers.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct AnswersBody {
    /// The instrument's version.
    pub(super) version: String,
    /// The group to compare with.
    pub(super) group: String,
    /// The choices by item: `{"novelty": ["copy"], "driver": ["citizens", "employees"]}`.
    pub(super) answers: BTreeMap<String, Vec<String>>,
}

impl AnswersBody {
    /// The draft that it tells of, when it is whole and without a fault.
    pub(super) fn draft(&self, token: String, language: Language) -> Result<Draft, ApiError> {
        let content = Content::get();
        let Some(questionnaire) = content.version(&self.version) else {
            return Err(ApiError::new(Refusal::Gone, language, vec![problems::unknown_version(language)]));
        };
        let Some(group) = content.groups.find(&self.group) else {
            return Err(problems::invalid(vec![problems::unknown_group(language)], language));
        };
        let instrument = questionnaire.at(&group.level);
        let pairs = self.answers.iter().flat_map(|(item, choices)| choices.iter().map(move |choice| (item, choice)));
        let reading = Answers::read(instrument, pairs);
        let gaps = instrument.problems(&reading.answers);
        let gaps = gaps.into_iter().filter(|problem| problem.kind == ProblemKind::Missing);
        let found = reading.problems.into_iter().chain(gaps);
        let mut found: Vec<_> = found.map(|problem| problems::of(&problem, instrument, language)).collect();
        found.extend(problems::not_asked(instrument, &reading.answers, language));
        if !found.is_empty() {
            return Err(problems::invalid(found, language));
        }
        Ok(Draft { questionnaire, group, token, kept: false, answers: reading.answers })
    }
}
