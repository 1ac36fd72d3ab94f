//! HTTP as it travels, for a server in a process of its own.

use std::io::{Read, Result, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// Opens a page.
pub(crate) fn get(address: &str, path: &str, headers: &str) -> Result<Reply> {
    exchange(
        address,
        format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n").as_bytes(),
    )
}

/// Sends a body.
pub(crate) fn post(address: &str, path: &str, kind: &str, headers: &str, body: &[u8]) -> Result<Reply> {
    let length = body.len();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: {kind}\r\n\
         Content-Length: {length}\r\n{headers}\r\n"
    );
    exchange(address, &[head.as_bytes(), body].concat())
}

/// Sends a form.
pub(crate) fn post_form(address: &str, path: &str, headers: &str, form: &str) -> Result<Reply> {
    post(address, path, "application/x-www-form-urlencoded", headers, form.as_bytes())
}

/// Sends JSON.
pub(crate) fn post_json(address: &str, path: &str, json: &str) -> Result<Reply> {
    post(address, path, "application/json", "", json.as_bytes())
}

fn exchange(address: &str, request: &[u8]) -> Result<Reply> {
    let mut connection = TcpStream::connect(address)?;
    connection.set_read_timeout(Some(Duration::from_mins(1)))?;
    // A server may answer before it has read everything, and then read no more.
    connection.write_all(request).ok();
    let mut reply = Vec::new();
    connection.read_to_end(&mut reply)?;
    read(&reply).ok_or_else(|| std::io::Error::other("the connection ended before the answer"))
}

fn read(reply: &[u8]) -> Option<Reply> {
    let text = String::from_utf8_lossy(reply);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Reply { status, head: head.to_owned(), body: body.to_owned() })
}

impl Reply {
    /// The cookies that were set, as a browser sends them back.
    pub(crate) fn cookies(&self) -> String {
        let set = self.head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
        let cookies: Vec<&str> = set.filter_map(|line| line.split(';').next()).collect();
        format!("Cookie: {}\r\n", cookies.join("; "))
    }
}
