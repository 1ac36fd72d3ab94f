//! The API: what it says of itself, and whether that is true.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::reading::assert_tells_nothing_of_the_inside;
use crate::taker::submission;
use crate::world::World;

/// Everything there is. A new endpoint is added here, so that none comes or goes unseen.
const ENDPOINTS: [(&str, &str); 7] = [
    ("get", "/api/v1/organisations"),
    ("get", "/api/v1/organisations/{id}/workplaces"),
    ("get", "/api/v1/selftest/instrument"),
    ("get", "/api/v1/selftest/benchmarks"),
    ("post", "/api/v1/selftest/result"),
    ("post", "/api/v1/selftest/submissions"),
    ("get", "/api/v1/selftest/counts"),
];

async fn document(world: &World) -> Value {
    let answer = world.visitor().get("/api/openapi.json").await;
    assert_eq!(answer.header("content-type"), "application/json");
    serde_json::from_slice(&answer.bytes).expect("the description is JSON")
}

/// Every operation: its method, its path and what is said of it.
fn operations(document: &Value) -> Vec<(&str, &str, &Value)> {
    let paths = document["paths"].as_object().expect("there are paths");
    let mut found = Vec::new();
    for (path, methods) in paths {
        for (method, operation) in methods.as_object().expect("a path has methods") {
            found.push((method.as_str(), path.as_str(), operation));
        }
    }
    found
}

/// A request that every endpoint accepts.
async fn ask(world: &World, method: &str, path: &str) -> testkit::Answer {
    let path = path.replace("{id}", "eksempel-lillehavn-kommune");
    match method {
        "get" => world.visitor().get(&path).await,
        _ => world.visitor().post_json(&path, &submission("state", 1)).await,
    }
}

#[tokio::test]
async fn the_description_lists_exactly_the_endpoints_there_are() {
    let world = World::empty().await;
    let document = document(&world).await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let listed: BTreeSet<(&str, &str)> =
        operations(&document).iter().map(|(method, path, _)| (*method, *path)).collect();
    assert_eq!(listed, ENDPOINTS.into_iter().collect());
}

#[tokio::test]
async fn no_endpoint_answers_to_a_method_that_is_not_described() {
    let world = World::with_examples().await;
    for (described, path) in ENDPOINTS {
        let path = path.replace("{id}", "x");
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH"] {
            if method.eq_ignore_ascii_case(described) {
                continue;
            }
            let request = axum::http::Request::builder().method(method).uri(&path).body("{}".into()).unwrap();
            let answer = world.visitor().send(request).await;
            assert_eq!(answer.status, 405, "{method} {path}");
            assert!(answer.header("allow").contains(&described.to_uppercase()), "{path}");
            let error: Value = serde_json::from_slice(&answer.bytes).unwrap();
            assert_eq!(error["code"], "wrong_method");
        }
    }
}

#[tokio::test]
async fn every_reference_in_the_description_leads_somewhere() {
    let world = World::empty().await;
    let document = document(&world).await;
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"").skip(1) {
        let pointer = reference.split('"').next().unwrap().trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
    let mut names: Vec<&str> = Vec::new();
    for (method, path, operation) in operations(&document) {
        names.push(operation["operationId"].as_str().expect("every operation is named"));
        assert!(operation["summary"].is_string() || operation["description"].is_string(), "{method} {path}");
        assert!(!operation["responses"].as_object().unwrap().is_empty(), "{method} {path}");
    }
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(unique.len(), names.len(), "{names:?}");
}

#[tokio::test]
async fn every_endpoint_answers_as_its_description_says() {
    let world = World::with_examples().await;
    let document = document(&world).await;
    for (method, path, operation) in operations(&document) {
        let answer = ask(&world, method, path).await;
        let response = &operation["responses"][answer.status.as_str()];
        assert!(
            answer.status.is_success() && response.is_object(),
            "{method} {path}: {} {}",
            answer.status,
            answer.text()
        );
        let schema = &response["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{method} {path} does not say what it answers");
        let body: Value = serde_json::from_slice(&answer.bytes).unwrap();
        fits(&document, schema, &body, path);
    }
}

