//! The built program, started on a free port with a folder of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

/// A running `stafet`; it stops when this is dropped.
pub(crate) struct Server {
    child: Child,
    url: String,
    folder: TempDir,
}

impl Server {
    /// Starts the program and waits until it says that it is ready.
    pub(crate) fn start(program: &Path, arguments: &[&str]) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("stafet-data-").tempdir()?;
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder.path()).args(arguments);
        let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start stafet")?;
        let mut lines = BufReader::new(child.stdout.take().context("the program has no output")?).lines();
        let Some(ready) = lines.next() else { bail!("stafet ended before it was ready") };
        let ready = ready?;
        let url = ready.rsplit(' ').next().unwrap_or_default().to_owned();
        Ok(Self { child, url, folder })
    }

    /// Where it listens, as `http://127.0.0.1:PORT`.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The process, for measuring it.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Its data folder.
    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    /// Ends it at once, as a power cut would.
    pub(crate) fn kill(mut self) -> Result<TempDir> {
        self.child.kill()?;
        self.child.wait()?;
        let elsewhere = tempfile::tempdir()?;
        Ok(std::mem::replace(&mut self.folder, elsewhere))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
