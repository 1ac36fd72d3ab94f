//! One file a page.

mod accessibility;
mod contact;
mod cookies;
mod front;
mod places;
mod privacy;
mod search;

use std::sync::Arc;

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;
use i18n::Language;
use utoipa_axum::router::OpenApiRouter;
use web::{Cookie, Module, Place, Visit};

use crate::Operator;
use crate::search::Index;

/// What the pages are made from; it does not change while the program runs.
pub(crate) struct Announced {
    operator: Operator,
    places: Vec<Place>,
    cookies: Vec<Cookie>,
    indexes: [Index; 2],
}

impl Announced {
    fn new(operator: Operator, places: Vec<Place>, cookies: Vec<Cookie>) -> Self {
        let indexes = Language::ALL.map(|language| Index::of(&places, language));
        Self { operator, places, cookies, indexes }
    }

    fn stands(&self, path: &str) -> bool {
        self.places.iter().any(|place| place.path == path)
    }

    /// What can be found in this language.
    fn index(&self, language: Language) -> &Index {
        match language {
            Language::Danish => &self.indexes[0],
            Language::English => &self.indexes[1],
        }
    }
}

pub(crate) fn module(operator: Operator, mut places: Vec<Place>, cookies: Vec<Cookie>) -> Module {
    let own = places::places();
    places.extend(own.iter().copied());
    let announced = Arc::new(Announced::new(operator, places, cookies));
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
