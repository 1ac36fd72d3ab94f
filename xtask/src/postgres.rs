//! A PostgreSQL server of our own, in a temporary folder, on a free port of 127.0.0.1.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::debian::{find, is_root};
use crate::run::through;

/// A running server; it stops when this is dropped.
pub(crate) struct Postgres {
    folder: TempDir,
    port: u16,
}

impl Postgres {
    /// Makes a new cluster and starts it.
    pub(crate) fn start() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("stafet-postgres-").tempdir()?;
        if is_root() {
            through(Command::new("chown").arg("postgres").arg(folder.path()))?;
        }
        let server = Self { port: free_port()?, folder };
        server.make_cluster()?;
        server.control("start")?;
        Ok(server)
    }

    /// Where it is reached, without the name of a database.
    pub(crate) fn url(&self) -> String {
        format!("postgres://stafet@127.0.0.1:{}", self.port)
    }

    fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    fn make_cluster(&self) -> Result<()> {
        let mut initdb = as_postgres("initdb", self.folder.path())?;
        initdb.args(["--username=stafet", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "-D"]);
        through(initdb.arg(self.data()).stdout(Stdio::null()))
    }

    fn control(&self, action: &str) -> Result<()> {
        // Only loopback is listened on, and the socket stays in the server's own folder.
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c max_connections=200",
            self.port,
            self.folder.path().display()
        );
        let mut control = as_postgres("pg_ctl", self.folder.path())?;
        control.arg(action).args(["--wait", "--silent", "-o", &options, "-D"]).arg(self.data());
        control.arg("-l").arg(self.folder.path().join("log"));
        through(control.stdout(Stdio::null()))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Ok(mut control) = as_postgres("pg_ctl", self.folder.path()) {
            let stopped = control.args(["stop", "--mode=immediate", "--silent", "-D"]).arg(self.data()).status();
            // A server that will not stop must not hide the result of the tests.
            drop(stopped);
        }
    }
}

/// One of PostgreSQL's programs, as a user it accepts.
fn as_postgres(program: &str, folder: &Path) -> Result<Command> {
    let path =
        find(program).with_context(|| format!("`{program}` is missing: install the Debian package postgresql"))?;
    let mut command = if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(path);
        command
    } else {
        Command::new(path)
    };
    command.current_dir(folder);
    Ok(command)
}

/// A port nobody uses.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
