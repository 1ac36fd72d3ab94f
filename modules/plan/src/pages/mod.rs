//! One file a page.

mod accessibility;
mod contact;
mod cookies;
mod front;
mod privacy;
mod search;

use std::sync::Arc;

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;
use i18n::t;
use utoipa_axum::router::OpenApiRouter;
use web::{Cookie, Module, Place, Visit};

use crate::Operator;

/// What the pages are made from; it does not change while the program runs.
pub(crate) struct Announced {
    operator: Operator,
    places: Vec<Place>,
    cookies: Vec<Cookie>,
}

impl Announced {
    fn stands(&self, path: &str) -> bool {
        self.places.iter().any(|place| place.path == path)
    }
}

pub(crate) fn module(operator: Operator, mut places: Vec<Place>, cookies: Vec<Cookie>) -> Module {
    let own = own_places();
    places.extend(own.iter().copied());
    let announced = Arc::new(Announced { operator, places, cookies });
    let pages = Router::new()
        .route("/", get(front::show))
        .route("/handlingsplan", get(async |visit: Visit| Redirect::permanent(&visit.to("/"))))
        .route("/soeg", get(search::list))
        .route("/cookies", get(cookies::show))
        .route("/tilgaengelighed", get(accessibility::show))
        .route("/privatliv", get(privacy::show))
        .route("/kontakt", get(contact::show))
        .with_state(announced);
    Module { pages, api: OpenApiRouter::new(), places: own, cookies: Vec::new(), background: Vec::new() }
}

fn own_places() -> Vec<Place> {
    vec![
        Place {
            path: "/",
            title: |language| t!(language, "front-title"),
            summary: |language| t!(language, "front-summary"),
        },
        Place {
            path: "/soeg",
            title: |language| t!(language, "search-title"),
            summary: |language| t!(language, "search-summary"),
        },
        Place {
            path: "/tilgaengelighed",
            title: |language| t!(language, "accessibility-title"),
            summary: |language| t!(language, "accessibility-summary"),
        },
        Place {
            path: "/privatliv",
            title: |language| t!(language, "privacy-title"),
            summary: |language| t!(language, "privacy-summary"),
        },
        Place {
            path: "/cookies",
            title: |language| t!(language, "cookies-title"),
            summary: |language| t!(language, "cookies-summary"),
        },
        Place {
            path: "/kontakt",
            title: |language| t!(language, "contact-title"),
            summary: |language| t!(language, "contact-summary"),
        },
    ]
}
