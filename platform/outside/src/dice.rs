//! Chance.

use std::sync::atomic::{AtomicU64, Ordering};

/// Gives random bytes.
pub trait Dice: Send + Sync {
    /// Fills the whole slice.
    fn roll(&self, bytes: &mut [u8]);
}

impl dyn Dice {
    /// A new random name of 128 bits, as 32 lower-case hexadecimal digits.
    pub fn name(&self) -> String {
        let mut bytes = [0_u8; 16];
        self.roll(&mut bytes);
        format!("{:032x}", u128::from_be_bytes(bytes))
    }

    /// A random number from 0 to 2³¹ − 1, which both databases can hold in an `INTEGER`.
    pub fn number(&self) -> i32 {
        let mut bytes = [0_u8; 4];
        self.roll(&mut bytes);
        i32::from_be_bytes(bytes) & i32::MAX
    }
}

/// The operating system's cryptographic generator.
pub struct SystemDice;

impl Dice for SystemDice {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that may ask the machine")]
    fn roll(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system always has random bytes once it has booted");
    }
}

/// Not random at all: counts upwards, so that a test knows every name before it is made.
#[derive(Default)]
pub struct CountingDice(AtomicU64);

impl Dice for CountingDice {
    fn roll(&self, bytes: &mut [u8]) {
        let next = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        let digits = next.to_be_bytes();
        bytes.fill(0);
        for (byte, digit) in bytes.iter_mut().rev().zip(digits.iter().rev()) {
            *byte = *digit;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_from_the_system_differ() {
        let dice: &dyn Dice = &SystemDice;
        assert_ne!(dice.name(), dice.name());
    }

    #[test]
    fn counting_dice_count() {
        let dice: &dyn Dice = &CountingDice::default();
        assert_eq!(dice.name(), format!("{:032x}", 1));
        assert_eq!(dice.name(), format!("{:032x}", 2));
    }
}
