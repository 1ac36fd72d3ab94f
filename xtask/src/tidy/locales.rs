//! Words: each key of a locale file is used by its own crate. (The compiler finds missing ones.)

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::Finding;
use super::files::{ending, read};

pub(super) fn every_word_is_used() -> Result<Vec<Finding>> {
    let danish: Vec<PathBuf> = ending(&["ftl"])?
        .into_iter()
        .filter(|file| file.parent().is_some_and(|folder| folder.ends_with("da")))
        .collect();
    ensure!(!danish.is_empty(), "no Danish words were found");
    let mut findings = Vec::new();
    for file in danish {
        let folder = file.ancestors().nth(3).context("a locale file lies in CRATE/locales/da")?;
        let code = code_of(folder)?;
        let text = read(&file)?;
        let keys = text.lines().filter_map(key_of);
        let unused = keys.filter(|key| !code.contains(&format!("\"{key}\"")));
        findings.extend(unused.map(|key| format!("`{key}` of {} is used nowhere", file.display())));
    }
    Ok(findings)
}

fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(" = ")?;
    key.starts_with(|first: char| first.is_ascii_lowercase()).then_some(key)
}

fn code_of(folder: &Path) -> Result<String> {
    let mut code = String::new();
    for file in ending(&["rs", "html"])? {
        if file.starts_with(folder) {
            code.push_str(&read(&file)?);
        }
    }
    Ok(code)
}
