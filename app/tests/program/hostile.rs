//! Requests that no page of ours would send.

use axum::body::Body;
use axum::http::Request;
use testkit::{Answer, on_both};

use crate::reading::{Page, assert_tells_nothing_of_the_inside};
use crate::taker::{PARTS, Taker, submission};
use crate::world::World;

const FORM: &str = "application/x-www-form-urlencoded";

async fn send(world: &World, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
    let request = headers
        .iter()
        .fold(Request::builder().method(method).uri(path), |request, (name, value)| request.header(*name, *value));
    world.visitor().send(request.body(body.into()).expect("a request can be made")).await
}

/// The refusal is a page or JSON that says what is wrong, and nothing of the inside.
fn assert_refused(answer: &Answer, status: u16, said: &str) {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
    assert!(answer.text().contains(said), "{status} does not say `{said}`: {}", answer.text());
    assert_tells_nothing_of_the_inside(answer);
    assert!(!answer.header("content-type").starts_with("text/plain"));
}

#[tokio::test]
async fn a_question_that_is_not_in_the_test_is_said_and_costs_nothing() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    for alien in
        ["alien=yes", "%3Cscript%3E=x", "type=yes", "culture.curious_about_technology.x=1", "type.product%00=yes"]
    {
        let answer = taker.visitor.post("/en/test/1", &format!("{}&{alien}&-next=", PARTS[0])).await;
        assert_refused(&answer, 422, "We could not read some of what was sent.");
        assert!(!answer.text().contains("<script>"), "{alien}");
        assert_eq!(taker.ticked("/test/1").await, crate::taker::pairs(PARTS[0]), "{alien}");
    }
}

#[tokio::test]
async fn an_answer_to_another_part_does_not_slip_in() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    taker.answer(1, &format!("{}&novelty=first", PARTS[0])).await;
    assert!(taker.ticked("/test/2").await.is_empty());
}

#[tokio::test]
async fn more_pairs_than_any_form_holds_are_not_read() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    let answer = taker.visitor.post("/test/1", &format!("{}{}", "type.product=yes&".repeat(2_000), PARTS[0])).await;
    assert_eq!(answer.status, 422);
    assert_tells_nothing_of_the_inside(&answer);
}

