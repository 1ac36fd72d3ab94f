//! A part of a JSON document that knows where it stands.

use serde_json::{Map, Value as Json};

use crate::unreadable::{Unreadable, shortened};

/// A part and its JSON pointer.
#[derive(Debug, Clone)]
pub(crate) struct Node<'a> {
    json: &'a Json,
    pointer: String,
}

impl<'a> Node<'a> {
    pub(crate) fn root(json: &'a Json) -> Self {
        Self { json, pointer: String::new() }
    }

    /// The member or entry, if it is there and not null.
    pub(crate) fn get(&self, key: &str) -> Option<Self> {
        let json = self.json.get(key).filter(|json| !json.is_null())?;
        Some(Self { json, pointer: self.pointer_to(key) })
    }

    /// The member, which must be there.
    pub(crate) fn need(&self, key: &str, what: &'static str) -> Result<Self, Unreadable> {
        self.get(key).ok_or_else(|| unlike(&self.pointer_to(key), what))
    }

    pub(crate) fn object(&self, what: &'static str) -> Result<&'a Map<String, Json>, Unreadable> {
        self.json.as_object().ok_or_else(|| self.should_be(what))
    }

    pub(crate) fn entries(&self, what: &'static str) -> Result<Vec<Self>, Unreadable> {
        let array = self.json.as_array().ok_or_else(|| self.should_be(what))?;
        let entry = |(at, json)| Self { json, pointer: self.pointer_to(&format!("{at}")) };
        Ok(array.iter().enumerate().map(entry).collect())
    }

    pub(crate) fn text(&self, what: &'static str) -> Result<&'a str, Unreadable> {
        self.json.as_str().ok_or_else(|| self.should_be(what))
    }

    pub(crate) fn count(&self, what: &'static str) -> Result<usize, Unreadable> {
        let count = self.json.as_u64().and_then(|count| usize::try_from(count).ok());
        count.ok_or_else(|| self.should_be(what))
    }

    pub(crate) fn json(&self) -> &'a Json {
        self.json
    }

    /// An error that something else should stand here.
    pub(crate) fn should_be(&self, what: &'static str) -> Unreadable {
        unlike(&self.pointer, what)
    }

    /// An error that something else should stand at the member or entry.
    pub(crate) fn member_should_be(&self, key: &str, what: &'static str) -> Unreadable {
        unlike(&self.pointer_to(key), what)
    }

    /// Nothing, or an error that the number of entries here does not fit the rest.
    pub(crate) fn expect_count(&self, expected: usize, found: usize) -> Result<(), Unreadable> {
        if expected == found {
            return Ok(());
        }
        Err(Unreadable::ShapeMismatch { pointer: shortened(&self.pointer), expected, found })
    }

    fn pointer_to(&self, key: &str) -> String {
        format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1"))
    }
}

fn unlike(pointer: &str, what: &'static str) -> Unreadable {
    Unreadable::NotJsonStat { pointer: shortened(pointer), what }
}
