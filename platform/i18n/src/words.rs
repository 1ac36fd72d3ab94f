//! A crate's own words in both languages.

use std::sync::OnceLock;

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::{I18nAssets, LanguageLoader};

use crate::Language;

/// The messages of one crate, one loader per language.
pub struct Words {
    loaders: [FluentLanguageLoader; 2],
}

impl Words {
    /// Reads `<language>/<domain>.ftl` for both languages.
    ///
    /// # Panics
    /// When a file is missing or broken: the files are embedded, so the crate's own test finds it first.
    pub fn load(domain: &str, files: &impl I18nAssets) -> Self {
        Self { loaders: Language::ALL.map(|language| load_one(domain, files, language)) }
    }

    /// The loader for one language.
    pub fn of(&self, language: Language) -> &FluentLanguageLoader {
        match language {
            Language::Danish => &self.loaders[0],
            Language::English => &self.loaders[1],
        }
    }
}

/// A text without arguments, looked up once in each language: a page says some of them hundreds of times.
#[doc(hidden)]
pub struct Said([OnceLock<String>; 2]);

impl Said {
    #[expect(clippy::new_without_default, reason = "it is made in statics only")]
    pub const fn new() -> Self {
        Self([const { OnceLock::new() }; 2])
    }

    pub fn in_language(&self, language: Language, look_up: impl FnOnce(Language) -> String) -> String {
        let said = match language {
            Language::Danish => &self.0[0],
            Language::English => &self.0[1],
        };
        said.get_or_init(|| look_up(language)).clone()
    }
}

fn load_one(domain: &str, files: &impl I18nAssets, language: Language) -> FluentLanguageLoader {
    let loader = FluentLanguageLoader::new(domain, language.identifier());
    loader.load_languages(files, &[language.identifier()]).expect("the locale files are embedded and tested");
    // Fluent would otherwise wrap every inserted number in invisible direction marks.
    loader.set_use_isolating(false);
    loader
}

/// Gives a crate its words: the static [`Words`], the macro `t!` and the test that both languages are complete.
///
/// The first argument is the domain, which is the name of the crate and of its locale files.
#[macro_export]
macro_rules! words {
    ($domain:literal) => {
        /// The words of this crate, in both languages.
        mod words {
            #[derive($crate::rust_embed::RustEmbed)]
            #[folder = "locales/"]
            #[crate_path = "i18n::rust_embed"]
            pub(crate) struct Files;

            pub(crate) fn of(language: $crate::Language) -> &'static $crate::i18n_embed::fluent::FluentLanguageLoader {
                static WORDS: std::sync::LazyLock<$crate::Words> =
                    std::sync::LazyLock::new(|| $crate::Words::load($domain, &Files));
                WORDS.of(language)
            }

            #[cfg(test)]
            mod tests {
                #[test]
                fn english_has_the_keys_and_arguments_of_danish() {
                    let differences = $crate::differences($domain, &super::Files);
                    assert!(differences.is_empty(), "{differences:#?}");
                }
            }
        }
    };
}

/// The text of a key of this crate in a language, with arguments by name: `t!(language, "key", n = 3)`.
///
/// Needs [`words!`] in the crate's root; the key and its arguments are checked when compiling.
#[macro_export]
#[expect(clippy::crate_in_macro_def, reason = "each crate has its own words, made by `words!` in its own root")]
macro_rules! t {
    ($language:expr, $key:literal $(,)?) => {{
        static SAID: $crate::Said = $crate::Said::new();
        SAID.in_language($language, |language| $crate::i18n_embed_fl::fl!(crate::words::of(language), $key))
    }};
    ($language:expr, $key:literal $(, $name:ident = $value:expr)+ $(,)?) => {
        $crate::i18n_embed_fl::fl!(crate::words::of($language), $key $(, $name = $value)+)
    };
}
