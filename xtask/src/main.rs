//! Everything a developer runs: `cargo xtask test`, `cargo xtask bench`, `cargo xtask tidy`.

mod bench;
mod browser;
mod debian;
mod postgres;
mod repository;
mod run;
mod server;
mod test;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask test    install what the tests need, then run everything: both databases, browser, accessibility, house rules
cargo xtask bench   the benchmarks, each beside its peer or limit in the same run
cargo xtask tidy    the house rules alone
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["test"] => test::run(),
        ["bench"] => bench::run(),
        ["tidy"] => tidy::run(),
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
