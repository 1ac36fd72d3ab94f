//! A fresh database for each test, of both kinds.

use std::sync::atomic::{AtomicU32, Ordering};

use db::{Address, Db};
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

const POSTGRES: &str = "STAFET_TEST_POSTGRES";

/// An empty, migrated database that disappears with the test.
pub struct TestDb {
    /// The database.
    pub db: Db,
    /// Where it is.
    pub address: Address,
    /// `SQLite` or `PostgreSQL`, for the message of a failing test.
    pub kind: &'static str,
    _folder: Option<TempDir>,
}

impl TestDb {
    /// An SQLite file in a folder of its own.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let address = Address::inside(folder.path());
        Self { db: migrated(&address).await, address, kind: "SQLite", _folder: Some(folder) }
    }

    /// A database of its own on the PostgreSQL server of the test run.
    pub async fn postgres() -> Self {
        let server = std::env::var(POSTGRES)
            .unwrap_or_else(|_| panic!("no PostgreSQL to test on: run `cargo xtask test`, which starts one"));
        let name = unique_name();
        let admin = Database::connect(format!("{server}/postgres")).await.expect("the test server answers");
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("the test user may make databases");
        admin.close().await.expect("a connection can be closed");
        let address = Address::Postgres(format!("{server}/{name}"));
        Self { db: migrated(&address).await, address, kind: "PostgreSQL", _folder: None }
    }
}

async fn migrated(address: &Address) -> Db {
    let db = Db::open(address).await.expect("the database can be opened");
    db.migrate().await.expect("the migrations run");
    db
}

/// Unique on the server: the process and a count.
fn unique_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// Runs a story on SQLite and then on PostgreSQL. A panic names the database it happened on.
pub async fn on_both<F: Future<Output = ()>>(story: impl Fn(TestDb) -> F) {
    let sqlite = TestDb::sqlite().await;
    eprintln!("on {}:", sqlite.kind);
    story(sqlite).await;
    let postgres = TestDb::postgres().await;
    eprintln!("on {}:", postgres.kind);
    story(postgres).await;
}
