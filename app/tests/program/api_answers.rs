//! Taking the test as a program does, with nothing but what the API says.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use testkit::{Answer, on_both};

use crate::taker::{NOTHING_NEW, PARTS, submission, submission_of};
use crate::world::World;

const INSTRUMENT: &str = "/api/v1/selftest/instrument";
const RESULT: &str = "/api/v1/selftest/result";
const SUBMISSIONS: &str = "/api/v1/selftest/submissions";

fn read(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.bytes).expect("the API answers in JSON")
}

async fn instrument(world: &World, group: &str) -> Value {
    let answer = world.visitor().get(&format!("{INSTRUMENT}?lang=en&group={group}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    read(&answer)
}

type Chosen = BTreeMap<String, Vec<String>>;

/// Whether a rule of the instrument holds, read as its description says.
fn holds(rule: &Value, chosen: &Chosen) -> bool {
    let each = |name: &str| rule[name].as_array().cloned();
    if let Some(any) = each("any") {
        return any.iter().any(|rule| holds(rule, chosen));
    }
    if let Some(all) = each("all") {
        return all.iter().all(|rule| holds(rule, chosen));
    }
    if rule["not"].is_object() {
        return !holds(&rule["not"], chosen);
    }
    let (item, choice) = (rule["item"].as_str().unwrap(), rule["choice"].as_str().unwrap());
    chosen.get(item).is_some_and(|choices| choices.iter().any(|one| one == choice))
}

/// Goes through the items as somebody would who takes the choice in this place, and as many as may be.
fn answered(instrument: &Value, place: usize) -> Chosen {
    let mut chosen = Chosen::new();
    for item in instrument["items"].as_array().unwrap() {
        if !item["shown_when"].is_null() && !holds(&item["shown_when"], &chosen) {
            continue;
        }
        let choices = item["choices"].as_array().unwrap();
        let first = &choices[place % choices.len()];
        let mut keys = vec![first["key"].as_str().unwrap().to_owned()];
        if first["role"] == "answer" {
            let others = choices.iter().filter(|choice| choice["role"] == "answer" && choice["key"] != first["key"]);
            keys.extend(others.map(|choice| choice["key"].as_str().unwrap().to_owned()));
            keys.truncate(usize::try_from(item["at_most"].as_u64().unwrap_or(u64::MAX)).unwrap());
        }
        chosen.insert(item["item"].as_str().unwrap().to_owned(), keys);
    }
    chosen
}

#[tokio::test]
async fn the_instrument_alone_is_enough_to_take_the_test() {
    let world = World::empty().await;
    let groups = instrument(&world, "all").await["groups"].as_array().unwrap().clone();
    assert_eq!(groups.len(), 15);
    for group in groups.iter().map(|group| group["key"].as_str().unwrap()) {
        let instrument = instrument(&world, group).await;
        assert_eq!(instrument["group"], group);
        let mut lengths = Vec::new();
        for place in 0..6 {
            let answers = answered(&instrument, place);
            lengths.push(answers.len());
            let body = json!({ "version": instrument["version"], "group": group, "answers": answers }).to_string();
            let answer = world.visitor().post_json(RESULT, &body).await;
            assert_eq!(answer.status, 200, "{group} {place}: {}", answer.text());
        }
        assert!(lengths.iter().min() < lengths.iter().max(), "some ways lead past questions: {lengths:?}");
    }
}

#[tokio::test]
async fn the_rules_are_those_of_the_data_file() {
    let world = World::empty().await;
    let file: Value =
        serde_json::from_str(include_str!("../../../modules/selftest/data/instrument-1.json")).expect("a data file");
    let instrument = instrument(&world, "all").await;
    let mut rules = 0;
    for question in file["parts"].as_array().unwrap().iter().flat_map(|part| part["questions"].as_array().unwrap()) {
        let key = question["key"].as_str().unwrap();
        let items = instrument["items"].as_array().unwrap().iter();
        let items = items.filter(|item| item["item"].as_str().unwrap().split('.').next() == Some(key));
        for item in items {
            assert_eq!(item["shown_when"], question["shown_when"], "{key}");
            rules += usize::from(!item["shown_when"].is_null());
        }
    }
    assert!(rules > 10, "{rules}");
    let partner = instrument["items"].as_array().unwrap().iter().find(|item| item["item"] == "partner").unwrap();
    let nobody = partner["choices"].as_array().unwrap().iter().find(|choice| choice["key"] == "none").unwrap();
    assert_eq!((&nobody["role"], &nobody["alone"]), (&json!("exclusive"), &json!(true)));
}

#[tokio::test]
async fn an_answer_to_what_is_not_asked_is_refused_by_its_name() {
    let world = World::empty().await;
    let nothing_new = format!("{NOTHING_NEW}&{}", PARTS[3]);
    let hidden = format!("{nothing_new}&novelty=copy&driver=citizens&driver=employees");
    for path in [RESULT, SUBMISSIONS] {
        let refused = world.visitor().post_json(path, &submission_of("state", 1, &hidden)).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        let error = read(&refused);
        let details = error["details"].as_array().unwrap();
        let named: Vec<_> = details.iter().map(|one| (one["field"].as_str().unwrap(), &one["code"])).collect();
        assert_eq!(named, [("driver", &json!("not_asked")), ("novelty", &json!("not_asked"))]);
        assert!(world.visitor().post_json(path, &submission_of("state", 2, &nothing_new)).await.status.is_success());
    }
    assert_eq!(world.kept().await, 1);
}

#[tokio::test]
async fn a_token_that_was_used_says_so_and_nothing_of_what_was_kept() {
    on_both(async |db| {
        let world = World::on(db).await;
        let send = async |body: &str| {
            let answer = world.visitor().post_json(SUBMISSIONS, body).await;
            (answer.status.as_u16(), answer.text())
        };
        let first = submission("state", 5);
        let other = submission_of("regional", 5, &format!("{NOTHING_NEW}&{}", PARTS[3]));
        assert_eq!(send(&first).await, (201, r#"{"kept":true,"kept_before":false}"#.to_owned()));
        let before = (200, r#"{"kept":false,"kept_before":true}"#.to_owned());
        assert_eq!(send(&first).await, before);
        assert_eq!(send(&other).await, before, "other answers are told apart by nothing");
        assert_eq!(world.kept().await, 1);
    })
    .await;
}

/// The first thing to mend: its field, its code and its words.
async fn mend(world: &World, path: &str, body: &str) -> (u16, String, String, String) {
    let answer = world.visitor().post_json(path, body).await;
    let error = read(&answer);
    let detail = |name: &str| error["details"][0][name].as_str().unwrap_or_default().to_owned();
    (answer.status.as_u16(), detail("field"), detail("code"), detail("message"))
}

#[tokio::test]
async fn a_refusal_names_the_field_and_what_it_may_hold() {
    let world = World::empty().await;
    let whole: Value = serde_json::from_str(&submission("state", 1)).unwrap();
    let with = |field: &str, value: Value| {
        let mut body = whole.clone();
        body[field] = value;
        body.to_string()
    };
    let mut without_token = whole.clone();
    without_token.as_object_mut().unwrap().remove("token");
    let path = format!("{SUBMISSIONS}?lang=en");
    for (body, status, field, code, said) in [
        (without_token.to_string(), 400, "token", "missing", "The field token is missing."),
        (with("token", json!(7)), 400, "token", "wrong_type", "token must be text."),
        (with("let_count", json!("yes")), 400, "let_count", "wrong_type", "let_count must be true or false."),
        (with("answers", json!({"novelty": "copy"})), 400, "answers.novelty", "wrong_type", "must be a list."),
        (with("version", json!("0")), 410, "version", "unknown_version", "GET /api/v1/selftest/instrument"),
        (with("group", json!("mars")), 422, "group", "unknown_group", "municipal_schools"),
        (with("token", json!("x")), 422, "token", "bad_token", "32 random hexadecimal digits"),
        (with("let_count", json!(false)), 422, "let_count", "consent_missing", "let_count is true"),
    ] {
        let (found_status, found, named, message) = mend(&world, &path, &body).await;
        assert_eq!((found_status, found.as_str(), named.as_str()), (status, field, code), "{message}");
        assert!(message.contains(said), "{message}");
    }
    let wrong_choice = submission("state", 1).replace(r#"["copy"]"#, r#"["klon"]"#);
    let (_, field, _, message) = mend(&world, &path, &wrong_choice).await;
    assert!(field == "novelty" && message.contains("first, inspired_adapted, copy"), "{field}: {message}");
}

#[tokio::test]
async fn the_api_speaks_to_programs_and_says_which_languages_it_knows() {
    let world = World::empty().await;
    let refused = read(&world.visitor().get(&format!("{INSTRUMENT}?lang=de")).await);
    assert_eq!(refused["details"][0]["field"], "lang");
    assert_eq!(refused["details"][0]["message"], "lang must be one of these: da, en.");
    let refused = read(&world.visitor().get(&format!("{INSTRUMENT}?lang=en&group=mars")).await);
    assert!(refused["details"][0]["message"].as_str().unwrap().contains("municipal_schools"));
    for (path, body) in [("/api/v1/nothing", ""), (RESULT, "{"), (RESULT, "{}"), (SUBMISSIONS, "[]")] {
        for lang in ["da", "en", "de"] {
            let answer = world.visitor().post_json(&format!("{path}?lang={lang}"), body).await;
            let text = answer.text();
            for word in ["the page", "Go back", "siden", "Gå tilbage"] {
                assert!(!text.contains(word), "{path} {lang}: {text}");
            }
        }
    }
    let danish = read(&world.visitor().get("/api/v1/nothing").await);
    assert!(danish["message"].as_str().unwrap().starts_with("Adressen"), "Danish where nothing is said: {danish}");
}
