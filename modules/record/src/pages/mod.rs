//! One file a page or endpoint.

pub(crate) mod organisations;
