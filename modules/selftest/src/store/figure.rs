//! Comparison figures read in from StatBank.

use db::{Db, FromQueryResult, Trouble, sea_orm, sql};
use outside::Outside;
use record::{Event, Viewer};
use serde_json::json;
use survey::{Figure, Precision};

use crate::official::OfficialFigure;

#[derive(FromQueryResult)]
struct Row {
    measure: String,
    population: String,
    edition: String,
    edition_order: i64,
    percent: f64,
    source: String,
}

impl Row {
    fn figure(self) -> Figure {
        Figure {
            measure: self.measure,
            population: self.population,
            edition: self.edition,
            order: i32::try_from(self.edition_order).unwrap_or(i32::MAX),
            percent: self.percent,
            precision: Precision::Exact,
            // StatBank publishes no number of answers, so these figures have no interval.
            base: None,
            source: self.source,
        }
    }
}

/// All of them. They are public, so every viewer sees the same.
pub(crate) async fn all(db: &Db, _viewer: Viewer) -> Result<Vec<Figure>, Trouble> {
    const ALL: &str = "SELECT measure, population, edition, edition_order, percent, source FROM selftest_figure
        ORDER BY statbank_table, edition_order, measure, population";
    let rows: Vec<Row> = db.all(sql(ALL, [])).await?;
    Ok(rows.into_iter().map(Row::figure).collect())
}

/// Replaces every edition of the table that the figures cover, all in one change: readers see the old or the new, never a mixture.
pub(crate) async fn replace(
    db: &Db,
    outside: &Outside,
    viewer: Viewer,
    table: &str,
    figures: &[OfficialFigure],
) -> Result<(), Trouble> {
    const REMOVE: &str = "DELETE FROM selftest_figure WHERE statbank_table = $1 AND edition = $2";
    const ADD: &str = "INSERT INTO selftest_figure
        (statbank_table, measure, population, edition, edition_order, percent, source, imported_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let change = db.change().await?;
    let editions: std::collections::BTreeSet<&str> = figures.iter().map(|figure| figure.edition.as_str()).collect();
    for edition in &editions {
        change.run(sql(REMOVE, [table.into(), (*edition).into()])).await?;
    }
    for figure in figures {
        let values = [
            table.into(),
            figure.measure.as_str().into(),
            figure.population.as_str().into(),
            figure.edition.as_str().into(),
            i64::from(figure.order).into(),
            figure.percent.into(),
            figure.source.as_str().into(),
            outside.clock.now().as_millisecond().into(),
        ];
        change.run(sql(ADD, values)).await?;
    }
    let body = json!({ "editions": editions, "figures": figures.len() });
    Event::append(&change, outside.clock.as_ref(), viewer, crate::figures::REPLACED, table, &body).await?;
    change.commit().await
}
