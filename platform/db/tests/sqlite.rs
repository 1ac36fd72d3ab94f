//! What holds on SQLite alone: its settings, its queue of writers, its backups. What holds on both databases is tested with
//! the stores, on both.

use std::path::{Path, PathBuf};

use db::{Address, BackupRefused, Db, FromQueryResult, OpenRefused, RestoreRefused, restore, sql};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

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
async fn eight_programs_that_start_at_once_make_one_database() {
    let folder = tempfile::tempdir().unwrap();
    let programs = tokio::task::LocalSet::new();
    let started = (0..8).map(|_| {
        let address = Address::inside(folder.path());
        programs.spawn_local(async move { Db::open(&address).await.unwrap().migrate().await.unwrap() })
    });
    let started: Vec<_> = started.collect();
    programs.await;
    for program in started {
        program.await.unwrap();
    }
    let (_, db) = fresh(&folder).await;
    let logs: Number = db.one(sql("SELECT COUNT(*) AS n FROM record_log", [])).await.unwrap().unwrap();
    assert_eq!(logs.n, 1, "what a migration writes is there once");
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
    let letter = folder.path().join("brev.txt");
    std::fs::write(&letter, "Kære Stafet").unwrap();
    let other = another_programs(&folder).await;
    let empty = folder.path().join("tom");
    std::fs::write(&empty, "").unwrap();
    let target = Address::Sqlite(folder.path().join("ny/stafet.sqlite"));
    let refused = async |file: &Path| restore(file, &target).await.unwrap_err();
    assert!(matches!(refused(&letter).await, RestoreRefused::Unfit(OpenRefused::NotADatabase(_))));
    assert!(matches!(refused(&other).await, RestoreRefused::Unfit(OpenRefused::NotOurs(_))));
    assert!(matches!(refused(&empty).await, RestoreRefused::Unfit(OpenRefused::NotOurs(_))));
    assert!(matches!(refused(&folder.path().join("intet")).await, RestoreRefused::NoFile(_)));
    assert!(!folder.path().join("ny").exists(), "a refusal makes nothing");
}

#[tokio::test]
async fn a_damaged_backup_is_not_restored() {
    let folder = tempfile::tempdir().unwrap();
    let (_, db) = fresh(&folder).await;
    let file = folder.path().join("kopi.sqlite");
    db.backup(&file).await.unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0xff);
    std::fs::write(&file, bytes).unwrap();
    let target = Address::Sqlite(folder.path().join("andet.sqlite"));
    assert!(matches!(restore(&file, &target).await, Err(RestoreRefused::Unfit(OpenRefused::Damaged(_)))));
}

/// An SQLite file with a table, and without our mark.
async fn another_programs(folder: &tempfile::TempDir) -> PathBuf {
    let file = folder.path().join("regnskab.sqlite");
    let options = SqliteConnectOptions::new().filename(&file).create_if_missing(true);
    let mut connection = options.connect().await.expect("a new file opens");
    sqlx::query("CREATE TABLE bilag (nummer INTEGER)").execute(&mut connection).await.expect("a table");
    connection.close().await.expect("a connection can be closed");
    file
}

#[tokio::test]
async fn another_programs_file_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = another_programs(&folder).await;
    let before = std::fs::read(&file).unwrap();
    let refused = Db::open(&Address::Sqlite(file.clone())).await.err();
    assert!(matches!(refused, Some(OpenRefused::NotOurs(_))));
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was laid beside it");
}

#[tokio::test]
async fn a_file_is_ours_from_before_its_first_table() {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::inside(folder.path());
    assert!(address.is_vacant());
    Db::open(&address).await.unwrap().close().await.unwrap();
    assert!(!address.is_vacant());
    let header = std::fs::read(folder.path().join("stafet.sqlite")).unwrap();
    assert_eq!(&header[68..72], b"STAF", "where SQLite's file format has the application id");
    Db::open(&address).await.unwrap().migrate().await.unwrap();
}
