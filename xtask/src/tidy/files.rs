//! Files: how large, how named, and what none of them may hold.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use super::Finding;
use crate::repository::root;
use crate::run::output;

/// A longer file holds more than one idea.
const MOST_LINES: usize = 450;

/// Names that say nothing of what is inside.
const SAYS_NOTHING: [&str; 7] = ["util", "utils", "helper", "helpers", "manager", "common", "misc"];

/// Marks of something left undone or passed over. Written in two halves, so that this file does not find itself.
const MARKS: [&str; 6] = [
    concat!("#[", "allow("),
    concat!("#![", "allow("),
    concat!("#[", "ignore"),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("|", "safe"),
];

/// Every file that git keeps or would keep, relative to the root, with one of these endings.
pub(super) fn ending(endings: &[&str]) -> Result<Vec<PathBuf>> {
    let mut git = std::process::Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let listed = output(&mut git)?;
    let files = listed.lines().map(PathBuf::from).filter(|file| root().join(file).is_file());
    let fits = |file: &PathBuf| file.extension().is_some_and(|end| endings.iter().any(|wanted| end == *wanted));
    let files: Vec<PathBuf> = files.filter(fits).collect();
    ensure!(!files.is_empty(), "no {endings:?} file was found, so the rule would hold for nothing");
    Ok(files)
}

pub(super) fn read(file: &Path) -> Result<String> {
    Ok(std::fs::read_to_string(root().join(file))?)
}

pub(super) fn small_and_named() -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut lint_files = 0;
    for file in ending(&["rs", "html", "ftl", "js", "css", "sql", "toml"])? {
        lint_files += usize::from(file.file_name().is_some_and(|name| name == "clippy.toml"));
        let lines = read(&file)?.lines().count();
        if file.extension().is_some_and(|end| end == "rs") && lines > MOST_LINES {
            findings.push(format!("{} has {lines} lines; {MOST_LINES} are enough for one idea", file.display()));
        }
        let says_nothing = file.iter().filter_map(|part| Path::new(part).file_stem()?.to_str());
        if says_nothing.into_iter().any(|name| SAYS_NOTHING.contains(&name)) {
            findings.push(format!("{} does not say what it is for", file.display()));
        }
    }
    if lint_files != 1 {
        findings
            .push(format!("there must be one clippy.toml, since a second silently replaces it; found {lint_files}"));
    }
    Ok(findings)
}

pub(super) fn nothing_silenced() -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for file in ending(&["rs", "html"])? {
        let text = read(&file)?;
        let found = MARKS.iter().filter(|mark| text.contains(*mark));
        findings.extend(found.map(|mark| format!("{} holds `{mark}`", file.display())));
    }
    Ok(findings)
}
