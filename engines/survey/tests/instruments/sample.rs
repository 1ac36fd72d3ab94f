//! A small instrument with everything an instrument can have.

use survey::{Answers, Choice, Condition, Derived, Instrument, Kind, Part, Question, Role};

/// A choice of all variants; what kind of answer it is follows from its key.
pub(crate) fn choice(key: &str) -> Choice {
    let role = match key {
        "dont_know" => Role::DontKnow,
        "not_relevant" => Role::NotRelevant,
        "nobody" => Role::Exclusive,
        _ => Role::Answer,
    };
    Choice { key: key.into(), role, only_for: None }
}

pub(crate) fn choices(keys: &[&str]) -> Vec<Choice> {
    keys.iter().map(|key| choice(key)).collect()
}

/// A choice of one variant.
pub(crate) fn choice_for(variant: &str, key: &str) -> Choice {
    Choice { only_for: Some(vec![variant.into()]), ..choice(key) }
}

pub(crate) fn single(key: &str, options: &[&str]) -> Question {
    Question { key: key.into(), kind: Kind::Single { options: choices(options) }, shown_when: None }
}

pub(crate) fn multiple(key: &str, options: &[&str], at_most: Option<usize>) -> Question {
    Question { key: key.into(), kind: Kind::Multiple { options: choices(options), at_most }, shown_when: None }
}

pub(crate) fn grid(key: &str, rows: &[&str], scale: &[&str]) -> Question {
    let rows = rows.iter().map(|row| (*row).to_owned()).collect();
    Question { key: key.into(), kind: Kind::Grid { rows, scale: choices(scale) }, shown_when: None }
}

pub(crate) fn part(key: &str, questions: Vec<Question>) -> Part {
    Part { key: key.into(), questions }
}

pub(crate) fn chosen(item: &str, choice: &str) -> Condition {
    Condition::Chosen { item: item.into(), choice: choice.into() }
}

pub(crate) fn when(question: Question, rule: Condition) -> Question {
    Question { shown_when: Some(rule), ..question }
}

fn derived(measure: &str, any_of: &[(&str, &str)]) -> Derived {
    let any_of = any_of.iter().map(|(item, choice)| ((*item).to_owned(), (*choice).to_owned()));
    Derived { measure: measure.into(), any_of: any_of.collect() }
}

/// Which kinds of cake were baked; of the latest, what it was and who helped; and what one thinks of baking.
pub(crate) fn cakes() -> Instrument {
    let is_baked = Condition::Any(vec![chosen("baked.layer", "yes"), chosen("baked.bread", "yes")]);
    let mut helper = multiple("helper", &["family", "friends", "bakery", "nobody", "dont_know"], Some(2));
    let Kind::Multiple { options, .. } = &mut helper.kind else { unreachable!("it was just made") };
    options.extend([choice_for("town", "neighbours"), choice_for("farm", "farmhands")]);
    let latest = vec![
        when(single("recipe", &["own", "adapted", "copied", "dont_know"]), is_baked.clone()),
        when(helper, is_baked),
        when(single("source", &["book", "web", "dont_know"]), Condition::Not(Box::new(chosen("recipe", "own")))),
    ];
    let parts = vec![
        part("kinds", vec![grid("baked", &["layer", "bread"], &["yes", "no", "dont_know"])]),
        part("latest", latest),
        part("views", vec![single("joy", &["much", "little", "not_relevant"])]),
    ];
    let derived = vec![
        derived("baked=any", &[("baked.layer", "yes"), ("baked.bread", "yes")]),
        derived("recipe=taken", &[("recipe", "adapted"), ("recipe", "copied")]),
    ];
    Instrument::new("1".into(), parts, derived).expect("the sample neither dead-ends nor loops")
}

/// Answers without a problem.
pub(crate) fn answers(instrument: &Instrument, pairs: &[(&str, &str)]) -> Answers {
    let reading = Answers::read(instrument, pairs.iter().copied());
    assert_eq!(reading.problems, []);
    reading.answers
}

/// Somebody who baked a layer cake from an adapted recipe, with friends.
pub(crate) const BAKER: [(&str, &str); 7] = [
    ("baked.bread", "no"),
    ("baked.layer", "yes"),
    ("helper", "family"),
    ("helper", "friends"),
    ("joy", "much"),
    ("recipe", "adapted"),
    ("source", "web"),
];
