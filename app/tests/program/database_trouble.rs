//! A database that is locked or full: said as it is, and nothing lost that was acknowledged.

use db::sea_orm::ConnectionTrait;
use serde_json::Value;
use testkit::{Answer, TestDb};

use crate::reading::{Page, assert_tells_nothing_of_the_inside};
use crate::taker::{Taker, submission};
use crate::world::{World, connect};

const SUBMISSIONS: &str = "/api/v1/selftest/submissions";

fn assert_busy(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert_eq!(answer.header("retry-after"), "5");
    assert_tells_nothing_of_the_inside(answer);
}

/// Another program holds the lock, so nothing can be kept; as soon as it lets go, everything can.
async fn while_locked(world: World, lock: &str) {
    let mut taker = Taker::finished(&world, "state").await;
    let form = taker.consent_form().await;
    let other = connect(&world.db.address).await;
    other.execute_unprepared(lock).await.expect("the other program gets the lock");

    let (page, json) = tokio::join!(taker.visitor.post("/en/test/bevar", &form), async {
        world.visitor().post_json(SUBMISSIONS, &submission("state", 9)).await
    },);
    assert_busy(&page);
    assert!(page.text().contains("What you have filled in is still in your browser."));
    assert_busy(&json);
    assert_eq!(serde_json::from_slice::<Value>(&json.bytes).unwrap()["code"], "busy");
    assert_eq!(
        taker.open("/en/test/resultat").await.count("form[action='/en/test/bevar']"),
        1,
        "still to be said yes to"
    );

    other.execute_unprepared("ROLLBACK").await.expect("the other program lets go");
    other.close().await.expect("a connection can be closed");
    assert_eq!(taker.visitor.post("/test/bevar", &form).await.status, 303);
    assert_eq!(world.visitor().post_json(SUBMISSIONS, &submission("state", 9)).await.status, 201);
    assert_eq!(world.kept().await, 2);
}

#[tokio::test]
async fn a_locked_sqlite_file_is_said_and_then_works_again() {
    while_locked(World::empty().await, "BEGIN IMMEDIATE").await;
}

#[tokio::test]
async fn a_locked_postgresql_table_is_said_and_then_works_again() {
    let world = World::on(TestDb::postgres().await).await;
    while_locked(world, "BEGIN; LOCK TABLE record_log IN ACCESS EXCLUSIVE MODE").await;
}

#[tokio::test]
async fn reading_goes_on_while_another_writes() {
    let world = World::with_examples().await;
    let other = connect(&world.db.address).await;
    other.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
    for path in ["/", "/test", "/test/tal", "/test/metode", "/api/v1/organisations", "/readyz"] {
        assert_eq!(world.visitor().get(path).await.status, 200, "{path}");
    }
    other.execute_unprepared("ROLLBACK").await.unwrap();
    other.close().await.unwrap();
}

/// Lets the file grow no further, or as far as it likes.
async fn limit(world: &World, pages: &'static str) {
    let change = world.db.db.change().await.unwrap();
    change.all::<Pages>(db::sql(pages, [])).await.unwrap();
    change.commit().await.unwrap();
}

#[derive(db::FromQueryResult)]
struct Pages {
    #[expect(dead_code, reason = "only the question matters")]
    max_page_count: i64,
}
use db::sea_orm;

#[tokio::test]
async fn a_full_disk_is_said_and_nothing_is_half_written() {
    let world = World::empty().await;
    let mut visitor = world.visitor();
    limit(&world, "PRAGMA max_page_count = 1").await;
    let mut kept = 0;
    let refused = loop {
        let answer = visitor.post_json(SUBMISSIONS, &submission("state", kept)).await;
        if answer.status != 201 {
            break answer;
        }
        kept += 1;
        assert!(kept < 2_000, "a file that may not grow must get full");
    };
    assert_eq!(refused.status, 507, "{}", refused.text());
    assert_eq!(serde_json::from_slice::<Value>(&refused.bytes).unwrap()["code"], "full");
    assert_tells_nothing_of_the_inside(&refused);
    assert_kept(&world, kept).await;

    let mut taker = Taker::finished(&world, "regional").await;
    let form = taker.consent_form().await;
    let page = taker.visitor.post("/en/test/bevar", &form).await;
    if page.status == 507 {
        assert!(Page::of(&page).text("main").contains("What has been confirmed to you is saved."));
        assert_tells_nothing_of_the_inside(&page);
        assert_kept(&world, kept).await;
        taker.visitor.get("/test/resultat").await;
    }
    assert_eq!(visitor.get("/test/tal").await.status, 200, "reading needs no room");

    limit(&world, "PRAGMA max_page_count = 1000000").await;
    assert_eq!(
        visitor.post_json(SUBMISSIONS, &submission("state", kept)).await.status,
        201,
        "the one refused is kept now"
    );
    taker.visitor.post("/test/bevar", &form).await;
    assert_kept(&world, kept + 2).await;
}

/// Every table tells of the same number.
async fn assert_kept(world: &World, kept: u32) {
    let kept = i64::from(kept);
    assert_eq!(world.kept().await, kept);
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM selftest_receipt").await, kept);
    assert_eq!(world.number("SELECT SUM(arrived) AS n FROM selftest_arrivals").await, kept);
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM record_event").await, kept);
    assert_eq!(world.number("SELECT last AS n FROM record_log").await, kept);
}
