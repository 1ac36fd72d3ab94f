//! The front page: the ten activities, and what one can do now.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use i18n::{Language, t};
use ui::Shell;
use web::{Failure, Fixed, Visit};

use super::Announced;
use crate::activities::{ACTIVITIES, Activity, INTENTIONS};

#[derive(Template)]
#[template(path = "front.html")]
struct FrontPage {
    shell: Shell,
    language: Language,
    intentions: Vec<(String, String)>,
    activities: Vec<Card>,
}

struct Card {
    anchor: &'static str,
    title: String,
    text: String,
    /// Where to go and what to do there, once the activity stands.
    now: Option<(String, String)>,
}

pub(super) async fn show(State(announced): State<Arc<Announced>>, visit: Visit) -> Result<Response, Failure> {
    static PAGE: Fixed = Fixed::new();
    PAGE.page(visit.language, || page(&announced, visit.language))
}

fn page(announced: &Announced, language: Language) -> FrontPage {
    let intentions = INTENTIONS.iter().filter(|intention| announced.stands(intention.path));
    FrontPage {
        shell: Shell::new(language, "/", t!(language, "front-title")),
        language,
        intentions: intentions.map(|it| ((it.text)(language), language.path(it.path))).collect(),
        activities: ACTIVITIES.iter().map(|activity| card(announced, activity, language)).collect(),
    }
}

fn card(announced: &Announced, activity: &Activity, language: Language) -> Card {
    let now = activity.now.filter(|_| announced.stands(activity.path));
    Card {
        anchor: activity.anchor(),
        title: (activity.title)(language),
        text: (activity.text)(language),
        now: now.map(|now| (now(language), language.path(activity.path))),
    }
}
