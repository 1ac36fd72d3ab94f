//! What holds on SQLite alone: its settings, its queue of writers, its backups. What holds on both databases is tested with
//! the stores, on both.

use db::{Address, BackupRefused, Db, FromQueryResult, RestoreRefused, restore, sql};

#[derive(FromQueryResult)]
struct Number {
    n: i64,
}

async fn fresh(folder: &tempfile::TempDir) -> (Address, Db) {
    let address = Address::inside(folder.path());
    let db = Db::open(&address).await.expect("a new database opens");
    db.migrate().await.expect("a new database takes every table");
    (address, db)
}

#[tokio::test]
async fn a_change_that_is_dropped_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let (_, db) = fresh(&folder).await;
    let change = db.change().await.unwrap();
    change.run(sql("UPDATE record_log SET last = $1", [7.into()])).await.unwrap();
    drop(change);
    let last: Number = db.one(sql("SELECT last AS n FROM record_log", [])).await.unwrap().unwrap();
    assert_eq!(last.n, 0);
}

#[tokio::test]
async fn every_reading_connection_waits_when_busy_and_enforces_foreign_keys() {
    let folder = tempfile::tempdir().unwrap();
    let (_, db) = fresh(&folder).await;
    for _ in 0..20 {
        let on: Number = db.one(sql("SELECT foreign_keys AS n FROM pragma_foreign_keys", [])).await.unwrap().unwrap();
        let wait: Number = db.one(sql("SELECT timeout AS n FROM pragma_busy_timeout", [])).await.unwrap().unwrap();
        assert_eq!((on.n, wait.n), (1, 5000));
    }
}

#[tokio::test]
async fn twenty_writers_at_once_all_get_their_turn() {
    let folder = tempfile::tempdir().unwrap();
    let (_, db) = fresh(&folder).await;
    let writers = (0..20).map(|_| {
        let db = db.clone();
        tokio::spawn(async move {
            let change = db.change().await.unwrap();
            change.run(sql("UPDATE record_log SET last = last + 1", [])).await.unwrap();
            change.commit().await.unwrap();
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let last: Number = db.one(sql("SELECT last AS n FROM record_log", [])).await.unwrap().unwrap();
    assert_eq!(last.n, 20);
}

#[tokio::test]
async fn a_backup_taken_in_use_is_restored_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (address, db) = fresh(&folder).await;
    let change = db.change().await.unwrap();
    change.run(sql("UPDATE record_log SET last = 42", [])).await.unwrap();
    change.commit().await.unwrap();
    let file = folder.path().join("kopi.sqlite");
    db.backup(&file).await.unwrap();
    assert!(matches!(db.backup(&file).await, Err(BackupRefused::FileExists(_))));
    assert!(matches!(restore(&file, &address).await, Err(RestoreRefused::DatabaseExists(_))));

    let other = Address::Sqlite(folder.path().join("andet.sqlite"));
    restore(&file, &other).await.unwrap();
    let last: Number =
        Db::open(&other).await.unwrap().one(sql("SELECT last AS n FROM record_log", [])).await.unwrap().unwrap();
    assert_eq!(last.n, 42);
}

#[tokio::test]
async fn what_is_not_a_backup_is_not_restored() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brev.txt");
    std::fs::write(&file, "Kære Stafet").unwrap();
    let target = Address::inside(folder.path());
    assert!(matches!(restore(&file, &target).await, Err(RestoreRefused::NotABackup(_))));
    assert!(!folder.path().join("stafet.sqlite").exists());
}
