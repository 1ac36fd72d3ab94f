use std::io::Read;

use flate2::read::GzDecoder;

use super::{FILES, find};
use crate::{fonts, prefix, url};

fn text(path: &str) -> String {
    String::from_utf8(find(path).unwrap().bytes.into_owned()).unwrap()
}

/// The embedded files whose names end so.
fn ending(ending: &str) -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|file| file.path).filter(move |path| path.ends_with(ending))
}

/// What stands in each `url(…)`, without quotes.
fn addresses(css: &str) -> Vec<&str> {
    css.split("url(").skip(1).map(|rest| rest.split(')').next().unwrap().trim_matches(['"', '\''])).collect()
}

/// `../img/a.svg` seen from `dkfds/css/x.css` is `dkfds/img/a.svg`.
fn resolve(sheet: &str, address: &str) -> String {
    let mut folders: Vec<&str> = sheet.split('/').collect();
    folders.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(folders.pop()),
            "." => {}
            name => folders.push(name),
        }
    }
    folders.join("/")
}

/// Addresses that browsers pass by, and why.
fn is_passed_by(address: &str) -> bool {
    let ends = |ending: &str| address.ends_with(ending);
    // A format only Internet Explorer read.
    let old = ends(".eot");
    // Its format is misspelt in the style sheet, so no browser chooses it.
    let misspelt = ends(".ttf");
    // Second choice after a woff2 that is there. The regular weight lists them the other way round.
    let second = ends(".woff") && !ends("IBMPlexSans-Regular.woff");
    // Stand-ins for a logo, asked for only inside the class `logo`, which our pages do not use.
    let placeholder = ends("/logo-placeholder.png") || ends("/logo-header-placeholder.png");
    old || misspelt || second || placeholder
}

#[test]
fn the_files_every_page_needs_are_there() {
    for path in [
        "dkfds/LICENSE.md",
        "dkfds/css/dkfds.min.css",
        "dkfds/js/dkfds.min.js",
        "dkfds/img/all-svg-icons.svg",
        "dkfds/img/svg-icons/check.svg",
        "dkfds/fonts/IBMPlexSans/complete/woff2/IBMPlexSans-Bold.woff2",
        "own/stafet.css",
        "own/stafet.js",
    ] {
        assert!(find(path).is_some_and(|asset| !asset.bytes.is_empty()), "{path} is missing");
    }
}

#[test]
fn a_path_outside_the_tree_finds_nothing() {
    for path in [
        "",
        "/own/stafet.css",
        "own/../own/stafet.css",
        "own",
        "dkfds/img/logo_virk.svg",
        "dkfds/img/logo-borgerdk.svg",
    ] {
        assert!(find(path).is_none(), "{path} was found");
    }
}

#[test]
fn the_table_is_sorted_so_that_every_file_can_be_found() {
    assert!(FILES.is_sorted_by_key(|file| file.path));
    assert!(FILES.iter().all(|file| find(file.path).is_some()));
}

#[test]
fn an_address_is_the_prefix_and_the_path() {
    let hash = prefix().strip_prefix("/static/").unwrap();
    assert!(hash.len() == 12 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()), "{hash}");
    assert_eq!(url("own/stafet.css"), format!("/static/{hash}/own/stafet.css"));
}

#[test]
fn every_address_in_a_style_sheet_is_an_embedded_file() {
    let mut seen = 0;
    for sheet in ending(".css") {
        for address in addresses(&text(sheet)).into_iter().filter(|address| !is_passed_by(address)) {
            assert!(find(&resolve(sheet, address)).is_some(), "{sheet} asks for {address}");
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} addresses were read");
}

#[test]
fn no_style_sheet_loads_from_another_host() {
    for path in ending(".css") {
        let css = text(path);
        assert!(!css.contains("@import"), "{path} imports");
        for address in addresses(&css) {
            assert!(!address.contains("://") && !address.starts_with("//"), "{path} asks for {address}");
        }
    }
}

#[test]
fn no_script_or_picture_names_another_host() {
    // Names of vocabularies that look like addresses; nothing is fetched from them.
    const NAMES: [&str; 2] = ["http://www.w3.org/2000/svg", "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"];
    for path in ending(".js").chain(ending(".svg")) {
        let rest = NAMES.iter().fold(text(path), |text, name| text.replace(name, ""));
        assert!(!rest.contains("http://") && !rest.contains("https://"), "{path} names a host");
        assert!(addresses(&rest).iter().all(|address| !address.starts_with("//")), "{path} loads from a host");
    }
}

#[test]
fn text_is_compressed_without_loss_and_a_font_is_not() {
    let css = find("dkfds/css/dkfds.min.css").unwrap();
    let gzip = css.gzip.unwrap();
    let mut back = Vec::new();
    GzDecoder::new(&*gzip).read_to_end(&mut back).unwrap();
    assert!(gzip.len() * 5 < css.bytes.len());
    assert!(back == *css.bytes);
    assert!(find("dkfds/fonts/IBMPlexSans/complete/woff2/IBMPlexSans-Bold.woff2").unwrap().gzip.is_none());
}

#[test]
fn every_file_has_a_content_type_of_its_own() {
    assert_eq!(find("own/stafet.css").unwrap().content_type, "text/css; charset=utf-8");
    for file in &FILES {
        assert_ne!(find(file.path).unwrap().content_type, "application/octet-stream", "{}", file.path);
    }
}

#[test]
fn the_fonts_of_documents_are_true_type() {
    assert!(fonts().iter().all(|font| font.starts_with(&[0, 1, 0, 0])));
}
