//! Fetching a table over HTTP, with a limit on everything: time, bytes and redirects.

mod fetch_error;
mod tls;

use std::time::Duration;

use reqwest::{Response, StatusCode, Url, header, redirect};

pub use fetch_error::FetchError;

use crate::table_id::table_id_in_path;

/// The most redirects that are followed.
pub const REDIRECT_LIMIT: usize = 3;

/// How long and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest wait for a connection.
    pub connect: Duration,
    /// The longest silence while waiting for the answer or its next bytes.
    pub read: Duration,
    /// The longest time for all of it, however busily the server drips.
    pub total: Duration,
    /// The largest body, in bytes.
    pub max_bytes: usize,
}

/// A server's whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The body.
    pub bytes: Vec<u8>,
    /// The `Content-Type` as sent; servers often get it wrong, so only the bytes decide the form.
    pub content_type: Option<String>,
    /// The table id that the final address names, if it names one.
    pub table_id_guess: Option<String>,
}

/// Fetches over HTTP and HTTPS, without a proxy and with the trusted certificates built in.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    limits: Limits,
}

impl Client {
    /// A client that keeps to the limits.
    pub fn new(limits: Limits) -> Self {
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::config())
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .no_proxy()
            .redirect(redirect::Policy::limited(REDIRECT_LIMIT))
            .connect_timeout(limits.connect)
            .read_timeout(limits.read)
            .build()
            .expect("every part of the client is fixed and fits the others");
        Self { http, limits }
    }

    /// Fetches one address whole, or says why not.
    pub async fn fetch(&self, url: &str) -> Result<Fetched, FetchError> {
        let url = web_address(url)?;
        let total = self.limits.total;
        let fetched = tokio::time::timeout(total, self.fetch_unhurried(url)).await;
        fetched.unwrap_or(Err(FetchError::TimedOut { after: total }))
    }

    async fn fetch_unhurried(&self, url: Url) -> Result<Fetched, FetchError> {
        let answer = self.http.get(url).send().await.map_err(|error| self.before_the_body(&error))?;
        if answer.status() != StatusCode::OK {
            return Err(FetchError::Status { code: answer.status().as_u16() });
        }
        let content_type = answer.headers().get(header::CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok()).map(str::to_owned);
        let table_id_guess = answer.url().path_segments().and_then(table_id_in_path);
        let bytes = self.body(answer).await?;
        Ok(Fetched { bytes, content_type, table_id_guess })
    }

    /// The body, as far as the limit on bytes; a body shorter than announced is an error of the transport.
    async fn body(&self, mut answer: Response) -> Result<Vec<u8>, FetchError> {
        let limit = self.limits.max_bytes;
        if answer.content_length().is_some_and(|announced| usize::try_from(announced).is_ok_and(|n| n > limit)) {
            return Err(FetchError::TooLarge { limit });
        }
        let mut bytes = Vec::new();
        loop {
            let received = bytes.len();
            let chunk = answer.chunk().await.map_err(|error| self.within_the_body(&error, received))?;
            let Some(chunk) = chunk else { return Ok(bytes) };
            if chunk.len() > limit - received {
                return Err(FetchError::TooLarge { limit });
            }
            bytes.extend_from_slice(&chunk);
        }
    }

    fn before_the_body(&self, error: &reqwest::Error) -> FetchError {
        if error.is_timeout() {
            let after = if error.is_connect() { self.limits.connect } else { self.limits.read };
            return FetchError::TimedOut { after };
        }
        if error.is_redirect() {
            return FetchError::TooManyRedirects { limit: REDIRECT_LIMIT };
        }
        if error.is_connect() { FetchError::Unreachable } else { FetchError::CutOff { received: 0 } }
    }

    fn within_the_body(&self, error: &reqwest::Error, received: usize) -> FetchError {
        if error.is_timeout() {
            return FetchError::TimedOut { after: self.limits.read };
        }
        FetchError::CutOff { received }
    }
}

/// The address, if it is one of the web.
fn web_address(url: &str) -> Result<Url, FetchError> {
    let url = Url::parse(url.trim()).map_err(|_| FetchError::BadAddress)?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err(FetchError::BadAddress);
    }
    Ok(url)
}
