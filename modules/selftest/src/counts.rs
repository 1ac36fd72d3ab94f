//! The platform's own counts: kept answers added up by group, whole batches only, and released by [`survey::Ledger`].
//!
//! A whole batch never changes again, so what has been added up is remembered, and a request adds only what has come since.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use db::{Db, Trouble};
use record::Viewer;
use survey::{Answers, Cell, Instrument, Item, Kind, Ledger, Sum, Tally, publish, publish_ticks, tally};
use web::Pairs;

use crate::content::Content;
use crate::store::answers::{Batched, FEWEST, Source, WholeBatches, of_batches, whole_batches};

/// The counts of one group.
pub(crate) struct GroupCounts {
    pub(crate) population: String,
    /// How many people's answers are counted here.
    pub(crate) people: u64,
    /// Only the items of which anything may be shown.
    pub(crate) items: Vec<ItemCounts>,
    /// How many other items the test has in this group.
    pub(crate) not_shown: usize,
}

/// The counts of one item in one group.
pub(crate) struct ItemCounts {
    pub(crate) item: String,
    /// How many were asked.
    pub(crate) asked: u64,
    /// One a choice, in the order of the instrument.
    pub(crate) choices: Vec<ChoiceCount>,
}

/// How many chose this, unless that would tell of fewer than five.
pub(crate) struct ChoiceCount {
    pub(crate) choice: String,
    pub(crate) count: Cell,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    source: Source,
    population: String,
}

/// One group's ledgers, an item each, in the order of the instrument.
#[derive(Clone)]
struct Added {
    batches: i64,
    ledgers: Vec<Ledger>,
}

/// What has been added up so far.
#[derive(Clone)]
pub(crate) struct Counts {
    db: Db,
    added: Arc<Mutex<HashMap<Key, Added>>>,
}

impl Counts {
    /// Nothing added up yet.
    pub(crate) fn new(db: Db) -> Self {
        Self { db, added: Arc::default() }
    }

    /// The counts of every group with a whole batch, in the order of the groups.
    pub(crate) async fn by_group(&self, viewer: Viewer, source: Source) -> Result<Vec<GroupCounts>, Trouble> {
        let content = Content::get();
        let version = content.current().version();
        let whole = whole_batches(&self.db, viewer, source, version).await?;
        let mut counted = Vec::new();
        for group in content.groups.all() {
            let Some(batches) = whole.iter().find(|batches| batches.population == group.key) else { continue };
            let instrument = content.current().at(&group.level);
            let added = self.up_to(viewer, source, instrument, batches).await?;
            counted.push(counts_of(instrument, &group.key, &added));
        }
        Ok(counted)
    }

    async fn up_to(
        &self,
        viewer: Viewer,
        source: Source,
        instrument: &Instrument,
        whole: &WholeBatches,
    ) -> Result<Added, Trouble> {
        let key = Key { source, population: whole.population.clone() };
        let mut added = self.so_far(&key, instrument, whole.batches);
        if added.batches == whole.batches {
            return Ok(added);
        }
        let new = added.batches..whole.batches;
        let rows = of_batches(&self.db, viewer, source, instrument.version(), &whole.population, new).await?;
        for batch in rows.chunk_by(|one, next| one.batch == next.batch) {
            added.add(instrument, batch);
        }
        added.batches = whole.batches;
        self.added.lock().unwrap_or_else(PoisonError::into_inner).insert(key, added.clone());
        Ok(added)
    }

    /// What has been added up already, unless answers have been removed since.
    fn so_far(&self, key: &Key, instrument: &Instrument, batches: i64) -> Added {
        let added = self.added.lock().unwrap_or_else(PoisonError::into_inner);
        match added.get(key) {
            Some(added) if added.batches <= batches => added.clone(),
            _ => Added::nothing(instrument),
        }
    }
}

impl Added {
    fn nothing(instrument: &Instrument) -> Self {
        let ledgers = instrument.items().map(|item| Ledger::new(item.choices().len(), FEWEST));
        Self { batches: 0, ledgers: ledgers.collect() }
    }

    fn add(&mut self, instrument: &Instrument, batch: &[Batched]) {
        let answers: Vec<Answers> = batch.iter().map(|row| read(instrument, &row.answers)).collect();
        let summed = tally(instrument, answers.iter());
        for (item, ledger) in instrument.items().zip(&mut self.ledgers) {
            ledger.add(&sum_of(&item, &summed, answers.len() as u64));
        }
    }
}

fn read(instrument: &Instrument, row: &str) -> Answers {
    let pairs = Pairs::read(row.as_bytes()).unwrap_or_default();
    Answers::read(instrument, pairs.0).answers
}

fn sum_of(item: &Item<'_>, summed: &Tally, people: u64) -> Sum {
    let counts = item.choices().iter().map(|choice| summed.count(&format!("{}={}", item.key(), choice.key)));
    Sum { people, asked: summed.asked(item.key()), counts: counts.collect() }
}

fn counts_of(instrument: &Instrument, population: &str, added: &Added) -> GroupCounts {
    let items = instrument.items().zip(&added.ledgers);
    let items = items.filter_map(|(item, ledger)| ledger.shown().map(|sum| item_counts(&item, sum)));
    let items: Vec<ItemCounts> = items.collect();
    GroupCounts {
        population: population.to_owned(),
        people: added.batches.unsigned_abs() * FEWEST,
        not_shown: added.ledgers.len() - items.len(),
        items,
    }
}

fn item_counts(item: &Item<'_>, sum: &Sum) -> ItemCounts {
    let cells = match item.question().kind {
        Kind::Multiple { .. } => sum.counts.iter().map(|count| publish_ticks(*count, sum.asked, FEWEST)).collect(),
        _ => publish(&sum.counts, FEWEST),
    };
    let choices = item.choices().iter().zip(cells);
    ItemCounts {
        item: item.key().to_owned(),
        asked: sum.asked,
        choices: choices.map(|(choice, count)| ChoiceCount { choice: choice.key.clone(), count }).collect(),
    }
}
