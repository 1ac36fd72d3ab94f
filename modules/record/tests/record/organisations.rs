//! Organisations and workplaces: kept, read, listed, exported, removed.

use db::{Db, Trouble};
use record::{Event, Level, NewOrganisation, NewWorkplace, Origin, Viewer, organisation, workplace};
use serde_json::Value;
use testkit::{on_both, still};

fn new<'a>(id: &'a str, name: &'a str, origin: Origin) -> NewOrganisation<'a> {
    NewOrganisation { id, name, level: Level::Municipal, official_code: Some("0851"), origin }
}

fn school<'a>(id: &'a str, organisation_id: &'a str, name: &'a str) -> NewWorkplace<'a> {
    NewWorkplace { id, organisation_id, name, field: "school", town: Some("Nørre Å"), origin: Origin::Real }
}

async fn add(db: &Db, organisation: &NewOrganisation<'_>) -> Result<(), Trouble> {
    let change = db.change().await?;
    organisation.add(&change, still().clock.as_ref(), Viewer::Operator).await?;
    change.commit().await
}

async fn add_workplace(db: &Db, workplace: &NewWorkplace<'_>) -> Result<(), Trouble> {
    let change = db.change().await?;
    workplace.add(&change, still().clock.as_ref(), Viewer::Operator).await?;
    change.commit().await
}

#[tokio::test]
async fn what_is_added_is_read_with_every_fact_and_has_its_event() {
    on_both(async |test| {
        add(&test.db, &new("å-by", "Å \"By\" Kommune 🦆", Origin::Real)).await.unwrap();
        add_workplace(&test.db, &school("å-skole", "å-by", "Ågård Skole")).await.unwrap();
        let organisations = organisation::all(&test.db, Viewer::Visitor).await.unwrap();
        assert_eq!(organisations.len(), 1);
        let found = &organisations[0];
        assert_eq!(
            (found.id.as_str(), found.name.as_str(), found.level.as_str()),
            ("å-by", "Å \"By\" Kommune 🦆", "municipal")
        );
        assert_eq!((found.official_code.as_deref(), found.origin.as_str()), (Some("0851"), "real"));
        let workplaces = workplace::of_organisation(&test.db, Viewer::Visitor, "å-by").await.unwrap();
        assert_eq!((workplaces[0].field.as_str(), workplaces[0].town.as_deref()), ("school", Some("Nørre Å")));
        let kinds: Vec<String> =
            Event::after(&test.db, 0, 9).await.unwrap().into_iter().map(|event| event.kind).collect();
        assert_eq!(kinds, ["record.organisation_added", "record.workplace_added"], "{}", test.kind);
    })
    .await;
}

#[tokio::test]
async fn every_level_is_kept_under_its_word() {
    on_both(async |test| {
        for (id, level) in [("a", Level::Municipal), ("b", Level::Regional), ("c", Level::State), ("d", Level::Other)] {
            add(&test.db, &NewOrganisation { level, official_code: None, ..new(id, id, Origin::Real) }).await.unwrap();
        }
        let levels: Vec<String> =
            organisation::all(&test.db, Viewer::Visitor).await.unwrap().into_iter().map(|found| found.level).collect();
        assert_eq!(levels, ["municipal", "regional", "state", "other"]);
    })
    .await;
}

#[tokio::test]
async fn names_are_in_danish_order_on_both() {
    on_both(async |test| {
        for (id, name) in [("1", "Århus"), ("2", "Ærø"), ("3", "Østerby"), ("4", "Zonen"), ("5", "bø")] {
            add(&test.db, &new(id, name, Origin::Real)).await.unwrap();
            add_workplace(&test.db, &school(id, "1", name)).await.unwrap();
        }
        let names = organisation::all(&test.db, Viewer::Visitor).await.unwrap();
        let names: Vec<&str> = names.iter().map(|found| found.name.as_str()).collect();
        assert_eq!(names, ["bø", "Zonen", "Ærø", "Østerby", "Århus"], "{}", test.kind);
        let workplaces = workplace::of_organisation(&test.db, Viewer::Visitor, "1").await.unwrap();
        assert_eq!(workplaces.iter().map(|found| found.name.as_str()).collect::<Vec<_>>(), names);
    })
    .await;
}

#[tokio::test]
async fn both_databases_refuse_the_same() {
    on_both(async |test| {
        add(&test.db, &new("a", "A", Origin::Real)).await.unwrap();
        assert!(
            matches!(add(&test.db, &new("a", "Igen", Origin::Real)).await, Err(Trouble::Taken(_))),
            "{}",
            test.kind
        );
        let long = "å".repeat(201);
        for name in ["", long.as_str()] {
            assert!(
                matches!(add(&test.db, &new("b", name, Origin::Real)).await, Err(Trouble::Broken(_))),
                "{}",
                test.kind
            );
        }
        add(&test.db, &new("c", &"å".repeat(200), Origin::Real)).await.unwrap();
        let homeless = add_workplace(&test.db, &school("s", "findes-ikke", "Skole")).await;
        assert!(matches!(homeless, Err(Trouble::Broken(_))), "{}: {homeless:?}", test.kind);
        assert_eq!(Event::last_number(&test.db).await.unwrap(), 2, "{}: a refused change leaves no event", test.kind);
    })
    .await;
}

#[tokio::test]
async fn removing_the_examples_leaves_the_real() {
    on_both(async |test| {
        let outside = still();
        let world = r#"[{"id": "e", "name": "Eksempel", "level": "state", "workplaces": [
            {"id": "e1", "name": "Et", "field": "administration", "town": null}, {"id": "e2", "name": "To", "field": "health", "town": "By"}]}]"#;
        assert!(record::add_examples(&test.db, outside.clock.as_ref(), world).await.unwrap());
        assert!(!record::add_examples(&test.db, outside.clock.as_ref(), world).await.unwrap(), "only into an empty database");
        add(&test.db, &new("r", "Rigtig", Origin::Real)).await.unwrap();
        assert_eq!(record::remove_examples(&test.db, outside.clock.as_ref()).await.unwrap(), 3);
        assert_eq!(record::remove_examples(&test.db, outside.clock.as_ref()).await.unwrap(), 0);
        let left = organisation::all(&test.db, Viewer::Visitor).await.unwrap();
        assert_eq!(left.iter().map(|found| found.id.as_str()).collect::<Vec<_>>(), ["r"], "{}", test.kind);
    })
    .await;
}

#[tokio::test]
async fn the_export_holds_every_fact() {
    on_both(async |test| {
        add(&test.db, &new("a", "Å Kommune", Origin::Real)).await.unwrap();
        add_workplace(&test.db, &school("s", "a", "Skolen")).await.unwrap();
        let files = record::open_data(&test.db).await.unwrap();
        let (name, bytes) = &files[0];
        assert_eq!(*name, "organisations.json");
        let read: Value = serde_json::from_slice(bytes).unwrap();
        assert_eq!(
            read,
            serde_json::json!([{
                "id": "a", "name": "Å Kommune", "level": "municipal", "official_code": "0851", "origin": "real",
                "workplaces": [{ "id": "s", "organisation_id": "a", "name": "Skolen", "field": "school", "town": "Nørre Å", "origin": "real" }],
            }])
        );
    })
    .await;
}
