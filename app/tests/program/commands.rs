//! The built program at its command line.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::Path;

use crate::program::{Running, run, stafet, succeed};
use crate::taker::{PARTS, submission};
use crate::wire;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

/// The files of a folder and what is in them.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry.expect("the folder can be read");
        (entry.file_name().into_string().expect("a plain name"), std::fs::read(entry.path()).expect("a file"))
    };
    entries.map(read).collect()
}

/// What a command says when it does not do what was asked.
fn refusal(data: &Path, arguments: &[&str], status: i32) -> String {
    let done = run(data, arguments);
    let said = String::from_utf8(done.stderr).expect("the program prints UTF-8");
    assert_eq!(done.status.code(), Some(status), "{arguments:?}: {said}");
    assert!(done.stdout.is_empty(), "{arguments:?}: a refusal is not printed as a result");
    assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{arguments:?}: {said}");
    said
}

#[test]
fn help_names_every_command_and_every_setting() {
    let help = succeed(folder().path(), &["--help"]);
    for word in ["serve", "migrate", "backup", "restore", "export", "import", "examples"] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(word)), "{word}: {help}");
    }
    for setting in ["LISTEN", "DATABASE", "DATA", "NO_EXAMPLES", "OPERATOR", "CONTACT", "HTTPS", "LOG_JSON"] {
        assert!(help.contains(&format!("STAFET_{setting}")), "{setting}");
    }
    assert!(help.starts_with("Stafet: carries a public innovation"), "{help}");
    assert!(succeed(folder().path(), &["--version"]).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_command_lists_the_settings_that_matter_to_it() {
    let help = |command: &[&str]| succeed(folder().path(), &[command, &["--help"]].concat());
    for command in [&["migrate"][..], &["backup"], &["restore"], &["export"], &["import", "statbank"], &["examples"]] {
        let help = help(command);
        assert!(help.contains("STAFET_DATABASE") && help.contains("STAFET_LOG_JSON"), "{help}");
        for setting in ["LISTEN", "NO_EXAMPLES", "OPERATOR", "CONTACT", "HTTPS"] {
            assert!(!help.contains(setting), "{setting}: {help}");
        }
    }
    assert!(help(&["serve"]).contains("STAFET_LISTEN"));
}

#[test]
fn a_server_is_started_with_or_without_its_name_and_by_its_environment() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().to_string();
    let data = folder();
    for arguments in [&["--listen", &port][..], &["serve", "--listen", &port], &["--listen", &port, "serve"]] {
        assert!(refusal(data.path(), arguments, 1).contains(&port), "{arguments:?}");
    }
    let by_environment = stafet(data.path()).env("STAFET_LISTEN", &port).output().unwrap();
    assert!(String::from_utf8_lossy(&by_environment.stderr).contains(&port));
}

#[test]
fn a_command_that_needs_a_database_makes_none() {
    let data = folder();
    let nowhere = data.path().join("intet");
    let out = data.path().join("ud").display().to_string();
    for arguments in [&["backup", &out][..], &["export", &out], &["examples", "remove"]] {
        let said = refusal(&nowhere, arguments, 1);
        assert!(said.starts_with("stafet: there is no database at sqlite:") && said.lines().count() == 1, "{said}");
        assert!(files(data.path()).is_empty(), "{arguments:?} makes nothing");
    }
}

#[test]
fn a_port_in_use_is_said_before_anything_is_made() {
    let data = folder();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().to_string();
    refusal(&data.path().join("ny"), &["serve", "--listen", &port], 1);
    assert!(files(data.path()).is_empty());
}

#[test]
fn a_file_that_is_not_ours_is_neither_opened_nor_restored() {
    let data = folder();
    let letter = data.path().join("brev.txt");
    std::fs::write(&letter, "Kære Stafet, her er et brev og ikke en database.".repeat(40)).unwrap();
    let other = data.path().join("regnskab.sqlite");
    make_another_programs_database(&other);
    let before = files(data.path());
    for (file, said) in [(&letter, "is not a database"), (&other, "is not a Stafet database")] {
        let file = file.display().to_string();
        let database = format!("sqlite:{file}");
        for arguments in [
            &["serve", "--listen", "127.0.0.1:0", "--database", &database][..],
            &["migrate", "--database", &database],
            &["export", "ud", "--database", &database],
            &["restore", &file],
        ] {
            let refusal = refusal(data.path(), arguments, 1);
            assert!(refusal.contains(said) && refusal.lines().count() == 1, "{arguments:?}: {refusal}");
            assert_eq!(refusal.matches(said).count(), 1, "said once: {refusal}");
            assert!(!refusal.contains("busy"), "{refusal}");
        }
    }
    assert_eq!(files(data.path()), before, "nothing was changed, and nothing laid beside it");
}

