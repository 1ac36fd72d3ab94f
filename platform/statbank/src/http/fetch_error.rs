//! Why a fetch failed.

use std::time::Duration;

/// Why nothing whole was fetched. The words name no cause below them: what an operator can act on is the variant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// Not an address that starts with `http://` or `https://`.
    #[error("this is not a web address")]
    BadAddress,
    /// No such host, nobody listening there, or no secure connection with it.
    #[error("the server cannot be reached")]
    Unreachable,
    /// One of the three waits was too long.
    #[error("the server was too slow: no whole answer after {} ms", after.as_millis())]
    TimedOut {
        /// The limit that ran out.
        after: Duration,
    },
    /// The server closed the connection before the end of its answer.
    #[error("the answer was cut off after {received} bytes")]
    CutOff {
        /// Bytes of the body that had come.
        received: usize,
    },
    /// The body is larger than allowed.
    #[error("the answer is larger than {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// The server sends from address to address.
    #[error("the server redirected more than {limit} times")]
    TooManyRedirects {
        /// The most that are followed.
        limit: usize,
    },
    /// Any status but 200, also a redirect that leads to no web address.
    #[error("the server answered with status {code}")]
    Status {
        /// The HTTP status code.
        code: u16,
    },
}
