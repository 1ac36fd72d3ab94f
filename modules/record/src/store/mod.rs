//! The only SQL of this module, one file a noun.

pub(crate) mod event;
pub mod organisation;
pub mod workplace;
