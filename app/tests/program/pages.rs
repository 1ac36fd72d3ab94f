//! What every page has, whatever it is about.

use i18n::Language;

use crate::reading::Page;
use crate::taker::Taker;
use crate::world::World;

/// Pages for anybody, without their language.
const OPEN: [&str; 10] = [
    "/",
    "/test",
    "/test/tal",
    "/test/metode",
    "/soeg",
    "/soeg?q=test",
    "/cookies",
    "/tilgaengelighed",
    "/privatliv",
    "/kontakt",
];
/// Pages for someone who has taken the test.
const OF_A_TAKER: [&str; 7] = ["/test", "/test/1", "/test/2", "/test/3", "/test/4", "/test/gruppe", "/test/resultat"];

const FOOTER: [&str; 4] = ["/kontakt", "/tilgaengelighed", "/privatliv", "/cookies"];

/// Opens every page in both languages, and hands each to the check with its language and its path without one.
async fn on_every_page(check: impl Fn(&Page, Language, &str)) {
    let world = World::with_examples().await;
    let mut anybody = world.visitor();
    let mut taker = Taker::finished(&world, "municipal_schools").await;
    for language in [Language::Danish, Language::English] {
        for path in OPEN {
            let answer = anybody.get(&language.path(path)).await;
            assert_eq!(answer.status, 200, "{language:?} {path}");
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
            assert_eq!(answer.header("content-language"), language.code(), "{path}");
            check(&Page::of(&answer), language, path);
        }
        for path in OF_A_TAKER {
            check(&taker.open(&language.path(path)).await, language, path);
        }
    }
}

#[tokio::test]
async fn every_page_says_its_language_and_what_it_is_about() {
    on_every_page(|page, language, path| {
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(language.code()), "{path}");
        assert_eq!(page.count("h1"), 1, "{path}");
        let (title, heading) = (page.text("title"), page.text("h1"));
        assert!(title.contains("Stafet"), "{path}: {title}");
        assert!(!heading.is_empty(), "{path}");
        if path != "/" {
            assert!(title.starts_with(&heading), "{path}: {title} is not about {heading}");
        }
        assert!(!page.text("body").contains('{'), "{path}: a placeholder was left");
    })
    .await;
}

