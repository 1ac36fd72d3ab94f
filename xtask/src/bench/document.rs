//! How long the result takes as a PDF, once the typesetting is warm.

use std::time::Instant;

use anyhow::{Result, ensure};

use super::http::Connection;
use super::measure::{Goal, Measure, median};
use super::program;
use super::taker::Taker;
use crate::server::Server;

const WARM_UP: usize = 5;
const ROUNDS: usize = 30;

pub(super) fn warm() -> Result<Vec<Measure>> {
    let server = Server::start(&program(), &[])?;
    let mut connection = Connection::open(server.url())?;
    Taker::read(&mut connection)?.take(&mut connection)?;
    for _ in 0..WARM_UP {
        milliseconds(&mut connection)?;
    }
    let rounds = (0..ROUNDS).map(|_| milliseconds(&mut connection)).collect::<Result<_>>()?;
    Ok(vec![Measure {
        name: "GET /test/resultat.pdf, warm".to_owned(),
        value: median(rounds),
        unit: "ms",
        beside: None,
        goal: Goal::Below(50.0),
    }])
}

fn milliseconds(connection: &mut Connection) -> Result<f64> {
    let began = Instant::now();
    let answer = connection.page("/test/resultat.pdf")?;
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    ensure!(answer.body.starts_with(b"%PDF-"), "the document is no PDF");
    Ok(took)
}
