//! Search over the pages of the site, by their titles and summaries.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use i18n::{Language, folded, t};
use ui::Shell;
use web::{Failure, Pairs, Place, Refusal, Visit, page};

use super::Announced;

/// What anyone needs to type, and more.
const LONGEST: usize = 100;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    shell: Shell,
    language: Language,
    asked: String,
    found: Vec<Found>,
}

struct Found {
    title: String,
    summary: String,
    href: String,
}

pub(super) async fn list(State(announced): State<Arc<Announced>>, visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let pairs = Pairs::read(uri.query().unwrap_or_default().as_bytes()).ok_or(Refusal::Unreadable)?;
    let asked: String = pairs.get("q").unwrap_or_default().trim().chars().take(LONGEST).collect();
    let language = visit.language;
    page(&SearchPage {
        shell: visit.shell(t!(language, "search-title")).private(),
        language,
        found: find(&announced.places, language, &asked),
        asked,
    })
}

/// The places that hold every word asked for, those with all of them in the title first.
fn find(places: &[Place], language: Language, asked: &str) -> Vec<Found> {
    let words: Vec<String> = asked.split_whitespace().map(folded).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let holds = |text: &str| words.iter().all(|word| folded(text).contains(word));
    let mut found: Vec<(bool, Found)> = Vec::new();
    for place in places {
        let (title, summary) = ((place.title)(language), (place.summary)(language));
        let only_in_summary = !holds(&title);
        if holds(&format!("{title} {summary}")) {
            found.push((only_in_summary, Found { title, summary, href: language.path(place.path) }));
        }
    }
    found.sort_by_key(|(only_in_summary, _)| *only_in_summary);
    found.into_iter().map(|(_, found)| found).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: [Place; 2] = [
        Place { path: "/a", title: |_| "Privatliv".into(), summary: |_| "Om test og søgning".into() },
        Place { path: "/b", title: |_| "Søgning".into(), summary: |_| "Find en side".into() },
    ];

    fn found(asked: &str) -> Vec<String> {
        find(&PLACES, Language::Danish, asked).into_iter().map(|found| found.href).collect()
    }

    #[test]
    fn a_title_comes_before_a_summary_and_spelling_may_vary() {
        assert_eq!(found("søgning"), ["/b", "/a"]);
        assert_eq!(found("SOEGNING"), ["/b", "/a"]);
        assert_eq!(found("test søg"), ["/a"]);
        assert_eq!(found("findes ikke"), [""; 0]);
        assert_eq!(found("  "), [""; 0]);
    }
}
