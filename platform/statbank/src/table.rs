//! What every form is read into: a table of cells, each placed by one coordinate per dimension.

use std::sync::Arc;

/// The largest file that is read, in bytes (32 MiB).
pub const BYTE_LIMIT: usize = 32 * 1024 * 1024;

/// The most cells a table may have; also `StatBank`'s own limit for every form but BULK.
pub const CELL_LIMIT: usize = 1_000_000;

/// The most dimensions a table may have.
pub const DIMENSION_LIMIT: usize = 16;

/// One table, or the part of it that a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The table's id in upper case, such as `FOLK1A`; empty when neither the file nor the caller knew it.
    pub id: String,
    /// The variables' ids in upper case, in the file's order, without the measure (`INDHOLD`).
    pub dimensions: Vec<String>,
    /// At least one cell, in the file's order, no two with the same coordinates.
    pub cells: Vec<Cell>,
}

/// One value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// One coordinate per dimension, in the order of [`Table::dimensions`]; equal ones are shared between cells.
    pub coordinates: Vec<Arc<Coordinate>>,
    /// What stands there.
    pub value: Value,
}

/// A place on one dimension. At least one of the two is given.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Coordinate {
    /// The code, such as `1010` or `2023K1`.
    pub code: Option<String>,
    /// The words in the file's language; left out when they only repeat the code.
    pub text: Option<String>,
}

impl Coordinate {
    /// A coordinate with a code, and a text if it says more than the code.
    pub(crate) fn coded(code: &str, text: Option<&str>) -> Self {
        let text = text.map(str::trim).filter(|text| !text.is_empty() && *text != code);
        Self { code: Some(code.to_owned()), text: text.map(str::to_owned) }
    }

    /// A coordinate of which only the words are known.
    pub(crate) fn worded(text: &str) -> Self {
        Self { code: None, text: Some(text.to_owned()) }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A finite number, in the table's unit.
    Number(f64),
    /// One of `StatBank`'s signs for a figure that is not given, or nothing.
    Missing,
}
