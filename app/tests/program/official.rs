//! `stafet import statbank`: official figures read in, whole or not at all.

use std::path::PathBuf;

use serde_json::{Value, json};
use testkit::{on_both, still};

use crate::reading::cells;
use crate::taker::{Taker, submission};
use crate::world::World;

/// A table of novelty as StatBank's CSV has it, with one answer we ask about for the whole sector and for schools we do not.
const CSV: &str = "OIN01;NYHEDSGRAD;TID;INDHOLD\r\n1000;60;2025;61,5\r\n1000;70;2025;21,5\r\n1000;80;2025;11,5\r\n\
    1020;60;2025;31,5\r\n1020;80;2025;..\r\n4200;60;2025;9,9\r\n1000;60;2023;17,5\r\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).expect("a file can be written");
        path
    }
}

async fn import(world: &World, file: PathBuf) -> Result<String, String> {
    let imported = selftest::import_file(&world.db.db, &still(), &file, None).await;
    imported.map(|imported| imported.to_string()).map_err(|refused| refused.to_string())
}

async fn imported(world: &World) -> i64 {
    world.number("SELECT COUNT(*) AS n FROM selftest_figure").await
}

/// What the result says of one measure, for someone of this group.
async fn row(world: &World, group: &str, measure: &str) -> Value {
    let answer = world.visitor().post_json("/api/v1/selftest/result?lang=en", &submission(group, 1)).await;
    let result: Value = serde_json::from_slice(&answer.bytes).unwrap();
    let mut rows =
        result["questions"].as_array().unwrap().iter().flat_map(|question| question["rows"].as_array().unwrap());
    rows.find(|row| row["measure"] == measure).expect("it is compared").clone()
}

fn json_stat(year: &str, percents: [f64; 2]) -> String {
    let category = |code: &str, text: &str| json!({ "index": { code: 0 }, "label": { code: text } });
    json!({ "dataset": {
        "dimension": {
            "OIN01": { "label": "sektor", "category": { "index": { "1000": 0, "1030": 1 }, "label": { "1000": "I alt", "1030": "Stat" } } },
            "Nyhedsgrad": { "label": "nyhedsgrad", "category": category("60", "Først") },
            "ContentsCode": { "label": "Indhold", "category": category("OIN02DK", "Nyhedsgrad") },
            "Tid": { "label": "tid", "category": category(year, year) },
            "id": ["OIN01", "Nyhedsgrad", "ContentsCode", "Tid"], "size": [2, 1, 1, 1],
            "role": { "metric": ["ContentsCode"], "time": ["Tid"] }
        },
        "label": "Nyhedsgrad", "source": "Opdigtet til testene", "updated": "2026-01-02T07:00:00Z", "value": percents
    }})
    .to_string()
}

#[tokio::test]
async fn a_csv_file_is_taken_reported_and_shown() {
    on_both(async |db| {
        let world = World::on(db).await;
        assert_eq!(row(&world, "regional_health", "novelty=first").await["percent"], 16.0);
        let folder = Folder::new();
        let report = import(&world, folder.file("OIN02DK.csv", CSV)).await.unwrap();
        assert!(report.starts_with("OIN02DK: took 5 figures of the editions 2021-2023, 2025\n"), "{report}");
        assert!(report.contains("not mapped: sector or branch 4200 (Museer), 1 cells"), "{report}");
        assert!(report.contains("without a number: 1 cells"), "{report}");
        let world = world.restarted().await;
        let shown = row(&world, "regional_health", "novelty=first").await;
        assert_eq!(
            (&shown["percent"], &shown["edition"], &shown["wider"]),
            (&json!(31.5), &json!("2025"), &json!(true))
        );
        assert!(shown["interval"].is_null(), "StatBank gives no base, so there is no interval");
        assert_eq!(shown["source"], "https://www.statbank.dk/OIN02DK");
        assert_eq!(row(&world, "state", "novelty=first").await["percent"], 61.5);
    })
    .await;
}

#[tokio::test]
async fn the_page_the_document_and_the_open_data_use_what_was_read_in() {
    let world = World::empty().await;
    let folder = Folder::new();
    import(&world, folder.file("oin02dk_2025.csv", CSV)).await.unwrap();
    let world = world.restarted().await;
    let mut taker = Taker::finished(&world, "all").await;
    let page = taker.open("/en/test/resultat").await;
    let rows: Vec<Vec<String>> =
        page.all("section[aria-labelledby='q-novelty'] tbody tr").into_iter().map(cells).collect();
    let copy = rows.iter().find(|row| row[0].contains("largely a copy")).unwrap();
    assert_eq!((copy[2].as_str(), copy[4].as_str()), ("12%", "The whole public sector, 2025"));
    assert!(copy[3] == "not known" && copy[5] == "not known", "{copy:?}");
    let open = selftest::open_data(&world.db.db).await.unwrap();
    let (_, csv) = open.iter().find(|(name, _)| *name == "selftest-figures.csv").unwrap();
    assert!(String::from_utf8_lossy(csv).contains("novelty=copy,all,2025,11.5,"));
    assert_eq!(taker.visitor.get("/test/resultat.pdf").await.status, 200);
}

