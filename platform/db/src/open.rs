//! Opening the database and reading from it.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, FromQueryResult, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};

use crate::ours::{OpenRefused, claim};
use crate::{Address, Change, Sql, Trouble};

/// How long a writer waits for another before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);
const READERS: u32 = 8;

/// An open database. Cloning shares the connections.
#[derive(Clone)]
pub struct Db {
    readers: DatabaseConnection,
    writer: DatabaseConnection,
}

impl Db {
    /// Opens the database, making the SQLite file when it is not there. Tables come by [`Db::migrate`].
    pub async fn open(address: &Address) -> Result<Self, OpenRefused> {
        match address {
            Address::Sqlite(file) => {
                claim(file).await?;
                Ok(Self { writer: connect(address, 1).await?, readers: connect(address, READERS).await? })
            }
            Address::Postgres(_) => {
                let both = connect(address, READERS).await?;
                Ok(Self { readers: both.clone(), writer: both })
            }
        }
    }

    /// Every row that the statement finds.
    pub async fn all<T: FromQueryResult>(&self, sql: Sql) -> Result<Vec<T>, Trouble> {
        rows(&self.readers, sql).await
    }

    /// The first row that the statement finds.
    pub async fn one<T: FromQueryResult>(&self, sql: Sql) -> Result<Option<T>, Trouble> {
        Ok(self.all(sql).await?.into_iter().next())
    }

    /// Begins a change. Nothing of it is seen, or kept, before [`Change::commit`].
    pub async fn change(&self) -> Result<Change, Trouble> {
        // An immediate transaction queues for the lock at its start, where waiting helps, and not at its first write.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Change::new(self.writer.begin_with_options(options).await?))
    }

    /// Whether the database answers.
    pub async fn answers(&self) -> Result<(), Trouble> {
        self.readers.ping().await?;
        Ok(())
    }

    /// Closes every connection; SQLite then folds its log into the file.
    pub async fn close(self) -> Result<(), Trouble> {
        self.readers.close().await?;
        self.writer.close().await?;
        Ok(())
    }

    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }
}

pub(crate) async fn rows<T: FromQueryResult>(on: &impl ConnectionTrait, sql: Sql) -> Result<Vec<T>, Trouble> {
    let found = on.query_all_raw(sql.on(on.get_database_backend())).await?;
    Ok(found.iter().map(|row| T::from_query_result(row, "")).collect::<Result<_, _>>()?)
}

async fn connect(address: &Address, connections: u32) -> Result<DatabaseConnection, Trouble> {
    let url = match address {
        Address::Sqlite(_) => "sqlite::memory:".to_owned(),
        Address::Postgres(url) => url.clone(),
    };
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).min_connections(1).acquire_timeout(PATIENCE).sqlx_logging(false);
    options.test_before_acquire(matches!(address, Address::Postgres(_)));
    // SQLite's busy timeout by PostgreSQL's name.
    options.map_sqlx_postgres_opts(|postgres| postgres.options([("lock_timeout", format!("{}s", PATIENCE.as_secs()))]));
    if let Address::Sqlite(file) = address {
        let file = file.clone();
        // These are settings of a connection, not of the file, so every new connection of the pool must get them.
        options.map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .filename(&file)
                .in_memory(false)
                .shared_cache(false)
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // A commit that was acknowledged survives a power cut, not only a killed process.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(PATIENCE)
        });
    }
    Ok(Database::connect(options).await?)
}
