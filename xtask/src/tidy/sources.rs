//! What kind of text belongs where.

use std::path::Path;

use anyhow::Result;

use super::Finding;
use super::files::{ending, read};

/// Beginnings of SQL statements, written in capitals as the house does.
const SQL: [&str; 6] = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE", "PRAGMA "];

/// A source file without its tests and comments.
struct Source {
    file: String,
    lines: Vec<(usize, String)>,
}

pub(super) fn sql_only_in_store() -> Result<Vec<Finding>> {
    lines_with(
        |file| file.contains("/store/") || file.starts_with("platform/db/") || file.starts_with("platform/testkit/"),
        |line| SQL.iter().any(|word| line.contains(word)),
    )
}

pub(super) fn html_only_in_templates() -> Result<Vec<Finding>> {
    lines_with(|_| false, |line| line.contains("</") || line.contains("<div") || line.contains("<p>"))
}

pub(super) fn status_only_in_pages() -> Result<Vec<Finding>> {
    lines_with(|file| file.contains("/pages/") || file.starts_with("platform/"), |line| line.contains("StatusCode::"))
}

/// Danish letters in a string betray words that belong in a locale file. The crate of the languages itself may hold them.
pub(super) fn words_only_in_locales() -> Result<Vec<Finding>> {
    lines_with(
        |file| file.starts_with("platform/i18n/"),
        |line| line.contains('"') && line.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']),
    )
}

fn lines_with(is_allowed: impl Fn(&str) -> bool, breaks: impl Fn(&str) -> bool) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for source in sources()? {
        if is_allowed(&source.file) {
            continue;
        }
        let broken = source.lines.iter().filter(|(_, line)| breaks(line));
        findings.extend(broken.map(|(number, line)| format!("{}:{number}: {}", source.file, line.trim())));
    }
    Ok(findings)
}

/// The sources of the product: neither tests nor what only developers run.
fn sources() -> Result<Vec<Source>> {
    let product = ["app/src/", "modules/", "engines/", "platform/"];
    let mut sources = Vec::new();
    for file in ending(&["rs"])? {
        let name = file.to_string_lossy().into_owned();
        let is_test = name.contains("/tests/") || name.ends_with("_tests.rs");
        if product.iter().any(|folder| name.starts_with(folder)) && !is_test {
            sources.push(Source { lines: code_lines(&file)?, file: name });
        }
    }
    Ok(sources)
}

/// The lines before the tests at the end of a file, without comments.
fn code_lines(file: &Path) -> Result<Vec<(usize, String)>> {
    let text = read(file)?;
    let before_tests = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    let numbered = before_tests.enumerate().map(|(place, line)| (place + 1, line.to_owned()));
    Ok(numbered.filter(|(_, line)| !line.trim_start().starts_with("//")).collect())
}
