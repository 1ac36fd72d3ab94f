//! From a report to the bytes of a PDF.

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::Report;
use crate::world::Desk;

/// Layouts not used for this many reports are forgotten, so that memory stays level.
const REMEMBERED_REPORTS: usize = 8;

/// The report cannot be a document that everybody can read.
#[derive(Debug, thiserror::Error)]
#[error("the document breaks a rule: {}", reasons.join("; "))]
pub struct Refused {
    /// One for each rule that is broken, in English, for the log.
    pub reasons: Vec<String>,
}

/// The report as a tagged PDF that keeps the rules of PDF/UA-1 (ISO 14289-1). It takes some milliseconds of computing:
/// call it where blocking is allowed.
///
/// Refused when a rule is broken: no title, a chart without its text, an empty heading, a sign the typeface lacks,
/// a table row that does not fit its header.
pub fn render(report: &Report) -> Result<Vec<u8>, Refused> {
    let pdf = lay_out(report).and_then(|document| export(&document, report));
    comemo::evict(REMEMBERED_REPORTS);
    pdf
}

/// Reads the typeface and the templates, so that the first reader does not wait for it.
pub fn warm_up() {
    Desk::prepare();
}

pub(crate) fn lay_out(report: &Report) -> Result<PagedDocument, Refused> {
    let json = serde_json::to_vec(report).expect("a report is strings, numbers and lists");
    let compiled = typst::compile::<PagedDocument>(&Desk::new(json));
    compiled.output.map_err(|errors| refused(&errors))
}

fn export(document: &PagedDocument, report: &Report) -> Result<Vec<u8>, Refused> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).expect("one standard agrees with itself");
    let options = PdfOptions {
        standards,
        creator: Smart::Custom(Some("Stafet".to_owned())),
        timestamp: timestamp(report),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| refused(&errors))
}

fn timestamp(report: &Report) -> Option<Timestamp> {
    let date = report.document_date;
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    Datetime::from_ymd(date.year().into(), month, day).map(Timestamp::new_utc)
}

fn refused(errors: &[SourceDiagnostic]) -> Refused {
    Refused { reasons: errors.iter().map(|error| error.message.to_string()).collect() }
}
