//! The modules in order: the table of contents of the product.

use axum::Router;
use db::{Db, Trouble};
use outside::Outside;
use plan::Operator;
use utoipa::OpenApi;
use web::{Background, Limits, Metrics, Site, site};

use crate::Settings;
use crate::api::Head;

/// The whole site, and the work that goes on beside it.
pub async fn router(db: Db, outside: Outside, settings: &Settings) -> Result<(Router, Vec<Background>), Trouble> {
    let mut modules =
        vec![record::module(db.clone()), selftest::module(db.clone(), outside.clone(), settings.https).await?];
    let places = modules.iter().flat_map(|module| module.places.iter().copied()).collect();
    let cookies = modules.iter().flat_map(|module| module.cookies.iter().copied()).collect();
    let operator = Operator { name: settings.operator.clone(), mail: settings.contact.clone() };
    modules.push(plan::module(operator, places, cookies));
    let background = modules.iter_mut().flat_map(|module| std::mem::take(&mut module.background)).collect();
    let whole =
        Site { modules, db, outside, metrics: Metrics::default(), limits: Limits::default(), api: Head::openapi() };
    Ok((site(whole), background))
}
