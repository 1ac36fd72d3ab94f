//! What PDF/UA-1 asks for, and what is refused.

use std::io::Read;

use flate2::read::ZlibDecoder;
use jiff::civil::date;

use super::sample::{chart, report, report_of, table};
use crate::{Block, Language, Report, render};

fn contains(bytes: &[u8], wanted: &str) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted.as_bytes())
}

fn reason(report: &Report) -> String {
    render(report).unwrap_err().reasons.join("; ")
}

/// Every compressed stream of the file, opened.
fn streams(pdf: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    let starts = pdf.windows(7).enumerate().filter(|(_, window)| *window == b"stream\n").map(|(at, _)| at + 7);
    for start in starts {
        // What is not compressed does not open, and adds nothing.
        let _ = ZlibDecoder::new(&pdf[start..]).read_to_end(&mut all);
    }
    all
}

#[test]
fn a_report_is_a_tagged_pdf_that_declares_pdf_ua() {
    let pdf = render(&report()).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    for mark in ["/StructTreeRoot", "/Marked true", "/DisplayDocTitle true", "<pdfuaid:part>1</pdfuaid:part>"] {
        assert!(contains(&pdf, mark), "{mark} is missing");
    }
}

#[test]
fn every_kind_of_block_has_its_own_tag() {
    let pdf = render(&report()).unwrap();
    for tag in ["H1", "P", "L", "LI", "Figure", "Caption", "Table", "THead", "TH", "TD", "Link"] {
        assert!(contains(&pdf, &format!("/S/{tag}")) || contains(&pdf, &format!("/S /{tag}")), "{tag} is missing");
    }
}

#[test]
fn the_language_is_that_of_the_report() {
    assert!(contains(&render(&report()).unwrap(), "/Lang(da-DK)"));
    let english = Report { language: Language::English, ..report() };
    assert!(contains(&render(&english).unwrap(), "/Lang(en-GB)"));
}

#[test]
fn the_same_report_is_the_same_bytes() {
    assert!(render(&report()).unwrap() == render(&report()).unwrap());
    let later = Report { document_date: date(2026, 11, 25), ..report() };
    assert!(render(&report()).unwrap() != render(&later).unwrap());
}

#[test]
fn a_reader_can_search_for_danish_letters() {
    let text = String::from_utf8_lossy(&streams(&render(&report()).unwrap())).to_uppercase();
    for letter in ['æ', 'ø', 'å', 'Æ', 'Ø', 'Å'] {
        let unicode = format!("<{:04X}>", u32::from(letter));
        assert!(text.contains(&unicode), "{letter} cannot be found");
    }
}

#[test]
fn a_link_leads_to_its_address() {
    assert!(contains(&render(&report()).unwrap(), "(https://example.org/kilde)"));
}

#[test]
fn a_report_without_a_title_is_refused_by_the_exporter() {
    for title in ["", "  "] {
        let untitled = Report { title: title.to_owned(), ..report() };
        assert_eq!(reason(&untitled), "PDF/UA-1 error: missing document title");
    }
}

#[test]
fn a_chart_without_its_text_is_refused_by_the_exporter() {
    let mut silent = chart();
    silent.alt = String::new();
    assert_eq!(reason(&report_of(vec![Block::Chart(silent)])), "PDF/UA-1 error: missing alt text");
}

#[test]
fn an_empty_heading_is_refused() {
    let mut headless = report();
    headless.sections[0].heading = String::new();
    assert_eq!(reason(&headless), "PDF/UA-1 error: heading title is empty");
}

#[test]
fn a_sign_that_the_typeface_lacks_is_refused() {
    let refused = reason(&report_of(vec![Block::Paragraph("林".to_owned())]));
    assert!(refused.contains("could not be displayed with"), "{refused}");
}

#[test]
fn a_table_row_that_does_not_fit_the_header_is_refused() {
    let mut uneven = table(3);
    uneven.rows[1].pop();
    assert!(reason(&report_of(vec![Block::Table(uneven)])).contains("not as many cells as the header"));
}

#[test]
fn a_table_without_column_headings_is_refused() {
    let mut bare = table(0);
    bare.header.clear();
    assert!(reason(&report_of(vec![Block::Table(bare)])).contains("no column headings"));
}
