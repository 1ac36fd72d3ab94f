//! Invented answers of the example world, so that a newcomer sees what the counts look like.

use db::{Db, Trouble};
use outside::Outside;
use record::{Event, Viewer};
use serde_json::json;
use survey::{Answers, Instrument, Kind, Role};

use crate::content::{Content, Group};
use crate::draft::encoded;
use crate::store::answers::{self, Source, Submission, keep};

/// Which groups have example answers, and how many each.
const EXAMPLES: [(&str, u32); 4] =
    [("municipal_schools", 25), ("municipal_elderly_care", 20), ("regional_health", 15), ("state_administration", 7)];

/// Adds the example answers. Every run gives the same ones.
pub async fn add(db: &Db, outside: &Outside) -> Result<(), Trouble> {
    let content = Content::get();
    for (key, n_people) in EXAMPLES {
        let Some(group) = content.groups.find(key) else { continue };
        for person in 0..n_people {
            keep_example(db, outside, group, person).await?;
        }
    }
    Ok(())
}

async fn keep_example(db: &Db, outside: &Outside, group: &Group, person: u32) -> Result<(), Trouble> {
    let questionnaire = Content::get().current();
    let token = format!("example {} {person}", group.key);
    let answered = invented(questionnaire.at(&group.level), person);
    let submission = Submission {
        instrument: questionnaire.version(),
        population: &group.key,
        answers: encoded(answered.pairs()),
        token: &token,
        source: Source::Example,
    };
    keep(db, outside, Viewer::Operator, &submission).await?;
    Ok(())
}

/// One person's answers: at each item a choice that differs from person to person in a fixed way.
fn invented(instrument: &Instrument, person: u32) -> Answers {
    let mut pairs = Vec::new();
    for (place, item) in instrument.items().enumerate() {
        let choices: Vec<_> = item.choices().iter().filter(|choice| choice.role == Role::Answer).collect();
        let turn = (person as usize * 7 + place * 3 + (person as usize / 3) * place) % (choices.len() * 2);
        // Folding the far half back makes the first choices the common ones.
        let first = turn.min(choices.len() * 2 - 1 - turn);
        pairs.push((item.key().to_owned(), choices[first].key.clone()));
        if matches!(item.question().kind, Kind::Multiple { .. }) && turn.is_multiple_of(2) {
            pairs.push((item.key().to_owned(), choices[(first + 1) % choices.len()].key.clone()));
        }
    }
    let answers = Answers::read(instrument, pairs).answers;
    answers.without_hidden(instrument)
}

/// Removes the example answers, and says how many there were.
pub async fn remove(db: &Db, outside: &Outside) -> Result<u64, Trouble> {
    let change = db.change().await?;
    let removed = answers::remove_examples(&change).await?;
    let body = json!({ "removed": removed });
    let kind = "selftest.examples_removed";
    Event::append(&change, outside.clock.as_ref(), Viewer::Operator, kind, "examples", &body).await?;
    change.commit().await?;
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_invented_person_has_answered_everything() {
        let content = Content::get();
        for (key, n_people) in EXAMPLES {
            let group = content.groups.find(key).expect("example groups exist");
            let instrument = content.current().at(&group.level);
            for person in 0..n_people {
                assert_eq!(instrument.problems(&invented(instrument, person)), [], "{key} {person}");
            }
        }
    }
}
