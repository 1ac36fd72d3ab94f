//! Someone who takes the test through its forms.

use testkit::{Answer, Visitor};

use crate::reading::Page;
use crate::world::World;

/// The cookie that holds the answers.
pub(crate) const COOKIE: &str = "stafet_test";

/// A workplace that has introduced something new, answered part by part.
pub(crate) const PARTS: [&str; 4] = [
    "type.product=yes&type.service=no&type.process_organisation=yes&type.communication=dont_know",
    "novelty=copy&driver=citizens&driver=employees&partner=own_authority&value=quality&evaluated=planned&spread=no",
    "factor.employees=promoted_much&factor.cross_workplace_cooperation=promoted_some&factor.focus_on_safe_operation=neither\
     &factor.error_handling=neither&factor.limited_economy=hindered_much&factor.new_technology=neither\
     &factor.citizens=promoted_some&factor.private_companies=not_relevant&factor.voluntary_organisations=not_relevant\
     &factor.foundations=dont_know&factor.nearest_political_leadership=neither&factor.legislation=hindered_some",
    "culture.new_ways_despite_risk=agree_partly&culture.recognise_people_with_unusable_ideas=disagree_partly\
     &culture.curious_about_technology=agree_wholly&culture.cooperate_across_professions=agree_wholly\
     &culture.open_to_solutions_from_others=dont_know",
];

/// The first part, from a workplace where nothing is new.
pub(crate) const NOTHING_NEW: &str =
    "type.product=no&type.service=no&type.process_organisation=no&type.communication=no";

/// Someone on the way through the test, in Danish.
pub(crate) struct Taker {
    pub(crate) visitor: Visitor,
}

impl Taker {
    /// Has chosen the group, and stands at the first part.
    pub(crate) async fn begun(world: &World, group: &str) -> Self {
        let mut visitor = world.visitor();
        let begun = visitor.post("/test", &format!("group={group}")).await;
        assert_eq!((begun.status.as_u16(), begun.header("location")), (303, "/test/1"), "{group}");
        Self { visitor }
    }

    /// Has answered all four parts.
    pub(crate) async fn finished(world: &World, group: &str) -> Self {
        let mut taker = Self::begun(world, group).await;
        for (place, answers) in PARTS.iter().enumerate() {
            let answered = taker.answer(place + 1, answers).await;
            assert_eq!(answered.status, 303, "{}", answered.text());
        }
        taker
    }

    /// Presses "next" on a part.
    pub(crate) async fn answer(&mut self, part: usize, answers: &str) -> Answer {
        self.visitor.post(&format!("/test/{part}"), &format!("{answers}&-next=")).await
    }

    /// Presses "back" on a part.
    pub(crate) async fn back(&mut self, part: usize, answers: &str) -> Answer {
        self.visitor.post(&format!("/test/{part}"), &format!("{answers}&-back=")).await
    }

    /// Opens a page, which must be there.
    pub(crate) async fn open(&mut self, path: &str) -> Page {
        let answer = self.visitor.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.header("location"));
        Page::of(&answer)
    }

    /// The form that the result page offers for letting the answers count.
    pub(crate) async fn consent_form(&mut self) -> String {
        let page = self.open("/test/resultat").await;
        let fields = page.all("form[action='/test/bevar'] input");
        assert!(!fields.is_empty(), "the form carries the draft");
        let pairs = fields.iter().map(|field| {
            let of = |name| field.attr(name).expect("hidden fields have names and values");
            format!("{}={}", of("name"), of("value"))
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// Says yes to being counted.
    pub(crate) async fn say_yes(&mut self) -> Answer {
        let form = self.consent_form().await;
        self.visitor.post("/test/bevar", &form).await
    }

    /// The answers ticked on a part, as names and values.
    pub(crate) async fn ticked(&mut self, path: &str) -> Vec<(String, String)> {
        let page = self.open(path).await;
        ticked(&page)
    }
}

/// The answers ticked on a page, as names and values.
pub(crate) fn ticked(page: &Page) -> Vec<(String, String)> {
    let fields = page.all("input[checked]");
    let pair =
        |name: Option<&str>, value: Option<&str>| (name.unwrap_or("").to_owned(), value.unwrap_or("").to_owned());
    let mut ticked: Vec<_> = fields.iter().map(|field| pair(field.attr("name"), field.attr("value"))).collect();
    ticked.sort();
    ticked
}

/// The names and values of a form, sorted.
pub(crate) fn pairs(form: &str) -> Vec<(String, String)> {
    let halves = form.split('&').filter_map(|pair| pair.split_once('='));
    let mut pairs: Vec<_> = halves.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    pairs.sort();
    pairs
}

/// A submission to the API: all four parts, under a token of its own.
pub(crate) fn submission(group: &str, token: u32) -> String {
    submission_of(group, token, &PARTS.join("&"))
}

/// A submission of these answers.
pub(crate) fn submission_of(group: &str, token: u32, answers: &str) -> String {
    let mut by_item = serde_json::Map::new();
    for (item, choice) in pairs(answers) {
        let chosen = by_item.entry(item).or_insert_with(|| serde_json::json!([]));
        chosen.as_array_mut().expect("choices are a list").push(choice.into());
    }
    serde_json::json!({
        "version": "1", "group": group, "answers": by_item, "let_count": true, "token": format!("{token:032x}"),
    })
    .to_string()
}
