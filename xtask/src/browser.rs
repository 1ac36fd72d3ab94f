//! The stories in a real browser.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::repository::{root, target};
use crate::run::{each_line, has, through};
use crate::server::Server;

/// Installs the story teller's packages, starts the program, and runs every story. Gives how many passed.
pub(crate) fn stories() -> Result<u32> {
    let folder = root().join("browser");
    install(&folder)?;
    let server = Server::start(&program(), &[])?;
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=2", "stories/"]);
    let mut passed = 0;
    let told = each_line(node.current_dir(&folder).env("STAFET_URL", server.url()), |line| passed += passed_in(line));
    told.context("a browser story failed")?;
    Ok(passed)
}

/// The count in the closing line `ℹ pass 12`.
fn passed_in(line: &str) -> u32 {
    line.strip_prefix("ℹ pass ").and_then(|count| count.parse().ok()).unwrap_or(0)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_the_closing_line() {
        assert_eq!(passed_in("ℹ pass 12"), 12);
        assert_eq!(passed_in("✔ a story (12ms)"), 0);
    }
}
