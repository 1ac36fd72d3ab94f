//! Who asks.

/// Every reading function of every store takes the viewer, so that what may be seen is decided where it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// Anyone on the web, not signed in.
    Visitor,
    /// Who runs the program, at its command line.
    Operator,
}

impl Viewer {
    /// How the viewer stands in the event log.
    pub fn actor(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Operator => "operator",
        }
    }
}
