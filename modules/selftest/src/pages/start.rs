//! The first page: what the test is, and which group to compare with.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use i18n::{Language, t};
use ui::Shell;
use web::{Failure, Fixed, Form, Visit, page, page_with};

use super::{draft_of, remember};
use crate::Selftest;
use crate::content::{Content, Group};
use crate::draft::{Draft, NoDraft};

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    shell: Shell,
    language: Language,
    groups: Vec<GroupChoice>,
    /// What went wrong with the choice of a group.
    problem: Option<String>,
    /// What became of an earlier draft that cannot be gone on with.
    notice: Option<String>,
    /// How far an earlier draft has come: answered, of, and whether it is done.
    begun: Option<Begun>,
}

struct Begun {
    answered: usize,
    of: usize,
    is_done: bool,
}

/// One group in the choice.
pub(super) struct GroupChoice {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) is_level: bool,
    pub(super) chosen: bool,
}

/// All groups, with one of them chosen.
pub(super) fn group_choices(language: Language, chosen: Option<&str>) -> Vec<GroupChoice> {
    let groups = Content::get().groups.all().iter();
    let choice = |group: &'static Group| GroupChoice {
        key: &group.key,
        name: group.name(language),
        is_level: group.key == group.level,
        chosen: chosen == Some(group.key.as_str()),
    };
    groups.map(choice).collect()
}

impl StartPage {
    fn new(language: Language) -> Self {
        Self {
            shell: Shell::new(language, "/test", t!(language, "test-title")),
            language,
            groups: group_choices(language, None),
            problem: None,
            notice: None,
            begun: None,
        }
    }
}

/// The page for a visitor who was sent here because there are no answers on the device.
pub(super) const WITHOUT_ANSWERS: &str = "/test?uden-svar";
/// The page for a visitor who has just erased the answers.
pub(super) const ERASED: &str = "/test?slettet";

pub(super) async fn show(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    static PAGE: Fixed = Fixed::new();
    let language = visit.language;
    let mut start = StartPage::new(language);
    match draft_of(&visit) {
        Err(NoDraft::Absent) => match uri.query() {
            Some("uden-svar") => start.notice = Some(t!(language, "draft-absent")),
            Some("slettet") => start.notice = Some(t!(language, "draft-erased")),
            _ => return PAGE.page(language, || start),
        },
        Err(NoDraft::OldVersion) => start.notice = Some(t!(language, "draft-old")),
        Err(NoDraft::Broken) => start.notice = Some(t!(language, "draft-broken")),
        Ok(draft) => start.begun = Some(begun(&draft)),
    }
    page(&start)
}

/// The answer to a part of a test that is no longer asked: the first page, which says so.
pub(super) fn withdrawn(visit: &Visit) -> Result<Response, Failure> {
    let notice = Some(t!(visit.language, "draft-old"));
    page_with(StatusCode::GONE, &StartPage { notice, ..StartPage::new(visit.language) })
}

fn begun(draft: &Draft) -> Begun {
    let instrument = draft.instrument();
    let progress = instrument.progress(&draft.answers);
    let is_done = instrument.first_incomplete_part(&draft.answers).is_none();
    Begun { answered: progress.answered, of: progress.of, is_done }
}

/// Begins a new test. An earlier draft on the same device gives way, which the page says.
pub(super) async fn create(
    State(selftest): State<Selftest>,
    visit: Visit,
    Form(form): Form,
) -> Result<Response, Failure> {
    let language = visit.language;
    let Some(group) = form.get("group").and_then(|key| Content::get().groups.find(key)) else {
        let mut again = StartPage::new(language);
        again.problem = Some(t!(language, "group-missing"));
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    let draft = Draft::new(group, selftest.outside.dice.name());
    let cookie = remember(&draft, selftest.secure);
    Ok(([cookie], Redirect::to(&visit.to("/test/1"))).into_response())
}
