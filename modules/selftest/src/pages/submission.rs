//! Letting the answers count in future comparisons: the only thing of a test that is ever kept.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use record::Viewer;
use web::{Failure, Form, Visit};

use super::start::WITHOUT_ANSWERS;
use super::{draft_of, remember};
use crate::Selftest;
use crate::draft::{Draft, NoDraft, encoded};
use crate::store::answers::{Receipt, Source, Submission, keep};

pub(super) async fn create(
    State(selftest): State<Selftest>,
    visit: Visit,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let Ok(mut draft) = of_cookie_or_form(&visit, &sent) else {
        return Ok(Redirect::to(&visit.to(WITHOUT_ANSWERS)).into_response());
    };
    if draft.instrument().first_incomplete_part(&draft.answers).is_none() {
        keep_answers(&selftest, &draft).await?;
        draft.kept = true;
    }
    let cookie = remember(&draft, selftest.secure);
    // The page is long: the fragment leads back to where the button was, and the answer to it.
    Ok(([cookie], Redirect::to(&visit.to("/test/resultat#tael-med"))).into_response())
}

/// The form carries the whole draft, so that a lost cookie does not lose the answers.
fn of_cookie_or_form(visit: &Visit, sent: &web::Pairs) -> Result<Draft, NoDraft> {
    draft_of(visit).or_else(|_| Draft::of_pairs(sent).map(|(draft, _)| draft))
}

/// Keeps what was asked, and nothing that a changed answer has hidden since. Sent twice, it counts once.
pub(super) async fn keep_answers(selftest: &Selftest, draft: &Draft) -> Result<Receipt, Failure> {
    let shown = draft.answers.without_hidden(draft.instrument());
    let submission = Submission {
        instrument: draft.questionnaire.version(),
        population: &draft.group.key,
        answers: encoded(shown.pairs()),
        token: &draft.token,
        source: Source::Taker,
    };
    Ok(keep(&selftest.db, &selftest.outside, Viewer::Visitor, &submission).await?)
}
