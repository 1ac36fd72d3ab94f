//! All that the typesetter can see: our templates, our typeface and one report. No disk, no network, no clock.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The first is where typesetting begins.
const TEMPLATES: [(&str, &str); 4] = [
    ("report.typ", include_str!("../template/report.typ")),
    ("look.typ", include_str!("../template/look.typ")),
    ("chart.typ", include_str!("../template/chart.typ")),
    ("table.typ", include_str!("../template/table.typ")),
];

/// One report on its way to paper.
pub(crate) struct Desk {
    shared: &'static Shared,
    report: Bytes,
}

/// What is the same for every report.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: Vec<Source>,
    report: FileId,
}

impl Desk {
    /// `report` is a [`Report`](crate::Report) as JSON. The template reads it as values, so nothing in it is ever run.
    pub(crate) fn new(report: Vec<u8>) -> Self {
        Self { shared: Shared::get(), report: Bytes::new(report) }
    }

    /// Reads ahead what every desk shares.
    pub(crate) fn prepare() {
        Shared::get();
    }
}

impl Shared {
    fn get() -> &'static Self {
        static SHARED: OnceLock<Shared> = OnceLock::new();
        SHARED.get_or_init(Self::new)
    }

    fn new() -> Self {
        let fonts: Vec<Font> = assets::fonts().into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let templates = TEMPLATES.map(|(name, text)| Source::new(file(name), text.to_owned()));
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            templates: templates.into(),
            report: file("report.json"),
        }
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our file names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.templates[0].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.shared.templates.iter().find(|template| template.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.report { Ok(self.report.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Desk, World, file};

    #[test]
    fn only_our_templates_and_the_report_can_be_read() {
        let desk = Desk::new(b"{}".to_vec());
        assert!(desk.source(file("chart.typ")).is_ok());
        assert!(desk.file(file("report.json")).is_ok());
        for name in ["chart.typ", "secret.txt", "etc/passwd"] {
            assert!(desk.file(file(name)).is_err(), "{name} was read");
        }
        assert!(desk.source(file("other.typ")).is_err());
    }

    #[test]
    fn the_clock_is_out_of_reach() {
        assert!(Desk::new(Vec::new()).today(None).is_none());
    }

    #[test]
    fn the_typeface_has_regular_italic_and_semi_bold() {
        let desk = Desk::new(Vec::new());
        let families: Vec<_> = desk.book().families().map(|(name, faces)| (name.to_owned(), faces.count())).collect();
        assert_eq!(families, [("IBM Plex Sans".to_owned(), 3)]);
    }
}
