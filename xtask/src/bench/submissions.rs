//! Keeping finished tests: how many a second, beside the disk, and how many a killed server loses.

use std::collections::HashSet;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use sha2::{Digest, Sha256};

use super::disk::safe_writes_per_second;
use super::http::Connection;
use super::measure::{Beside, Goal, Measure, median};
use super::senders::Senders;
use super::taker::Taker;
use super::{database_of, program};
use crate::run::output;
use crate::server::Server;

const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_secs(2);

pub(super) fn durable() -> Result<Vec<Measure>> {
    let server = Server::start(&program(), &[])?;
    let taker = Taker::read(&mut Connection::open(server.url())?)?;
    Ok(vec![rate(&server, &taker)?, lost(server, &taker)?])
}

/// Acknowledged submissions a second.
fn rate(server: &Server, taker: &Taker) -> Result<Measure> {
    let bytes = taker.submission(&"0".repeat(32)).into_bytes();
    let (mut ours, mut disk) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(accepted_per_second(server, taker)?);
        disk.push(safe_writes_per_second(&bytes, ROUND / 2)?);
    }
    Ok(Measure {
        name: "POST submissions, durable".to_owned(),
        value: median(ours),
        unit: "/s",
        beside: Some(Beside { name: "write+fsync on this disk", value: median(disk) }),
        goal: Goal::AtLeast(1_000.0),
    })
}

fn accepted_per_second(server: &Server, taker: &Taker) -> Result<f64> {
    let stop = AtomicBool::new(false);
    let began = Instant::now();
    let acknowledged = std::thread::scope(|scope| {
        let senders = Senders::start(scope, server.url(), taker, &stop)?;
        std::thread::sleep(ROUND);
        stop.store(true, Ordering::Relaxed);
        senders.acknowledged()
    })?;
    Ok(count(acknowledged.len()) / began.elapsed().as_secs_f64())
}

/// Acknowledged submissions that are gone after the server was killed among them and started again.
fn lost(server: Server, taker: &Taker) -> Result<Measure> {
    let never = AtomicBool::new(false);
    let (url, file) = (server.url().to_owned(), database_of(&server));
    let (_folder, acknowledged) = std::thread::scope(|scope| {
        let senders = Senders::start(scope, &url, taker, &never)?;
        std::thread::sleep(ROUND);
        let folder = server.kill()?;
        anyhow::Ok((folder, senders.acknowledged()?))
    })?;
    ensure!(!acknowledged.is_empty(), "nothing was acknowledged before the server was killed");
    let again = Server::start(&program(), &["--database", &format!("sqlite:{}", file.display())])?;
    Connection::open(again.url())?.page("/readyz")?;
    let kept = receipts(&file)?;
    let lost = acknowledged.iter().filter(|token| !kept.contains(&fingerprint(token))).count();
    Ok(Measure {
        name: format!("lost of {} acknowledged, after kill -9", acknowledged.len()),
        value: count(lost),
        unit: "lost",
        beside: None,
        goal: Goal::Zero,
    })
}

/// The fingerprints of all that was kept. A receipt is written in one transaction with its answers.
fn receipts(file: &Path) -> Result<HashSet<String>> {
    let mut sqlite = Command::new("sqlite3");
    let listed = output(sqlite.arg(file).arg("SELECT fingerprint FROM selftest_receipt"))?;
    Ok(listed.lines().map(str::to_owned).collect())
}

fn fingerprint(token: &str) -> String {
    format!("{:x}", Sha256::digest(token))
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 requests are made")]
fn count(n: usize) -> f64 {
    n as f64
}
