//! Changes to the log, as any module makes them.

use db::Db;
use outside::Outside;
use record::{Event, Viewer};
use serde_json::json;

/// The kind of the tests' own events.
pub(crate) const HAPPENED: record::Kind = "tests.happened";

/// Writes one event in a change of its own.
pub(crate) async fn happen(db: &Db, outside: &Outside, subject: &str) {
    let change = db.change().await.expect("a change can begin");
    let body = json!({ "what": "æøå \" ' \\ 🦆" });
    Event::append(&change, outside.clock.as_ref(), Viewer::Operator, HAPPENED, subject, &body)
        .await
        .expect("it is written");
    change.commit().await.expect("it is kept");
}

/// The numbers of the events, in the order in which they were read.
pub(crate) fn numbers(events: &[Event]) -> Vec<i64> {
    events.iter().map(|event| event.number).collect()
}
