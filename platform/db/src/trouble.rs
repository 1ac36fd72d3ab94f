//! What can go wrong in a database, sorted by what one can do about it.

use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// A statement that did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Another writer was in the way for too long, or the server is away: trying again may help.
    #[error("the database is busy or out of reach")]
    Busy(#[source] DbErr),
    /// There is no room left to write.
    #[error("the disk of the database is full")]
    Full(#[source] DbErr),
    /// A unique key is in use already: somebody was first.
    #[error("the key is taken")]
    Taken(#[source] DbErr),
    /// Anything else: our own fault.
    #[error("the database refused a statement")]
    Broken(#[source] DbErr),
}

// The primary result codes of SQLite, and the classes of PostgreSQL's SQLSTATE.
const SQLITE_BUSY: u32 = 5;
const SQLITE_LOCKED: u32 = 6;
const SQLITE_READONLY: u32 = 8;
const SQLITE_IOERR: u32 = 10;
const SQLITE_FULL: u32 = 13;
const SQLITE_CANTOPEN: u32 = 14;

impl From<DbErr> for Trouble {
    fn from(error: DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(_)) = error.sql_err() {
            return Self::Taken(error);
        }
        if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) {
            return Self::Busy(error);
        }
        match code_of(&error) {
            Some(Code::Busy) => Self::Busy(error),
            Some(Code::Full) => Self::Full(error),
            None => Self::Broken(error),
        }
    }
}

enum Code {
    Busy,
    Full,
}

fn code_of(error: &DbErr) -> Option<Code> {
    let (DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner))) = error else {
        return None;
    };
    match inner.as_ref() {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            Some(Code::Busy)
        }
        sqlx::Error::Database(database) => meaning(&database.code()?),
        _ => None,
    }
}

fn meaning(code: &str) -> Option<Code> {
    if code.len() == 5 {
        return meaning_of_sqlstate(code);
    }
    // SQLite's extended codes carry the primary one in their low byte.
    match code.parse::<u32>().ok()? & 0xff {
        SQLITE_BUSY | SQLITE_LOCKED | SQLITE_IOERR | SQLITE_CANTOPEN => Some(Code::Busy),
        SQLITE_FULL | SQLITE_READONLY => Some(Code::Full),
        _ => None,
    }
}

fn meaning_of_sqlstate(state: &str) -> Option<Code> {
    match &state[..2] {
        "08" | "40" | "55" | "57" => Some(Code::Busy),
        "53" => Some(Code::Full),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_mean_what_their_manuals_say() {
        assert!(matches!(meaning("5"), Some(Code::Busy)), "SQLITE_BUSY");
        assert!(matches!(meaning("517"), Some(Code::Busy)), "SQLITE_BUSY_SNAPSHOT");
        assert!(matches!(meaning("13"), Some(Code::Full)), "SQLITE_FULL");
        assert!(matches!(meaning("53100"), Some(Code::Full)), "disk_full");
        assert!(matches!(meaning("57P01"), Some(Code::Busy)), "admin_shutdown");
        assert!(meaning("1").is_none(), "SQLITE_ERROR is ours");
        assert!(meaning("42601").is_none(), "a syntax error is ours");
    }
}
