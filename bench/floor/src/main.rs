//! `floor PATH TYPE FILE …`: serves each file at its path, from memory, and does nothing else.

use anyhow::Context;
use axum::Router;
use axum::body::Bytes;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut router = Router::new();
    for page in arguments.chunks(3) {
        let [path, kind, file] = page else { anyhow::bail!("each page is a path, a content type and a file") };
        let bytes = Bytes::from(std::fs::read(file).with_context(|| format!("cannot read `{file}`"))?);
        let kind = HeaderValue::try_from(kind)?;
        router = router.route(path, get(async move || ([(CONTENT_TYPE, kind)], bytes)));
    }
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("The floor is ready at http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}
