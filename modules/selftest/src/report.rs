//! An outcome as a document: the same bars and sentences as on the page, and its sources in full.

use std::collections::BTreeSet;

use documents::{Bar as DrawnBar, BarChart, Block, PageLabel, Report, Section, Table};
use i18n::{Language, long_date, t};
use jiff::civil::Date;
use survey::Own;

use crate::outcome::{Bar, Outcome, QuestionOutcome};

pub(crate) fn report(outcome: &Outcome<'_>, today: Date) -> Report {
    let language = outcome.language;
    let mut sections: Vec<Section> = outcome.questions.iter().map(|question| section(question, language)).collect();
    sections.push(next_steps(outcome));
    sections.push(sources(outcome));
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
    let mut lead = vec![t!(language, "result-lead"), t!(language, "managers-answered"), t!(language, "uncertainty")];
    if outcome.widened {
        lead.push(t!(language, "widened"));
    }
    lead
}

fn section(question: &QuestionOutcome<'_>, language: Language) -> Section {
    let mut blocks = Vec::new();
    if let Some(yours) = &question.yours {
        blocks.push(Block::Paragraph(t!(language, "your-answer-is", answer = yours.as_str())));
    }
    blocks.extend(question.sentences.iter().cloned().map(Block::Paragraph));
    if question.drawn().next().is_some() {
        blocks.push(Block::Chart(chart(question, language)));
        blocks.push(Block::Table(table(question, language)));
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
    let exact = bar.figure.as_ref().filter(|figure| figure.in_words.is_none());
    let is_own = bar.is_own();
    DrawnBar {
        label: bar.label.to_string(),
        percent: exact.map(|figure| figure.published.percent),
        interval: exact.and_then(|figure| figure.interval),
        own: is_own,
        text: bar.written(language),
        mark: is_own.then(|| t!(language, "your-answer")),
    }
}

fn table(question: &QuestionOutcome<'_>, language: Language) -> Table {
    let heading = question.heading;
    let header = [
        t!(language, "table-answer"),
        t!(language, "table-yours"),
        t!(language, "table-figure"),
        t!(language, "table-interval"),
        t!(language, "table-population"),
    ];
    Table {
        caption: t!(language, "table-caption", question = heading),
        header: header.to_vec(),
        rows: question.drawn().map(|bar| row(bar, language)).collect(),
        numeric_columns: vec![2, 3],
    }
}

fn row(bar: &Bar<'_>, language: Language) -> Vec<String> {
    let unknown = || t!(language, "not-known");
    vec![
        bar.label.to_string(),
        own_in_words(bar, language),
        bar.written(language),
        bar.written_interval(language).unwrap_or_else(unknown),
        bar.figure
            .as_ref()
            .map_or_else(unknown, |figure| format!("{}, {}", figure.population, figure.published.edition)),
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

fn sources(outcome: &Outcome<'_>) -> Section {
    let language = outcome.language;
    let figures = outcome.questions.iter().flat_map(|question| &question.bars).filter_map(|bar| bar.figure.as_ref());
    let sources: BTreeSet<&str> = figures.map(|figure| figure.published.source.as_str()).collect();
    let links = sources.into_iter().map(|url| Block::Link { text: url.to_owned(), url: url.to_owned() });
    let about = Block::Paragraph(t!(language, "sources-about"));
    Section { heading: t!(language, "sources-heading"), blocks: std::iter::once(about).chain(links).collect() }
}
