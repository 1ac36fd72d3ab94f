//! The named example world: what a newcomer sees, and what tests and screenshots use.

use db::{Db, Trouble};
use outside::Outside;

const ORGANISATIONS: &str = include_str!("../../examples/organisations.json");

/// Loads the example world into an empty database. Says whether it did.
pub(crate) async fn load(db: &Db, outside: &Outside) -> Result<bool, Trouble> {
    if !record::add_examples(db, outside.clock.as_ref(), ORGANISATIONS).await? {
        return Ok(false);
    }
    selftest::add_examples(db, outside).await?;
    Ok(true)
}

/// Removes everything invented, and says how many rows that was.
pub(crate) async fn remove(db: &Db, outside: &Outside) -> Result<u64, Trouble> {
    Ok(selftest::remove_examples(db, outside).await? + record::remove_examples(db, outside.clock.as_ref()).await?)
}
