#![doc = include_str!("../README.md")]

mod address;
mod backup;
mod change;
mod migrations;
mod open;
mod ours;
mod sql;
mod trouble;

pub use address::{Address, BadAddress};
pub use backup::{BackupRefused, RestoreRefused, restore};
pub use change::Change;
pub use migrations::MigrationFailed;
pub use open::Db;
pub use ours::OpenRefused;
/// The derive for [`FromQueryResult`] names this crate, so a file with a row type imports it beside.
pub use sea_orm::{self, FromQueryResult};
pub use sql::{Sql, sql};
pub use trouble::Trouble;
