//! What the operator's machinery asks.

use db::sea_orm::ConnectionTrait;
use testkit::{TestDb, on_both};

use crate::world::{World, connect};

#[tokio::test]
async fn the_probes_say_that_all_is_well() {
    on_both(async |db| {
        let world = World::on(db).await;
        let mut visitor = world.visitor();
        for (path, said) in [("/healthz", "ok"), ("/readyz", "ready")] {
            let answer = visitor.get(path).await;
            assert_eq!((answer.status.as_u16(), answer.text().as_str()), (200, said), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_program_without_its_database_lives_but_is_not_ready() {
    on_both(async |db| {
        let world = World::on(db).await;
        world.db.db.clone().close().await.expect("connections can be closed");
        let mut visitor = world.visitor();
        assert_eq!(visitor.get("/healthz").await.status, 200);
        let not_ready = visitor.get("/readyz").await;
        assert_eq!(not_ready.status, 503);
        assert_eq!(not_ready.text(), "the database does not answer");
    })
    .await;
}

#[tokio::test]
async fn a_database_that_is_dropped_under_a_running_site_is_noticed() {
    let world = World::on(TestDb::postgres().await).await;
    let db::Address::Postgres(url) = &world.db.address else { unreachable!("asked for PostgreSQL") };
    let (server, name) = url.rsplit_once('/').expect("the name comes last");
    let admin = connect(&db::Address::Postgres(format!("{server}/postgres"))).await;
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.expect("it may be dropped");
    admin.close().await.expect("a connection can be closed");
    let mut visitor = world.visitor();
    assert_eq!(visitor.get("/readyz").await.status, 503);
    let page = visitor.get("/test/tal").await;
    assert_eq!(page.status, 503, "{}", page.text());
    crate::reading::assert_tells_nothing_of_the_inside(&page);
    assert_eq!(visitor.get("/").await.status, 200, "what needs no database still stands");
}

#[tokio::test]
async fn the_metrics_count_by_route_and_never_by_what_a_visitor_typed() {
    let world = World::empty().await;
    let mut visitor = world.visitor();
    visitor.get("/en/test").await;
    visitor.get("/anna-hansen-cpr-0101701234").await;
    visitor.get("/soeg?q=anna+hansen").await;
    let metrics = visitor.get("/metrics").await;
    assert!(metrics.header("content-type").starts_with("application/openmetrics-text"));
    let text = metrics.text();
    assert!(text.contains(r#"stafet_requests_total{method="GET",route="/en/test",status="200"} 1"#), "{text}");
    assert!(text.contains(r#"route="-",status="404"} 1"#), "{text}");
    assert!(text.contains("stafet_request_seconds_bucket"));
    assert!(text.contains("stafet_faults_total 0"));
    assert!(text.contains("stafet_build_info{version="));
    assert!(!text.contains("anna"));
    assert!(text.ends_with("# EOF\n"));
}
