//! What JSON-stat can get wrong, as small changes to a good document.

use serde_json::{Value as Json, json};
use statbank::{CELL_LIMIT, DIMENSION_LIMIT, Form, Table, Unreadable, Value, read};

fn read_json(json: &Json) -> Result<Table, Unreadable> {
    read(json.to_string().as_bytes(), Some(Form::JsonStat), None)
}

/// A good document with the part at the pointer replaced.
fn changed(pointer: &str, part: Json) -> Result<Table, Unreadable> {
    let mut json: Json = serde_json::from_str(include_str!("cases/one.json")).expect("the case is JSON");
    *json.pointer_mut(pointer).expect("the case has this part") = part;
    read_json(&json)
}

fn not_json_stat(pointer: &str, what: &'static str) -> Result<Table, Unreadable> {
    Err(Unreadable::NotJsonStat { pointer: pointer.to_owned(), what })
}

fn mismatch(pointer: &str, expected: usize, found: usize) -> Result<Table, Unreadable> {
    Err(Unreadable::ShapeMismatch { pointer: pointer.to_owned(), expected, found })
}

#[test]
fn json_that_breaks_off_is_named_with_its_place() {
    let trouble = read(b"{\"dataset\":\n {\"value\":[1,", None, None);
    assert_eq!(trouble, Err(Unreadable::NotJson { line: 2, column: 13 }));
}

#[test]
fn json_that_is_something_else_is_no_dataset() {
    assert_eq!(read_json(&json!({"a": 1})), not_json_stat("", "a dataset"));
    assert_eq!(read_json(&json!({"dataset": 3})), not_json_stat("/dataset", "a dataset"));
    assert_eq!(read_json(&json!({"class": "collection"})), not_json_stat("", "a dataset"));
}

#[test]
fn a_missing_or_wrong_part_is_named_by_its_pointer() {
    assert_eq!(changed("/dataset/dimension", json!(null)), not_json_stat("/dataset/dimension", "the dimensions"));
    assert_eq!(
        changed("/dataset/dimension/id", json!(null)),
        not_json_stat("/dataset/dimension/id", "a list of the dimensions' names")
    );
    assert_eq!(
        changed("/dataset/dimension/size/1", json!(-2)),
        not_json_stat("/dataset/dimension/size/1", "a dimension's size")
    );
    assert_eq!(changed("/dataset/dimension/OMR", json!(null)), not_json_stat("/dataset/dimension/OMR", "a dimension"));
    assert_eq!(changed("/dataset/value", json!(null)), not_json_stat("/dataset/value", "the values"));
    assert_eq!(
        changed("/dataset/dimension/OMR/category/label", json!({"1010": 7})),
        not_json_stat("/dataset/dimension/OMR/category/label", "an object of texts by code")
    );
}

#[test]
fn a_pointer_escapes_its_two_signs() {
    let trouble = changed("/dataset/dimension/id/0", json!("A/B~C"));
    assert_eq!(trouble, not_json_stat("/dataset/dimension/A~1B~0C", "a dimension"));
}

#[test]
fn sizes_that_fit_neither_names_nor_categories_nor_values_are_refused() {
    assert_eq!(changed("/dataset/dimension/size", json!([2, 2, 1])), mismatch("/dataset/dimension/size", 4, 3));
    assert_eq!(changed("/dataset/dimension/size/0", json!(3)), mismatch("/dataset/dimension/OMR/category/index", 3, 2));
    assert_eq!(changed("/dataset/value", json!([1, 2, 3])), mismatch("/dataset/value", 8, 3));
}

#[test]
fn sizes_whose_product_overflows_or_exceeds_the_limit_are_refused() {
    let codes: Vec<String> = (0..1001).map(|n| n.to_string()).collect();
    let wide = json!({"category": {"index": codes}});
    for count in [2, 7, 16] {
        let ids: Vec<String> = (0..count).map(|n| format!("D{n}")).collect();
        let dimension: serde_json::Map<String, Json> = ids.iter().map(|id| (id.clone(), wide.clone())).collect();
        let json = json!({
            "class": "dataset", "id": ids, "size": vec![1001; count], "dimension": dimension, "value": {"0": 1}
        });
        assert_eq!(read_json(&json), Err(Unreadable::TooManyCells { limit: CELL_LIMIT }), "{count} dimensions");
    }
}

#[test]
fn a_size_that_is_huge_without_its_categories_reserves_nothing() {
    let trouble = changed("/dataset/dimension/size/0", json!(u64::MAX));
    assert!(matches!(trouble, Err(Unreadable::ShapeMismatch { found: 2, .. })), "{trouble:?}");
}

