//! What the kernel promises on both databases: transactions, the feed, jobs, limits, the same schema.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::BTreeSet;

use futures::FutureExt;
use kernel::db::{Db, Q};
use kernel::testing::TestHouse;
use kernel::{Error, Instant, JobKind, Limit, NewEvent, RecordKind, feed, jobs};
use serde_json::json;

async fn settings(db: &Db) -> i64 {
    Q::new("select count(*) from setting").number(db).await.unwrap()
}

kernel::contract! {
    with Vec::new();

    async fn a_transaction_that_fails_leaves_nothing_behind(house: TestHouse) {
        let cx = &house.system();
        let answer = cx.tx(|tx| async move {
            Q::new("insert into setting (key, value) values (?, ?)").bind("a").bind(json!(1)).run(&tx).await?;
            Err::<(), _>(Error::NotFound)
        }).await;
        assert_eq!(answer, Err(Error::NotFound));
        assert_eq!(settings(cx.db()).await, 0);
    }

    async fn a_broken_unique_rule_names_its_column(house: TestHouse) {
        let cx = &house.system();
        let insert = &|| Q::new("insert into staff (name, email, email_norm, created_at) values ('A', 'a@b.c', 'a@b.c', 0)");
        cx.tx(|tx| async move { insert().run(&tx).await }).await.unwrap();
        let again = cx.tx(|tx| async move { insert().run(&tx).await }).await;
        assert_eq!(again, Err(Error::Duplicate("staff.email_norm".into())));
    }

    async fn parallel_writers_wait_for_each_other(house: TestHouse) {
        let add = |n: i64| {
            let cx = house.system();
            tokio::spawn(async move {
                cx.tx(|tx| async move {
                    let before = Q::new("select count(*) from setting").number(&tx).await?;
                    Q::new("insert into setting (key, value) values (?, ?)")
                        .bind(format!("k{n}")).bind(json!(before)).run(&tx).await
                }).await
            })
        };
        let tasks: Vec<_> = (0..40).map(add).collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        assert_eq!(settings(&house.foyer.db).await, 40);
    }

    async fn the_feed_gives_every_event_once_and_in_order(house: TestHouse) {
        let cx = &house.system();
        let start = feed::cursor_now(cx.db()).await.unwrap();
        let write = |id: i64| {
            let cx = house.system();
            tokio::spawn(async move {
                let cx = &cx;
                cx.tx(|tx| async move { cx.record(&tx, NewEvent::new("lead.created", RecordKind::Lead, id)).await }).await
            })
        };
        let tasks: Vec<_> = (0..30).map(write).collect();
        let (mut seen, mut cursor) = (Vec::new(), start);
        for task in tasks {
            task.await.unwrap().unwrap();
            let events = feed::events_after(cx.db(), &cursor, 7).await.unwrap().unwrap();
            cursor = events.last().map_or(cursor, |e| e.cursor.clone());
            seen.extend(events.iter().map(|e| e.record.id));
        }
        let late = house.events(&cursor, |events| events.len() >= 30 - seen.len()).await;
        seen.extend(late.iter().map(|e| e.record.id));
        assert_eq!(seen.len(), 30);
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 30);
        assert_eq!(feed::events_after(cx.db(), "nonsense", 7).await.unwrap(), None);
    }

    async fn a_job_is_done_once_and_a_failing_one_comes_back_later(house: TestHouse) {
        let cx = &house.system();
        let kinds = [
            JobKind { name: "good", run: |cx, payload| async move {
                let payload = &payload;
                cx.tx(|tx| async move { Q::new("insert into setting (key, value) values ('done', ?)")
                    .bind(payload.clone()).run(&tx).await.map(drop) }).await
            }.boxed(), every: None },
            JobKind { name: "bad", run: |_, _| async { panic!("on purpose") }.boxed(), every: None },
        ];
        cx.tx(|tx| async move {
            cx.enqueue(&tx, "good", json!({ "n": 1 }), cx.now, Some("one".into())).await?;
            cx.enqueue(&tx, "good", json!({ "n": 2 }), cx.now, Some("one".into())).await?;
            cx.enqueue(&tx, "bad", json!({}), cx.now, None).await
        }).await.unwrap();
        assert_eq!(jobs::drain(&house.foyer, &kinds).await, Ok(2));
        assert_eq!(settings(cx.db()).await, 1);
        assert_eq!(jobs::drain(&house.foyer, &kinds).await, Ok(0), "a failed job waits");
        house.foyer.clock.advance(Instant::MINUTE);
        assert_eq!(jobs::drain(&house.foyer, &kinds).await, Ok(1), "and comes back");
    }

    async fn too_many_tries_are_refused_until_time_has_passed(house: TestHouse) {
        let limit = Limit { tries: 2, window: Instant::MINUTE };
        for _ in 0..2 {
            house.system().count_try("x", limit).await.unwrap();
        }
        assert_eq!(house.system().count_try("x", limit).await, Err(Error::TooMany(61)));
        assert_eq!(house.system().count_try("y", limit).await, Ok(()));
        house.foyer.clock.advance(Instant::MINUTE);
        assert_eq!(house.system().count_try("x", limit).await, Ok(()));
    }
}

/// Tables, columns and whether they may be null, as `table.column` and `table.column?`.
async fn columns(db: &Db) -> BTreeSet<String> {
    let q = Q::default().dialect(
        "select m.name, p.name, not (p.\"notnull\" or p.pk > 0) from sqlite_master m, pragma_table_info(m.name) p \
         where m.type = 'table' and m.name not like 'sqlite%' and m.name not like '\\_sqlx%' escape '\\' and m.name not like '%\\_search%' escape '\\'",
        "select table_name::text, column_name::text, is_nullable = 'YES' from information_schema.columns \
         where table_schema = current_schema() and table_name not like '\\_sqlx%' and table_name not like '%\\_search'",
    );
    let rows: Vec<(String, String, bool)> = q.all(db).await.unwrap();
    rows.into_iter()
        .map(|(table, column, null)| format!("{table}.{column}{}", if null { "?" } else { "" }))
        .collect()
}

#[tokio::test]
async fn both_databases_have_the_same_schema() {
    let Some(postgres) = TestHouse::postgres(Vec::new()).await else { return };
    let sqlite = TestHouse::sqlite(Vec::new()).await;
    assert_eq!(columns(&sqlite.foyer.db).await, columns(&postgres.foyer.db).await);
}
