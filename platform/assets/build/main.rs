//! Fetches the front end's packages and writes the table of embedded files.

mod npm;
mod table;
mod tree;

use std::env;
use std::path::{Path, PathBuf};

fn main() {
    for input in ["build", "own", "package.json", "package-lock.json"] {
        println!("cargo::rerun-if-changed={input}");
    }
    // Returning after the error keeps the message to one line: a panic or an exit code would add a trace.
    if let Err(reason) = build() {
        println!("cargo::error={reason}");
    }
}

fn build() -> Result<(), String> {
    let here = folder("CARGO_MANIFEST_DIR")?;
    let out = folder("OUT_DIR")?;
    let packages = npm::install(&here, &out.join("npm"))?;
    let files = tree::lay_out(&packages, &here.join("own"), &out.join("tree"))?;
    table::write(&files, &out)?;
    copy_document_fonts(&packages, &out.join("fonts"))
}

fn copy_document_fonts(packages: &Path, to: &Path) -> Result<(), String> {
    for weight in ["Regular", "Italic", "SemiBold"] {
        let name = format!("IBMPlexSans-{weight}.ttf");
        tree::copy(&packages.join("dkfds/dist/fonts/IBMPlexSans/complete/ttf").join(&name), &to.join(&name))?;
    }
    Ok(())
}

fn folder(variable: &str) -> Result<PathBuf, String> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| format!("cargo did not set {variable}"))
}
