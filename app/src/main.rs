//! The program `stafet`.

use std::process::ExitCode;

use stafet::Command;
use stafet::settings::Cli;

/// Pages are made of many small texts; this allocator handles them quicker than the system's, from several threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::read();
    stafet::log::start(&cli.settings);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(stafet::run(cli.command.unwrap_or(Command::Serve), &cli.settings)),
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("stafet: {}", web::told(&error));
            ExitCode::FAILURE
        }
    }
}
