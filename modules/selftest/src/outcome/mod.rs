//! What the taker gets: each question's own answer beside the group's figures, in words, and three things to do next.
//!
//! Page, document and API are all made from an [`Outcome`]; none of them compares anything itself.

mod advice;
mod bars;
mod sentences;
mod side;

use std::borrow::Cow;

use i18n::{Language, t};
use survey::{Figure, Own, View};

use crate::content::{Content, Group, QuestionWording};
use crate::draft::Draft;

pub(crate) use advice::Advice;
pub(crate) use side::{FigureParts, ShownFigure, Side};

/// The whole result of one test.
pub(crate) struct Outcome<'a> {
    pub(crate) language: Language,
    /// What the group is called.
    pub(crate) group: &'static str,
    pub(crate) questions: Vec<QuestionOutcome<'a>>,
    /// Always three.
    pub(crate) advice: Vec<Advice>,
    /// Whom the figures are of, where not all are of the group asked for.
    pub(crate) widened: Option<Widened>,
}

/// That some or all figures are of wider groups than the one asked for.
pub(crate) struct Widened {
    /// Whether no figure at all is of the group asked for.
    pub(crate) wholly: bool,
    /// The wider groups, the nearest first.
    pub(crate) groups: Vec<&'static str>,
}

/// The result of one question.
pub(crate) struct QuestionOutcome<'a> {
    pub(crate) key: &'static str,
    pub(crate) heading: &'static str,
    /// The taker's own answer in words; a grid's has a line for each step of its scale that was chosen.
    pub(crate) yours: Vec<String>,
    /// What the comparison says, and what it does not say.
    pub(crate) sentences: Vec<String>,
    /// Everything that is measured of the question; the table shows it all.
    pub(crate) bars: Vec<Bar<'a>>,
}

impl<'a> QuestionOutcome<'a> {
    /// The bars worth drawing: those with a figure, and what the taker chose. Others would be a page of empty lines.
    pub(crate) fn drawn(&self) -> impl Iterator<Item = &Bar<'a>> {
        self.bars.iter().filter(|bar| bar.figure.is_some() || (bar.own == Own::Yes && bar.own_text.is_none()))
    }

    /// Whom all the drawn figures are of and when, where that is the same: it is then said once.
    pub(crate) fn origin(&self) -> Option<(&'a str, &'a str)> {
        let mut origins = self.bars.iter().filter_map(|bar| bar.figure).map(ShownFigure::origin);
        let first = origins.next()?;
        origins.all(|origin| origin == first).then_some(first)
    }

    /// How many measures have no figure to compare with.
    pub(crate) fn n_unknown(&self) -> usize {
        self.bars.iter().filter(|bar| bar.figure.is_none()).count()
    }
}

/// One figure beside the taker's own answer.
pub(crate) struct Bar<'a> {
    pub(crate) measure: &'static str,
    pub(crate) label: &'a str,
    pub(crate) own: Own,
    /// The taker's own answer where it says more than yes or no: "promoted to some degree".
    pub(crate) own_text: Option<String>,
    pub(crate) figure: Option<&'a ShownFigure>,
    /// The figure of the whole public sector.
    country: Option<&'a Figure>,
}

impl<'a> Outcome<'a> {
    /// Compares a whole set of answers with the figures.
    pub(crate) fn of(draft: &Draft, side: &'a Side, language: Language) -> Self {
        let group = &draft.group;
        let view = draft.instrument().view(&draft.answers);
        let asked = draft.questionnaire.questions().filter(|question| is_asked(draft, question));
        let questions: Vec<_> = asked.map(|question| outcome_of(draft, &view, question, side, language)).collect();
        let widened = widened(group, &questions, language);
        Self { language, group: group.name(language), questions, advice: advice::three(draft, language), widened }
    }
}

impl<'a> Bar<'a> {
    fn published(&self) -> Option<&'a Figure> {
        self.figure.map(|figure| &figure.published)
    }

    /// Whether it is what the taker answered.
    pub(crate) fn is_own(&self) -> bool {
        self.own == Own::Yes
    }

    /// The figure as it is written: a percentage, the source's own words, or that it is not known.
    pub(crate) fn written(&self, language: Language) -> Cow<'a, str> {
        self.figure.map_or_else(|| t!(language, "not-known").into(), |figure| figure.written.as_str().into())
    }
}

fn widened(group: &Group, questions: &[QuestionOutcome<'_>], language: Language) -> Option<Widened> {
    let content = Content::get();
    let figures: Vec<&Figure> =
        questions.iter().flat_map(|question| &question.bars).filter_map(Bar::published).collect();
    let shown = |key: &str| figures.iter().any(|figure| figure.population == key);
    let wider = std::iter::successors(group.parent.as_deref(), |key| content.groups.find(key)?.parent.as_deref());
    let groups: Vec<&str> = wider
        .filter(|key| shown(key))
        .filter_map(|key| content.groups.find(key))
        .map(|wider| wider.name(language))
        .collect();
    (!groups.is_empty()).then(|| Widened { wholly: !shown(&group.key), groups })
}

fn is_asked(draft: &Draft, wording: &QuestionWording) -> bool {
    let instrument = draft.instrument();
    instrument.question(&wording.key).is_some_and(|question| instrument.is_shown(question, &draft.answers))
}

fn outcome_of<'a>(
    draft: &Draft,
    view: &View<'_>,
    wording: &'static QuestionWording,
    side: &'a Side,
    language: Language,
) -> QuestionOutcome<'a> {
    let measures = draft.questionnaire.measured(&draft.group.level, &wording.key);
    let rows = measures.iter().filter_map(|measure| Some((measure, side.row(&measure.key)?)));
    let bars: Vec<Bar<'_>> = rows.map(|(measure, row)| bars::bar(draft, view, measure, row, language)).collect();
    QuestionOutcome {
        key: &wording.key,
        heading: wording.text.of(language),
        yours: sentences::yours(draft, wording, language),
        sentences: sentences::about(draft, &wording.key, &bars, language),
        bars,
    }
}

/// What a group of people is called.
fn name_of(population: &str, language: Language) -> &'static str {
    Content::get().groups.find(population).map_or("", |group| group.name(language))
}
