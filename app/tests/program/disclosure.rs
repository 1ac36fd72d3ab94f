//! What is shown of kept answers: never anything of fewer than five.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use testkit::{Visitor, on_both};

use crate::reading::Page;
use crate::taker::{NOTHING_NEW, PARTS, submission_of};
use crate::world::World;

/// Sends a set of answers that its taker lets us count.
async fn send(visitor: &mut Visitor, group: &str, token: u32, answers: &str) {
    let answer = visitor.post_json("/api/v1/selftest/submissions", &submission_of(group, token, answers)).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
}

/// Everything that can be seen, in every form it is given in.
struct Seen {
    page: Page,
    csv: String,
    /// What the file says the counts are.
    file: Value,
    /// The counts one by one, as the API gives them.
    json: Vec<Value>,
}

/// The rows that the file's groups come to.
fn rows_of(file: &Value) -> Vec<Value> {
    let mut rows = Vec::new();
    for group in file["groups"].as_array().unwrap() {
        for item in group["items"].as_array().unwrap() {
            for choice in item["choices"].as_array().unwrap() {
                rows.push(json!({
                    "group": group["group"], "people": group["people"], "item": item["item"], "asked": item["asked"],
                    "choice": choice["choice"], "count": choice["count"],
                }));
            }
        }
    }
    rows
}

impl Seen {
    async fn by(visitor: &mut Visitor) -> Self {
        let file: Value = serde_json::from_str(&visitor.get("/test/tal.json").await.text()).unwrap();
        let json = serde_json::from_str(&visitor.get("/api/v1/selftest/counts").await.text()).unwrap();
        let page = Page::of(&visitor.get("/en/test/tal").await);
        let csv = visitor.get("/test/tal.csv").await.text();
        let seen = Self { page, csv, file, json };
        seen.assert_alike();
        seen.assert_bars_are_of_the_counts();
        seen
    }

    /// Page, CSV and JSON show the same numbers.
    fn assert_alike(&self) {
        assert_eq!(rows_of(&self.file), self.json, "file and API are the same");
        assert_eq!(self.csv.lines().next(), Some("group,people,item,asked,choice,count"));
        let in_csv: Vec<&str> = self.csv.lines().skip(1).filter_map(|line| line.rsplit(',').next()).collect();
        let in_json: Vec<String> =
            self.json.iter().map(|row| row["count"].as_u64().map_or(String::new(), |n| n.to_string())).collect();
        let on_page: Vec<String> =
            self.page.texts("td.count").into_iter().map(|n| if n == "not shown" { String::new() } else { n }).collect();
        assert_eq!(in_csv, in_json);
        assert_eq!(on_page, in_json);
    }

    fn is_empty(&self) -> bool {
        self.json.is_empty()
    }

    /// Every bar shows the count and the share of its row in the table, and of how many.
    fn assert_bars_are_of_the_counts(&self) {
        let rows = self.json.iter().filter_map(|row| {
            let (count, asked) = (row["count"].as_u64()?, row["asked"].as_u64()?);
            Some(format!("{}% {count} of {asked}", (200 * count + asked) / (2 * asked)))
        });
        let bars = self.page.texts(".bar:not(.bar-unknown) .bar-figure");
        assert_eq!(bars, rows.collect::<Vec<_>>());
        assert!(self.page.texts(".bar-unknown .bar-figure").iter().all(|figure| figure == "not shown"));
        assert!(self.page.attributes(".bar-unknown .bar-fill", "width").iter().all(|width| width == "0"));
    }

    /// The counts of one item in one group, by choice.
    fn item(&self, group: &str, item: &str) -> BTreeMap<&str, Option<u64>> {
        let rows = self.json.iter().filter(|row| row["group"] == group && row["item"] == item);
        rows.map(|row| (row["choice"].as_str().unwrap(), row["count"].as_u64())).collect()
    }

    fn people(&self, group: &str) -> Option<u64> {
        self.json.iter().find(|row| row["group"] == group).and_then(|row| row["people"].as_u64())
    }

    /// No number tells of one to four people, nor of all but one to four.
    fn assert_tells_of_no_few(&self) {
        for row in &self.json {
            let (people, asked) = (row["people"].as_u64().unwrap(), row["asked"].as_u64().unwrap());
            assert!(asked >= 5 && !(1..5).contains(&(people - asked)), "{row}");
            let Some(count) = row["count"].as_u64() else { continue };
            assert!(!(1..5).contains(&count), "{row}");
        }
    }
}

#[tokio::test]
async fn nothing_is_seen_of_four_and_the_fifth_shows_all() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut visitor = world.visitor();
        for token in 0..4 {
            send(&mut visitor, "regional_health", token, &PARTS.join("&")).await;
            let seen = Seen::by(&mut visitor).await;
            assert!(seen.is_empty() && seen.page.count("table") == 0);
            assert!(seen.page.text("main").contains("Not enough answers have come"));
        }
        send(&mut visitor, "regional_health", 4, &PARTS.join("&")).await;
        let seen = Seen::by(&mut visitor).await;
        assert_eq!(seen.people("regional_health"), Some(5));
        assert_eq!(seen.item("regional_health", "novelty")["copy"], Some(5));
        seen.assert_tells_of_no_few();
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_cannot_be_seen_by_looking_before_and_after() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut visitor = world.visitor();
        for token in 0..5 {
            send(&mut visitor, "state", token, &PARTS.join("&")).await;
        }
        let before = Seen::by(&mut visitor).await.csv;
        for token in 5..9 {
            send(&mut visitor, "state", token, &PARTS.join("&").replace("novelty=copy", "novelty=first")).await;
            assert_eq!(Seen::by(&mut visitor).await.csv, before, "after {token}");
        }
        send(&mut visitor, "state", 9, &PARTS.join("&").replace("novelty=copy", "novelty=first")).await;
        let seen = Seen::by(&mut visitor).await;
        assert_eq!(seen.people("state"), Some(10));
        assert_eq!(seen.item("state", "novelty")["first"], Some(5));
        seen.assert_tells_of_no_few();
    })
    .await;
}

