//! `stafet import statbank`: reading official figures in, from a file or straight from StatBank.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use db::Db;
use outside::Outside;
use record::Viewer;
use statbank::http::{Client, FetchError, Limits};
use statbank::{BYTE_LIMIT, Form, Unreadable, read, table_id_in_name, table_url};

use crate::official::{Mapped, Unmapped, check_name, map, variables};
use crate::store::figure;

const LIMITS: Limits = Limits {
    connect: Duration::from_secs(10),
    read: Duration::from_secs(20),
    total: Duration::from_mins(1),
    max_bytes: BYTE_LIMIT,
};

/// What an import took, and what it could not map.
#[derive(Debug)]
pub struct Imported {
    table: String,
    mapped: Mapped,
}

/// Why nothing was imported. The figures in use stay as they were.
#[derive(Debug, thiserror::Error)]
pub enum ImportFailed {
    /// The file is not there, or may not be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// The address did not give a table.
    #[error("the address gave no table: {0}")]
    Fetch(#[from] FetchError),
    /// What was read is no StatBank table.
    #[error("this is no StatBank table: {0}")]
    Unreadable(#[from] Unreadable),
    /// The table holds nothing for us.
    #[error("{0}")]
    Unmapped(String),
    /// The database refused.
    #[error("the database: {0}")]
    Database(#[from] db::Trouble),
}

/// Imports a file. Its table is named by `table`, or by the name of the file.
pub async fn import_file(
    db: &Db,
    outside: &Outside,
    file: &Path,
    table: Option<&str>,
) -> Result<Imported, ImportFailed> {
    check(table)?;
    if std::fs::metadata(file)?.len() > BYTE_LIMIT as u64 {
        return Err(Unreadable::TooLarge { limit: BYTE_LIMIT }.into());
    }
    let bytes = std::fs::read(file)?;
    let named = file.file_name().and_then(|name| name.to_str()).and_then(table_id_in_name);
    import(db, outside, &bytes, table.map(str::to_owned).or(named).as_deref()).await
}

/// Imports from an address; a bare table name such as `OIN01DK` means StatBank's own address of it.
pub async fn import_url(db: &Db, outside: &Outside, url: &str, table: Option<&str>) -> Result<Imported, ImportFailed> {
    check(table)?;
    let address = match variables(url) {
        Some(variables) => table_url(url, Form::Bulk, &variables, "da"),
        None => url.to_owned(),
    };
    let fetched = Client::new(LIMITS).fetch(&address).await?;
    let table = table.map(str::to_owned).or(fetched.table_id_guess);
    import(db, outside, &fetched.bytes, table.as_deref()).await
}

fn check(table: Option<&str>) -> Result<(), ImportFailed> {
    let checked = table.map_or(Ok(()), check_name);
    checked.map_err(|unmapped| ImportFailed::Unmapped(unmapped.to_string()))
}

async fn import(db: &Db, outside: &Outside, bytes: &[u8], table: Option<&str>) -> Result<Imported, ImportFailed> {
    let table = read(bytes, None, table)?;
    let mapped = map(&table).map_err(|unmapped| ImportFailed::Unmapped(explained(&unmapped)))?;
    let id = table.id.to_ascii_uppercase();
    figure::replace(db, outside, Viewer::Operator, &id, &mapped.figures).await?;
    Ok(Imported { table: id, mapped })
}

/// A refusal with everything that was found, so that the operator can see why nothing fitted.
fn explained(unmapped: &Unmapped) -> String {
    match unmapped {
        Unmapped::NothingTaken(mapped) => format!("{}{unmapped}", report(mapped)),
        other => other.to_string(),
    }
}

fn report(mapped: &Mapped) -> String {
    let left_out = mapped.left_out.iter().map(|(what, cells)| format!("  not mapped: {what}, {cells} cells\n"));
    let missing = (mapped.missing > 0).then(|| format!("  without a number: {} cells\n", mapped.missing));
    left_out.chain(missing).collect()
}

/// The report the operator reads.
impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut editions: Vec<&str> = self.mapped.figures.iter().map(|figure| figure.edition.as_str()).collect();
        editions.sort_unstable();
        editions.dedup();
        let (table, taken) = (&self.table, self.mapped.figures.len());
        writeln!(f, "{table}: took {taken} figures of the editions {}", editions.join(", "))?;
        f.write_str(&report(&self.mapped))
    }
}
