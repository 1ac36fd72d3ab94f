//! A piece of a page that a template has made already.

use std::fmt::{self, Display, Formatter};

use askama::Template;
use askama::filters::HtmlSafe;

/// What a template made, kept to stand in other pages. Only a template can make one, so nothing in it needs escaping again.
pub struct Made(String);

impl Made {
    /// Makes the piece.
    pub fn by(template: &impl Template) -> askama::Result<Self> {
        template.render().map(Self)
    }
}

impl Display for Made {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Made {}
