//! One part of the test: its questions as a form, saved whichever way the taker leaves it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use i18n::{Language, t};
use survey::{Answers, Choice, Instrument, Kind, Part, Problem, Question, Role};
use ui::Shell;
use web::{Failure, Form, Pairs, Visit, page, page_with};

use super::{draft_of, remember};
use crate::Selftest;
use crate::content::{PartWording, QuestionWording};
use crate::draft::{Draft, NoDraft};

#[derive(Template)]
#[template(path = "part.html")]
struct PartPage {
    shell: Shell,
    language: Language,
    title: String,
    intro: String,
    steps: Vec<Step>,
    number: usize,
    count: usize,
    answered: usize,
    of: usize,
    /// What says which test this is, carried by the form.
    head: Vec<(&'static str, String)>,
    sections: Vec<Section>,
    /// What to mend: the field's id, its legend, the text.
    summary: Vec<(String, String, String)>,
    is_last: bool,
}

/// A part in the step guide.
struct Step {
    number: usize,
    title: String,
    state: StepState,
}

#[derive(PartialEq, Eq)]
enum StepState {
    Done,
    Current,
    Ahead,
}

/// A question on the page: one field, or a heading with a field for each row.
struct Section {
    heading: Option<String>,
    help: Option<String>,
    fields: Vec<Field>,
}

/// One group of radio buttons or tick boxes.
struct Field {
    item: String,
    id: String,
    legend: String,
    help: Option<String>,
    is_multiple: bool,
    is_inline: bool,
    at_most: Option<usize>,
    options: Vec<FieldOption>,
    problem: Option<String>,
    note: Option<String>,
}

struct FieldOption {
    value: String,
    text: String,
    checked: bool,
    /// Cannot stand beside other ticks.
    alone: bool,
}

/// The parts that a draft's answers lead through, and where in them a page is.
struct Place<'a> {
    draft: &'a Draft,
    parts: Vec<&'a Part>,
    number: usize,
}

impl<'a> Place<'a> {
    fn find(draft: &'a Draft, number: &str) -> Option<Self> {
        let number: usize = number.parse().ok()?;
        let whole = draft.instrument().parts();
        let part = whole.get(number.checked_sub(1)?)?;
        let parts: Vec<&Part> = draft.instrument().shown_parts(&draft.answers).collect();
        parts.iter().any(|shown| shown.key == part.key).then_some(Self { draft, parts, number })
    }

