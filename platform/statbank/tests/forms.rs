//! The same table in every form, and files that are no table.

use std::sync::Arc;

use statbank::{CELL_LIMIT, Cell, Coordinate, DIMENSION_LIMIT, Form, Table, Unreadable, Value, read};

const SEMICOLON: &[u8] = include_bytes!("cases/semicolon.csv");
const ONE: &str = include_str!("cases/one.json");
const GOOD: [(&str, &[u8], Form); 8] = [
    ("semicolon.csv", SEMICOLON, Form::Csv),
    ("comma.csv", include_bytes!("cases/comma.csv"), Form::Csv),
    ("tab.csv", include_bytes!("cases/tab.csv"), Form::Csv),
    ("windows-1252.csv", include_bytes!("cases/windows-1252.csv"), Form::Csv),
    ("stream.bulk", include_bytes!("cases/stream.bulk"), Form::Bulk),
    ("one.json", include_bytes!("cases/one.json"), Form::JsonStat),
    ("two-sparse.json", include_bytes!("cases/two-sparse.json"), Form::JsonStat),
    ("two-status.json", include_bytes!("cases/two-status.json"), Form::JsonStat),
];

/// The table that every good file holds, written out by hand.
fn fruit() -> Table {
    let place = |code: &str, text: Option<&str>| {
        Arc::new(Coordinate { code: Some(code.to_owned()), text: text.map(str::to_owned) })
    };
    let areas = [place("1010", Some("Kommune")), place("1020", Some("Region Østsjælland"))];
    let kinds = [place("10", Some("Æbler i alt")), place("20", Some("Pærer"))];
    let years = [place("2019", None), place("2023", None)];
    let places = [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1)];
    let number = Value::Number;
    let values = [
        number(11.1),
        number(22.2),
        number(33.3),
        number(44.4),
        Value::Missing,
        number(66.6),
        number(77.7),
        number(88.8),
    ];
    let cell = |((area, kind, year), value): (&(usize, usize, usize), Value)| Cell {
        coordinates: vec![areas[*area].clone(), kinds[*kind].clone(), years[*year].clone()],
        value,
    };
    Table {
        id: "TAL1".to_owned(),
        dimensions: ["OMR", "ART", "TID"].map(str::to_owned).to_vec(),
        cells: places.iter().zip(values).map(cell).collect(),
    }
}

fn trouble(text: &str) -> Unreadable {
    read(text.as_bytes(), None, None).expect_err("the text is no table")
}

#[test]
fn every_form_is_read_into_the_same_table() {
    for (name, bytes, form) in GOOD {
        assert_eq!(read(bytes, Some(form), Some("tal1")), Ok(fruit()), "{name} with its form said");
        assert_eq!(read(bytes, None, Some(" tal1 ")), Ok(fruit()), "{name} with its form guessed");
    }
}

#[test]
fn the_id_in_the_file_outranks_the_callers() {
    assert_eq!(read(ONE.as_bytes(), None, Some("OTHER9")).map(|table| table.id), Ok("TAL1".to_owned()));
    assert_eq!(read(SEMICOLON, None, None).map(|table| table.id), Ok(String::new()));
}

#[test]
fn two_hundred_truncations_of_each_good_file_never_panic_and_never_gain_cells() {
    for (name, bytes, form) in GOOD {
        for cut in 0..=200 {
            let end = bytes.len() * cut / 200;
            if let Ok(table) = read(&bytes[..end], Some(form), None) {
                assert!(table.cells.len() <= 8, "{name} cut at {end}");
                assert!(form != Form::JsonStat || end == bytes.len(), "{name} cut at {end} is not whole");
            }
        }
    }
}

