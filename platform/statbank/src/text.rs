//! Bytes to text: UTF-8 with or without a byte order mark, else Windows-1252 as Danish spreadsheets save it.

use std::borrow::Cow;

use crate::unreadable::Unreadable;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The bytes after a UTF-8 byte order mark, if there is one.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes)
}

/// The bytes as text, or the line at which they stop being text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let content = without_mark(bytes);
    if let Some(at) = content.iter().position(|byte| is_foreign_control(*byte)) {
        return Err(not_text(content, at));
    }
    match str::from_utf8(content) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) if is_broken_utf8(bytes, content, error) => Err(not_text(content, error.valid_up_to())),
        Err(_) => windows_1252(content).map(Cow::Owned),
    }
}

/// Text has no control characters but tab and the two of line ends.
fn is_foreign_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r')
}

/// A file that starts out as UTF-8 beyond ASCII, or is cut off within a character, is damaged UTF-8 and must not
/// be read letter by letter as Windows-1252.
fn is_broken_utf8(bytes: &[u8], content: &[u8], error: std::str::Utf8Error) -> bool {
    let has_mark = bytes.len() != content.len();
    has_mark || error.error_len().is_none() || !content[..error.valid_up_to()].is_ascii()
}

fn windows_1252(content: &[u8]) -> Result<String, Unreadable> {
    content
        .iter()
        .enumerate()
        .map(|(at, byte)| windows_1252_letter(*byte).ok_or_else(|| not_text(content, at)))
        .collect()
}

/// The letter of one byte; nothing for the five bytes without one.
///
/// Source: the WHATWG Encoding Standard's index for windows-1252, whose five control characters are refused here.
fn windows_1252_letter(byte: u8) -> Option<char> {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
        '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    let letter = match byte {
        0x80..=0x9F => FROM_0X80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    };
    (!('\u{80}'..='\u{9F}').contains(&letter)).then_some(letter)
}

fn not_text(content: &[u8], at: usize) -> Unreadable {
    let line = content[..at].split(|byte| *byte == b'\n').count();
    Unreadable::NotText { line }
}
