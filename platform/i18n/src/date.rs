//! Dates as each language writes them.

use jiff::civil::Date;

use crate::Language;

const DANISH_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in words: `24. november 2026`, `24 November 2026`.
pub fn long_date(language: Language, date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()) - 1;
    match language {
        Language::Danish => format!("{}. {} {}", date.day(), DANISH_MONTHS[month], date.year()),
        Language::English => format!("{} {} {}", date.day(), ENGLISH_MONTHS[month], date.year()),
    }
}

/// A date in digits: `24.11.2026` in Danish, `2026-11-24` in English, where day and month would be guessed wrong.
pub fn short_date(language: Language, date: Date) -> String {
    match language {
        Language::Danish => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        Language::English => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_read_as_each_language_writes_them() {
        let day = date(2026, 11, 24);
        assert_eq!(long_date(Language::Danish, day), "24. november 2026");
        assert_eq!(long_date(Language::English, day), "24 November 2026");
        assert_eq!(short_date(Language::Danish, day), "24.11.2026");
        assert_eq!(short_date(Language::English, day), "2026-11-24");
    }
}
