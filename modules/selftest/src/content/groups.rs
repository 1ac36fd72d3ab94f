//! The groups one can compare with.

use i18n::Language;
use serde::Deserialize;
use survey::Populations;

use super::Text;

/// A part of the public sector.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    pub(crate) key: String,
    /// The next wider group.
    pub(crate) parent: Option<String>,
    /// `all`, `municipal`, `regional` or `state`: which wording of the questions fits.
    pub(crate) level: String,
    text: Text,
}

impl Group {
    /// What the group is called.
    pub(crate) fn name(&self, language: Language) -> &str {
        self.text.of(language)
    }
}

/// All groups, in the order of the choice.
pub(crate) struct Groups(Vec<Group>);

impl Groups {
    pub(super) fn read(json: &str) -> Self {
        Self(serde_json::from_str(json).expect("groups.json is embedded and tested"))
    }

    /// In the order of the choice.
    pub(crate) fn all(&self) -> &[Group] {
        &self.0
    }

    /// The group with this key.
    pub(crate) fn find(&self, key: &str) -> Option<&Group> {
        self.0.iter().find(|group| group.key == key)
    }

    /// What a group is called; its key for one that is not known.
    pub(crate) fn name<'a>(&'a self, key: &'a str, language: Language) -> &'a str {
        self.find(key).map_or(key, |group| group.name(language))
    }

    /// The same groups as the engine knows them.
    pub(crate) fn populations(&self) -> Populations {
        let pairs = self.0.iter().map(|group| (group.key.clone(), group.parent.clone()));
        Populations::new(pairs).expect("groups.json is embedded and tested")
    }
}