#[tokio::test]
async fn a_body_of_ten_megabytes_is_too_large_everywhere() {
    let world = World::empty().await;
    let body = || "x".repeat(10 * 1024 * 1024);
    for path in ["/en/test", "/en/test/1", "/en/test/gruppe", "/en/test/bevar"] {
        assert_refused(
            &send(&world, "POST", path, &[("content-type", FORM)], body()).await,
            413,
            "larger than we can accept",
        );
    }
    for path in ["/api/v1/selftest/result", "/api/v1/selftest/submissions"] {
        let answer = send(&world, "POST", path, &[("content-type", "application/json")], body()).await;
        assert_refused(&answer, 413, r#""code":"too_large""#);
    }
}

#[tokio::test]
async fn a_body_of_another_kind_is_not_read() {
    let world = World::empty().await;
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", ""] {
        let headers: &[(&str, &str)] = if kind.is_empty() { &[] } else { &[("content-type", kind)] };
        assert_refused(
            &send(&world, "POST", "/en/test", headers, "group=state").await,
            415,
            "in a format that we cannot read",
        );
    }
    for kind in ["text/plain", FORM, "application/xml"] {
        let answer =
            send(&world, "POST", "/api/v1/selftest/submissions", &[("content-type", kind)], submission("state", 1))
                .await;
        assert_refused(&answer, 415, r#""code":"wrong_kind""#);
    }
    assert_eq!(world.kept().await, 0);
}

#[tokio::test]
async fn broken_text_is_not_guessed_at() {
    let world = World::empty().await;
    let form = [("content-type", FORM)];
    for body in [&b"group=%FF%FE"[..], b"\xff\xfe=1", b"group=stat\xc3", b"%C3%28=1"] {
        assert_refused(
            &send(&world, "POST", "/en/test", &form, body.to_vec()).await,
            400,
            "We could not read what you sent.",
        );
    }
    assert_refused(&send(&world, "GET", "/en/soeg?q=%FF", &[], "").await, 400, "We could not read what you sent.");
    let json = [("content-type", "application/json")];
    for body in [&b"{\"version\":\"\xff\"}"[..], br#"{"version":"\ud800"}"#, b"", b"nul", b"[]", b"\xef\xbb\xbf{}"] {
        let answer = send(&world, "POST", "/api/v1/selftest/submissions", &json, body.to_vec()).await;
        assert_refused(&answer, 400, r#""code":"unreadable""#);
    }
    for path in ["/%FF", "/test/%FF", "/api/v1/organisations/%FF/workplaces"] {
        let answer = send(&world, "GET", path, &[], "").await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
        assert_tells_nothing_of_the_inside(&answer);
        assert!(!answer.header("content-type").starts_with("text/plain"), "{path}: {}", answer.text());
    }
}

#[tokio::test]
async fn a_language_we_do_not_speak_is_refused_and_not_guessed() {
    let world = World::empty().await;
    assert_refused(&send(&world, "GET", "/de/test", &[], "").await, 404, "Siden findes ikke");
    for language in ["xx", "DA", "", "da-DK", "%00"] {
        for path in ["/api/v1/selftest/instrument", "/api/v1/selftest/benchmarks"] {
            let answer = send(&world, "GET", &format!("{path}?lang={language}"), &[], "").await;
            assert_refused(&answer, 400, r#""code":"unreadable""#);
        }
    }
}

#[tokio::test]
async fn a_form_on_another_site_cannot_send_here() {
    let world = World::empty().await;
    let foreign: [&[(&str, &str)]; 4] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://example.com"), ("host", "stafet.example")],
        &[("origin", "null"), ("host", "stafet.example")],
    ];
    for headers in foreign {
        let with_kind = [headers, &[("content-type", FORM)]].concat();
        for path in ["/en/test", "/en/test/1", "/en/test/bevar", "/en/test/slet", "/en/test/gruppe"] {
            let answer = send(&world, "POST", path, &with_kind, "group=state").await;
            assert_refused(&answer, 403, "sent from another website");
            assert_eq!(answer.header("set-cookie"), "");
        }
        let with_kind = [headers, &[("content-type", "application/json")]].concat();
        let answer = send(&world, "POST", "/api/v1/selftest/submissions", &with_kind, submission("state", 1)).await;
        assert_refused(&answer, 403, r#""code":"cross_site""#);
    }
    assert_eq!(world.kept().await, 0);
    for own in [("sec-fetch-site", "same-origin"), ("sec-fetch-site", "none")] {
        let answer = send(&world, "POST", "/test", &[own, ("content-type", FORM)], "group=state").await;
        assert_eq!(answer.status, 303, "{own:?}");
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_which_are_right() {
    let world = World::empty().await;
    for (method, path, allowed) in [
        ("DELETE", "/en/test", "GET,HEAD,POST"),
        ("PUT", "/en/test/1", "GET,HEAD,POST"),
        ("GET", "/en/test/bevar", "POST"),
        ("GET", "/en/test/slet", "POST"),
        ("POST", "/en/test/resultat", "GET,HEAD"),
        ("POST", "/en/cookies", "GET,HEAD"),
    ] {
        let answer = send(&world, method, path, &[("content-type", FORM)], "").await;
        assert_refused(&answer, 405, "The page cannot be used in that way.");
        assert_eq!(answer.header("allow"), allowed, "{method} {path}");
    }
}

#[tokio::test]
async fn an_address_longer_than_any_of_ours_is_refused_and_not_repeated() {
    let world = World::empty().await;
    let long = "%C3%A5".repeat(10_000);
    for path in
        [format!("/en/soeg?q={long}"), format!("/en/test?{long}"), format!("/en/{long}"), format!("/en/{long}/")]
    {
        let answer = send(&world, "GET", &path, &[], "").await;
        assert_refused(&answer, 414, "The address is longer than any of ours.");
        assert!(answer.bytes.len() < 16 * 1024, "{} bytes", answer.bytes.len());
    }
    for path in [format!("/api/v1/organisations/{long}/workplaces"), format!("/api/v1/selftest/instrument?x={long}")] {
        let answer = send(&world, "GET", &path, &[], "").await;
        assert_refused(&answer, 414, r#""code":"long_address""#);
        assert!(answer.bytes.len() < 500);
    }
    let as_long_as_may_be = |length: usize| format!("/soeg?q={}", "x".repeat(length - "/soeg?q=".len()));
    let longest = send(&world, "GET", &as_long_as_may_be(8 * 1024), &[], "").await;
    assert_eq!(longest.status, 200);
    assert!(Page::of(&longest).text("main").len() < 1_000, "what was asked is not repeated at length");
    assert_eq!(send(&world, "GET", &as_long_as_may_be(8 * 1024 + 1), &[], "").await.status, 414);
}

#[tokio::test]
async fn null_bytes_are_harmless_on_both_databases() {
    on_both(async |db| {
        let world = World::on(db).await;
        for path in [
            "/%00",
            "/test/%00",
            "/soeg?q=%00",
            "/api/v1/organisations/%00/workplaces",
            "/api/v1/organisations/a%00b/workplaces",
        ] {
            let answer = send(&world, "GET", path, &[], "").await;
            assert!(!answer.status.is_server_error(), "{} {path}: {}", world.db.kind, answer.text());
        }
        let nul = submission("state", 1).replace("\"state\"", "\"\\u0000\"");
        let json = [("content-type", "application/json")];
        assert_eq!(send(&world, "POST", "/api/v1/selftest/submissions", &json, nul).await.status, 422);
        let nul = submission("state", 1).replace("\"1\"", "\"\\u0000\"");
        assert_eq!(send(&world, "POST", "/api/v1/selftest/submissions", &json, nul).await.status, 410);
        let nul = submission("state", 1).replace("\"yes\"", "\"yes\\u0000\"");
        assert_eq!(send(&world, "POST", "/api/v1/selftest/submissions", &json, nul).await.status, 422);
        assert_eq!(world.kept().await, 0);
    })
    .await;
}

#[tokio::test]
async fn words_that_mean_something_to_a_database_are_only_words() {
    on_both(async |db| {
        let world = World::on(db).await;
        let injected = "x'%20OR%20'1'='1";
        let answer = send(&world, "GET", &format!("/api/v1/organisations/{injected}/workplaces"), &[], "").await;
        assert_eq!((answer.status.as_u16(), answer.text().as_str()), (200, "[]"));
        let body = submission("state'; DROP TABLE selftest_answers; --", 1);
        let answer =
            send(&world, "POST", "/api/v1/selftest/submissions", &[("content-type", "application/json")], body).await;
        assert_eq!(answer.status, 422);
        assert_eq!(world.kept().await, 0);
    })
    .await;
}

#[tokio::test]
async fn deeply_nested_json_is_refused_and_not_followed() {
    let world = World::empty().await;
    let deep = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
    let in_field =
        format!(r#"{{"version":"1","group":"state","let_count":true,"token":"x","answers":{{"a":{deep}}}}}"#);
    for body in [deep, in_field] {
        let answer =
            send(&world, "POST", "/api/v1/selftest/submissions", &[("content-type", "application/json")], body).await;
        assert_refused(&answer, 400, r#""code":"unreadable""#);
    }
}
