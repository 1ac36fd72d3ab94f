//! One thing that can be found, with its words ready to be compared.

use super::Found;
use super::word::{Word, words_of};

/// A page, or an activity that is still to come.
pub(super) struct Entry {
    title: Text,
    summary: Text,
    lines: Vec<Text>,
    href: String,
    stands: bool,
}

/// A text and its words.
struct Text {
    text: String,
    words: Vec<String>,
}

impl Text {
    fn new(text: String) -> Self {
        Self { words: words_of(&text), text }
    }

    fn has(&self, wanted: &Word) -> bool {
        self.words.iter().any(|word| wanted.begins(word))
    }
}

impl Entry {
    pub(super) fn new((title, summary): (String, String), lines: Vec<String>, href: String, stands: bool) -> Self {
        let lines = lines.into_iter().map(Text::new).collect();
        Self { title: Text::new(title), summary: Text::new(summary), lines, href, stands }
    }

    /// Whether every word asked for stands in the title.
    pub(super) fn is_called(&self, wanted: &[Word]) -> bool {
        wanted.iter().all(|wanted| self.is_called_by(wanted))
    }

    /// Whether every word asked for stands somewhere.
    pub(super) fn holds(&self, wanted: &[Word]) -> bool {
        wanted.iter().all(|wanted| self.is_plain(wanted) || self.line_with(wanted).is_some())
    }

    /// The entry as it is shown, with a line for each word that neither title nor summary shows.
    pub(super) fn found(&self, wanted: &[Word]) -> Found<'_> {
        let hidden = wanted.iter().filter(|wanted| !self.is_plain(wanted));
        let mut lines: Vec<&str> = hidden.filter_map(|wanted| self.line_with(wanted)).collect();
        lines.dedup();
        Found { title: &self.title.text, summary: &self.summary.text, lines, href: &self.href, stands: self.stands }
    }

    fn is_called_by(&self, wanted: &Word) -> bool {
        self.title.words.iter().any(|word| wanted.is_within(word))
    }

    fn is_plain(&self, wanted: &Word) -> bool {
        self.is_called_by(wanted) || self.summary.has(wanted)
    }

    fn line_with(&self, wanted: &Word) -> Option<&str> {
        self.lines.iter().find(|line| line.has(wanted)).map(|line| line.text.as_str())
    }
}
