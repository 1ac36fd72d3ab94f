//! How long a visitor waits for a server that is just being started.

use std::time::Instant;

use anyhow::Result;

use super::http::Connection;
use super::measure::{Goal, Measure, median};
use super::{database_of, program};
use crate::server::Server;

const ROUNDS: usize = 5;

pub(super) fn after_start() -> Result<Vec<Measure>> {
    let (mut new, mut known) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (seconds, server) = start(&[])?;
        new.push(seconds);
        let database = format!("sqlite:{}", database_of(&server).display());
        let _folder = server.kill()?;
        known.push(start(&["--database", &database])?.0);
    }
    Ok(vec![measure("a new database", new), measure("a known database", known)])
}

/// Starts the program, and gives how long it took until the front page was answered.
fn start(arguments: &[&str]) -> Result<(f64, Server)> {
    let began = Instant::now();
    let server = Server::start(&program(), arguments)?;
    Connection::open(server.url())?.page("/")?;
    Ok((began.elapsed().as_secs_f64(), server))
}

fn measure(what: &str, rounds: Vec<f64>) -> Measure {
    let name = format!("first request after start, {what}");
    Measure { name, value: median(rounds), unit: "s", beside: None, goal: Goal::Below(1.0) }
}
