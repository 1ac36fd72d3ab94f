//! Anything at all is sent, and the program stays whole: it never breaks, and never takes what the instrument refuses.

use std::cell::Cell;

use axum::http::Request;
use db::{FromQueryResult, sea_orm, sql};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use testkit::Answer;
use tokio::runtime::Runtime;

use crate::reading::Page;
use crate::taker::{COOKIE, PARTS, pairs, submission, submission_of};
use crate::world::World;

const CASES: u32 = 300;
/// Choices of some items and not of others.
const CHOICES: [&str; 10] =
    ["yes", "no", "dont_know", "none", "copy", "first", "citizens", "state", "agree_wholly", "neither"];
/// The fields of a submission, and one that it does not have.
const FIELDS: [&str; 6] = ["version", "group", "answers", "let_count", "token", "more"];

/// A site, and the means to ask it from a test that is not asynchronous.
struct Asked {
    runtime: Runtime,
    world: World,
}

impl Asked {
    fn new() -> Self {
        let runtime = Runtime::new().expect("a runtime can be made");
        let world = runtime.block_on(World::empty());
        Self { runtime, world }
    }

    fn post_json(&self, path: &str, body: &str) -> Answer {
        self.runtime.block_on(self.world.visitor().post_json(path, body))
    }

    fn post(&self, path: &str, form: &str) -> Answer {
        self.runtime.block_on(self.world.visitor().post(path, form))
    }

    fn get(&self, path: &str, cookie: &str) -> Option<Answer> {
        let request = Request::get(path).header("cookie", format!("{COOKIE}={cookie}")).body("".into()).ok()?;
        Some(self.runtime.block_on(self.world.visitor().send(request)))
    }

    fn kept(&self) -> i64 {
        self.runtime.block_on(self.world.kept())
    }

    fn kept_answers(&self) -> Vec<String> {
        #[derive(FromQueryResult)]
        struct Row {
            answers: String,
        }
        let all = self.world.db.db.all::<Row>(sql("SELECT answers FROM selftest_answers", []));
        let rows = self.runtime.block_on(all).expect("the database answers");
        rows.into_iter().map(|row| row.answers).collect()
    }
}

fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) }
}

