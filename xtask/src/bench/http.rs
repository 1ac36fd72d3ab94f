//! Asking over HTTP/1.1, on one connection that is kept.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use anyhow::{Context, Result, ensure};

/// What a form is sent as.
pub(super) const FORM: &str = "application/x-www-form-urlencoded";
/// What the API takes.
pub(super) const JSON: &str = "application/json";

/// An open connection, with the cookie that it was given, as a browser has it.
pub(super) struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
    cookie: Option<String>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Connection {
    /// Connects to `http://HOST:PORT`.
    pub(super) fn open(url: &str) -> Result<Self> {
        let host = url.strip_prefix("http://").context("only http:// is spoken here")?.to_owned();
        let stream = TcpStream::connect(&host).with_context(|| format!("cannot connect to {url}"))?;
        // Without this a small request waits for the answer to the one before.
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), host, cookie: None })
    }

    /// The cookie that it holds, as `NAME=VALUE`.
    pub(super) fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// Sends this cookie from now on.
    pub(super) fn hold(&mut self, cookie: &str) {
        self.cookie = Some(cookie.to_owned());
    }

    pub(super) fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\n"), &[])
    }

    /// Gets a page that must be there.
    pub(super) fn page(&mut self, path: &str) -> Result<Answer> {
        let answer = self.get(path)?;
        ensure!(answer.status == 200, "{path} answers {}", answer.status);
        Ok(answer)
    }

    pub(super) fn post(&mut self, path: &str, kind: &str, body: &str) -> Result<Answer> {
        let length = body.len();
        let head = format!("POST {path} HTTP/1.1\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n");
        self.ask(&head, body.as_bytes())
    }

    fn ask(&mut self, head: &str, body: &[u8]) -> Result<Answer> {
        let cookie = self.cookie.as_ref().map(|cookie| format!("Cookie: {cookie}\r\n")).unwrap_or_default();
        let mut request = format!("{head}Host: {}\r\n{cookie}\r\n", self.host).into_bytes();
        request.extend_from_slice(body);
        self.stream.get_mut().write_all(&request)?;
        let answer = self.answer()?;
        if let Some(line) = answer.header("set-cookie") {
            self.cookie = line.split(';').next().map(str::to_owned);
        }
        Ok(answer)
    }

    fn answer(&mut self) -> Result<Answer> {
        let status_line = self.line()?;
        let status = status_line.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.with_context(|| format!("no answer but `{status_line}`"))?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut answer = Answer { status, headers, body: Vec::new() };
        let length = answer.header("content-length").context("an answer does not tell its length")?.parse()?;
        answer.body.resize(length, 0);
        self.stream.read_exact(&mut answer.body)?;
        Ok(answer)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        let read = self.stream.read_line(&mut line)?;
        ensure!(read > 0, "the connection was closed");
        Ok(line.trim_end().to_owned())
    }
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}
