//! How long a developer waits after an edit of a handler.

use std::process::Command;
use std::time::Instant;

use anyhow::Result;

use super::measure::{Goal, Measure, median};
use crate::repository::{cargo, root};
use crate::run::through;

const ROUNDS: usize = 3;
const HANDLER: &str = "modules/selftest/src/pages/start.rs";

pub(super) fn after_an_edit() -> Result<Vec<Measure>> {
    // What else has changed since the last build is no part of it.
    build()?;
    let rounds = (0..ROUNDS).map(|_| rebuild()).collect::<Result<_>>()?;
    Ok(vec![Measure {
        name: "rebuild after an edit of a handler".to_owned(),
        value: median(rounds),
        unit: "s",
        beside: None,
        goal: Goal::Below(10.0),
    }])
}

/// The file only gets a newer time: Cargo cannot tell that from an edit, and nobody's work is touched.
fn rebuild() -> Result<f64> {
    through(Command::new("touch").arg(root().join(HANDLER)))?;
    let began = Instant::now();
    build()?;
    Ok(began.elapsed().as_secs_f64())
}

fn build() -> Result<()> {
    through(cargo().args(["build", "--quiet"]))
}
