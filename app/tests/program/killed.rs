//! Killed in the middle of the work: nothing is lost that was acknowledged.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use db::sea_orm;
use db::{Address, Db, FromQueryResult, sql};

use crate::program::{Running, succeed};
use crate::taker::submission;
use crate::wire;

const SUBMISSIONS: &str = "/api/v1/selftest/submissions";
const WRITERS: usize = 8;

#[derive(FromQueryResult)]
struct Number {
    n: i64,
}

/// Sends submissions from many connections until the server is gone. Gives the tokens of those acknowledged.
fn submissions_until_killed(running: Running, enough: usize, tokens: &AtomicU32) -> Vec<u32> {
    let acknowledged = Mutex::new(Vec::new());
    let address = running.address.clone();
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(|| {
                loop {
                    let token = tokens.fetch_add(1, Ordering::Relaxed);
                    match wire::post_json(&address, SUBMISSIONS, &submission("state", token)) {
                        Ok(reply) if reply.status == 201 && reply.body.starts_with(r#"{"kept":true"#) => {
                            acknowledged.lock().unwrap().push(token);
                        }
                        Ok(reply) => panic!("{} {}", reply.status, reply.body),
                        Err(_) => return,
                    }
                }
            });
        }
        while acknowledged.lock().unwrap().len() < enough {
            std::thread::yield_now();
        }
        running.kill();
    });
    acknowledged.into_inner().unwrap()
}

async fn number(db: &Db, statement: &'static str) -> i64 {
    db.one::<Number>(sql(statement, [])).await.unwrap().unwrap().n
}

/// What the database holds, which must be the same in every table.
async fn kept(data: &Path) -> i64 {
    let db = Db::open(&Address::inside(data)).await.unwrap();
    let kept = number(&db, "SELECT COUNT(*) AS n FROM selftest_answers").await;
    assert_eq!(number(&db, "SELECT COUNT(*) AS n FROM selftest_receipt").await, kept);
    assert_eq!(number(&db, "SELECT SUM(arrived) AS n FROM selftest_arrivals").await, kept);
    assert_eq!(number(&db, "SELECT COUNT(*) AS n FROM record_event").await, kept);
    assert_eq!(number(&db, "SELECT MAX(number) AS n FROM record_event").await, kept);
    assert_eq!(number(&db, "SELECT COUNT(*) AS n FROM pragma_integrity_check WHERE integrity_check <> 'ok'").await, 0);
    db.close().await.unwrap();
    kept
}

#[tokio::test]
async fn a_killed_server_has_kept_everything_it_acknowledged() {
    let data = tempfile::tempdir().unwrap();
    let tokens = AtomicU32::new(0);
    let mut acknowledged = Vec::new();
    for round in 1..=3 {
        let running = Running::start(data.path(), &["--no-examples"]);
        acknowledged.extend(submissions_until_killed(running, 40, &tokens));
        let kept = kept(data.path()).await;
        assert!(kept >= i64::try_from(acknowledged.len()).unwrap(), "round {round}: {kept} of {}", acknowledged.len());
        assert!(kept <= i64::from(tokens.load(Ordering::Relaxed)), "round {round}");
    }
    let before = kept(data.path()).await;
    let running = Running::start(data.path(), &["--no-examples"]);
    for token in &acknowledged {
        let reply = wire::post_json(&running.address, SUBMISSIONS, &submission("state", *token)).unwrap();
        assert_eq!((reply.status, reply.body.as_str()), (200, r#"{"kept":false,"kept_before":true}"#), "{token}");
    }
    running.stop();
    assert_eq!(kept(data.path()).await, before, "each of them was there already");
}

#[tokio::test]
async fn a_server_killed_at_its_first_start_starts_again() {
    let data = tempfile::tempdir().unwrap();
    for _ in 0..3 {
        let mut starting = crate::program::stafet(data.path())
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        while !data.path().join("stafet.sqlite").exists() {
            std::thread::yield_now();
        }
        starting.kill().unwrap();
        starting.wait().unwrap();
    }
    let running = Running::start(data.path(), &[]);
    assert!(
        wire::get(&running.address, "/api/v1/organisations", "").unwrap().body.contains("eksempel-lillehavn-kommune")
    );
    assert!(
        wire::get(&running.address, "/en/test/tal", "").unwrap().body.contains("invented examples"),
        "the whole example world is there"
    );
    running.stop();
    assert!(succeed(data.path(), &["migrate"]).contains("up to date"));
}
