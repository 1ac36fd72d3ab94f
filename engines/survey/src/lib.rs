#![doc = include_str!("../README.md")]

mod answers;
mod benchmark;
mod comparison;
mod condition;
mod defect;
mod disclosure;
mod instrument;
mod interval;
mod ledger;
mod own;
mod progress;
mod reach;
mod tally;

pub use answers::{Answers, Problem, ProblemKind, Reading};
pub use benchmark::{BadPopulations, Figure, Figures, Found, Populations, Precision};
pub use comparison::{Difference, Share, Standing, compare, share, standing};
pub use condition::Condition;
pub use defect::Defect;
pub use disclosure::{Cell, closed_batches, publish, publish_ticks};
pub use instrument::{Choice, Derived, Instrument, Item, Kind, Part, Question, Role};
pub use interval::{Interval, Z95, newcombe_difference, wilson};
pub use ledger::{Ledger, Sum};
pub use own::{Own, View};
pub use progress::Progress;
pub use tally::{Tally, tally};
