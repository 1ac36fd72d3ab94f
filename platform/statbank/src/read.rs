//! From bytes to a table, whatever the form.

use crate::form::Form;
use crate::table::{BYTE_LIMIT, Table};
use crate::unreadable::Unreadable;
use crate::{csv_form, json_stat, refusal, text};

/// Reads one table.
///
/// Without a `form` it is guessed. `table_id` is the id to use when the file does not carry one, as from its name
/// (see [`crate::table_id_in_name`]); the file's own id outranks it.
pub fn read(bytes: &[u8], form: Option<Form>, table_id: Option<&str>) -> Result<Table, Unreadable> {
    if bytes.len() > BYTE_LIMIT {
        return Err(Unreadable::TooLarge { limit: BYTE_LIMIT });
    }
    let text = text::decode(bytes)?;
    let content = text.trim_start();
    if content.is_empty() {
        return Err(Unreadable::Empty);
    }
    if is_web_page(content) {
        return Err(Unreadable::HtmlInstead);
    }
    if let Some(refusal) = refusal::find(content) {
        return Err(refusal);
    }
    let mut table = match fitting_form(content, form)? {
        Form::Csv | Form::Bulk => csv_form::read(&text)?,
        Form::JsonStat => json_stat::read(&text)?,
    };
    if table.id.is_empty() {
        table.id = table_id.unwrap_or_default().trim().to_uppercase();
    }
    Ok(table)
}

/// The form said, if the text can be that; else the form guessed.
fn fitting_form(text: &str, said: Option<Form>) -> Result<Form, Unreadable> {
    let guessed = Form::guess(text.as_bytes());
    match said {
        None => guessed.ok_or(Unreadable::UnknownForm),
        Some(said) if (said == Form::JsonStat) == text.starts_with('{') => Ok(said),
        Some(said) => Err(Unreadable::OtherForm { said }),
    }
}

/// Whether the text starts as HTML does, perhaps after comments or an XML declaration.
fn is_web_page(text: &str) -> bool {
    let start: String = text.chars().take(1000).collect::<String>().to_ascii_lowercase();
    start.starts_with('<') && (start.contains("<!doctype html") || start.contains("<html"))
}
