//! The forms in which the API gives a table, of those that can be read here.

/// A form of the API's DATA function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Separated values, one cell a line; at most a million cells.
    Csv,
    /// The same lines as CSV, streamed without a limit on cells.
    Bulk,
    /// JSON-stat 1.x as the API gives it, or 2.0.
    JsonStat,
}

impl Form {
    /// The form the bytes look like, or nothing when they look like none.
    ///
    /// CSV and BULK have the same lines, so a BULK file is guessed as [`Form::Csv`]; both are read alike.
    pub fn guess(bytes: &[u8]) -> Option<Self> {
        let start = crate::text::without_mark(bytes).trim_ascii_start();
        match start.first()? {
            b'{' => Some(Self::JsonStat),
            b'<' | b'[' => None,
            _ => first_line(start).iter().any(|byte| b";\t,".contains(byte)).then_some(Self::Csv),
        }
    }

    /// The form's name in an API address.
    pub fn api_name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Bulk => "BULK",
            Self::JsonStat => "JSONSTAT",
        }
    }
}

fn first_line(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default()
}
