//! How much and how long.

use std::time::Duration;

/// The limits of one request.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The largest body, in bytes. The longest form of ours is far below it.
    pub body: usize,
    /// The longest a request may take.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { body: 64 * 1024, time: Duration::from_secs(30) }
    }
}
