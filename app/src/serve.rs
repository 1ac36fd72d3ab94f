//! Serving the site until the operator says stop.

use anyhow::Context;
use db::Db;
use outside::Outside;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::{Settings, connections, examples, router};

/// Takes the port, which another program may be using.
pub(crate) async fn listen(settings: &Settings) -> anyhow::Result<TcpListener> {
    let address = settings.listen;
    let taken = TcpListener::bind(address).await;
    taken.with_context(|| format!("cannot listen on {address}: is another program using it?"))
}

pub(crate) async fn serve(listener: TcpListener, db: Db, outside: Outside, settings: &Settings) -> anyhow::Result<()> {
    if !settings.no_examples && examples::load(&db, &outside).await? {
        tracing::info!("loaded the example world into an empty database; `stafet examples remove` removes it");
    }
    let (site, background) = router(db.clone(), outside, settings).await?;
    let mut beside: JoinSet<()> = background.into_iter().collect();
    beside.spawn_blocking(documents::warm_up);
    println!("Stafet is ready at http://{}", listener.local_addr()?);
    connections::serve(listener, site, told_to_stop()).await;
    beside.abort_all();
    db.close().await?;
    Ok(())
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else { return drop(interrupted.await) };
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}
