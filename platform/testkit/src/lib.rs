//! Both databases, a world that stands still, and visitors: for tests only.
//!
//! PostgreSQL is reached by `STAFET_TEST_POSTGRES`, which `cargo xtask test` sets after starting a server of its own. Without
//! it, every test on PostgreSQL fails: a database that is not tested must not pass in silence.

mod databases;
mod visitor;
mod world;

pub use databases::{TestDb, on_both};
pub use visitor::{Answer, Visitor};
pub use world::still;
