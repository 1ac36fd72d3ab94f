//! Taking the test through its forms.

use crate::reading::Page;
use crate::taker::{NOTHING_NEW, PARTS, Taker, pairs, ticked};
use crate::world::World;

#[tokio::test]
async fn the_way_leads_from_the_group_through_four_parts_to_the_result() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal_schools").await;
    let ways = ["/test/2", "/test/3", "/test/4", "/test/resultat"];
    for (place, answers) in PARTS.iter().enumerate() {
        let page = taker.open(&format!("/test/{}", place + 1)).await;
        assert_eq!(page.count(".steps > li"), 4);
        assert_eq!(page.text("[aria-current='step'] .step-number"), (place + 1).to_string());
        let answered = taker.answer(place + 1, answers).await;
        assert_eq!((answered.status.as_u16(), answered.header("location")), (303, ways[place]));
    }
    let result = taker.open("/test/resultat").await;
    assert_eq!(result.count("section.compared"), 9, "one for each question");
}

#[tokio::test]
async fn whoever_has_nothing_new_skips_what_only_concerns_the_new() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "regional").await;
    let answered = taker.answer(1, NOTHING_NEW).await;
    assert_eq!(answered.header("location"), "/test/4");
    for hidden in ["/test/2", "/test/3"] {
        let turned = taker.visitor.get(hidden).await;
        assert_eq!((turned.status.as_u16(), turned.header("location")), (303, "/test/4?mangler"), "{hidden}");
    }
    assert_eq!(taker.back(4, PARTS[3]).await.header("location"), "/test/1", "back skips them too");
    assert_eq!(taker.answer(4, PARTS[3]).await.header("location"), "/test/resultat");
    let result = taker.open("/test/resultat").await;
    assert_eq!(result.count("section.compared"), 2);
}

#[tokio::test]
async fn every_other_kind_of_new_also_opens_the_later_parts() {
    let world = World::empty().await;
    for new in ["product", "service", "process_organisation", "communication"] {
        let mut taker = Taker::begun(&world, "state").await;
        let answers = NOTHING_NEW.replace(&format!("type.{new}=no"), &format!("type.{new}=yes"));
        assert_eq!(taker.answer(1, &answers).await.header("location"), "/test/2", "{new}");
    }
    let mut unsure = Taker::begun(&world, "state").await;
    let answers = NOTHING_NEW.replace("=no", "=dont_know");
    assert_eq!(unsure.answer(1, &answers).await.header("location"), "/test/4", "not to know is not yes");
}

#[tokio::test]
async fn back_and_forward_lose_nothing() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    taker.answer(1, PARTS[0]).await;
    let half = "novelty=first&driver=abroad&value=quality&value=other";
    let back = taker.back(2, half).await;
    assert_eq!((back.status.as_u16(), back.header("location")), (303, "/test/1"), "back asks for nothing");
    assert_eq!(taker.ticked("/test/1").await, pairs(PARTS[0]));
    assert_eq!(taker.ticked("/test/2").await, pairs(half));
    taker.answer(1, PARTS[0]).await;
    assert_eq!(taker.ticked("/test/2").await, pairs(half));
}

#[tokio::test]
async fn an_answer_that_hides_others_does_not_erase_them() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "municipal").await;
    taker.answer(1, NOTHING_NEW).await;
    assert_eq!(taker.open("/test/resultat").await.count("section.compared"), 2);
    taker.answer(1, PARTS[0]).await;
    assert_eq!(taker.ticked("/test/2").await, pairs(PARTS[1]));
    assert_eq!(taker.open("/test/resultat").await.count("section.compared"), 9);
}

/// A form with one thing wrong: the part, what is sent, the field that is named, and what is said beside it.
const WRONG: [(usize, &str, &str, &str, &str); 7] = [
    (1, "type.product=no", "", "type-service", "Choose an answer. If you are in doubt, choose “Don't know”."),
    (1, "type.product=yes", "type.product=no", "type-product", "Choose one answer only."),
    (1, "type.service=no", "type.service=perhaps", "type-service", "Choose one of the answers on the page."),
    (
        2,
        "driver=citizens",
        "driver=citizens&driver=abroad&driver=other",
        "driver",
        "Choose at most 3. You have chosen 4.",
    ),
    (2, "driver=citizens", "driver=dont_know", "driver", "cannot be combined with other answers"),
    (
        2,
        "partner=own_authority",
        "partner=own_authority&partner=none",
        "partner",
        "cannot be combined with other answers",
    ),
    (2, "novelty=copy", "novelty=copy&novelty=first", "novelty", "Choose one answer only."),
];

