//! What an activity hands to the app.

use std::pin::Pin;

use axum::Router;
use i18n::Language;
use utoipa_axum::router::OpenApiRouter;

/// One activity: everything the app needs to know of it.
pub struct Module {
    /// Its pages, at their Danish paths and without a language.
    pub pages: Router,
    /// Its endpoints under `/api/v1`.
    pub api: OpenApiRouter,
    /// Its pages that a visitor can look up.
    pub places: Vec<Place>,
    /// The cookies it may set, all of them strictly necessary.
    pub cookies: Vec<Cookie>,
    /// What it does beside answering requests, as long as the program runs: mostly following the event log.
    pub background: Vec<Background>,
}

/// Work that never ends by itself.
pub type Background = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A cookie, as the cookie page tells of it.
#[derive(Debug, Clone, Copy)]
pub struct Cookie {
    /// Its name in the browser.
    pub name: &'static str,
    /// What it is for.
    pub purpose: fn(Language) -> String,
    /// How long it stays.
    pub lifetime: fn(Language) -> String,
}

/// A page that can be found by its words.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its path without a language.
    pub path: &'static str,
    /// What it is called.
    pub title: fn(Language) -> String,
    /// What one finds there, in a sentence.
    pub summary: fn(Language) -> String,
    /// What else can be read there, line by line. Search shows the line in which it found a word.
    pub lines: fn(Language) -> Vec<String>,
}
