//! Modules: each has a README of the same shape, owns the tables that carry its name, and is in ARCHITECTURE.md.

use std::path::Path;

use anyhow::{Result, ensure};

use super::Finding;
use super::dependencies::crates;
use super::files::{ending, read};

/// What every module's README says.
const CHAPTERS: [&str; 4] = ["**Words.**", "**Who may do what.**", "**Tables.**", "**Events"];

pub(super) fn tables_are_owned() -> Result<Vec<Finding>> {
    let crates = crates()?;
    let architecture = read(Path::new("ARCHITECTURE.md"))?;
    let mut findings: Vec<Finding> = crates
        .iter()
        .filter(|found| !architecture.contains(&found.name))
        .map(|found| format!("ARCHITECTURE.md does not name `{}`", found.name))
        .collect();
    let tables = tables()?;
    for module in crates.iter().filter(|found| found.folder.starts_with("modules/")) {
        let readme = read(&Path::new(&module.folder).join("README.md"))?;
        let missing = CHAPTERS.iter().filter(|chapter| !readme.contains(*chapter));
        findings.extend(missing.map(|chapter| format!("{}/README.md lacks {chapter}", module.folder)));
        let own = tables.iter().filter(|table| table.starts_with(&format!("{}_", module.name)));
        let unsaid = own.filter(|table| !readme.contains(*table));
        findings.extend(unsaid.map(|table| format!("{}/README.md does not name its table `{table}`", module.folder)));
    }
    let modules: Vec<String> = crates.iter().map(|found| format!("{}_", found.name)).collect();
    let orphans = tables.iter().filter(|table| !modules.iter().any(|module| table.starts_with(module)));
    findings.extend(orphans.map(|table| format!("the table `{table}` carries no module's name")));
    Ok(findings)
}

fn tables() -> Result<Vec<String>> {
    let mut tables = Vec::new();
    for file in ending(&["sql"])? {
        let text = read(&file)?;
        let made = text.lines().filter_map(|line| line.strip_prefix("CREATE TABLE "));
        tables.extend(made.filter_map(|rest| rest.split_whitespace().next()).map(str::to_owned));
    }
    ensure!(!tables.is_empty(), "no table was found, so the rule would hold for nothing");
    Ok(tables)
}
