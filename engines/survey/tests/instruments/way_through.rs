//! The way through an instrument: what is asked, what is missing, and that it ends.

use proptest::prelude::*;
use survey::{Answers, Instrument, Item, Problem, ProblemKind, Progress, Role};

use crate::any_instrument::{any_parts, asked_of_somebody};
use crate::sample::{BAKER, answers, cakes};

fn missing(items: &[&str]) -> Vec<Problem> {
    items.iter().map(|item| Problem { item: (*item).to_owned(), kind: ProblemKind::Missing }).collect()
}

fn keys(instrument: &Instrument, answers: &Answers) -> Vec<String> {
    instrument.shown_parts(answers).map(|part| part.key.clone()).collect()
}

#[test]
fn at_first_only_what_needs_no_answer_is_asked() {
    let (cakes, nothing) = (cakes(), Answers::default());
    assert_eq!(cakes.problems(&nothing), missing(&["baked.layer", "baked.bread", "source", "joy"]));
    assert_eq!(cakes.progress(&nothing), Progress { answered: 0, of: 4 });
    assert_eq!(cakes.first_incomplete_part(&nothing).map(|part| part.key.as_str()), Some("kinds"));
}

#[test]
fn an_answer_opens_and_closes_what_follows() {
    let cakes = cakes();
    let baked = answers(&cakes, &[("baked.layer", "yes"), ("baked.bread", "no")]);
    assert_eq!(cakes.missing_in_part("latest", &baked), missing(&["recipe", "helper", "source"]));
    let own_recipe = answers(&cakes, &[("baked.layer", "yes"), ("baked.bread", "no"), ("recipe", "own")]);
    assert_eq!(cakes.missing_in_part("latest", &own_recipe), missing(&["helper"]));
    assert_eq!(cakes.missing_in_part("no_such_part", &own_recipe), []);
    let nothing_baked = answers(&cakes, &[("baked.layer", "no"), ("baked.bread", "no"), ("recipe", "own")]);
    assert_eq!(
        cakes.missing_in_part("latest", &nothing_baked),
        missing(&["source"]),
        "a hidden answer counts for nothing"
    );
    assert_eq!(keys(&cakes, &nothing_baked), ["kinds", "latest", "views"]);
}

#[test]
fn whoever_has_answered_everything_is_done() {
    let cakes = cakes();
    let baker = answers(&cakes, &BAKER);
    assert_eq!((cakes.problems(&baker), cakes.first_incomplete_part(&baker)), (vec![], None));
    assert_eq!(cakes.progress(&baker), Progress { answered: 6, of: 6 });
}

#[test]
fn an_answer_that_is_wrong_is_not_done() {
    let cakes = cakes();
    let reading = Answers::read(&cakes, BAKER.into_iter().chain([("helper", "bakery")]));
    assert_eq!(cakes.problems(&reading.answers), reading.problems);
    assert_eq!(cakes.first_incomplete_part(&reading.answers).map(|part| part.key.as_str()), Some("latest"));
}

#[test]
fn a_variant_keeps_everything_but_the_choices_of_others() {
    let cakes = cakes();
    let town = cakes.for_variant("town");
    assert_eq!(town.items().count(), cakes.items().count());
    let helpers = |instrument: &Instrument| instrument.item("helper").map_or(0, |item| item.choices().len());
    assert_eq!((helpers(&cakes), helpers(&town), helpers(&cakes.for_variant("sea"))), (7, 6, 5));
}

/// A way of answering an item, picked by a number.
fn pick(item: &Item<'_>, number: usize) -> Vec<String> {
    let choices = item.choices();
    let first = &choices[number % choices.len()];
    let stands_alone = first.role != Role::Answer;
    if stands_alone {
        return vec![first.key.clone()];
    }
    let beside = choices.iter().filter(|choice| choice.role == Role::Answer && choice.key != first.key);
    let more = (number / choices.len()) % item.at_most().unwrap_or(choices.len());
    std::iter::once(first).chain(beside.take(more)).map(|choice| choice.key.clone()).collect()
}

/// Answers whatever is missing first, until nothing is; tells how many steps it took.
fn walk(instrument: &Instrument, numbers: &[usize]) -> Result<usize, TestCaseError> {
    let mut answers = Answers::default();
    for step in 0..=instrument.items().count() {
        let problems = instrument.problems(&answers);
        let progress = instrument.progress(&answers);
        let is_done = problems.is_empty();
        prop_assert_eq!(is_done, instrument.first_incomplete_part(&answers).is_none());
        prop_assert_eq!(problems.len(), progress.of - progress.answered);
        let by_part = instrument.parts().iter().flat_map(|part| instrument.missing_in_part(&part.key, &answers));
        prop_assert_eq!(&problems, &by_part.collect::<Vec<_>>());
        let Some(first) = problems.first() else { return Ok(step) };
        prop_assert_eq!(&first.kind, &ProblemKind::Missing);
        let item = instrument.item(&first.item).expect("a problem names an item");
        for choice in pick(&item, numbers[step % numbers.len()]) {
            answers.set(item.key(), &choice);
        }
    }
    Err(TestCaseError::fail("more steps than items"))
}

fn variants() -> [Option<&'static str>; 3] {
    [None, Some("town"), Some("farm")]
}

proptest! {
    #[test]
    fn every_accepted_instrument_can_be_answered_to_the_end(
        parts in any_parts(),
        numbers in prop::collection::vec(0..1_000_usize, 1..12),
    ) {
        let Ok(instrument) = Instrument::new("1".into(), parts, vec![]) else { return Ok(()) };
        for variant in variants() {
            let instrument = variant.map_or_else(|| instrument.clone(), |variant| instrument.for_variant(variant));
            let steps = walk(&instrument, &numbers)?;
            prop_assert!(steps <= instrument.items().count());
        }
    }

    #[test]
    fn a_question_is_refused_exactly_when_nobody_who_answers_everything_comes_to_it(parts in any_parts()) {
        let asked = asked_of_somebody(&parts);
        let questions = parts.iter().flat_map(|part| &part.questions);
        let never: Vec<String> =
            questions.map(|question| question.key.clone()).filter(|key| !asked.contains(key)).collect();
        let refused: Vec<String> = match Instrument::new("1".into(), parts, vec![]) {
            Ok(_) => vec![],
            Err(defects) => defects.iter().map(|defect| match defect {
                survey::Defect::NeverShown(question) => question.clone(),
                other => format!("{other}"),
            }).collect(),
        };
        prop_assert_eq!(refused, never);
    }
}
