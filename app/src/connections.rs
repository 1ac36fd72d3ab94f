//! Every connection: how long it may take to ask, and how it ends.

use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};

/// A visitor who has not asked whole within this time is not listened to any longer.
const TO_ASK: Duration = Duration::from_secs(30);
/// Requests under way get this long to end once the operator has said stop.
const TO_END: Duration = Duration::from_secs(10);
/// When no connection can be taken (too many files are open, say), the next try waits.
const TO_RECOVER: Duration = Duration::from_millis(100);

/// Serves the site until `stop` has come and the requests under way have ended, or have had their time.
pub(crate) async fn serve(listener: TcpListener, site: Router, stop: impl Future<Output = ()>) {
    let open = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, _)) => take(stream, &site, &open),
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(TO_RECOVER).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(TO_END, open.shutdown()).await.is_err() {
        tracing::info!("some requests did not end in time, and were left");
    }
}

fn take(stream: TcpStream, site: &Router, open: &GracefulShutdown) {
    // An answer is written whole, so there is nothing to gain by waiting for more of it.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "the connection was gone at once");
        return;
    }
    let service = TowerToHyperService::new(site.clone());
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(TO_ASK);
    let connection = open.watch(http.serve_connection(TokioIo::new(stream), service));
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}