#[test]
fn nothing_is_empty() {
    for text in ["", "\u{feff}", " \r\n\t ", "OMR;TID;INDHOLD\r\n", "OMR;TID;INDHOLD"] {
        assert_eq!(trouble(text), Unreadable::Empty, "{text:?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_line() {
    let line = |bytes: &[u8]| read(bytes, Some(Form::Csv), None);
    assert_eq!(line(b"A;INDHOLD\n1;2\n\x00;3"), Err(Unreadable::NotText { line: 3 }));
    assert_eq!(line("A;INDHOLD\nÆ;2\n\u{0}".as_bytes()), Err(Unreadable::NotText { line: 3 }));
    assert_eq!(line(b"A;INDHOLD\n\x81;2"), Err(Unreadable::NotText { line: 2 }), "unused in Windows-1252");
    assert_eq!(line(b"\xC3\x86;INDHOLD\n\xC3;2"), Err(Unreadable::NotText { line: 2 }), "damaged UTF-8");
    assert_eq!(line(b"\xEF\xBB\xBFA;INDHOLD\n\xE6;2"), Err(Unreadable::NotText { line: 2 }), "marked as UTF-8");
    assert_eq!(line(b"\xFF\xFEA\x00;\x00"), Err(Unreadable::NotText { line: 1 }), "UTF-16");
}

#[test]
fn a_web_page_is_called_a_web_page_whatever_form_was_said() {
    let page = "\n<!-- x --><!DOCTYPE html><html><body>Log in</body></html>";
    for form in [None, Some(Form::Csv), Some(Form::Bulk), Some(Form::JsonStat)] {
        assert_eq!(read(page.as_bytes(), form, None), Err(Unreadable::HtmlInstead));
    }
}

#[test]
fn other_kinds_of_file_are_of_unknown_form() {
    for text in ["<?xml version=\"1.0\"?><dstml/>", "[1,2,3]", "just words"] {
        assert_eq!(trouble(text), Unreadable::UnknownForm, "{text}");
    }
}

#[test]
fn a_file_that_is_not_what_was_said_is_refused() {
    let said = |bytes: &[u8], form| read(bytes, Some(form), None);
    assert_eq!(said(ONE.as_bytes(), Form::Bulk), Err(Unreadable::OtherForm { said: Form::Bulk }));
    assert_eq!(said(SEMICOLON, Form::JsonStat), Err(Unreadable::OtherForm { said: Form::JsonStat }));
}

#[test]
fn the_apis_own_error_is_handed_on_shortened() {
    let text = format!(r#"{{"errorTypeCode":"EXTRACT-NOTFOUND","message":"Tabellen findes ikke{}"}}"#, "x".repeat(99));
    for form in [None, Some(Form::Csv), Some(Form::JsonStat)] {
        let Err(Unreadable::Refused { code, message }) = read(text.as_bytes(), form, None) else {
            panic!("an error of the API is refused as such");
        };
        assert_eq!(code, "EXTRACT-NOTFOUND");
        assert!(message.starts_with("Tabellen findes ikke") && message.chars().count() == 61, "{message}");
    }
}

#[test]
fn a_file_over_the_limit_is_too_large() {
    let bytes = vec![b'x'; statbank::BYTE_LIMIT + 1];
    assert_eq!(read(&bytes, None, None), Err(Unreadable::TooLarge { limit: statbank::BYTE_LIMIT }));
}

#[test]
fn a_first_line_without_variables_or_measure_is_no_header() {
    for text in ["1010;10;2023;66,6\n", "INDHOLD;x\n1;2", "A;;INDHOLD\n1;2;3", "OMR;2019;2023\n1010;1;2\n"] {
        assert_eq!(trouble(text), Unreadable::NoHeader, "{text:?}");
    }
}

#[test]
fn a_variable_named_twice_is_refused() {
    assert_eq!(trouble("Tid;TID;INDHOLD\n1;2;3"), Unreadable::DuplicateDimension { name: "TID".to_owned() });
}

#[test]
fn a_table_of_too_many_dimensions_is_refused() {
    let names: Vec<String> = (0..=DIMENSION_LIMIT).map(|n| format!("D{n}")).collect();
    let text = format!("{};INDHOLD\n", names.join(";"));
    assert_eq!(trouble(&text), Unreadable::TooManyDimensions { limit: DIMENSION_LIMIT });
}

#[test]
fn a_table_of_too_many_cells_is_refused() {
    let mut text = String::from("A;INDHOLD\n");
    text.extend((0..=CELL_LIMIT).map(|n| format!("{n};1\n")));
    assert_eq!(trouble(&text), Unreadable::TooManyCells { limit: CELL_LIMIT });
}

#[test]
fn a_line_of_another_length_is_refused_with_its_place_whatever_the_line_ends() {
    for end in ["\n", "\r\n"] {
        let text = ["A;TID;INDHOLD", "1;2023;5", "", "2;2023", ""].join(end);
        assert_eq!(trouble(&text), Unreadable::RowLength { line: 4, expected: 3, found: 2 }, "{end:?}");
    }
}

#[test]
fn a_value_that_is_no_number_is_refused_with_its_place_and_shortened() {
    let text = format!("A;TID;INDHOLD\r\n1;2023;5\r\n2;2023;{}\r\n", "æ".repeat(100));
    let shortened = format!("{}…", "æ".repeat(60));
    assert_eq!(trouble(&text), Unreadable::NotANumber { line: 3, column: 3, text: shortened });
}

#[test]
fn a_line_without_a_place_is_refused() {
    assert_eq!(trouble("A;TID;INDHOLD\n1;2023;5\n2; ;6\n"), Unreadable::EmptyPlace { line: 3, column: 2 });
}

#[test]
fn the_same_cell_twice_is_refused_with_both_lines() {
    let text = "A;TID;INDHOLD\r\n1;2023;5\r\n2;2023;5\r\n1;2023;6\r\n";
    assert_eq!(trouble(text), Unreadable::DuplicateCell { line: 4, first_line: 2 });
}

#[test]
fn every_trouble_says_where_and_shows_no_cause_below_it() {
    let trouble = trouble("A;INDHOLD\n1;x");
    assert_eq!(trouble.to_string(), "line 2, column 2: “x” is not a number");
    assert!(std::error::Error::source(&trouble).is_none());
}
