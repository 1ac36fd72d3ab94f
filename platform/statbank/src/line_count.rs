//! Line numbers as an editor shows them.
//!
//! The CSV reader's own position of a record is the end of the record before it, which is a line too early where
//! lines end with CRLF and where empty lines come between.

/// Counts lines up to places in a text that are asked for in ascending order.
pub(crate) struct LineCount<'a> {
    text: &'a str,
    counted: usize,
    line: usize,
}

impl<'a> LineCount<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, counted: 0, line: 1 }
    }

    /// The line, from 1, of the first byte at or after the offset that ends no line.
    pub(crate) fn line_of(&mut self, offset: usize) -> usize {
        let rest = self.text.get(offset..).unwrap_or_default();
        let start = self.text.len() - rest.trim_start_matches(['\r', '\n']).len();
        self.line += self.text.get(self.counted..start).unwrap_or_default().matches('\n').count();
        self.counted = start;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_before_a_record_belong_to_the_lines_before_it() {
        let mut count = LineCount::new("a\r\nb\r\n\r\nc");
        assert_eq!([0, 2, 5, 9].map(|offset| count.line_of(offset)), [1, 2, 4, 4]);
    }
}
