//! The limit of keeping anything: how often this disk can say that bytes are safe.

use std::io::Write;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Writes these bytes to the end of a file and waits until they are safe, over and over. Gives how often a second.
pub(super) fn safe_writes_per_second(bytes: &[u8], time: Duration) -> Result<f64> {
    let mut file = tempfile::tempfile()?;
    let began = Instant::now();
    let mut written = 0_u32;
    while began.elapsed() < time {
        file.write_all(bytes)?;
        file.sync_all()?;
        written += 1;
    }
    Ok(f64::from(written) / began.elapsed().as_secs_f64())
}
