//! Official updates: what Statistics Denmark's StatBank tables OIN01DK–OIN04DK say, mapped to our measures and groups.
//!
//! The mapping is the file `data/statbank.json`. What it does not hold is left out and reported, never guessed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use serde::Deserialize;
use statbank::{Coordinate, Table, Value};

/// A figure of a StatBank table, mapped.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OfficialFigure {
    pub(crate) measure: String,
    pub(crate) population: String,
    pub(crate) edition: String,
    /// The edition's last year.
    pub(crate) order: i32,
    pub(crate) percent: f64,
    pub(crate) source: String,
}

/// What a table came to.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Mapped {
    pub(crate) figures: Vec<OfficialFigure>,
    /// Cells without a number.
    pub(crate) missing: usize,
    /// Cells for each code that the mapping does not take, with what kind of code it is.
    pub(crate) left_out: BTreeMap<String, usize>,
}

/// Why nothing was taken from a table.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(crate) enum Unmapped {
    #[error(
        "the table `{0}` is not one of OIN01DK, OIN02DK, OIN03DK, OIN04DK; name the file after its table, or give --table"
    )]
    UnknownTable(String),
    #[error("the table has no column for {what}; it needs one of: {accepted}")]
    NoDimension { what: &'static str, accepted: String },
    #[error("the table is also broken down by `{0}`; fetch it without that variable")]
    ExtraDimension(String),
    #[error("no cell of the table could be mapped; the report above says what was found")]
    NothingTaken(Box<Mapped>),
    #[error("the table says `{0}` per cent, which is no share")]
    NotAShare(String),
    #[error("two cells of the table give different figures for {0}")]
    Contradiction(String),
}

#[derive(Deserialize)]
struct Mapping {
    tables: BTreeMap<String, TableMapping>,
    populations: BTreeMap<String, String>,
    population_texts: BTreeMap<String, Vec<String>>,
    known_without_group: BTreeMap<String, String>,
    answers_without_measure: BTreeMap<String, String>,
    editions: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct TableMapping {
    dimensions: Dimensions,
    answers: BTreeMap<String, AnswerMapping>,
}

#[derive(Deserialize)]
struct Dimensions {
    population: Vec<String>,
    answer: Vec<String>,
    time: Vec<String>,
}

#[derive(Deserialize)]
struct AnswerMapping {
    measure: String,
    texts: Vec<String>,
}

static MAPPING: LazyLock<Mapping> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/statbank.json")).expect("statbank.json is embedded and tested")
});

/// The address of a table's page at StatBank, as the source of its figures.
fn source(table: &str) -> String {
    format!("https://www.statbank.dk/{table}")
}

/// The variables of a table by their StatBank names, for fetching it.
pub(crate) fn variables(table: &str) -> Option<[&'static str; 3]> {
    let dimensions = &MAPPING.tables.get(table)?.dimensions;
    Some([&dimensions.population[0], &dimensions.answer[0], &dimensions.time[0]])
}

/// Refuses the name of a table that is not mapped, before anything is read or fetched.
pub(crate) fn check_name(table: &str) -> Result<(), Unmapped> {
    mapping_of(table).map(drop)
}

fn mapping_of(table: &str) -> Result<&'static TableMapping, Unmapped> {
    let id = table.to_ascii_uppercase();
    MAPPING.tables.get(&id).ok_or(Unmapped::UnknownTable(id))
}

/// Maps a table, whole or not at all.
pub(crate) fn map(table: &Table) -> Result<Mapped, Unmapped> {
    let id = table.id.to_ascii_uppercase();
    let mapping = mapping_of(&id)?;
    let places = Places::find(table, &mapping.dimensions)?;
    let mut mapped = Mapped::default();
    for cell in &table.cells {
        let Value::Number(percent) = cell.value else {
            mapped.missing += 1;
            continue;
        };
        match figure(&id, mapping, &places, &cell.coordinates, percent) {
            Ok(figure) => mapped.figures.push(figure),
            Err(left_out) => *mapped.left_out.entry(left_out).or_default() += 1,
        }
    }
    checked(mapped)
}