#[tokio::main(flavor = "current_thread")]
async fn make_another_programs_database(file: &Path) {
    use db::sea_orm::{ConnectionTrait, Database};
    let connection = Database::connect(format!("sqlite:{}?mode=rwc", file.display())).await.unwrap();
    connection.execute_unprepared("CREATE TABLE bilag (nummer INTEGER)").await.unwrap();
    connection.close().await.unwrap();
}

#[test]
fn a_cause_is_said_once() {
    let (data, out) = (folder(), folder());
    let table = out.path().join("tal.csv");
    std::fs::write(&table, "OIN01;NYHEDSGRAD;TID;INDHOLD\r\n1000;60;2026;61,5\r\n").unwrap();
    let page = out.path().join("OIN01DK.csv");
    std::fs::write(&page, "<html></html>").unwrap();
    let (table, page) = (table.display().to_string(), page.display().to_string());
    for (arguments, once) in [
        (vec!["import", "statbank", "findes-ikke.csv"], "os error 2"),
        (vec!["import", "statbank", &page], "this is a web page, not a table"),
        (vec!["import", "statbank", "--url", "http://127.0.0.1:1/OIN01DK"], "the server cannot be reached"),
        (vec!["import", "statbank", &table, "--table", "FOO"], "the table `FOO` is not one of OIN01DK"),
        (vec!["import", "statbank", "--url", "OIN01DK", "--table", "FOO"], "the table `FOO` is not one of OIN01DK"),
        (vec!["import", "statbank", "findes-ikke.csv", "--table", "FOO"], "the table `FOO` is not one of OIN01DK"),
        (vec!["migrate", "--database", "postgres://nobody@127.0.0.1:1/x"], "the database is busy or out of reach"),
    ] {
        let refusal = refusal(data.path(), &arguments, 1);
        assert_eq!((refusal.matches(once).count(), refusal.lines().count()), (1, 1), "{arguments:?}: {refusal}");
    }
}

#[test]
fn a_wrong_call_says_what_is_right_and_exits_with_2() {
    let data = folder();
    for (arguments, said) in [
        (&["danse"][..], "unrecognized subcommand"),
        (&["serve", "--listen", "everywhere"], "--listen"),
        (&["backup"], "<FILE>"),
        (&["import", "statbank"], "<FILE>"),
        (&["import", "statbank", "a.csv", "--url", "OIN01DK"], "cannot be used with"),
        (&["examples"], "remove"),
        (&["serve", "--frisk"], "--frisk"),
    ] {
        let refusal = refusal(data.path(), arguments, 2);
        assert!(refusal.contains(said), "{arguments:?}: {refusal}");
        assert!(refusal.contains("--help") || refusal.contains("Usage"), "{refusal}");
    }
    assert!(files(data.path()).is_empty(), "a wrong call makes nothing");
}

#[test]
fn a_setting_that_cannot_work_gives_one_clear_line() {
    let data = folder();
    let not_a_folder = data.path().join("fil");
    std::fs::write(&not_a_folder, "x").unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken_port = taken.local_addr().unwrap().to_string();
    let blocked = not_a_folder.display().to_string();
    for (arguments, said) in [
        (vec!["restore", "findes-ikke.sqlite"], "findes-ikke.sqlite"),
        (vec!["migrate", "--database", "mysql://x"], "sqlite:FILE"),
        (vec!["migrate", "--database", "postgres://nobody:hemmelig@127.0.0.1:1/x"], "cannot open"),
        (vec!["migrate", "--data", &blocked], "data folder"),
        (vec!["serve", "--no-examples", "--listen", &taken_port], &taken_port),
        (vec!["import", "statbank", "findes-ikke.csv"], "the file cannot be read"),
    ] {
        let refusal = refusal(data.path(), &arguments, 1);
        let lines: Vec<&str> = refusal.lines().collect();
        assert!(
            lines.len() == 1 && lines[0].starts_with("stafet: ") && lines[0].contains(said),
            "{arguments:?}: {refusal}"
        );
        assert!(!refusal.contains("hemmelig"), "a password is never shown: {refusal}");
    }
}

#[test]
fn the_server_says_where_it_is_and_stops_when_asked() {
    let data = folder();
    let running = Running::start(data.path(), &[]);
    assert_eq!(wire::get(&running.address, "/healthz", "").unwrap().body, "ok");
    let page = wire::get(&running.address, "/en", "").unwrap();
    assert_eq!(page.status, 200);
    assert!(wire::get(&running.address, "/en/test/tal", "").unwrap().body.contains("invented examples"));
    let (status, log) = running.stop();
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(log.contains("loaded the example world"), "{log}");
    let left: Vec<String> = files(data.path()).into_keys().collect();
    assert_eq!(left, ["stafet.sqlite"], "the write-ahead log was folded into the file");
}

