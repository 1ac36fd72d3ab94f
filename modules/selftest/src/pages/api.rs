//! The test as an API: the same instrument, figures, comparisons and refusals as the pages.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use i18n::{Language, t};
use serde::{Deserialize, Serialize};
use survey::{Answers, Kind, Own, Problem, Role};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{Api, ApiError, ApiProblem, ApiQuery, Failure, Refusal};

use super::counts::{CountRow, real_rows};
use super::figure_row::{FigureRow, figure_rows};
use super::submission::keep_answers;
use super::{problem_code, problem_text};
use crate::Selftest;
use crate::content::{Content, Questionnaire};
use crate::draft::{Draft, is_token};
use crate::outcome::{Bar, Outcome};

pub(super) fn routes(selftest: Selftest) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(instrument))
        .routes(routes!(benchmarks))
        .routes(routes!(result))
        .routes(routes!(submit))
        .routes(routes!(counts))
        .with_state(selftest)
}

/// The language of the texts.
#[derive(Debug, Deserialize, IntoParams)]
struct Words {
    /// `da` or `en`; Danish where nothing is said.
    lang: Option<String>,
}

impl Words {
    fn language(&self) -> Result<Language, Failure> {
        let code = self.lang.as_deref().unwrap_or(Language::Danish.code());
        Language::from_code(code).ok_or(Failure::Refused(Refusal::Unreadable))
    }
}

/// The instrument: what is asked, of whom, and what can be answered.
#[derive(Debug, Serialize, ToSchema)]
struct InstrumentBody {
    version: String,
    /// The groups one can compare with.
    groups: Vec<GroupBody>,
    /// Every item in the order of the test, as it is asked at the level `all`.
    items: Vec<ItemBody>,
}

#[derive(Debug, Serialize, ToSchema)]
struct GroupBody {
    key: String,
    name: String,
    /// The next wider group.
    parent: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
struct ItemBody {
    item: String,
    part: String,
    question: String,
    row: Option<String>,
    /// How many answers may be chosen at most; none where there is no limit.
    at_most: Option<usize>,
    choices: Vec<ChoiceBody>,
}

#[derive(Debug, Serialize, ToSchema)]
struct ChoiceBody {
    key: String,
    text: String,
    /// Whether it can only be chosen alone.
    alone: bool,
}

/// What is asked.
#[utoipa::path(get, path = "/selftest/instrument", tag = "selftest", params(Words),
    responses((status = 200, body = InstrumentBody), (status = 400, body = ApiError)))]
async fn instrument(ApiQuery(words): ApiQuery<Words>) -> Result<Json<InstrumentBody>, Failure> {
    let language = words.language()?;
    let content = Content::get();
    let questionnaire = content.current();
    let groups = content.groups.all().iter().map(|group| GroupBody {
        key: group.key.clone(),
        name: group.name(language).to_owned(),
        parent: group.parent.clone(),
    });
    let parts = questionnaire.at("all").parts().iter();
    let items = parts.flat_map(|part| {
        part.questions.iter().flat_map(move |question| items_of(questionnaire, &part.key, question, language))
    });
    Ok(Json(InstrumentBody {
        version: questionnaire.version().to_owned(),
        groups: groups.collect(),
        items: items.collect(),
    }))
}

fn items_of(
    questionnaire: &Questionnaire,
    part: &str,
    question: &survey::Question,
    language: Language,
) -> Vec<ItemBody> {
    let (keys, choices, at_most): (Vec<String>, _, _) = match &question.kind {
        Kind::Single { options } => (vec![question.key.clone()], options, Some(1)),
        Kind::Multiple { options, at_most } => (vec![question.key.clone()], options, *at_most),
        Kind::Grid { rows, scale } => {
            (rows.iter().map(|row| format!("{}.{row}", question.key)).collect(), scale, Some(1))
        }
    };
    let text = questionnaire.question_of(&question.key).map_or("", |wording| wording.text.of(language));
    let item = |key: String| ItemBody {
        part: part.to_owned(),
        question: text.to_owned(),
        row: questionnaire.row_of(&key).map(|row| row.text.of(language).to_owned()),
        at_most,
        choices: choices
            .iter()
            .map(|choice| ChoiceBody {
                key: choice.key.clone(),
                text: questionnaire.choice_text(&key, &choice.key, "all", language).to_owned(),
                alone: choice.role != Role::Answer,
            })
            .collect(),
        item: key,
    };
    keys.into_iter().map(item).collect()
}

