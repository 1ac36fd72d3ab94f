//! Open data of the spine.

use db::{Db, Trouble};
use serde::Serialize;

use crate::{Viewer, organisation, workplace};

/// A file of open data: its name and its bytes.
pub type OpenFile = (&'static str, Vec<u8>);

#[derive(Serialize)]
struct OrganisationWithWorkplaces {
    #[serde(flatten)]
    organisation: crate::Organisation,
    workplaces: Vec<crate::Workplace>,
}

/// Everything of the spine that anyone may see.
pub async fn open_data(db: &Db) -> Result<Vec<OpenFile>, Trouble> {
    let mut all = Vec::new();
    for organisation in organisation::all(db, Viewer::Visitor).await? {
        let workplaces = workplace::of_organisation(db, Viewer::Visitor, &organisation.id).await?;
        all.push(OrganisationWithWorkplaces { organisation, workplaces });
    }
    let json = serde_json::to_vec_pretty(&all).expect("texts and lists always become JSON");
    Ok(vec![("organisations.json", json)])
}
