//! What a report is made of. Every word in it is the caller's.

use jiff::civil::Date;
use serde::Serialize;

/// A whole report.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Report {
    /// The language of every text in the report.
    pub language: Language,
    /// Also the name in the reader's window. Must not be empty.
    pub title: String,
    /// A line under the title.
    pub subtitle: Option<String>,
    /// The date as it is shown, written out in the report's language.
    pub date: String,
    /// The date in the document's properties. The same report with the same date is the same bytes.
    #[serde(skip)]
    pub document_date: Date,
    /// Paragraphs before the first heading.
    pub lead: Vec<String>,
    /// The parts, each with a heading.
    pub sections: Vec<Section>,
    /// The words around the page number.
    pub page_label: PageLabel,
    /// At the foot of every page.
    pub footer: String,
}

/// A language a report can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Language {
    /// Danish, as in Denmark.
    #[serde(rename = "da")]
    Danish,
    /// English, as in Britain.
    #[serde(rename = "en")]
    English,
}

/// `Side 2 af 5` has the words "Side" and "af".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageLabel {
    /// Before the page's number.
    pub page: String,
    /// Between the page's number and the number of pages.
    pub of: String,
}

/// A part of a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Must not be empty.
    pub heading: String,
    /// What stands under the heading, in order.
    pub blocks: Vec<Block>,
}

/// One thing under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Plain text.
    Paragraph(String),
    /// Text to keep in mind, set apart from the rest.
    Note(String),
    /// Items without an order.
    List(Vec<String>),
    /// Shares of a whole.
    Chart(BarChart),
    /// Figures to look up.
    Table(Table),
    /// A reference. The address is printed too, for those who read on paper.
    Link {
        /// What is there.
        text: String,
        /// The whole address.
        url: String,
    },
}

/// Bars on a scale from 0 to 100 per cent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BarChart {
    /// Above the chart. May be empty.
    pub caption: String,
    /// Says in words all that the chart shows, for those who do not see it. Must not be empty.
    pub alt: String,
    /// From the top.
    pub rows: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// From 0 to 100. `None` draws no bar: the share is not known.
    pub percent: Option<f64>,
    /// The ends of the interval, each from 0 to 100.
    pub interval: Option<(f64, f64)>,
    /// Whether this is the reader's own answer.
    pub own: bool,
    /// The share in words, such as `56 %`.
    pub text: String,
    /// Under the label, such as `Jeres svar`.
    pub mark: Option<String>,
}

/// A table with one line of column headings, repeated on every page it reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Table {
    /// Above the table. May be empty.
    pub caption: String,
    /// One for each column.
    pub header: Vec<String>,
    /// Each with as many cells as the header.
    pub rows: Vec<Vec<String>>,
    /// Columns of numbers, counted from 0; they are set to the right.
    pub numeric_columns: Vec<usize>,
}
