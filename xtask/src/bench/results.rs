//! All measures, as a table for people and as JSON for programs.

use anyhow::Result;
use serde_json::{Value, json};

use super::measure::Measure;

const HEAD: [&str; 6] = ["measure", "value", "beside", "ratio", "goal", "reached"];

/// One line a measure, in aligned columns.
pub(super) fn table(measures: &[Measure]) -> String {
    let mut lines = vec![HEAD.map(str::to_owned)];
    lines.extend(measures.iter().map(line));
    let widths: Vec<usize> = (0..HEAD.len()).map(|column| width(&lines, column)).collect();
    lines.iter().map(|line| aligned(line, &widths)).collect()
}

fn line(measure: &Measure) -> [String; 6] {
    let beside = measure.beside.as_ref();
    [
        measure.name.clone(),
        format!("{} {}", number(measure.value), measure.unit),
        beside.map(|beside| format!("{} {}", number(beside.value), beside.name)).unwrap_or_default(),
        measure.ratio().map(number).unwrap_or_default(),
        measure.goal.to_string(),
        if measure.is_reached() { "yes" } else { "NO" }.to_owned(),
    ]
}

/// As many decimals as say something.
fn number(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        1.0.. if value.fract() == 0.0 => format!("{value:.0}"),
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn width(lines: &[[String; 6]], column: usize) -> usize {
    lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default()
}

fn aligned(line: &[String; 6], widths: &[usize]) -> String {
    let cells = line.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
    format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
}

/// A list of objects, one a measure.
pub(super) fn json(measures: &[Measure]) -> Result<String> {
    let list: Vec<Value> = measures.iter().map(object).collect();
    Ok(serde_json::to_string_pretty(&list)?)
}

fn object(measure: &Measure) -> Value {
    json!({
        "name": measure.name,
        "value": measure.value,
        "unit": measure.unit,
        "beside": measure.beside.as_ref().map(|beside| json!({ "name": beside.name, "value": beside.value })),
        "ratio": measure.ratio(),
        "goal": measure.goal.to_string(),
        "reached": measure.is_reached(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::measure::{Beside, Goal};
    use super::*;

    fn one() -> Measure {
        let beside = Some(Beside { name: "bare axum", value: 40_000.0 });
        Measure { name: "`/`".to_owned(), value: 30_000.0, unit: "requests/s", beside, goal: Goal::Times(0.5) }
    }

    #[test]
    fn columns_are_aligned_and_goals_are_plain() {
        let table = table(&[one()]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[0].find("value"), lines[1].find("30000"));
        assert!(lines[1].ends_with("yes"));
    }

    #[test]
    fn json_holds_the_ratio_and_whether_it_is_enough() {
        let list: Value = serde_json::from_str(&json(&[one()]).unwrap()).unwrap();
        assert_eq!(list[0]["ratio"], 0.75);
        assert_eq!(list[0]["reached"], true);
        assert_eq!(list[0]["beside"]["name"], "bare axum");
    }
}
