#![doc = include_str!("../README.md")]

i18n::words!("selftest");

mod content;
mod counts;
mod draft;
mod examples;
mod export;
mod figures;
mod import;
mod official;
mod outcome;
mod pages;
mod report;
mod store;

use db::{Db, Trouble};
use outside::Outside;
use record::Follower;
use web::Module;

use counts::Counts;
use figures::CurrentFigures;

pub use examples::{add as add_examples, remove as remove_examples};
pub use export::open_data;
pub use import::{ImportFailed, Imported, import_file, import_url};

/// What the pages of the self-test need.
#[derive(Clone)]
pub(crate) struct Selftest {
    db: Db,
    outside: Outside,
    figures: CurrentFigures,
    counts: Counts,
    /// Whether cookies may only travel by HTTPS.
    secure: bool,
}

/// The module as the app knows it.
pub async fn module(db: Db, outside: Outside, secure: bool) -> Result<Module, Trouble> {
    // The follower starts first, so that no replacement falls between reading the figures and following the log.
    let follower = Follower::from_now(db.clone()).await?;
    let figures = CurrentFigures::load(db.clone()).await?;
    let selftest = Selftest { counts: Counts::new(db.clone()), db, outside, figures: figures.clone(), secure };
    Ok(Module {
        pages: pages::pages(selftest.clone()),
        api: pages::api(selftest),
        places: pages::places(),
        cookies: pages::cookies(),
        background: vec![Box::pin(figures.follow(follower))],
    })
}
