//! What each command does.

use std::path::Path;

use anyhow::Context;
use db::Db;
use outside::Outside;

use crate::settings::{Examples, Import};
use crate::{Command, Settings, examples, serve};

/// Does what the operator asked for.
pub async fn run(command: Command, settings: &Settings) -> anyhow::Result<()> {
    let outside = Outside::real();
    if let Command::Restore { file } = &command {
        return restore(file, settings).await;
    }
    let db = open(settings).await?;
    match command {
        Command::Serve => return serve::serve(db, outside, settings).await,
        Command::Migrate => println!("the tables are up to date"),
        Command::Backup { file } => backup(&db, &file).await?,
        Command::Export { folder } => export(&db, &folder).await?,
        Command::Import { kind } => import(&db, &outside, kind).await?,
        Command::Examples { action: Examples::Remove } => {
            println!("removed {} rows of the example world", examples::remove(&db, &outside).await?);
        }
        Command::Restore { .. } => {}
    }
    db.close().await?;
    Ok(())
}

async fn open(settings: &Settings) -> anyhow::Result<Db> {
    std::fs::create_dir_all(&settings.data)
        .with_context(|| format!("cannot make the data folder `{}`", settings.data.display()))?;
    let address = settings.address()?;
    let db = Db::open(&address).await.with_context(|| format!("cannot open {address:?}"))?;
    db.migrate().await?;
    Ok(db)
}

async fn restore(file: &Path, settings: &Settings) -> anyhow::Result<()> {
    std::fs::create_dir_all(&settings.data)?;
    db::restore(file, &settings.address()?).await?;
    println!("restored `{}`", file.display());
    Ok(())
}

async fn backup(db: &Db, file: &Path) -> anyhow::Result<()> {
    db.backup(file).await?;
    println!("backed up to `{}`", file.display());
    Ok(())
}

async fn import(db: &Db, outside: &Outside, kind: Import) -> anyhow::Result<()> {
    let Import::Statbank { file, url, table } = kind;
    let imported = match (&file, &url) {
        (Some(file), _) => selftest::import_file(db, outside, file, table.as_deref()).await?,
        (None, Some(url)) => selftest::import_url(db, outside, url, table.as_deref()).await?,
        (None, None) => anyhow::bail!("give a file, or --url"),
    };
    print!("{imported}");
    Ok(())
}

async fn export(db: &Db, folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir(folder).with_context(|| format!("cannot make the folder `{}`", folder.display()))?;
    let mut files = record::open_data(db).await?;
    files.extend(selftest::open_data(db).await?);
    for (name, bytes) in &files {
        std::fs::write(folder.join(name), bytes)?;
    }
    println!("wrote {} files into `{}`", files.len(), folder.display());
    Ok(())
}