#[test]
fn half_a_request_does_not_keep_the_server_from_stopping() {
    use std::io::Write;
    let data = folder();
    let running = Running::start(data.path(), &["--no-examples"]);
    let mut silent = std::net::TcpStream::connect(&running.address).unwrap();
    silent.write_all(b"GET / HT").unwrap();
    assert_eq!(wire::get(&running.address, "/healthz", "").unwrap().status, 200);
    assert_eq!(running.stop().0.code(), Some(0));
}

#[test]
fn the_log_names_nobody() {
    let data = folder();
    let running = Running::start(data.path(), &["--no-examples", "--log-json"]);
    wire::get(&running.address, "/anna-hansen?cpr=0101701234", "User-Agent: Fingeraftryk\r\n").unwrap();
    wire::post_json(&running.address, "/api/v1/selftest/submissions", &submission("state", 77)).unwrap();
    let (_, log) = running.stop();
    for trace in ["anna", "0101701234", "Fingeraftryk", "127.0.0.1", "curious_about_technology"] {
        assert!(!log.contains(trace), "{log}");
    }
}

#[test]
fn a_body_too_large_gets_its_answer_also_through_a_real_connection() {
    let data = folder();
    let running = Running::start(data.path(), &["--no-examples"]);
    let kind = "application/x-www-form-urlencoded";
    let answer = wire::post(&running.address, "/en/test", kind, "", &vec![b'x'; 10 * 1024 * 1024]);
    let answer = answer.expect("the sender gets to read why");
    assert_eq!(answer.status, 413);
    assert!(answer.body.contains("larger than we can accept"));
}

#[test]
fn what_is_no_http_gets_an_answer_or_an_end_and_harms_nobody() {
    use std::io::{Read, Write};
    let data = folder();
    let running = Running::start(data.path(), &["--no-examples"]);
    for noise in [
        &b"\x16\x03\x01\x02\x00"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        &vec![b'a'; 1_000_000],
    ] {
        let mut connection = std::net::TcpStream::connect(&running.address).unwrap();
        // The server may close before everything is sent.
        connection.write_all(noise).ok();
        connection.shutdown(std::net::Shutdown::Write).ok();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).ok();
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    assert_eq!(wire::get(&running.address, "/healthz", "").unwrap().status, 200);
}

#[test]
fn a_backup_taken_while_serving_is_restored_with_everything() {
    let (data, elsewhere, out) = (folder(), folder(), folder());
    let running = Running::start(data.path(), &[]);
    for token in 0..5 {
        let answer =
            wire::post_json(&running.address, "/api/v1/selftest/submissions", &submission("state", token)).unwrap();
        assert_eq!(answer.status, 201);
    }
    let backup = out.path().join("kopi.sqlite").display().to_string();
    assert!(succeed(data.path(), &["backup", &backup]).contains("kopi.sqlite"));
    assert!(refusal(data.path(), &["backup", &backup], 1).contains("exists already"));
    assert!(refusal(data.path(), &["restore", &backup], 1).contains("exists already"));
    running.stop();

    assert!(succeed(elsewhere.path(), &["restore", &backup]).starts_with("restored"));
    let exported = |data: &Path, name: &str| {
        let target = out.path().join(name);
        succeed(data, &["export", &target.display().to_string()]);
        files(&target)
    };
    let (before, after) = (exported(data.path(), "før"), exported(elsewhere.path(), "efter"));
    assert_eq!(before, after);
    assert!(String::from_utf8_lossy(&after["selftest-counts.csv"]).contains("state,5,"));
    let again = Running::start(elsewhere.path(), &["--no-examples"]);
    assert!(wire::get(&again.address, "/test/tal.csv", "").unwrap().body.contains("state,5,"));
}

