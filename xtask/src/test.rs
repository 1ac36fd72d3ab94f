//! `cargo xtask test`: everything, on both databases and in a real browser.

use anyhow::{Context, Result};

use crate::debian::{Need, provide};
use crate::postgres::Postgres;
use crate::repository::cargo;
use crate::run::{each_line, through};
use crate::{browser, tidy};

const NEEDS: [Need; 2] =
    [Need { program: "initdb", package: "postgresql" }, Need { program: "chromium", package: "chromium" }];

pub(crate) fn run() -> Result<()> {
    provide(&NEEDS)?;
    tidy::run()?;
    through(cargo().args(["fmt", "--all", "--check"])).context("run `cargo fmt --all`")?;
    through(cargo().args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"]))?;
    let passed = rust_tests()? + browser::stories()?;
    println!("\n{passed} passed, 0 failed");
    Ok(())
}

/// Runs the tests of every crate, and counts them. Building them also builds the program that the browser stories use.
fn rust_tests() -> Result<u32> {
    let postgres = Postgres::start()?;
    let mut tests = cargo();
    tests.args(["test", "--workspace", "--no-fail-fast"]).env("STAFET_TEST_POSTGRES", postgres.url());
    let mut passed = 0;
    each_line(&mut tests, |line| passed += passed_in(line)).context("some tests failed")?;
    Ok(passed)
}

/// The count in a line such as `test result: ok. 12 passed; 0 failed; …`.
fn passed_in(line: &str) -> u32 {
    let counted = line.strip_prefix("test result: ok. ").and_then(|rest| rest.split(' ').next());
    counted.and_then(|count| count.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_the_closing_line() {
        assert_eq!(passed_in("test result: ok. 12 passed; 0 failed; 0 ignored"), 12);
        assert_eq!(passed_in("test a ... ok"), 0);
    }
}
