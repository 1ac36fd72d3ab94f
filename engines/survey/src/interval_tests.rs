//! The interval of two shares of the same answers, tried out on many drawn surveys.

use super::{Z95, same_sample_difference};

/// Draws the same numbers in every run (`SplitMix64`; Steele, Lea and Flood 2014).
struct Draws(u64);

impl Draws {
    /// The next number, evenly spread from 0 up to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let top = u32::try_from((mixed ^ (mixed >> 31)) >> 32).expect("the upper half has 32 bits");
        f64::from(top) / 2.0_f64.powi(32)
    }

    /// The shares of the first two choices among `n` people who each make one.
    fn survey(&mut self, p1: f64, p2: f64, n: u32) -> (f64, f64) {
        let (mut first, mut second) = (0, 0);
        for _ in 0..n {
            let drawn = self.next();
            first += u32::from(drawn < p1);
            second += u32::from((p1..p1 + p2).contains(&drawn));
        }
        (f64::from(first) / f64::from(n), f64::from(second) / f64::from(n))
    }
}

/// How many of 4,000 surveys have the true difference in their interval, as a share.
fn coverage(p1: f64, p2: f64, n: u32) -> f64 {
    let mut draws = Draws(1);
    let surveys = 4_000;
    let held = (0..surveys).filter(|_| {
        let (one, two) = draws.survey(p1, p2, n);
        same_sample_difference(one, two, n, Z95).holds(p1 - p2)
    });
    f64::from(u32::try_from(held.count()).expect("at most 4,000")) / f64::from(surveys)
}

#[test]
fn nineteen_of_twenty_surveys_have_the_true_difference_in_their_interval() {
    for (p1, p2, n) in [(0.4, 0.4, 200), (0.45, 0.35, 300), (0.7, 0.2, 400), (0.3, 0.1, 200)] {
        let covered = coverage(p1, p2, n);
        assert!((covered - 0.95).abs() < 0.015, "{p1} and {p2} of {n}: {covered}");
    }
}

#[test]
fn shares_of_the_same_answers_are_further_from_certain_than_two_samples_would_be() {
    let same = same_sample_difference(0.45, 0.35, 300, Z95);
    let apart = super::newcombe_difference(0.45, 300, 0.35, 300, Z95);
    assert!(same.high - same.low > apart.high - apart.low, "one choice's gain is another's loss");
}
