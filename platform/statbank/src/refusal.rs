//! The API's own error messages, which are JSON whatever form was asked for.

use serde_json::Value as Json;

use crate::unreadable::{Unreadable, shortened};

/// An error message is short; nothing longer is looked at.
const LONGEST: usize = 16 * 1024;

/// The API's error in the text, if that is what the text is: an object with `errorTypeCode` and `message`.
pub(crate) fn find(text: &str) -> Option<Unreadable> {
    if !text.starts_with('{') || text.len() > LONGEST {
        return None;
    }
    let json: Json = serde_json::from_str(text).ok()?;
    let code = shortened(json.get("errorTypeCode")?.as_str()?);
    let message = shortened(json.get("message").and_then(Json::as_str).unwrap_or_default());
    Some(Unreadable::Refused { code, message })
}
