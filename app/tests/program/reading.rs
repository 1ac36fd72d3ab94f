//! Reading a page as someone who looks at it.

use scraper::{ElementRef, Html, Selector};
use testkit::Answer;

/// A page that was opened.
pub(crate) struct Page(Html);

impl Page {
    pub(crate) fn of(answer: &Answer) -> Self {
        Self(Html::parse_document(&answer.text()))
    }

    /// Every element that the selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&selector_of(selector)).collect()
    }

    /// How many elements the selector finds.
    pub(crate) fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    /// The text of the first element that the selector finds; empty where there is none.
    pub(crate) fn text(&self, selector: &str) -> String {
        self.all(selector).first().map(|element| text_of(*element)).unwrap_or_default()
    }

    /// The texts of all elements that the selector finds.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text_of).collect()
    }

    /// An attribute of the first element that the selector finds.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.all(selector).first().and_then(|element| element.attr(name)).map(str::to_owned)
    }

    /// An attribute of all elements that the selector finds and that have it.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    /// Whether there is an element with this id.
    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.all("[id]").iter().any(|element| element.attr("id") == Some(id))
    }
}

/// The text of an element, without the spaces of its source.
pub(crate) fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of a row of a table.
pub(crate) fn cells(row: ElementRef<'_>) -> Vec<String> {
    row.select(&selector_of("th, td")).map(text_of).collect()
}

fn selector_of(text: &str) -> Selector {
    Selector::parse(text).expect("the tests' selectors are right")
}

/// No answer may tell how the program is built or what went wrong inside.
pub(crate) fn assert_tells_nothing_of_the_inside(answer: &Answer) {
    const INSIDE: [&str; 11] =
        ["sqlx", "sqlite", "postgres", "DbErr", "Broken", "Trouble", "panicked", "anyhow", ".rs:", "/src/", "SQLSTATE"];
    let text = answer.text();
    for word in INSIDE {
        assert!(!text.contains(word), "{} says `{word}`: {text}", answer.status);
    }
}
