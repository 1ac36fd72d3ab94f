//! `npm ci`, run only when the lock has changed since the last time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sha2::{Digest, Sha256};

const MISSING: &str = "Node.js 20 or newer with npm is needed to build the front end";
const OLDEST_NODE: u32 = 20;

/// Installs the packages named in `from` under `to`. Returns the folder that holds one folder for each package.
pub(crate) fn install(from: &Path, to: &Path) -> Result<PathBuf, String> {
    let packages = to.join("node_modules");
    let stamp = to.join("installed");
    let wanted = fingerprint(from)?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(packages);
    }
    require_node()?;
    fs::create_dir_all(to).map_err(|e| format!("cannot create {}: {e}", to.display()))?;
    for name in ["package.json", "package-lock.json"] {
        crate::tree::copy(&from.join(name), &to.join(name))?;
    }
    run_npm_ci(to)?;
    fs::write(&stamp, wanted).map_err(|e| format!("cannot write {}: {e}", stamp.display()))?;
    Ok(packages)
}

fn fingerprint(from: &Path) -> Result<String, String> {
    let mut hash = Sha256::new();
    for name in ["package.json", "package-lock.json"] {
        hash.update(crate::tree::read(&from.join(name))?);
    }
    Ok(format!("{:x}", hash.finalize()))
}

fn require_node() -> Result<(), String> {
    let output = start(Command::new("node").arg("--version"))?;
    let version = String::from_utf8_lossy(&output.stdout);
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(MISSING.to_owned()),
    }
}

fn run_npm_ci(folder: &Path) -> Result<(), String> {
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--logs-max=0"]);
    let output = start(npm.current_dir(folder))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("npm ci could not fetch the front end's packages: {}", reason(&output)))
}

fn start(command: &mut Command) -> Result<Output, String> {
    command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => MISSING.to_owned(),
        _ => format!("cannot start {}: {error}", command.get_program().display()),
    })
}

/// The first line npm wrote after its codes: the ones after it are a trace, or the manual.
fn reason(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let mut lines = text.lines().map(|line| line.trim_start_matches("npm error").trim());
    let is_code = |line: &str| ["code ", "syscall ", "errno "].iter().any(|code| line.starts_with(code));
    lines.find(|line| !line.is_empty() && !is_code(line)).unwrap_or("npm gave no reason").to_owned()
}
