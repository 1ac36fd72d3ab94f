//! Telling a file of ours from another program's, before anything in it is changed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::{DbErr, RuntimeErr};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use crate::Trouble;

/// What the header of every SQLite file of ours says: "STAF" in ASCII.
const OURS: i64 = 0x5354_4146;
// SQLite's primary result codes: another program is at it, it is damaged, it is something else.
const SQLITE_BUSY: u32 = 5;
const SQLITE_CORRUPT: u32 = 11;
const SQLITE_NOTADB: u32 = 26;

/// How often a file that another program holds is tried, and how long each time.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);

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

/// Makes sure that the file is ours. A file that is new or empty becomes ours, with a write-ahead log.
///
/// SQLite does not wait by itself while it takes up that log, so programs that start at once try again.
pub(crate) async fn claim(file: &Path) -> Result<(), OpenRefused> {
    for _ in 0..TRIES {
        match claim_now(file).await {
            Err(refused) if is_locked(&refused) => tokio::time::sleep(PAUSE).await,
            done => return done,
        }
    }
    claim_now(file).await
}

async fn claim_now(file: &Path) -> Result<(), OpenRefused> {
    let options = SqliteConnectOptions::new().create_if_missing(true).busy_timeout(PAUSE);
    let mut connection = connect(file, options).await?;
    match holder(&mut connection).await.map_err(|error| refusal(file, error))? {
        Holder::Another => return Err(OpenRefused::NotOurs(file.to_owned())),
        Holder::Nobody => mark(&mut connection).await.map_err(trouble)?,
        Holder::Us => {}
    }
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut connection).await.map_err(trouble)?;
    Ok(connection.close().await.map_err(trouble)?)
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
async fn mark(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let statement = sqlx::AssertSqlSafe(format!("PRAGMA application_id = {OURS}"));
    sqlx::query(statement).execute(connection).await.map(drop)
}

async fn connect(file: &Path, options: SqliteConnectOptions) -> Result<SqliteConnection, OpenRefused> {
    options.filename(file).disable_statement_logging().connect().await.map_err(|error| refusal(file, error))
}

fn refusal(file: &Path, error: sqlx::Error) -> OpenRefused {
    match code(&error) {
        Some(SQLITE_NOTADB) => OpenRefused::NotADatabase(file.to_owned()),
        Some(SQLITE_CORRUPT) => OpenRefused::Damaged(file.to_owned()),
        _ => trouble(error).into(),
    }
}

fn is_locked(refused: &OpenRefused) -> bool {
    let OpenRefused::Trouble(Trouble::Busy(DbErr::Conn(RuntimeErr::SqlxError(error)))) = refused else { return false };
    code(error) == Some(SQLITE_BUSY)
}

/// SQLite's primary code, which is the low byte of an extended one.
fn code(error: &sqlx::Error) -> Option<u32> {
    let code = error.as_database_error()?.code()?;
    Some(code.parse::<u32>().ok()? & 0xff)
}

fn trouble(error: sqlx::Error) -> Trouble {
    DbErr::Conn(RuntimeErr::SqlxError(error.into())).into()
}
