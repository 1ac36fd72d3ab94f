//! The categories of one JSON-stat dimension.

use std::collections::HashSet;
use std::sync::Arc;

use crate::json_node::Node;
use crate::table::Coordinate;
use crate::unreadable::Unreadable;

/// The dimension's places in order; there must be as many as its size says.
pub(crate) fn read(dimension: &Node, size: usize) -> Result<Vec<Arc<Coordinate>>, Unreadable> {
    let category = dimension.need("category", "the dimension's categories")?;
    let codes = codes(&category, size)?;
    let labels = category.get("label").map(|label| label.object("an object of texts by code")).transpose()?;
    let mut places = Vec::with_capacity(codes.len());
    for code in codes {
        if code.is_empty() {
            return Err(category.should_be("codes that are not empty"));
        }
        let text = match labels.and_then(|labels| labels.get(code)) {
            None => None,
            Some(text) => {
                Some(text.as_str().ok_or_else(|| category.member_should_be("label", "an object of texts by code"))?)
            }
        };
        places.push(Arc::new(Coordinate::coded(code, text)));
    }
    Ok(places)
}

/// The codes in order: `index` as a list, or as an object of positions, or, for one category, only a label.
fn codes<'a>(category: &Node<'a>, size: usize) -> Result<Vec<&'a str>, Unreadable> {
    let Some(index) = category.get("index") else {
        let label = category.need("label", "the category's code and text")?;
        let labels = label.object("an object of texts by code")?;
        label.expect_count(size, labels.len())?;
        label.expect_count(1, labels.len())?;
        return Ok(labels.keys().map(String::as_str).collect());
    };
    if index.json().is_array() { listed(&index, size) } else { placed(&index, size) }
}

fn listed<'a>(index: &Node<'a>, size: usize) -> Result<Vec<&'a str>, Unreadable> {
    let entries = index.entries("a list of codes")?;
    index.expect_count(size, entries.len())?;
    let mut seen = HashSet::new();
    for entry in &entries {
        if !seen.insert(entry.text("a code")?) {
            return Err(entry.should_be("a code that has not come before"));
        }
    }
    entries.iter().map(|entry| entry.text("a code")).collect()
}

fn placed<'a>(index: &Node<'a>, size: usize) -> Result<Vec<&'a str>, Unreadable> {
    let positions = index.object("a list or an object of codes")?;
    index.expect_count(size, positions.len())?;
    let mut codes = vec![None; size];
    for (code, position) in positions {
        let position = position.as_u64().and_then(|position| usize::try_from(position).ok());
        let place = position.and_then(|position| codes.get_mut(position)).filter(|place| place.is_none());
        *place.ok_or_else(|| index.member_should_be(code, "a position from 0 that no other code has"))? =
            Some(code.as_str());
    }
    Ok(codes.into_iter().flatten().collect())
}