#[tokio::test]
async fn headings_never_skip_a_level() {
    on_every_page(|page, _, path| {
        let levels: Vec<u8> =
            page.all("h1, h2, h3, h4").iter().map(|heading| heading.value().name().as_bytes()[1] - b'0').collect();
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: {levels:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_first_link_of_every_page_skips_to_its_content() {
    on_every_page(|page, _, path| {
        assert_eq!(page.attributes("body a", "href").first().map(String::as_str), Some("#main-content"), "{path}");
        assert_eq!(page.count("main#main-content[tabindex='-1']"), 1, "{path}");
    })
    .await;
}

#[tokio::test]
async fn breadcrumbs_lead_from_the_front_page_to_this_one() {
    on_every_page(|page, language, path| {
        if path == "/" {
            assert_eq!(page.count("nav.breadcrumbs"), 0);
            return;
        }
        let links = page.attributes("nav.breadcrumbs a", "href");
        assert_eq!(links.first(), Some(&language.path("/")), "{path}");
        assert!(links.iter().all(|link| *link != language.path(path)), "{path} leads to itself");
        if path.starts_with("/test/") {
            assert_eq!(links.get(1), Some(&language.path("/test")), "{path}");
        }
        assert_eq!(page.text("nav.breadcrumbs [aria-current='page']"), page.text("h1"), "{path}");
    })
    .await;
}

#[tokio::test]
async fn the_language_switch_stays_on_the_page() {
    on_every_page(|page, language, path| {
        let there = language.other().path(path);
        let switch = "nav.masthead-language a, nav.masthead-language button";
        let leads_to = page.attribute(switch, "href").or_else(|| page.attribute(switch, "formaction"));
        assert_eq!(leads_to, Some(there.clone()), "{path}");
        assert_eq!(page.attribute(switch, "lang").as_deref(), Some(language.other().code()), "{path}");
        for form in page.attributes(switch, "form") {
            assert_eq!(page.count(&format!("form#{form}[method='post']")), 1, "{path}: what is filled in goes along");
        }
        assert_eq!(page.attribute("link[rel='alternate']", "href"), Some(there), "{path}");
    })
    .await;
}

#[tokio::test]
async fn every_page_ends_with_the_same_ways_out_and_the_version() {
    on_every_page(|page, language, path| {
        assert_eq!(page.attributes("footer a", "href"), FOOTER.map(|path| language.path(path)), "{path}");
        assert!(page.text("footer").contains(env!("CARGO_PKG_VERSION")), "{path}");
        assert_eq!(page.attribute("form[role='search']", "action"), Some(language.path("/soeg")), "{path}");
    })
    .await;
}

#[tokio::test]
async fn no_page_holds_inline_code_or_anything_from_another_host() {
    on_every_page(|page, _, path| {
        assert_eq!(page.count("style, script:not([src]), [style], iframe, object, embed, base"), 0, "{path}");
        for element in page.all("*") {
            let inline = element.value().attrs().find(|(name, _)| name.starts_with("on"));
            assert_eq!(inline, None, "{path}");
        }
        let loaded =
            [page.attributes("[src]", "src"), page.attributes("link[rel='stylesheet'], link[rel='icon']", "href")];
        for address in loaded.concat() {
            assert!(address.starts_with('/') && !address.starts_with("//"), "{path} loads {address}");
        }
        for link in page.all("a[href^='http']") {
            assert!(link.attr("href").unwrap().starts_with("https://"), "{path}");
            assert_eq!(link.attr("rel"), Some("noreferrer"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_field_has_a_label_and_every_id_is_its_own() {
    on_every_page(|page, _, path| {
        let labelled = page.attributes("label", "for");
        for field in page.all("input:not([type='hidden']), select, textarea") {
            let id = field.attr("id").unwrap_or_default().to_owned();
            assert!(labelled.contains(&id), "{path}: `{id}` has no label");
        }
        let mut ids = page.attributes("[id]", "id");
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path}");
        for named in ["aria-labelledby", "aria-describedby"] {
            for id in page.attributes(&format!("[{named}]"), named).iter().flat_map(|ids| ids.split_whitespace()) {
                assert!(page.has_id(id), "{path}: {named} names `{id}`");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_table_has_a_caption_or_a_label_and_headed_columns() {
    on_every_page(|page, _, path| {
        let tables = page.all("table");
        let named =
            page.count("table > caption") + page.count("[role='region'][aria-label] > table:not(:has(caption))");
        assert_eq!(named, tables.len(), "{path}");
        assert_eq!(page.count("th:not([scope])"), 0, "{path}");
    })
    .await;
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let world = World::with_examples().await;
    let mut visitor = world.visitor();
    let asset = Page::of(&visitor.get("/").await).attribute("link[rel='stylesheet']", "href").expect("a style sheet");
    for path in
        ["/", "/en/test", "/findes-ikke", "/api/openapi.json", "/api/v1/nothing", "/healthz", "/metrics", &asset]
    {
        let answer = visitor.get(path).await;
        let policy = answer.header("content-security-policy");
        for rule in [
            "default-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        ] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
    }
}

#[tokio::test]
async fn pages_of_one_visitor_are_kept_by_nobody_and_found_by_nobody() {
    let world = World::empty().await;
    let mut taker = Taker::finished(&world, "state").await;
    for path in ["/test", "/test/1", "/test/gruppe", "/test/resultat", "/test/resultat.pdf"] {
        assert_eq!(taker.visitor.get(path).await.header("cache-control"), "no-store", "{path}");
    }
    for path in ["/test/1", "/test/gruppe", "/test/resultat"] {
        assert_eq!(
            taker.open(path).await.attribute("meta[name='robots']", "content").as_deref(),
            Some("noindex"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn no_cookie_is_set_before_it_is_needed_and_none_but_those_told_of() {
    let world = World::with_examples().await;
    let mut visitor = world.visitor();
    for path in OPEN {
        assert_eq!(visitor.get(path).await.header("set-cookie"), "", "{path}");
    }
    let begun = visitor.post("/test", "group=state").await;
    let cookie = begun.header("set-cookie");
    for rule in ["stafet_test=", "; Path=/", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(rule), "{cookie}");
    }
    assert!(Page::of(&visitor.get("/cookies").await).text("main").contains("stafet_test"));
}

#[tokio::test]
async fn the_front_page_shows_the_ten_activities_and_links_only_to_what_stands() {
    let world = World::with_examples().await;
    for language in [Language::Danish, Language::English] {
        let page = Page::of(&world.visitor().get(&language.path("/")).await);
        assert_eq!(page.count(".activities > li"), 10);
        assert_eq!(page.count(".activities > li h3"), 10);
        assert_eq!(page.count(".activities > li:not(.activity-stands) .activity-later"), 9);
        assert_eq!(page.count(".activities > li:not(.activity-stands) a"), 0);
        assert_eq!(page.attributes(".activities a", "href"), [language.path("/test")]);
        assert_eq!(page.count(".intentions a"), 4);
        let mut titles = page.texts(".activities h3");
        titles.dedup();
        assert_eq!(titles.len(), 10);
    }
    for path in ["/evaluering", "/enheder", "/praktik", "/netvaerk", "/politikere", "/spredning", "/ros"] {
        assert_eq!(world.visitor().get(path).await.status, 404, "{path} is not built");
    }
}

#[tokio::test]
async fn an_unknown_page_helps() {
    let world = World::empty().await;
    for language in [Language::Danish, Language::English] {
        for path in ["/findes-ikke", "/test/findes-ikke", "/%F0%9F%A6%86", "/assets/nothing.css"] {
            let answer = world.visitor().get(&language.path(path)).await;
            assert_eq!(answer.status, 404, "{path}");
            let page = Page::of(&answer);
            assert_eq!(page.attribute("html", "lang").as_deref(), Some(language.code()), "{path}");
            assert_eq!(page.count("h1"), 1, "{path}");
            let ways = page.attributes("main a", "href");
            assert_eq!(ways, ["/", "/soeg", "/kontakt"].map(|path| language.path(path)), "{path}");
            assert_eq!(page.attribute("meta[name='robots']", "content").as_deref(), Some("noindex"), "{path}");
        }
    }
}

#[tokio::test]
async fn a_part_that_never_was_does_not_exist() {
    let world = World::empty().await;
    let mut taker = Taker::begun(&world, "state").await;
    for part in ["0", "5", "-1", "99999999999999999999", "1.0"] {
        assert_eq!(taker.visitor.get(&format!("/test/{part}")).await.status, 404, "{part}");
        assert_eq!(taker.answer(7, "").await.status, 404);
    }
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page() {
    let world = World::empty().await;
    for (typed, meant) in
        [("/test/", "/test"), ("/en/", "/en"), ("/en/test/tal/", "/en/test/tal"), ("/soeg/?q=test", "/soeg?q=test")]
    {
        let answer = world.visitor().get(typed).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (308, meant), "{typed}");
    }
    let elsewhere = world.visitor().get("//example.com/").await;
    assert_eq!((elsewhere.status.as_u16(), elsewhere.header("location")), (404, ""), "never to another host");
}

#[tokio::test]
async fn search_finds_pages_in_both_languages_and_says_when_it_finds_none() {
    let world = World::empty().await;
    let hits = async |path: &str| Page::of(&world.visitor().get(path).await).attributes("main a", "href");
    assert!(hits("/soeg?q=TILG%C3%86NGELIGHED").await.contains(&"/tilgaengelighed".to_owned()));
    assert!(hits("/en/soeg?q=figures+sources").await.contains(&"/en/test/metode".to_owned()));
    let none = Page::of(&world.visitor().get("/soeg?q=%3Cscript%3Ealert(1)%3C/script%3E").await);
    assert_eq!(none.count("main script"), 0);
    assert!(none.text("main").contains("<script>alert(1)</script>"), "what was asked is shown as text");
    assert!(none.text("main [role='status']").starts_with("Intet om"));
    assert_eq!(none.count("main .found"), 0);
}

#[tokio::test]
async fn search_knows_the_activities_the_groups_and_the_words_of_the_pages() {
    let world = World::empty().await;
    for (asked, first) in [
        ("skoler", "/test"),
        ("kommune", "/test"),
        ("spredning", "/#spredning"),
        ("Netvaerk", "/#netvaerk"),
        ("evalueringen", "/#evaluering"),
        ("laboratorie", "/#laboratorier"),
        ("pdf", "/test"),
        ("innovationsbarometeret", "/test/metode"),
    ] {
        let page = Page::of(&world.visitor().get(&format!("/soeg?q={asked}")).await);
        assert_eq!(page.attributes("main .found a", "href").first().map(String::as_str), Some(first), "{asked}");
    }
    for (asked, first) in [("schools", "/en/test"), ("municipal", "/en/test"), ("network", "/en#netvaerk")] {
        let page = Page::of(&world.visitor().get(&format!("/en/soeg?q={asked}")).await);
        assert_eq!(page.attributes("main .found a", "href").first().map(String::as_str), Some(first), "{asked}");
    }
    let spread = Page::of(&world.visitor().get("/en/soeg?q=spreading").await);
    assert!(spread.text(".found li").ends_with("Not built yet."));
    let schools = Page::of(&world.visitor().get("/en/soeg?q=schools").await);
    assert_eq!(schools.text(".found-line"), "Municipal schools", "the line tells why");
}

#[tokio::test]
async fn whoever_finds_nothing_is_told_what_there_is() {
    let world = World::empty().await;
    for language in [Language::Danish, Language::English] {
        let page = Page::of(&world.visitor().get(&language.path("/soeg?q=xyzzy")).await);
        let links = page.attributes("main li a", "href");
        assert_eq!(links.len(), 10);
        let front = Page::of(&world.visitor().get(&language.path("/")).await);
        for link in links {
            match link.split_once('#') {
                Some((path, card)) => assert!(path == language.path("/") && front.has_id(card), "{link}"),
                None => assert_eq!(link, language.path("/test")),
            }
        }
    }
}

#[tokio::test]
async fn a_long_question_to_the_search_is_cut() {
    let world = World::empty().await;
    let page = Page::of(&world.visitor().get(&format!("/soeg?q={}{}", "test+".repeat(20), "xyzzy")).await);
    let asked = page.attribute("#asked", "value").expect("the field keeps what was asked");
    assert_eq!(asked, "test ".repeat(20), "a hundred letters");
    assert!(page.count(".found li") > 0, "what was cut off is not looked for");
}

#[tokio::test]
async fn every_figure_of_the_method_stands_under_its_question_with_a_source_of_its_own() {
    let world = World::empty().await;
    for language in [Language::Danish, Language::English] {
        let page = Page::of(&world.visitor().get(&language.path("/test/metode")).await);
        let figures = world.visitor().get("/api/v1/selftest/benchmarks").await.text();
        let figures: Vec<serde_json::Value> = serde_json::from_str(&figures).unwrap();
        assert_eq!(page.count(".method-figures tbody tr"), figures.len());
        assert_eq!(page.count("h3[id^='figures-']"), 8, "as many as there are questions");
        let only_in_words = figures.iter().filter(|figure| figure["percent"].is_null()).count();
        assert_eq!(page.count(".method-figures td.numeric .figure-note"), only_in_words);
        let mut sources = page.texts("main a[rel='noreferrer']");
        let all = sources.len();
        sources.sort();
        sources.dedup();
        assert_eq!(sources.len(), all, "no two are called the same");
    }
}

#[tokio::test]
async fn whoever_runs_the_site_is_named_where_visitors_look() {
    let world = World::empty().await;
    for path in ["/kontakt", "/en/kontakt", "/privatliv"] {
        let page = Page::of(&world.visitor().get(path).await);
        assert!(page.text("main").contains("Testernes Center"), "{path}");
    }
    assert_eq!(Page::of(&world.visitor().get("/kontakt").await).count("a[href='mailto:post@example.dk']"), 1);
}
