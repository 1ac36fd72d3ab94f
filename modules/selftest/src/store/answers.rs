//! Answers that their taker lets us keep.
//!
//! No reading function gives one set of answers to a page: they leave here by whole batches only, for [`crate::counts`] to add up.

use db::{Change, Db, FromQueryResult, Trouble, sea_orm, sql};
use outside::{Outside, ToTheHour};
use record::{Event, Viewer};
use serde_json::json;
use sha2::{Digest, Sha256};
use survey::closed_batches;

/// Nothing is shown for fewer people than this, and nothing changes by fewer.
pub(crate) const FEWEST: u64 = 5;

/// Where answers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Source {
    /// A taker.
    Taker,
    /// The example world.
    Example,
}

impl Source {
    fn word(self) -> &'static str {
        match self {
            Self::Taker => "taker",
            Self::Example => "example",
        }
    }
}

/// A set of answers to keep.
pub(crate) struct Submission<'a> {
    /// The instrument's version.
    pub(crate) instrument: &'a str,
    /// The group it was compared with.
    pub(crate) population: &'a str,
    /// The answers as names and values of a form.
    pub(crate) answers: String,
    /// Random text of the taker's, by which a submission sent twice counts once.
    pub(crate) token: &'a str,
    pub(crate) source: Source,
}

/// What became of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Receipt {
    /// It was kept now.
    Kept,
    /// It had been kept before.
    KeptBefore,
}

/// Keeps a set of answers. When this returns, nothing short of a lost disk takes them back.
pub(crate) async fn keep(
    db: &Db,
    outside: &Outside,
    viewer: Viewer,
    submission: &Submission<'_>,
) -> Result<Receipt, Trouble> {
    let change = db.change().await?;
    if !write_receipt(&change, submission.token).await? {
        return Ok(Receipt::KeptBefore);
    }
    let arrived = count_arrival(&change, submission).await?;
    write_answers(&change, outside, submission, batch_of(arrived)).await?;
    // The log says neither which group nor exactly when: it must not tell who a set of answers is from.
    let clock = ToTheHour(outside.clock.as_ref());
    Event::append(&change, &clock, viewer, "selftest.answers_kept", submission.instrument, &json!({})).await?;
    change.commit().await?;
    Ok(Receipt::Kept)
}

/// The `arrived`-th of a group comes in this batch: the first five in batch 0.
fn batch_of(arrived: i64) -> i64 {
    (arrived - 1) / FEWEST.cast_signed()
}

async fn write_receipt(change: &Change, token: &str) -> Result<bool, Trouble> {
    const WRITE: &str = "INSERT INTO selftest_receipt (fingerprint) VALUES ($1) ON CONFLICT DO NOTHING";
    let fingerprint = format!("{:x}", Sha256::digest(token));
    Ok(change.run(sql(WRITE, [fingerprint.into()])).await? == 1)
}

async fn count_arrival(change: &Change, submission: &Submission<'_>) -> Result<i64, Trouble> {
    const COUNT: &str = "INSERT INTO selftest_arrivals (origin, instrument, population, arrived)
        VALUES ($1, $2, $3, 1)
        ON CONFLICT (origin, instrument, population) DO UPDATE SET arrived = selftest_arrivals.arrived + 1
        RETURNING arrived";
    #[derive(FromQueryResult)]
    struct Arrived {
        arrived: i64,
    }
    let values = [submission.source.word().into(), submission.instrument.into(), submission.population.into()];
    let row: Option<Arrived> = change.one(sql(COUNT, values)).await?;
    Ok(row.map_or(1, |row| row.arrived))
}

async fn write_answers(
    change: &Change,
    outside: &Outside,
    submission: &Submission<'_>,
    batch: i64,
) -> Result<(), Trouble> {
    const WRITE: &str = "INSERT INTO selftest_answers (id, instrument, population, batch, answers, origin)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING";
    loop {
        let values = [
            outside.dice.number().into(),
            submission.instrument.into(),
            submission.population.into(),
            batch.into(),
            submission.answers.as_str().into(),
            submission.source.word().into(),
        ];
        if change.run(sql(WRITE, values)).await? == 1 {
            return Ok(());
        }
    }
}

/// How many batches of a group are whole, and so may be shown. Every viewer may see these and no viewer more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WholeBatches {
    pub(crate) population: String,
    pub(crate) batches: i64,
}

/// The groups with whole batches.
pub(crate) async fn whole_batches(
    db: &Db,
    _viewer: Viewer,
    source: Source,
    instrument: &str,
) -> Result<Vec<WholeBatches>, Trouble> {
    const ARRIVED: &str = "SELECT population, arrived FROM selftest_arrivals
        WHERE origin = $1 AND instrument = $2 ORDER BY population";
    #[derive(FromQueryResult)]
    struct Row {
        population: String,
        arrived: i64,
    }
    let rows: Vec<Row> = db.all(sql(ARRIVED, [source.word().into(), instrument.into()])).await?;
    let groups = rows.into_iter().map(|row| {
        let shown = closed_batches(row.arrived.unsigned_abs(), FEWEST);
        WholeBatches { population: row.population, batches: (shown / FEWEST).cast_signed() }
    });
    Ok(groups.filter(|group| group.batches > 0).collect())
}

/// A set of answers and the batch it came with.
#[derive(FromQueryResult)]
pub(crate) struct Batched {
    pub(crate) batch: i64,
    pub(crate) answers: String,
}

/// The answers of the batches from `batches.start` up to and without `batches.end` of one group, for adding up.
pub(crate) async fn of_batches(
    db: &Db,
    _viewer: Viewer,
    source: Source,
    instrument: &str,
    population: &str,
    batches: std::ops::Range<i64>,
) -> Result<Vec<Batched>, Trouble> {
    const OF: &str = "SELECT batch, answers FROM selftest_answers
        WHERE origin = $1 AND instrument = $2 AND population = $3 AND batch >= $4 AND batch < $5 ORDER BY batch";
    let values = [source.word().into(), instrument.into(), population.into(), batches.start.into(), batches.end.into()];
    db.all(sql(OF, values)).await
}

/// Removes the answers of the example world, and says how many there were.
pub(crate) async fn remove_examples(change: &Change) -> Result<u64, Trouble> {
    let example = Source::Example.word();
    change.run(sql("DELETE FROM selftest_arrivals WHERE origin = $1", [example.into()])).await?;
    change.run(sql("DELETE FROM selftest_answers WHERE origin = $1", [example.into()])).await
}
