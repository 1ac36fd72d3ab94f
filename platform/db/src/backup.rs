//! A copy of the whole database in one file, made while it is in use.

use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::{Address, Db, Trouble};

/// Why no backup was made.
#[derive(Debug, thiserror::Error)]
pub enum BackupRefused {
    /// PostgreSQL brings its own tool, which also handles users and extensions.
    #[error("a PostgreSQL database is backed up with its own tool: pg_dump --format=custom --file=FILE DATABASE")]
    UsePgDump,
    /// Nothing is ever written over.
    #[error("`{0}` exists already; choose another name")]
    FileExists(PathBuf),
    /// The database did not answer, or the disk is full.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreRefused {
    /// PostgreSQL brings its own tool.
    #[error("a PostgreSQL database is restored with its own tool: pg_restore --dbname=DATABASE FILE")]
    UsePgRestore,
    /// Nothing is ever written over.
    #[error("the database `{0}` exists already; move it away first")]
    DatabaseExists(PathBuf),
    /// The file is no SQLite database, or is damaged.
    #[error("`{0}` is not a whole Stafet backup")]
    NotABackup(PathBuf),
    /// The file could not be read or copied.
    #[error("the backup could not be copied: {0}")]
    Copy(#[from] std::io::Error),
}

impl Db {
    /// Copies the database into a new file as it is at this moment; readers and writers go on meanwhile.
    pub async fn backup(&self, file: &Path) -> Result<(), BackupRefused> {
        if self.writer().get_database_backend() == DbBackend::Postgres {
            return Err(BackupRefused::UsePgDump);
        }
        if file.exists() {
            return Err(BackupRefused::FileExists(file.to_owned()));
        }
        let statement = Statement::from_sql_and_values(
            DbBackend::Sqlite,
            "VACUUM INTO $1",
            [file.to_string_lossy().into_owned().into()],
        );
        self.writer().execute_raw(statement).await.map_err(Trouble::from)?;
        Ok(())
    }
}

/// Puts a backup where the database of `address` is to be. The server must not be running.
pub async fn restore(backup: &Path, address: &Address) -> Result<(), RestoreRefused> {
    let Address::Sqlite(target) = address else { return Err(RestoreRefused::UsePgRestore) };
    if target.exists() {
        return Err(RestoreRefused::DatabaseExists(target.clone()));
    }
    if !is_whole(backup).await {
        return Err(RestoreRefused::NotABackup(backup.to_owned()));
    }
    std::fs::copy(backup, target)?;
    Ok(())
}

async fn is_whole(backup: &Path) -> bool {
    if !backup.is_file() {
        return false;
    }
    let Ok(db) = Db::open(&Address::Sqlite(backup.to_owned())).await else { return false };
    let statement = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
    let found = db.writer().query_one_raw(statement).await;
    let verdict = found.ok().flatten().and_then(|row| row.try_get_by_index::<String>(0).ok());
    let knows_us = db.writer().execute_unprepared("SELECT last FROM record_log").await.is_ok();
    // A failure to close cannot change what was just read.
    drop(db.close().await);
    verdict.as_deref() == Some("ok") && knows_us
}
