//! One measure: a value, what it is held against, and the goal.

use std::fmt;

/// What was measured.
pub(super) struct Measure {
    pub(super) name: String,
    pub(super) value: f64,
    pub(super) unit: &'static str,
    pub(super) beside: Option<Beside>,
    pub(super) goal: Goal,
}

/// A peer or a limit, measured in the same run and in the same unit.
pub(super) struct Beside {
    pub(super) name: &'static str,
    pub(super) value: f64,
}

/// What is to be reached.
#[derive(Clone, Copy)]
pub(super) enum Goal {
    /// This many times what it stands beside.
    Times(f64),
    /// The value itself.
    AtLeast(f64),
    /// The value itself.
    Below(f64),
    /// Not one.
    Zero,
}

impl Measure {
    /// How many times what it stands beside.
    pub(super) fn ratio(&self) -> Option<f64> {
        self.beside.as_ref().map(|beside| self.value / beside.value)
    }

    pub(super) fn is_reached(&self) -> bool {
        match self.goal {
            Goal::Times(least) => self.ratio().is_some_and(|ratio| ratio >= least),
            Goal::AtLeast(least) => self.value >= least,
            Goal::Below(limit) => self.value < limit,
            Goal::Zero => self.value <= 0.0,
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Times(least) => write!(f, "≥ {least} times"),
            Self::AtLeast(least) => write!(f, "≥ {least}"),
            Self::Below(limit) => write!(f, "< {limit}"),
            Self::Zero => write!(f, "0"),
        }
    }
}

/// The middle one of several rounds, which a disturbed round does not move.
pub(super) fn median(mut rounds: Vec<f64>) -> f64 {
    rounds.sort_by(f64::total_cmp);
    let middle = rounds.len() / 2;
    match rounds.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => rounds[middle],
        _ => f64::midpoint(rounds[middle - 1], rounds[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(value: f64, beside: Option<f64>, goal: Goal) -> Measure {
        let beside = beside.map(|value| Beside { name: "peer", value });
        Measure { name: String::new(), value, unit: "/s", beside, goal }
    }

    #[test]
    fn the_median_is_the_middle_one_or_between_the_middle_two() {
        assert!((median(vec![9.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(vec![4.0, 1.0, 2.0, 90.0]) - 3.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).is_nan());
    }

    #[test]
    fn a_goal_is_reached_or_missed() {
        assert!(measure(50.0, Some(100.0), Goal::Times(0.5)).is_reached());
        assert!(!measure(49.0, Some(100.0), Goal::Times(0.5)).is_reached());
        assert!(!measure(999.0, None, Goal::AtLeast(1_000.0)).is_reached());
        assert!(!measure(50.0, None, Goal::Below(50.0)).is_reached());
        assert!(measure(0.0, None, Goal::Zero).is_reached());
        assert!(!measure(1.0, None, Goal::Zero).is_reached());
    }

    #[test]
    fn what_was_not_measured_reaches_nothing() {
        for goal in [Goal::Times(0.5), Goal::AtLeast(1.0), Goal::Below(1.0), Goal::Zero] {
            assert!(!measure(f64::NAN, Some(1.0), goal).is_reached());
        }
    }
}
