//! Who runs this copy of Stafet.

/// What the operator has told visitors, by the program's settings.
#[derive(Debug, Clone, Default)]
pub struct Operator {
    /// What the operator is called.
    pub name: Option<String>,
    /// Where to write.
    pub mail: Option<String>,
}
