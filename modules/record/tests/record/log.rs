//! The log: without holes, in the order of commits, whoever writes.

use db::Trouble;
use record::{Event, Viewer};
use serde_json::json;
use testkit::{on_both, still};

use crate::changes::{HAPPENED, happen, numbers};

#[tokio::test]
async fn an_event_is_read_as_it_was_written() {
    on_both(async |test| {
        let outside = still();
        happen(&test.db, &outside, "skovbrynet-skole").await;
        let read = Event::after(&test.db, 0, 10).await.unwrap();
        let expected = Event {
            number: 1,
            at: outside.clock.now().as_millisecond(),
            kind: HAPPENED.to_owned(),
            subject: "skovbrynet-skole".to_owned(),
            actor: "operator".to_owned(),
            body: json!({ "what": "æøå \" ' \\ 🦆" }).to_string(),
        };
        assert_eq!(read, [expected]);
        assert_eq!(Event::last_number(&test.db).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn forty_writers_at_once_leave_no_hole() {
    on_both(async |test| {
        let writers = (0..40).map(|writer: u32| {
            let db = test.db.clone();
            tokio::spawn(async move { happen(&db, &still(), &writer.to_string()).await })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        let events = Event::after(&test.db, 0, 100).await.unwrap();
        assert_eq!(numbers(&events), (1..=40).collect::<Vec<i64>>(), "{}", test.kind);
        let mut subjects: Vec<u32> = events.iter().map(|event| event.subject.parse().unwrap()).collect();
        subjects.sort_unstable();
        assert_eq!(subjects, (0..40).collect::<Vec<u32>>(), "{}", test.kind);
    })
    .await;
}

#[tokio::test]
async fn a_reader_never_sees_a_later_event_before_an_earlier_one() {
    on_both(async |test| {
        let writers = (0..30).map(|writer: u32| {
            let db = test.db.clone();
            tokio::spawn(async move { happen(&db, &still(), &writer.to_string()).await })
        });
        let writers: Vec<_> = writers.collect();
        let mut seen: Vec<i64> = Vec::new();
        while seen.len() < 30 {
            let last = seen.last().copied().unwrap_or(0);
            seen.extend(numbers(&Event::after(&test.db, last, 7).await.unwrap()));
            assert_eq!(seen, (1..).take(seen.len()).collect::<Vec<i64>>(), "{}", test.kind);
            tokio::task::yield_now().await;
        }
        for writer in writers {
            writer.await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_that_is_given_up_leaves_neither_event_nor_hole() {
    on_both(async |test| {
        let outside = still();
        happen(&test.db, &outside, "first").await;
        let change = test.db.change().await.unwrap();
        Event::append(&change, outside.clock.as_ref(), Viewer::Visitor, HAPPENED, "given up", &json!({}))
            .await
            .unwrap();
        drop(change);
        happen(&test.db, &outside, "second").await;
        let events = Event::after(&test.db, 0, 10).await.unwrap();
        assert_eq!(numbers(&events), [1, 2], "{}", test.kind);
        assert_eq!(events[1].subject, "second");
    })
    .await;
}

#[tokio::test]
async fn several_events_of_one_change_stand_together_and_in_order() {
    on_both(async |test| {
        let outside = still();
        let change = test.db.change().await.unwrap();
        for subject in ["a", "b", "c"] {
            Event::append(&change, outside.clock.as_ref(), Viewer::Visitor, HAPPENED, subject, &json!({}))
                .await
                .unwrap();
        }
        assert_eq!(Event::last_number(&test.db).await.unwrap(), 0, "{}: not before the commit", test.kind);
        change.commit().await.unwrap();
        let events = Event::after(&test.db, 0, 10).await.unwrap();
        assert_eq!(numbers(&events), [1, 2, 3]);
        assert_eq!(events.iter().map(|event| event.subject.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    })
    .await;
}

#[tokio::test]
async fn both_databases_refuse_the_same_overlong_event() {
    on_both(async |test| {
        let outside = still();
        let change = test.db.change().await.unwrap();
        let long = "æ".repeat(201);
        let refused =
            Event::append(&change, outside.clock.as_ref(), Viewer::Visitor, HAPPENED, &long, &json!({})).await;
        assert!(matches!(refused, Err(Trouble::Broken(_))), "{}: {refused:?}", test.kind);
        drop(change);
        happen(&test.db, &outside, &"æ".repeat(200)).await;
        assert_eq!(Event::last_number(&test.db).await.unwrap(), 1, "{}: letters are counted, not bytes", test.kind);
    })
    .await;
}
