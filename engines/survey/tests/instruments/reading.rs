//! Reading answers from outside, where anything may come.

use proptest::prelude::*;
use survey::{Answers, Problem, ProblemKind};

use crate::sample::{BAKER, answers, cakes};

fn read(pairs: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<Problem>) {
    let reading = Answers::read(&cakes(), pairs.iter().copied());
    let kept = reading.answers.pairs().map(|(item, choice)| (item.to_owned(), choice.to_owned()));
    (kept.collect(), reading.problems)
}

fn problem(item: &str, kind: ProblemKind) -> Problem {
    Problem { item: item.into(), kind }
}

#[test]
fn good_answers_are_kept_in_a_fixed_order() {
    let backwards: Vec<(&str, &str)> = BAKER.into_iter().rev().chain(BAKER).collect();
    let (kept, problems) = read(&backwards);
    let expected: Vec<(String, String)> = BAKER.iter().map(|(i, c)| ((*i).to_owned(), (*c).to_owned())).collect();
    assert_eq!((kept, problems), (expected, vec![]));
}

#[test]
fn what_is_not_known_is_left_out_and_told() {
    let (kept, problems) = read(&[("joy", "much"), ("joy", "huge"), ("sorrow", "much"), ("baked", "yes")]);
    assert_eq!(kept, [("joy".to_owned(), "much".to_owned())]);
    let huge = problem("joy", ProblemKind::UnknownChoice { choice: "huge".into() });
    let unknown = |item: &str| problem(item, ProblemKind::UnknownItem);
    assert_eq!(problems, [huge, unknown("sorrow"), unknown("baked")]);
}

#[test]
fn too_many_are_kept_so_that_they_can_be_shown() {
    let (kept, problems) = read(&[("helper", "family"), ("helper", "friends"), ("helper", "bakery")]);
    assert_eq!(kept.len(), 3);
    assert_eq!(problems, [problem("helper", ProblemKind::TooMany { limit: 2, chosen: 3 })]);
    let (kept, problems) = read(&[("helper", "family"), ("helper", "nobody")]);
    assert_eq!(kept.len(), 2);
    assert_eq!(problems, [problem("helper", ProblemKind::NotAlone { choice: "nobody".into() })]);
    let (kept, problems) = read(&[("baked.layer", "yes"), ("baked.layer", "dont_know")]);
    assert_eq!(kept.len(), 2);
    assert_eq!(problems, [problem("baked.layer", ProblemKind::MoreThanOne)]);
}

#[test]
fn one_answer_alone_is_right_whatever_its_kind() {
    for choice in ["nobody", "dont_know", "family"] {
        assert_eq!(read(&[("helper", choice), ("helper", choice)]).1, []);
    }
}

#[test]
fn a_choice_of_another_variant_is_not_known() {
    let town = cakes().for_variant("town");
    let reading = Answers::read(&town, [("helper", "neighbours"), ("helper", "farmhands")]);
    assert!(reading.answers.has("helper", "neighbours"));
    let farmhands = ProblemKind::UnknownChoice { choice: "farmhands".into() };
    assert_eq!(reading.problems, [problem("helper", farmhands)]);
}

#[test]
fn a_long_name_is_not_repeated_in_full() {
    let long = "æ".repeat(10_000);
    let (_, problems) = read(&[(&long, "yes"), ("joy", &long)]);
    let echo = "æ".repeat(64);
    let unknown_choice = ProblemKind::UnknownChoice { choice: echo.clone() };
    assert_eq!(problems, [problem(&echo, ProblemKind::UnknownItem), problem("joy", unknown_choice)]);
}

#[test]
fn reading_ends_after_a_thousand_pairs() {
    let endless = std::iter::repeat(("joy", "much"));
    let reading = Answers::read(&cakes(), endless);
    assert_eq!(reading.problems, [problem("joy", ProblemKind::TooLong)]);
    let thousand = std::iter::repeat_n(("joy", "much"), 1_000);
    assert_eq!(Answers::read(&cakes(), thousand.clone()).problems, []);
    let one_more = Answers::read(&cakes(), thousand.chain([("baked.layer", "yes")]));
    assert!(!one_more.answers.has("baked.layer", "yes"), "it was not read");
    assert_eq!(one_more.problems, [problem("baked.layer", ProblemKind::TooLong)]);
}

#[test]
fn replacing_a_part_leaves_the_others_as_they_were() {
    let cakes = cakes();
    let before = answers(&cakes, &BAKER);
    let form = answers(&cakes, &[("recipe", "own"), ("helper", "nobody"), ("joy", "little")]);
    let after = before.replace_part(&cakes, "latest", &form);
    let expected =
        [("baked.bread", "no"), ("baked.layer", "yes"), ("helper", "nobody"), ("joy", "much"), ("recipe", "own")];
    assert_eq!(after, answers(&cakes, &expected));
    assert_eq!(before.replace_part(&cakes, "no_such_part", &form), before);
}

/// Mostly words of the sample, so that garbage comes near to being right.
fn word() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "joy",
        "much",
        "little",
        "helper",
        "family",
        "friends",
        "bakery",
        "nobody",
        "dont_know",
        "baked",
        "baked.layer",
        "baked.bread",
        "yes",
        "no",
        "recipe",
        "own",
        "source",
        "web",
        "",
        ".",
        "=",
        "joy.much",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn whatever_comes_is_read_and_reads_the_same_again(
        pairs in prop::collection::vec((word(), word()), 0..60),
    ) {
        let cakes = cakes();
        let reading = Answers::read(&cakes, pairs.iter().map(|(item, choice)| (item, choice)));
        let again = Answers::read(&cakes, reading.answers.pairs());
        prop_assert_eq!(&again.answers, &reading.answers);
        for problem in &again.problems {
            prop_assert!(reading.problems.contains(problem), "a new problem: {:?}", problem);
        }
        for (item, choice) in &pairs {
            let is_known = cakes.item(item).is_some_and(|item| item.choices().iter().any(|known| known.key == *choice));
            prop_assert_eq!(reading.answers.has(item, choice), is_known);
        }
        let shown = reading.answers.without_hidden(&cakes);
        prop_assert_eq!(&shown.without_hidden(&cakes), &shown);
        prop_assert_eq!(cakes.problems(&shown), cakes.problems(&reading.answers));
    }
}
