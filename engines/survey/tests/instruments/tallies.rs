//! Adding up the answers of many.

use proptest::prelude::*;
use survey::{Answers, Tally, tally};

use crate::sample::{BAKER, answers, cakes};

#[test]
fn everybody_counts_once_for_what_they_were_asked() {
    let cakes = cakes();
    let baker = answers(&cakes, &BAKER);
    // This person went back and said no: what was answered before, and is hidden now, does not count.
    let other = answers(&cakes, &[("baked.layer", "no"), ("baked.bread", "dont_know"), ("recipe", "own")]);
    let tally = tally(&cakes, [&baker, &other, &baker]);
    assert_eq!((tally.asked("baked.layer"), tally.asked("recipe"), tally.asked("joy")), (3, 2, 2));
    assert_eq!((tally.count("baked.layer=yes"), tally.count("baked.layer=no")), (2, 1));
    assert_eq!((tally.count("helper=family"), tally.count("helper=friends")), (2, 2));
    assert_eq!((tally.count("recipe=own"), tally.count("recipe=taken"), tally.count("baked=any")), (0, 2, 2));
    assert_eq!((tally.asked("sorrow"), tally.count("sorrow=much")), (0, 0));
}

/// People who answer anything at all, right or not.
fn people() -> impl Strategy<Value = Vec<Answers>> {
    let pairs: Vec<(String, String)> = cakes()
        .items()
        .flat_map(|item| item.choices().iter().map(move |choice| (item.key().to_owned(), choice.key.clone())))
        .collect();
    let most = pairs.len();
    let person = prop::sample::subsequence(pairs, 0..=most).prop_map(|pairs| Answers::read(&cakes(), pairs).answers);
    prop::collection::vec(person, 0..12)
}

proptest! {
    #[test]
    fn two_tallies_merge_to_the_tally_of_all(first in people(), second in people()) {
        let cakes = cakes();
        let mut merged = tally(&cakes, &first);
        merged.merge(&tally(&cakes, &second));
        prop_assert_eq!(&merged, &tally(&cakes, first.iter().chain(&second)));
        let mut other_way = tally(&cakes, &second);
        other_way.merge(&tally(&cakes, &first));
        prop_assert_eq!(&merged, &other_way);
        merged.merge(&Tally::default());
        prop_assert_eq!(merged, other_way);
    }

    #[test]
    fn no_measure_counts_more_people_than_were_asked(people in people()) {
        let cakes = cakes();
        let tally = tally(&cakes, &people);
        for item in cakes.items() {
            for choice in item.choices() {
                let measure = format!("{}={}", item.key(), choice.key);
                prop_assert!(tally.count(&measure) <= tally.asked(item.key()), "{measure}");
            }
        }
        prop_assert!(tally.asked("joy") <= people.len() as u64);
    }
}
