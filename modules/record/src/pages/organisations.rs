//! Organisations and their workplaces as open data.

use axum::Json;
use axum::extract::{Path, State};
use db::Db;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{AnyRefusal, Failure, ReadRefusal};

use crate::{Organisation, Viewer, Workplace, organisation, workplace};

pub(crate) fn routes(db: Db) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(list_workplaces)).with_state(db)
}

/// All organisations, by name.
#[utoipa::path(get, path = "/organisations", tag = "record",
    responses((status = 200, body = Vec<Organisation>), AnyRefusal, ReadRefusal))]
async fn list(State(db): State<Db>) -> Result<Json<Vec<Organisation>>, Failure> {
    Ok(Json(organisation::all(&db, Viewer::Visitor).await?))
}

/// The workplaces of an organisation, by name; none for an organisation that is not known.
#[utoipa::path(
    get,
    path = "/organisations/{id}/workplaces",
    tag = "record",
    params(("id" = String, Path, description = "The organisation's id")),
    responses((status = 200, body = Vec<Workplace>), AnyRefusal, ReadRefusal)
)]
async fn list_workplaces(State(db): State<Db>, Path(id): Path<String>) -> Result<Json<Vec<Workplace>>, Failure> {
    Ok(Json(workplace::of_organisation(&db, Viewer::Visitor, &id).await?))
}
