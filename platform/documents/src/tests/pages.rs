//! What stands on the pages.

use typst::layout::{Frame, FrameItem};
use typst::text::{FontWeight, TextItem};
use typst::visualize::{Color, Geometry, Paint, Shape};
use typst_layout::PagedDocument;

use super::sample::{chart, report, report_of, table};
use crate::render::lay_out;
use crate::{Bar, BarChart, Block, Report, Section};

const BLUE: &str = "#0b4f8a";
const TRACK: &str = "#eceff3";
const INK: &str = "#1a1a1a";

fn items(frame: &Frame) -> Vec<FrameItem> {
    let inside = |item: &FrameItem| match item {
        FrameItem::Group(group) => items(&group.frame),
        other => vec![other.clone()],
    };
    frame.items().flat_map(|(_, item)| inside(item)).collect()
}

fn texts(frame: &Frame) -> Vec<TextItem> {
    let text = |item| if let FrameItem::Text(text) = item { Some(text) } else { None };
    items(frame).into_iter().filter_map(text).collect()
}

fn words(frame: &Frame) -> String {
    texts(frame).iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn all_words(document: &PagedDocument) -> String {
    document.pages().iter().map(|page| words(&page.frame)).collect::<Vec<_>>().join(" ")
}

fn chart_alone(rows: Vec<Bar>) -> PagedDocument {
    lay_out(&report_of(vec![Block::Chart(BarChart { rows, ..chart() })])).unwrap()
}

fn shapes(document: &PagedDocument) -> Vec<Shape> {
    let shape = |item| if let FrameItem::Shape(shape, _) = item { Some(shape) } else { None };
    document.pages().iter().flat_map(|page| items(&page.frame)).filter_map(shape).collect()
}

/// Widths in points of the bars filled with this colour, from the top.
fn bars(document: &PagedDocument, colour: &str) -> Vec<f64> {
    let fill = Some(Paint::Solid(colour.parse::<Color>().unwrap()));
    let width = |shape: &Shape| match shape.geometry {
        // Other things are filled too; only bars and their tracks are this high.
        Geometry::Rect(size) if shape.fill == fill && (size.y.to_pt() - 11.0).abs() < 0.01 => Some(size.x.to_pt()),
        _ => None,
    };
    shapes(document).iter().filter_map(width).collect()
}

/// Lengths in points of the level lines drawn in this colour.
fn level_lines(document: &PagedDocument, colour: &str) -> Vec<f64> {
    let paint = Paint::Solid(colour.parse::<Color>().unwrap());
    let length = |shape: &Shape| match &shape.geometry {
        Geometry::Line(to) if shape.stroke.as_ref().is_some_and(|stroke| stroke.paint == paint) => Some(to.x.to_pt()),
        _ => None,
    };
    shapes(document).iter().filter_map(length).filter(|length| *length > 0.1).collect()
}

/// How many pointers are drawn: they are the only curves filled with the blue.
fn pointers(document: &PagedDocument) -> usize {
    let fill = Some(Paint::Solid(BLUE.parse::<Color>().unwrap()));
    let is_pointer = |shape: &Shape| matches!(shape.geometry, Geometry::Curve(_)) && shape.fill == fill;
    shapes(document).iter().filter(|shape| is_pointer(shape)).count()
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() < 0.01
}

#[test]
fn signs_of_the_typesetting_language_stand_as_they_are_written() {
    const SIGNS: &str = r#"#panic("x")$a^2$*b*_c_[d]\e//f@g<h>`i`--'j'=~"#;
    let signs = || SIGNS.to_owned();
    let mut chart = chart();
    chart.caption = signs();
    for bar in &mut chart.rows {
        (bar.label, bar.text, bar.mark) = (signs(), "#1".to_owned(), Some(signs()));
    }
    let mut table = table(1);
    (table.caption, table.header[0], table.rows[0][0]) = (signs(), signs(), signs());
    let blocks = vec![
        Block::Paragraph(signs()),
        Block::Note(signs()),
        Block::List(vec![signs()]),
        Block::Chart(chart),
        Block::Table(table),
        Block::Link { text: signs(), url: "https://example.org".to_owned() },
    ];
    let hostile = Report {
        title: signs(),
        subtitle: Some(signs()),
        date: signs(),
        lead: vec![signs()],
        sections: vec![Section { heading: signs(), blocks }],
        footer: signs(),
        ..report()
    };
    let document = lay_out(&hostile).unwrap();
    // A line may break within the signs, so spaces do not count.
    let shown = all_words(&document).replace(' ', "");
    let pages = document.pages().len();
    // Ten places of their own, three labels, three marks, three in the table, a footer on each page, a header from page 2.
    let places = 10 + 3 + 3 + 3 + pages + (pages - 1);
    assert_eq!(shown.matches(SIGNS).count(), places, "{shown}");
}

#[test]
fn a_bar_is_as_long_as_its_share() {
    let document = chart_alone(chart().rows);
    let whole = bars(&document, TRACK)[0];
    let drawn = bars(&document, BLUE);
    let shares: Vec<f64> = drawn.iter().map(|width| width / whole).collect();
    assert!(shares.len() == 2 && close(shares[0], 0.5) && close(shares[1], 0.25), "{shares:?}");
}

#[test]
fn an_interval_reaches_from_its_low_end_to_its_high_end() {
    let document = chart_alone(chart().rows);
    let whole = bars(&document, TRACK)[0];
    let lines = level_lines(&document, INK);
    assert!(lines.len() == 1 && close(lines[0], whole * 0.2), "{lines:?} of {whole}");
}

#[test]
fn a_share_that_is_not_known_has_no_bar_and_no_track() {
    let unknown = Bar { percent: None, ..chart().rows.remove(1) };
    let document = chart_alone(vec![unknown]);
    for colour in [TRACK, BLUE] {
        assert!(bars(&document, colour).is_empty(), "{colour}");
    }
}

#[test]
fn a_share_outside_the_scale_stays_on_it() {
    let [low, high] = [-5.0, 250.0].map(|percent| Bar { percent: Some(percent), ..chart().rows.remove(1) });
    let document = chart_alone(vec![low, high]);
    let whole = bars(&document, TRACK)[0];
    assert!(bars(&document, BLUE).iter().all(|width| close(*width, 0.0) || close(*width, whole)));
}

#[test]
fn the_readers_own_answer_is_told_apart_by_more_than_colour() {
    let document = chart_alone(chart().rows);
    let texts = texts(&document.pages()[0].frame);
    let weight = |wanted: &str| texts.iter().find(|item| item.text == wanted).unwrap().font.info().variant.weight;
    assert_eq!(weight("Æble"), FontWeight::SEMIBOLD);
    assert_eq!(weight("50 %"), FontWeight::SEMIBOLD);
    assert_eq!(weight("Pære"), FontWeight::REGULAR);
    assert!(words(&document.pages()[0].frame).contains("Jeres svar"));
    assert_eq!(pointers(&document), 1);
}

#[test]
fn column_headings_stand_on_every_page_of_a_long_table() {
    let document = lay_out(&report_of(vec![Block::Table(table(100))])).unwrap();
    let headed = document.pages().iter().filter(|page| words(&page.frame).contains("Andel")).count();
    assert!(document.pages().len() > 2);
    assert_eq!(headed, document.pages().len());
}

#[test]
fn a_table_is_ruled_with_level_lines_only() {
    let document = lay_out(&report_of(vec![Block::Table(table(3))])).unwrap();
    let upright = |shape: &Shape| matches!(&shape.geometry, Geometry::Line(to) if to.y.to_pt() > 0.1);
    assert!(shapes(&document).iter().any(|shape| matches!(shape.geometry, Geometry::Line(_))));
    assert!(!shapes(&document).iter().any(upright));
}

#[test]
fn numbers_are_set_to_the_right() {
    let document = lay_out(&report_of(vec![Block::Table(table(100))])).unwrap();
    let frame = &document.pages()[1].frame;
    let ends: Vec<f64> = right_edges(frame).filter(|(text, _)| text.ends_with(" %")).map(|(_, end)| end).collect();
    assert!(ends.len() > 10);
    assert!(ends.iter().all(|end| close(*end, ends[0])), "{ends:?}");
}

/// Each text and where it ends, in points within the frame it lies in.
fn right_edges(frame: &Frame) -> impl Iterator<Item = (String, f64)> {
    fn walk(frame: &Frame, left: f64, found: &mut Vec<(String, f64)>) {
        for (at, item) in frame.items() {
            let left = left + at.x.to_pt();
            match item {
                FrameItem::Group(group) => walk(&group.frame, left, found),
                FrameItem::Text(text) => found.push((text.text.to_string(), left + text.width().to_pt())),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(frame, 0.0, &mut found);
    found.into_iter()
}

#[test]
fn every_page_says_which_it_is_and_those_after_the_first_repeat_the_title() {
    let document = lay_out(&report_of(vec![Block::Table(table(60))])).unwrap();
    let pages = document.pages();
    for (number, page) in (1..).zip(pages) {
        let words = words(&page.frame);
        assert!(words.contains(&format!("Side {number} af {}", pages.len())), "{words}");
        assert_eq!(words.matches("Æbler på Øen og Åen").count(), 1);
        assert!(words.contains("Nederst"));
    }
}

#[test]
fn a_report_may_be_nearly_empty() {
    let bare = Report { subtitle: None, lead: vec![], sections: vec![], ..report() };
    assert_eq!(lay_out(&bare).unwrap().pages().len(), 1);
}
