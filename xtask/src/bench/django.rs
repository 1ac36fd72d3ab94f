//! The peer: the same pages in Django, with SQLite, under gunicorn.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::folder;
use super::peer::Peer;
use crate::repository::root;
use crate::run::through;

/// Installs Django where that has not been done, fills its database, and starts it.
pub(super) fn start() -> Result<Peer> {
    let environment = folder()?.join("django");
    install(&environment).context("the peer cannot be set up: it needs Python 3.10 or newer with venv, and PyPI")?;
    let database = folder()?.join("django.sqlite");
    if database.exists() {
        std::fs::remove_file(&database)?;
    }
    through(python(&environment, &database).args(["-m", "peer.seed"]))
        .context("the peer's database cannot be filled")?;
    Peer::start(python(&environment, &database).args(["-m", "gunicorn"]))
}

/// Installs what `requirements.txt` names, unless that has been done.
fn install(environment: &Path) -> Result<()> {
    let requirements = source().join("requirements.txt");
    let wanted = std::fs::read(&requirements)?;
    let stamp = environment.join("installed");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    through(Command::new("python3").args(["-m", "venv", "--clear"]).arg(environment))?;
    let mut pip = Command::new(environment.join("bin/pip"));
    through(pip.args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(requirements))?;
    Ok(std::fs::write(stamp, wanted)?)
}

fn python(environment: &Path, database: &Path) -> Command {
    let mut python = Command::new(environment.join("bin/python"));
    // The compiled files stay out of the repository.
    python
        .current_dir(source())
        .env("PEER_DATABASE", database)
        .env("PYTHONPYCACHEPREFIX", environment.join("compiled"));
    python
}

fn source() -> PathBuf {
    root().join("bench/django")
}
