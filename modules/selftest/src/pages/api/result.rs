//! The comparison of a set of answers with the figures.

use axum::Json;
use axum::extract::State;
use i18n::Language;
use serde::Serialize;
use survey::Own;
use utoipa::ToSchema;
use web::{AnyRefusal, Api, ApiError, ApiLanguage, BodyRefusal, Failure};

use super::answers::AnswersBody;
use crate::Selftest;
use crate::outcome::{Bar, Outcome};

/// The result: a comparison for each question.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ResultBody {
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
#[utoipa::path(post, path = "/selftest/result", tag = "selftest", params(ApiLanguage), request_body = AnswersBody,
    responses((status = 200, body = ResultBody), (status = 410, body = ApiError), AnyRefusal, BodyRefusal))]
pub(super) async fn result(
    State(selftest): State<Selftest>,
    ApiLanguage(language): ApiLanguage,
    Api(body): Api<AnswersBody>,
) -> Result<Json<ResultBody>, Failure> {
    // Nothing is kept, so any token does.
    let draft = body.draft("0".repeat(32), language)?;
    let side = selftest.figures.side(&draft, language);
    let outcome = Outcome::of(&draft, &side, language);
    Ok(Json(result_body(&outcome)))
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
    let figure = bar.figure;
    RowBody {
        measure: bar.measure.to_owned(),
        text: bar.label.to_owned(),
        own: own_code(bar.own).to_owned(),
        figure: bar.written(language).into_owned(),
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
