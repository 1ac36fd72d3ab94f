#![doc = include_str!("../README.md")]

mod address;
mod content_type;
mod file;
mod fonts;
mod tree;

pub use address::{prefix, url};
pub use fonts::fonts;
pub use tree::{Asset, find};
