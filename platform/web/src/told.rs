//! An error as the operator reads it.

/// The error and its causes on one line. Many errors repeat their cause in their own words, so what is said already is left out.
pub fn told(error: &anyhow::Error) -> String {
    let mut told = Vec::<String>::new();
    for cause in error.chain().map(ToString::to_string) {
        if !told.iter().any(|said| said.contains(&cause)) {
            told.push(cause);
        }
    }
    told.join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_is_said_once() {
        let error = anyhow::anyhow!("no such file").context("cannot open a: no such file").context("no backup");
        assert_eq!(told(&error), "no backup: cannot open a: no such file");
        let error = anyhow::anyhow!("no such file").context("cannot open a");
        assert_eq!(told(&error), "cannot open a: no such file");
    }
}
