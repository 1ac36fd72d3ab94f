//! Finding pages and activities by their words.

mod entry;
mod word;

use i18n::Language;
use web::Place;

use crate::activities::{ACTIVITIES, Activity};
use entry::Entry;
use word::Word;

/// Everything that can be found in one language.
pub(crate) struct Index {
    language: Language,
    entries: Vec<Entry>,
}

/// Something that was found, and the lines that tell why.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found<'a> {
    pub(crate) title: &'a str,
    pub(crate) summary: &'a str,
    pub(crate) lines: Vec<&'a str>,
    pub(crate) href: &'a str,
    /// Whether it can be used today.
    pub(crate) stands: bool,
}

impl Index {
    /// The places that are announced, and the activities that are still to come.
    pub(crate) fn of(places: &[Place], language: Language) -> Self {
        let to_come = ACTIVITIES.iter().filter(|activity| places.iter().all(|place| place.path != activity.path));
        let places = places.iter().map(|place| of_place(place, language));
        Self { language, entries: places.chain(to_come.map(|activity| of_activity(activity, language))).collect() }
    }

    /// What holds every word asked for, what has them all in its title first.
    pub(crate) fn find(&self, asked: &str) -> Vec<Found<'_>> {
        let wanted = Word::all_of(asked, self.language);
        if wanted.is_empty() {
            return Vec::new();
        }
        let held = self.entries.iter().filter(|entry| entry.holds(&wanted));
        let (by_title, by_text): (Vec<&Entry>, Vec<&Entry>) = held.partition(|entry| entry.is_called(&wanted));
        by_title.into_iter().chain(by_text).map(|entry| entry.found(&wanted)).collect()
    }
}

fn of_place(place: &Place, language: Language) -> Entry {
    let texts = ((place.title)(language), (place.summary)(language));
    Entry::new(texts, (place.lines)(language), language.path(place.path), true)
}

fn of_activity(activity: &Activity, language: Language) -> Entry {
    let texts = ((activity.title)(language), (activity.text)(language));
    Entry::new(texts, Vec::new(), activity.card(language), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: [Place; 2] = [
        Place {
            path: "/a",
            title: |_| "Privatliv".into(),
            summary: |_| "Om test og søgning".into(),
            lines: |_| vec!["Kommunale skoler".into(), "Kommunal ældrepleje".into()],
        },
        Place { path: "/b", title: |_| "Søgning".into(), summary: |_| "Find en side".into(), lines: |_| Vec::new() },
    ];

    fn hrefs(asked: &str) -> Vec<String> {
        let index = Index::of(&PLACES, Language::Danish);
        index.find(asked).into_iter().map(|found| found.href.to_owned()).collect()
    }

    #[test]
    fn a_title_comes_before_a_text_and_spelling_may_vary() {
        assert_eq!(hrefs("søgning"), ["/b", "/a"]);
        assert_eq!(hrefs("SOEGNING"), ["/b", "/a"]);
        assert_eq!(hrefs("test søg"), ["/a"]);
        assert_eq!(hrefs("findes ikke"), [""; 0]);
        assert_eq!(hrefs("  ?! "), [""; 0]);
    }

    #[test]
    fn what_was_found_in_the_text_shows_where() {
        let index = Index::of(&PLACES, Language::Danish);
        let lines = |asked: &str| index.find(asked).into_iter().flat_map(|found| found.lines).collect::<Vec<_>>();
        assert_eq!(lines("ældreplejen"), ["Kommunal ældrepleje"]);
        assert_eq!(lines("privatliv"), [""; 0], "its title tells");
    }

    #[test]
    fn an_activity_to_come_leads_to_its_card() {
        let index = Index::of(&PLACES, Language::English);
        let found = index.find("spreading");
        assert_eq!((found[0].href, found[0].stands), ("/en#spredning", false));
    }
}
