//! The values and statuses of a JSON-stat dataset, each a list or an object of those that are there.

use serde_json::Value as Json;

use crate::json_node::Node;
use crate::number;
use crate::table::Value;
use crate::unreadable::Unreadable;

const VALUE: &str = "a number, null, or a sign for a missing figure";

/// One value per cell. A status that is itself a sign for a missing figure outranks the value beside it.
pub(crate) fn read(dataset: &Node, cells: usize) -> Result<Vec<Value>, Unreadable> {
    let value = dataset.need("value", "the values")?;
    let mut values = vec![Value::Missing; cells];
    fill(&value, cells, |at, json| {
        values[at] = number_or_missing(json)?;
        Some(())
    })?;
    if let Some(status) = dataset.get("status") {
        hide(&status, &mut values)?;
    }
    Ok(values)
}

/// Gives each entry and its position to `take`, which returns nothing for an entry it cannot take.
fn fill(node: &Node, cells: usize, mut take: impl FnMut(usize, &Json) -> Option<()>) -> Result<(), Unreadable> {
    let refused = |at: &str| node.member_should_be(at, VALUE);
    if let Some(list) = node.json().as_array() {
        node.expect_count(cells, list.len())?;
        return list
            .iter()
            .enumerate()
            .try_for_each(|(at, json)| take(at, json).ok_or_else(|| refused(&format!("{at}"))));
    }
    node.object("a list of values, or an object of values by position")?.iter().try_for_each(|(key, json)| {
        let at = key.parse().ok().filter(|at: &usize| *at < cells && at.to_string() == *key);
        let at = at.ok_or_else(|| node.member_should_be(key, "a position among the cells"))?;
        take(at, json).ok_or_else(|| refused(key))
    })
}

fn number_or_missing(json: &Json) -> Option<Value> {
    match json {
        Json::Null => Some(Value::Missing),
        Json::Number(number) => number.as_f64().filter(|number| number.is_finite()).map(Value::Number),
        Json::String(text) => number::parse(text).filter(|value| *value == Value::Missing),
        _ => None,
    }
}

/// A status may be one text for all cells, also as a list of one, which says nothing of a single cell.
fn hide(status: &Node, values: &mut [Value]) -> Result<(), Unreadable> {
    let is_for_all = status.json().as_array().is_some_and(|list| list.len() == 1 && values.len() > 1);
    if status.json().is_string() || is_for_all {
        return Ok(());
    }
    fill(status, values.len(), |at, json| {
        if json.as_str().is_some_and(|text| !text.trim().is_empty() && number::is_missing(text)) {
            values[at] = Value::Missing;
        }
        Some(())
    })
}
