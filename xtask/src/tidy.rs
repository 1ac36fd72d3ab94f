//! The house rules as checks: each is an invariant of ARCHITECTURE.md, and each fails when it finds nothing to check.

mod dependencies;
mod files;
mod locales;
mod modules;
mod sources;

use anyhow::{Result, bail};

/// Something against a rule: where, and what to do.
pub(crate) type Finding = String;

type Rule = (&'static str, fn() -> Result<Vec<Finding>>);

const RULES: [Rule; 11] = [
    ("crates depend only downwards", dependencies::only_downwards),
    ("engines do no I/O", dependencies::engines_are_pure),
    ("every crate takes the house's lints", dependencies::lints_are_shared),
    ("SQL only in store/", sources::sql_only_in_store),
    ("HTML only in templates", sources::html_only_in_templates),
    ("status codes only in pages", sources::status_only_in_pages),
    ("no words for people outside locales/", sources::words_only_in_locales),
    ("files are one idea, and named for it", files::small_and_named),
    ("nothing is silenced or skipped", files::nothing_silenced),
    ("every word is used", locales::every_word_is_used),
    ("modules own their tables and say so", modules::tables_are_owned),
];

/// Checks every rule.
pub(crate) fn run() -> Result<()> {
    let mut findings = Vec::new();
    for (rule, check) in RULES {
        findings.extend(check()?.into_iter().map(|finding| format!("{rule}: {finding}")));
    }
    if findings.is_empty() {
        println!("tidy: {} rules hold", RULES.len());
        return Ok(());
    }
    for finding in &findings {
        eprintln!("{finding}");
    }
    bail!("{} findings against the house rules", findings.len())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_house_rules_hold() {
        super::run().unwrap();
    }
}
