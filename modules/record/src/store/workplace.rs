//! Workplaces.

use db::{Change, Db, FromQueryResult, Trouble, sea_orm, sql};
use outside::Clock;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{Event, Origin, Viewer};

/// A workplace as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult, ToSchema)]
pub struct Workplace {
    /// Stays the same for good.
    pub id: String,
    /// The organisation it belongs to.
    pub organisation_id: String,
    /// What it is called.
    pub name: String,
    /// What it works with, such as `school`.
    pub field: String,
    /// Where it is.
    pub town: Option<String>,
    /// `real`, or `example` for an invented one.
    pub origin: String,
}

/// A workplace to add.
#[derive(Debug, Clone)]
pub struct NewWorkplace<'a> {
    /// A name for it that stays: lower-case letters, digits and hyphens.
    pub id: &'a str,
    /// The organisation it belongs to.
    pub organisation_id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// What it works with.
    pub field: &'a str,
    /// Where it is, where that is known.
    pub town: Option<&'a str>,
    /// Real or invented.
    pub origin: Origin,
}

impl NewWorkplace<'_> {
    /// Adds it, as part of a change.
    pub async fn add(&self, change: &Change, clock: &dyn Clock, viewer: Viewer) -> Result<(), Trouble> {
        const ADD: &str = "INSERT INTO record_workplace (id, organisation_id, name, field, town, origin)
            VALUES ($1, $2, $3, $4, $5, $6)";
        let values = [
            self.id.into(),
            self.organisation_id.into(),
            self.name.into(),
            self.field.into(),
            self.town.into(),
            self.origin.word().into(),
        ];
        change.run(sql(ADD, values)).await?;
        let body = json!({ "name": self.name, "organisation": self.organisation_id });
        Event::append(change, clock, viewer, "record.workplace_added", self.id, &body).await
    }
}

/// The workplaces of an organisation, by name. They are public, so every viewer sees the same.
pub async fn of_organisation(db: &Db, _viewer: Viewer, organisation: &str) -> Result<Vec<Workplace>, Trouble> {
    const OF: &str = "SELECT id, organisation_id, name, field, town, origin FROM record_workplace
        WHERE organisation_id = $1 ORDER BY id";
    let mut found: Vec<Workplace> = db.all(sql(OF, [organisation.into()])).await?;
    found.sort_by_cached_key(|workplace| i18n::sort_key(&workplace.name));
    Ok(found)
}

pub(crate) async fn remove_examples(change: &Change) -> Result<u64, Trouble> {
    change.run(sql("DELETE FROM record_workplace WHERE origin = $1", [Origin::Example.word().into()])).await
}
