//! Organisations.

use db::{Change, Db, FromQueryResult, Trouble, sea_orm, sql};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{Event, Origin, Viewer};
use outside::Clock;

/// The level of government an organisation belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A municipality.
    Municipal,
    /// A region.
    Regional,
    /// A ministry, an agency or another state body.
    State,
    /// Anything else, such as an association of municipalities.
    Other,
}

impl Level {
    /// The word in the database and in open data.
    pub fn word(self) -> &'static str {
        match self {
            Self::Municipal => "municipal",
            Self::Regional => "regional",
            Self::State => "state",
            Self::Other => "other",
        }
    }
}

/// An organisation as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult, ToSchema)]
pub struct Organisation {
    /// Stays the same for good.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// `municipal`, `regional`, `state` or `other`.
    pub level: String,
    /// Its official code, such as a municipality's four digits.
    pub official_code: Option<String>,
    /// `real`, or `example` for an invented one.
    pub origin: String,
}

/// An organisation to add.
#[derive(Debug, Clone)]
pub struct NewOrganisation<'a> {
    /// A name for it that stays: lower-case letters, digits and hyphens.
    pub id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// Where it belongs.
    pub level: Level,
    /// Its official code, where there is one.
    pub official_code: Option<&'a str>,
    /// Real or invented.
    pub origin: Origin,
}

impl NewOrganisation<'_> {
    /// Adds it, as part of a change.
    pub async fn add(&self, change: &Change, clock: &dyn Clock, viewer: Viewer) -> Result<(), Trouble> {
        const ADD: &str = "INSERT INTO record_organisation (id, name, level, official_code, origin)
            VALUES ($1, $2, $3, $4, $5)";
        let values = [
            self.id.into(),
            self.name.into(),
            self.level.word().into(),
            self.official_code.into(),
            self.origin.word().into(),
        ];
        change.run(sql(ADD, values)).await?;
        let body = json!({ "name": self.name, "level": self.level.word() });
        Event::append(change, clock, viewer, "record.organisation_added", self.id, &body).await
    }
}

/// All organisations, by name. They are public, so every viewer sees the same.
pub async fn all(db: &Db, _viewer: Viewer) -> Result<Vec<Organisation>, Trouble> {
    const ALL: &str = "SELECT id, name, level, official_code, origin FROM record_organisation ORDER BY id";
    let mut found: Vec<Organisation> = db.all(sql(ALL, [])).await?;
    // The databases would each sort æ, ø and å in their own way.
    found.sort_by_cached_key(|organisation| i18n::sort_key(&organisation.name));
    Ok(found)
}

pub(crate) async fn remove_examples(change: &Change) -> Result<u64, Trouble> {
    change.run(sql("DELETE FROM record_organisation WHERE origin = $1", [Origin::Example.word().into()])).await
}
