//! The result: what it says, and what it never says.

use std::collections::BTreeMap;

use scraper::Selector;
use serde_json::Value;

use crate::reading::{Page, cells};
use crate::taker::{NOTHING_NEW, PARTS, Taker, submission, submission_of};
use crate::world::World;

/// The widening of groups as the instrument's own list of groups tells it.
async fn widening(world: &World) -> BTreeMap<String, Option<String>> {
    let answer = world.visitor().get("/api/v1/selftest/instrument").await;
    let instrument: Value = serde_json::from_slice(&answer.bytes).unwrap();
    let groups = instrument["groups"].as_array().unwrap().iter();
    groups
        .map(|group| (group["key"].as_str().unwrap().to_owned(), group["parent"].as_str().map(str::to_owned)))
        .collect()
}

async fn benchmarks(world: &World) -> Vec<Value> {
    let answer = world.visitor().get("/api/v1/selftest/benchmarks").await;
    serde_json::from_slice(&answer.bytes).unwrap()
}

async fn rows(world: &World, group: &str) -> Vec<Value> {
    let answer = world.visitor().post_json("/api/v1/selftest/result?lang=en", &submission(group, 1)).await;
    let result: Value = serde_json::from_slice(&answer.bytes).unwrap();
    let questions = result["questions"].as_array().expect("a result has questions").iter();
    questions.flat_map(|question| question["rows"].as_array().unwrap().clone()).collect()
}

/// The newest published figure of the nearest group, worked out here from the list alone.
fn expected<'a>(
    figures: &'a [Value],
    widening: &BTreeMap<String, Option<String>>,
    measure: &str,
    group: &str,
) -> Option<&'a Value> {
    let mut at = Some(group);
    while let Some(here) = at {
        let of_here = figures.iter().filter(|figure| figure["measure"] == measure && figure["group"] == here);
        if let Some(newest) = of_here.max_by_key(|figure| figure["edition"].as_str()) {
            return Some(newest);
        }
        at = widening[here].as_deref();
    }
    None
}

#[tokio::test]
async fn every_figure_is_the_newest_of_the_nearest_group_and_none_is_invented() {
    let world = World::empty().await;
    let (figures, widening) = (benchmarks(&world).await, widening(&world).await);
    for group in widening.keys() {
        let rows = rows(&world, group).await;
        assert!(rows.len() > 60, "{group}: {}", rows.len());
        for row in rows {
            let measure = row["measure"].as_str().unwrap();
            match expected(&figures, &widening, measure, group) {
                None => {
                    assert_eq!(row["figure"], "not known", "{group} {measure}");
                    assert!(row["percent"].is_null() && row["interval"].is_null() && row["source"].is_null());
                }
                Some(figure) => {
                    assert_eq!(
                        (&row["percent"], &row["edition"]),
                        (&figure["percent"], &figure["edition"]),
                        "{group} {measure}"
                    );
                    assert_eq!(row["source"], figure["source"], "{group} {measure}");
                    assert_eq!(row["wider"], figure["group"] != group.as_str(), "{group} {measure}");
                }
            }
        }
    }
}

#[tokio::test]
async fn an_interval_stands_only_where_the_base_is_published() {
    let world = World::empty().await;
    let figures = benchmarks(&world).await;
    let (with, without): (Vec<_>, Vec<_>) = figures.iter().partition(|figure| figure["base"].is_u64());
    assert!(with.len() > 40 && without.len() > 8);
    assert!(without.iter().all(|figure| figure["low"].is_null() && figure["high"].is_null()));
    for figure in with.iter().filter(|figure| figure["percent"].is_f64()) {
        let number = |key: &str| figure[key].as_f64().unwrap();
        assert!(number("low") < number("percent") && number("percent") < number("high"), "{figure}");
    }
}

#[tokio::test]
async fn what_the_source_only_says_in_words_is_never_a_number() {
    let world = World::empty().await;
    let figures = benchmarks(&world).await;
    let in_words: Vec<&Value> = figures.iter().filter(|figure| figure["in_words"].is_string()).collect();
    assert_eq!(in_words.len(), 2, "{in_words:?}");
    for figure in &in_words {
        assert!(figure["percent"].is_null() && figure["low"].is_null() && figure["high"].is_null(), "{figure}");
    }
    let page = Page::of(&world.visitor().get("/en/test/metode").await);
    let all: Vec<Vec<String>> = page.all("table.table--compact tbody tr").into_iter().map(cells).collect();
    for words in ["only four out of ten", "half"] {
        let row = all.iter().find(|row| row[3].starts_with(words)).unwrap_or_else(|| panic!("no row says `{words}`"));
        assert_eq!(row[4], "not known", "no interval around words: {row:?}");
        assert!(!row.concat().contains('%'), "{row:?}");
    }
    assert_eq!(all.len(), figures.len(), "the page has every figure");
}

