//! Any small instrument, and a second opinion on who comes to which of its questions.

use std::collections::BTreeSet;

use proptest::prelude::*;
use survey::{Choice, Condition, Kind, Part, Question, Role};

/// A question as it is drawn: everything that does not depend on the others.
type Drawn = (u8, Vec<(Role, Option<&'static str>)>, usize, Option<Rule>);

/// A rule over numbers, which become items and choices once the questions before are known.
#[derive(Debug, Clone)]
enum Rule {
    Chosen(usize, usize),
    Any(Vec<Rule>),
    All(Vec<Rule>),
    Not(Box<Rule>),
}

fn rule() -> impl Strategy<Value = Rule> {
    let leaf = (0..20_usize, 0..20_usize).prop_map(|(item, choice)| Rule::Chosen(item, choice));
    leaf.prop_recursive(2, 6, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 1..3);
        prop_oneof![
            several.clone().prop_map(Rule::Any),
            several.prop_map(Rule::All),
            inner.prop_map(|rule| Rule::Not(Box::new(rule))),
        ]
    })
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let role = prop::sample::select(vec![Role::Answer, Role::Answer, Role::Exclusive, Role::DontKnow]);
    let only_for = prop::sample::select(vec![None, None, None, Some("town"), Some("farm")]);
    (0..3_u8, prop::collection::vec((role, only_for), 1..4), 1..3_usize, prop::option::of(rule()))
}

/// The parts of an instrument with up to five questions, right but for questions that nobody may come to.
pub(crate) fn any_parts() -> impl Strategy<Value = Vec<Part>> {
    let parts = prop::collection::vec(prop::collection::vec(drawn(), 1..3), 1..4);
    parts.prop_map(|parts| {
        let mut before: Vec<(String, Vec<String>)> = Vec::new();
        let parts = parts.into_iter().enumerate().map(|(number, questions)| Part {
            key: format!("part_{number}"),
            questions: questions.into_iter().map(|drawn| question(drawn, &mut before)).collect(),
        });
        parts.collect()
    })
}

fn question((kind, choices, number, rule): Drawn, before: &mut Vec<(String, Vec<String>)>) -> Question {
    let key = format!("q{}", before.len());
    let shown_when = rule.filter(|_| !before.is_empty()).map(|rule| condition(&rule, before));
    let choices: Vec<Choice> = choices
        .into_iter()
        .enumerate()
        // The first choice is everybody's, so that no variant has a dead end.
        .map(|(place, (role, only_for))| Choice {
            key: format!("c{place}"),
            role,
            only_for: only_for.filter(|_| place > 0).map(|variant| vec![variant.to_owned()]),
        })
        .collect();
    let kind = match kind {
        0 => Kind::Single { options: choices },
        1 => Kind::Multiple { options: choices, at_most: (number > 1).then_some(number) },
        _ => Kind::Grid { rows: (0..number).map(|row| format!("r{row}")).collect(), scale: choices },
    };
    let question = Question { key, kind, shown_when };
    let choices: Vec<String> = question.choices().iter().map(|choice| choice.key.clone()).collect();
    before.extend(question.items().into_iter().map(|item| (item, choices.clone())));
    question
}

fn condition(rule: &Rule, before: &[(String, Vec<String>)]) -> Condition {
    let all = |rules: &[Rule]| rules.iter().map(|rule| condition(rule, before)).collect();
    match rule {
        Rule::Chosen(item, choice) => {
            let (item, choices) = &before[item % before.len()];
            Condition::Chosen { item: item.clone(), choice: choices[choice % choices.len()].clone() }
        }
        Rule::Any(rules) => Condition::Any(all(rules)),
        Rule::All(rules) => Condition::All(all(rules)),
        Rule::Not(rule) => Condition::Not(Box::new(condition(rule, before))),
    }
}

/// The questions that at least one person is asked: every person of every variant answers every question in turn.
///
/// People who so far look alike to the rules are followed as one.
pub(crate) fn asked_of_somebody(parts: &[Part]) -> BTreeSet<String> {
    let questions: Vec<&Question> = parts.iter().flat_map(|part| &part.questions).collect();
    let named: BTreeSet<(String, String)> =
        questions.iter().filter_map(|question| question.shown_when.as_ref()).flat_map(pairs).collect();
    let only_for =
        questions.iter().flat_map(|question| question.choices()).filter_map(|choice| choice.only_for.as_ref());
    let variants: BTreeSet<&String> = only_for.flatten().collect();
    let variants: Vec<Option<&String>> =
        if variants.is_empty() { vec![None] } else { variants.into_iter().map(Some).collect() };
    let mut asked = BTreeSet::new();
    for variant in variants {
        let mut people: BTreeSet<Person> = BTreeSet::from([Person::default()]);
        for question in &questions {
            let rule = question.shown_when.as_ref();
            let (here, past): (Vec<Person>, Vec<Person>) =
                people.into_iter().partition(|person| rule.is_none_or(|rule| holds(rule, person)));
            if !here.is_empty() {
                asked.insert(question.key.clone());
            }
            let mut after: BTreeSet<Person> = here.into_iter().collect();
            for item in question.items() {
                after = after.iter().flat_map(|person| everything_said(person, &item, question, variant)).collect();
                after = after
                    .into_iter()
                    .map(|person| person.into_iter().filter(|p| named.contains(p)).collect())
                    .collect();
            }
            people = past.into_iter().chain(after).collect();
        }
    }
    asked
}

/// What a person has chosen.
type Person = BTreeSet<(String, String)>;

fn pairs(condition: &Condition) -> Vec<(String, String)> {
    match condition {
        Condition::Chosen { item, choice } => vec![(item.clone(), choice.clone())],
        Condition::Any(all) | Condition::All(all) => all.iter().flat_map(pairs).collect(),
        Condition::Not(one) => pairs(one),
    }
}

fn holds(condition: &Condition, person: &Person) -> bool {
    match condition {
        Condition::Chosen { item, choice } => person.contains(&(item.clone(), choice.clone())),
        Condition::Any(any) => any.iter().any(|one| holds(one, person)),
        Condition::All(all) => all.iter().all(|one| holds(one, person)),
        Condition::Not(one) => !holds(one, person),
    }
}

/// The person once for every allowed answer to an item.
fn everything_said(person: &Person, item: &str, question: &Question, variant: Option<&String>) -> Vec<Person> {
    let is_offered =
        |choice: &&Choice| variant.is_none_or(|own| choice.only_for.as_ref().is_none_or(|only| only.contains(own)));
    let offered: Vec<&Choice> = question.choices().iter().filter(is_offered).collect();
    let most = match question.kind {
        Kind::Multiple { at_most, .. } => at_most.unwrap_or(usize::MAX),
        Kind::Single { .. } | Kind::Grid { .. } => 1,
    };
    let sets = (1..1_usize << offered.len()).map(|bits| {
        let ticked = offered.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
        ticked.map(|(_, choice)| *choice).collect::<Vec<&Choice>>()
    });
    let allowed = sets
        .filter(|set| set.len() == 1 || (set.len() <= most && set.iter().all(|choice| choice.role == Role::Answer)));
    let mut people = Vec::new();
    for set in allowed {
        let mut person = person.clone();
        person.extend(set.into_iter().map(|choice| (item.to_owned(), choice.key.clone())));
        people.push(person);
    }
    people
}
