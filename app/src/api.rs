//! The head of `/api/openapi.json`.

use utoipa::OpenApi;

/// What the API says of itself.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Stafet",
        description = "Open data and actions of the platform. Errors have one shape everywhere: ApiError.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    components(schemas(web::ApiError))
)]
pub(crate) struct Head;
