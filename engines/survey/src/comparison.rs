//! Saying what a comparison shows, and when a difference is no difference.

use crate::Own;
use crate::benchmark::{Figure, Precision};
use crate::interval::{Z95, newcombe_difference, same_sample_difference};

/// One population beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The first is higher, by more than the uncertainty.
    Higher,
    /// The first is lower, by more than the uncertainty.
    Lower,
    /// The data show no difference.
    NoneShown,
    /// Nobody can say: a base is not published, or a source gives words only.
    Unknown,
}

/// Compares two figures of independent samples at 95 %, by [`newcombe_difference`].
///
/// A group is part of the country it is compared with, so the two samples overlap and the true uncertainty is a
/// little smaller: the rule errs towards saying that there is no difference.
pub fn compare(first: &Figure, second: &Figure) -> Difference {
    let (Some(n1), Some(n2)) = (first.exact_base(), second.exact_base()) else { return Difference::Unknown };
    let interval = newcombe_difference(first.share(), n1, second.share(), n2, Z95);
    if interval.low > 0.0 {
        return Difference::Higher;
    }
    if interval.high < 0.0 { Difference::Lower } else { Difference::NoneShown }
}

/// Where one's own choice stands among all choices of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No other choice is more common.
    MostCommon,
    /// Another choice is more common, but not by more than the uncertainty.
    SharedTop,
    /// Another choice is more common.
    LessCommon,
    /// Nobody can say: figures or their base are not published, or come from different editions or populations.
    Unknown,
}

/// Where one's own choice stands, at 95 %, by the difference of two shares of the same answers (Goodman 1965; Wild and
/// Seber 1993). `rows` are the figures of all choices of the question; a figure of another edition or population than
/// one's own is no part of the same answers, and makes the standing unknown if it is higher.
pub fn standing(own: &str, rows: &[(&str, Option<&Figure>)]) -> Standing {
    let figure_of = |measure: &str| rows.iter().find(|(row, _)| *row == measure).and_then(|(_, figure)| *figure);
    let Some(mine) = figure_of(own).filter(|figure| figure.precision == Precision::Exact) else {
        return Standing::Unknown;
    };
    let known = rows.iter().filter_map(|(_, figure)| *figure).filter(|figure| figure.precision == Precision::Exact);
    let Some(top) = known.max_by(|a, b| a.percent.total_cmp(&b.percent)) else { return Standing::Unknown };
    if top.percent <= mine.percent {
        // The shares that are not published could together hold one that is more common.
        return if could_be_hidden(mine, rows) { Standing::Unknown } else { Standing::MostCommon };
    }
    let is_same_sample = top.edition == mine.edition && top.population == mine.population && top.base == mine.base;
    let Some(base) = mine.exact_base().filter(|_| is_same_sample) else { return Standing::Unknown };
    let interval = same_sample_difference(top.share(), mine.share(), base, Z95);
    if interval.low > 0.0 { Standing::LessCommon } else { Standing::SharedTop }
}

/// Whether a choice without a figure can be more common than mine: it may hold all that the published ones leave.
fn could_be_hidden(mine: &Figure, rows: &[(&str, Option<&Figure>)]) -> bool {
    let known: f64 = rows.iter().filter_map(|(_, figure)| figure.map(|figure| figure.percent)).sum();
    rows.iter().any(|(_, figure)| figure.is_none()) && 100.0 - known > mine.percent
}

/// How many others something holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// For more than half.
    Most,
    /// For half, as far as anyone can tell.
    Half,
    /// For fewer than half.
    Few,
    /// Nobody can say.
    Unknown,
}

/// Beside a base that is not published, a share this close to one half is not judged. In percentage points.
const TOO_CLOSE: f64 = 10.0;

/// Whether something holds for most, half or few of the others, at 95 % where the base is published. Without a base, a
/// share within ten points of one half is [`Share::Unknown`]. Whoever was not asked is told nothing.
pub fn share(own: Own, figure: &Figure) -> Share {
    if own == Own::NotAsked || figure.precision == Precision::InWords {
        return Share::Unknown;
    }
    let above = figure.percent > 50.0;
    let by_value = if above { Share::Most } else { Share::Few };
    match figure.interval() {
        Some(interval) if interval.holds(0.5) => Share::Half,
        Some(_) => by_value,
        None if (figure.percent - 50.0).abs() < TOO_CLOSE => Share::Unknown,
        None => by_value,
    }
}
