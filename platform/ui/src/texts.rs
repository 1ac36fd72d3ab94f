//! The shell's own words, looked up once per language: every page shows them all.

use std::sync::LazyLock;

use i18n::{Language, t};

/// The words of the shell in one language. Fields are named as their keys.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is the text of the key of its name in locales/")]
pub struct Texts {
    pub accessibility: String,
    pub contact: String,
    pub cookies: String,
    pub error: String,
    pub footer_about: String,
    pub front_page: String,
    pub language_label: String,
    pub other_language: String,
    pub owner: String,
    pub privacy: String,
    pub search: String,
    pub search_label: String,
    pub skip: String,
    pub source: String,
    pub tagline: String,
    pub trail_label: String,
    pub version: String,
}

static DANISH: LazyLock<Texts> = LazyLock::new(|| Texts::read(Language::Danish));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::read(Language::English));

impl Texts {
    /// The words in this language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Danish => &DANISH,
            Language::English => &ENGLISH,
        }
    }

    fn read(language: Language) -> Self {
        Self {
            accessibility: t!(language, "accessibility"),
            contact: t!(language, "contact"),
            cookies: t!(language, "cookies"),
            error: t!(language, "error"),
            footer_about: t!(language, "footer-about"),
            front_page: t!(language, "front-page"),
            language_label: t!(language, "language-label"),
            other_language: t!(language, "other-language"),
            owner: t!(language, "owner"),
            privacy: t!(language, "privacy"),
            search: t!(language, "search"),
            search_label: t!(language, "search-label"),
            skip: t!(language, "skip"),
            source: t!(language, "source"),
            tagline: t!(language, "tagline"),
            trail_label: t!(language, "trail-label"),
            version: t!(language, "version"),
        }
    }
}
