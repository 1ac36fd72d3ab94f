//! The platform's own counts by group: as a page, as CSV and as JSON, all from the same released sums.

use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use i18n::{Language, t};
use record::Viewer;
use ui::Shell;
use web::{Failure, Visit, download, page};

use super::count_view::GroupView;
use super::open_counts::{OpenCounts, count_rows};
use crate::Selftest;
use crate::counts::GroupCounts;
use crate::store::answers::Source;

pub(super) use super::open_counts::CountRow;

#[derive(Template)]
#[template(path = "counts.html")]
struct CountsPage {
    shell: Shell,
    language: Language,
    groups: Vec<GroupView>,
    are_examples: bool,
}

/// The counts to show: real ones, or those of the example world as long as there are no others.
async fn counted(selftest: &Selftest) -> Result<(Vec<GroupCounts>, Source), Failure> {
    let real = real_counts(selftest).await?;
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
    let groups = counts.iter().map(|group| GroupView::of(group, language)).collect();
    page(&CountsPage { shell, language, groups, are_examples })
}

pub(super) async fn csv(State(selftest): State<Selftest>) -> Result<Response, Failure> {
    let rows = real_rows(&selftest).await?;
    let bytes = crate::export::csv(&rows).map_err(Failure::fault)?;
    Ok(download("text/csv; charset=utf-8", "innovationstest-tal.csv", bytes))
}

pub(super) async fn json(State(selftest): State<Selftest>) -> Result<Response, Failure> {
    Ok(Json(OpenCounts::of(&real_counts(&selftest).await?)).into_response())
}

pub(super) async fn real_rows(selftest: &Selftest) -> Result<Vec<CountRow>, Failure> {
    Ok(count_rows(&real_counts(selftest).await?))
}

/// Open data holds no examples.
async fn real_counts(selftest: &Selftest) -> Result<Vec<GroupCounts>, Failure> {
    Ok(selftest.counts.by_group(Viewer::Visitor, Source::Taker).await?)
}