#[tokio::test]
async fn the_page_says_not_known_exactly_where_there_is_no_figure() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "municipal_schools").await;
    let page = taker.open("/en/test/resultat").await;
    let expected = rows(&world, "municipal_schools").await;
    let shown: Vec<Vec<String>> = page.all(".compared tbody tr").into_iter().map(cells).collect();
    assert_eq!(shown.len(), expected.len());
    for (shown, expected) in shown.iter().zip(&expected) {
        assert_eq!(shown[0], expected["text"].as_str().unwrap());
        assert_eq!(shown[2], expected["figure"].as_str().unwrap(), "{shown:?}");
        let is_known = expected["source"].is_string();
        assert_eq!(shown[6].starts_with("Source: "), is_known, "{shown:?}");
        assert_eq!(shown[4].contains("(wider group)"), is_known && expected["wider"] == true, "{shown:?}");
    }
    assert!(shown.iter().any(|row| row[2] == "not known"));
    assert!(shown.iter().any(|row| row[2].ends_with('%')));
}

const WIDENED: &str = "There are no official figures for Municipal schools alone. You therefore see figures for: All municipalities, The whole public sector.";

#[tokio::test]
async fn a_wider_group_is_said_and_the_whole_sector_has_none() {
    let world = World::empty().await;
    let mut schools = Taker::finished(&world, "municipal_schools").await;
    let page = schools.open("/en/test/resultat").await;
    assert!(page.text("body").contains(WIDENED));
    assert!(page.text("body").contains("All municipalities, 2018-2019 (wider group)"));
    let mut country = Taker::finished(&world, "all").await;
    let page = country.open("/en/test/resultat").await;
    assert!(!page.text("body").contains("no official figures for") && !page.text("body").contains("wider group"));
}

#[tokio::test]
async fn own_answers_stand_beside_the_figures() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "all").await;
    let page = taker.open("/en/test/resultat").await;
    let row = |question: &str, answer: &str| {
        let rows = page.all(&format!("section[aria-labelledby='q-{question}'] tbody tr"));
        let rows: Vec<Vec<String>> = rows.into_iter().map(cells).collect();
        rows.iter().find(|row| row[0].contains(answer)).unwrap_or_else(|| panic!("no `{answer}` in {rows:?}")).clone()
    };
    assert_eq!(row("novelty", "largely a copy")[1..3], ["Yes", "19%"]);
    assert_eq!(row("novelty", "We were the first")[1..3], ["No", "16%"]);
    assert!(row("novelty", "largely a copy")[5].replace([',', '.'], "") == "1352");
    let yours = page.text("section[aria-labelledby='q-driver'] .yours");
    assert!(yours.contains('·'), "both drivers: {yours}");
    assert!(page.text(".read-this").contains("answers from the managers"));
}

#[tokio::test]
async fn there_is_no_score_and_there_are_three_things_to_do() {
    let world = World::empty().await;
    for answers in [PARTS[0], NOTHING_NEW] {
        let mut taker = Taker::finished(&world, "regional_health").await;
        taker.answer(1, answers).await;
        let page = taker.open("/en/test/resultat").await;
        assert_eq!(page.count(".next-steps ol > li"), 3);
        let text = page.text("main").to_lowercase();
        for word in ["score", "points", "rank", "percentile", "your level"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}

#[tokio::test]
async fn every_chart_has_its_table_and_shows_nothing_the_table_does_not() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "state").await;
    let page = taker.open("/test/resultat").await;
    let (bar, figure) = (Selector::parse(".bar").unwrap(), Selector::parse(".bar-figure").unwrap());
    let row = Selector::parse("tbody tr").unwrap();
    for section in page.all("section.compared") {
        let figures: Vec<String> = section.select(&row).map(|row| cells(row)[2].clone()).collect();
        assert!(!figures.is_empty());
        for drawn in section.select(&bar).flat_map(|bar| bar.select(&figure)) {
            assert!(figures.contains(&crate::reading::text_of(drawn)));
        }
    }
    assert_eq!(page.count("svg.bar-drawing:not([aria-hidden='true'])"), 0);
}

#[tokio::test]
async fn the_document_is_a_tagged_pdf_in_the_language_of_the_page() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "municipal_schools").await;
    for (path, name, language) in [
        ("/test/resultat.pdf", "innovationstest", "/Lang(da-DK)"),
        ("/en/test/resultat.pdf", "innovation-test.pdf", "/Lang(en-GB)"),
    ] {
        let answer = taker.visitor.get(path).await;
        assert_eq!(answer.header("content-type"), "application/pdf");
        assert!(answer.header("content-disposition").contains(name), "{}", answer.header("content-disposition"));
        assert!(answer.bytes.starts_with(b"%PDF-"));
        for mark in ["/StructTreeRoot", "/Marked true", "<pdfuaid:part>1</pdfuaid:part>", language] {
            assert!(answer.text().contains(mark), "{path}: {mark}");
        }
    }
}

#[tokio::test]
async fn the_api_gives_the_same_figures_as_the_page_and_keeps_nothing() {
    let world = World::empty().await;
    let body = submission_of("state", 1, &format!("{NOTHING_NEW}&{}", PARTS[3]));
    let answer = world.visitor().post_json("/api/v1/selftest/result", &body).await;
    let result: Value = serde_json::from_slice(&answer.bytes).unwrap();
    assert_eq!(result["questions"].as_array().unwrap().len(), 2, "what is hidden is not compared");
    assert_eq!(result["advice"].as_array().unwrap().len(), 3);
    assert_eq!(world.number("SELECT COUNT(*) AS n FROM record_event").await, 0);
    assert_eq!(world.kept().await, 0);
}
