//! Arbitrary and damaged bytes never panic, and what is written in a form is read back the same.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use statbank::{CELL_LIMIT, Cell, Coordinate, Form, Table, Value, read};

const FORMS: [Option<Form>; 4] = [None, Some(Form::Csv), Some(Form::Bulk), Some(Form::JsonStat)];
const GOOD: [&[u8]; 5] = [
    include_bytes!("cases/semicolon.csv"),
    include_bytes!("cases/windows-1252.csv"),
    include_bytes!("cases/stream.bulk"),
    include_bytes!("cases/one.json"),
    include_bytes!("cases/two-sparse.json"),
];

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// Reads in every form; a table that comes out must keep its promises.
fn read_in_every_form(bytes: &[u8]) {
    for form in FORMS {
        let Ok(table) = read(bytes, form, None) else { continue };
        assert!((1..=CELL_LIMIT).contains(&table.cells.len()));
        for cell in &table.cells {
            assert_eq!(cell.coordinates.len(), table.dimensions.len());
            let is_placed =
                |at: &Arc<Coordinate>| at.code.as_ref().or(at.text.as_ref()).is_some_and(|word| !word.is_empty());
            assert!(cell.coordinates.iter().all(is_placed));
            assert!(matches!(cell.value, Value::Missing) || matches!(cell.value, Value::Number(n) if n.is_finite()));
        }
    }
}

/// Replaces, removes and repeats bytes at places given as shares of the length.
fn damaged(good: &[u8], changes: &[(f64, u8, u8)]) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for (share, kind, byte) in changes {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a share of a short file's length"
        )]
        let at = (share * bytes.len() as f64) as usize;
        match kind % 4 {
            0 => bytes[at] = *byte,
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, *byte),
            _ => bytes.extend_from_within(at..),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// A table in which every code has a text of its own, as the forms can all carry it.
fn tables() -> impl Strategy<Value = Table> {
    let codes = btree_set("[A-Z0-9]{1,6}", 1..5).prop_map(Vec::from_iter);
    vec(codes, 1..4).prop_flat_map(|axes| {
        let cells = axes.iter().map(Vec::len).product::<usize>();
        let value = prop_oneof![
            4 => (-1_000_000_i32..1_000_000).prop_map(|n| Value::Number(f64::from(n) / 100.0)),
            1 => Just(Value::Missing),
        ];
        vec(value, cells).prop_map(move |values| table(&axes, &values))
    })
}

fn table(axes: &[Vec<String>], values: &[Value]) -> Table {
    let mut places: Vec<Vec<Arc<Coordinate>>> = vec![Vec::new()];
    for axis in axes {
        let longer = |place: &Vec<_>| {
            axis.iter().map(|code| [place.as_slice(), &[coordinate(code)]].concat()).collect::<Vec<_>>()
        };
        places = places.iter().flat_map(longer).collect();
    }
    let cell = |(coordinates, value): (_, &Value)| Cell { coordinates, value: *value };
    Table {
        id: "FOLK1A".to_owned(),
        dimensions: (0..axes.len()).map(|n| format!("D{n}")).collect(),
        cells: places.into_iter().zip(values).map(cell).collect(),
    }
}

fn coordinate(code: &str) -> Arc<Coordinate> {
    let text = format!("ord æ{}; \"{code}\"", code.to_lowercase());
    Arc::new(Coordinate { code: Some(code.to_owned()), text: Some(text) })
}

fn written_as_csv(table: &Table, separator: u8, decimal: &str) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    writer.write_record(table.dimensions.iter().map(String::as_str).chain(["Indhold"])).expect("memory does not fail");
    for cell in &table.cells {
        let value = match cell.value {
            Value::Number(number) => number.to_string().replace('.', decimal),
            Value::Missing => "..".to_owned(),
        };
        let places = cell
            .coordinates
            .iter()
            .map(|at| format!("{} {}", at.code.as_deref().unwrap_or_default(), at.text.as_deref().unwrap_or_default()));
        writer.write_record(places.chain([value])).expect("memory does not fail");
    }
    writer.into_inner().expect("memory does not fail")
}

/// JSON-stat 2.0 with the values in a sparse object, or in a list.
fn written_as_json(table: &Table, is_sparse: bool) -> Vec<u8> {
    let mut dimension = serde_json::Map::new();
    let mut size = Vec::new();
    for (at, name) in table.dimensions.iter().enumerate() {
        let mut codes: Vec<&str> = table.cells.iter().filter_map(|cell| cell.coordinates[at].code.as_deref()).collect();
        codes.sort_unstable();
        codes.dedup();
        let labels: serde_json::Map<_, _> =
            codes.iter().map(|code| ((*code).to_owned(), coordinate(code).text.clone().into())).collect();
        size.push(codes.len());
        let category = serde_json::json!({"index": codes, "label": labels});
        dimension.insert(name.clone(), serde_json::json!({"category": category}));
    }
    let mut values = String::new();
    for (at, cell) in table.cells.iter().enumerate() {
        let key = if is_sparse { format!("\"{at}\":") } else { String::new() };
        match cell.value {
            Value::Number(number) => write!(values, "{key}{number},").expect("memory does not fail"),
            Value::Missing if is_sparse => {}
            Value::Missing => values.push_str("null,"),
        }
    }
    let values = values.trim_end_matches(',');
    let values = if is_sparse { format!("{{{values}}}") } else { format!("[{values}]") };
    let values: serde_json::Value = serde_json::from_str(&values).expect("the values are JSON");
    let names = &table.dimensions;
    serde_json::json!({"class": "dataset", "id": names, "size": size, "dimension": dimension, "value": values})
        .to_string()
        .into_bytes()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..400)) {
        read_in_every_form(&bytes);
    }

    #[test]
    fn arbitrary_text_below_a_good_header_never_panics(text in "\\PC{0,200}") {
        read_in_every_form(format!("A;TID;INDHOLD\n{text}").as_bytes());
        read_in_every_form(format!("{{\"class\":\"dataset\",{text}}}").as_bytes());
    }

    #[test]
    fn damaged_files_never_panic_and_stay_within_the_limits(
        which in 0..GOOD.len(),
        changes in vec((0.0..1.0, any::<u8>(), any::<u8>()), 1..6),
    ) {
        read_in_every_form(&damaged(GOOD[which], &changes));
    }

    #[test]
    fn tables_written_as_csv_are_read_back(table in tables(), separator in prop::sample::select(b";\t,".to_vec())) {
        let bytes = written_as_csv(&table, separator, ".");
        prop_assert_eq!(read(&bytes, Some(Form::Csv), Some("folk1a")), Ok(table));
    }

    #[test]
    fn tables_written_as_bulk_are_read_back(table in tables()) {
        let bytes = written_as_csv(&table, b';', ",");
        prop_assert_eq!(read(&bytes, Some(Form::Bulk), Some("folk1a")), Ok(table));
    }

    #[test]
    fn tables_written_as_json_stat_are_read_back(table in tables(), is_sparse in any::<bool>()) {
        let bytes = written_as_json(&table, is_sparse);
        prop_assert_eq!(read(&bytes, Some(Form::JsonStat), Some("folk1a")), Ok(table));
    }
}