/// The part's answers with one thing exchanged.
fn with(part: usize, taken_out: &str, put_in: &str) -> String {
    match put_in {
        "" => taken_out.to_owned(),
        _ if put_in.contains("perhaps") => PARTS[part - 1].replace(taken_out, put_in),
        _ => format!("{}&{put_in}", PARTS[part - 1]),
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_the_field_and_nothing_is_lost() {
    let world = World::empty().await;
    for (part, taken_out, put_in, field, said) in WRONG {
        let mut taker = Taker::begun(&world, "municipal").await;
        taker.answer(1, PARTS[0]).await;
        let sent = with(part, taken_out, put_in);
        let again = taker.visitor.post(&format!("/en/test/{part}"), &format!("{sent}&-next=")).await;
        assert_eq!(again.status, 422, "{sent}");
        let page = Page::of(&again);
        let message = page.text(&format!("#{field}-error"));
        assert!(message.contains(said), "{sent}: {message}");
        let described = page.attribute(&format!("fieldset#{field}"), "aria-describedby").unwrap_or_default();
        assert!(described.contains(&format!("{field}-error")), "{sent}");
        assert!(page.attributes("[role='alert'] a", "href").contains(&format!("#{field}")), "{sent}");
        assert_eq!(page.text("[role='alert'] h2"), "Something on this page needs correcting");
        let mut kept = pairs(&sent);
        kept.retain(|(_, choice)| choice != "perhaps");
        kept.dedup();
        assert_eq!(ticked(&page), kept, "everything that was sent is still ticked");
        assert_eq!(taker.ticked(&format!("/test/{part}")).await, kept, "also after leaving and coming back");
    }
}

#[tokio::test]
async fn three_may_be_chosen_and_a_lone_answer_may_stand_alone() {
    let world = World::empty().await;
    for (one, other) in
        [("driver=employees", "driver=employees&driver=abroad"), ("partner=own_authority", "partner=none")]
    {
        let mut taker = Taker::begun(&world, "municipal").await;
        taker.answer(1, PARTS[0]).await;
        assert_eq!(taker.answer(2, &PARTS[1].replace(one, other)).await.header("location"), "/test/3", "{other}");
    }
}

#[tokio::test]
async fn half_a_test_is_gone_on_with_on_the_same_device() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "state_education").await;
    taker.answer(1, PARTS[0]).await;
    let cookie = taker.visitor.cookie("stafet_test").unwrap().to_owned();
    let world = world.restarted().await;
    let mut later = world.visitor();
    later.set_cookie("stafet_test", &cookie);
    let start = Page::of(&later.get("/en/test").await);
    assert_eq!(start.text("#begun-heading"), "You are taking a test");
    assert!(start.text(".begun p").starts_with("You have given 4 of "), "{}", start.text(".begun p"));
    assert_eq!(start.attribute(".begun a", "href").as_deref(), Some("/en/test/1"));
    assert_eq!(ticked(&Page::of(&later.get("/test/1").await)), pairs(PARTS[0]));
    assert_eq!(later.post("/test/2", &format!("{}&-next=", PARTS[1])).await.header("location"), "/test/3");
}

#[tokio::test]
async fn a_finished_test_is_offered_as_its_result() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "state").await;
    let start = taker.open("/test").await;
    assert_eq!(start.attribute(".begun a", "href").as_deref(), Some("/test/resultat"));
}

#[tokio::test]
async fn the_result_of_half_a_test_leads_to_what_is_missing() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    taker.answer(1, PARTS[0]).await;
    for path in ["/test/resultat", "/test/resultat.pdf"] {
        assert_eq!(taker.visitor.get(path).await.header("location"), "/test/2?mangler");
    }
    let page = taker.open("/test/2?mangler").await;
    assert_eq!(page.count(".form-error-message"), 6, "every question of the part");
    for path in ["/test/resultat", "/test/resultat.pdf", "/test/gruppe", "/test/2"] {
        assert_eq!(world.visitor().get(path).await.header("location"), "/test?uden-svar", "{path} without a test");
    }
}

#[tokio::test]
async fn one_button_erases_the_answers_from_the_device() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "municipal").await;
    assert_eq!(taker.open("/test/resultat").await.count("form[action='/test/slet'] button"), 1);
    let erased = taker.visitor.post("/test/slet", "").await;
    assert_eq!(erased.header("location"), "/test?slettet");
    assert!(
        erased.header("set-cookie").starts_with("stafet_test=; ") && erased.header("set-cookie").contains("Max-Age=0")
    );
    assert_eq!(taker.visitor.cookie("stafet_test"), None);
    assert_eq!(taker.open("/test").await.count(".begun"), 0);
}

#[tokio::test]
async fn the_language_can_change_in_the_middle() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    taker.answer(1, PARTS[0]).await;
    let half = "driver=abroad&driver=other&value=quality";
    let switched = taker.visitor.post("/en/test/2", &format!("{half}&-stay=")).await;
    assert_eq!((switched.status.as_u16(), switched.header("location")), (303, "/en/test/2"));
    let page = taker.open("/en/test/2").await;
    assert_eq!(ticked(&page), pairs(half), "the switch sends along what is ticked");
    assert_eq!(page.count(".form-error"), 0, "and asks for nothing");
    assert_eq!(page.attribute(".questions form", "action").as_deref(), Some("/en/test/2"));
    let next = taker.visitor.post("/en/test/2", &format!("{}&-next=", PARTS[1])).await;
    assert_eq!(next.header("location"), "/en/test/3");
    assert_eq!(taker.ticked("/test/1").await, pairs(PARTS[0]));
    assert_eq!(taker.ticked("/test/2").await, pairs(PARTS[1]));
}

