//! The form of one part: its steps, its fields, and what to mend in them.

use askama::Template;
use i18n::{Language, t};
use survey::{Choice, Kind, Problem, Question, Role};
use ui::Shell;
use web::Visit;

use super::part::Place;
use super::problem_text;
use crate::content::{PartWording, QuestionWording};

#[derive(Template)]
#[template(path = "part.html")]
pub(super) struct PartPage {
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
    /// Not asked, given the answers so far.
    Skipped,
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

pub(super) fn part_page(visit: &Visit, place: &Place<'_>, problems: &[Problem]) -> PartPage {
    let language = visit.language;
    let draft = place.draft;
    let wording = &draft.questionnaire.parts()[place.number - 1];
    let view = View { place, wording, problems, language };
    let sections = view.sections();
    let progress = place.instrument().progress(&draft.answers);
    let title = wording.title.of(language).to_owned();
    let path = format!("/test/{}", place.number);
    let shell = Shell::new(language, path, title.clone()).below("/test", t!(language, "test-title")).private();
    let shell = shell.keeping("part");
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
        let is_skipped = !self.place.leads_through(&part.key);
        let state = match number.cmp(&self.place.number) {
            _ if is_skipped => StepState::Skipped,
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
        Some(problem_text(found, self.language))
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
