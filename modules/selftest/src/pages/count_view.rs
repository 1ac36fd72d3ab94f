//! The counts as they are drawn: group by group, question by question, a bar for each answer.

use i18n::{Language, count, percent, t};
use survey::Cell;

use crate::content::{Content, Group, Questionnaire};
use crate::counts::{ChoiceCount, GroupCounts, ItemCounts};

/// One group, with the questions of which something may be shown.
pub(super) struct GroupView {
    pub(super) key: String,
    pub(super) name: String,
    /// Whether narrower groups lie within it, whose people are not counted here.
    pub(super) has_parts: bool,
    pub(super) people: u64,
    pub(super) people_in_words: String,
    pub(super) shown: usize,
    pub(super) not_shown: usize,
    pub(super) questions: Vec<QuestionView>,
}

/// One question: a single item, or the rows of a grid.
pub(super) struct QuestionView {
    pub(super) text: String,
    pub(super) items: Vec<ItemView>,
}

/// One item and its bars.
pub(super) struct ItemView {
    /// What the row of a grid says.
    pub(super) row: Option<&'static str>,
    pub(super) asked: String,
    pub(super) bars: Vec<BarView>,
}

/// One answer: how many chose it, unless that may not be shown.
pub(super) struct BarView {
    pub(super) label: String,
    pub(super) shown: Option<Share>,
}

/// So many of those asked.
pub(super) struct Share {
    pub(super) number: String,
    pub(super) percent: String,
    /// How far the bar reaches, in hundredths.
    pub(super) reach: String,
}

impl GroupView {
    pub(super) fn of(counts: &GroupCounts, language: Language) -> Self {
        let content = Content::get();
        let group = content.groups.find(&counts.population);
        let level = group.map_or("all", |group| group.level.as_str());
        let of_question = counts.items.chunk_by(|one, next| question_key(one) == question_key(next));
        Self {
            key: counts.population.clone(),
            name: group.map_or_else(|| counts.population.clone(), |group| name(group, language)),
            has_parts: content.groups.all().iter().any(|part| part.parent.as_ref() == Some(&counts.population)),
            people: counts.people,
            people_in_words: count(language, counts.people),
            shown: counts.items.len(),
            not_shown: counts.not_shown,
            questions: of_question.map(|items| QuestionView::of(content.current(), level, items, language)).collect(),
        }
    }

    /// How many items the test has in this group.
    pub(super) fn all(&self) -> usize {
        self.shown + self.not_shown
    }
}

/// A group's name, so that nobody takes a whole level for the sum of its fields.
fn name(group: &Group, language: Language) -> String {
    match group.key.as_str() {
        "all" => t!(language, "counts-level-all"),
        "municipal" => t!(language, "counts-level-municipal"),
        "regional" => t!(language, "counts-level-regional"),
        "state" => t!(language, "counts-level-state"),
        _ => group.name(language).to_owned(),
    }
}

fn question_key(item: &ItemCounts) -> &str {
    item.item.split_once('.').map_or(&item.item, |(question, _)| question)
}

impl QuestionView {
    fn of(questionnaire: &'static Questionnaire, level: &str, items: &[ItemCounts], language: Language) -> Self {
        let key = items.first().map_or("", question_key);
        Self {
            text: questionnaire.question_of(key).map_or(key, |question| question.text.of(language)).to_owned(),
            items: items.iter().map(|item| ItemView::of(questionnaire, level, item, language)).collect(),
        }
    }
}

impl ItemView {
    fn of(questionnaire: &'static Questionnaire, level: &str, item: &ItemCounts, language: Language) -> Self {
        let bar = |choice: &ChoiceCount| BarView {
            label: questionnaire.choice_text(&item.item, &choice.choice, level, language).to_owned(),
            shown: Share::of(&choice.count, item.asked, language),
        };
        Self {
            row: questionnaire.row_of(&item.item).map(|row| row.text.of(language)),
            asked: count(language, item.asked),
            bars: item.choices.iter().map(bar).collect(),
        }
    }

    /// Whether no answer may be shown.
    pub(super) fn is_hidden(&self) -> bool {
        self.bars.iter().all(|bar| bar.shown.is_none())
    }
}

impl BarView {
    /// How far the bar reaches; what is not shown is not drawn.
    pub(super) fn reach(&self) -> &str {
        self.shown.as_ref().map_or("0", |share| share.reach.as_str())
    }
}

impl Share {
    #[expect(clippy::cast_precision_loss, reason = "people are far fewer than a float can count")]
    fn of(cell: &Cell, asked: u64, language: Language) -> Option<Self> {
        let Cell::Shown(number) = *cell else { return None };
        let share = number as f64 * 100.0 / asked as f64;
        Some(Self {
            number: count(language, number),
            percent: percent(language, share),
            reach: format!("{}", (share * 10.0).round() / 10.0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts_of(population: &str) -> GroupCounts {
        let choice = |choice: &str, count| ChoiceCount { choice: choice.to_owned(), count };
        let item = |key: &str, choices| ItemCounts { item: key.to_owned(), asked: 24, choices };
        let items = vec![
            item("type.product", vec![choice("yes", Cell::Shown(16)), choice("no", Cell::Shown(8))]),
            item("type.service", vec![choice("yes", Cell::Hidden), choice("no", Cell::Hidden)]),
            item("spread", vec![choice("yes", Cell::Shown(24)), choice("no", Cell::Shown(0))]),
        ];
        GroupCounts { population: population.to_owned(), people: 25, items, not_shown: 24 }
    }

    #[test]
    fn rows_of_a_grid_stand_under_their_question() {
        let group = GroupView::of(&counts_of("municipal_schools"), Language::English);
        let rows: Vec<usize> = group.questions.iter().map(|question| question.items.len()).collect();
        assert_eq!((rows, group.all()), (vec![2, 1], 27));
    }

    #[test]
    fn a_share_is_of_those_asked_and_nothing_is_drawn_of_what_is_hidden() {
        let group = GroupView::of(&counts_of("municipal_schools"), Language::English);
        let of = |question: usize, item: usize, bar: usize| {
            let bar = &group.questions[question].items[item].bars[bar];
            (bar.reach(), bar.shown.as_ref().map(|share| (share.number.as_str(), share.percent.as_str())))
        };
        assert_eq!(of(0, 0, 0), ("66.7", Some(("16", "67%"))));
        assert_eq!(of(0, 1, 0), ("0", None));
        assert!(group.questions[0].items[1].is_hidden() && !group.questions[0].items[0].is_hidden());
        assert_eq!(of(1, 0, 1), ("0", Some(("0", "0%"))));
    }

    #[test]
    fn a_whole_level_is_not_called_a_sum() {
        for group in Content::get().groups.all() {
            let view = GroupView::of(&counts_of(&group.key), Language::Danish);
            assert_eq!(view.has_parts, group.key == group.level, "{}", group.key);
            assert_eq!(view.name == group.name(Language::Danish), !view.has_parts, "{}", group.key);
        }
    }
}
