//! Many who send finished tests at the same time, and remember what was acknowledged.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{Scope, ScopedJoinHandle};

use anyhow::{Context, Result, bail};

use super::http::{Connection, JSON};
use super::taker::Taker;

const SENDERS: usize = 64;

/// The next token; none is sent twice.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// Senders at work.
pub(super) struct Senders<'scope> {
    threads: Vec<ScopedJoinHandle<'scope, Result<Vec<String>>>>,
}

impl<'scope> Senders<'scope> {
    /// Sends until told to stop, or until the server is gone.
    pub(super) fn start(
        scope: &'scope Scope<'scope, '_>,
        url: &str,
        taker: &'scope Taker,
        stop: &'scope AtomicBool,
    ) -> Result<Self> {
        let connections: Vec<Connection> = (0..SENDERS).map(|_| Connection::open(url)).collect::<Result<_>>()?;
        let thread = |connection| scope.spawn(move || send(connection, taker, stop));
        Ok(Self { threads: connections.into_iter().map(thread).collect() })
    }

    /// The tokens of all submissions that were acknowledged.
    pub(super) fn acknowledged(self) -> Result<Vec<String>> {
        let mut tokens = Vec::new();
        for thread in self.threads {
            tokens.extend(thread.join().ok().context("a sender broke")??);
        }
        Ok(tokens)
    }
}

fn send(mut connection: Connection, taker: &Taker, stop: &AtomicBool) -> Result<Vec<String>> {
    let mut acknowledged = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let token = format!("{:032x}", NEXT.fetch_add(1, Ordering::Relaxed));
        let answer = connection.post("/api/v1/selftest/submissions", JSON, &taker.submission(&token));
        // No answer at all: the server was killed.
        let Ok(answer) = answer else { break };
        if answer.status != 201 {
            bail!("a submission was answered by {}: {}", answer.status, String::from_utf8_lossy(&answer.body));
        }
        acknowledged.push(token);
    }
    Ok(acknowledged)
}