/// Words that mean something to the program, and words that do not.
fn word() -> impl Strategy<Value = String> {
    const KNOWN: [&str; 18] = [
        "version",
        "group",
        "answers",
        "let_count",
        "token",
        "1",
        "0",
        "state",
        "municipal",
        "driver",
        "citizens",
        "dont_know",
        "type.product",
        "yes",
        "partner",
        "none",
        "novelty",
        "",
    ];
    prop_oneof![select(&KNOWN[..]).prop_map(str::to_owned), "\\PC{0,12}", "[\\x00-\\x1f]{1,3}"]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Value::from),
            vec((word(), inner), 0..8).prop_map(|pairs| Value::from(pairs.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The answers of a whole test with some pairs gone, some twice and some that do not belong there.
fn nearly_right() -> impl Strategy<Value = String> {
    let all = pairs(&PARTS.join("&"));
    let count = all.len();
    let items: Vec<String> = all.iter().map(|(item, _)| item.clone()).collect();
    let added = vec((select(items), select(&CHOICES[..])), 0..4);
    (vec(0..count, 0..3), added).prop_map(move |(gone, added)| {
        let left = all.iter().enumerate().filter(|(place, _)| !gone.contains(place));
        let left = left.map(|(_, (item, choice))| format!("{item}={choice}"));
        left.chain(added.iter().map(|(item, choice)| format!("{item}={choice}"))).collect::<Vec<_>>().join("&")
    })
}

/// Whether the API accepts these answers as a whole test.
fn is_accepted(asked: &Asked, answers: &str) -> bool {
    asked.post_json("/api/v1/selftest/result", &submission_of("municipal", 1, answers)).status == 200
}

/// The answers that a result page carries in its form.
fn carried(page: &Answer) -> String {
    let page = Page::of(page);
    let fields = page.all("form[action='/test/bevar'] input");
    let pairs = fields.iter().filter_map(|field| Some((field.attr("name")?, field.attr("value")?)));
    let answers = pairs.filter(|(name, _)| !name.starts_with('-')).map(|(item, choice)| format!("{item}={choice}"));
    answers.collect::<Vec<_>>().join("&")
}

fn draft(token: u32, answers: &str) -> String {
    format!("-version=1&-group=municipal&-token={token:032x}&{answers}")
}

#[test]
fn no_json_breaks_the_api() {
    let asked = Asked::new();
    proptest!(cases(), |(body in any_json())| {
        for path in ["/api/v1/selftest/submissions", "/api/v1/selftest/result"] {
            let answer = asked.post_json(path, &body.to_string());
            prop_assert!(answer.status.is_client_error(), "{} to {body}", answer.status);
        }
    });
    assert_eq!(asked.kept(), 0);
}

#[test]
fn one_thing_exchanged_in_a_submission_never_breaks_the_api() {
    let asked = Asked::new();
    proptest!(cases(), |(field in select(&FIELDS[..]), value in any_json(), token in any::<u32>())| {
        let mut body: Value = serde_json::from_str(&submission("state", token)).unwrap();
        body[field] = value;
        let answer = asked.post_json("/api/v1/selftest/submissions", &body.to_string());
        prop_assert!(!answer.status.is_server_error(), "{} to {body}", answer.status);
        prop_assert!(serde_json::from_slice::<Value>(&answer.bytes).is_ok());
    });
}

#[test]
fn no_form_breaks_a_page() {
    let asked = Asked::new();
    proptest!(cases(), |(form in vec((word(), word()), 0..20), path in select(&["/test", "/test/1", "/test/3", "/test/gruppe", "/test/bevar"][..]))| {
        let form = form.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
        let answer = asked.post(path, &form);
        prop_assert!(!answer.status.is_server_error(), "{} to {form}", answer.status);
    });
    assert_eq!(asked.kept(), 0);
}

#[test]
fn no_cookie_and_no_address_break_a_page() {
    let asked = Asked::new();
    proptest!(cases(), |(cookie in "[ -~]{0,300}", path in "/(en/)?(test/)?[!-~]{0,30}")| {
        for path in [path.as_str(), "/test", "/test/2", "/test/resultat"] {
            let Some(answer) = asked.get(path, &cookie) else { continue };
            prop_assert!(!answer.status.is_server_error(), "{} for {path} with {cookie}", answer.status);
        }
    });
}

#[test]
fn a_result_is_shown_only_for_answers_that_the_instrument_accepts() {
    let asked = Asked::new();
    proptest!(cases(), |(answers in nearly_right())| {
        let page = asked.get("/test/resultat", &draft(1, &answers)).expect("a cookie of plain letters");
        if is_accepted(&asked, &answers) {
            prop_assert_eq!(page.status.as_u16(), 200, "{}", &answers);
        }
        if page.status == 200 {
            prop_assert!(is_accepted(&asked, &carried(&page)), "{}", &answers);
        }
    });
}

#[test]
fn only_answers_that_the_instrument_accepts_are_kept() {
    let asked = Asked::new();
    let tokens = Cell::new(0);
    proptest!(cases(), |(answers in nearly_right())| {
        tokens.set(tokens.get() + 1);
        let before = asked.kept();
        asked.post("/test/bevar", &draft(tokens.get(), &answers));
        if is_accepted(&asked, &answers) {
            prop_assert_eq!(asked.kept(), before + 1, "{}", &answers);
        }
    });
    let kept = asked.kept_answers();
    assert!(kept.len() > 10, "{} of {CASES} were kept", kept.len());
    for answers in kept {
        assert!(is_accepted(&asked, &answers), "{answers}");
    }
}
