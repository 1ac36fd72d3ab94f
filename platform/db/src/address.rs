//! Where the database is.

use std::fmt;
use std::path::{Path, PathBuf};

/// Which database: an SQLite file, or a PostgreSQL server.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// An SQLite file, made when it is not there.
    Sqlite(PathBuf),
    /// A PostgreSQL connection string, password included.
    Postgres(String),
}

/// The text names neither database.
#[derive(Debug, thiserror::Error)]
#[error("the database must be `sqlite:FILE` or `postgres://USER@HOST/NAME`, not `{0}`")]
pub struct BadAddress(String);

impl Address {
    /// Reads `sqlite:FILE` or `postgres://…`.
    pub fn read(text: &str) -> Result<Self, BadAddress> {
        if let Some(file) = text.strip_prefix("sqlite:").filter(|file| !file.is_empty()) {
            return Ok(Self::Sqlite(PathBuf::from(file)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(BadAddress(text.chars().take(40).collect()))
    }

    /// The SQLite file inside a data folder, which is where a newcomer's database lives.
    pub fn inside(data: &Path) -> Self {
        Self::Sqlite(data.join("stafet.sqlite"))
    }

    /// Whether it is plain without asking that there is no database: the SQLite file is not there.
    pub fn is_vacant(&self) -> bool {
        matches!(self, Self::Sqlite(file) if !file.exists())
    }
}

/// Never shows the password.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "sqlite:{}", file.display()),
            Self::Postgres(url) => write!(f, "postgres://…@{}", url.rsplit('@').next().unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_are_read_and_others_refused() {
        assert_eq!(Address::read("sqlite:a/b.sqlite").unwrap(), Address::Sqlite("a/b.sqlite".into()));
        assert!(matches!(Address::read("postgres://u@h/n").unwrap(), Address::Postgres(_)));
        assert!(Address::read("mysql://x").is_err());
        assert!(Address::read("sqlite:").is_err());
    }

    #[test]
    fn a_password_is_never_shown() {
        let address = Address::read("postgres://anna:hemmelig@db.example/stafet").unwrap();
        assert_eq!(format!("{address:?}"), "postgres://…@db.example/stafet");
    }
}
