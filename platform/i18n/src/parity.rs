//! Whether the two languages of a crate say the same things.

use std::collections::{BTreeMap, BTreeSet};

use i18n_embed::I18nAssets;

use crate::Language;

/// Every key, or argument of a key, that one language has and the other lacks. Empty when both are complete.
///
/// Arguments are what stands as `$name`; a plain reading of the file is enough, since our files nest nothing.
pub fn differences(domain: &str, files: &impl I18nAssets) -> Vec<String> {
    let [danish, english] = Language::ALL.map(|language| messages(domain, files, language));
    let keys: BTreeSet<&String> = danish.keys().chain(english.keys()).collect();
    keys.into_iter()
        .filter(|key| danish.get(*key) != english.get(*key))
        .map(|key| format!("{key}: Danish {:?}, English {:?}", danish.get(key), english.get(key)))
        .collect()
}

fn messages(domain: &str, files: &impl I18nAssets, language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let path = format!("{}/{domain}.ftl", language.code());
    let text: Vec<u8> = files.get_files(&path).into_iter().flat_map(std::borrow::Cow::into_owned).collect();
    let text = String::from_utf8(text).expect("locale files are UTF-8");
    let mut messages = BTreeMap::new();
    let mut current = None;
    for line in text.lines() {
        if let Some(key) = key_of(line) {
            messages.insert(key.to_owned(), BTreeSet::new());
            current = Some(key.to_owned());
        }
        if let Some(arguments) = current.as_ref().and_then(|key| messages.get_mut(key)) {
            arguments.extend(arguments_of(line));
        }
    }
    messages
}

fn key_of(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    let (key, _) = line.split_once('=')?;
    (first.is_ascii_alphabetic() || first == '-').then(|| key.trim())
}

fn arguments_of(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    struct Pair(&'static str, &'static str);

    impl I18nAssets for Pair {
        fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
            let text = if path.starts_with("da/") { self.0 } else { self.1 };
            vec![Cow::Borrowed(text.as_bytes())]
        }
        fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
            Box::new(std::iter::empty())
        }
    }

    #[test]
    fn a_missing_key_and_a_missing_argument_are_both_found() {
        assert_eq!(differences("x", &Pair("a = Ja\nb = { $n } svar", "a = Yes\nb = { $n } answers")), [""; 0]);
        assert_eq!(differences("x", &Pair("a = Ja\nb = Nej", "a = Yes")).len(), 1);
        assert_eq!(differences("x", &Pair("b = { $n } svar", "b = some answers")).len(), 1);
    }
}
