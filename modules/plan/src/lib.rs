#![doc = include_str!("../README.md")]

i18n::words!("plan");

mod activities;
mod operator;
mod pages;
mod search;

use web::{Cookie, Module, Place};

pub use operator::Operator;

/// The module as the app knows it, given what all the other modules announce.
pub fn module(operator: Operator, places: Vec<Place>, cookies: Vec<Cookie>) -> Module {
    pages::module(operator, places, cookies)
}
