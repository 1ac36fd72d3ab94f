//! A comparison figure as open data, in the API and in the export.

use i18n::Language;
use serde::Serialize;
use survey::{Figure, Figures, Precision};
use utoipa::ToSchema;

use crate::content::Quoted;
use crate::export::Columns;

/// A published comparison figure.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FigureRow {
    /// What it measures, as `item=choice` or the name of several together.
    measure: String,
    /// The group's key.
    group: String,
    edition: String,
    /// `null` where the source gives words only.
    percent: Option<f64>,
    /// The Danish words of the source, where it gives words only.
    in_words: Option<String>,
    /// How many workplaces it is based on, where that is published.
    base: Option<u32>,
    /// Low end of the 95 % Wilson interval in per cent; `null` where the base is not published.
    low: Option<f64>,
    /// High end of the same.
    high: Option<f64>,
    source: String,
}

impl Columns for FigureRow {
    const NAMES: &'static [&'static str] =
        &["measure", "group", "edition", "percent", "in_words", "base", "low", "high", "source"];
}

/// Every figure in use, in all editions.
pub(crate) fn figure_rows(figures: &Figures, quoted: &Quoted) -> Vec<FigureRow> {
    figures.all().map(|figure| row(figure, quoted)).collect()
}

fn row(figure: &Figure, quoted: &Quoted) -> FigureRow {
    let interval = figure.interval();
    FigureRow {
        measure: figure.measure.clone(),
        group: figure.population.clone(),
        edition: figure.edition.clone(),
        percent: (figure.precision == Precision::Exact).then_some(figure.percent),
        in_words: quoted.words(figure, Language::Danish).map(str::to_owned),
        base: figure.base,
        low: interval.map(|interval| interval.low * 100.0),
        high: interval.map(|interval| interval.high * 100.0),
        source: figure.source.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Content;
    use crate::export::tests::assert_columns_are_fields;

    #[test]
    fn the_columns_of_the_file_are_the_fields_of_the_row() {
        let content = Content::get();
        let figures = Figures::new(content.quoted.as_figures(), content.groups.populations());
        assert_columns_are_fields(&figure_rows(&figures, &content.quoted)[0]);
    }
}
