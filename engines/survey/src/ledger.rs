//! Releasing sums little by little, so that what is shown now and what was shown before never differ by a few people.

/// The sum of one item over time: what may be shown, and what still waits for company.
///
/// People arrive in whole batches. An item that only some of them were asked gains fewer people than the batch has; its
/// gain waits until at least `fewest` people who were asked have come. So any two states differ by nobody, or by at least
/// `fewest` people who were asked.
///
/// When one to `fewest - 1` people were *not* asked, the number asked would give them away beside the number of people, so
/// nothing is shown.
///
/// What this does not promise: the gain of a single count may be small. Whoever writes down two states that differ by five
/// people can learn that two of the five chose something, though not which two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    fewest: u64,
    shown: Sum,
    waiting: Sum,
}

/// People asked, and how many of them chose each choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// How many had arrived, asked or not.
    pub people: u64,
    /// How many were asked.
    pub asked: u64,
    /// One number a choice.
    pub counts: Vec<u64>,
}

impl Sum {
    fn nobody(choices: usize) -> Self {
        Self { people: 0, asked: 0, counts: vec![0; choices] }
    }

    fn add(&mut self, other: &Self) {
        self.people += other.people;
        self.asked += other.asked;
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
    }
}

impl Ledger {
    /// Nobody yet, for an item with so many choices.
    pub fn new(choices: usize, fewest: u64) -> Self {
        Self { fewest, shown: Sum::nobody(choices), waiting: Sum::nobody(choices) }
    }

    /// A whole batch has come.
    pub fn add(&mut self, batch: &Sum) {
        self.waiting.add(batch);
        if self.waiting.asked >= self.fewest {
            self.shown.add(&self.waiting);
            self.waiting = Sum::nobody(self.waiting.counts.len());
        }
    }

    /// What may be shown, if anything.
    pub fn shown(&self) -> Option<&Sum> {
        let not_asked = self.shown.people - self.shown.asked;
        let gives_away = (1..self.fewest).contains(&not_asked);
        (self.shown.asked >= self.fewest && !gives_away).then_some(&self.shown)
    }
}