#[tokio::test]
async fn the_three_forms_say_the_same() {
    on_both(async |db| {
        let world = World::on(db).await;
        let folder = Folder::new();
        let lines = "OIN01;NYHEDSGRAD;TID;INDHOLD\r\n1000 I alt;60 Først;2025;44,5\r\n1030 Stat;60 Først;2025;55,5\r\n";
        for (name, text) in [
            ("OIN02DK.csv", lines.to_owned()),
            ("OIN02DK.bulk", lines.to_owned()),
            ("OIN02DK.json", json_stat("2025", [44.5, 55.5])),
            ("tal.json", json_stat("2025", [44.5, 55.5])),
        ] {
            let report =
                import(&world, folder.file(name, text)).await.unwrap_or_else(|refused| panic!("{name}: {refused}"));
            assert!(report.starts_with("OIN02DK: took 2 figures of the editions 2025\n"), "{name}: {report}");
            assert_eq!(imported(&world).await, 2, "{name} replaces what the last one brought");
        }
    })
    .await;
}

#[tokio::test]
async fn a_new_file_replaces_its_editions_and_leaves_the_others() {
    on_both(async |db| {
        let world = World::on(db).await;
        let folder = Folder::new();
        import(&world, folder.file("OIN02DK.csv", CSV)).await.unwrap();
        import(&world, folder.file("OIN02DK.json", json_stat("2025", [70.0, 71.0]))).await.unwrap();
        assert_eq!(imported(&world).await, 3, "two of 2025, one of 2021-2023");
        let world = world.restarted().await;
        assert_eq!(row(&world, "all", "novelty=first").await["percent"], 70.0);
        assert_eq!(
            row(&world, "all", "novelty=copy").await["percent"],
            19.0,
            "what the new file no longer says is quoted again"
        );
        let events =
            "SELECT COUNT(*) AS n FROM record_event WHERE kind = 'selftest.figures_replaced' AND subject = 'OIN02DK'";
        assert_eq!(world.number(events).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_bad_file_changes_nothing_and_says_why() {
    on_both(async |db| {
        let world = World::on(db).await;
        let folder = Folder::new();
        import(&world, folder.file("OIN02DK.csv", CSV)).await.unwrap();
        let before = world.everything().await;
        let half = json_stat("2025", [1.0, 2.0]);
        let bad: [(&str, Vec<u8>, &str); 10] = [
            ("OIN02DK.csv", vec![], "no StatBank table"),
            ("OIN02DK.csv", b"Kaere Stafet,\nher er tallene.".to_vec(), "no StatBank table"),
            ("OIN02DK.csv", CSV.replace("61,5", "161,5").into_bytes(), "161.5"),
            ("OIN02DK.csv", CSV.replace("61,5", "enogtres").into_bytes(), "no StatBank table"),
            ("OIN02DK.csv", [CSV.as_bytes(), &b"1000;60;2025;62,5\r\n"[..]].concat(), ""),
            ("OIN02DK.json", half.as_bytes()[..half.len() / 2].to_vec(), "no StatBank table"),
            ("OIN02DK.json", br#"{"errorTypeCode":"EXTRACT-NOTFOUND","message":"Tabellen findes ikke"}"#.to_vec(), ""),
            ("OIN02DK.csv", b"<!DOCTYPE html><html><body>Fejl</body></html>".to_vec(), ""),
            ("FOLK1A.csv", CSV.into(), "not one of OIN01DK"),
            ("OIN02DK.csv", b"OIN01;NYHEDSGRAD;TID;INDHOLD\r\n4200;60;2025;9,9\r\n".to_vec(), "4200 (Museer)"),
        ];
        for (name, bytes, said) in bad {
            let refused = import(&world, folder.file(name, &bytes)).await.unwrap_err();
            assert!(!refused.is_empty() && refused.contains(said), "{name}: {refused}");
            assert_eq!(world.everything().await, before, "{name}: {refused}");
        }
        let missing = import(&world, folder.0.path().join("OIN02DK-borte.csv")).await.unwrap_err();
        assert!(missing.starts_with("the file cannot be read"), "{missing}");
    })
    .await;
}

#[tokio::test]
async fn a_running_site_shows_the_new_figure_without_a_restart() {
    on_both(async |db| {
        let mut world = World::on(db).await;
        let following: Vec<_> = std::mem::take(&mut world.background).into_iter().map(tokio::spawn).collect();
        let folder = Folder::new();
        import(&world, folder.file("OIN02DK.csv", CSV)).await.unwrap();
        let shown = async {
            while row(&world, "all", "novelty=first").await["percent"] != 61.5 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(20), shown).await.expect("the log is followed");
        following.iter().for_each(tokio::task::JoinHandle::abort);
    })
    .await;
}
