//! What one person's answers say of a measure.

use survey::Own;

use crate::sample::{BAKER, answers, cakes};

fn own(pairs: &[(&str, &str)], measure: &str) -> Own {
    let cakes = cakes();
    cakes.own(measure, &answers(&cakes, pairs))
}

#[test]
fn a_choice_is_yes_and_the_others_are_no() {
    assert_eq!(own(&BAKER, "recipe=adapted"), Own::Yes);
    assert_eq!(own(&BAKER, "recipe=copied"), Own::No);
    assert_eq!(own(&BAKER, "helper=bakery"), Own::No);
    assert_eq!(own(&BAKER, "baked.bread=yes"), Own::No);
}

#[test]
fn not_knowing_and_not_fitting_are_not_no() {
    let pairs = [("baked.layer", "yes"), ("recipe", "dont_know"), ("joy", "not_relevant")];
    assert_eq!(own(&pairs, "recipe=own"), Own::DontKnow);
    assert_eq!(own(&pairs, "recipe=dont_know"), Own::Yes);
    assert_eq!(own(&pairs, "recipe=taken"), Own::DontKnow);
    assert_eq!(own(&pairs, "joy=much"), Own::NotRelevant);
}

#[test]
fn what_is_hidden_unanswered_or_unknown_was_not_asked() {
    let hidden = [("baked.layer", "no"), ("baked.bread", "no"), ("recipe", "adapted")];
    assert_eq!(own(&hidden, "recipe=adapted"), Own::NotAsked);
    assert_eq!(own(&hidden, "recipe=taken"), Own::NotAsked);
    for measure in ["joy=much", "sorrow=much", "joy", ""] {
        assert_eq!(own(&hidden, measure), Own::NotAsked, "{measure}");
    }
}

#[test]
fn something_derived_holds_when_any_of_its_choices_was_made() {
    assert_eq!(own(&BAKER, "baked=any"), Own::Yes);
    assert_eq!(own(&BAKER, "recipe=taken"), Own::Yes);
    assert_eq!(own(&[("baked.layer", "no"), ("baked.bread", "no")], "baked=any"), Own::No);
    assert_eq!(own(&[("baked.layer", "dont_know"), ("baked.bread", "dont_know")], "baked=any"), Own::DontKnow);
}

#[test]
fn a_no_to_one_item_goes_before_a_dont_know_to_another() {
    assert_eq!(own(&[("baked.layer", "no"), ("baked.bread", "dont_know")], "baked=any"), Own::No);
    assert_eq!(own(&[("baked.layer", "dont_know"), ("baked.bread", "no")], "baked=any"), Own::No);
}