/// Every comparison figure, in all editions.
#[utoipa::path(get, path = "/selftest/benchmarks", tag = "selftest", params(Words),
    responses((status = 200, body = Vec<FigureRow>), (status = 400, body = ApiError)))]
async fn benchmarks(
    State(selftest): State<Selftest>,
    ApiQuery(words): ApiQuery<Words>,
) -> Result<Json<Vec<FigureRow>>, Failure> {
    words.language()?;
    Ok(Json(figure_rows(&selftest.figures.get(), &Content::get().quoted)))
}

/// A whole set of answers.
#[derive(Debug, Deserialize, ToSchema)]
struct AnswersBody {
    /// The instrument's version.
    version: String,
    /// The group to compare with.
    group: String,
    /// The choices by item: `{"novelty": ["copy"], "driver": ["citizens", "employees"]}`.
    answers: BTreeMap<String, Vec<String>>,
}

/// The result: a comparison for each question.
#[derive(Debug, Serialize, ToSchema)]
struct ResultBody {
    group: String,
    questions: Vec<QuestionBody>,
    advice: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
struct QuestionBody {
    key: String,
    question: String,
    sentences: Vec<String>,
    rows: Vec<RowBody>,
}

#[derive(Debug, Serialize, ToSchema)]
struct RowBody {
    measure: String,
    text: String,
    /// `yes`, `no`, `dont_know`, `not_relevant` or `not_asked`.
    own: String,
    /// The figure as it is written for people.
    figure: String,
    percent: Option<f64>,
    interval: Option<(f64, f64)>,
    edition: Option<String>,
    /// The group that the figure is of.
    population: Option<String>,
    /// Whether that is wider than the group asked for.
    wider: bool,
    source: Option<String>,
}

/// Compares a set of answers with the figures. Nothing is kept.
#[utoipa::path(post, path = "/selftest/result", tag = "selftest", params(Words), request_body = AnswersBody,
    responses((status = 200, body = ResultBody), (status = 410, body = ApiError), (status = 422, body = ApiError)))]
async fn result(
    State(selftest): State<Selftest>,
    ApiQuery(words): ApiQuery<Words>,
    Api(body): Api<AnswersBody>,
) -> Result<Response, Failure> {
    let language = words.language()?;
    let token = "0".repeat(32);
    let draft = match read(&body, token, language)? {
        Ok(draft) => draft,
        Err(refused) => return Ok(refused),
    };
    let figures = selftest.figures.get();
    let outcome = Outcome::of(&draft, &figures, language);
    Ok(Json(result_body(&outcome)).into_response())
}

fn result_body(outcome: &Outcome<'_>) -> ResultBody {
    let questions = outcome.questions.iter().map(|question| QuestionBody {
        key: question.key.to_owned(),
        question: question.heading.to_owned(),
        sentences: question.sentences.clone(),
        rows: question.bars.iter().map(|bar| row_body(bar, outcome.language)).collect(),
    });
    ResultBody {
        group: outcome.group.to_owned(),
        questions: questions.collect(),
        advice: outcome.advice.iter().map(|advice| advice.text.clone()).collect(),
    }
}

fn row_body(bar: &Bar<'_>, language: Language) -> RowBody {
    let figure = bar.figure.as_ref();
    RowBody {
        measure: bar.measure.to_owned(),
        text: bar.label.to_string(),
        own: own_code(bar.own).to_owned(),
        figure: bar.written(language),
        percent: figure.filter(|figure| figure.in_words.is_none()).map(|figure| figure.published.percent),
        interval: figure.and_then(|figure| figure.interval),
        edition: figure.map(|figure| figure.published.edition.clone()),
        population: figure.map(|figure| figure.population.to_owned()),
        wider: figure.is_some_and(|figure| figure.wider),
        source: figure.map(|figure| figure.published.source.clone()),
    }
}

