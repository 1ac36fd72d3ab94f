//! What is kept: only with a yes, only once, and without anything that points to anyone.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Request;
use outside::Outside;
use testkit::{TestDb, Visitor, on_both, still};

use crate::reading::Page;
use crate::taker::{COOKIE, NOTHING_NEW, PARTS, Taker, pairs, submission, submission_of};
use crate::world::{World, settings};

const SUBMISSIONS: &str = "/api/v1/selftest/submissions";

#[tokio::test]
async fn without_a_yes_nothing_is_written() {
    on_both(async |db| {
        let world = World::on(db).await;
        let before = world.everything().await;
        let mut taker = Taker::finished(&world, "municipal_schools").await;
        taker.open("/test/resultat").await;
        taker.visitor.get("/test/resultat.pdf").await;
        taker.visitor.post("/test/slet", "").await;
        let refused = submission("state", 1).replace("\"let_count\":true", "\"let_count\":false");
        let answer = world.visitor().post_json(SUBMISSIONS, &refused).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("consent_missing"));
        assert_eq!(world.everything().await, before);
    })
    .await;
}

#[tokio::test]
async fn a_yes_keeps_the_answers_and_says_thank_you() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut taker = Taker::finished(&world, "municipal_schools").await;
        let said = taker.say_yes().await;
        assert_eq!((said.status.as_u16(), said.header("location")), (303, "/test/resultat#tael-med"));
        assert_eq!(world.kept().await, 1);
        let page = taker.open("/en/test/resultat").await;
        assert!(page.text(".consent [role='status']").starts_with("Thank you."));
        assert_eq!(page.count("form[action='/en/test/bevar']"), 0, "it is not asked twice");
        assert!(world.everything().await.contains("culture.curious_about_technology=agree_wholly"));
    })
    .await;
}

#[tokio::test]
async fn nothing_in_any_table_points_to_the_taker() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut taker = Taker::finished(&world, "municipal_schools").await;
        let cookie = taker.visitor.cookie(COOKIE).unwrap().to_owned();
        let token = pairs(&cookie).into_iter().find(|(name, _)| name == "-token").unwrap().1;
        let form = taker.consent_form().await;
        let request = Request::post("/test/bevar")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("user-agent", "Fingeraftryk/7.0")
            .header("x-forwarded-for", "203.0.113.99")
            .header("forwarded", "for=203.0.113.98")
            .header("accept-language", "fo-FO")
            .header("referer", "http://skovbrynet.example/test/resultat")
            .body(Body::from(form))
            .unwrap();
        assert_eq!(taker.visitor.send(request).await.status, 303);
        let everything = world.everything().await;
        for trace in [token.as_str(), "Fingeraftryk", "203.0.113", "fo-FO", "skovbrynet"] {
            assert!(!everything.contains(trace), "`{trace}` was kept: {everything}");
        }
        let answers = everything.lines().find(|line| line.starts_with("selftest_answers")).unwrap();
        let kept: serde_json::Value = serde_json::from_str(answers.split_once(": ").unwrap().1).unwrap();
        let columns: BTreeSet<&str> = kept.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(columns, ["answers", "batch", "id", "instrument", "origin", "population"].into());
    })
    .await;
}

#[tokio::test]
async fn the_log_does_not_say_when_anyone_answered() {
    on_both(async |db| {
        let world = World::on(db).await;
        Taker::finished(&world, "municipal_schools").await.say_yes().await;
        let to_the_hour =
            "SELECT COUNT(*) AS n FROM record_event WHERE kind = 'selftest.answers_kept' AND at % 3600000 <> 0";
        assert_eq!(world.number(to_the_hour).await, 0, "{}: the privacy page promises to keep no time", world.db.kind);
    })
    .await;
}

/// Ten answers that tell ten takers apart.
const DRIVERS: [&str; 10] = [
    "abroad",
    "legislation",
    "foundations",
    "other",
    "employees",
    "citizens",
    "dont_know",
    "new_technology",
    "private_companies",
    "economic_pressure",
];

#[tokio::test]
async fn kept_answers_do_not_lie_in_the_order_in_which_they_came() {
    let outside = Outside { dice: Outside::real().dice, ..still() };
    let world = World::started(TestDb::sqlite().await, outside).await;
    for (token, driver) in (0..).zip(DRIVERS) {
        let answers = PARTS.join("&").replace("driver=citizens&driver=employees", &format!("driver={driver}"));
        let sent = world.visitor().post_json(SUBMISSIONS, &submission_of("state", token, &answers)).await;
        assert_eq!(sent.status, 201);
    }
    let everything = world.everything().await;
    let rows = everything.lines().filter(|line| line.starts_with("selftest_answers"));
    let lying: Vec<&str> = rows.filter_map(driver_in).collect();
    assert_eq!(lying.iter().collect::<BTreeSet<_>>(), DRIVERS.iter().collect::<BTreeSet<_>>());
    assert_ne!(lying, DRIVERS, "the rows tell who answered first, and the log when that was");
}

fn driver_in(row: &str) -> Option<&str> {
    row.split("driver=").nth(1)?.split(['&', '"']).next()
}

