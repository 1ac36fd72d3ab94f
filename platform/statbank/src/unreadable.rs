//! Why a file could not be read, and where.

use crate::form::Form;

/// Why bytes could not be read as a table. Lines and columns count from 1; pointers are JSON pointers (RFC 6901).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unreadable {
    /// Nothing, or a table without a single cell.
    #[error("there is not one cell to read")]
    Empty,
    /// More bytes than [`crate::BYTE_LIMIT`].
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The most bytes that are read.
        limit: usize,
    },
    /// More cells than [`crate::CELL_LIMIT`].
    #[error("the table has more than {limit} cells")]
    TooManyCells {
        /// The most cells that are read.
        limit: usize,
    },
    /// More dimensions than [`crate::DIMENSION_LIMIT`].
    #[error("the table has more than {limit} dimensions")]
    TooManyDimensions {
        /// The most dimensions that are read.
        limit: usize,
    },
    /// Bytes that are neither UTF-8 nor Windows-1252, such as a spreadsheet or a picture.
    #[error("line {line} is not text")]
    NotText {
        /// Where the first such byte stands.
        line: usize,
    },
    /// The form was neither said nor recognisable.
    #[error("this is none of the forms CSV, BULK and JSON-stat")]
    UnknownForm,
    /// A web page, often an error page or a log-in page.
    #[error("this is a web page, not a table")]
    HtmlInstead,
    /// The API's own error message.
    #[error("StatBank answered with an error instead of a table: {message} ({code})")]
    Refused {
        /// The API's `errorTypeCode`, shortened.
        code: String,
        /// The API's message in the language asked for, shortened.
        message: String,
    },
    /// The first line does not name variables and end with the measure.
    #[error("the first line must name the variables and end with INDHOLD")]
    NoHeader,
    /// Two variables of the same name.
    #[error("the variable {name} is named twice")]
    DuplicateDimension {
        /// Its name, shortened.
        name: String,
    },
    /// A line with too few or too many columns.
    #[error("line {line} has {found} columns, where the first line has {expected}")]
    RowLength {
        /// The line.
        line: usize,
        /// Columns of the first line.
        expected: usize,
        /// Columns of this line.
        found: usize,
    },
    /// A line that does not say where its cell lies on one of the dimensions.
    #[error("line {line}, column {column}: there is neither a code nor a text")]
    EmptyPlace {
        /// The line.
        line: usize,
        /// The column, counted in fields.
        column: usize,
    },
    /// A value that is neither a number nor a known sign for a missing one.
    #[error("line {line}, column {column}: \u{201c}{text}\u{201d} is not a number")]
    NotANumber {
        /// The line.
        line: usize,
        /// The column, counted in fields.
        column: usize,
        /// What stands there, shortened.
        text: String,
    },
    /// Two lines for the same place.
    #[error("line {line} gives the same cell as line {first_line}")]
    DuplicateCell {
        /// The second line.
        line: usize,
        /// The line that gave the cell first.
        first_line: usize,
    },
    /// Text that should be JSON and is not, or is cut off.
    #[error("line {line}, column {column}: this is not well-formed JSON")]
    NotJson {
        /// The line.
        line: usize,
        /// The column, counted in bytes.
        column: usize,
    },
    /// JSON that lacks a part of JSON-stat or has something else in its place.
    #[error("this is not JSON-stat: at \u{201c}{pointer}\u{201d} there should be {what}")]
    NotJsonStat {
        /// Where, shortened; empty for the whole document.
        pointer: String,
        /// What should be there.
        what: &'static str,
    },
    /// JSON-stat whose parts do not fit each other.
    #[error("at \u{201c}{pointer}\u{201d} there are {found} entries, where the other parts say {expected}")]
    ShapeMismatch {
        /// Where, shortened.
        pointer: String,
        /// How many the other parts of the document lead to expect.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A form that cannot hold this kind of content, such as JSON said to be CSV.
    #[error("this was said to be {}, but is not", said.api_name())]
    OtherForm {
        /// The form that was said.
        said: Form,
    },
}

/// At most 60 characters of a text from outside, with an ellipsis for the rest; control characters become spaces.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut start: String = text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() {
        start.push('…');
    }
    start
}
