//! The crate as its callers see it, and the pages as their readers see them.

mod contrast;
mod pages;
mod rules;
mod sample;
