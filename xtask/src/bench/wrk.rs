//! Requests per second, by wrk.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::output;

/// Asks for one page as fast as it comes for two seconds, on connections that are kept.
pub(super) fn requests_per_second(url: &str, cookie: Option<&str>) -> Result<f64> {
    let mut wrk = Command::new("wrk");
    wrk.args(["--threads", "2", "--connections", "16", "--duration", "2s"]);
    if let Some(cookie) = cookie {
        wrk.args(["--header", &format!("Cookie: {cookie}")]);
    }
    let report = output(wrk.arg(url))?;
    rate_in(&report).with_context(|| format!("cannot measure {url}"))
}

/// The rate, provided that every request was answered with the page.
fn rate_in(report: &str) -> Result<f64> {
    if report.contains("Socket errors") || report.contains("Non-2xx") {
        bail!("some requests failed: {report}");
    }
    let rate = report.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
    Ok(rate.context("wrk tells no rate")?.trim().parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_read_unless_a_request_failed() {
        let good = "  2000 requests in 2.00s, 3MB read\nRequests/sec:   1000.50\nTransfer/sec: 1MB\n";
        assert!((rate_in(good).unwrap() - 1000.5).abs() < f64::EPSILON);
        assert!(rate_in(&format!("  Non-2xx or 3xx responses: 7\n{good}")).is_err());
        assert!(rate_in(&format!("  Socket errors: connect 0, read 1, write 0, timeout 0\n{good}")).is_err());
    }
}
