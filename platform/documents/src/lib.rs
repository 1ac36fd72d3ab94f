#![doc = include_str!("../README.md")]

mod render;
mod report;
mod world;

pub use render::{Refused, render, warm_up};
pub use report::{Bar, BarChart, Block, Language, PageLabel, Report, Section, Table};

#[cfg(test)]
mod tests;
