//! The languages that every page exists in.

use unic_langid::{LanguageIdentifier, langid};

/// Danish first, English beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// Danish: pages at `/…`.
    #[default]
    Danish,
    /// English: the same pages at `/en/…`.
    English,
}

impl Language {
    /// Both, Danish first.
    pub const ALL: [Language; 2] = [Language::Danish, Language::English];

    /// The BCP 47 code: `da` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Danish => "da",
            Language::English => "en",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// What stands before the path of every page in this language: nothing, or `/en`.
    pub fn prefix(self) -> &'static str {
        match self {
            Language::Danish => "",
            Language::English => "/en",
        }
    }

    /// The other one, for the language switch.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Language::Danish => Language::English,
            Language::English => Language::Danish,
        }
    }

    /// The address of a page, given its language-free path: `/test` is `/en/test` in English, `/` is `/en`.
    pub fn path(self, path: &str) -> String {
        match (self, path) {
            (Language::Danish, path) => path.to_owned(),
            (Language::English, "/") => self.prefix().to_owned(),
            (Language::English, path) => format!("{}{path}", self.prefix()),
        }
    }

    pub(crate) fn identifier(self) -> LanguageIdentifier {
        match self {
            Language::Danish => langid!("da"),
            Language::English => langid!("en"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_page_has_no_slash_after_the_language() {
        assert_eq!(Language::Danish.path("/"), "/");
        assert_eq!(Language::English.path("/"), "/en");
        assert_eq!(Language::English.path("/test"), "/en/test");
    }
}
