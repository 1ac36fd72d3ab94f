//! Open data of the self-test: the figures in use, and the platform's own counts.

use anyhow::Context;
use db::Db;
use record::{OpenFile, Viewer};

use crate::content::Content;
use crate::counts::Counts;
use crate::figures::CurrentFigures;
use crate::pages::{count_rows, figure_rows};
use crate::store::answers::Source;

/// Everything of the self-test that anyone may see, as CSV and JSON of the same rows.
pub async fn open_data(db: &Db) -> anyhow::Result<Vec<OpenFile>> {
    let counts = Counts::new(db.clone()).by_group(Viewer::Visitor, Source::Taker).await?;
    let counts = count_rows(&counts);
    let figures = CurrentFigures::load(db.clone()).await?.get();
    let figures = figure_rows(&figures, &Content::get().quoted);
    Ok(vec![
        ("selftest-counts.csv", csv(&counts)?),
        ("selftest-counts.json", serde_json::to_vec_pretty(&counts)?),
        ("selftest-figures.csv", csv(&figures)?),
        ("selftest-figures.json", serde_json::to_vec_pretty(&figures)?),
    ])
}

/// Rows as CSV with a header.
pub(crate) fn csv(rows: &[impl serde::Serialize]) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row)?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error).context("writing to memory")
}
