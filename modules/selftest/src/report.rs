//! An outcome as a document: the same bars and sentences as on the page, and its sources in full.

use documents::{Bar as DrawnBar, BarChart, Block, PageLabel, Report, Section, Table};
use i18n::{Language, long_date, t};
use jiff::civil::Date;
use survey::Own;

use crate::outcome::{Bar, Outcome, QuestionOutcome, ShownFigure};

pub(crate) fn report(outcome: &Outcome<'_>, today: Date) -> Report {
    let language = outcome.language;
    let sources = Sources::of(outcome);
    let questions = outcome.questions.iter().map(|question| section(question, &sources, language));
    let sections = questions.chain([next_steps(outcome), sources.section(language)]).collect();
    let group = outcome.group;
    Report {
        language: match language {
            Language::Danish => documents::Language::Danish,
            Language::English => documents::Language::English,
        },
        title: t!(language, "document-title"),
        subtitle: Some(t!(language, "compared-with", group = group)),
        date: long_date(language, today),
        document_date: today,
        lead: lead(outcome),
        sections,
        page_label: PageLabel { page: t!(language, "document-page"), of: t!(language, "document-of") },
        footer: t!(language, "document-footer"),
    }
}

fn lead(outcome: &Outcome<'_>) -> Vec<String> {
    let language = outcome.language;
    let mut lead = vec![t!(language, "result-lead")];
    lead.extend(widened_in_words(outcome));
    lead.extend([t!(language, "managers-answered"), t!(language, "uncertainty"), t!(language, "document-legend")]);
    lead
}

/// Whom the figures are of, where not all are of the group asked for.
pub(crate) fn widened_in_words(outcome: &Outcome<'_>) -> Option<String> {
    let (language, group) = (outcome.language, outcome.group);
    let widened = outcome.widened.as_ref()?;
    let shown = widened.groups.join(", ");
    let shown = shown.as_str();
    Some(if widened.wholly {
        t!(language, "widened-wholly", group = group, shown = shown)
    } else {
        t!(language, "widened", group = group, shown = shown)
    })
}

fn section(question: &QuestionOutcome<'_>, sources: &Sources<'_>, language: Language) -> Section {
    let mut blocks = Vec::new();
    match question.yours.as_slice() {
        [] => {}
        [yours] => blocks.push(Block::Paragraph(t!(language, "your-answer-is", answer = yours.as_str()))),
        lines => blocks.extend([Block::Paragraph(t!(language, "your-answers")), Block::List(lines.to_vec())]),
    }
    blocks.extend(question.sentences.iter().cloned().map(Block::Paragraph));
    if question.drawn().next().is_some() {
        blocks.push(Block::Chart(chart(question, language)));
        blocks.push(Block::Table(table(question, sources, language)));
    }
    if question.n_unknown() > 0 {
        blocks.push(Block::Note(t!(language, "n-unknown", n = question.n_unknown())));
    }
    Section { heading: question.heading.to_owned(), blocks }
}

fn chart(question: &QuestionOutcome<'_>, language: Language) -> BarChart {
    let heading = question.heading;
    let alt = question.drawn().map(|bar| format!("{}: {}", bar.label, bar.written(language)));
    BarChart {
        caption: t!(language, "chart-caption", question = heading),
        alt: alt.collect::<Vec<_>>().join("; "),
        rows: question.drawn().map(|bar| drawn(bar, language)).collect(),
    }
}

fn drawn(bar: &Bar<'_>, language: Language) -> DrawnBar {
    let exact = bar.figure.filter(|figure| figure.in_words.is_none());
    let is_own = bar.is_own();
    DrawnBar {
        label: bar.label.to_string(),
        percent: exact.map(|figure| figure.published.percent),
        interval: exact.and_then(|figure| figure.interval),
        own: is_own,
        text: bar.written(language).into_owned(),
        mark: is_own.then(|| t!(language, "your-answer")),
    }
}

fn table(question: &QuestionOutcome<'_>, sources: &Sources<'_>, language: Language) -> Table {
    let heading = question.heading;
    let header = [
        t!(language, "table-answer"),
        t!(language, "table-yours"),
        t!(language, "document-figure"),
        t!(language, "table-interval"),
        t!(language, "document-base"),
        t!(language, "table-population"),
    ];
    Table {
        caption: t!(language, "table-caption", question = heading),
        header: header.to_vec(),
        rows: question.drawn().map(|bar| row(bar, sources, language)).collect(),
        numeric_columns: vec![2, 3, 4],
    }
}

fn row(bar: &Bar<'_>, sources: &Sources<'_>, language: Language) -> Vec<String> {
    let unknown = || t!(language, "not-known");
    vec![
        bar.label.to_string(),
        own_in_words(bar, language),
        bar.written(language).into_owned(),
        bar.figure.and_then(|figure| figure.written_interval.clone()).unwrap_or_else(unknown),
        bar.figure.and_then(|figure| figure.written_base.clone()).unwrap_or_else(unknown),
        bar.figure.map_or_else(unknown, |figure| sources.origin(figure)),
    ]
}

/// The taker's own answer to one measure.
pub(crate) fn own_in_words(bar: &Bar<'_>, language: Language) -> String {
    if let Some(text) = bar.own_text.as_ref().filter(|text| !text.is_empty()) {
        return text.clone();
    }
    match bar.own {
        Own::Yes => t!(language, "own-yes"),
        Own::No => t!(language, "own-no"),
        Own::DontKnow => t!(language, "own-dont-know"),
        Own::NotRelevant => t!(language, "own-not-relevant"),
        Own::NotAsked => t!(language, "own-not-asked"),
    }
}

fn next_steps(outcome: &Outcome<'_>) -> Section {
    let advice = outcome.advice.iter().map(|advice| advice.text.clone()).collect();
    Section { heading: t!(outcome.language, "advice-heading"), blocks: vec![Block::List(advice)] }
}

/// Every address that figures come from, in the order of the document, which numbers them.
struct Sources<'a>(Vec<&'a str>);

impl<'a> Sources<'a> {
    fn of(outcome: &Outcome<'a>) -> Self {
        let bars = outcome.questions.iter().flat_map(QuestionOutcome::drawn);
        let mut addresses: Vec<&str> = Vec::new();
        for figure in bars.filter_map(|bar| bar.figure) {
            let address = figure.published.source.as_str();
            if !addresses.contains(&address) {
                addresses.push(address);
            }
        }
        Self(addresses)
    }

    /// Whom a figure is of, when, and the number of its source: `Kommunerne i alt, 2018-2019 [2]`.
    fn origin(&self, figure: &ShownFigure) -> String {
        let (population, edition) = figure.origin();
        let number = self.0.iter().position(|address| *address == figure.published.source).map_or(0, |place| place + 1);
        format!("{population}, {edition} [{number}]")
    }

    fn section(&self, language: Language) -> Section {
        let links = self
            .0
            .iter()
            .zip(1..)
            .map(|(url, number)| Block::Link { text: format!("[{number}] {url}"), url: (*url).to_owned() });
        let about = Block::Paragraph(t!(language, "sources-about"));
        Section { heading: t!(language, "sources-heading"), blocks: std::iter::once(about).chain(links).collect() }
    }
}
