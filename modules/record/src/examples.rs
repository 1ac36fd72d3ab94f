//! The invented organisations of the example world.

use db::{Db, Trouble};
use outside::Clock;
use serde::Deserialize;
use serde_json::json;

use crate::store::{organisation, workplace};
use crate::{Event, Level, NewOrganisation, NewWorkplace, Origin, Viewer};

#[derive(Deserialize)]
struct ExampleOrganisation {
    id: String,
    name: String,
    level: ExampleLevel,
    workplaces: Vec<ExampleWorkplace>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum ExampleLevel {
    Municipal,
    Regional,
    State,
}

#[derive(Deserialize)]
struct ExampleWorkplace {
    id: String,
    name: String,
    field: String,
    town: Option<String>,
}

/// Adds the example organisations to a database that has no organisation yet. Says whether it did.
pub async fn add(db: &Db, clock: &dyn Clock, world: &str) -> Result<bool, Trouble> {
    if !organisation::all(db, Viewer::Operator).await?.is_empty() {
        return Ok(false);
    }
    let organisations: Vec<ExampleOrganisation> =
        serde_json::from_str(world).expect("the example world is embedded and tested");
    let change = db.change().await?;
    for example in &organisations {
        example.new_organisation().add(&change, clock, Viewer::Operator).await?;
        for place in &example.workplaces {
            place.new_workplace(&example.id).add(&change, clock, Viewer::Operator).await?;
        }
    }
    change.commit().await?;
    Ok(true)
}

/// Removes the invented organisations and workplaces, and says how many there were.
pub async fn remove(db: &Db, clock: &dyn Clock) -> Result<u64, Trouble> {
    let change = db.change().await?;
    let removed = workplace::remove_examples(&change).await? + organisation::remove_examples(&change).await?;
    let body = json!({ "removed": removed });
    Event::append(&change, clock, Viewer::Operator, "record.examples_removed", "examples", &body).await?;
    change.commit().await?;
    Ok(removed)
}

impl ExampleOrganisation {
    fn new_organisation(&self) -> NewOrganisation<'_> {
        let level = match self.level {
            ExampleLevel::Municipal => Level::Municipal,
            ExampleLevel::Regional => Level::Regional,
            ExampleLevel::State => Level::State,
        };
        NewOrganisation { id: &self.id, name: &self.name, level, official_code: None, origin: Origin::Example }
    }
}

impl ExampleWorkplace {
    fn new_workplace<'a>(&'a self, organisation_id: &'a str) -> NewWorkplace<'a> {
        NewWorkplace {
            id: &self.id,
            organisation_id,
            name: &self.name,
            field: &self.field,
            town: self.town.as_deref(),
            origin: Origin::Example,
        }
    }
}
