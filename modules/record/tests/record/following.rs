//! Followers of the log.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use record::{Event, Follower};
use testkit::{on_both, still};

use crate::changes::{happen, numbers};

#[tokio::test]
async fn a_follower_is_told_of_each_event_once() {
    on_both(async |test| {
        happen(&test.db, &still(), "before").await;
        let mut follower = Follower::from_now(test.db.clone()).await.unwrap();
        assert_eq!(follower.news().await.unwrap(), [], "what was there has been read from the tables");
        happen(&test.db, &still(), "a").await;
        happen(&test.db, &still(), "b").await;
        assert_eq!(numbers(&follower.news().await.unwrap()), [2, 3]);
        assert_eq!(follower.news().await.unwrap(), []);
        happen(&test.db, &still(), "c").await;
        assert_eq!(numbers(&follower.news().await.unwrap()), [4]);
    })
    .await;
}

#[tokio::test]
async fn a_follower_that_was_behind_gets_everything_in_order() {
    on_both(async |test| {
        let mut follower = Follower::from_now(test.db.clone()).await.unwrap();
        for _ in 0..3 {
            let change = test.db.change().await.unwrap();
            for _ in 0..400 {
                let outside = still();
                record::Event::append(
                    &change,
                    outside.clock.as_ref(),
                    record::Viewer::Operator,
                    "tests.happened",
                    "",
                    &serde_json::json!({}),
                )
                .await
                .unwrap();
            }
            change.commit().await.unwrap();
        }
        let mut seen = Vec::new();
        loop {
            let news = follower.news().await.unwrap();
            if news.is_empty() {
                break;
            }
            seen.extend(numbers(&news));
        }
        assert_eq!(seen, (1..=1_200).collect::<Vec<i64>>(), "{}", test.kind);
    })
    .await;
}

#[tokio::test]
async fn whoever_remembers_a_number_goes_on_from_there_after_a_crash() {
    on_both(async |test| {
        for subject in ["a", "b", "c", "d", "e"] {
            happen(&test.db, &still(), subject).await;
        }
        let remembered = Event::after(&test.db, 0, 2).await.unwrap().last().unwrap().number;
        let reopened = db::Db::open(&test.address).await.unwrap();
        let rest = Event::after(&reopened, remembered, 100).await.unwrap();
        assert_eq!(rest.iter().map(|event| event.subject.as_str()).collect::<Vec<_>>(), ["c", "d", "e"]);
        let mut follower = Follower::from_now(reopened).await.unwrap();
        happen(&test.db, &still(), "f").await;
        assert_eq!(numbers(&follower.news().await.unwrap()), [6], "{}", test.kind);
    })
    .await;
}

#[tokio::test]
async fn a_follower_at_work_tells_what_another_program_writes() {
    on_both(async |test| {
        let follower = Follower::from_now(test.db.clone()).await.unwrap();
        let told = Arc::new(Mutex::new(Vec::new()));
        let telling = Arc::clone(&told);
        let work = tokio::spawn(follower.follow(move |events| {
            telling.lock().unwrap().extend(numbers(&events));
            std::future::ready(())
        }));
        let other_program = db::Db::open(&test.address).await.unwrap();
        for subject in ["a", "b", "c"] {
            happen(&other_program, &still(), subject).await;
        }
        let all = async {
            while told.lock().unwrap().len() < 3 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), all).await.expect("news arrive");
        assert_eq!(*told.lock().unwrap(), [1, 2, 3], "{}", test.kind);
        work.abort();
    })
    .await;
}
