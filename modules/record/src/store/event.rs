//! The event log: what changed, when, by whom. Written in the same transaction as the change itself.

use db::{Change, Db, FromQueryResult, Trouble, sea_orm, sql};
use outside::Clock;

use crate::Viewer;

/// What happened, as `module.past_tense`.
pub type Kind = &'static str;

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Event {
    /// Its place in the log: 1, 2, 3 … without holes, in the order of commits.
    pub number: i64,
    /// When, in milliseconds since 1970 in UTC.
    pub at: i64,
    /// What happened.
    pub kind: String,
    /// To what.
    pub subject: String,
    /// By whom.
    pub actor: String,
    /// The rest, as JSON.
    pub body: String,
}

impl Event {
    /// Adds a row to the log as part of a change. Append last: the lock on the log then lasts only until the commit.
    pub async fn append(
        change: &Change,
        clock: &dyn Clock,
        viewer: Viewer,
        kind: Kind,
        subject: &str,
        body: &serde_json::Value,
    ) -> Result<(), Trouble> {
        const NEXT: &str = "WITH next AS (SELECT last FROM record_log WHERE id = 1)
            INSERT INTO record_event (number, at, kind, subject, actor, body)
            SELECT last, $1, $2, $3, $4, $5 FROM next";
        change.run(sql("UPDATE record_log SET last = last + 1 WHERE id = 1", [])).await?;
        let values = [
            clock.now().as_millisecond().into(),
            kind.into(),
            subject.into(),
            viewer.actor().into(),
            body.to_string().into(),
        ];
        change.run(sql(NEXT, values)).await?;
        Ok(())
    }

    /// The events after this number, oldest first, at most so many. Only the operator's own machinery reads the log.
    pub async fn after(db: &Db, number: i64, at_most: i64) -> Result<Vec<Self>, Trouble> {
        const AFTER: &str = "SELECT number, at, kind, subject, actor, body FROM record_event
            WHERE number > $1 ORDER BY number LIMIT $2";
        db.all(sql(AFTER, [number.into(), at_most.into()])).await
    }

    /// The number of the newest event; 0 when there is none.
    pub async fn last_number(db: &Db) -> Result<i64, Trouble> {
        #[derive(FromQueryResult)]
        struct Last {
            last: i64,
        }
        let row: Option<Last> = db.one(sql("SELECT last FROM record_log WHERE id = 1", [])).await?;
        Ok(row.map_or(0, |row| row.last))
    }
}
