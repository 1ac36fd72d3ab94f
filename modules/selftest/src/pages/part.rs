//! One part of the test: its questions as a form, saved whichever way the taker leaves it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use survey::{Answers, Instrument, Part, Problem};
use web::{Failure, Form, Pairs, Visit, page, page_with};

use super::part_form::part_page;
use super::start::WITHOUT_ANSWERS;
use super::{draft_of, remember, start};
use crate::Selftest;
use crate::draft::{Draft, NoDraft};

/// The parts that a draft's answers lead through, and where in them a page is.
pub(super) struct Place<'a> {
    pub(super) draft: &'a Draft,
    parts: Vec<&'a Part>,
    /// The part's number, as in its address.
    pub(super) number: usize,
}

impl<'a> Place<'a> {
    fn find(draft: &'a Draft, number: &str) -> Option<Self> {
        let number: usize = number.parse().ok()?;
        let whole = draft.instrument().parts();
        let part = whole.get(number.checked_sub(1)?)?;
        let parts: Vec<&Part> = draft.instrument().shown_parts(&draft.answers).collect();
        parts.iter().any(|shown| shown.key == part.key).then_some(Self { draft, parts, number })
    }

    pub(super) fn instrument(&self) -> &'static Instrument {
        self.draft.instrument()
    }

    pub(super) fn part(&self) -> &Part {
        &self.instrument().parts()[self.number - 1]
    }

    /// Whether the answers so far lead through this part.
    pub(super) fn leads_through(&self, part: &str) -> bool {
        self.parts.iter().any(|shown| shown.key == part)
    }

    /// The path of the part `step` places on among those shown; the result behind the last, the start before the first.
    pub(super) fn path(&self, step: isize) -> String {
        let here = self.parts.iter().position(|part| part.key == self.part().key).unwrap_or_default();
        match here.checked_add_signed(step) {
            None => "/test".to_owned(),
            Some(there) => self.parts.get(there).map_or("/test/resultat".to_owned(), |part| self.path_of(part)),
        }
    }

    fn path_out(&self, way: WayOut<'_>) -> String {
        match way {
            WayOut::Next => self.path(1),
            WayOut::Back => self.path(-1),
            WayOut::Stay => self.path(0),
            WayOut::To(number) => Self::find(self.draft, number).map_or_else(|| self.path(0), |place| place.path(0)),
        }
    }

    fn path_of(&self, part: &Part) -> String {
        let place = self.instrument().parts().iter().position(|other| other.key == part.key).unwrap_or_default();
        format!("/test/{}", place + 1)
    }
}

/// The path of the first part with something missing.
pub(super) fn path_of_first_incomplete(draft: &Draft) -> Option<String> {
    let instrument = draft.instrument();
    let part = instrument.first_incomplete_part(&draft.answers)?;
    let place = instrument.parts().iter().position(|other| other.key == part.key)?;
    Some(format!("/test/{}?mangler", place + 1))
}

pub(super) async fn show(visit: Visit, Path(number): Path<String>, uri: axum::http::Uri) -> Result<Response, Failure> {
    let draft = match draft_of(&visit) {
        Ok(draft) => draft,
        Err(_) if number.parse::<usize>().is_ok() => {
            return Ok(Redirect::to(&visit.to(WITHOUT_ANSWERS)).into_response());
        }
        Err(_) => return Err(Failure::NOT_FOUND),
    };
    let Some(place) = Place::find(&draft, &number) else { return past_the_end(&visit, &draft, &number) };
    let problems = match uri.query() {
        Some("mangler") => place.instrument().missing_in_part(&place.part().key, &draft.answers),
        _ => Vec::new(),
    };
    page(&part_page(&visit, &place, &problems))
}

/// A part that the answers have hidden leads on; a number that never was does not exist.
fn past_the_end(visit: &Visit, draft: &Draft, number: &str) -> Result<Response, Failure> {
    let exists = number.parse().is_ok_and(|n: usize| (1..=draft.instrument().parts().len()).contains(&n));
    if !exists {
        return Err(Failure::NOT_FOUND);
    }
    let path = path_of_first_incomplete(draft).unwrap_or_else(|| "/test/resultat".to_owned());
    Ok(Redirect::to(&visit.to(&path)).into_response())
}

pub(super) async fn update(
    State(selftest): State<Selftest>,
    visit: Visit,
    Path(number): Path<String>,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let mut draft = match draft_for(&visit, &sent) {
        Ok(draft) => draft,
        Err(NoDraft::OldVersion) => return start::withdrawn(&visit),
        Err(NoDraft::Absent | NoDraft::Broken) => return Ok(Redirect::to(&visit.to(WITHOUT_ANSWERS)).into_response()),
    };
    let Some(place) = Place::find(&draft, &number) else { return past_the_end(&visit, &draft, &number) };
    let key = place.part().key.clone();
    let answered = sent.0.iter().filter(|(name, _)| !name.starts_with('-'));
    let reading = Answers::read(draft.instrument(), answered.map(|(item, choice)| (item, choice)));
    draft.answers = draft.answers.replace_part(draft.instrument(), &key, &reading.answers);
    let cookie = remember(&draft, selftest.secure);
    // The answers of this part may have shown or hidden the parts behind it.
    let place = Place::find(&draft, &number).ok_or(Failure::NOT_FOUND)?;
    let way = way_out(&sent);
    let problems = match way {
        WayOut::Next => problems_of(&place, &reading.problems),
        WayOut::Stay => reading.problems,
        WayOut::Back | WayOut::To(_) => Vec::new(),
    };
    if problems.is_empty() {
        return Ok(([cookie], Redirect::to(&visit.to(&place.path_out(way)))).into_response());
    }
    let again = page_with(StatusCode::UNPROCESSABLE_ENTITY, &part_page(&visit, &place, &problems))?;
    Ok(([cookie], again).into_response())
}

/// Which button the taker leaves a part by. Only the way on asks for a finished part.
#[derive(Clone, Copy)]
enum WayOut<'a> {
    Next,
    Back,
    /// The language switch.
    Stay,
    /// An earlier part in the step guide.
    To(&'a str),
}

fn way_out(sent: &Pairs) -> WayOut<'_> {
    if sent.has("-back") {
        return WayOut::Back;
    }
    if sent.has("-stay") {
        return WayOut::Stay;
    }
    sent.get("-to").map_or(WayOut::Next, WayOut::To)
}

/// The draft in the cookie; where that is lost, the one that the form says it belongs to.
fn draft_for(visit: &Visit, sent: &Pairs) -> Result<Draft, NoDraft> {
    match draft_of(visit) {
        Err(NoDraft::Absent | NoDraft::Broken) => {
            let (draft, _) = Draft::of_pairs(sent)?;
            Ok(Draft { answers: Answers::default(), ..draft })
        }
        known => known,
    }
}

/// Everything that keeps the taker on this part: what could not be read, and what is missing.
fn problems_of(place: &Place<'_>, read: &[Problem]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = read.to_vec();
    let missing = place.instrument().missing_in_part(&place.part().key, &place.draft.answers);
    problems.extend(missing.into_iter().filter(|gap| !read.iter().any(|problem| problem.item == gap.item)));
    problems
}
