//! Invented examples, kept apart from what is real.

/// Where a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From life.
    Real,
    /// Invented, to show how the program works; one command removes them all.
    Example,
}

impl Origin {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Example => "example",
        }
    }
}
