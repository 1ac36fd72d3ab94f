//! A small report with one block of every kind.

use jiff::civil::date;

use crate::{Bar, BarChart, Block, Language, PageLabel, Report, Section, Table};

pub(super) fn report() -> Report {
    Report {
        language: Language::Danish,
        title: "Æbler på Øen og Åen".to_owned(),
        subtitle: Some("Prøve".to_owned()),
        date: "24. november 2026".to_owned(),
        document_date: date(2026, 11, 24),
        lead: vec!["Først.".to_owned()],
        sections: vec![Section { heading: "Frugt".to_owned(), blocks: blocks() }],
        page_label: PageLabel { page: "Side".to_owned(), of: "af".to_owned() },
        footer: "Nederst".to_owned(),
    }
}

fn blocks() -> Vec<Block> {
    vec![
        Block::Paragraph("Afsnit.".to_owned()),
        Block::Note("Bemærk.".to_owned()),
        Block::List(vec!["Ét".to_owned(), "To".to_owned()]),
        Block::Chart(chart()),
        Block::Table(table(2)),
        Block::Link { text: "Kilde".to_owned(), url: "https://example.org/kilde".to_owned() },
    ]
}

pub(super) fn chart() -> BarChart {
    BarChart {
        caption: "Hvilken frugt?".to_owned(),
        alt: "Æble 50 procent, pære 25 procent, blomme ikke kendt.".to_owned(),
        rows: vec![
            Bar {
                interval: Some((40.0, 60.0)),
                own: true,
                mark: Some("Jeres svar".to_owned()),
                ..bar("Æble", Some(50.0))
            },
            bar("Pære", Some(25.0)),
            bar("Blomme", None),
        ],
    }
}

fn bar(label: &str, percent: Option<f64>) -> Bar {
    let text = percent.map_or_else(|| "ikke kendt".to_owned(), |percent| format!("{percent} %"));
    Bar { label: label.to_owned(), percent, interval: None, own: false, text, mark: None }
}

pub(super) fn table(rows: usize) -> Table {
    Table {
        caption: "Tal".to_owned(),
        header: vec!["Frugt".to_owned(), "Andel".to_owned()],
        rows: (1..=rows).map(|row| vec![format!("Sort {row}"), format!("{row} %")]).collect(),
        numeric_columns: vec![1],
    }
}

/// The report with these blocks under its one heading.
pub(super) fn report_of(blocks: Vec<Block>) -> Report {
    let mut report = report();
    report.sections[0].blocks = blocks;
    report
}
