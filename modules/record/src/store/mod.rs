//! The only SQL of this module, one file a noun.

pub mod organisation;
pub mod workplace;