    fn instrument(&self) -> &'static Instrument {
        self.draft.instrument()
    }

    fn part(&self) -> &Part {
        &self.instrument().parts()[self.number - 1]
    }

    /// The path of the part `step` places on among those shown; the result behind the last, the start before the first.
    fn path(&self, step: isize) -> String {
        let here = self.parts.iter().position(|part| part.key == self.part().key).unwrap_or_default();
        match here.checked_add_signed(step) {
            None => "/test".to_owned(),
            Some(there) => self.parts.get(there).map_or("/test/resultat".to_owned(), |part| self.path_of(part)),
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

pub(super) async fn show(
    visit: Visit,
    Path(number): Path<String>,
    uri: axum::http::Uri,
) -> Result<Response, Failure> {
    let draft = match draft_of(&visit) {
        Ok(draft) => draft,
        Err(_) if number.parse::<usize>().is_ok() => return Ok(Redirect::to(&visit.to("/test")).into_response()),
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
    let Some(mut draft) = draft_for(&visit, &sent) else {
        return Ok(Redirect::to(&visit.to("/test")).into_response());
    };
    let Some(place) = Place::find(&draft, &number) else { return past_the_end(&visit, &draft, &number) };
    let key = place.part().key.clone();
    let answered = sent.0.iter().filter(|(name, _)| !name.starts_with('-'));
    let reading = Answers::read(draft.instrument(), answered.map(|(item, choice)| (item, choice)));
    draft.answers = draft.answers.replace_part(draft.instrument(), &key, &reading.answers);
    let cookie = remember(&draft, selftest.secure);
    // The answers of this part may have shown or hidden the parts behind it.
    let place = Place::find(&draft, &number).ok_or(Failure::NOT_FOUND)?;
    if sent.has("-back") {
        return Ok(([cookie], Redirect::to(&visit.to(&place.path(-1)))).into_response());
    }
    let problems = problems_of(&place, &reading.problems);
    if problems.is_empty() {
        return Ok(([cookie], Redirect::to(&visit.to(&place.path(1)))).into_response());
    }
    let again = page_with(StatusCode::UNPROCESSABLE_ENTITY, &part_page(&visit, &place, &problems))?;
    Ok(([cookie], again).into_response())
}

/// The draft in the cookie; where that is lost, the one that the form says it belongs to.
fn draft_for(visit: &Visit, sent: &Pairs) -> Option<Draft> {
    match draft_of(visit) {
        Ok(draft) => Some(draft),
        Err(NoDraft::OldVersion) => None,
        Err(NoDraft::Absent | NoDraft::Broken) => {
            let (mut draft, _) = Draft::of_pairs(sent).ok()?;
            draft.answers = Answers::default();
            Some(draft)
        }
    }
}

/// Everything that keeps the taker on this part: what could not be read, and what is missing.
fn problems_of(place: &Place<'_>, read: &[Problem]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = read.to_vec();
    let missing = place.instrument().missing_in_part(&place.part().key, &place.draft.answers);
    problems.extend(missing.into_iter().filter(|gap| !read.iter().any(|problem| problem.item == gap.item)));
    problems
}

fn part_page(visit: &Visit, place: &Place<'_>, problems: &[Problem]) -> PartPage {
    let language = visit.language;
    let draft = place.draft;
    let wording = &draft.questionnaire.parts()[place.number - 1];
    let view = View { place, wording, problems, language };
    let sections = view.sections();
    let progress = place.instrument().progress(&draft.answers);
    let title = wording.title.of(language).to_owned();
    let path = format!("/test/{}", place.number);
    let shell = Shell::new(language, path, title.clone()).below("/test", t!(language, "test-title")).private();
    PartPage {
        shell,
        language,
        title,
        intro: wording.intro.of(language).to_owned(),
        steps: view.steps(),
        number: place.number,
        count: place.instrument().parts().len(),
        answered: progress.answered,
        of: progress.of,
        head: draft.head().into_iter().map(|(name, value)| (name, value.to_owned())).collect(),
        summary: view.summary(&sections),
        sections,
        is_last: place.path(1) == "/test/resultat",
    }
}

/// What a page needs to make its fields.
struct View<'a> {
    place: &'a Place<'a>,
    wording: &'a PartWording,
    problems: &'a [Problem],
    language: Language,
}

impl View<'_> {
    fn steps(&self) -> Vec<Step> {
        let parts = self.place.draft.questionnaire.parts().iter().enumerate();
        parts.map(|(place, part)| self.step(place + 1, part)).collect()
    }

    fn step(&self, number: usize, part: &PartWording) -> Step {
        let state = match number.cmp(&self.place.number) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Current,
            std::cmp::Ordering::Greater => StepState::Ahead,
        };
        Step { number, title: part.title.of(self.language).to_owned(), state }
    }

    fn sections(&self) -> Vec<Section> {
        let answers = &self.place.draft.answers;
        let instrument = self.place.instrument();
        let shown = self.place.part().questions.iter().filter(|question| instrument.is_shown(question, answers));
        shown.filter_map(|question| self.section(question)).collect()
    }

    fn section(&self, question: &Question) -> Option<Section> {
        let wording = self.wording.questions.iter().find(|wording| wording.key == question.key)?;
        let text = wording.text.of(self.language).to_owned();
        let help = wording.help.as_ref().map(|help| help.of(self.language).to_owned());
        Some(match &question.kind {
            Kind::Single { options } => Section::of_one(self.field(wording, &question.key, text, help, options)),
            Kind::Multiple { options, at_most } => {
                let field = self.field(wording, &question.key, text, help, options);
                Section::of_one(Field { is_multiple: true, at_most: *at_most, ..field })
            }
            Kind::Grid { scale, .. } => {
                let rows = wording.rows.iter().map(|row| {
                    let item = format!("{}.{}", question.key, row.key);
                    let field = self.field(wording, &item, row.text.of(self.language).to_owned(), None, scale);
                    let note = row.is_our_own().then(|| t!(self.language, "our-own"));
                    Field { is_inline: true, note, ..field }
                });
                Section { fields: rows.collect(), heading: Some(text), help }
            }
        })
    }

    fn field(
        &self,
        wording: &QuestionWording,
        item: &str,
        legend: String,
        help: Option<String>,
        choices: &[Choice],
    ) -> Field {
        let options = choices.iter().map(|choice| self.option(wording, item, choice));
        Field {
            item: item.to_owned(),
            id: item.replace('.', "-"),
            legend,
            help,
            is_multiple: false,
            is_inline: false,
            at_most: None,
            options: options.collect(),
            problem: self.problem(item),
            note: None,
        }
    }

    fn option(&self, wording: &QuestionWording, item: &str, choice: &Choice) -> FieldOption {
        let draft = self.place.draft;
        let found = wording.all_choices().iter().find(|other| other.key == choice.key);
        let text = found.map_or(choice.key.as_str(), |found| found.text(&draft.group.level, self.language));
        FieldOption {
            value: choice.key.clone(),
            text: text.to_owned(),
            checked: draft.answers.has(item, &choice.key),
            alone: choice.role != Role::Answer,
        }
    }

    fn problem(&self, item: &str) -> Option<String> {
        let found = self.problems.iter().find(|problem| problem.item == item)?;
        Some(super::problem_text(found, self.language))
    }

    /// What to mend, in the order of the page. What belongs to no field on the page is said too.
    fn summary(&self, sections: &[Section]) -> Vec<(String, String, String)> {
        let fields = sections.iter().flat_map(|section| &section.fields);
        let on_page = fields.filter_map(|field| {
            let problem = field.problem.clone()?;
            Some((field.id.clone(), field.legend.clone(), problem))
        });
        let mut summary: Vec<_> = on_page.collect();
        if summary.is_empty() && !self.problems.is_empty() {
            summary.push(("main-content".to_owned(), String::new(), t!(self.language, "not-understood")));
        }
        summary
    }
}

impl Section {
    fn of_one(field: Field) -> Self {
        Self { heading: None, help: None, fields: vec![field] }
    }
}
