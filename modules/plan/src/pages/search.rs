//! Search over the pages of the site and the ten activities.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use i18n::{Language, t};
use ui::Shell;
use web::{Failure, Pairs, Refusal, Visit, page};

use super::Announced;
use crate::activities::{ACTIVITIES, Activity};
use crate::search::Found;

/// What anyone needs to type, and more.
const LONGEST: usize = 100;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    shell: Shell,
    language: Language,
    asked: String,
    found: Vec<Found<'a>>,
    /// What one can look for instead, where nothing is found.
    activities: Vec<(String, String)>,
}

pub(super) async fn list(State(announced): State<Arc<Announced>>, visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let pairs = Pairs::read(uri.query().unwrap_or_default().as_bytes()).ok_or(Refusal::Unreadable)?;
    let asked: String = pairs.get("q").unwrap_or_default().trim().chars().take(LONGEST).collect();
    let language = visit.language;
    page(&SearchPage {
        shell: visit.shell(t!(language, "search-title")).private(),
        language,
        found: announced.index(language).find(&asked),
        activities: ACTIVITIES.iter().map(|activity| link(&announced, activity, language)).collect(),
        asked,
    })
}

fn link(announced: &Announced, activity: &Activity, language: Language) -> (String, String) {
    let stands = announced.stands(activity.path);
    let href = if stands { language.path(activity.path) } else { activity.card(language) };
    ((activity.title)(language), href)
}
