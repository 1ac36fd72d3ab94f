//! The tables, in one order for all activities.

use rust_embed::RustEmbed;
use sea_orm::DbBackend;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr, SqlitePool};

use crate::Db;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../migrations"]
#[include = "*.sql"]
struct Files;

/// The tables could not be brought up to date.
#[derive(Debug, thiserror::Error)]
#[error("the tables could not be brought up to date")]
pub struct MigrationFailed(#[from] MigrateError);

impl Db {
    /// Brings the tables up to date. Two programs may do so at once: one waits for the other.
    pub async fn migrate(&self) -> Result<(), MigrationFailed> {
        let migrator = migrator();
        match self.writer().get_database_backend() {
            DbBackend::Postgres => migrator.run(self.writer().get_postgres_connection_pool()).await?,
            _ => run_alone(&migrator, self.writer().get_sqlite_connection_pool()).await?,
        }
        Ok(())
    }
}

/// SQLite has no lock of its own for this, as PostgreSQL has, so one transaction holds the file from the first look to the last table.
async fn run_alone(migrator: &Migrator, pool: &SqlitePool) -> Result<(), MigrateError> {
    let mut alone = pool.begin_with("BEGIN IMMEDIATE").await?;
    migrator.run(&mut *alone).await?;
    Ok(alone.commit().await?)
}

fn migrator() -> Migrator {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    Migrator::with_migrations(names.iter().map(|name| migration(name)).collect())
}

/// `0001_record__events.sql` is version 1, described as `record: events`.
fn migration(name: &str) -> Migration {
    let file = Files::get(name).expect("the name comes from the same folder");
    let text = String::from_utf8(file.data.into_owned()).expect("migrations are UTF-8");
    let (version, description) = name.trim_end_matches(".sql").split_once('_').expect("a number comes first");
    let version = version.parse().expect("a number comes first");
    let description = description.replace("__", ": ").replace('_', " ");
    let text = AssertSqlSafe(text).into_sql_str();
    Migration::new(version, description.into(), MigrationType::Simple, text, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_count_up_without_holes() {
        let versions: Vec<i64> = migrator().iter().map(|migration| migration.version).collect();
        let expected: Vec<i64> = (1..).take(versions.len()).collect();
        assert!(!versions.is_empty());
        assert_eq!(versions, expected);
    }
}
