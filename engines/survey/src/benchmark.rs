//! Published figures to compare with, and finding the right one.

use std::collections::BTreeMap;
use std::fmt;

use crate::interval::{Interval, Z95, wilson};

/// One published share.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it measures: `item=choice`, or the name of something derived.
    pub measure: String,
    /// Whom it is about.
    pub population: String,
    /// The round of the survey it comes from.
    pub edition: String,
    /// The edition's last year; a larger one is newer.
    pub order: i32,
    /// The share in per cent.
    pub percent: f64,
    /// Whether the source gives a number.
    pub precision: Precision,
    /// How many answers it is based on, where that is published.
    pub base: Option<u32>,
    /// The address it was published at.
    pub source: String,
}

/// How exactly a source puts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// "Half", "four of five": to be shown in words only.
    InWords,
    /// A number.
    Exact,
}

impl Figure {
    /// The 95 % interval by [`wilson`]; none where the base is not published or the source gives words only.
    pub fn interval(&self) -> Option<Interval> {
        let base = self.exact_base()?;
        Some(wilson(self.share(), base, Z95))
    }

    /// The share between 0 and 1.
    pub(crate) fn share(&self) -> f64 {
        self.percent / 100.0
    }

    /// The base of an exact figure.
    pub(crate) fn exact_base(&self) -> Option<u32> {
        self.base.filter(|base| *base > 0 && self.precision == Precision::Exact)
    }
}

/// Who is part of whom: each population and the next wider one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Populations {
    wider: BTreeMap<String, Option<String>>,
}

/// Why a set of populations is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadPopulations {
    /// The next wider one is not there.
    UnknownParent(String),
    /// Going wider comes back to where it has been.
    Circle(String),
    /// It is there twice, so it could have two next wider ones.
    Twice(String),
}

impl fmt::Display for BadPopulations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownParent(key) => write!(f, "the next wider population of `{key}` is not there"),
            Self::Circle(key) => write!(f, "going wider from `{key}` ends in a circle"),
            Self::Twice(key) => write!(f, "the population `{key}` is there twice"),
        }
    }
}

impl std::error::Error for BadPopulations {}

impl Populations {
    /// From pairs of a population and the next wider one.
    pub fn new(pairs: impl IntoIterator<Item = (String, Option<String>)>) -> Result<Self, BadPopulations> {
        let mut populations = Self { wider: BTreeMap::new() };
        for (key, parent) in pairs {
            if populations.wider.insert(key.clone(), parent).is_some() {
                return Err(BadPopulations::Twice(key));
            }
        }
        for (key, parent) in &populations.wider {
            if parent.as_ref().is_some_and(|parent| !populations.wider.contains_key(parent)) {
                return Err(BadPopulations::UnknownParent(key.clone()));
            }
            if populations.wider(key).nth(populations.wider.len()).is_some() {
                return Err(BadPopulations::Circle(key.clone()));
            }
        }
        Ok(populations)
    }

    /// A population and all wider ones, the narrowest first. Nothing for one that is not known.
    pub fn wider<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a str> {
        let first = self.wider.get_key_value(key).map(|(key, _)| key.as_str());
        std::iter::successors(first, |key| self.wider.get(*key)?.as_deref())
    }
}

/// All figures, and whom they are about.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    all: Vec<Figure>,
    by_measure: BTreeMap<String, Vec<usize>>,
    populations: Populations,
}

/// The figure for a population, or for the next wider one that has any.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Whom it is about.
    pub population_shown: &'a str,
    /// Whether that is wider than the population asked for.
    pub wider: bool,
}

impl Figures {
    /// Later figures in the list replace earlier ones of the same edition.
    pub fn new(figures: Vec<Figure>, populations: Populations) -> Self {
        let mut by_measure: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, figure) in figures.iter().enumerate() {
            by_measure.entry(figure.measure.clone()).or_default().push(place);
        }
        Self { all: figures, by_measure, populations }
    }

    /// Every figure, in the order they came.
    pub fn all(&self) -> impl Iterator<Item = &Figure> {
        self.all.iter()
    }

    /// The figure of a measure for a population; where it has none, for the next wider population that has. Within one
    /// population the newest edition, and within one edition a number before words, and the last in the list.
    pub fn find(&self, measure: &str, population: &str) -> Option<Found<'_>> {
        let of_measure = self.by_measure.get(measure)?;
        self.populations.wider(population).find_map(|shown| {
            let of_population = of_measure.iter().map(|place| &self.all[*place]);
            let of_population = of_population.filter(|figure| figure.population == shown);
            let figure = of_population.max_by_key(|figure| (figure.order, figure.precision))?;
            Some(Found { figure, population_shown: shown, wider: shown != population })
        })
    }
}
