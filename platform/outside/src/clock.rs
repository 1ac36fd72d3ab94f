//! What time it is.

use jiff::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present moment, in UTC.
    fn now(&self) -> Timestamp;
}

/// The machine's own clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that may ask the machine")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// Tells only which hour it is, for what must not say when somebody was here.
pub struct ToTheHour<'a>(pub &'a dyn Clock);

impl Clock for ToTheHour<'_> {
    fn now(&self) -> Timestamp {
        const HOUR: i64 = 60 * 60;
        let second = self.0.now().as_second();
        Timestamp::from_second(second - second.rem_euclid(HOUR)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// A clock that stands still, for tests and examples.
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}