fn checked(mapped: Mapped) -> Result<Mapped, Unmapped> {
    let mut seen = BTreeSet::new();
    for figure in &mapped.figures {
        if !(0.0..=100.0).contains(&figure.percent) {
            return Err(Unmapped::NotAShare(figure.percent.to_string()));
        }
        if !seen.insert((&figure.measure, &figure.population, &figure.edition)) {
            let what = format!("{} of {} in {}", figure.measure, figure.population, figure.edition);
            return Err(Unmapped::Contradiction(what));
        }
    }
    if mapped.figures.is_empty() {
        return Err(Unmapped::NothingTaken(Box::new(mapped)));
    }
    Ok(mapped)
}

/// Which dimension says what.
struct Places {
    population: usize,
    answer: usize,
    time: usize,
}

impl Places {
    fn find(table: &Table, dimensions: &Dimensions) -> Result<Self, Unmapped> {
        let find = |what, accepted: &[String]| {
            let same = |dimension: &String| accepted.iter().any(|name| same_text(name, dimension));
            let missing = || Unmapped::NoDimension { what, accepted: accepted.join(", ") };
            table.dimensions.iter().position(same).ok_or_else(missing)
        };
        let places = Self {
            population: find("the sector or branch", &dimensions.population)?,
            answer: find("the answer", &dimensions.answer)?,
            time: find("the year", &dimensions.time)?,
        };
        let taken = [places.population, places.answer, places.time];
        match (0..table.dimensions.len()).find(|place| !taken.contains(place)) {
            Some(extra) => Err(Unmapped::ExtraDimension(table.dimensions[extra].clone())),
            None => Ok(places),
        }
    }
}

/// One cell as a figure, or what about it the mapping does not take.
fn figure(
    table: &str,
    mapping: &TableMapping,
    places: &Places,
    coordinates: &[Arc<Coordinate>],
    percent: f64,
) -> Result<OfficialFigure, String> {
    let population = population(&coordinates[places.population])?;
    let measure = measure(mapping, &coordinates[places.answer])?;
    let (edition, order) = edition(&coordinates[places.time])?;
    Ok(OfficialFigure { measure, population, edition, order, percent, source: source(table) })
}

fn population(at: &Coordinate) -> Result<String, String> {
    let by_code = at.code.as_ref().and_then(|code| MAPPING.populations.get(code));
    let by_text = || {
        let code = MAPPING.population_texts.iter().find(|(_, texts)| has_text(at, texts));
        code.and_then(|(code, _)| MAPPING.populations.get(code))
    };
    by_code
        .or_else(by_text)
        .cloned()
        .ok_or_else(|| format!("sector or branch {}", named(at, &MAPPING.known_without_group)))
}

fn measure(mapping: &TableMapping, at: &Coordinate) -> Result<String, String> {
    let by_code = at.code.as_ref().and_then(|code| mapping.answers.get(code));
    let by_text = || mapping.answers.values().find(|answer| has_text(at, &answer.texts));
    let found = by_code.or_else(by_text).map(|answer| answer.measure.clone());
    found.ok_or_else(|| format!("answer {}", named(at, &MAPPING.answers_without_measure)))
}

fn edition(at: &Coordinate) -> Result<(String, i32), String> {
    let year = at.code.as_deref().or(at.text.as_deref()).unwrap_or_default().trim();
    let order: i32 = year.parse().map_err(|_| format!("year `{year}`"))?;
    if !(1990..=2100).contains(&order) {
        return Err(format!("year `{year}`"));
    }
    let edition = MAPPING.editions.get(year).cloned().unwrap_or_else(|| year.to_owned());
    Ok((edition, order))
}

fn has_text(at: &Coordinate, texts: &[String]) -> bool {
    at.text.as_ref().is_some_and(|text| texts.iter().any(|known| same_text(known, text)))
}

