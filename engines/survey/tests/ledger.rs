//! An observer who writes down every state of a ledger and subtracts them.

use proptest::prelude::*;
use survey::{Ledger, Sum};

const FEWEST: u64 = 5;

/// Batches of five people of whom some are asked; those asked choose among three.
fn batches() -> impl Strategy<Value = Vec<Sum>> {
    let batch = prop::collection::vec(prop::option::of(0..3_usize), 5).prop_map(|people| {
        let mut counts = vec![0; 3];
        for choice in people.iter().flatten() {
            counts[*choice] += 1;
        }
        Sum { people: 5, asked: counts.iter().sum(), counts }
    });
    prop::collection::vec(batch, 0..40)
}

proptest! {
    #[test]
    fn no_two_states_differ_by_fewer_than_five_people_who_were_asked(batches in batches()) {
        let mut ledger = Ledger::new(3, FEWEST);
        let mut seen = vec![Sum { people: 0, asked: 0, counts: vec![0; 3] }];
        for batch in &batches {
            ledger.add(batch);
            seen.extend(ledger.shown().cloned());
        }
        for (earlier, state) in seen.iter().enumerate() {
            for later in &seen[earlier..] {
                let gained = later.asked - state.asked;
                prop_assert!(gained == 0 || gained >= FEWEST, "{gained} people given away");
            }
        }
    }

    #[test]
    fn the_few_who_were_not_asked_are_not_given_away(batches in batches()) {
        let mut ledger = Ledger::new(3, FEWEST);
        for batch in &batches {
            ledger.add(batch);
            if let Some(shown) = ledger.shown() {
                prop_assert!(!(1..FEWEST).contains(&(shown.people - shown.asked)));
            }
        }
    }

    #[test]
    fn what_everybody_is_asked_is_shown_at_once(n_batches in 1..20_u64) {
        let mut ledger = Ledger::new(2, FEWEST);
        for _ in 0..n_batches {
            ledger.add(&Sum { people: 5, asked: 5, counts: vec![2, 3] });
        }
        prop_assert_eq!(ledger.shown().map(|sum| sum.counts.clone()), Some(vec![2 * n_batches, 3 * n_batches]));
    }
}
