//! The embedded files.

use axum::http::Request;
use testkit::{Answer, Visitor};

use crate::site::visitor;

async fn style_sheet(visitor: &mut Visitor) -> String {
    let page = visitor.get("/findes-ikke").await.text();
    let address = page.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
    address.expect("every page has a style sheet").to_owned()
}

async fn get_packed(visitor: &mut Visitor, path: &str) -> Answer {
    let request =
        Request::get(path).header("accept-encoding", "gzip, br").body("".into()).expect("a path makes a request");
    visitor.send(request).await
}

#[tokio::test]
async fn a_file_is_kept_for_good_because_its_address_changes_with_it() {
    let (mut visitor, _db) = visitor().await;
    let path = style_sheet(&mut visitor).await;
    let plain = visitor.get(&path).await;
    assert_eq!((plain.status.as_u16(), plain.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    let packed = get_packed(&mut visitor, &path).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert_eq!(packed.header("vary"), "accept-encoding");
    assert!(packed.bytes.starts_with(&[0x1f, 0x8b]) && packed.bytes.len() < plain.bytes.len() / 2);
}

#[tokio::test]
async fn nothing_outside_the_embedded_files_is_reached() {
    let (mut visitor, _db) = visitor().await;
    let path = style_sheet(&mut visitor).await;
    let prefix = path.trim_start_matches('/').split('/').next().unwrap().to_owned();
    let hash = path.trim_start_matches('/').split('/').nth(1).unwrap().to_owned();
    for attempt in [
        "../../Cargo.toml",
        "..%2f..%2fCargo.toml",
        "%2e%2e/%2e%2e/etc/passwd",
        "own/../../Cargo.toml",
        "/etc/passwd",
        "",
    ] {
        for base in [format!("/{prefix}/{hash}/{attempt}"), format!("/{prefix}/{attempt}")] {
            let answer = visitor.get(&base).await;
            assert!(matches!(answer.status.as_u16(), 404 | 308), "{base}: {}", answer.status);
        }
    }
}

#[tokio::test]
async fn a_page_is_packed_for_whoever_can_unpack_it() {
    let (mut visitor, _db) = visitor().await;
    let packed = get_packed(&mut visitor, "/findes-ikke").await;
    assert_eq!((packed.status.as_u16(), packed.header("content-encoding")), (404, "gzip"));
}
