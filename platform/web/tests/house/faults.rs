//! Refusals and faults, dressed as pages and as JSON.

use serde_json::Value;
use testkit::Answer;

use crate::site::{SECRET, visitor};

fn assert_keeps_the_secret(answer: &Answer) {
    let text = answer.text();
    for word in [SECRET, "hunter2", "panicked", "outer", ".rs"] {
        assert!(!text.contains(word), "{text}");
    }
}

#[tokio::test]
async fn a_fault_gets_a_page_with_a_number_and_without_its_cause() {
    let (mut visitor, _db) = visitor().await;
    for path in ["/panics", "/breaks", "/en/panics", "/en/breaks"] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status, 500, "{path}");
        assert_keeps_the_secret(&answer);
        let word = if path.starts_with("/en") { "please give the number" } else { "Skriv gerne nummeret" };
        assert!(answer.text().contains(word), "{path}: {}", answer.text());
        assert!(answer.header("content-security-policy").contains("default-src 'self'"), "{path}");
    }
    assert!(visitor.get("/metrics").await.text().contains("stafet_faults_total 4"));
}

#[tokio::test]
async fn a_fault_of_the_api_gets_json_with_a_number_and_without_its_cause() {
    let (mut visitor, _db) = visitor().await;
    for path in ["/api/v1/panics", "/api/v1/breaks"] {
        let answer = visitor.get(path).await;
        let error: Value = serde_json::from_slice(&answer.bytes).expect("the API answers in JSON");
        assert_eq!((answer.status.as_u16(), error["code"].as_str()), (500, Some("fault")), "{path}");
        assert_eq!(error["reference"].as_str().map(str::len), Some(8), "{path}");
        assert_keeps_the_secret(&answer);
    }
}

#[tokio::test]
async fn what_never_ends_is_ended() {
    let (mut visitor, _db) = visitor().await;
    let answer = visitor.get("/en/never").await;
    assert_eq!(answer.status, 408);
    assert!(answer.text().contains("It took too long"));
    assert_eq!(visitor.get("/healthz").await.status, 200);
}

#[tokio::test]
async fn every_refusal_says_what_to_do_in_the_language_of_the_address() {
    let (mut visitor, _db) = visitor().await;
    for (code, status, danish, english) in [
        ("gone", 410, "findes ikke længere", "no longer exists"),
        ("busy", 503, "ligger stadig i din browser", "is still in your browser"),
        ("full", 507, "er gemt", "is saved"),
        ("invalid", 422, "Gå tilbage, og ret det", "Go back and correct it"),
        ("none", 404, "Siden findes ikke", "Page not found"),
    ] {
        for (path, said) in [(format!("/refuses/{code}"), danish), (format!("/en/refuses/{code}"), english)] {
            let answer = visitor.get(&path).await;
            assert_eq!(answer.status, status, "{path}");
            assert!(answer.text().contains(said), "{path}: {}", answer.text());
            assert!(!answer.text().contains("number"), "{path}: only a fault has a number");
        }
        let answer = visitor.get(&format!("/api/v1/refuses/{code}?lang=da")).await;
        let error: Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert!(error["reference"].is_null(), "{code}");
        assert_eq!(answer.header("retry-after"), if code == "busy" { "5" } else { "" }, "{code}");
    }
}

#[tokio::test]
async fn a_page_that_dressed_itself_is_left_alone() {
    let (mut visitor, _db) = visitor().await;
    let answer = visitor.get("/mended").await;
    assert_eq!((answer.status.as_u16(), answer.text().as_str()), (422, "<p>its own page</p>"));
}

#[tokio::test]
async fn the_limit_on_a_body_is_exact() {
    let (mut visitor, _db) = visitor().await;
    assert_eq!(visitor.post("/form", &format!("a={}", "x".repeat(98))).await.text(), "1");
    let answer = visitor.post("/en/form", &format!("a={}", "x".repeat(99))).await;
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("larger than we can accept"));
}

#[tokio::test]
async fn a_slash_too_many_never_leads_to_another_host() {
    let (mut visitor, _db) = visitor().await;
    assert_eq!(visitor.get("/mended/").await.header("location"), "/mended");
    for path in ["//example.com/", "//example.com//", "/\\example.com/", "/%5Cexample.com/", "///"] {
        let location = visitor.get(path).await.header("location").to_owned();
        let leads_away = location.starts_with("//") || location.starts_with("/\\") || location.contains("://");
        assert!(!leads_away, "{path} leads to {location}");
    }
}
