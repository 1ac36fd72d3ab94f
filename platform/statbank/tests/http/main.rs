//! Fetching from servers on this machine that are slow, cut off, or send the wrong thing.

mod server;

use std::time::Duration;

use server::{Behaviour, announced, one_chunk, start, whole};
use statbank::http::{Client, FetchError, Fetched, Limits, REDIRECT_LIMIT};
use statbank::{Unreadable, Value, read};

const TABLE: &[u8] = b"OMR;TID;INDHOLD\r\n101;2023;66,6\r\n";
const PATH: &str = "/v1/data/TAL1/CSV?OMR=*";

const LIMITS: Limits = Limits {
    connect: Duration::from_secs(2),
    read: Duration::from_millis(200),
    total: Duration::from_secs(5),
    max_bytes: 1_000,
};

async fn fetch(behaviour: Behaviour) -> Result<Fetched, FetchError> {
    fetch_within(LIMITS, behaviour).await
}

async fn fetch_within(limits: Limits, behaviour: Behaviour) -> Result<Fetched, FetchError> {
    let url = start(behaviour, PATH).await;
    Client::new(limits).fetch(&url).await
}

#[tokio::test]
async fn a_table_comes_whole_with_its_type_and_its_id_from_the_address() {
    let answer = whole("200 OK", "Content-Type: text/csv; charset=utf-8\r\n", TABLE);
    let fetched = fetch(Behaviour::Send(answer)).await.expect("the server is well");
    assert_eq!(fetched.bytes, TABLE);
    assert_eq!(fetched.content_type.as_deref(), Some("text/csv; charset=utf-8"));
    assert_eq!(fetched.table_id_guess.as_deref(), Some("TAL1"));
}

#[tokio::test]
async fn a_chunked_table_comes_whole() {
    let answer = [one_chunk(TABLE), b"0\r\n\r\n".to_vec()].concat();
    assert_eq!(fetch(Behaviour::Send(answer)).await.map(|fetched| fetched.bytes), Ok(TABLE.to_vec()));
}

#[tokio::test]
async fn good_data_under_a_wrong_content_type_is_still_read() {
    let answer = whole("200 OK", "Content-Type: image/png\r\n", TABLE);
    let fetched = fetch(Behaviour::Send(answer)).await.expect("the server is well");
    let table = read(&fetched.bytes, None, fetched.table_id_guess.as_deref()).expect("the bytes are a table");
    assert_eq!((table.id.as_str(), table.cells[0].value), ("TAL1", Value::Number(66.6)));
}

#[tokio::test]
async fn a_web_page_is_fetched_and_then_named_by_the_reader() {
    let answer = whole("200 OK", "Content-Type: text/csv\r\n", b"<!doctype html><title>Log in</title>");
    let fetched = fetch(Behaviour::Send(answer)).await.expect("the server is well");
    assert_eq!(read(&fetched.bytes, None, None), Err(Unreadable::HtmlInstead));
}

#[tokio::test]
async fn a_server_that_never_answers_runs_out_of_the_time_to_read() {
    assert_eq!(fetch(Behaviour::Silence).await, Err(FetchError::TimedOut { after: LIMITS.read }));
}

#[tokio::test]
async fn a_server_that_stops_within_the_body_runs_out_of_the_time_to_read() {
    let start = announced("200 OK", "", 500, TABLE);
    assert_eq!(fetch(Behaviour::SendThenSilence(start)).await, Err(FetchError::TimedOut { after: LIMITS.read }));
}

#[tokio::test]
async fn a_server_that_drips_runs_out_of_the_total_time() {
    let total = Duration::from_millis(400);
    let limits = Limits { total, max_bytes: 1_000_000, ..LIMITS };
    let start = announced("200 OK", "", 900_000, TABLE);
    assert_eq!(fetch_within(limits, Behaviour::SendThenDrip(start)).await, Err(FetchError::TimedOut { after: total }));
}

#[tokio::test]
async fn a_body_shorter_than_announced_is_cut_off() {
    let answer = announced("200 OK", "", TABLE.len() + 100, TABLE);
    assert_eq!(fetch(Behaviour::Send(answer)).await, Err(FetchError::CutOff { received: TABLE.len() }));
}

