//! The stories in a real browser.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::repository::{root, target};
use crate::run::{has, through};
use crate::server::Server;

/// Installs the story teller's packages, starts the program, and runs every story.
pub(crate) fn stories() -> Result<()> {
    let folder = root().join("browser");
    install(&folder)?;
    let server = Server::start(&program(), &[])?;
    let mut node = Command::new("node");
    node.args(["--test", "--test-concurrency=1", "stories/"]).current_dir(&folder).env("STAFET_URL", server.url());
    through(&mut node).context("a browser story failed")
}

fn install(folder: &std::path::Path) -> Result<()> {
    if !has("npm") {
        bail!("Node.js 20 or newer with npm is needed for the browser stories");
    }
    let lock = std::fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.stafet-lock");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    through(npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]).current_dir(folder))?;
    std::fs::write(stamp, lock)?;
    Ok(())
}

/// The program that `cargo build` made.
pub(crate) fn program() -> PathBuf {
    target().join("debug/stafet")
}
