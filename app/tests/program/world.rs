//! A whole site on a database of its own.

use std::fmt::Write;

use axum::Router;
use clap::Parser;
use db::sea_orm::{Database, DatabaseConnection, DbBackend, FromQueryResult, JsonValue, Statement};
use db::{Address, sea_orm};
use outside::Outside;
use stafet::settings::Cli;
use stafet::{Settings, router};
use testkit::{TestDb, Visitor, still};
use web::Background;

const ORGANISATIONS: &str = include_str!("../../../examples/organisations.json");

/// A site, and the database under it.
pub(crate) struct World {
    pub(crate) db: TestDb,
    pub(crate) site: Router,
    pub(crate) background: Vec<Background>,
    outside: Outside,
}

impl World {
    /// A site on this database, which is empty.
    pub(crate) async fn on(db: TestDb) -> Self {
        Self::started(db, still()).await
    }

    /// A site in a world of one's own.
    pub(crate) async fn started(db: TestDb, outside: Outside) -> Self {
        let started = router(db.db.clone(), outside.clone(), &settings()).await;
        let (site, background) = started.expect("the site can be put together");
        Self { db, site, background, outside }
    }

    /// A site on an empty SQLite file.
    pub(crate) async fn empty() -> Self {
        Self::on(TestDb::sqlite().await).await
    }

    /// A site with the example world, as a newcomer sees it.
    pub(crate) async fn with_examples() -> Self {
        let world = Self::empty().await;
        let outside = &world.outside;
        record::add_examples(&world.db.db, outside.clock.as_ref(), ORGANISATIONS).await.expect("organisations");
        selftest::add_examples(&world.db.db, outside).await.expect("answers");
        world
    }

    /// The same site as a program started later on the same database would serve it.
    pub(crate) async fn restarted(self) -> Self {
        Self::started(self.db, self.outside).await
    }

    /// Someone who has never been here.
    pub(crate) fn visitor(&self) -> Visitor {
        Visitor::new(self.site.clone())
    }

    /// A number from the database, by a statement of one row and one column `n`.
    pub(crate) async fn number(&self, statement: &'static str) -> i64 {
        #[derive(FromQueryResult)]
        struct Row {
            n: i64,
        }
        let row: Option<Row> = self.db.db.one(db::sql(statement, [])).await.expect("the database answers");
        row.expect("a count is always one row").n
    }

    /// How many sets of answers are kept.
    pub(crate) async fn kept(&self) -> i64 {
        self.number("SELECT COUNT(*) AS n FROM selftest_answers WHERE origin = 'taker'").await
    }

    /// Every row of every table, as text.
    pub(crate) async fn everything(&self) -> String {
        let connection = connect(&self.db.address).await;
        let mut text = String::new();
        for table in tables(&connection).await {
            for row in rows(&connection, format!("SELECT * FROM {table}")).await {
                writeln!(text, "{table}: {row}").expect("writing to a string does not fail");
            }
        }
        connection.close().await.expect("a connection can be closed");
        text
    }
}

/// The settings of a program started without any.
pub(crate) fn settings() -> Settings {
    Cli::parse_from(["stafet", "--operator", "Testernes Center", "--contact", "post@example.dk"]).settings
}

/// A connection of the test's own.
pub(crate) async fn connect(address: &Address) -> DatabaseConnection {
    let url = match address {
        Address::Sqlite(file) => format!("sqlite:{}", file.display()),
        Address::Postgres(url) => url.clone(),
    };
    let mut options = db::sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the database can be opened")
}

async fn tables(connection: &DatabaseConnection) -> Vec<String> {
    let named = match connection.get_database_backend() {
        DbBackend::Postgres => "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
        _ => "SELECT name FROM sqlite_master WHERE type = 'table'",
    };
    let found = rows(connection, named.to_owned()).await;
    found
        .iter()
        .filter_map(|row| row["name"].as_str())
        .filter(|name| *name != "_sqlx_migrations")
        .map(str::to_owned)
        .collect()
}

async fn rows(connection: &DatabaseConnection, statement: String) -> Vec<JsonValue> {
    let statement = Statement::from_string(connection.get_database_backend(), statement);
    JsonValue::find_by_statement(statement).all(connection).await.expect("every table can be read")
}
