//! Taking the test over HTTP: the whole of it, part by part, as a browser without scripts does.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use super::http::{Connection, FORM};

const GROUP: &str = "municipal_schools";

/// A set of answers to everything: the first choice of every item.
pub(super) struct Taker {
    version: String,
    /// The choice for each item of each part, in the order of the test.
    parts: Vec<Vec<(String, String)>>,
}

impl Taker {
    /// Reads what is asked.
    pub(super) fn read(connection: &mut Connection) -> Result<Self> {
        let body = connection.page("/api/v1/selftest/instrument")?.body;
        let instrument: Value = serde_json::from_slice(&body)?;
        let mut parts: Vec<Vec<(String, String)>> = Vec::new();
        let mut before = "";
        for item in instrument["items"].as_array().context("the instrument has items")? {
            let part = text(&item["part"])?;
            if part != before {
                parts.push(Vec::new());
                before = part;
            }
            let answer = (text(&item["item"])?.to_owned(), text(&item["choices"][0]["key"])?.to_owned());
            parts.last_mut().context("every item has a part")?.push(answer);
        }
        Ok(Self { version: text(&instrument["version"])?.to_owned(), parts })
    }

    /// Fills in every page, and gives the cookie that then holds the finished test.
    pub(super) fn take(&self, connection: &mut Connection) -> Result<String> {
        connection.post("/test", FORM, &format!("group={GROUP}"))?;
        for (place, part) in self.parts.iter().enumerate() {
            let fields: String = part.iter().flat_map(|(item, choice)| [item, "=", choice, "&"]).collect();
            let saved = connection.post(&format!("/test/{}", place + 1), FORM, &format!("{fields}-next="))?;
            ensure!(saved.status == 303, "part {} was not taken: it answers {}", place + 1, saved.status);
        }
        Ok(connection.cookie().context("taking the test gives no cookie")?.to_owned())
    }

    /// The answers as the API takes them for keeping.
    pub(super) fn submission(&self, token: &str) -> String {
        let answers = self.parts.iter().flatten().map(|(item, choice)| (item.clone(), json!([choice])));
        let answers: Map<String, Value> = answers.collect();
        let body =
            json!({ "version": self.version, "group": GROUP, "answers": answers, "let_count": true, "token": token });
        body.to_string()
    }
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().context("the instrument is not as its description says")
}
