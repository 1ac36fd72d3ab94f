//! The program `stafet`.

use std::process::ExitCode;

use clap::Parser;
use stafet::Command;
use stafet::settings::Cli;

fn main() -> ExitCode {
    let cli = Cli::parse();
    stafet::log::start(&cli.settings);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(stafet::run(cli.command.unwrap_or(Command::Serve), &cli.settings)),
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("stafet: {error:#}");
            ExitCode::FAILURE
        }
    }
}
