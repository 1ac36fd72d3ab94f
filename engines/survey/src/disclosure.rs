//! Showing counts without telling of a few people.
//!
//! The rule is the threshold rule with complementary suppression of official statistics (A. Hundepool and others, *Statistical
//! Disclosure Control*, Wiley 2012, chapter 5), in its one-dimensional form. The tests attack it by trying out every table that
//! fits what is shown.
//!
//! It guards one table at a time. It takes for granted that groups do not overlap, so that no table can be subtracted from
//! another. Of tables over time, [`crate::Ledger`] sees to it that two states never differ by a few people; what two
//! states together can still tell is written there. A hidden count is never pinned to one value, but it may be known to lie
//! within a narrow range.

/// A count as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// The count itself.
    Shown(u64),
    /// Too few, or one that would give too few away.
    Hidden,
}

/// Which counts of a question with one answer a person may be shown beside their total.
///
/// Counts from 1 to `threshold - 1` are hidden, and zeros with them. Where the hidden ones could be worked out from the
/// total, the next smallest are hidden too. Where no count is that small, all are shown, zeros included: that all answered
/// alike is shown, since it tells of all. A total below the threshold hides everything.
///
/// The threshold must be at least three: with two, a table of 1 and 1 is the only one of its total that is hidden.
pub fn publish(counts: &[u64], threshold: u64) -> Vec<Cell> {
    let total: u64 = counts.iter().sum();
    if total < threshold {
        return vec![Cell::Hidden; counts.len()];
    }
    let any_small = counts.iter().any(|count| (1..threshold).contains(count));
    let mut hidden: Vec<bool> = counts.iter().map(|count| any_small && *count < threshold).collect();
    while gives_away(counts, &hidden, threshold) {
        let rest = counts.iter().zip(&hidden).filter(|(_, hidden)| !**hidden);
        let Some(next) = rest.map(|(count, _)| *count).min() else { break };
        // Equal counts join together: which of them was hidden would tell how large it is.
        for (count, hidden) in counts.iter().zip(&mut hidden) {
            *hidden |= *count == next;
        }
    }
    counts.iter().zip(hidden).map(|(count, hidden)| if hidden { Cell::Hidden } else { Cell::Shown(*count) }).collect()
}

/// Whether an observer who knows the rule, the total and the shown counts could pin a hidden one to a single value.
///
/// A hidden set must hold at least two counts and `threshold` people. Nor may its sum be the most that so many small counts
/// can come to, for then each of them would be `threshold - 1`.
fn gives_away(counts: &[u64], hidden: &[bool], threshold: u64) -> bool {
    let n_hidden = hidden.iter().filter(|hidden| **hidden).count() as u64;
    let sum: u64 = counts.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| count).sum();
    n_hidden > 0 && (n_hidden < 2 || sum < threshold || sum == n_hidden * (threshold - 1))
}

/// How many of `total` ticked something, unless that tells of a few who did or of a few who did not.
pub fn publish_ticks(ticked: u64, total: u64, threshold: u64) -> Cell {
    let few = 1..threshold;
    if total < threshold || few.contains(&ticked) || few.contains(&(total - ticked.min(total))) {
        return Cell::Hidden;
    }
    Cell::Shown(ticked)
}

/// How many of the arrived may be shown: whole batches only, so that no two states differ by fewer than a batch.
pub fn closed_batches(arrived: u64, size: u64) -> u64 {
    arrived - arrived % size.max(1)
}