#[tokio::test]
async fn every_error_of_the_api_has_the_one_shape() {
    let world = World::empty().await;
    let document = document(&world).await;
    let schema = &document["components"]["schemas"]["ApiError"];
    let mut visitor = world.visitor();
    let errors = [
        (404, visitor.get("/api/v1/nothing").await),
        (404, visitor.get("/api/v2/selftest/counts").await),
        (400, visitor.get("/api/v1/selftest/instrument?lang=xx").await),
        (400, visitor.post_json("/api/v1/selftest/result", "{").await),
        (415, visitor.post("/api/v1/selftest/result", "a=1").await),
        (410, visitor.post_json("/api/v1/selftest/result", r#"{"version":"0","group":"state","answers":{}}"#).await),
        (422, visitor.post_json("/api/v1/selftest/result", r#"{"version":"1","group":"mars","answers":{}}"#).await),
        (422, visitor.post_json("/api/v1/selftest/result", r#"{"version":"1","group":"state","answers":{}}"#).await),
        (413, visitor.post_json("/api/v1/selftest/result", &"x".repeat(10 * 1024 * 1024)).await),
    ];
    for (status, answer) in errors {
        assert_eq!(answer.status, status, "{}", answer.text());
        let body: Value = serde_json::from_slice(&answer.bytes).unwrap();
        fits(&document, schema, &body, "an error");
        assert!(!body["message"].as_str().unwrap().is_empty());
        assert_tells_nothing_of_the_inside(&answer);
    }
}

#[tokio::test]
async fn an_error_speaks_the_language_that_was_asked_for() {
    let world = World::empty().await;
    let message = async |query: &str| {
        let path = format!("/api/v1/selftest/result{query}");
        let answer = world.visitor().post_json(&path, r#"{"version":"0","group":"state","answers":{}}"#).await;
        serde_json::from_slice::<Value>(&answer.bytes).unwrap()["message"].as_str().unwrap().to_owned()
    };
    assert_ne!(message("?lang=da").await, message("?lang=en").await);
}

#[tokio::test]
async fn a_refusal_names_every_field_and_what_is_wrong_with_it() {
    let world = World::empty().await;
    let answers = r#"{"type.product": ["yes"], "novelty": ["first", "copy"], "alien": ["x"], "spread": ["perhaps"],
        "driver": ["citizens", "abroad", "other", "legislation"], "partner": ["none", "state"]}"#;
    let body = format!(r#"{{"version": "1", "group": "municipal", "answers": {answers}}}"#);
    let answer = world.visitor().post_json("/api/v1/selftest/result?lang=en", &body).await;
    let error: Value = serde_json::from_slice(&answer.bytes).unwrap();
    let code_of = |field: &str| {
        let details = error["details"].as_array().unwrap();
        details
            .iter()
            .filter(|detail| detail["field"] == field)
            .map(|detail| detail["code"].as_str().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!((answer.status.as_u16(), error["code"].as_str()), (422, Some("invalid")));
    assert_eq!(code_of("novelty"), ["more_than_one"]);
    assert_eq!(code_of("driver"), ["too_many"]);
    assert_eq!(code_of("partner"), ["not_alone"]);
    assert_eq!(code_of("alien"), ["unknown_item"]);
    assert_eq!(code_of("spread"), ["unknown_choice", "missing"]);
    assert_eq!(code_of("type.service"), ["missing"]);
}

#[tokio::test]
async fn every_parameter_is_where_the_description_says() {
    let world = World::empty().await;
    let document = document(&world).await;
    for (method, path, operation) in operations(&document) {
        let parameters = operation["parameters"].as_array().map_or(&[][..], Vec::as_slice);
        let of = |place: &str| -> BTreeSet<&str> {
            let there = parameters.iter().filter(|parameter| parameter["in"] == place);
            there.map(|parameter| parameter["name"].as_str().expect("every parameter has a name")).collect()
        };
        let in_path = path.split('{').skip(1).map(|rest| rest.split('}').next().expect("a name ends"));
        assert_eq!(of("path"), in_path.collect(), "{method} {path}");
        assert_eq!(of("path").len() + of("query").len(), parameters.len(), "{method} {path}");
        for parameter in parameters {
            assert_eq!(parameter["required"], parameter["in"] == "path", "{method} {path}: {parameter}");
            if parameter["name"] == "lang" {
                assert_eq!(parameter["schema"]["enum"], serde_json::json!(["da", "en"]));
            }
        }
        let speaks = path.starts_with("/api/v1/selftest/") && path != "/api/v1/selftest/counts";
        assert_eq!(of("query").contains("lang"), speaks, "{method} {path}");
    }
}

/// Requests that are refused whatever the operation does with those it accepts.
async fn refusals(world: &World, method: &str, path: &str) -> Vec<testkit::Answer> {
    let path = path.replace("{id}", "x");
    let send = async |query: &str, kind: &str, site: &str, body: String| {
        let request = axum::http::Request::builder().method(method.to_uppercase().as_str());
        let request =
            request.uri(format!("{path}?{query}")).header("content-type", kind).header("sec-fetch-site", site);
        world.visitor().send(request.body(body.into()).unwrap()).await
    };
    let (json, own) = ("application/json", "same-origin");
    let mut answers = vec![
        send("lang=de", json, own, submission("state", 1)).await,
        send("x=%00", json, own, submission("state", 1)).await,
        send("group=mars", json, own, submission("state", 1)).await,
        send(&"x".repeat(9_000), json, own, submission("state", 1)).await,
    ];
    if method == "post" {
        answers.extend([
            send("", json, own, "{".to_owned()).await,
            send("", json, own, "{}".to_owned()).await,
            send("", json, own, "x".repeat(1_000_000)).await,
            send("", "text/plain", own, submission("state", 1)).await,
            send("", json, "cross-site", submission("state", 1)).await,
            send("", json, own, submission("mars", 1)).await,
            send("", json, own, submission("state", 1).replace(r#""version":"1""#, r#""version":"0""#)).await,
        ]);
    }
    world.db.db.clone().close().await.expect("connections can be closed");
    answers.push(send("", json, own, submission("state", 1)).await);
    answers
}

#[tokio::test]
async fn every_status_that_an_operation_answers_with_is_described() {
    let mut seen = BTreeSet::new();
    for (method, path) in ENDPOINTS {
        let world = World::empty().await;
        let document = document(&world).await;
        let (.., operation) = operations(&document).into_iter().find(|(_, found, _)| *found == path).unwrap();
        for answer in refusals(&world, method, path).await {
            let status = answer.status.as_str();
            let schema = &operation["responses"][status]["content"]["application/json"]["schema"];
            assert!(schema.is_object(), "{method} {path}: {status} is not described: {}", answer.text());
            fits(&document, schema, &serde_json::from_slice(&answer.bytes).unwrap(), path);
            seen.insert((method, answer.status.as_u16()));
        }
        for never_provoked in ["408", "500"] {
            assert!(operation["responses"][never_provoked].is_object(), "{method} {path}: {never_provoked}");
        }
        let writes = path == "/api/v1/selftest/submissions";
        assert_eq!(operation["responses"]["507"].is_object(), writes, "{method} {path}");
    }
    let expected = [400, 403, 410, 413, 414, 415, 422, 503].map(|status| ("post", status));
    assert!(expected.iter().all(|one| seen.contains(one)), "{seen:?}");
    assert!([400, 414, 503].iter().all(|status| seen.contains(&("get", *status))), "{seen:?}");
}

/// Whether a value is what the schema says.
fn fits(document: &Value, schema: &Value, value: &Value, place: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let found = document.pointer(reference.trim_start_matches('#')).expect("references lead somewhere");
        return fits(document, found, value, place);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        fits(document, part, value, place);
    }
    if let Some(kinds) = schema["oneOf"].as_array() {
        let mut fitting = kinds.iter().filter(|kind| may_be(document, kind, value));
        let kind = fitting.next().unwrap_or_else(|| panic!("{place}: {value} is none of {kinds:?}"));
        assert!(fitting.next().is_none(), "{place}: {value} is more than one of {kinds:?}");
        return fits(document, kind, value, place);
    }
    if schema["type"].is_string() || schema["type"].is_array() {
        assert!(types(schema).contains(&type_of(value)), "{place}: {value} is not {}", schema["type"]);
    }
    for key in schema["required"].as_array().into_iter().flatten() {
        assert!(value.get(key.as_str().unwrap()).is_some(), "{place} lacks {key}");
    }
    for (key, part) in value.as_object().into_iter().flatten() {
        let described = &schema["properties"][key];
        assert!(described.is_object() || schema["allOf"].is_array(), "{place}: `{key}` is not described");
        fits(document, described, part, &format!("{place}.{key}"));
    }
    for part in value.as_array().into_iter().flatten() {
        fits(document, &schema["items"], part, &format!("{place}[]"));
    }
}

/// Whether this of several schemas is the one to compare with: it has the value's type and its required fields.
fn may_be(document: &Value, schema: &Value, value: &Value) -> bool {
    if let Some(reference) = schema["$ref"].as_str() {
        let found = document.pointer(reference.trim_start_matches('#')).expect("references lead somewhere");
        return may_be(document, found, value);
    }
    if let Some(kinds) = schema["oneOf"].as_array() {
        return kinds.iter().any(|kind| may_be(document, kind, value));
    }
    let required = schema["required"].as_array().into_iter().flatten();
    types(schema).contains(&type_of(value))
        && required.into_iter().all(|key| value.get(key.as_str().unwrap()).is_some())
}

fn types(schema: &Value) -> Vec<&str> {
    let one = schema["type"].as_str().into_iter();
    let mut types: Vec<&str> =
        one.chain(schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str)).collect();
    if types.contains(&"number") {
        types.push("integer");
    }
    types
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
