//! A world that stands still.

use std::sync::Arc;

use outside::{CountingDice, FixedClock, Outside};

/// It is 24 November 2026 at 13:15 UTC, and random names count 1, 2, 3.
pub fn still() -> Outside {
    let now = "2026-11-24T13:15:00Z".parse().expect("a moment written as RFC 3339");
    Outside { clock: Arc::new(FixedClock(now)), dice: Arc::new(CountingDice::default()) }
}
