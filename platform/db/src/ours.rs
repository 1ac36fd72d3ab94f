//! Telling a file of ours from another program's, before anything in it is changed.

use std::path::{Path, PathBuf};

use sea_orm::{DbErr, RuntimeErr};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use crate::Trouble;

/// What the header of every SQLite file of ours says: "STAF" in ASCII.
const OURS: i64 = 0x5354_4146;
// SQLite's codes for a damaged file, and for a file that is something else.
const SQLITE_CORRUPT: &str = "11";
const SQLITE_NOTADB: &str = "26";

/// Why a database is not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenRefused {
    /// The file is something else: a letter, a picture.
    #[error("`{0}` is not a database")]
    NotADatabase(PathBuf),
    /// The file is the database of another program.
    #[error("`{0}` is not a Stafet database")]
    NotOurs(PathBuf),
    /// The file is ours, but cannot be trusted.
    #[error("the database `{0}` is damaged")]
    Damaged(PathBuf),
    /// The database did not answer.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// Makes sure that the file is ours. A file that is new or empty becomes ours.
pub(crate) async fn claim(file: &Path) -> Result<(), OpenRefused> {
    let mut connection = connect(file, SqliteConnectOptions::new().create_if_missing(true)).await?;
    let claimed = match holder(&mut connection).await {
        Ok(Holder::Nobody) => mark(&mut connection).await,
        Ok(Holder::Us) => Ok(()),
        Ok(Holder::Another) => Err(OpenRefused::NotOurs(file.to_owned())),
        Err(error) => Err(refusal(file, error)),
    };
    connection.close().await.map_err(trouble)?;
    claimed
}

/// Makes sure that the file is ours and whole. Nothing in it is changed.
pub(crate) async fn examine(file: &Path) -> Result<(), OpenRefused> {
    let mut connection = connect(file, SqliteConnectOptions::new().read_only(true)).await?;
    if !matches!(holder(&mut connection).await.map_err(|error| refusal(file, error))?, Holder::Us) {
        return Err(OpenRefused::NotOurs(file.to_owned()));
    }
    let verdict: Result<String, _> = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut connection).await;
    connection.close().await.map_err(trouble)?;
    match verdict.as_deref() {
        Ok("ok") => Ok(()),
        _ => Err(OpenRefused::Damaged(file.to_owned())),
    }
}

enum Holder {
    Nobody,
    Us,
    Another,
}

/// Whose the file is. The tables are counted first: a file that another server of ours is just making has its mark by then.
async fn holder(connection: &mut SqliteConnection) -> Result<Holder, sqlx::Error> {
    let tables: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_master").fetch_one(&mut *connection).await?;
    let mark: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(connection).await?;
    Ok(match (mark, tables) {
        (OURS, _) => Holder::Us,
        (0, 0) => Holder::Nobody,
        _ => Holder::Another,
    })
}

/// The mark is in the file itself before its first table is made, since no write-ahead log stands beside it yet.
async fn mark(connection: &mut SqliteConnection) -> Result<(), OpenRefused> {
    let statement = sqlx::AssertSqlSafe(format!("PRAGMA application_id = {OURS}"));
    sqlx::query(statement).execute(connection).await.map_err(trouble)?;
    Ok(())
}

async fn connect(file: &Path, options: SqliteConnectOptions) -> Result<SqliteConnection, OpenRefused> {
    options.filename(file).disable_statement_logging().connect().await.map_err(|error| refusal(file, error))
}

fn refusal(file: &Path, error: sqlx::Error) -> OpenRefused {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    match code.as_deref() {
        Some(SQLITE_NOTADB) => OpenRefused::NotADatabase(file.to_owned()),
        Some(SQLITE_CORRUPT) => OpenRefused::Damaged(file.to_owned()),
        _ => trouble(error).into(),
    }
}

fn trouble(error: sqlx::Error) -> Trouble {
    DbErr::Conn(RuntimeErr::SqlxError(error.into())).into()
}
