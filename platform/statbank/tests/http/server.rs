//! A server on this machine that answers every connection with one fixed behaviour.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with a connection.
#[derive(Clone)]
pub(crate) enum Behaviour {
    /// Sends the bytes as they are and closes.
    Send(Vec<u8>),
    /// Reads the request and never answers.
    Silence,
    /// Sends the bytes, then nothing, and keeps the connection.
    SendThenSilence(Vec<u8>),
    /// Sends the bytes, then one more byte every few milliseconds for ever.
    SendThenDrip(Vec<u8>),
    /// Closes without a byte of an answer.
    Close,
}

/// Starts a server on a free port and gives the address of a path on it.
pub(crate) async fn start(behaviour: Behaviour, path: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port on this machine");
    let address = listener.local_addr().expect("a bound port has an address");
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            tokio::spawn(answer(connection, behaviour.clone()));
        }
    });
    format!("http://{address}{path}")
}

/// A whole answer with its true length.
pub(crate) fn whole(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    announced(status, headers, body.len(), body)
}

/// An answer that announces a length, which may not be the body's.
pub(crate) fn announced(status: &str, headers: &str, length: usize, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n");
    [head.as_bytes(), body].concat()
}

/// The start of a chunked answer: one chunk, and no end.
pub(crate) fn one_chunk(body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n", body.len());
    [head.as_bytes(), body, b"\r\n"].concat()
}

async fn answer(mut connection: TcpStream, behaviour: Behaviour) -> std::io::Result<()> {
    read_request(&mut connection).await?;
    match behaviour {
        Behaviour::Close => Ok(()),
        Behaviour::Silence => std::future::pending().await,
        Behaviour::Send(bytes) => {
            connection.write_all(&bytes).await?;
            connection.shutdown().await
        }
        Behaviour::SendThenSilence(bytes) => {
            connection.write_all(&bytes).await?;
            std::future::pending().await
        }
        Behaviour::SendThenDrip(bytes) => {
            connection.write_all(&bytes).await?;
            let mut pace = tokio::time::interval(Duration::from_millis(5));
            loop {
                pace.tick().await;
                connection.write_all(b"1").await?;
            }
        }
    }
}

/// Reads to the empty line that ends a request without a body, or as far as it is clear that this is no HTTP.
async fn read_request(connection: &mut TcpStream) -> std::io::Result<()> {
    let mut request = Vec::new();
    let mut part = [0; 1024];
    while !request.ends_with(b"\r\n\r\n") {
        let read = connection.read(&mut part).await?;
        request.extend_from_slice(&part[..read]);
        if read == 0 || !request.starts_with(b"GET ") {
            break;
        }
    }
    Ok(())
}
