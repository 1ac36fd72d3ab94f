//! The spine on both databases.

mod changes;
mod following;
mod log;
mod organisations;
