#![doc = include_str!("../README.md")]

mod examples;
mod export;
mod follow;
mod origin;
mod pages;
mod store;
mod viewer;

use db::Db;
use web::Module;

pub use examples::{add as add_examples, remove as remove_examples};
pub use export::{OpenFile, open_data};
pub use follow::Follower;
pub use origin::Origin;
pub use store::event::{Event, Kind};
pub use store::organisation::{self, Level, NewOrganisation, Organisation};
pub use store::workplace::{self, NewWorkplace, Workplace};
pub use viewer::Viewer;

/// The module as the app knows it.
pub fn module(db: Db) -> Module {
    Module {
        pages: axum::Router::new(),
        api: pages::organisations::routes(db),
        places: Vec::new(),
        cookies: Vec::new(),
        background: Vec::new(),
    }
}
