//! Finding the figure to compare with.

use proptest::prelude::*;
use survey::{BadPopulations, Figure, Figures, Populations, Precision, Z95, wilson};

fn figure(population: &str, order: i32, percent: f64) -> Figure {
    Figure {
        measure: "evaluated=yes".into(),
        population: population.into(),
        edition: format!("to {order}"),
        order,
        percent,
        precision: Precision::Exact,
        base: Some(1_000),
        source: "the report".into(),
    }
}

fn pairs(pairs: &[(&str, Option<&str>)]) -> Vec<(String, Option<String>)> {
    pairs.iter().map(|(key, parent)| ((*key).to_owned(), parent.map(str::to_owned))).collect()
}

fn country() -> Populations {
    let chain = [("all", None), ("municipal", Some("all")), ("schools", Some("municipal"))];
    Populations::new(pairs(&chain)).expect("every parent is there, and no circle")
}

fn found(figures: Vec<Figure>, population: &str) -> Option<(f64, String, bool)> {
    let figures = Figures::new(figures, country());
    let found = figures.find("evaluated=yes", population)?;
    Some((found.figure.percent, found.population_shown.to_owned(), found.wider))
}

#[test]
fn the_groups_own_figure_goes_before_a_newer_one_of_a_wider_group() {
    let figures = vec![figure("all", 2023, 40.0), figure("schools", 2016, 30.0)];
    assert_eq!(found(figures, "schools"), Some((30.0, "schools".into(), false)));
}

#[test]
fn the_next_wider_group_with_a_figure_stands_in_and_is_named() {
    let figures = vec![figure("all", 2023, 40.0)];
    assert_eq!(found(figures.clone(), "schools"), Some((40.0, "all".into(), true)));
    assert_eq!(found(figures, "all"), Some((40.0, "all".into(), false)));
}

#[test]
fn a_wider_group_never_borrows_from_a_narrower_one() {
    assert_eq!(found(vec![figure("schools", 2023, 40.0)], "municipal"), None);
}

#[test]
fn the_newest_edition_is_taken_even_in_words() {
    let in_words = Figure { precision: Precision::InWords, ..figure("all", 2023, 80.0) };
    assert_eq!(found(vec![in_words, figure("all", 2019, 70.0)], "all").map(|found| found.0), Some(80.0));
}

#[test]
fn within_an_edition_a_number_goes_before_words_and_the_last_before_the_first() {
    let in_words = Figure { precision: Precision::InWords, ..figure("all", 2023, 80.0) };
    let figures = vec![figure("all", 2023, 81.0), figure("all", 2023, 83.0), in_words];
    assert_eq!(found(figures, "all").map(|found| found.0), Some(83.0));
}

#[test]
fn what_is_not_known_is_not_found() {
    let figures = Figures::new(vec![figure("all", 2023, 40.0)], country());
    assert!(figures.find("evaluated=no", "all").is_none());
    assert!(figures.find("evaluated=yes", "abroad").is_none());
    assert_eq!(figures.all().count(), 1);
}

#[test]
fn an_interval_needs_a_number_and_its_base() {
    let exact = figure("all", 2023, 40.0);
    assert_eq!(exact.interval(), Some(wilson(0.4, 1_000, Z95)));
    assert_eq!(Figure { base: None, ..exact.clone() }.interval(), None);
    assert_eq!(Figure { base: Some(0), ..exact.clone() }.interval(), None);
    assert_eq!(Figure { precision: Precision::InWords, ..exact }.interval(), None);
}

#[test]
fn populations_that_lead_nowhere_or_round_in_a_circle_are_refused() {
    let refusal = |given: &[(&str, Option<&str>)]| Populations::new(pairs(given)).unwrap_err();
    assert_eq!(refusal(&[("schools", Some("municipal"))]), BadPopulations::UnknownParent("schools".into()));
    assert_eq!(refusal(&[("all", Some("all"))]), BadPopulations::Circle("all".into()));
    let circle = refusal(&[("a", Some("b")), ("b", Some("c")), ("c", Some("b"))]);
    assert!(matches!(circle, BadPopulations::Circle(_)));
    assert_eq!(refusal(&[("a", None), ("b", None), ("b", Some("a"))]), BadPopulations::Twice("b".into()));
}

#[test]
fn going_wider_ends_with_the_widest() {
    assert_eq!(country().wider("schools").collect::<Vec<_>>(), ["schools", "municipal", "all"]);
    assert_eq!(country().wider("abroad").count(), 0);
}

proptest! {
    #[test]
    fn populations_are_either_refused_or_every_way_wider_ends(parents in prop::collection::vec(prop::option::of(0..9_usize), 1..8)) {
        let given = parents.iter().enumerate().map(|(key, parent)| (key.to_string(), parent.map(|key| key.to_string())));
        if let Ok(populations) = Populations::new(given) {
            for key in 0..parents.len() {
                let way: Vec<&str> = populations.wider(&key.to_string()).collect();
                let widest: usize = way.last().unwrap().parse().unwrap();
                prop_assert!(way.len() <= parents.len() && parents[widest].is_none());
            }
        }
    }
}
