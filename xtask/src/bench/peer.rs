//! A server that the platform is measured beside.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// A running peer; it stops when this is dropped.
pub(super) struct Peer {
    child: Child,
    url: String,
}

impl Peer {
    /// Starts it, and waits for the line of its standard output that says `http://127.0.0.1:PORT`.
    pub(super) fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{name}`"))?;
        let output = child.stdout.take().context("a peer has no output")?;
        let mut peer = Self { child, url: String::new() };
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        peer.url =
            lines.find_map(|line| address_in(&line)).with_context(|| format!("`{name}` ended before it was ready"))?;
        // Whatever it says later must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(peer)
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // A polite end first: a master process takes its workers with it.
        drop(Command::new("kill").arg(self.child.id().to_string()).status());
        drop(self.child.wait());
    }
}

fn address_in(line: &str) -> Option<String> {
    let address = &line[line.find("http://127.0.0.1:")?..];
    let end = address.find([' ', ')']).unwrap_or(address.len());
    Some(address[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_the_line_that_says_it() {
        let line = "[2026-01-01] [INFO] Listening at: http://127.0.0.1:8123 (7)";
        assert_eq!(address_in(line).as_deref(), Some("http://127.0.0.1:8123"));
        assert_eq!(address_in("The floor is ready at http://127.0.0.1:9").as_deref(), Some("http://127.0.0.1:9"));
        assert_eq!(address_in("Booting worker"), None);
    }
}
