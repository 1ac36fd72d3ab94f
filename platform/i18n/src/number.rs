//! Numbers as each language writes them.

use crate::Language;

/// A whole number with its thousands apart: `14.297` in Danish, `14,297` in English.
pub fn count(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let mark = match language {
        Language::Danish => '.',
        Language::English => ',',
    };
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(mark);
        }
        written.push(digit);
    }
    written
}

/// A number with this many decimals, and a comma in Danish: `4,5`.
pub fn decimal(language: Language, number: f64, decimals: usize) -> String {
    let written = format!("{number:.decimals$}");
    match language {
        Language::Danish => written.replace('.', ","),
        Language::English => written,
    }
}

/// A percentage in whole numbers: `56 %` in Danish (with a space that does not break), `56%` in English.
pub fn percent(language: Language, percent: f64) -> String {
    // Half a per cent is rounded up, as people do, and not to the even number, as formatting would.
    let whole = percent.round();
    match language {
        Language::Danish => format!("{whole}\u{a0}%"),
        Language::English => format!("{whole}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(count(Language::Danish, 14_297), "14.297");
        assert_eq!(count(Language::English, 1_234_567), "1,234,567");
        assert_eq!(count(Language::Danish, 999), "999");
    }

    #[test]
    fn a_percentage_is_whole_and_half_is_rounded_up() {
        assert_eq!(percent(Language::Danish, 56.0), "56\u{a0}%");
        assert_eq!(percent(Language::English, 66.5), "67%");
        assert_eq!(percent(Language::English, 0.4), "0%");
    }

    #[test]
    fn danish_has_a_decimal_comma() {
        assert_eq!(decimal(Language::Danish, 4.55, 1), "4,5");
        assert_eq!(decimal(Language::English, 4.75, 2), "4.75");
    }
}