fn own_code(own: Own) -> &'static str {
    match own {
        Own::Yes => "yes",
        Own::No => "no",
        Own::DontKnow => "dont_know",
        Own::NotRelevant => "not_relevant",
        Own::NotAsked => "not_asked",
    }
}

/// A set of answers that its taker lets us keep.
#[derive(Debug, Deserialize, ToSchema)]
struct SubmissionBody {
    #[serde(flatten)]
    answers: AnswersBody,
    /// Must be `true`: the taker has said yes to being counted.
    let_count: bool,
    /// 32 random hexadecimal digits of the sender's. Sent again under the same token, the answers count once.
    token: String,
}

/// What became of a submission.
#[derive(Debug, Serialize, ToSchema)]
struct KeptBody {
    kept: bool,
}

/// Keeps a set of answers, without anything that tells whose they are.
#[utoipa::path(post, path = "/selftest/submissions", tag = "selftest", params(Words), request_body = SubmissionBody,
    responses((status = 201, body = KeptBody), (status = 410, body = ApiError), (status = 422, body = ApiError)))]
async fn submit(
    State(selftest): State<Selftest>,
    ApiQuery(words): ApiQuery<Words>,
    Api(body): Api<SubmissionBody>,
) -> Result<Response, Failure> {
    let language = words.language()?;
    if !body.let_count {
        return Ok(refused("let_count", "consent_missing", t!(language, "api-consent"), language));
    }
    if !is_token(&body.token) {
        return Ok(refused("token", "bad_token", t!(language, "api-token"), language));
    }
    let draft = match read(&body.answers, body.token.clone(), language)? {
        Ok(draft) => draft,
        Err(refused) => return Ok(refused),
    };
    keep_answers(&selftest, &draft).await?;
    Ok((StatusCode::CREATED, Json(KeptBody { kept: true })).into_response())
}

/// The draft that a body tells of, whole and without a fault; else the answer that says what is wrong.
fn read(body: &AnswersBody, token: String, language: Language) -> Result<Result<Draft, Response>, Failure> {
    let content = Content::get();
    let questionnaire = content.version(&body.version).ok_or(Refusal::Gone)?;
    let Some(group) = content.groups.find(&body.group) else {
        return Ok(Err(refused("group", "unknown_group", t!(language, "group-missing"), language)));
    };
    let instrument = questionnaire.at(&group.level);
    let pairs = body.answers.iter().flat_map(|(item, choices)| choices.iter().map(move |choice| (item, choice)));
    let reading = Answers::read(instrument, pairs);
    let mut problems = reading.problems;
    let rest = instrument.problems(&reading.answers);
    problems.extend(rest.into_iter().filter(|problem| problem.kind == survey::ProblemKind::Missing));
    if !problems.is_empty() {
        return Ok(Err(refused_all(&problems, language)));
    }
    Ok(Ok(Draft { questionnaire, group, token, kept: false, answers: reading.answers }))
}

fn refused(field: &str, code: &str, message: String, language: Language) -> Response {
    let problem = ApiProblem { field: field.to_owned(), code: code.to_owned(), message };
    error(vec![problem], language)
}

fn refused_all(problems: &[Problem], language: Language) -> Response {
    let problems = problems.iter().map(|problem| ApiProblem {
        field: problem.item.clone(),
        code: problem_code(problem).to_owned(),
        message: problem_text(problem, language),
    });
    error(problems.collect(), language)
}

fn error(details: Vec<ApiProblem>, language: Language) -> Response {
    let message = t!(language, "api-invalid");
    ApiError { code: Refusal::Invalid.code().to_owned(), message, details, reference: None }.response(Refusal::Invalid)
}

/// The platform's own counts. A count that would tell of fewer than five people is `null`.
#[utoipa::path(get, path = "/selftest/counts", tag = "selftest", responses((status = 200, body = Vec<CountRow>)))]
async fn counts(State(selftest): State<Selftest>) -> Result<Json<Vec<CountRow>>, Failure> {
    Ok(Json(real_rows(&selftest).await?))
}
