//! Where the files are served.

/// What every address begins with: `/static/` and the hash of the whole tree, twelve hexadecimal digits.
pub fn prefix() -> &'static str {
    concat!("/static/", env!("TREE_HASH"))
}

/// The address of the file at `path`, such as `own/stafet.css`.
pub fn url(path: &str) -> String {
    format!("{}/{path}", prefix())
}
