//! Letting a set of answers count.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use i18n::{Language, t};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyRefusal, Api, ApiError, ApiLanguage, ApiProblem, BodyRefusal, Failure, WriteRefusal};

use super::answers::AnswersBody;
use super::problems::invalid;
use crate::Selftest;
use crate::draft::{Draft, is_token};
use crate::pages::submission::keep_answers;
use crate::store::answers::Receipt;

/// A set of answers that its taker lets us keep.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct SubmissionBody {
    /// The instrument's version.
    version: String,
    /// The group to compare with.
    group: String,
    /// The choices by item: `{"novelty": ["copy"], "driver": ["citizens", "employees"]}`.
    answers: BTreeMap<String, Vec<String>>,
    /// Must be `true`: the taker has said yes to being counted.
    let_count: bool,
    /// 32 random hexadecimal digits of the sender's. Answers count once under a token: the first ones sent.
    token: String,
}

/// What became of a submission.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct KeptBody {
    /// Whether these answers were kept now.
    kept: bool,
    /// Whether answers had been kept under this token before. Nothing says whether they were the same ones.
    kept_before: bool,
}

/// Keeps a set of answers, without anything that tells whose they are.
#[utoipa::path(post, path = "/selftest/submissions", tag = "selftest", params(ApiLanguage), request_body = SubmissionBody,
    responses(
        (status = 201, body = KeptBody, description = "The answers are kept"),
        (status = 200, body = KeptBody, description = "Answers were kept under this token before; these were not"),
        (status = 410, body = ApiError), AnyRefusal, BodyRefusal, WriteRefusal
    ))]
pub(super) async fn submit(
    State(selftest): State<Selftest>,
    ApiLanguage(language): ApiLanguage,
    Api(body): Api<SubmissionBody>,
) -> Result<(StatusCode, Json<KeptBody>), Failure> {
    let draft = body.draft(language)?;
    Ok(match keep_answers(&selftest, &draft).await? {
        Receipt::Kept => (StatusCode::CREATED, Json(KeptBody { kept: true, kept_before: false })),
        Receipt::KeptBefore => (StatusCode::OK, Json(KeptBody { kept: false, kept_before: true })),
    })
}

impl SubmissionBody {
    fn draft(self, language: Language) -> Result<Draft, ApiError> {
        let refused = |problem| Err(invalid(vec![problem], language));
        if !self.let_count {
            return refused(ApiProblem::new("let_count", "consent_missing", t!(language, "api-consent")));
        }
        if !is_token(&self.token) {
            return refused(ApiProblem::new("token", "bad_token", t!(language, "api-token")));
        }
        AnswersBody { version: self.version, group: self.group, answers: self.answers }.draft(self.token, language)
    }
}
