//! The one binary: puts the modules together, and knows nothing else.

mod api;
mod commands;
mod connections;
mod examples;
pub mod log;
mod modules;
mod serve;
pub mod settings;

pub use commands::run;
pub use modules::router;
pub use settings::{Command, Settings};
