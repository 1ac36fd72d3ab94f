//! One value as StatBank writes it.

use crate::table::Value;

/// The signs that stand where no figure is given.
///
/// The dash is among them: Danish statistics print it for "nil", but a sign is never turned into a figure here.
const MISSING: [&str; 7] = ["", ".", "..", "...", "…", "-", "–"];

/// Whether the text is a sign for a missing figure.
pub(crate) fn is_missing(text: &str) -> bool {
    MISSING.contains(&text.trim())
}

/// The value: digits with at most one decimal comma or point and perhaps a minus, or a sign for a missing figure.
/// Nothing for all else, also for thousands separators and exponents, which the API does not write.
pub(crate) fn parse(text: &str) -> Option<Value> {
    if is_missing(text) {
        return Some(Value::Missing);
    }
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    if !is_digits(whole) || !is_digits(decimals) {
        return None;
    }
    text.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Number)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_comma_and_a_decimal_point_mean_the_same() {
        assert_eq!(parse("66,25"), Some(Value::Number(66.25)));
        assert_eq!(parse("66.25"), Some(Value::Number(66.25)));
        assert_eq!(parse(" -7 "), Some(Value::Number(-7.0)));
    }

    #[test]
    fn every_sign_for_a_missing_figure_is_missing_and_never_zero() {
        for sign in ["", "  ", ".", "..", "...", "…", "-", "–", " .. "] {
            assert_eq!(parse(sign), Some(Value::Missing), "{sign:?}");
        }
    }

    #[test]
    fn what_could_be_misread_is_refused() {
        for text in ["1.234,5", "1,234.5", "1 234", "1e3", "inf", "NaN", "+1", ",5", "5,", "--1", "- 1", "66*", "٣"] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_number_beyond_the_finite_is_refused() {
        assert_eq!(parse(&"9".repeat(400)), None);
    }
}
