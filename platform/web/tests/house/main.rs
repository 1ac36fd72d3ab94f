//! The house around every page, on a site made for the tests: what becomes of faults, and of what takes too long.

mod faults;
mod files;
mod site;
