//! Which crate may know which.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Finding;
use crate::repository::{cargo, root};
use crate::run::output;

/// A crate of the workspace: its name, its folder, and the crates it needs, those of its tests aside.
pub(super) struct Crate {
    pub(super) name: String,
    /// `platform/web`, relative to the root.
    pub(super) folder: String,
    needs: Vec<String>,
}

impl Crate {
    fn floor(&self) -> &str {
        self.folder.split('/').next().unwrap_or_default()
    }
}

/// Everything below may be known, nothing above. `record` is below the other modules.
fn may_know(one: &Crate, other: &Crate) -> bool {
    match one.floor() {
        "app" | "xtask" | "bench" => true,
        "modules" if one.name == "record" => other.floor() == "platform",
        "modules" => other.name == "record" || matches!(other.floor(), "platform" | "engines"),
        "platform" => other.floor() == "platform",
        _ => other.floor() == one.floor(),
    }
}

/// Crates through which the outside world comes in.
const OUTSIDE: [&str; 10] =
    ["askama", "axum", "db", "getrandom", "jiff", "reqwest", "sea-orm", "serde_json", "sqlx", "tokio"];

pub(super) fn only_downwards() -> Result<Vec<Finding>> {
    let crates = crates()?;
    let by_name: BTreeMap<&str, &Crate> = crates.iter().map(|found| (found.name.as_str(), found)).collect();
    let mut findings = Vec::new();
    for one in &crates {
        let ours = one.needs.iter().filter_map(|need| by_name.get(need.as_str()));
        let upwards = ours.filter(|other| !may_know(one, other));
        findings.extend(upwards.map(|other| format!("`{}` must not know `{}`", one.folder, other.folder)));
    }
    Ok(findings)
}

pub(super) fn engines_are_pure() -> Result<Vec<Finding>> {
    let crates = crates()?;
    let engines: Vec<&Crate> = crates.iter().filter(|found| found.floor() == "engines").collect();
    ensure!(!engines.is_empty(), "no engine was found, so the rule would hold for nothing");
    let impure = engines.iter().flat_map(|engine| {
        let outside = engine.needs.iter().filter(|need| OUTSIDE.contains(&need.as_str()));
        outside.map(|need| format!("`{}` needs `{need}`", engine.folder))
    });
    Ok(impure.collect())
}

pub(super) fn lints_are_shared() -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for found in crates()? {
        let manifest = std::fs::read_to_string(root().join(&found.folder).join("Cargo.toml"))?;
        if !manifest.contains("[lints]\nworkspace = true") {
            findings.push(format!("`{}` lacks `[lints] workspace = true`", found.folder));
        }
    }
    Ok(findings)
}

pub(super) fn crates() -> Result<Vec<Crate>> {
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--offline"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo names no packages")?;
    ensure!(packages.len() > 5, "cargo names too few packages for the rules to mean anything");
    packages.iter().map(read).collect()
}

fn read(package: &Value) -> Result<Crate> {
    let manifest = package["manifest_path"].as_str().context("a package has a manifest")?;
    let folder = std::path::Path::new(manifest).parent().and_then(|folder| folder.strip_prefix(root()).ok());
    let dependencies = package["dependencies"].as_array().context("a package has dependencies")?;
    let needs = dependencies.iter().filter(|need| need["kind"].as_str() != Some("dev"));
    Ok(Crate {
        name: package["name"].as_str().unwrap_or_default().to_owned(),
        folder: folder.context("crates lie in the repository")?.to_string_lossy().into_owned(),
        needs: needs.filter_map(|need| need["name"].as_str()).map(str::to_owned).collect(),
    })
}
