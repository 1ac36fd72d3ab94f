//! CSV and BULK: a line naming the variables, then one line per cell with its value last.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use crate::line_count::LineCount;
use crate::number;
use crate::presentation;
use crate::table::{CELL_LIMIT, Cell, DIMENSION_LIMIT, Table, Value};
use crate::unreadable::{Unreadable, shortened};

/// The name of the measure's column, in every language of the API.
const MEASURE: &str = "INDHOLD";

/// Reads the lines; the form carries no table id.
pub(crate) fn read(text: &str) -> Result<Table, Unreadable> {
    let (separator, dimensions) = header(text)?;
    let mut columns = vec![Column::default(); dimensions.len()];
    let rows = rows(text, separator, &mut columns)?;
    if rows.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(Table { id: String::new(), dimensions, cells: cells(&rows, &columns) })
}

/// The distinct fields of one column, in the order in which they first come.
#[derive(Debug, Clone, Default)]
struct Column {
    fields: Vec<String>,
    places: HashMap<String, usize>,
}

impl Column {
    /// The field's place among the distinct ones.
    fn place(&mut self, field: &str) -> usize {
        if let Some(place) = self.places.get(field) {
            return *place;
        }
        self.fields.push(field.to_owned());
        self.places.insert(field.to_owned(), self.fields.len() - 1);
        self.fields.len() - 1
    }
}

/// One line after the first: the place of each of its fields, and its value.
struct Row {
    places: Box<[usize]>,
    value: Value,
}

/// The separator that makes the first line end with the measure, and the variables before it.
fn header(text: &str) -> Result<(u8, Vec<String>), Unreadable> {
    let (separator, names) = [b';', b'\t', b',']
        .into_iter()
        .filter_map(|separator| Some((separator, names(text, separator)?)))
        .find(|(_, names)| names.len() > 1 && names.last().is_some_and(|name| name == MEASURE))
        .ok_or(Unreadable::NoHeader)?;
    let dimensions = &names[..names.len() - 1];
    check(dimensions)?;
    Ok((separator, dimensions.to_vec()))
}

fn names(text: &str, separator: u8) -> Option<Vec<String>> {
    let record = reader(text, separator).into_records().next()?.ok()?;
    Some(record.iter().map(str::to_uppercase).collect())
}

fn check(dimensions: &[String]) -> Result<(), Unreadable> {
    if dimensions.len() > DIMENSION_LIMIT {
        return Err(Unreadable::TooManyDimensions { limit: DIMENSION_LIMIT });
    }
    if dimensions.iter().any(String::is_empty) {
        return Err(Unreadable::NoHeader);
    }
    let repeated = dimensions.iter().enumerate().find(|(at, name)| dimensions[..*at].contains(name));
    repeated.map_or(Ok(()), |(_, name)| Err(Unreadable::DuplicateDimension { name: shortened(name) }))
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

fn rows(text: &str, separator: u8, columns: &mut [Column]) -> Result<Vec<Row>, Unreadable> {
    let mut first_lines: HashMap<Box<[usize]>, usize> = HashMap::new();
    let mut lines = LineCount::new(text);
    let mut rows = Vec::new();
    for record in reader(text, separator).into_records().skip(1) {
        let record = record.expect("text is UTF-8, flexible and in memory, which leaves the reader no error");
        let line = lines.line_of(start_of(&record));
        if rows.len() == CELL_LIMIT {
            return Err(Unreadable::TooManyCells { limit: CELL_LIMIT });
        }
        let row = row(&record, line, columns)?;
        if let Some(first_line) = first_lines.insert(row.places.clone(), line) {
            return Err(Unreadable::DuplicateCell { line, first_line });
        }
        rows.push(row);
    }
    Ok(rows)
}

fn row(record: &StringRecord, line: usize, columns: &mut [Column]) -> Result<Row, Unreadable> {
    let expected = columns.len() + 1;
    if record.len() != expected {
        return Err(Unreadable::RowLength { line, expected, found: record.len() });
    }
    if let Some(at) = record.iter().take(columns.len()).position(str::is_empty) {
        return Err(Unreadable::EmptyPlace { line, column: at + 1 });
    }
    let value = &record[columns.len()];
    let value = number::parse(value).ok_or_else(|| Unreadable::NotANumber {
        line,
        column: expected,
        text: shortened(value),
    })?;
    let places = columns.iter_mut().zip(record).map(|(column, field)| column.place(field)).collect();
    Ok(Row { places, value })
}

/// The record's offset in the text, in bytes.
fn start_of(record: &StringRecord) -> usize {
    let start = record.position().map_or(0, csv::Position::byte);
    usize::try_from(start).unwrap_or(usize::MAX)
}

fn cells(rows: &[Row], columns: &[Column]) -> Vec<Cell> {
    let fields: Vec<&[String]> = columns.iter().map(|column| column.fields.as_slice()).collect();
    let coordinates = presentation::coordinates(&fields);
    let cell = |row: &Row| Cell {
        coordinates: coordinates.iter().zip(&row.places).map(|(on, place)| on[*place].clone()).collect(),
        value: row.value,
    };
    rows.iter().map(cell).collect()
}
