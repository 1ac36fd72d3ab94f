//! How uncertain a share is.

/// The quantile of the normal distribution for a two-sided 95 % interval.
pub const Z95: f64 = 1.959_963_984_540_054;

/// Two ends, as shares between 0 and 1, or as a difference of shares between -1 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

impl Interval {
    /// Whether a value lies inside, ends included.
    pub fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// The score interval of a share (0 to 1) of `n` answers. No answers tell nothing: from 0 to 1.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", *Journal of the American Statistical
/// Association* 22 (1927), 209–212. It starts from the share itself, so a published percentage is enough.
pub fn wilson(share: f64, n: u32, z: f64) -> Interval {
    let n = f64::from(n);
    let z2 = z * z;
    let centre = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = z / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
}

/// The interval of the difference `p1 - p2` of the shares of two independent samples.
///
/// R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
/// *Statistics in Medicine* 17 (1998), 873–890; method 10, from Wilson's interval of each.
pub fn newcombe_difference(p1: f64, n1: u32, p2: f64, n2: u32, z: f64) -> Interval {
    let (one, two) = (wilson(p1, n1, z), wilson(p2, n2, z));
    let difference = p1 - p2;
    let below = (p1 - one.low).hypot(two.high - p2);
    let above = (one.high - p1).hypot(p2 - two.low);
    Interval { low: difference - below, high: difference + above }
}

/// The interval of the difference `p1 - p2` of two shares of the same `n` answers, where one person gives one answer.
///
/// L. A. Goodman, "On simultaneous confidence intervals for multinomial proportions", *Technometrics* 7 (1965), 247–254;
/// for two shares of one question as in C. J. Wild and G. A. F. Seber, "Comparing two proportions from the same survey",
/// *The American Statistician* 47 (1993), 178–181.
pub(crate) fn same_sample_difference(p1: f64, p2: f64, n: u32, z: f64) -> Interval {
    let difference = p1 - p2;
    let half = z * ((p1 + p2 - difference * difference) / f64::from(n)).sqrt();
    Interval { low: difference - half, high: difference + half }
}

#[cfg(test)]
#[path = "interval_tests.rs"]
mod tests;