#[test]
fn an_export_is_open_data_in_both_forms() {
    let (data, out) = (folder(), folder());
    Running::start(data.path(), &[]).stop();
    let target = out.path().join("åbne-data");
    let printed = succeed(data.path(), &["export", &target.display().to_string()]);
    let files = files(&target);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "organisations.json",
            "selftest-counts.csv",
            "selftest-counts.json",
            "selftest-figures.csv",
            "selftest-figures.json"
        ]
    );
    assert!(printed.starts_with("wrote 5 files"), "{printed}");
    let figures: Vec<serde_json::Value> = serde_json::from_slice(&files["selftest-figures.json"]).unwrap();
    let lines = String::from_utf8(files["selftest-figures.csv"].clone()).unwrap();
    assert_eq!(lines.lines().count(), figures.len() + 1);
    let counts: serde_json::Value = serde_json::from_slice(&files["selftest-counts.json"]).unwrap();
    assert_eq!(counts["groups"], serde_json::json!([]), "examples are no data");
    assert_eq!(files["selftest-counts.csv"], b"group,people,item,asked,choice,count\n", "the header is always there");
    assert!(refusal(data.path(), &["export", &target.display().to_string()], 1).contains("cannot make the folder"));
}

#[test]
fn the_examples_can_be_removed_and_only_they() {
    let data = folder();
    let running = Running::start(data.path(), &[]);
    for token in 0..5 {
        wire::post_json(&running.address, "/api/v1/selftest/submissions", &submission("state", token)).unwrap();
    }
    running.stop();
    let removed = succeed(data.path(), &["examples", "remove"]);
    let rows: u32 = removed.split_whitespace().nth(1).unwrap().parse().unwrap();
    assert!(rows > 70, "{removed}");
    assert!(succeed(data.path(), &["examples", "remove"]).starts_with("removed 0 rows"));
    let again = Running::start(data.path(), &["--no-examples"]);
    assert_eq!(wire::get(&again.address, "/api/v1/organisations", "").unwrap().body, "[]");
    assert!(wire::get(&again.address, "/test/tal.csv", "").unwrap().body.contains("state,5,"));
}

#[test]
fn an_import_reaches_a_running_server() {
    let (data, out) = (folder(), folder());
    let running = Running::start(data.path(), &["--no-examples"]);
    let file = out.path().join("OIN02DK.csv");
    std::fs::write(&file, "OIN01;NYHEDSGRAD;TID;INDHOLD\r\n1000;60;2026;61,5\r\n1000;97;2026;1,5\r\n").unwrap();
    let report = succeed(data.path(), &["import", "statbank", &file.display().to_string()]);
    assert!(report.starts_with("OIN02DK: took 1 figures of the editions 2026\n"), "{report}");
    assert!(report.contains("not mapped: answer 97"), "{report}");
    let shows = || {
        let body = wire::post_json(&running.address, "/api/v1/selftest/result", &submission("all", 1)).unwrap().body;
        body.contains("\"percent\":61.5")
    };
    assert!((0..20_000).any(|_| shows()), "a running server follows the log");
}

/// Answers one request with this, and gives the address of a table there.
fn address_that_says(status: &'static str, body: &'static str) -> String {
    use std::io::{Read, Write};
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        assert_ne!(connection.read(&mut [0; 4_096]).unwrap(), 0, "somebody asks");
        let length = body.len();
        write!(connection, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}").unwrap();
    });
    format!("http://{address}/v1/data/OIN02DK/BULK")
}

#[test]
fn an_import_from_an_address_is_taken_or_refused_whole() {
    let data = folder();
    let import = |address: &str| run(data.path(), &["import", "statbank", "--url", address]);
    let table = "OIN01;NYHEDSGRAD;TID;INDHOLD\r\n1000;60;2026;61,5\r\n";
    let taken = import(&address_that_says("200 OK", table));
    assert!(String::from_utf8_lossy(&taken.stdout).starts_with("OIN02DK: took 1 figures"), "{taken:?}");
    for (status, body) in [("404 Not Found", "nothing"), ("200 OK", "<html><body>Fejl</body></html>"), ("200 OK", "")] {
        let refused = import(&address_that_says(status, body));
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!((refused.status.code(), said.lines().count()), (Some(1), 1), "{status} {body}: {said}");
        assert!(said.starts_with("stafet: ") && refused.stdout.is_empty(), "{said}");
    }
}

#[test]
fn the_test_is_taken_over_a_real_connection() {
    let data = folder();
    let running = Running::start(data.path(), &["--no-examples"]);
    let origin = format!("Origin: http://{}\r\n", running.address);
    let mut last = wire::post_form(&running.address, "/test", &origin, "group=municipal_schools").unwrap();
    for (place, answers) in PARTS.iter().enumerate() {
        let headers = format!("{origin}{}", last.cookies());
        last =
            wire::post_form(&running.address, &format!("/test/{}", place + 1), &headers, &format!("{answers}&-next="))
                .unwrap();
        assert_eq!(last.status, 303, "{}", last.body);
    }
    let result = wire::get(&running.address, "/en/test/resultat", &last.cookies()).unwrap();
    assert_eq!(result.status, 200);
    assert!(result.body.contains("Your result"));
}
