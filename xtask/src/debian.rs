//! What the tests need of the system, from Debian's packages.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::run::{has, through};

/// A program, and the Debian package it comes in.
pub(crate) struct Need {
    pub(crate) program: &'static str,
    pub(crate) package: &'static str,
}

/// Installs what is missing where that is allowed, else says what to install.
pub(crate) fn provide(needs: &[Need]) -> Result<()> {
    let missing: Vec<&str> =
        needs.iter().filter(|need| find(need.program).is_none()).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !(is_root() && has("apt-get")) {
        bail!("the tests need these Debian packages: apt-get install {}", missing.join(" "));
    }
    println!("installing {}", missing.join(" "));
    through(apt().arg("update").stdout(Stdio::null()))?;
    through(apt().args(["install", "--yes", "--no-install-recommends"]).args(&missing).stdout(Stdio::null()))
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
    apt
}

/// Where a program is, also in the folders where Debian hides PostgreSQL's.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let hidden = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<PathBuf> = hidden.map(|version| version.path().join("bin")).collect();
    versions.sort();
    let folders = std::env::split_paths(&paths).chain(versions.into_iter().rev());
    folders.map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Whether this runs as root, whom PostgreSQL refuses to serve.
pub(crate) fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
