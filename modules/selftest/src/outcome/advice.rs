//! Three things to do next that fit the answers. Links go only to what exists.

use i18n::{Language, t};

use crate::draft::Draft;

/// How many pieces of advice everybody gets.
const THREE: usize = 3;
/// At most this many come from the answers, so that one always leads on.
const FROM_ANSWERS: usize = 2;

/// One thing to do.
pub(crate) struct Advice {
    pub(crate) text: String,
    /// Where it can be done here, if it can: the words of the link and its path without language.
    pub(crate) link: Option<(String, &'static str)>,
}

pub(super) fn three(draft: &Draft, language: Language) -> Vec<Advice> {
    let answers = Answered { draft, language };
    let from_answers = [
        answers.begin_with_reuse(),
        answers.evaluate(),
        answers.take_up_what_hindered(),
        answers.tell_somebody(),
        answers.ask_outside(),
        answers.talk_about_culture(),
    ];
    let from_answers = from_answers.into_iter().flatten().take(FROM_ANSWERS);
    let from_answers = from_answers.map(|text| Advice { text, link: None });
    from_answers.chain(for_everybody(language)).take(THREE).collect()
}

fn for_everybody(language: Language) -> [Advice; 3] {
    [
        Advice {
            text: t!(language, "advice-meeting"),
            link: Some((t!(language, "advice-meeting-link"), "/test/resultat.pdf")),
        },
        Advice { text: t!(language, "advice-others"), link: Some((t!(language, "advice-others-link"), "/test/tal")) },
        Advice {
            text: t!(language, "advice-method"),
            link: Some((t!(language, "advice-method-link"), "/test/metode")),
        },
    ]
}

struct Answered<'a> {
    draft: &'a Draft,
    language: Language,
}

impl Answered<'_> {
    fn has(&self, item: &str, choice: &str) -> bool {
        self.draft.answers.has(item, choice)
    }

    fn has_any(&self, item: &str, choices: &[&str]) -> bool {
        choices.iter().any(|choice| self.has(item, choice))
    }

    fn is_innovative(&self) -> bool {
        self.draft.instrument().own("innovative=any", &self.draft.answers) == survey::Own::Yes
    }

    fn begin_with_reuse(&self) -> Option<String> {
        (!self.is_innovative()).then(|| t!(self.language, "advice-reuse"))
    }

    fn evaluate(&self) -> Option<String> {
        if self.has_any("evaluated", &["in_progress", "planned"]) {
            return Some(t!(self.language, "advice-evaluate-planned"));
        }
        self.has_any("evaluated", &["no", "dont_know"]).then(|| t!(self.language, "advice-evaluate"))
    }

    fn tell_somebody(&self) -> Option<String> {
        self.has("spread", "no").then(|| t!(self.language, "advice-spread"))
    }

    fn ask_outside(&self) -> Option<String> {
        self.has("partner", "none").then(|| t!(self.language, "advice-partner"))
    }

    /// The factor that hindered most.
    fn take_up_what_hindered(&self) -> Option<String> {
        let much = self.first_row("factor", &["hindered_much"]);
        let row = much.or_else(|| self.first_row("factor", &["hindered_some"]))?;
        Some(t!(self.language, "advice-factor", factor = row.as_str()))
    }

    fn talk_about_culture(&self) -> Option<String> {
        let row = self.first_row("culture", &["disagree_wholly", "disagree_partly"])?;
        Some(t!(self.language, "advice-culture", statement = row.as_str()))
    }

    fn first_row(&self, question: &str, choices: &[&str]) -> Option<String> {
        let wording = self.draft.questionnaire.question_of(question)?;
        let row = wording.rows.iter().find(|row| self.has_any(&format!("{question}.{}", row.key), choices))?;
        Some(row.text.of(self.language).to_owned())
    }
}
