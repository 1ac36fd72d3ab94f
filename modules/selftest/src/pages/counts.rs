//! The platform's own counts by group: as a page, as CSV and as JSON, all from the same released sums.

use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use i18n::{Language, count, t};
use record::Viewer;
use serde::Serialize;
use survey::Cell;
use ui::Shell;
use utoipa::ToSchema;
use web::{Failure, Visit, download, page};

use crate::Selftest;
use crate::content::{Content, Questionnaire};
use crate::counts::{GroupCounts, ItemCounts};
use crate::store::answers::Source;

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

#[derive(Template)]
#[template(path = "counts.html")]
struct CountsPage {
    shell: Shell,
    language: Language,
    groups: Vec<GroupView>,
    are_examples: bool,
}

struct GroupView {
    key: String,
    name: String,
    people: String,
    tables: Vec<TableView>,
}

struct TableView {
    question: String,
    asked: String,
    rows: Vec<(String, String)>,
}

/// The counts to show: real ones, or those of the example world as long as there are no others.
async fn counted(selftest: &Selftest) -> Result<(Vec<GroupCounts>, Source), Failure> {
    let real = selftest.counts.by_group(Viewer::Visitor, Source::Taker).await?;
    if !real.is_empty() {
        return Ok((real, Source::Taker));
    }
    Ok((selftest.counts.by_group(Viewer::Visitor, Source::Example).await?, Source::Example))
}

pub(super) async fn show(State(selftest): State<Selftest>, visit: Visit) -> Result<Response, Failure> {
    let language = visit.language;
    let (counts, source) = counted(&selftest).await?;
    let shell = visit.shell(t!(language, "counts-title")).below("/test", t!(language, "test-title"));
    let are_examples = source == Source::Example && !counts.is_empty();
    let groups = counts.iter().map(|group| group_view(group, language)).collect();
    page(&CountsPage { shell, language, groups, are_examples })
}

fn group_view(group: &GroupCounts, language: Language) -> GroupView {
    let content = Content::get();
    let level = content.groups.find(&group.population).map_or("all", |group| group.level.as_str());
    let tables = group.items.iter().map(|item| table_view(content.current(), level, item, language));
    GroupView {
        key: group.population.clone(),
        name: content.groups.name(&group.population, language).to_owned(),
        people: count(language, group.people),
        tables: tables.collect(),
    }
}

fn table_view(questionnaire: &Questionnaire, level: &str, item: &ItemCounts, language: Language) -> TableView {
    let row = questionnaire.row_of(&item.item).map(|row| row.text.of(language));
    let question = questionnaire.question_of(&item.item).map_or(item.item.as_str(), |q| q.text.of(language));
    let rows = item.choices.iter().map(|choice| {
        let text = questionnaire.choice_text(&item.item, &choice.choice, level, language);
        (text.to_owned(), written(&choice.count, language))
    });
    TableView {
        question: row.map_or_else(|| question.to_owned(), |row| format!("{question} – {row}")),
        asked: count(language, item.asked),
        rows: rows.collect(),
    }
}

fn written(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Shown(number) => count(language, *number),
        Cell::Hidden => t!(language, "count-hidden"),
    }
}

pub(super) async fn csv(State(selftest): State<Selftest>) -> Result<Response, Failure> {
    let rows = real_rows(&selftest).await?;
    let bytes = crate::export::csv(&rows).map_err(Failure::fault)?;
    Ok(download("text/csv; charset=utf-8", "innovationstest-tal.csv", bytes))
}

pub(super) async fn json(State(selftest): State<Selftest>) -> Result<Response, Failure> {
    Ok(Json(real_rows(&selftest).await?).into_response())
}

/// Open data holds no examples.
pub(super) async fn real_rows(selftest: &Selftest) -> Result<Vec<CountRow>, Failure> {
    Ok(count_rows(&selftest.counts.by_group(Viewer::Visitor, Source::Taker).await?))
}

/// The counts as rows of open data.
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
            count: match choice.count {
                Cell::Shown(number) => Some(number),
                Cell::Hidden => None,
            },
        })
    });
    rows.collect()
}
