//! What a visitor can look up: the pages of the test, and what stands on them.

use i18n::{Language, t};
use web::Place;

use crate::content::{Content, QuestionWording};

pub(crate) fn places() -> Vec<Place> {
    vec![
        Place {
            path: "/test",
            title: |language| t!(language, "test-title"),
            summary: |language| t!(language, "test-summary"),
            lines: lines_of_the_test,
        },
        Place {
            path: "/test/tal",
            title: |language| t!(language, "counts-title"),
            summary: |language| t!(language, "counts-summary"),
            lines: |language| {
                vec![t!(language, "counts-lead"), t!(language, "counts-rule"), t!(language, "counts-csv")]
            },
        },
        Place {
            path: "/test/metode",
            title: |language| t!(language, "method-title"),
            summary: |language| t!(language, "method-summary"),
            lines: lines_of_the_method,
        },
    ]
}

/// What it is like, whom one can compare with, and everything that is asked.
fn lines_of_the_test(language: Language) -> Vec<String> {
    let content = Content::get();
    let mut lines = vec![
        t!(language, "start-lead"),
        t!(language, "start-minutes"),
        t!(language, "start-anonymous"),
        t!(language, "start-anyone"),
        t!(language, "get-document"),
    ];
    lines.extend(content.groups.all().iter().map(|group| group.name(language).to_owned()));
    for part in content.current().parts() {
        lines.push(part.title.of(language).to_owned());
        lines.extend(part.questions.iter().flat_map(|question| lines_of_a_question(question, language)));
    }
    lines
}

fn lines_of_a_question(question: &QuestionWording, language: Language) -> Vec<String> {
    let mut lines = vec![question.text.of(language).to_owned()];
    lines.extend(question.rows.iter().map(|row| row.text.of(language).to_owned()));
    lines.extend(question.all_choices().iter().map(|choice| choice.text("all", language).to_owned()));
    lines
}

fn lines_of_the_method(language: Language) -> Vec<String> {
    vec![
        t!(language, "method-lead"),
        t!(language, "managers-answered"),
        t!(language, "method-sample"),
        t!(language, "method-newest"),
        t!(language, "method-groups"),
        t!(language, "method-words"),
        t!(language, "uncertainty"),
        t!(language, "method-wilson"),
        t!(language, "method-difference"),
        t!(language, "method-editions"),
    ]
}
