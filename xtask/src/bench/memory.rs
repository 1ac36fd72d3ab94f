//! How much memory the server holds after a day's work.

use anyhow::{Context, Result};

use super::http::Connection;
use super::measure::{Goal, Measure};
use super::program;
use super::taker::Taker;
use crate::server::Server;

const REQUESTS: usize = 10_000;
/// Every so many requests are one for the document, which takes the most memory.
const ONE_DOCUMENT_IN: usize = 100;
const DOCUMENT: &str = "/test/resultat.pdf";
const PAGES: [&str; 10] = [
    "/",
    "/en",
    "/test",
    "/test/1",
    "/test/3",
    "/test/resultat",
    "/en/test/resultat",
    "/test/tal",
    "/test/metode",
    "/soeg?q=test",
];

pub(super) fn after_many_requests() -> Result<Vec<Measure>> {
    let server = Server::start(&program(), &[])?;
    let mut connection = Connection::open(server.url())?;
    Taker::read(&mut connection)?.take(&mut connection)?;
    for number in 0..REQUESTS {
        let path = if number % ONE_DOCUMENT_IN == 0 { DOCUMENT } else { PAGES[number % PAGES.len()] };
        connection.page(path)?;
    }
    Ok(vec![Measure {
        name: format!("resident memory after {REQUESTS} requests"),
        value: resident_megabytes(server.id())?,
        unit: "MB",
        beside: None,
        goal: Goal::Below(150.0),
    }])
}

fn resident_megabytes(process: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    Ok(kilobytes_in(&status).context("the system does not tell a process's memory")? * 1_024.0 / 1e6)
}

/// Out of the line `VmRSS:   51234 kB`.
fn kilobytes_in(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_resident_size_is_read() {
        assert_eq!(kilobytes_in("VmPeak:\t9 kB\nVmRSS:\t   51234 kB\n"), Some(51_234.0));
        assert_eq!(kilobytes_in("VmPeak:\t9 kB\n"), None);
    }
}
