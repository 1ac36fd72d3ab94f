//! The platform's own counts as open data: rows for CSV, and an object that says what they mean for JSON.

use serde::Serialize;
use survey::Cell;
use utoipa::ToSchema;

use crate::content::Content;
use crate::counts::{ChoiceCount, GroupCounts, ItemCounts};
use crate::export::Columns;
use crate::store::answers::FEWEST;

/// One count, as open data. A count that would tell of fewer than five people is empty.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountRow {
    /// The group's key.
    group: String,
    /// How many people's answers are counted in the group.
    people: u64,
    /// The question, or the question and its row.
    item: String,
    /// How many of them were asked this.
    asked: u64,
    /// The answer's key.
    choice: String,
    /// How many chose it; `null` where that is not shown.
    count: Option<u64>,
}

impl Columns for CountRow {
    const NAMES: &'static [&'static str] = &["group", "people", "item", "asked", "choice", "count"];
}

/// The counts, and what they are counts of. Invented examples are never among them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OpenCounts {
    /// The version of the instrument whose items and choices these are.
    instrument: &'static str,
    /// No number tells of fewer people than this.
    fewest: u64,
    /// Every group of which something may be shown. A group holds those who chose it, and nobody of a narrower group.
    groups: Vec<OpenGroup>,
}

#[derive(Debug, Serialize, ToSchema)]
struct OpenGroup {
    /// The group's key.
    group: String,
    /// How many people's answers are counted in the group.
    people: u64,
    /// How many items of the test are left out, since too few were asked them or too few were not.
    items_not_shown: usize,
    items: Vec<OpenItem>,
}

#[derive(Debug, Serialize, ToSchema)]
struct OpenItem {
    /// The question, or the question and its row.
    item: String,
    /// How many people of the group were asked this.
    asked: u64,
    choices: Vec<OpenChoice>,
}

#[derive(Debug, Serialize, ToSchema)]
struct OpenChoice {
    /// The answer's key.
    choice: String,
    /// How many of those asked chose it; `null` where that is not shown.
    count: Option<u64>,
}

impl OpenCounts {
    /// The same counts, with what they mean.
    pub(crate) fn of(counts: &[GroupCounts]) -> Self {
        Self {
            instrument: Content::get().current().version(),
            fewest: FEWEST,
            groups: counts.iter().map(OpenGroup::of).collect(),
        }
    }
}

impl OpenGroup {
    fn of(group: &GroupCounts) -> Self {
        Self {
            group: group.population.clone(),
            people: group.people,
            items_not_shown: group.not_shown,
            items: group.items.iter().map(OpenItem::of).collect(),
        }
    }
}

impl OpenItem {
    fn of(item: &ItemCounts) -> Self {
        let choices =
            item.choices.iter().map(|choice| OpenChoice { choice: choice.choice.clone(), count: shown(choice) });
        Self { item: item.item.clone(), asked: item.asked, choices: choices.collect() }
    }
}

/// The counts as rows.
pub(crate) fn count_rows(counts: &[GroupCounts]) -> Vec<CountRow> {
    counts.iter().flat_map(rows_of).collect()
}

fn rows_of(group: &GroupCounts) -> Vec<CountRow> {
    let rows = group.items.iter().flat_map(|item| {
        item.choices.iter().map(|choice| CountRow {
            group: group.population.clone(),
            people: group.people,
            item: item.item.clone(),
            asked: item.asked,
            choice: choice.choice.clone(),
            count: shown(choice),
        })
    });
    rows.collect()
}

fn shown(choice: &ChoiceCount) -> Option<u64> {
    match choice.count {
        Cell::Shown(number) => Some(number),
        Cell::Hidden => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::csv;
    use crate::export::tests::assert_columns_are_fields;

    fn two_of_ten_hidden() -> Vec<GroupCounts> {
        let choice = |choice: &str, count| ChoiceCount { choice: choice.to_owned(), count };
        let choices = vec![choice("yes", Cell::Shown(8)), choice("no", Cell::Hidden)];
        let items = vec![ItemCounts { item: "spread".to_owned(), asked: 10, choices }];
        vec![GroupCounts { population: "state".to_owned(), people: 10, items, not_shown: 26 }]
    }

    #[test]
    fn a_file_without_counts_still_says_what_it_would_hold() {
        assert_eq!(csv::<CountRow>(&[]).unwrap(), b"group,people,item,asked,choice,count\n");
        let empty = serde_json::to_value(OpenCounts::of(&[])).unwrap();
        assert_eq!(empty, serde_json::json!({"instrument": "1", "fewest": 5, "groups": []}));
    }

    #[test]
    fn what_is_hidden_is_empty_in_csv_and_null_in_json() {
        let counts = two_of_ten_hidden();
        let rows = count_rows(&counts);
        assert_columns_are_fields(&rows[0]);
        let csv = String::from_utf8(csv(&rows).unwrap()).unwrap();
        assert!(csv.ends_with("\nstate,10,spread,10,yes,8\nstate,10,spread,10,no,\n"), "{csv}");
        let json = serde_json::to_value(OpenCounts::of(&counts)).unwrap();
        assert_eq!(json["groups"][0]["items_not_shown"], 26);
        assert_eq!(json["groups"][0]["items"][0]["choices"][1], serde_json::json!({"choice": "no", "count": null}));
    }
}
