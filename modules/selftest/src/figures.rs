//! The comparison figures as they are now: those quoted from the Barometer, and what the operator has read in from StatBank.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use db::{Db, Trouble};
use i18n::Language;
use record::{Event, Follower, Viewer};
use survey::Figures;

use crate::content::Content;
use crate::draft::Draft;
use crate::outcome::Side;
use crate::store::figure;

/// The event that new figures have been read in.
pub(crate) const REPLACED: record::Kind = "selftest.figures_replaced";

/// The figures in use; a reader keeps what it got while others replace it.
#[derive(Clone)]
pub(crate) struct CurrentFigures {
    db: Db,
    now: Arc<RwLock<Arc<InUse>>>,
}

/// The figures, and what has been made of them so far. New figures begin with nothing made.
struct InUse {
    figures: Arc<Figures>,
    sides: Mutex<HashMap<Asked, Arc<Side>>>,
}

/// Version of the instrument, group, and language.
type Asked = (&'static str, &'static str, Language);

impl CurrentFigures {
    /// Reads them all.
    pub(crate) async fn load(db: Db) -> Result<Self, Trouble> {
        let now = read(&db).await?;
        Ok(Self { db, now: Arc::new(RwLock::new(Arc::new(now))) })
    }

    /// The figures in use now.
    pub(crate) fn get(&self) -> Arc<Figures> {
        Arc::clone(&self.in_use().figures)
    }

    /// What a draft is compared with.
    pub(crate) fn side(&self, draft: &Draft, language: Language) -> Arc<Side> {
        let in_use = self.in_use();
        let asked: Asked = (draft.questionnaire.version(), &draft.group.key, language);
        let mut sides = in_use.sides.lock().unwrap_or_else(PoisonError::into_inner);
        let side = sides
            .entry(asked)
            .or_insert_with(|| Arc::new(Side::of(draft.questionnaire, draft.group, &in_use.figures, language)));
        Arc::clone(side)
    }

    fn in_use(&self) -> Arc<InUse> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads them again whenever the log says that they were replaced, by this program or another.
    pub(crate) async fn follow(self, follower: Follower) {
        let tell = |events: Vec<Event>| {
            let figures = self.clone();
            async move { figures.told(&events).await }
        };
        follower.follow(tell).await;
    }

    async fn told(&self, events: &[Event]) {
        if !events.iter().any(|event| event.kind == REPLACED) {
            return;
        }
        match read(&self.db).await {
            Ok(figures) => *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(figures),
            Err(trouble) => tracing::error!(%trouble, "new comparison figures could not be read; the old stay in use"),
        }
    }
}

async fn read(db: &Db) -> Result<InUse, Trouble> {
    let content = Content::get();
    let mut figures = content.quoted.as_figures();
    // What stands last wins within an edition, so the official tables come after the quoted pages.
    figures.extend(figure::all(db, Viewer::Operator).await?);
    let figures = Figures::new(figures, content.groups.populations());
    Ok(InUse { figures: Arc::new(figures), sides: Mutex::default() })
}
