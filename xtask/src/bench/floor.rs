//! The limit: a bare axum handler that returns the same bytes.

use std::process::Command;

use anyhow::{Context, Result};

use super::folder;
use super::http::Answer;
use super::peer::Peer;
use crate::repository::target;

/// Starts it with what the platform answers on this path.
pub(super) fn start(path: &str, answer: &Answer) -> Result<Peer> {
    let file = folder()?.join("floor-page");
    std::fs::write(&file, &answer.body)?;
    let kind = answer.header("content-type").context("a page tells its type")?;
    Peer::start(Command::new(target().join("release/floor")).args([path, kind]).arg(file))
}
