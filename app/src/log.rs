//! The log: what the operator needs to know, on standard error, without names, addresses or answers.

use tracing_subscriber::EnvFilter;

use crate::Settings;

/// Starts the log. `RUST_LOG` says how much; warnings and what the program announces otherwise.
pub fn start(settings: &Settings) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,stafet=info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if settings.log_json {
        log.json().init();
    } else {
        log.compact().init();
    }
}
