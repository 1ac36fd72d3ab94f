//! What a visitor can look up about the site itself.

use i18n::{Language, t};
use web::Place;

pub(super) fn places() -> Vec<Place> {
    vec![
        Place {
            path: "/",
            title: |language| t!(language, "front-title"),
            summary: |language| t!(language, "front-summary"),
            lines: |language| vec![t!(language, "front-heading"), t!(language, "front-lead")],
        },
        Place {
            path: "/soeg",
            title: |language| t!(language, "search-title"),
            summary: |language| t!(language, "search-summary"),
            lines: |_| Vec::new(),
        },
        Place {
            path: "/tilgaengelighed",
            title: |language| t!(language, "accessibility-title"),
            summary: |language| t!(language, "accessibility-summary"),
            lines: lines_on_accessibility,
        },
        Place {
            path: "/privatliv",
            title: |language| t!(language, "privacy-title"),
            summary: |language| t!(language, "privacy-summary"),
            lines: lines_on_privacy,
        },
        Place {
            path: "/cookies",
            title: |language| t!(language, "cookies-title"),
            summary: |language| t!(language, "cookies-summary"),
            lines: lines_on_cookies,
        },
        Place {
            path: "/kontakt",
            title: |language| t!(language, "contact-title"),
            summary: |language| t!(language, "contact-summary"),
            lines: |language| vec![t!(language, "contact-fault"), t!(language, "contact-trial")],
        },
    ]
}

fn lines_on_accessibility(language: Language) -> Vec<String> {
    vec![
        t!(language, "accessibility-lead"),
        t!(language, "accessibility-tested"),
        t!(language, "accessibility-works"),
        t!(language, "accessibility-audit"),
        t!(language, "accessibility-tell"),
        t!(language, "accessibility-authority"),
    ]
}

fn lines_on_privacy(language: Language) -> Vec<String> {
    vec![
        t!(language, "privacy-lead"),
        t!(language, "privacy-test-device"),
        t!(language, "privacy-test-kept"),
        t!(language, "privacy-test-shown"),
        t!(language, "privacy-log-text"),
        t!(language, "privacy-who"),
    ]
}

fn lines_on_cookies(language: Language) -> Vec<String> {
    vec![t!(language, "cookies-lead"), t!(language, "cookies-outside"), t!(language, "cookies-none-else")]
}
