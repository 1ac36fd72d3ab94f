//! How large the one file is that an operator copies to a machine.

use anyhow::Result;

use super::measure::{Goal, Measure};
use super::program;

pub(super) fn size() -> Result<Vec<Measure>> {
    let bytes = u32::try_from(std::fs::metadata(program())?.len())?;
    let value = f64::from(bytes) / 1e6;
    let name = "release binary".to_owned();
    Ok(vec![Measure { name, value, unit: "MB", beside: None, goal: Goal::Below(90.0) }])
}
