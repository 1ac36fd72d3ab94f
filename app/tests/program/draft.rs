//! The draft in the cookie: tampered with, replayed, outlived by its instrument.

use crate::reading::{Page, assert_tells_nothing_of_the_inside};
use crate::taker::{COOKIE, PARTS, Taker, pairs, ticked};
use crate::world::World;

async fn begun_cookie(world: &World) -> String {
    let taker = Taker::begun(world, "municipal").await;
    taker.visitor.cookie(COOKIE).expect("a draft has begun").to_owned()
}

#[tokio::test]
async fn a_cookie_that_cannot_be_read_is_said_and_a_new_test_begins() {
    let world = World::empty().await;
    for broken in
        ["x", "%FF%FE", "-version=1", "-version=1&-group=municipal&-token=1", "-version=1&-group=mars", "a=b=c&&&"]
    {
        let mut visitor = world.visitor();
        visitor.set_cookie(COOKIE, broken);
        let start = visitor.get("/en/test").await;
        assert_eq!(start.status, 200, "{broken}");
        assert!(Page::of(&start).text("main .alert").starts_with("We could not read the answers"), "{broken}");
        for path in ["/test/1", "/test/gruppe", "/test/resultat", "/test/resultat.pdf"] {
            let answer = visitor.get(path).await;
            assert_eq!(
                (answer.status.as_u16(), answer.header("location")),
                (303, "/test?uden-svar"),
                "{broken} {path}"
            );
        }
        let begun = visitor.post("/test", "group=state").await;
        assert_eq!(begun.header("location"), "/test/1", "{broken}");
        assert_eq!(visitor.get("/test/1").await.status, 200, "{broken}");
    }
}

#[tokio::test]
async fn what_was_smuggled_into_a_cookie_is_left_out() {
    let world = World::empty().await;
    let honest = begun_cookie(&world).await;
    let mut visitor = world.visitor();
    visitor.set_cookie(
        COOKIE,
        &format!("{honest}&type.product=yes&type.product2=yes&spread=%3Cscript%3E&culture=x&-admin=1"),
    );
    let page = visitor.get("/test/1").await;
    assert_eq!(page.status, 200);
    assert_eq!(ticked(&Page::of(&page)), [("type.product".to_owned(), "yes".to_owned())]);
    assert!(!page.text().contains("<script>") && !page.text().contains("-admin"));
}

#[tokio::test]
async fn a_cookie_filled_in_against_the_rules_counts_for_nothing() {
    let world = World::empty().await;
    let honest = begun_cookie(&world).await;
    let too_many =
        PARTS.join("&").replace("driver=citizens", "driver=citizens&driver=abroad&driver=other&driver=foundations");
    let mut visitor = world.visitor();
    visitor.set_cookie(COOKIE, &format!("{honest}&{too_many}"));
    assert_eq!(visitor.get("/test/resultat").await.header("location"), "/test/2?mangler");
    let refused = visitor.post("/test/bevar", "").await;
    assert_eq!(world.kept().await, 0);
    assert_eq!(refused.status, 303);
    let page = Page::of(&visitor.get("/en/test/2?mangler").await);
    assert!(
        page.text("#driver-error").contains("Choose at most 3. You have chosen 5."),
        "{}",
        page.text("#driver-error")
    );
}

#[tokio::test]
async fn a_test_begun_with_a_withdrawn_instrument_is_told_apart() {
    let world = World::empty().await;
    let old = begun_cookie(&world).await.replace("-version=1", "-version=0");
    let mut visitor = world.visitor();
    visitor.set_cookie(COOKIE, &old);
    let start = Page::of(&visitor.get("/en/test").await);
    assert!(start.text("main .alert").starts_with("The test has been renewed since you began."));
    for path in ["/test/1", "/test/resultat", "/test/gruppe"] {
        assert_eq!(visitor.get(path).await.header("location"), "/test?uden-svar", "{path}");
    }
    let sent = visitor.post("/test/2", &format!("{}&-next=", PARTS[1])).await;
    assert_eq!(sent.status, 410);
    assert!(Page::of(&sent).text("main .alert").starts_with("Testen er blevet fornyet"), "{}", sent.text());
    visitor.post("/test/bevar", &old).await;
    assert_eq!(world.kept().await, 0);
    assert_eq!(visitor.post("/test", "group=state").await.header("location"), "/test/1", "a new one can begin");
}

#[tokio::test]
async fn an_instrument_withdrawn_between_page_and_button_is_said() {
    let world = World::empty().await;
    let mut visitor = world.visitor();
    let token = "0".repeat(32);
    let form = format!("-version=0&-group=state&-token={token}&{}&-next=", PARTS[0]);
    let sent = visitor.post("/en/test/1", &form).await;
    let page = match sent.header("location") {
        "" => Page::of(&sent),
        elsewhere => Page::of(&visitor.get(elsewhere).await),
    };
    assert!(page.text("main").contains("The test has been renewed since you began."), "{}", page.text("main"));
}

#[tokio::test]
async fn an_old_cookie_played_again_brings_back_no_more_than_it_held() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "municipal").await;
    let old = taker.visitor.cookie(COOKIE).unwrap().to_owned();
    taker.answer(1, PARTS[0]).await;
    taker.visitor.set_cookie(COOKIE, &old);
    assert!(taker.ticked("/test/1").await.is_empty());
    taker.answer(1, PARTS[0]).await;
    assert_eq!(taker.ticked("/test/1").await, pairs(PARTS[0]));
}

#[tokio::test]
async fn a_cookie_from_before_the_yes_cannot_be_counted_twice() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "municipal").await;
    let before = taker.visitor.cookie(COOKIE).unwrap().to_owned();
    taker.say_yes().await;
    taker.visitor.set_cookie(COOKIE, &before);
    taker.answer(4, &PARTS[3].replace("dont_know", "agree_wholly")).await;
    taker.say_yes().await;
    assert_eq!(world.kept().await, 1);
}

#[tokio::test]
async fn the_longest_draft_fits_in_a_cookie_and_a_longer_one_breaks_nothing() {
    let world = World::empty().await;
    let mut visitor = world.visitor();
    visitor.set_cookie(COOKIE, &"a=b&".repeat(20_000));
    let answer = visitor.get("/test").await;
    assert!(answer.status == 200 || answer.status == 431, "{}", answer.status);
    assert_tells_nothing_of_the_inside(&answer);
    let mut taker = Taker::finished(&world, "municipal_social_disability").await;
    taker.say_yes().await;
    assert!(taker.visitor.cookie(COOKIE).unwrap().len() < 3_900);
}
