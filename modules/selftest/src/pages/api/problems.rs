//! What is wrong with what was sent, in words for whoever writes a program: with the field, and what it may hold.

use std::collections::BTreeSet;

use i18n::{Language, t};
use survey::{Answers, Instrument, Problem, ProblemKind};
use web::{ApiError, ApiProblem, Refusal};

use crate::content::Content;
use crate::pages::problem_code;

/// The refusal of what was understood and does not hold.
pub(super) fn invalid(problems: Vec<ApiProblem>, language: Language) -> ApiError {
    ApiError::new(Refusal::Invalid, language, problems)
}

pub(super) fn unknown_version(language: Language) -> ApiProblem {
    let current = Content::get().current().version();
    ApiProblem::new("version", "unknown_version", t!(language, "api-version", current = current))
}

pub(super) fn unknown_group(language: Language) -> ApiProblem {
    let groups: Vec<&str> = Content::get().groups.all().iter().map(|group| group.key.as_str()).collect();
    ApiProblem::new("group", "unknown_group", t!(language, "api-group", allowed = groups.join(", ")))
}

/// A problem of the engine's, with the choices that the item has.
pub(super) fn of(problem: &Problem, instrument: &Instrument, language: Language) -> ApiProblem {
    let allowed = choices(instrument, &problem.item);
    let message = match &problem.kind {
        ProblemKind::Missing => t!(language, "api-item-missing", allowed = allowed),
        ProblemKind::MoreThanOne => t!(language, "api-item-one", allowed = allowed),
        ProblemKind::TooMany { limit, chosen } => {
            let (limit, chosen): (usize, usize) = (*limit, *chosen);
            t!(language, "api-item-too-many", limit = limit, chosen = chosen)
        }
        ProblemKind::NotAlone { choice } => t!(language, "api-item-alone", choice = choice.as_str()),
        ProblemKind::UnknownChoice { .. } => t!(language, "api-item-choice", allowed = allowed),
        ProblemKind::UnknownItem => t!(language, "api-item-unknown"),
        ProblemKind::TooLong => t!(language, "api-item-too-long"),
    };
    ApiProblem::new(&problem.item, problem_code(problem), message)
}

fn choices(instrument: &Instrument, item: &str) -> String {
    let choices = instrument.item(item).map_or(&[][..], |item| item.choices());
    choices.iter().map(|choice| choice.key.as_str()).collect::<Vec<_>>().join(", ")
}

/// The answers to questions that the other answers hide. A form never sends them, since it does not show the questions.
pub(super) fn not_asked<'a>(
    instrument: &Instrument,
    answers: &'a Answers,
    language: Language,
) -> impl Iterator<Item = ApiProblem> + use<'a> {
    let asked = answers.without_hidden(instrument);
    let answered: BTreeSet<&str> = answers.pairs().map(|(item, _)| item).collect();
    let hidden = answered.into_iter().filter(move |item| asked.chosen(item).is_empty());
    hidden.map(move |item| ApiProblem::new(item, "not_asked", t!(language, "api-item-not-asked")))
}
