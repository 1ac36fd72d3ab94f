//! Whether separated values give codes, texts or both, which the file does not say.
//!
//! The API's `valuePresentation` holds for a whole table, so the columns are judged together: "18 år" is a code and
//! a text only if every other column can be read so too, and if no other code has the text "år".

use std::collections::HashSet;
use std::sync::Arc;

use crate::table::Coordinate;

/// The coordinates of each column's distinct fields, in the same order.
pub(crate) fn coordinates(columns: &[&[String]]) -> Vec<Vec<Arc<Coordinate>>> {
    let both_given = columns.iter().all(|fields| are_codes(fields) || are_codes_with_texts(fields));
    let coordinate = |field: &String| Arc::new(coordinate(field, both_given));
    let of_column = |fields: &&[String]| fields.iter().map(coordinate).collect();
    columns.iter().map(of_column).collect()
}

fn coordinate(field: &str, both_given: bool) -> Coordinate {
    if is_code(field) {
        return Coordinate::coded(field, None);
    }
    match split(field).filter(|_| both_given) {
        Some((code, text)) => Coordinate::coded(code, Some(text)),
        None => Coordinate::worded(field),
    }
}

fn are_codes(fields: &[String]) -> bool {
    fields.iter().all(|field| is_code(field))
}

/// Every field is a code and a text, no code and no text comes twice.
fn are_codes_with_texts(fields: &[String]) -> bool {
    let mut codes = HashSet::new();
    let mut texts = HashSet::new();
    fields.iter().all(|field| split(field).is_some_and(|(code, text)| codes.insert(code) && texts.insert(text)))
}

fn split(field: &str) -> Option<(&str, &str)> {
    let (code, text) = field.split_once(' ')?;
    is_code(code).then_some((code, text.trim_start()))
}

/// Codes are capitals, digits and a few signs in one word: `1010`, `TOT`, `2023K1`, `5-9`, `01.1`.
fn is_code(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || "-_./+".contains(c))
        && word.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
#[path = "presentation_tests.rs"]
mod tests;
