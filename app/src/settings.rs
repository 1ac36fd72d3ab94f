//! The command line and the environment: every setting there is.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Arg, Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use db::{Address, BadAddress};

/// The heading of the settings that matter to `serve` alone.
const SERVING: &str = "Settings of `serve`";

/// Stafet: carries a public innovation from the first good experience to documented value in the next workplace.
#[derive(Debug, Parser)]
#[command(name = "stafet", version)]
pub struct Cli {
    /// What to do; `serve` where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How.
    #[command(flatten)]
    pub settings: Settings,
}

/// Every setting. Each can also be given in the environment, as named.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// The address to listen on.
    #[arg(long, global = true, help_heading = SERVING, env = "STAFET_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The database: `sqlite:FILE` or `postgres://USER@HOST/NAME`. Without it, an SQLite file in the data folder.
    #[arg(long, global = true, env = "STAFET_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// The folder for everything that is kept on disk.
    #[arg(long, global = true, env = "STAFET_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Do not load the example world into an empty database.
    #[arg(long, global = true, help_heading = SERVING, env = "STAFET_NO_EXAMPLES")]
    pub no_examples: bool,
    /// Who runs this copy, as shown to visitors.
    #[arg(long, global = true, help_heading = SERVING, env = "STAFET_OPERATOR")]
    pub operator: Option<String>,
    /// Where visitors can write to.
    #[arg(long, global = true, help_heading = SERVING, env = "STAFET_CONTACT")]
    pub contact: Option<String>,
    /// The site is served by HTTPS, so cookies must never travel without it.
    #[arg(long, global = true, help_heading = SERVING, env = "STAFET_HTTPS")]
    pub https: bool,
    /// Write the log as JSON, a line an event.
    #[arg(long, global = true, env = "STAFET_LOG_JSON")]
    pub log_json: bool,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the site.
    Serve,
    /// Bring the tables of the database up to date, and stop.
    Migrate,
    /// Copy the database into a new file while it is in use.
    Backup {
        /// The file to make.
        file: PathBuf,
    },
    /// Put a backup where the database is to be. The server must not be running.
    Restore {
        /// The backup.
        file: PathBuf,
    },
    /// Write all open data into a folder, as CSV and JSON.
    Export {
        /// The folder to make.
        folder: PathBuf,
    },
    /// Read something in.
    Import {
        /// What.
        #[command(subcommand)]
        kind: Import,
    },
    /// The example world.
    Examples {
        /// What to do with it.
        #[command(subcommand)]
        action: Examples,
    },
}

/// What can be read in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Official figures: a StatBank table OIN01DK, OIN02DK, OIN03DK or OIN04DK as CSV, BULK or JSON-stat.
    Statbank {
        /// The file, named after its table.
        #[arg(required_unless_present = "url", conflicts_with = "url")]
        file: Option<PathBuf>,
        /// An address to fetch the table from, or just the table's name for StatBank's own address.
        #[arg(long)]
        url: Option<String>,
        /// The table, where neither the file's name nor its content says it.
        #[arg(long)]
        table: Option<String>,
    },
}

/// What can be done with the example world.
#[derive(Debug, Subcommand)]
pub enum Examples {
    /// Remove everything invented. What is real stays.
    Remove,
}

impl Cli {
    /// Reads the command line and the environment. A wrong call is told what is right, and ends the program.
    pub fn read() -> Self {
        Self::from_arg_matches(&command_line().get_matches()).unwrap_or_else(|error| error.exit())
    }
}

/// The command line, on which each command's help lists the settings that matter to it.
fn command_line() -> clap::Command {
    let whole = Cli::command();
    let serving = whole.get_arguments().filter(|setting| setting.get_help_heading() == Some(SERVING));
    let unlisted: Vec<Arg> = serving.map(|setting| setting.clone().hide(true)).collect();
    whole.mut_subcommands(|command| match command.get_name() {
        "serve" => command,
        _ => command.args(&unlisted),
    })
}

impl Settings {
    /// Where the database is.
    pub fn address(&self) -> Result<Address, BadAddress> {
        match &self.database {
            Some(text) => Address::read(text),
            None => Ok(Address::inside(&self.data)),
        }
    }
}
