//! What a comparison says, and when it says nothing.

use survey::{Difference, Figure, Own, Precision, Share, Standing, compare, share, standing};

fn figure(percent: f64, base: Option<u32>) -> Figure {
    Figure {
        measure: "novelty=adapted".into(),
        population: "all".into(),
        edition: "2021-2023".into(),
        order: 2023,
        percent,
        precision: Precision::Exact,
        base,
        source: "the report".into(),
    }
}

fn in_words(percent: f64) -> Figure {
    Figure { precision: Precision::InWords, ..figure(percent, Some(1_352)) }
}

#[test]
fn a_difference_is_told_only_beyond_its_uncertainty() {
    let is = |first: f64, second: f64, n| compare(&figure(first, Some(n)), &figure(second, Some(n)));
    assert_eq!(is(60.0, 50.0, 1_000), Difference::Higher);
    assert_eq!(is(50.0, 60.0, 1_000), Difference::Lower);
    assert_eq!(is(60.0, 50.0, 100), Difference::NoneShown);
    assert_eq!(is(50.0, 50.0, 1_000_000), Difference::NoneShown);
    // Newcombe's interval is 0.005 to 0.054 for the first pair, and -0.109 to 0.005 for the second.
    assert_eq!(compare(&figure(83.0, Some(1_611)), &figure(80.0, Some(2_271))), Difference::Higher);
    assert_eq!(compare(&figure(80.0, Some(2_271)), &figure(83.0, Some(1_611))), Difference::Lower);
    assert_eq!(compare(&figure(69.0, Some(300)), &figure(74.0, Some(1_352))), Difference::NoneShown);
}

#[test]
fn a_difference_needs_two_numbers_and_two_bases() {
    let exact = figure(60.0, Some(1_000));
    assert_eq!(compare(&exact, &figure(10.0, None)), Difference::Unknown);
    assert_eq!(compare(&figure(10.0, None), &exact), Difference::Unknown);
    assert_eq!(compare(&exact, &in_words(10.0)), Difference::Unknown);
}

fn stands(own: Option<&Figure>, others: &[Option<&Figure>]) -> Standing {
    let names = ["b", "c", "d"];
    let mut rows = vec![("a", own)];
    rows.extend(names.into_iter().zip(others.iter().copied()));
    standing("a", &rows)
}

#[test]
fn a_choice_is_most_common_shares_the_top_or_is_less_common() {
    let [small, middle, large] = [figure(9.0, Some(1_352)), figure(44.0, Some(1_352)), figure(47.0, Some(1_352))];
    assert_eq!(stands(Some(&large), &[Some(&middle), Some(&small)]), Standing::MostCommon);
    assert_eq!(stands(Some(&middle), &[Some(&large), Some(&small)]), Standing::SharedTop);
    assert_eq!(stands(Some(&small), &[Some(&large), Some(&middle)]), Standing::LessCommon);
}

#[test]
fn a_standing_needs_ones_own_figure_and_a_base_to_be_below_the_top() {
    let [small, large] = [figure(30.0, None), figure(70.0, None)];
    assert_eq!(stands(None, &[Some(&large)]), Standing::Unknown);
    assert_eq!(stands(Some(&in_words(30.0)), &[Some(&large)]), Standing::Unknown);
    assert_eq!(stands(Some(&small), &[Some(&large)]), Standing::Unknown);
    assert_eq!(stands(Some(&large), &[Some(&small)]), Standing::MostCommon);
    assert_eq!(standing("e", &[("a", Some(&large))]), Standing::Unknown);
}

#[test]
fn a_choice_without_a_figure_may_be_the_most_common_of_all() {
    let [own, top] = [figure(10.0, Some(1_352)), figure(12.0, Some(1_352))];
    assert_eq!(stands(Some(&top), &[Some(&own), None]), Standing::Unknown);
    assert_eq!(stands(Some(&own), &[Some(&top), None]), Standing::Unknown);
    let [own, top] = [figure(40.0, Some(1_352)), figure(42.0, Some(1_352))];
    assert_eq!(stands(Some(&top), &[Some(&own), None]), Standing::MostCommon);
    assert_eq!(stands(Some(&own), &[Some(&top), None]), Standing::SharedTop);
}

#[test]
fn where_every_choice_has_a_figure_nothing_can_be_hidden() {
    let [own, other] = [figure(30.0, Some(1_352)), figure(20.0, Some(1_352))];
    assert_eq!(stands(Some(&own), &[Some(&other)]), Standing::MostCommon, "the rest gave no answer");
}

#[test]
fn a_higher_figure_in_words_keeps_ones_own_from_being_the_most_common() {
    let own = figure(10.0, Some(1_352));
    assert_eq!(stands(Some(&own), &[Some(&in_words(80.0))]), Standing::Unknown);
}

#[test]
fn a_figure_of_another_edition_is_no_part_of_the_same_answers() {
    let own = figure(30.0, Some(1_352));
    let older = Figure { edition: "2018-2019".into(), order: 2019, ..figure(60.0, Some(1_352)) };
    assert_eq!(stands(Some(&own), &[Some(&older)]), Standing::Unknown);
    let lower = Figure { percent: 5.0, ..older };
    assert_eq!(stands(Some(&own), &[Some(&lower)]), Standing::Unknown, "it may have grown to 70 since");
    let own = figure(60.0, Some(1_352));
    assert_eq!(stands(Some(&own), &[Some(&lower)]), Standing::MostCommon, "nothing else can be above 40 now");
}

#[test]
fn half_is_not_told_from_a_little_more_or_less() {
    assert_eq!(share(Own::Yes, &figure(60.0, Some(1_352))), Share::Most);
    assert_eq!(share(Own::No, &figure(51.0, Some(1_352))), Share::Half);
    assert_eq!(share(Own::DontKnow, &figure(40.0, Some(1_352))), Share::Few);
    assert_eq!(share(Own::Yes, &figure(60.0, Some(20))), Share::Half);
}

#[test]
fn without_a_base_only_what_is_far_from_half_is_judged() {
    assert_eq!(share(Own::Yes, &figure(60.0, None)), Share::Most);
    assert_eq!(share(Own::Yes, &figure(59.9, None)), Share::Unknown);
    assert_eq!(share(Own::Yes, &figure(40.1, None)), Share::Unknown);
    assert_eq!(share(Own::Yes, &figure(40.0, None)), Share::Few);
}

#[test]
fn whoever_was_not_asked_is_told_nothing_and_words_are_no_number() {
    assert_eq!(share(Own::NotAsked, &figure(90.0, Some(1_352))), Share::Unknown);
    assert_eq!(share(Own::Yes, &in_words(90.0)), Share::Unknown);
}
