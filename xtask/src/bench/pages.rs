//! Requests per second: our pages, the bare floor and Django, by turns, so that a disturbance hits all three.

use anyhow::{Result, ensure};

use super::http::{Answer, Connection};
use super::measure::{Beside, Goal, Measure, median};
use super::taker::Taker;
use super::wrk::requests_per_second;
use super::{django, floor, program};
use crate::server::Server;

const ROUNDS: usize = 5;

/// A page of the site.
struct Page {
    path: &'static str,
    /// Whether it shows a finished test, and so needs the taker's cookie.
    is_own: bool,
    /// How large a part of the floor's rate is to be reached.
    of_floor: f64,
}

const PAGES: [Page; 3] = [
    Page { path: "/", is_own: false, of_floor: 0.5 },
    Page { path: "/test", is_own: false, of_floor: 0.5 },
    Page { path: "/test/resultat", is_own: true, of_floor: 0.25 },
];

/// Django is to be outdone this many times.
const TIMES_DJANGO: f64 = 10.0;

pub(super) fn requests() -> Result<Vec<Measure>> {
    let ours = Server::start(&program(), &[])?;
    let mut connection = Connection::open(ours.url())?;
    let cookie = Taker::read(&mut connection)?.take(&mut connection)?;
    let django = django::start()?;
    let mut measures = Vec::new();
    for page in PAGES {
        let cookie = page.is_own.then_some(cookie.as_str());
        let answer = answer_of(ours.url(), page.path, cookie)?;
        alike(&answer, &answer_of(django.url(), page.path, cookie)?, page.path)?;
        let floor = floor::start(page.path, &answer)?;
        let rates = by_turns([ours.url(), floor.url(), django.url()], page.path, cookie)?;
        measures.extend(page.beside_both(rates));
    }
    Ok(measures)
}

impl Page {
    fn beside_both(&self, [value, floor, django]: [f64; 3]) -> [Measure; 2] {
        let name = format!("GET {}", self.path);
        let measure = |name, beside, goal| Measure { name, value, unit: "requests/s", beside: Some(beside), goal };
        [
            measure(name.clone(), Beside { name: "bare axum", value: floor }, Goal::Times(self.of_floor)),
            measure(name, Beside { name: "Django", value: django }, Goal::Times(TIMES_DJANGO)),
        ]
    }
}

fn answer_of(url: &str, path: &str, cookie: Option<&str>) -> Result<Answer> {
    let mut connection = Connection::open(url)?;
    if let Some(cookie) = cookie {
        connection.hold(cookie);
    }
    connection.page(path)
}

/// A peer that answers with much less, or much more, would be no peer.
fn alike(ours: &Answer, theirs: &Answer, path: &str) -> Result<()> {
    let (ours, theirs) = (length(ours), length(theirs));
    ensure!(theirs.abs_diff(ours) <= ours / 10, "{path} has {ours} bytes, and its peer's page {theirs}");
    Ok(())
}

/// The bytes of a page without the space around its elements, which templates make more or less of.
fn length(answer: &Answer) -> usize {
    answer.body.iter().filter(|byte| !byte.is_ascii_whitespace()).count()
}

/// The median rate of each server.
fn by_turns(urls: [&str; 3], path: &str, cookie: Option<&str>) -> Result<[f64; 3]> {
    let mut rates = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        for (url, rates) in urls.iter().zip(&mut rates) {
            rates.push(requests_per_second(&format!("{url}{path}"), cookie)?);
        }
    }
    Ok(rates.map(median))
}
