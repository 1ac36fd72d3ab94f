//! The comparison in plain language: what one can say, and when a difference is no difference.

use std::borrow::Cow;

use i18n::{Language, percent, t};
use survey::{Difference, Figure, Figures, Kind, Own, Role, Share, Standing, compare, share, standing};

use super::bars::is_answered;
use super::name_of;
use crate::content::{Measure, QuestionWording};
use crate::draft::Draft;

/// More sentences than this are not read.
const AT_MOST: usize = 3;

/// The taker's own answer in words; a grid's is shown row by row instead.
pub(super) fn yours(draft: &Draft, wording: &QuestionWording, language: Language) -> Option<String> {
    let level = &draft.group.level;
    let choices = wording.all_choices().iter().filter(|choice| draft.answers.has(&wording.key, &choice.key));
    let texts: Vec<&str> = choices.map(|choice| choice.text(level, language)).collect();
    (!texts.is_empty()).then(|| texts.join(" · "))
}

/// What the comparison says of one question.
pub(super) fn about(
    draft: &Draft,
    wording: &QuestionWording,
    measures: &[Measure],
    figures: &Figures,
    language: Language,
) -> Vec<String> {
    let asked = Asked { draft, figures, language };
    let is_single = draft.instrument().question(&wording.key).is_some_and(|q| matches!(q.kind, Kind::Single { .. }));
    let mut sentences: Vec<String> = Vec::new();
    if is_single {
        sentences.extend(asked.where_the_choice_stands(wording));
    } else {
        sentences.extend(asked.agreements(measures));
    }
    sentences.extend(asked.group_beside_country(measures));
    if sentences.is_empty() {
        sentences.push(t!(language, "no-figure"));
    }
    sentences
}

struct Asked<'a> {
    draft: &'a Draft,
    figures: &'a Figures,
    language: Language,
}

impl Asked<'_> {
    fn figure(&self, measure: &str) -> Option<&Figure> {
        self.figures.find(measure, &self.draft.group.key).map(|found| found.figure)
    }

    fn own(&self, measure: &str) -> Own {
        self.draft.instrument().own(measure, &self.draft.answers)
    }

    fn text<'m>(&self, measure: &'m str) -> Cow<'m, str> {
        self.draft.questionnaire.measure_text(measure, &self.draft.group.level, self.language)
    }

    /// Where the one choice stands among the others of the same question.
    fn where_the_choice_stands(&self, wording: &QuestionWording) -> Option<String> {
        let key = &wording.key;
        let choice = self.draft.answers.chosen(key).iter().next()?;
        let question = self.draft.instrument().question(key)?;
        let Kind::Single { options } = &question.kind else { return None };
        if options.iter().any(|option| option.key == *choice && option.role == Role::DontKnow) {
            return Some(t!(self.language, "you-do-not-know"));
        }
        let own = format!("{key}={choice}");
        let rows: Vec<(String, Option<&Figure>)> = options
            .iter()
            .map(|option| format!("{key}={}", option.key))
            .map(|measure| (measure.clone(), self.figure(&measure)))
            .collect();
        self.standing_in_words(&own, &rows)
    }

    fn standing_in_words(&self, own: &str, rows: &[(String, Option<&Figure>)]) -> Option<String> {
        let figure = self.figure(own)?;
        let percent = percent(self.language, figure.percent);
        let percent = percent.as_str();
        let language = self.language;
        let borrowed: Vec<(&str, Option<&Figure>)> = rows.iter().map(|(m, figure)| (m.as_str(), *figure)).collect();
        match standing(own, &borrowed) {
            Standing::MostCommon => Some(t!(language, "most-common", percent = percent)),
            Standing::SharedTop => Some(t!(language, "shared-top", percent = percent)),
            Standing::LessCommon => {
                let top =
                    rows.iter().filter_map(|(m, f)| f.map(|f| (m, f.percent))).max_by(|a, b| a.1.total_cmp(&b.1))?;
                let top_percent = i18n::percent(language, top.1);
                let top = self.text(top.0);
                let (top, top_percent) = (top.as_ref(), top_percent.as_str());
                Some(t!(language, "less-common", percent = percent, top = top, toppercent = top_percent))
            }
            Standing::Unknown => Some(t!(language, "as-many", percent = percent)),
        }
    }

    /// For ticks and grids: where most others say the same, where the taker differs, and where that cannot be told.
    fn agreements(&self, measures: &[Measure]) -> Vec<String> {
        let known = measures.iter().map(|measure| measure.key.as_str()).filter(|key| self.is_worth_a_sentence(key));
        known.filter_map(|measure| self.agreement(measure)).take(AT_MOST).collect()
    }

    fn is_worth_a_sentence(&self, measure: &str) -> bool {
        let item = measure.split('=').next().unwrap_or_default();
        is_answered(&self.draft.answers, item) || measure == "innovative=any"
    }

    fn agreement(&self, measure: &str) -> Option<String> {
        let figure = self.figure(measure)?;
        let own = self.own(measure);
        let percent = percent(self.language, figure.percent);
        let (language, percent, what) = (self.language, percent.as_str(), self.text(measure));
        let what = what.as_ref();
        match (own, share(own, figure)) {
            (Own::Yes, Share::Most) => Some(t!(language, "most-and-you", what = what, percent = percent)),
            (Own::No, Share::Most) => Some(t!(language, "most-not-you", what = what, percent = percent)),
            (Own::Yes | Own::No, Share::Half) => Some(t!(language, "about-half", what = what, percent = percent)),
            (Own::Yes, Share::Few) => Some(t!(language, "few-and-you", what = what, percent = percent)),
            _ => None,
        }
    }

    /// Whether the group differs from the country at all, for the first measure that both have.
    fn group_beside_country(&self, measures: &[Measure]) -> Option<String> {
        let (own_group, country) = measures.iter().find_map(|measure| self.two_populations(&measure.key))?;
        let language = self.language;
        let group = name_of(&own_group.population, language);
        let (a, b) = (percent(language, own_group.percent), percent(language, country.percent));
        let (a, b) = (a.as_str(), b.as_str());
        if own_group.edition != country.edition {
            return Some(t!(language, "other-edition", group = group, a = a, b = b));
        }
        Some(match compare(own_group, country) {
            Difference::Higher => t!(language, "group-higher", group = group, a = a, b = b),
            Difference::Lower => t!(language, "group-lower", group = group, a = a, b = b),
            Difference::NoneShown => t!(language, "group-same", group = group, a = a, b = b),
            Difference::Unknown => t!(language, "group-unknown", group = group, a = a, b = b),
        })
    }

    fn two_populations(&self, measure: &str) -> Option<(&Figure, &Figure)> {
        let own_group = self.figures.find(measure, &self.draft.group.key)?;
        let country = self.figures.find(measure, "all")?;
        (own_group.population_shown != country.population_shown).then_some((own_group.figure, country.figure))
    }
}
