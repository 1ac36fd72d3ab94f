//! The figures quoted from the published pages of the Innovation Barometer.

use std::collections::BTreeMap;

use i18n::Language;
use serde::Deserialize;
use survey::{Figure, Precision};

use super::Text;

/// One published figure.
#[derive(Debug, Deserialize)]
pub(crate) struct QuotedFigure {
    pub(crate) measure: String,
    pub(crate) population: String,
    pub(crate) edition: String,
    order: i32,
    pub(crate) percent: f64,
    pub(crate) approx: bool,
    in_words: Option<Text>,
    pub(crate) base: Option<u32>,
    pub(crate) source: String,
    note: Option<Text>,
}

impl QuotedFigure {
    /// How the source puts it, where it gives words instead of a number.
    fn words(&self, language: Language) -> Option<&str> {
        self.in_words.as_ref().filter(|_| self.approx).map(|text| text.of(language))
    }

    fn figure(&self) -> Figure {
        Figure {
            measure: self.measure.clone(),
            population: self.population.clone(),
            edition: self.edition.clone(),
            order: self.order,
            percent: self.percent,
            precision: if self.approx { Precision::InWords } else { Precision::Exact },
            base: self.base,
            source: self.source.clone(),
        }
    }
}

/// What is known of one round of the Barometer.
#[derive(Debug, Deserialize)]
pub(crate) struct Edition {
    pub(crate) answers: u32,
    pub(crate) response_rate_percent: u32,
    pub(crate) innovative_base: u32,
    period: Text,
    pub(crate) source: String,
}

impl Edition {
    /// The years it asked about.
    pub(crate) fn period(&self, language: Language) -> &str {
        self.period.of(language)
    }
}

/// All quoted figures and the rounds they come from.
#[derive(Debug, Deserialize)]
pub(crate) struct Quoted {
    pub(crate) editions: BTreeMap<String, Edition>,
    pub(crate) figures: Vec<QuotedFigure>,
}

impl Quoted {
    pub(super) fn read(json: &str) -> Self {
        serde_json::from_str(json).expect("barometer.json is embedded and tested")
    }

    /// The same as the engine knows them.
    pub(crate) fn as_figures(&self) -> Vec<Figure> {
        self.figures.iter().map(QuotedFigure::figure).collect()
    }

    /// The words of the source for a figure that it gives in words only.
    pub(crate) fn words(&self, figure: &Figure, language: Language) -> Option<&str> {
        self.find(figure).and_then(|quoted| quoted.words(language))
    }

    /// What one should know about a figure.
    pub(crate) fn note(&self, figure: &Figure, language: Language) -> Option<&str> {
        self.find(figure).and_then(|quoted| quoted.note.as_ref()).map(|note| note.of(language))
    }

    /// The quotation behind a figure; none for one that was read in.
    fn find(&self, figure: &Figure) -> Option<&QuotedFigure> {
        self.figures.iter().find(|quoted| {
            quoted.measure == figure.measure
                && quoted.population == figure.population
                && quoted.edition == figure.edition
                && quoted.source == figure.source
        })
    }
}
