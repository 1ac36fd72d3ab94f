//! What surrounds every page.

use i18n::Language;

use crate::Texts;

/// A step on the way from the front page to this one.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// What the page is called.
    pub title: String,
    /// Its address, language included.
    pub href: String,
}

/// What surrounds every page: language, title, the way here, and the words of the shell itself.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The language of the page.
    pub language: Language,
    /// What the page is called.
    pub title: String,
    /// The page without its language, query included, so that the language switch stays on it.
    pub path: String,
    /// The pages above this one, the front page first. Empty on the front page.
    pub trail: Vec<Crumb>,
    /// Whether search engines should leave the page alone: pages of one visitor, and errors.
    pub private: bool,
    /// The form on this page whose contents go along when the language is switched: its id.
    pub keeps: Option<&'static str>,
    /// The shell's own words.
    pub texts: &'static Texts,
}

impl Shell {
    /// The shell of a page right below the front page.
    pub fn new(language: Language, path: impl Into<String>, title: impl Into<String>) -> Self {
        let texts = Texts::of(language);
        let path = path.into();
        let trail = match path.as_str() {
            "/" => Vec::new(),
            _ => vec![Crumb { title: texts.front_page.clone(), href: language.path("/") }],
        };
        Self { language, title: title.into(), path, trail, private: false, keeps: None, texts }
    }

    /// Puts a page between the front page and this one.
    #[must_use]
    pub fn below(mut self, path: &str, title: impl Into<String>) -> Self {
        self.trail.push(Crumb { title: title.into(), href: self.language.path(path) });
        self
    }

    /// Asks search engines to leave this page alone.
    #[must_use]
    pub fn private(mut self) -> Self {
        self.private = true;
        self
    }

    /// Lets the language switch send the form with this id along, as a button named `-stay`.
    #[must_use]
    pub fn keeping(mut self, form: &'static str) -> Self {
        self.keeps = Some(form);
        self
    }

    /// The address of a page in this page's language.
    pub fn to(&self, path: &str) -> String {
        self.language.path(path)
    }

    /// This page in the other language.
    pub fn switched(&self) -> String {
        self.language.other().path(&self.path)
    }

    /// The address of an embedded file.
    pub fn asset(&self, path: &str) -> String {
        assets::url(path)
    }

    /// The address of an icon of the Danish Common Design System, by its name.
    pub fn icon(&self, name: &str) -> String {
        format!("{}#{name}", assets::url("dkfds/img/all-svg-icons.svg"))
    }

    /// What stands in the browser's tab.
    pub fn tab_title(&self) -> String {
        if self.trail.is_empty() { format!("Stafet: {}", self.title) } else { format!("{} – Stafet", self.title) }
    }

    /// The program's version, shown at the foot of every page.
    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_switch_stays_on_the_page() {
        let shell = Shell::new(Language::Danish, "/test/2?a=1", "Test");
        assert_eq!(shell.switched(), "/en/test/2?a=1");
        let front = Shell::new(Language::English, "/", "The action plan");
        assert_eq!(front.switched(), "/");
        assert!(front.trail.is_empty());
    }

    #[test]
    fn the_way_here_begins_at_the_front_page() {
        let shell = Shell::new(Language::English, "/test/tal", "Counts").below("/test", "The test");
        let hrefs: Vec<&str> = shell.trail.iter().map(|crumb| crumb.href.as_str()).collect();
        assert_eq!(hrefs, ["/en", "/en/test"]);
    }
}