#[test]
fn a_document_of_too_many_parts_is_not_parsed() {
    let text = format!("{{\"value\":[{}0]}}", "0,".repeat(4 * CELL_LIMIT));
    assert_eq!(read(text.as_bytes(), None, None), Err(Unreadable::TooManyCells { limit: CELL_LIMIT }));
}

#[test]
fn too_many_dimensions_are_refused() {
    let ids = vec!["A"; DIMENSION_LIMIT + 1];
    let trouble = changed("/dataset/dimension/id", json!(ids));
    assert_eq!(trouble, Err(Unreadable::TooManyDimensions { limit: DIMENSION_LIMIT }));
}

#[test]
fn a_dimension_without_categories_leaves_no_cell() {
    let json = json!({"class": "dataset", "id": ["A"], "size": [0], "dimension": {"A": {"category": {"index": []}}},
        "value": []});
    assert_eq!(read_json(&json), Err(Unreadable::Empty));
}

#[test]
fn a_dimension_or_a_code_that_comes_twice_is_refused() {
    assert_eq!(
        changed("/dataset/dimension/id/1", json!("OMR")),
        Err(Unreadable::DuplicateDimension { name: "OMR".to_owned() })
    );
    assert_eq!(
        changed("/dataset/dimension/OMR/category/index", json!(["1010", "1010"])),
        not_json_stat("/dataset/dimension/OMR/category/index/1", "a code that has not come before")
    );
}

#[test]
fn an_empty_code_is_refused() {
    assert_eq!(
        changed("/dataset/dimension/OMR/category/index", json!(["1010", ""])),
        not_json_stat("/dataset/dimension/OMR/category", "codes that are not empty")
    );
}

#[test]
fn positions_of_codes_must_be_each_once_and_in_range() {
    let what = "a position from 0 that no other code has";
    for (position, code) in [(json!(0), "1020"), (json!(2), "1020"), (json!("1"), "1020"), (json!(-1), "1020")] {
        assert_eq!(
            changed("/dataset/dimension/OMR/category/index", json!({"1010": 0, code: position})),
            not_json_stat("/dataset/dimension/OMR/category/index/1020", what),
            "{position}"
        );
    }
}

#[test]
fn a_label_without_an_index_is_enough_for_one_category_only() {
    let one = json!({"class": "dataset", "id": ["A"], "size": [1], "dimension":
        {"A": {"category": {"label": {"TOT": "I alt"}}}}, "value": [5]});
    let table = read_json(&one).expect("one category needs no index");
    assert_eq!(table.cells[0].coordinates[0].text.as_deref(), Some("I alt"));
    assert_eq!(
        changed("/dataset/dimension/OMR/category/index", json!(null)),
        mismatch("/dataset/dimension/OMR/category/label", 1, 2)
    );
}

#[test]
fn a_value_that_is_no_number_is_named_by_its_position() {
    let what = "a number, null, or a sign for a missing figure";
    for value in [json!(true), json!("12"), json!([1]), json!("x")] {
        assert_eq!(changed("/dataset/value/3", value), not_json_stat("/dataset/value/3", what));
    }
    assert_eq!(
        changed("/dataset/value", json!({"8": 1})),
        not_json_stat("/dataset/value/8", "a position among the cells")
    );
    assert_eq!(
        changed("/dataset/value", json!({"01": 1})),
        not_json_stat("/dataset/value/01", "a position among the cells")
    );
}

#[test]
fn a_sign_in_place_of_a_value_is_missing() {
    let table = changed("/dataset/value/0", json!("..")).expect("a sign is no error");
    assert_eq!(table.cells[0].value, Value::Missing);
}

#[test]
fn a_status_for_all_cells_hides_none_and_one_of_another_length_is_refused() {
    let with_status = |status: Json| {
        let mut json: Json = serde_json::from_str(include_str!("cases/one.json")).expect("the case is JSON");
        json["dataset"]["status"] = status;
        read_json(&json)
    };
    let unchanged = read(include_bytes!("cases/one.json"), None, None);
    assert_eq!(with_status(json!("..")), unchanged);
    assert_eq!(with_status(json!(["p"])), unchanged);
    assert_eq!(with_status(json!(["p", ".."])), mismatch("/dataset/status", 8, 2));
}

#[test]
fn a_measure_of_two_categories_stays_a_dimension() {
    let json = json!({"class": "dataset", "id": ["ContentsCode", "Tid"], "size": [2, 1], "role":
        {"metric": ["ContentsCode"]}, "dimension": {"ContentsCode": {"category": {"index": ["A", "B"]}},
        "Tid": {"category": {"index": ["2023"]}}}, "value": [1, 2]});
    let table = read_json(&json).expect("two measures are read");
    assert_eq!((table.id.as_str(), table.dimensions.len(), table.cells.len()), ("", 2, 2));
}
