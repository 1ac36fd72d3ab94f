//! The comparison in plain language: what one can say, and when a difference is no difference.

use i18n::{Language, percent, t};
use survey::{Difference, Figure, Kind, Own, Role, Share, Standing, compare, share, standing};

use super::{Bar, name_of};
use crate::content::{ChoiceWording, QuestionWording, RowWording};
use crate::draft::Draft;

/// More sentences than this are not read.
const AT_MOST: usize = 3;

/// The taker's own answer in words: one line, or for a grid a line for each step of its scale that was chosen.
pub(super) fn yours(draft: &Draft, wording: &'static QuestionWording, language: Language) -> Vec<String> {
    let level = &draft.group.level;
    let choices = wording.all_choices();
    if wording.rows.is_empty() {
        let chosen = choices.iter().filter(|choice| draft.answers.has(&wording.key, &choice.key));
        let texts: Vec<&str> = chosen.map(|choice| choice.text(level, language)).collect();
        return if texts.is_empty() { Vec::new() } else { vec![texts.join(" · ")] };
    }
    let answered = |row: &'static RowWording| (row, draft.answers.chosen(&format!("{}.{}", wording.key, row.key)));
    let rows: Vec<_> = wording.rows.iter().map(answered).collect();
    let line = |choice: &ChoiceWording| {
        let chosen = rows.iter().filter(|(_, chosen)| chosen.contains(&choice.key));
        let texts: Vec<&str> = chosen.map(|(row, _)| row.text.of(language)).collect();
        (!texts.is_empty()).then(|| format!("{}: {}", choice.text(level, language), texts.join(" · ")))
    };
    choices.iter().filter_map(line).collect()
}

/// What the comparison says of one question, whose figures and answers are in `bars`.
pub(super) fn about(draft: &Draft, question: &str, bars: &[Bar<'_>], language: Language) -> Vec<String> {
    let told = Told { draft, bars, language };
    let is_single = draft.instrument().question(question).is_some_and(|q| matches!(q.kind, Kind::Single { .. }));
    let mut sentences: Vec<String> = Vec::new();
    if is_single {
        sentences.extend(told.where_the_choice_stands(question));
    } else {
        sentences.extend(told.agreements());
    }
    sentences.extend(told.group_beside_country());
    if bars.iter().all(|bar| bar.figure.is_none()) {
        sentences.push(t!(language, "no-figure"));
    }
    sentences
}

/// What can be told of one question.
struct Told<'a> {
    draft: &'a Draft,
    bars: &'a [Bar<'a>],
    language: Language,
}

impl<'a> Told<'a> {
    fn bar(&self, question: &str, choice: &str) -> Option<&'a Bar<'a>> {
        let is_of =
            |bar: &&Bar<'_>| bar.measure.strip_prefix(question).and_then(|rest| rest.strip_prefix('=')) == Some(choice);
        self.bars.iter().find(is_of)
    }

    /// Where the one choice stands among the others of the same question.
    fn where_the_choice_stands(&self, question: &str) -> Option<String> {
        let choice = self.draft.answers.chosen(question).iter().next()?;
        let options = self.draft.instrument().question(question)?.choices();
        if options.iter().any(|option| option.key == *choice && option.role == Role::DontKnow) {
            return Some(t!(self.language, "you-do-not-know"));
        }
        let own = self.bar(question, choice)?;
        let rows: Vec<&Bar<'_>> = options.iter().filter_map(|option| self.bar(question, &option.key)).collect();
        self.standing_in_words(own, &rows)
    }

    fn standing_in_words(&self, own: &Bar<'_>, rows: &[&Bar<'_>]) -> Option<String> {
        let language = self.language;
        let percent = percent(language, own.published()?.percent);
        let percent = percent.as_str();
        let beside: Vec<(&str, Option<&Figure>)> = rows.iter().map(|bar| (bar.measure, bar.published())).collect();
        match standing(own.measure, &beside) {
            Standing::MostCommon => Some(t!(language, "most-common", percent = percent)),
            Standing::SharedTop => Some(t!(language, "shared-top", percent = percent)),
            Standing::LessCommon => {
                let shares = rows.iter().filter_map(|bar| Some((bar.label, bar.published()?.percent)));
                let (top, share) = shares.max_by(|one, other| one.1.total_cmp(&other.1))?;
                let share = i18n::percent(language, share);
                Some(t!(language, "less-common", percent = percent, top = top, toppercent = share.as_str()))
            }
            Standing::Unknown => Some(t!(language, "as-many", percent = percent)),
        }
    }

    /// For ticks and grids: where most others say the same, where the taker differs, and where that cannot be told.
    fn agreements(&self) -> Vec<String> {
        let told = self.bars.iter().filter(|bar| self.is_worth_a_sentence(bar.measure));
        told.filter_map(|bar| self.agreement(bar)).take(AT_MOST).collect()
    }

    fn is_worth_a_sentence(&self, measure: &str) -> bool {
        let item = measure.split('=').next().unwrap_or_default();
        !self.draft.answers.chosen(item).is_empty() || measure == "innovative=any"
    }

    fn agreement(&self, bar: &Bar<'_>) -> Option<String> {
        let figure = bar.published()?;
        let percent = percent(self.language, figure.percent);
        let (language, percent, what) = (self.language, percent.as_str(), bar.label);
        match (bar.own, share(bar.own, figure)) {
            (Own::Yes, Share::Most) => Some(t!(language, "most-and-you", what = what, percent = percent)),
            (Own::No, Share::Most) => Some(t!(language, "most-not-you", what = what, percent = percent)),
            (Own::Yes | Own::No, Share::Half) => Some(t!(language, "about-half", what = what, percent = percent)),
            (Own::Yes, Share::Few) => Some(t!(language, "few-and-you", what = what, percent = percent)),
            _ => None,
        }
    }

    /// Whether the group differs from the country at all, for the first measure that both have.
    fn group_beside_country(&self) -> Option<String> {
        let (bar, own_group, country) = self.bars.iter().find_map(Self::two_populations)?;
        let what = bar.label;
        let language = self.language;
        let group = name_of(&own_group.population, language);
        let (a, b) = (percent(language, own_group.percent), percent(language, country.percent));
        let (a, b) = (a.as_str(), b.as_str());
        if own_group.edition != country.edition {
            return Some(t!(language, "other-edition", what = what, group = group, a = a, b = b));
        }
        Some(match compare(own_group, country) {
            Difference::Higher => t!(language, "group-higher", what = what, group = group, a = a, b = b),
            Difference::Lower => t!(language, "group-lower", what = what, group = group, a = a, b = b),
            Difference::NoneShown => t!(language, "group-same", what = what, group = group, a = a, b = b),
            Difference::Unknown => t!(language, "group-unknown", what = what, group = group, a = a, b = b),
        })
    }

    fn two_populations(bar: &'a Bar<'a>) -> Option<(&'a Bar<'a>, &'a Figure, &'a Figure)> {
        let own_group = bar.published()?;
        let country = bar.country?;
        (own_group.population != country.population).then_some((bar, own_group, country))
    }
}
