//! An attacker who knows the rule, the total and what is shown, and tries out every table that fits.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use survey::{Cell, closed_batches, publish, publish_ticks};

/// Every table of `cells` counts of at most `most`.
fn all_tables(cells: usize, most: u64) -> Vec<Vec<u64>> {
    (0..cells).fold(vec![Vec::new()], |tables, _| {
        let longer = tables.iter().flat_map(|table| (0..=most).map(move |next| [table.as_slice(), &[next]].concat()));
        longer.collect()
    })
}

/// Groups all tables by what an observer sees, and looks for a hidden count with one possible value only.
fn attack(cells: usize, most: u64, threshold: u64) -> Vec<String> {
    let mut by_sight: BTreeMap<(u64, String), Vec<Vec<u64>>> = BTreeMap::new();
    for table in all_tables(cells, most) {
        let seen = publish(&table, threshold);
        by_sight.entry((table.iter().sum(), format!("{seen:?}"))).or_default().push(table);
    }
    let mut learned = Vec::new();
    for ((total, seen), tables) in &by_sight {
        // Near the largest counts tried, tables that would also fit are missing from the attack.
        if *total < threshold || *total > most {
            continue;
        }
        let shown = publish(&tables[0], threshold);
        for (place, _) in shown.iter().enumerate().filter(|(_, cell)| **cell == Cell::Hidden) {
            let possible: BTreeSet<u64> = tables.iter().map(|table| table[place]).collect();
            if possible.len() == 1 {
                learned.push(format!("total {total}, {seen}: count {place} must be {possible:?}"));
            }
        }
    }
    learned
}

#[test]
fn no_hidden_count_can_be_worked_out() {
    let of_five = [(2, 40, 5), (3, 26, 5), (4, 18, 5), (5, 11, 5)];
    let of_others = [(4, 16, 3), (5, 10, 3), (3, 24, 4), (4, 14, 6), (3, 26, 7)];
    for (cells, most, threshold) in of_five.into_iter().chain(of_others) {
        assert_eq!(attack(cells, most, threshold), [""; 0], "{cells} cells");
    }
}

#[test]
fn a_few_are_never_shown_and_many_are() {
    assert_eq!(publish(&[12, 8, 0], 5), [Cell::Shown(12), Cell::Shown(8), Cell::Shown(0)]);
    assert_eq!(publish(&[12, 8, 3], 5), [Cell::Shown(12), Cell::Hidden, Cell::Hidden]);
    assert_eq!(
        publish(&[12, 8, 3, 2, 0], 5)[2..],
        [Cell::Hidden; 3],
        "a zero beside hidden counts is hidden with them"
    );
    assert_eq!(publish(&[2, 2], 5), [Cell::Hidden, Cell::Hidden], "the total is too small");
    assert_eq!(publish(&[4, 4, 4, 6], 5), [Cell::Hidden; 4], "three fours would be all that fits");
}

#[test]
fn ticks_tell_neither_of_the_few_who_ticked_nor_of_the_few_who_did_not() {
    assert_eq!(publish_ticks(10, 20, 5), Cell::Shown(10));
    assert_eq!(publish_ticks(3, 20, 5), Cell::Hidden);
    assert_eq!(publish_ticks(17, 20, 5), Cell::Hidden);
    assert_eq!(publish_ticks(0, 20, 5), Cell::Shown(0));
    assert_eq!(publish_ticks(0, 4, 5), Cell::Hidden);
}

proptest! {
    #[test]
    fn a_shown_count_is_never_between_one_and_the_threshold(
        counts in prop::collection::vec(0..60_u64, 1..9),
        threshold in 2..9_u64,
    ) {
        for cell in publish(&counts, threshold) {
            if let Cell::Shown(count) = cell {
                prop_assert!(count == 0 || count >= threshold);
            }
        }
    }

    #[test]
    fn what_is_shown_never_changes_by_fewer_than_a_batch(arrivals in prop::collection::vec(0..7_u64, 0..60)) {
        let mut arrived = 0;
        let mut before = 0;
        for more in arrivals {
            arrived += more;
            let shown = closed_batches(arrived, 5);
            prop_assert!(shown == before || shown - before >= 5);
            prop_assert!(shown <= arrived);
            before = shown;
        }
    }
}