#[tokio::test]
async fn what_a_changed_answer_has_hidden_is_not_kept() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "municipal").await;
    taker.answer(1, NOTHING_NEW).await;
    taker.say_yes().await;
    let everything = world.everything().await;
    assert!(everything.contains("type.product=no") && !everything.contains("novelty"));
}

#[tokio::test]
async fn half_a_test_is_not_kept() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    taker.answer(1, PARTS[0]).await;
    let answer = taker.visitor.post("/test/bevar", "").await;
    assert_eq!((answer.status.as_u16(), world.kept().await), (303, 0));
    assert_eq!(taker.visitor.get(answer.header("location")).await.header("location"), "/test/2?mangler");
}

#[tokio::test]
async fn the_same_form_sent_twice_counts_once() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut taker = Taker::finished(&world, "municipal_schools").await;
        let form = taker.consent_form().await;
        for _ in 0..3 {
            assert_eq!(taker.visitor.post("/test/bevar", &form).await.status, 303);
        }
        let mut other_device = world.visitor();
        assert_eq!(other_device.post("/test/bevar", &form).await.status, 303, "the form carries the whole test");
        assert_eq!(world.kept().await, 1);
        assert_eq!(world.number("SELECT CAST(SUM(arrived) AS BIGINT) AS n FROM selftest_arrivals").await, 1);
        assert_eq!(world.number("SELECT COUNT(*) AS n FROM record_event").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_form_without_its_cookie_keeps_the_answers_that_stand_in_it() {
    on_both(async |db| {
        let world = World::on(db).await;
        let form = Taker::finished(&world, "municipal_schools").await.consent_form().await;
        let mut forgetful = world.visitor();
        forgetful.post("/test/bevar", &form).await;
        assert_eq!(world.kept().await, 1);
        assert_eq!(Page::of(&forgetful.get("/test/resultat").await).count(".consent [role='status']"), 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_submission_from_many_at_once_counts_once() {
    on_both(async |db| {
        let world = World::on(db).await;
        let sendings = (0..12).map(|_| {
            let mut visitor = world.visitor();
            tokio::spawn(async move { visitor.post_json(SUBMISSIONS, &submission("regional", 7)).await.status })
        });
        let mut kept = 0;
        for sending in sendings.collect::<Vec<_>>() {
            kept += u32::from(sending.await.unwrap() == 201);
        }
        assert_eq!((kept, world.kept().await), (1, 1), "one is told that it was kept");
    })
    .await;
}

#[tokio::test]
async fn forty_at_once_all_count_and_fill_their_batches() {
    on_both(async |db| {
        let world = World::on(db).await;
        let sendings = (0..40).map(|token| {
            let mut visitor = world.visitor();
            tokio::spawn(async move { visitor.post_json(SUBMISSIONS, &submission("regional", token)).await })
        });
        for sending in sendings.collect::<Vec<_>>() {
            let answer = sending.await.unwrap();
            assert_eq!(
                (answer.status.as_u16(), answer.text().as_str()),
                (201, r#"{"kept":true,"kept_before":false}"#),
                "{}",
                world.db.kind
            );
        }
        assert_eq!(world.kept().await, 40);
        assert_eq!(world.number("SELECT COUNT(*) AS n FROM record_event").await, 40);
        let uneven =
            "SELECT COUNT(*) AS n FROM (SELECT batch FROM selftest_answers GROUP BY batch HAVING COUNT(*) <> 5) AS b";
        assert_eq!(world.number(uneven).await, 0);
    })
    .await;
}

#[tokio::test]
async fn two_programs_on_one_database_count_together() {
    on_both(async |db| {
        let one = World::on(db).await;
        let same = db::Db::open(&one.db.address).await.unwrap();
        let (other, _) = stafet::router(same, still(), &settings()).await.unwrap();
        let sendings = (0..10).map(|token| {
            let mut visitor = if token % 2 == 0 { one.visitor() } else { Visitor::new(other.clone()) };
            tokio::spawn(async move { visitor.post_json(SUBMISSIONS, &submission("regional", token)).await.status })
        });
        for sending in sendings.collect::<Vec<_>>() {
            assert_eq!(sending.await.unwrap(), 201, "{}", one.db.kind);
        }
        let counts = one.visitor().get("/test/tal.json").await.text();
        assert!(counts.contains(r#""people":10"#), "{}: {counts}", one.db.kind);
        assert_eq!(Visitor::new(other).get("/test/tal.json").await.text(), counts);
    })
    .await;
}

#[tokio::test]
async fn a_token_that_is_not_random_looking_is_refused() {
    let world = World::empty().await;
    for token in ["", "1", "g0000000000000000000000000000000", "0000000000000000000000000000000000000000"] {
        let body = submission("state", 1).replace(&format!("{:032x}", 1), token);
        let answer = world.visitor().post_json(SUBMISSIONS, &body).await;
        assert_eq!(answer.status, 422, "{token}");
        assert!(answer.text().contains("bad_token"));
    }
    assert_eq!(world.kept().await, 0);
}

#[tokio::test]
async fn erasing_the_device_leaves_what_was_given_with_a_yes() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut taker = Taker::finished(&world, "state").await;
        taker.say_yes().await;
        taker.visitor.post("/test/slet", "").await;
        assert_eq!(taker.visitor.cookie(COOKIE), None);
        assert_eq!(world.kept().await, 1, "the page says that these cannot be found again");
    })
    .await;
}
