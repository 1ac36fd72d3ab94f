//! Following every link there is.

use std::collections::{BTreeMap, BTreeSet};

use testkit::Answer;

use crate::reading::Page;
use crate::taker::Taker;
use crate::world::World;

/// Every place that the page leads to or loads from.
fn leads_to(page: &Page) -> Vec<String> {
    let named = [("a", "href"), ("link", "href"), ("use", "href"), ("script", "src"), ("img", "src")];
    let linked = named.iter().flat_map(|(element, name)| page.attributes(element, name));
    let forms = page.all("form").into_iter().filter(|form| form.attr("method") != Some("post"));
    linked.chain(forms.filter_map(|form| form.attr("action").map(str::to_owned))).collect()
}

fn is_html(answer: &Answer) -> bool {
    answer.header("content-type").starts_with("text/html")
}

/// Whether the place within the page or drawing exists.
fn holds(answer: &Answer, place: &str) -> bool {
    if is_html(answer) { Page::of(answer).has_id(place) } else { answer.text().contains(&format!("id=\"{place}\"")) }
}

#[tokio::test]
async fn every_link_of_every_page_leads_somewhere() {
    let world = World::with_examples().await;
    let mut taker = Taker::finished(&world, "municipal_schools").await;
    let mut waiting: Vec<(String, String)> =
        ["/", "/en", "/test/4", "/en/test/resultat", "/findes-ikke"].map(|path| (path.into(), "here".into())).into();
    let mut opened: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    while let Some((address, from)) = waiting.pop() {
        let (path, place) = address.split_once('#').unwrap_or((&address, ""));
        if opened.get(path).is_some_and(|places| places.contains(place)) {
            continue;
        }
        let answer = taker.visitor.get(path).await;
        assert!(answer.status == 200 || path.ends_with("/findes-ikke"), "{path} from {from}: {}", answer.status);
        assert!(place.is_empty() || holds(&answer, place), "{from} leads to {address}, which has no such place");
        let is_new = !opened.contains_key(path);
        opened.entry(path.to_owned()).or_default().insert(place.to_owned());
        if !is_new || !is_html(&answer) {
            continue;
        }
        for link in leads_to(&Page::of(&answer)) {
            match link.as_bytes() {
                [b'/', ..] => waiting.push((link, path.to_owned())),
                [b'#', ..] => waiting.push((format!("{path}{link}"), path.to_owned())),
                _ => assert!(link.starts_with("https://") || link.starts_with("mailto:"), "{path} leads to {link}"),
            }
        }
    }
    for path in ["/en/test/tal.csv", "/test/resultat.pdf", "/test/gruppe", "/en/cookies", "/tilgaengelighed"] {
        assert!(opened.contains_key(path), "nothing leads to {path}");
    }
}
