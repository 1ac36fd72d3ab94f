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
    /// No other choice is more common in the figures, be it by ever so little.
    MostCommon,
    /// Another choice is more common, but not by more than the uncertainty.
    SharedTop,
    /// Another choice is more common.
    LessCommon,
    /// Nobody can say: figures or their base are not published, or come from different editions or populations.
    Unknown,
}

/// Where one's own choice stands, at 95 %, by the difference of two shares of the same answers (Goodman 1965; Wild and
/// Seber 1993). `rows` are the figures of all choices of the question.
///
/// Only figures of the same edition, population and base as one's own are shares of the same answers. A higher figure
/// from elsewhere, or one in words, makes the standing unknown; so does a choice without a figure among these answers,
/// unless the others leave too little for it to be at the top.
pub fn standing(own: &str, rows: &[(&str, Option<&Figure>)]) -> Standing {
    let own_row = rows.iter().find(|(measure, _)| *measure == own);
    let Some(mine) = own_row.and_then(|(_, figure)| *figure).filter(|figure| figure.precision == Precision::Exact)
    else {
        return Standing::Unknown;
    };
    let figures = rows.iter().filter_map(|(_, figure)| *figure);
    let (beside, elsewhere): (Vec<&Figure>, Vec<&Figure>) =
        figures.partition(|figure| is_of_same_answers(figure, mine));
    if elsewhere.iter().any(|figure| figure.percent > mine.percent) {
        return Standing::Unknown;
    }
    let top = beside.iter().fold(mine, |top, figure| if figure.percent > top.percent { figure } else { top });
    let is_below = top.percent > mine.percent;
    if is_below {
        let Some(base) = mine.exact_base() else { return Standing::Unknown };
        if same_sample_difference(top.share(), mine.share(), base, Z95).low > 0.0 {
            return Standing::LessCommon;
        }
    }
    if rows.len() > beside.len() && left_by(&beside) > top.percent {
        return Standing::Unknown;
    }
    if is_below { Standing::SharedTop } else { Standing::MostCommon }
}

fn is_of_same_answers(figure: &Figure, mine: &Figure) -> bool {
    figure.precision == Precision::Exact
        && figure.edition == mine.edition
        && figure.population == mine.population
        && figure.base == mine.base
}

/// What these leave for all other choices of a question with one answer, in per cent.
fn left_by(figures: &[&Figure]) -> f64 {
    100.0 - figures.iter().map(|figure| figure.percent).sum::<f64>()
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
    let is_told = match figure.interval() {
        Some(interval) if interval.holds(0.5) => return Share::Half,
        Some(_) => true,
        None => (figure.percent - 50.0).abs() >= TOO_CLOSE,
    };
    if !is_told {
        return Share::Unknown;
    }
    if figure.percent > 50.0 { Share::Most } else { Share::Few }
}
