//! The shell of every page and the shared pieces.
//!
//! A page's template begins with `{% extends "shell.html" %}` and its struct has a field `shell`: a [`Shell`]. The crate
//! lists `../../platform/ui/templates` second in its `askama.toml`.

i18n::words!("ui");

mod shell;
mod texts;

pub use shell::{Crumb, Shell};
pub use texts::Texts;
