//! The only SQL of this module, one file a noun.

pub(crate) mod answers;
pub(crate) mod figure;
