//! Danish letters for comparing: how words are sorted, and how spelling variants meet.

/// A key that sorts as Danish does: æ, ø and å come last, in that order; case does not count.
pub fn sort_key(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(danish_place).collect()
}

/// Private-use letters right after each other, behind every letter that names are written with.
fn danish_place(letter: char) -> char {
    match letter {
        'æ' | 'ä' => '\u{e000}',
        'ø' | 'ö' => '\u{e001}',
        'å' => '\u{e002}',
        other => other,
    }
}

/// A form in which spelling variants are equal: lower case, with æ as ae, ø as oe, å as aa.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            'å' => folded.push_str("aa"),
            'é' | 'è' => folded.push('e'),
            'ü' => folded.push('u'),
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_come_last() {
        let mut names = ["Århus", "Ørsted", "Ærø", "Zealand", "anholt"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["anholt", "Zealand", "Ærø", "Ørsted", "Århus"]);
    }

    #[test]
    fn spelling_variants_are_equal() {
        assert_eq!(folded("Ældrepleje på Ærø"), folded("AELDREPLEJE PAA AEROE"));
    }
}
