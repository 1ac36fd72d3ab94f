//! JSON-stat 1.x, as the API gives it, and 2.0.
//!
//! The API's measure is a dimension of one category (`ContentsCode`, in the role `metric`) whose code is the
//! table's id. The other forms have no such dimension, so it becomes the table's id here.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::json_node::Node;
use crate::json_stat_categories as categories;
use crate::json_stat_values as values;
use crate::table::{CELL_LIMIT, Cell, Coordinate, DIMENSION_LIMIT, Table, Value};
use crate::unreadable::{Unreadable, shortened};

/// What the API calls the dimension of the measure.
const MEASURE: &str = "ContentsCode";

/// Reads the document.
pub(crate) fn read(text: &str) -> Result<Table, Unreadable> {
    refuse_bloated(text)?;
    let json: Json = serde_json::from_str(text)
        .map_err(|error| Unreadable::NotJson { line: error.line(), column: error.column() })?;
    let dataset = dataset(Node::root(&json))?;
    let axes = axes(&dataset)?;
    let values = values::read(&dataset, cell_count(&axes)?)?;
    Ok(table(axes, &values))
}

/// One dimension and its places, in order.
struct Axis {
    name: String,
    places: Vec<Arc<Coordinate>>,
    is_measure: bool,
}

/// Parsed JSON takes many times its length in memory, so a text with many more parts than a table of
/// [`CELL_LIMIT`] cells needs (a value and a status each) is not parsed.
fn refuse_bloated(text: &str) -> Result<(), Unreadable> {
    let parts = text.bytes().filter(|byte| b",:[{".contains(byte)).count();
    if parts > 4 * CELL_LIMIT {
        return Err(Unreadable::TooManyCells { limit: CELL_LIMIT });
    }
    Ok(())
}

/// The dataset: the document itself in 2.0, its member `dataset` in 1.x.
fn dataset(root: Node<'_>) -> Result<Node<'_>, Unreadable> {
    let is_dataset = |node: &Node| node.json().get("class").and_then(Json::as_str) == Some("dataset");
    if is_dataset(&root) {
        return Ok(root);
    }
    let dataset = root.get("dataset").ok_or_else(|| root.should_be("a dataset"))?;
    dataset.object("a dataset")?;
    Ok(dataset)
}

/// The dimensions in order. `id`, `size` and `role` stand in the dataset in 2.0, in its `dimension` in 1.x.
fn axes(dataset: &Node) -> Result<Vec<Axis>, Unreadable> {
    let dimension = dataset.need("dimension", "the dimensions")?;
    dimension.object("the dimensions")?;
    let holder = if dataset.get("id").is_some_and(|id| id.json().is_array()) { dataset } else { &dimension };
    let ids = holder.need("id", "a list of the dimensions' names")?.entries("a list of the dimensions' names")?;
    if ids.len() > DIMENSION_LIMIT {
        return Err(Unreadable::TooManyDimensions { limit: DIMENSION_LIMIT });
    }
    let size = holder.need("size", "a list of the dimensions' sizes")?;
    let sizes = size.entries("a list of the dimensions' sizes")?;
    size.expect_count(ids.len(), sizes.len())?;
    let mut axes = Vec::with_capacity(ids.len());
    for (id, size) in ids.iter().zip(&sizes) {
        let name = id.text("a dimension's name")?;
        let size = size.count("a dimension's size")?;
        let places = categories::read(&dimension.need(name, "a dimension")?, size)?;
        let is_measure = size == 1 && (name == MEASURE || has_metric_role(holder, name));
        axes.push(Axis { name: name.to_uppercase(), places, is_measure });
    }
    refuse_repeated(&axes)?;
    Ok(axes)
}

fn has_metric_role(holder: &Node, name: &str) -> bool {
    let metrics = holder.json().pointer("/role/metric").and_then(Json::as_array);
    metrics.is_some_and(|metrics| metrics.iter().any(|metric| metric == name))
}

fn refuse_repeated(axes: &[Axis]) -> Result<(), Unreadable> {
    let is_repeated = |(at, axis): &(usize, &Axis)| axes[..*at].iter().any(|earlier| earlier.name == axis.name);
    let repeated = axes.iter().enumerate().find(is_repeated);
    repeated.map_or(Ok(()), |(_, axis)| Err(Unreadable::DuplicateDimension { name: shortened(&axis.name) }))
}

/// The product of the sizes, at least 1 and at most [`CELL_LIMIT`].
fn cell_count(axes: &[Axis]) -> Result<usize, Unreadable> {
    if axes.is_empty() || axes.iter().any(|axis| axis.places.is_empty()) {
        return Err(Unreadable::Empty);
    }
    axes.iter()
        .try_fold(1_usize, |product, axis| product.checked_mul(axis.places.len()))
        .filter(|product| *product <= CELL_LIMIT)
        .ok_or(Unreadable::TooManyCells { limit: CELL_LIMIT })
}

/// Values are in row-major order: the last dimension changes fastest.
fn table(axes: Vec<Axis>, values: &[Value]) -> Table {
    let (measures, axes): (Vec<Axis>, Vec<Axis>) = axes.into_iter().partition(|axis| axis.is_measure);
    let measure = measures.first().and_then(|axis| axis.places.first());
    let id = measure.and_then(|place| place.code.as_deref()).unwrap_or_default().to_uppercase();
    let cells = values.iter().enumerate().map(|(at, value)| cell(&axes, at, *value)).collect();
    Table { id, dimensions: axes.into_iter().map(|axis| axis.name).collect(), cells }
}

fn cell(axes: &[Axis], at: usize, value: Value) -> Cell {
    let mut rest = at;
    let mut coordinates = Vec::with_capacity(axes.len());
    for axis in axes.iter().rev() {
        coordinates.push(axis.places[rest % axis.places.len()].clone());
        rest /= axis.places.len();
    }
    coordinates.reverse();
    Cell { coordinates, value }
}