#[tokio::test]
async fn chunks_without_an_end_are_cut_off() {
    let answer = one_chunk(TABLE);
    assert_eq!(fetch(Behaviour::Send(answer)).await, Err(FetchError::CutOff { received: TABLE.len() }));
}

#[tokio::test]
async fn a_connection_closed_without_an_answer_is_cut_off_at_the_start() {
    assert_eq!(fetch(Behaviour::Close).await, Err(FetchError::CutOff { received: 0 }));
}

#[tokio::test]
async fn a_body_announced_over_the_limit_is_refused_before_it_comes() {
    let start = announced("200 OK", "", LIMITS.max_bytes + 1, b"");
    let limit = LIMITS.max_bytes;
    assert_eq!(fetch(Behaviour::SendThenSilence(start)).await, Err(FetchError::TooLarge { limit }));
}

#[tokio::test]
async fn a_body_that_grows_over_the_limit_is_refused() {
    let start = one_chunk(&vec![b'1'; LIMITS.max_bytes + 1]);
    let limit = LIMITS.max_bytes;
    assert_eq!(fetch(Behaviour::SendThenSilence(start)).await, Err(FetchError::TooLarge { limit }));
}

#[tokio::test]
async fn a_body_of_exactly_the_limit_is_taken() {
    let answer = whole("200 OK", "", &vec![b'1'; LIMITS.max_bytes]);
    assert_eq!(fetch(Behaviour::Send(answer)).await.map(|fetched| fetched.bytes.len()), Ok(LIMITS.max_bytes));
}

#[tokio::test]
async fn every_status_but_200_is_named() {
    for (status, code) in [("404 Not Found", 404), ("500 Oops", 500), ("204 No Content", 204), ("304 Same", 304)] {
        let answer = whole(status, "", b"");
        assert_eq!(fetch(Behaviour::Send(answer)).await, Err(FetchError::Status { code }));
    }
}

#[tokio::test]
async fn a_circle_of_redirects_is_left() {
    let answer = whole("302 Found", &format!("Location: {PATH}\r\n"), b"");
    let limit = REDIRECT_LIMIT;
    assert_eq!(fetch(Behaviour::Send(answer)).await, Err(FetchError::TooManyRedirects { limit }));
}

#[tokio::test]
async fn a_redirect_is_followed_and_its_address_gives_the_id() {
    let target = start(Behaviour::Send(whole("200 OK", "", TABLE)), "/files/oin02dk.csv").await;
    let answer = whole("301 Moved", &format!("Location: {target}\r\n"), b"");
    let fetched = fetch(Behaviour::Send(answer)).await.expect("both servers are well");
    assert_eq!((fetched.bytes.as_slice(), fetched.table_id_guess.as_deref()), (TABLE, Some("OIN02DK")));
}

#[tokio::test]
async fn a_redirect_to_no_web_address_is_not_followed() {
    let answer = whole("302 Found", "Location: file:///etc/hostname\r\n", b"");
    assert_eq!(fetch(Behaviour::Send(answer)).await, Err(FetchError::Status { code: 302 }));
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_unreachable() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port on this machine");
    let address = listener.local_addr().expect("a bound port has an address");
    drop(listener);
    let fetched = Client::new(LIMITS).fetch(&format!("http://{address}/")).await;
    assert_eq!(fetched, Err(FetchError::Unreachable));
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls_is_unreachable_by_https() {
    let url = start(Behaviour::Close, "/").await.replace("http:", "https:");
    assert_eq!(Client::new(LIMITS).fetch(&url).await, Err(FetchError::Unreachable));
}

#[tokio::test]
async fn only_addresses_of_the_web_are_fetched() {
    for url in ["", "oin01dk.csv", "ftp://127.0.0.1/a", "file:///etc/hostname", "http://", "https://:1/", "data:,x"] {
        assert_eq!(Client::new(LIMITS).fetch(url).await, Err(FetchError::BadAddress), "{url:?}");
    }
}

#[test]
fn an_error_speaks_plainly_and_shows_no_cause_below_it() {
    let error = FetchError::TimedOut { after: Duration::from_millis(200) };
    assert_eq!(error.to_string(), "the server was too slow: no whole answer after 200 ms");
    assert!(std::error::Error::source(&error).is_none());
}