#[tokio::test]
async fn the_step_guide_leads_back_and_takes_what_is_ticked_along() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    taker.answer(1, PARTS[0]).await;
    taker.answer(2, PARTS[1]).await;
    let page = taker.open("/test/3").await;
    assert_eq!(page.attributes(".steps button[form='part'][name='-to']", "value"), ["1", "2"]);
    let there = taker.visitor.post("/test/3", "factor.employees=neither&-to=1").await;
    assert_eq!((there.status.as_u16(), there.header("location")), (303, "/test/1"));
    assert_eq!(taker.ticked("/test/3").await, pairs("factor.employees=neither"));
    for nowhere in ["9", "x", ""] {
        let there = taker.visitor.post("/test/3", &format!("factor.employees=neither&-to={nowhere}")).await;
        assert_eq!(there.header("location"), "/test/3", "`{nowhere}` is no part");
    }
}

#[tokio::test]
async fn a_missing_or_unknown_group_is_said_beside_the_field() {
    let world = World::empty().await;
    for form in ["", "group=", "group=mars", "group=%00", "gruppe=state"] {
        let answer = world.visitor().post("/en/test", form).await;
        assert_eq!(answer.status, 422, "{form}");
        let page = Page::of(&answer);
        assert!(page.text("#group-error").contains("Choose a group from the list."), "{form}");
        assert_eq!(page.attribute("select#group", "aria-invalid").as_deref(), Some("true"));
        assert_eq!(answer.header("set-cookie"), "", "nothing begins");
    }
}

#[tokio::test]
async fn another_group_changes_the_comparison_and_keeps_the_answers() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "municipal_schools").await;
    let changed = taker.visitor.post("/en/test/gruppe", "group=all").await;
    assert_eq!(changed.header("location"), "/en/test/resultat");
    assert!(taker.open("/en/test/resultat").await.text(".compared-line").contains("The whole public sector"));
    assert_eq!(taker.ticked("/test/3").await, pairs(PARTS[2]));
    let refused = taker.visitor.post("/en/test/gruppe", "group=mars").await;
    assert_eq!(refused.status, 422);
    assert!(Page::of(&refused).text("#group-error").contains("Choose a group from the list."));
}

#[tokio::test]
async fn an_answer_that_only_the_old_level_could_give_is_asked_for_again() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    taker.answer(1, PARTS[0]).await;
    let only_here = PARTS[1].replace("partner=own_authority", "partner=same_level_elsewhere");
    taker.answer(2, &only_here).await;
    taker.answer(3, PARTS[2]).await;
    taker.answer(4, PARTS[3]).await;
    taker.visitor.post("/test/gruppe", "group=all").await;
    assert_eq!(taker.visitor.get("/test/resultat").await.header("location"), "/test/2?mangler");
    assert_eq!(taker.open("/en/test/2?mangler").await.texts(".form-error-message").len(), 1);
}

#[tokio::test]
async fn partners_are_worded_for_the_level() {
    let world = World::empty().await;
    let has = async |group: &str, choice: &str| {
        let mut taker = Taker::begun(&world, group).await;
        taker.answer(1, PARTS[0]).await;
        taker.open("/test/2").await.count(&format!("#partner-{choice}")) == 1
    };
    assert!(has("municipal_schools", "same_level_elsewhere").await && !has("municipal_schools", "municipal").await);
    assert!(has("all", "municipal").await && !has("all", "same_level_elsewhere").await);
    assert!(has("regional", "state").await && !has("state", "state").await);
}

#[tokio::test]
async fn a_lost_cookie_does_not_lose_what_is_on_the_page() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    let page = taker.open("/test/1").await;
    let head = page.all(".questions form input[type='hidden']");
    let head = head.iter().map(|field| format!("{}={}", field.attr("name").unwrap(), field.attr("value").unwrap()));
    let form = format!("{}&{}&-next=", head.collect::<Vec<_>>().join("&"), PARTS[0]);
    let mut forgetful = world.visitor();
    assert_eq!(forgetful.post("/test/1", &form).await.header("location"), "/test/2");
    assert_eq!(ticked(&Page::of(&forgetful.get("/test/1").await)), pairs(PARTS[0]));
}

#[tokio::test]
async fn over_https_the_cookie_travels_only_there() {
    let db = testkit::TestDb::sqlite().await;
    let settings = stafet::Settings { https: true, ..crate::world::settings() };
    let (site, _) = stafet::router(db.db.clone(), testkit::still(), &settings).await.unwrap();
    let begun = testkit::Visitor::new(site).post("/test", "group=state").await;
    assert!(begun.header("set-cookie").ends_with("; Secure"));
}
