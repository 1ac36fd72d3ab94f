//! The outside world as arguments: what time it is, and chance.
//!
//! No other crate may ask the system for either (`clippy.toml` refuses it), so every test can say what time it is and
//! which random bytes come next.

mod clock;
mod dice;

use std::sync::Arc;

pub use clock::{Clock, FixedClock, SystemClock, ToTheHour};
pub use dice::{CountingDice, Dice, SystemDice};

/// Both together, as a running program carries them.
#[derive(Clone)]
pub struct Outside {
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where random bytes come from.
    pub dice: Arc<dyn Dice>,
}

impl Outside {
    /// The real world.
    pub fn real() -> Self {
        Self { clock: Arc::new(SystemClock), dice: Arc::new(SystemDice) }
    }
}