#[tokio::test]
async fn a_few_who_differ_are_hidden_and_cannot_be_worked_out() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut visitor = world.visitor();
        for token in 0..10 {
            let evaluated = if token < 8 { "evaluated=planned" } else { "evaluated=external" };
            let value = if token < 9 { "value=quality" } else { "value=other" };
            let answers = PARTS.join("&").replace("evaluated=planned", evaluated).replace("value=quality", value);
            send(&mut visitor, "municipal_health", token, &answers).await;
        }
        let seen = Seen::by(&mut visitor).await;
        seen.assert_tells_of_no_few();
        let evaluated = seen.item("municipal_health", "evaluated");
        assert_eq!(evaluated["external"], None, "two people");
        assert_eq!(evaluated["planned"], None, "ten less two");
        let value = seen.item("municipal_health", "value");
        assert_eq!((value["quality"], value["other"]), (None, None), "nine of ten tell of one");
    })
    .await;
}

#[tokio::test]
async fn a_question_that_few_were_asked_is_not_shown() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut visitor = world.visitor();
        let nothing_new = format!("{NOTHING_NEW}&{}", PARTS[3]);
        for token in 0..10 {
            let answers = if token < 3 { PARTS.join("&") } else { nothing_new.clone() };
            send(&mut visitor, "municipal", token, &answers).await;
        }
        let seen = Seen::by(&mut visitor).await;
        assert_eq!(seen.people("municipal"), Some(10));
        assert!(seen.item("municipal", "novelty").is_empty());
        assert!(
            seen.page.text(".counts-group .small-print").starts_with("We show 9 of the test's 27 questions. 18 are")
        );
        assert_eq!(seen.file["groups"][0]["items_not_shown"], 18);
        assert_eq!(seen.item("municipal", "type.product")["yes"], None);
        assert_eq!(seen.item("municipal", "culture.curious_about_technology")["agree_wholly"], Some(10));
        seen.assert_tells_of_no_few();
    })
    .await;
}

#[tokio::test]
async fn a_wider_group_does_not_hold_its_parts_so_nothing_can_be_subtracted() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut visitor = world.visitor();
        for token in 0..6 {
            send(&mut visitor, "municipal", token, &PARTS.join("&")).await;
        }
        let before = Seen::by(&mut visitor).await.csv;
        for token in 10..14 {
            send(&mut visitor, "municipal_schools", token, &PARTS.join("&")).await;
        }
        let seen = Seen::by(&mut visitor).await;
        assert_eq!(seen.csv, before, "four in a part change nothing in the whole");
        assert_eq!(
            (seen.people("municipal"), seen.people("all"), seen.people("municipal_schools")),
            (Some(5), None, None)
        );
        assert_eq!(seen.page.texts(".counts-group h2"), ["Municipalities, no field chosen"]);
        assert!(
            seen.page
                .text(".counts-group p")
                .starts_with("5 people have answered and are counted here. These are only")
        );
    })
    .await;
}

#[tokio::test]
async fn examples_are_marked_leave_open_data_alone_and_give_way_to_the_real() {
    let world = World::with_examples().await;
    let mut visitor = world.visitor();
    let page = Page::of(&visitor.get("/en/test/tal").await);
    assert!(page.text(".alert-warning").starts_with("The counts here are invented examples"));
    assert!(page.count("table") > 0);
    assert!(page.text(".counts-files").ends_with("there are no counts in them yet."), "said beside the links");
    assert_eq!(visitor.get("/test/tal.json").await.text(), r#"{"instrument":"1","fewest":5,"groups":[]}"#);
    assert_eq!(visitor.get("/test/tal.csv").await.text(), "group,people,item,asked,choice,count\n");
    for token in 0..5 {
        send(&mut visitor, "municipal_schools", token, &PARTS.join("&")).await;
    }
    let seen = Seen::by(&mut visitor).await;
    assert_eq!(seen.people("municipal_schools"), Some(5), "no example is counted among them");
    assert_eq!(seen.page.count(".alert-warning"), 0);
    assert_eq!(seen.page.count(".counts-files .small-print"), 0);
}

#[tokio::test]
async fn counts_read_little_by_little_are_those_read_at_once() {
    let world = World::empty().await;
    let mut watcher = world.visitor();
    for token in 0..25 {
        let answers = if token % 3 == 0 { format!("{NOTHING_NEW}&{}", PARTS[3]) } else { PARTS.join("&") };
        send(&mut watcher, "state_administration", token, &answers).await;
        Seen::by(&mut watcher).await.assert_tells_of_no_few();
    }
    let little_by_little = Seen::by(&mut watcher).await.csv;
    let world = world.restarted().await;
    assert_eq!(Seen::by(&mut world.visitor()).await.csv, little_by_little);
}
