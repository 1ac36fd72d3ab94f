//! The whole program: its pages, its commands, its API, and what it does when things go wrong.
//!
//! One binary for all of it, so that linking stays quick; one file a subject.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops, also in what the tests share")]

// Who takes part in the stories.
mod program;
mod reading;
mod taker;
mod wire;
mod world;

// The stories.
mod anything;
mod api;
mod api_answers;
mod commands;
mod crawl;
mod database_trouble;
mod disclosure;
mod draft;
mod hostile;
mod keeping;
mod killed;
mod official;
mod pages;
mod probes;
mod result;
mod taking;
