//! The ten activities of the action plan, and what one may want to do.

use i18n::{Language, t};

/// One of the ten.
pub(crate) struct Activity {
    /// Its page, once its module stands.
    pub(crate) path: &'static str,
    pub(crate) title: fn(Language) -> String,
    pub(crate) text: fn(Language) -> String,
    /// What one can do there now; only said when it stands.
    pub(crate) now: Option<fn(Language) -> String>,
}

impl Activity {
    /// Its card's name on the front page.
    pub(crate) fn anchor(&self) -> &'static str {
        self.path.trim_start_matches('/')
    }

    /// The address of its card on the front page.
    pub(crate) fn card(&self, language: Language) -> String {
        format!("{}#{}", language.path("/"), self.anchor())
    }
}

/// The ten, in the order of the mission page.
pub(crate) const ACTIVITIES: [Activity; 10] = [
    Activity {
        path: "/evaluering",
        title: |language| t!(language, "evaluation"),
        text: |language| t!(language, "evaluation-text"),
        now: None,
    },
    Activity {
        path: "/enheder",
        title: |language| t!(language, "units"),
        text: |language| t!(language, "units-text"),
        now: None,
    },
    Activity {
        path: "/praktik",
        title: |language| t!(language, "internships"),
        text: |language| t!(language, "internships-text"),
        now: None,
    },
    Activity {
        path: "/test",
        title: |language| t!(language, "selftest"),
        text: |language| t!(language, "selftest-text"),
        now: Some(|language| t!(language, "selftest-now")),
    },
    Activity {
        path: "/netvaerk",
        title: |language| t!(language, "networks"),
        text: |language| t!(language, "networks-text"),
        now: None,
    },
    Activity {
        path: "/politikere",
        title: |language| t!(language, "politicians"),
        text: |language| t!(language, "politicians-text"),
        now: None,
    },
    Activity {
        path: "/spredning",
        title: |language| t!(language, "spread"),
        text: |language| t!(language, "spread-text"),
        now: None,
    },
    Activity {
        path: "/laboratorier",
        title: |language| t!(language, "labs"),
        text: |language| t!(language, "labs-text"),
        now: None,
    },
    Activity {
        path: "/arketyper",
        title: |language| t!(language, "archetypes"),
        text: |language| t!(language, "archetypes-text"),
        now: None,
    },
    Activity {
        path: "/ros",
        title: |language| t!(language, "praise"),
        text: |language| t!(language, "praise-text"),
        now: None,
    },
];

/// Something a visitor may want to do, and the page where it is done.
pub(crate) struct Intention {
    pub(crate) path: &'static str,
    pub(crate) text: fn(Language) -> String,
}

/// What one can want. Only those whose page stands are shown.
pub(crate) const INTENTIONS: [Intention; 4] = [
    Intention { path: "/test", text: |language| t!(language, "want-test") },
    Intention { path: "/test/tal", text: |language| t!(language, "want-counts") },
    Intention { path: "/test/metode", text: |language| t!(language, "want-method") },
    Intention { path: "/soeg", text: |language| t!(language, "want-search") },
];
