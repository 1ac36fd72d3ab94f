//! A test on its way: what the taker has answered so far, as it lies in a cookie on the taker's own device.
//!
//! The same text is the form, the cookie and the body that is kept: names and values as in a web form. Nothing in it
//! is trusted: whatever does not fit the instrument is left out, and said.

use survey::{Answers, Instrument, Problem};
use web::Pairs;

use crate::content::{Content, Group, Questionnaire};

/// The cookie's name.
pub(crate) const COOKIE: &str = "stafet_test";
/// How long the cookie lies there unless it is erased: 30 days, in seconds.
pub(crate) const LIFETIME: u32 = 30 * 24 * 60 * 60;

// Names that no item can have, since items are of letters, digits and underscores.
const VERSION: &str = "-version";
const GROUP: &str = "-group";
const TOKEN: &str = "-token";
const KEPT: &str = "-kept";
/// Every draft's token has this many hexadecimal digits.
const TOKEN_DIGITS: usize = 32;

/// A test on its way.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) questionnaire: &'static Questionnaire,
    pub(crate) group: &'static Group,
    /// Random; makes a submission count once.
    pub(crate) token: String,
    /// Whether the answers have been kept already.
    pub(crate) kept: bool,
    pub(crate) answers: Answers,
}

/// Why there is no draft to go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoDraft {
    /// Nothing was sent.
    Absent,
    /// It was begun with an instrument that has been withdrawn.
    OldVersion,
    /// It cannot be read.
    Broken,
}

impl Draft {
    /// A new draft, with nothing answered.
    pub(crate) fn new(group: &'static Group, token: String) -> Self {
        let questionnaire = Content::get().current();
        Self { questionnaire, group, token, kept: false, answers: Answers::default() }
    }

    /// Reads what [`Draft::encoded`] wrote, and says what of it did not fit.
    pub(crate) fn read(text: &str) -> Result<(Self, Vec<Problem>), NoDraft> {
        let pairs = Pairs::read(text.as_bytes()).ok_or(NoDraft::Broken)?;
        Self::of_pairs(&pairs)
    }

    /// The draft that a form or a cookie tells of.
    pub(crate) fn of_pairs(pairs: &Pairs) -> Result<(Self, Vec<Problem>), NoDraft> {
        let content = Content::get();
        let version = pairs.get(VERSION).ok_or(NoDraft::Broken)?;
        let questionnaire = content.version(version).ok_or(NoDraft::OldVersion)?;
        let group = pairs.get(GROUP).and_then(|key| content.groups.find(key)).ok_or(NoDraft::Broken)?;
        let token = pairs.get(TOKEN).filter(|token| is_token(token)).ok_or(NoDraft::Broken)?;
        let answered = pairs.0.iter().filter(|(name, _)| !name.starts_with('-'));
        let reading = Answers::read(questionnaire.at(&group.level), answered.map(|(item, choice)| (item, choice)));
        let kept = pairs.has(KEPT);
        let draft = Self { questionnaire, group, token: token.to_owned(), kept, answers: reading.answers };
        Ok((draft, reading.problems))
    }

    /// The draft as one line of text that fits in a cookie.
    pub(crate) fn encoded(&self) -> String {
        format!("{}&{}", encoded(self.head()), encoded(self.answers.pairs()))
    }

    /// What says which test this is. Forms carry it too, so that a lost cookie loses nothing that is on the page.
    pub(crate) fn head(&self) -> Vec<(&'static str, &str)> {
        let mut head = vec![(VERSION, self.questionnaire.version()), (GROUP, self.group.key.as_str())];
        head.push((TOKEN, &self.token));
        if self.kept {
            head.push((KEPT, "1"));
        }
        head
    }

    /// The instrument as it is asked at the group's level.
    pub(crate) fn instrument(&self) -> &'static Instrument {
        self.questionnaire.at(&self.group.level)
    }

    /// Another group to compare with. Answers that only the old level could give are left out.
    pub(crate) fn compared_with(self, group: &'static Group) -> Self {
        let reading = Answers::read(self.questionnaire.at(&group.level), self.answers.pairs());
        Self { group, answers: reading.answers, ..self }
    }
}

/// Names and values as a form sends them.
pub(crate) fn encoded<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// Whether a text can be a draft's token.
pub(crate) fn is_token(text: &str) -> bool {
    text.len() == TOKEN_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use survey::Kind;

    use super::*;

    fn begun() -> Draft {
        let group = Content::get().groups.find("municipal").unwrap();
        Draft::new(group, "0123456789abcdef0123456789abcdef".to_owned())
    }

    #[test]
    fn a_draft_survives_its_cookie() {
        let mut draft = begun();
        let pairs = [("type.product", "yes"), ("novelty", "copy"), ("driver", "citizens"), ("driver", "employees")];
        draft.answers = Answers::read(draft.instrument(), pairs).answers;
        let (read, problems) = Draft::read(&draft.encoded()).unwrap();
        assert_eq!(read.answers, draft.answers);
        assert_eq!(read.group.key, "municipal");
        assert!(problems.is_empty());
    }

    /// The most a page can send: the longest answer of every choice, and every box ticked, also beyond the limit.
    #[test]
    fn all_that_a_page_can_send_fits_in_a_cookie() {
        for group in Content::get().groups.all() {
            let mut draft = Draft::new(group, "0123456789abcdef0123456789abcdef".to_owned());
            let items: Vec<_> = draft.instrument().items().collect();
            let sent = items.iter().flat_map(|item| {
                let mut choices: Vec<&str> = item.choices().iter().map(|choice| choice.key.as_str()).collect();
                choices.sort_by_key(|choice| std::cmp::Reverse(choice.len()));
                if !matches!(item.question().kind, Kind::Multiple { .. }) {
                    choices.truncate(1);
                }
                choices.into_iter().map(|choice| (item.key(), choice))
            });
            draft.answers = Answers::read(draft.instrument(), sent).answers;
            assert!(draft.encoded().len() < 3_900, "{} bytes of 4,096 for {}", draft.encoded().len(), group.key);
        }
    }

    #[test]
    fn a_withdrawn_instrument_is_told_from_a_broken_cookie() {
        let text = begun().encoded();
        assert_eq!(Draft::read(&text.replace("-version=1", "-version=0")).err(), Some(NoDraft::OldVersion));
        assert_eq!(Draft::read(&text.replace("-group=municipal", "-group=mars")).err(), Some(NoDraft::Broken));
        assert_eq!(Draft::read(&text.replace("0123456789abcdef", "' OR 1=1")).err(), Some(NoDraft::Broken));
        assert_eq!(Draft::read("").err(), Some(NoDraft::Broken));
    }

    proptest! {
        #[test]
        fn no_cookie_makes_it_panic(text in "\\PC{0,400}") {
            let _ = Draft::read(&text).err();
        }

        #[test]
        fn what_is_read_is_written_the_same(noise in "[a-z._=&%0-9-]{0,300}") {
            let text = format!("{}&{noise}", begun().encoded());
            if let Ok((draft, _)) = Draft::read(&text) {
                let (again, problems) = Draft::read(&draft.encoded()).unwrap();
                prop_assert_eq!(again.answers, draft.answers);
                prop_assert!(problems.iter().all(|problem| !matches!(problem.kind, survey::ProblemKind::UnknownItem)));
            }
        }
    }
}
