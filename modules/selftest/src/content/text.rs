//! A text of the data files in both languages.

use i18n::Language;
use serde::Deserialize;

/// The same in Danish and English.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Text {
    da: String,
    en: String,
}

impl Text {
    /// The text in one language.
    pub(crate) fn of(&self, language: Language) -> &str {
        match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        }
    }
}