/// Case and the number of spaces vary between StatBank's own pages.
fn same_text(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
}

/// A code with what it is called, as far as that is known.
fn named(at: &Coordinate, known: &BTreeMap<String, String>) -> String {
    let code = at.code.as_deref().unwrap_or_default();
    let text = at.text.as_deref().or_else(|| known.get(code).map(String::as_str)).unwrap_or("not known to us");
    format!("{code} ({text})").trim_start().chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use statbank::Cell;

    use super::*;

    fn at(code: &str) -> Coordinate {
        Coordinate { code: Some(code.to_owned()), text: None }
    }

    fn cell(population: &str, answer: &str, year: &str, percent: f64) -> Cell {
        Cell {
            coordinates: [at(population), at(answer), at(year)].map(Arc::new).to_vec(),
            value: Value::Number(percent),
        }
    }

    fn novelty(cells: Vec<Cell>) -> Table {
        let dimensions = ["OIN01", "Nyhedsgrad", "Tid"].map(str::to_owned).to_vec();
        Table { id: "OIN02DK".into(), cells, dimensions }
    }

    #[test]
    fn the_questionnaires_words_win_over_the_tables_for_adapted_and_copied() {
        let mapped = map(&novelty(vec![cell("1000", "70", "2023", 56.0), cell("1000", "80", "2023", 19.0)])).unwrap();
        let measures: Vec<&str> = mapped.figures.iter().map(|figure| figure.measure.as_str()).collect();
        assert_eq!(measures, ["novelty=inspired_adapted", "novelty=copy"]);
        assert_eq!(mapped.figures[0].edition, "2021-2023");
    }

    #[test]
    fn a_branch_without_a_group_of_ours_is_reported_and_not_guessed() {
        let cells =
            vec![cell("1010", "60", "2023", 15.0), cell("4200", "60", "2023", 9.0), cell("4010", "60", "2023", 9.0)];
        let mapped = map(&novelty(cells)).unwrap();
        assert_eq!(mapped.figures.len(), 1);
        assert_eq!(mapped.left_out["sector or branch 4200 (Museer)"], 1);
        assert_eq!(mapped.left_out["sector or branch 4010 (not known to us)"], 1);
    }

    #[test]
    fn a_new_year_becomes_a_new_edition() {
        let mapped = map(&novelty(vec![cell("1000", "60", "2026", 20.0)])).unwrap();
        assert_eq!((mapped.figures[0].edition.as_str(), mapped.figures[0].order), ("2026", 2026));
    }

    #[test]
    fn labels_are_understood_where_codes_are_missing() {
        let text = |text: &str| Coordinate { code: None, text: Some(text.to_owned()) };
        let coordinates = [text("region"), text("Ved  ikke"), text("2019")].map(Arc::new).to_vec();
        let mapped = map(&novelty(vec![Cell { coordinates, value: Value::Number(9.0) }])).unwrap();
        assert_eq!(
            (mapped.figures[0].population.as_str(), mapped.figures[0].measure.as_str()),
            ("regional", "novelty=dont_know")
        );
    }

    #[test]
    fn nonsense_is_refused_whole() {
        assert!(matches!(map(&novelty(vec![cell("1000", "60", "2023", 140.0)])), Err(Unmapped::NotAShare(_))));
        let twice = vec![cell("1000", "60", "2023", 14.0), cell("1000", "60", "2023", 15.0)];
        assert!(matches!(map(&novelty(twice)), Err(Unmapped::Contradiction(_))));
        assert!(matches!(map(&novelty(vec![])), Err(Unmapped::NothingTaken(_))));
        let other = Table { id: "FOLK1A".into(), ..novelty(vec![]) };
        assert!(matches!(map(&other), Err(Unmapped::UnknownTable(_))));
        let mut extra = novelty(vec![]);
        extra.dimensions.push("størrelse".into());
        assert!(matches!(map(&extra), Err(Unmapped::ExtraDimension(_))));
    }
}
