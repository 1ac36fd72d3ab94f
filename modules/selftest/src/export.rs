//! Open data of the self-test: the figures in use, and the platform's own counts.

use anyhow::Context;
use db::Db;
use record::{OpenFile, Viewer};
use serde::Serialize;

use crate::content::Content;
use crate::counts::Counts;
use crate::figures::CurrentFigures;
use crate::pages::{OpenCounts, count_rows, figure_rows};
use crate::store::answers::Source;

/// A row of open data that knows its columns, so that a file without rows still says what it would hold.
pub(crate) trait Columns: Serialize {
    /// The names of the columns, in the order of the fields.
    const NAMES: &'static [&'static str];
}

/// Everything of the self-test that anyone may see, as CSV and JSON.
pub async fn open_data(db: &Db) -> anyhow::Result<Vec<OpenFile>> {
    let counts = Counts::new(db.clone()).by_group(Viewer::Visitor, Source::Taker).await?;
    let figures = CurrentFigures::load(db.clone()).await?.get();
    let figures = figure_rows(&figures, &Content::get().quoted);
    Ok(vec![
        ("selftest-counts.csv", csv(&count_rows(&counts))?),
        ("selftest-counts.json", serde_json::to_vec_pretty(&OpenCounts::of(&counts))?),
        ("selftest-figures.csv", csv(&figures)?),
        ("selftest-figures.json", serde_json::to_vec_pretty(&figures)?),
    ])
}

/// Rows as CSV, always with a header.
pub(crate) fn csv<Row: Columns>(rows: &[Row]) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    writer.write_record(Row::NAMES)?;
    for row in rows {
        writer.serialize(row)?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error).context("writing to memory")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The columns stand in the file as the fields stand in the row.
    pub(crate) fn assert_columns_are_fields<Row: Columns>(row: &Row) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize(row).unwrap();
        let with_fields = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        assert_eq!(with_fields.lines().next().unwrap(), Row::NAMES.join(","));
    }
}
