//! What is asked: everything that a program needs to put the test to somebody.

use axum::Json;
use i18n::Language;
use serde::{Deserialize, Serialize};
use survey::{Condition, Item, Role};
use utoipa::{IntoParams, ToSchema};
use web::{AnyRefusal, ApiError, ApiLanguage, ApiQuery, Failure, Refusal};

use super::problems::unknown_group;
use crate::content::{Content, Group, Questionnaire};

/// Whom the test is put to.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedOf {
    /// The group to compare with, `all` where nothing is said: some choices differ from level to level.
    group: Option<String>,
}

/// The instrument: what is asked, of whom, and what can be answered.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InstrumentBody {
    version: String,
    /// The groups one can compare with.
    groups: Vec<GroupBody>,
    /// The group whose choices these are.
    group: String,
    /// Every item in the order of the test.
    items: Vec<ItemBody>,
}

#[derive(Debug, Serialize, ToSchema)]
struct GroupBody {
    key: String,
    name: String,
    /// The next wider group.
    parent: Option<String>,
    /// Groups of one level are asked the same.
    level: String,
}

#[derive(Debug, Serialize, ToSchema)]
struct ItemBody {
    item: String,
    part: String,
    question: String,
    row: Option<String>,
    /// When it is asked; always where nothing is said. An answer to an item that is not asked is refused.
    shown_when: Option<RuleBody>,
    /// How many answers may be chosen at most; none where there is no limit.
    at_most: Option<usize>,
    choices: Vec<ChoiceBody>,
}

/// A rule over the other answers. An item that is itself not asked counts as not chosen.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
enum RuleBody {
    /// At least one of these holds.
    Any {
        #[schema(no_recursion)]
        any: Vec<RuleBody>,
    },
    /// All of these hold.
    All {
        #[schema(no_recursion)]
        all: Vec<RuleBody>,
    },
    /// This does not hold.
    Not {
        #[schema(no_recursion)]
        not: Box<RuleBody>,
    },
    /// This choice of this item was chosen.
    Chosen { item: String, choice: String },
}

#[derive(Debug, Serialize, ToSchema)]
struct ChoiceBody {
    key: String,
    text: String,
    role: RoleBody,
    /// Whether it can only be chosen alone, as every role but `answer` says.
    alone: bool,
}

/// What kind of answer a choice is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum RoleBody {
    /// An answer among others.
    Answer,
    /// An answer that rules out the others.
    Exclusive,
    DontKnow,
    NotRelevant,
}

/// What is asked.
#[utoipa::path(get, path = "/selftest/instrument", tag = "selftest", params(AskedOf, ApiLanguage),
    responses((status = 200, body = InstrumentBody), AnyRefusal))]
pub(super) async fn instrument(
    ApiLanguage(language): ApiLanguage,
    ApiQuery(asked_of): ApiQuery<AskedOf>,
) -> Result<Json<InstrumentBody>, Failure> {
    let content = Content::get();
    let Some(group) = content.groups.find(asked_of.group.as_deref().unwrap_or("all")) else {
        return Err(ApiError::new(Refusal::Unreadable, language, vec![unknown_group(language)]).into());
    };
    let questionnaire = content.current();
    let items = questionnaire.at(&group.level).items();
    Ok(Json(InstrumentBody {
        version: questionnaire.version().to_owned(),
        groups: content.groups.all().iter().map(|group| group_body(group, language)).collect(),
        group: group.key.clone(),
        items: items.map(|item| item_body(questionnaire, &item, &group.level, language)).collect(),
    }))
}

fn group_body(group: &Group, language: Language) -> GroupBody {
    GroupBody {
        key: group.key.clone(),
        name: group.name(language).to_owned(),
        parent: group.parent.clone(),
        level: group.level.clone(),
    }
}

fn item_body(questionnaire: &Questionnaire, item: &Item<'_>, level: &str, language: Language) -> ItemBody {
    let choices = item.choices().iter().map(|choice| ChoiceBody {
        key: choice.key.clone(),
        text: questionnaire.choice_text(item.key(), &choice.key, level, language).to_owned(),
        role: choice.role.into(),
        alone: choice.role != Role::Answer,
    });
    ItemBody {
        item: item.key().to_owned(),
        part: item.part().key.clone(),
        question: questionnaire.question_of(item.key()).map_or("", |wording| wording.text.of(language)).to_owned(),
        row: questionnaire.row_of(item.key()).map(|row| row.text.of(language).to_owned()),
        shown_when: item.question().shown_when.as_ref().map(RuleBody::from),
        at_most: item.at_most(),
        choices: choices.collect(),
    }
}

impl From<&Condition> for RuleBody {
    fn from(condition: &Condition) -> Self {
        let each = |conditions: &[Condition]| conditions.iter().map(Self::from).collect();
        match condition {
            Condition::Chosen { item, choice } => Self::Chosen { item: item.clone(), choice: choice.clone() },
            Condition::Any(any) => Self::Any { any: each(any) },
            Condition::All(all) => Self::All { all: each(all) },
            Condition::Not(not) => Self::Not { not: Box::new(Self::from(not.as_ref())) },
        }
    }
}

impl From<Role> for RoleBody {
    fn from(role: Role) -> Self {
        match role {
            Role::Answer => Self::Answer,
            Role::Exclusive => Self::Exclusive,
            Role::DontKnow => Self::DontKnow,
            Role::NotRelevant => Self::NotRelevant,
        }
    }
}
