//! `cargo xtask bench`: what the platform can do, each measure beside its peer or its limit in the same run.

mod binary;
mod disk;
mod django;
mod document;
mod first_request;
mod floor;
mod http;
mod measure;
mod memory;
mod pages;
mod peer;
mod rebuild;
mod results;
mod senders;
mod submissions;
mod taker;
mod wrk;

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};

use crate::debian::{Need, provide};
use crate::repository::{cargo, target};
use crate::run::through;
use crate::server::Server;
use measure::Measure;

const NEEDS: [Need; 3] = [
    Need { program: "wrk", package: "wrk" },
    Need { program: "sqlite3", package: "sqlite3" },
    Need { program: "python3", package: "python3-venv" },
];

type Bench = (&'static str, fn() -> Result<Vec<Measure>>);

const BENCHES: [Bench; 7] = [
    ("requests per second", pages::requests),
    ("durable submissions", submissions::durable),
    ("document", document::warm),
    ("first request", first_request::after_start),
    ("memory", memory::after_many_requests),
    ("binary", binary::size),
    ("rebuild", rebuild::after_an_edit),
];

/// Measures the release build. A goal that is missed is said, and is no failure.
pub(crate) fn run() -> Result<()> {
    provide(&NEEDS)?;
    // One by one: built together, each would get what only the other asks of their dependencies.
    for package in ["stafet", "floor"] {
        through(cargo().args(["build", "--release", "--package", package]))?;
    }
    keep_data_on_disk()?;
    let mut measures = Vec::new();
    for (name, bench) in BENCHES {
        eprintln!("measuring: {name}");
        measures.extend(bench().with_context(|| format!("cannot measure: {name}"))?);
    }
    print!("{}", results::table(&measures));
    let file = target().join("bench.json");
    std::fs::write(&file, results::json(&measures)?).with_context(|| format!("cannot write `{}`", file.display()))
}

/// The system's folder for temporary files may lie in memory, where writing costs nothing.
fn keep_data_on_disk() -> Result<()> {
    let folder = folder()?;
    tempfile::env::override_temp_dir(&folder)
        .map_err(|other| anyhow!("temporary files already go to `{}`", other.display()))
}

/// Where the benchmarks keep what they need, on the same disk as the build.
fn folder() -> Result<PathBuf> {
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The program that operators run.
fn program() -> PathBuf {
    target().join("release/stafet")
}

/// The file in which a server without `--database` keeps everything.
fn database_of(server: &Server) -> PathBuf {
    server.data().join("stafet.sqlite")
}
