//! What each command does.

use std::path::Path;

use anyhow::{Context, bail};
use db::{Address, Db};
use outside::Outside;

use crate::settings::{Examples, Import};
use crate::{Command, Settings, examples, serve};

/// Does what the operator asked for. Only what puts something in may make a database.
pub async fn run(command: Command, settings: &Settings) -> anyhow::Result<()> {
    let outside = Outside::real();
    match command {
        Command::Serve => serve(outside, settings).await,
        Command::Migrate => migrate(open_or_make(settings).await?).await,
        Command::Import { kind } => import(open_or_make(settings).await?, &outside, kind).await,
        Command::Restore { file } => restore(&file, settings).await,
        Command::Backup { file } => backup(open(settings).await?, &file).await,
        Command::Export { folder } => export(open(settings).await?, &folder).await,
        Command::Examples { action: Examples::Remove } => remove_examples(open(settings).await?, &outside).await,
    }
}

async fn open_or_make(settings: &Settings) -> anyhow::Result<Db> {
    std::fs::create_dir_all(&settings.data)
        .with_context(|| format!("cannot make the data folder `{}`", settings.data.display()))?;
    up_to_date(&settings.address()?).await
}

async fn open(settings: &Settings) -> anyhow::Result<Db> {
    let address = settings.address()?;
    if address.is_vacant() {
        bail!("there is no database at {address:?}");
    }
    up_to_date(&address).await
}

async fn up_to_date(address: &Address) -> anyhow::Result<Db> {
    let db = Db::open(address).await.with_context(|| format!("cannot open {address:?}"))?;
    db.migrate().await?;
    Ok(db)
}

/// The port comes first: when it is taken, nothing is made.
async fn serve(outside: Outside, settings: &Settings) -> anyhow::Result<()> {
    let listener = serve::listen(settings).await?;
    serve::serve(listener, open_or_make(settings).await?, outside, settings).await
}

async fn migrate(db: Db) -> anyhow::Result<()> {
    db.close().await?;
    println!("the tables are up to date");
    Ok(())
}

async fn restore(file: &Path, settings: &Settings) -> anyhow::Result<()> {
    db::restore(file, &settings.address()?).await?;
    println!("restored `{}`", file.display());
    Ok(())
}

async fn backup(db: Db, file: &Path) -> anyhow::Result<()> {
    db.backup(file).await?;
    db.close().await?;
    println!("backed up to `{}`", file.display());
    Ok(())
}

async fn import(db: Db, outside: &Outside, kind: Import) -> anyhow::Result<()> {
    let Import::Statbank { file, url, table } = kind;
    let imported = match (&file, &url) {
        (Some(file), _) => selftest::import_file(&db, outside, file, table.as_deref()).await?,
        (None, Some(url)) => selftest::import_url(&db, outside, url, table.as_deref()).await?,
        (None, None) => bail!("give a file, or --url"),
    };
    db.close().await?;
    print!("{imported}");
    Ok(())
}

async fn export(db: Db, folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir(folder).with_context(|| format!("cannot make the folder `{}`", folder.display()))?;
    let mut files = record::open_data(&db).await?;
    files.extend(selftest::open_data(&db).await?);
    db.close().await?;
    for (name, bytes) in &files {
        std::fs::write(folder.join(name), bytes)?;
    }
    println!("wrote {} files into `{}`", files.len(), folder.display());
    Ok(())
}

async fn remove_examples(db: Db, outside: &Outside) -> anyhow::Result<()> {
    let removed = examples::remove(&db, outside).await?;
    db.close().await?;
    println!("removed {removed} rows of the example world");
    Ok(())
}
