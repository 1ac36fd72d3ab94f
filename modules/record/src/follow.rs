//! Being told of events, in this process or another, on this machine or another: by reading the log.

use std::time::Duration;

use db::Db;

use crate::Event;

/// How often the log is looked at: a change is seen everywhere within about this time.
const PAUSE: Duration = Duration::from_secs(1);
const AT_ONCE: i64 = 500;

/// A reader of the log who remembers how far it has read.
pub struct Follower {
    db: Db,
    seen: i64,
}

impl Follower {
    /// Starts after the newest event: whoever follows has just read the tables themselves.
    pub async fn from_now(db: Db) -> Result<Self, db::Trouble> {
        let seen = Event::last_number(&db).await?;
        Ok(Self { db, seen })
    }

    /// What has happened since the last call, oldest first.
    pub async fn news(&mut self) -> Result<Vec<Event>, db::Trouble> {
        let events = Event::after(&self.db, self.seen, AT_ONCE).await?;
        if let Some(newest) = events.last() {
            self.seen = newest.number;
        }
        Ok(events)
    }

    /// Calls `tell` with all news, again and again, until the program ends. A database that is away is asked again later.
    pub async fn follow<F: Future<Output = ()> + Send>(mut self, mut tell: impl FnMut(Vec<Event>) -> F + Send) {
        let mut ticks = tokio::time::interval(PAUSE);
        loop {
            ticks.tick().await;
            match self.news().await {
                Ok(events) if events.is_empty() => {}
                Ok(events) => tell(events).await,
                Err(trouble) => tracing::warn!(%trouble, "the event log cannot be read; trying again"),
            }
        }
    }
}
