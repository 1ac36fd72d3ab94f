//! A copy of the whole database in one file, made while it is in use.

use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::ours::{OpenRefused, examine};
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
    /// There is nothing to restore.
    #[error("there is no file `{0}`")]
    NoFile(PathBuf),
    /// The file is no database, another program's, or damaged.
    #[error(transparent)]
    Unfit(#[from] OpenRefused),
    /// The file could not be read or copied.
    #[error("the backup could not be copied")]
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

/// Puts a backup where the database of `address` is to be, making the folder where it lies. The server must not be running.
pub async fn restore(backup: &Path, address: &Address) -> Result<(), RestoreRefused> {
    let Address::Sqlite(target) = address else { return Err(RestoreRefused::UsePgRestore) };
    if target.exists() {
        return Err(RestoreRefused::DatabaseExists(target.clone()));
    }
    if !backup.is_file() {
        return Err(RestoreRefused::NoFile(backup.to_owned()));
    }
    examine(backup).await?;
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::copy(backup, target)?;
    Ok(())
}
