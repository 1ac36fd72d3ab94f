//! Choosing another group to compare with, keeping the answers.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use i18n::{Language, t};
use ui::Shell;
use web::{Failure, Form, Visit, page, page_with};

use super::start::{GroupChoice, WITHOUT_ANSWERS, group_choices};
use super::{draft_of, remember};
use crate::Selftest;
use crate::content::Content;

#[derive(Template)]
#[template(path = "compared.html")]
struct ComparedPage {
    shell: Shell,
    language: Language,
    groups: Vec<GroupChoice>,
    problem: Option<String>,
}

fn form(visit: &Visit, chosen: &str, problem: Option<String>) -> ComparedPage {
    let language = visit.language;
    let shell = visit.shell(t!(language, "compared-title")).below("/test", t!(language, "test-title")).private();
    ComparedPage { shell, language, groups: group_choices(language, Some(chosen)), problem }
}

pub(super) async fn edit(visit: Visit) -> Result<Response, Failure> {
    match draft_of(&visit) {
        Ok(draft) => page(&form(&visit, &draft.group.key, None)),
        Err(_) => Ok(Redirect::to(&visit.to(WITHOUT_ANSWERS)).into_response()),
    }
}

pub(super) async fn update(
    State(selftest): State<Selftest>,
    visit: Visit,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let Ok(draft) = draft_of(&visit) else { return Ok(Redirect::to(&visit.to(WITHOUT_ANSWERS)).into_response()) };
    let Some(group) = sent.get("group").and_then(|key| Content::get().groups.find(key)) else {
        let problem = Some(t!(visit.language, "group-missing"));
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&visit, &draft.group.key, problem));
    };
    let draft = draft.compared_with(group);
    let cookie = remember(&draft, selftest.secure);
    // The partners are worded by level, so an answer may be missing now; the result then sends the taker there.
    Ok(([cookie], Redirect::to(&visit.to("/test/resultat"))).into_response())
}
