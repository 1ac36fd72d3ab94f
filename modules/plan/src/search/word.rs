//! A word as it is compared: without case, spelling variants and simple endings.

use i18n::{Language, folded};

/// How much of a word must be left when its ending is cut.
const SHORTEST_STEM: usize = 4;

/// Endings of nouns, verbs and adjectives, the longest first, folded.
const DANISH: [&str; 14] =
    ["ernes", "erne", "enes", "ene", "ers", "ens", "ets", "ede", "er", "en", "et", "es", "e", "s"];
const ENGLISH: [&str; 7] = ["ies", "ing", "es", "ed", "y", "e", "s"];

/// A word that someone looks for.
pub(super) struct Word(String);

impl Word {
    /// The words of what was asked.
    pub(super) fn all_of(asked: &str, language: Language) -> Vec<Self> {
        words_of(asked).into_iter().map(|word| Self(stem(&word, language).to_owned())).collect()
    }

    /// Whether a folded word begins with it.
    pub(super) fn begins(&self, word: &str) -> bool {
        word.starts_with(&self.0)
    }

    /// Whether it is part of a folded word: Danish writes words together.
    pub(super) fn is_within(&self, word: &str) -> bool {
        self.begins(word) || self.0.len() >= SHORTEST_STEM && word.contains(&self.0)
    }
}

/// The words of a text, folded.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let folded = folded(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn stem(word: &str, language: Language) -> &str {
    let endings = match language {
        Language::Danish => &DANISH[..],
        Language::English => &ENGLISH[..],
    };
    let stems = endings.iter().filter_map(|ending| word.strip_suffix(ending));
    stems.into_iter().find(|stem| stem.len() >= SHORTEST_STEM).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(asked: &str, language: Language, word: &str) -> bool {
        let word = words_of(word).pop().unwrap();
        Word::all_of(asked, language).iter().all(|asked| asked.begins(&word))
    }

    #[test]
    fn simple_endings_do_not_matter() {
        for asked in ["skole", "skoler", "skolerne", "Skolernes", "skol"] {
            assert!(finds(asked, Language::Danish, "skoler"), "{asked}");
        }
        for asked in ["municipality", "municipalities", "MUNICIPALITY"] {
            assert!(finds(asked, Language::English, "municipality"), "{asked}");
        }
    }

    #[test]
    fn a_short_word_keeps_its_ending_and_letters_are_never_cut_apart() {
        assert!(!finds("ros", Language::Danish, "rolle"));
        assert!(!finds("mere", Language::Danish, "medarbejdere"));
        assert!(!finds("中文字es", Language::English, "schools"));
    }

    #[test]
    fn a_word_written_together_holds_its_parts_unless_they_are_short() {
        let within = |asked: &str| Word::all_of(asked, Language::Danish)[0].is_within("innovationstesten");
        assert!(within("test") && within("innovation"));
        assert!(!within("est"));
    }
}
