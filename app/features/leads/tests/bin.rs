//! What becomes of what lies in the bin for long, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use house::*;
use kernel::db::{Json, Q};
use kernel::{Context, Instant, LeadId};
use leads::store::{bin, convert, find};
use leads::{Conversion, Lead};
use records::store::{files, notes, pictures, purge, reminders, tags};
use records::{NoteDraft, ReminderDraft};
use tasks::TaskDraft;

fn features() -> Vec<kernel::Feature> {
    let mut all = house::features();
    all.push(tasks::feature());
    all
}

const MONTH: i64 = 30 * Instant::DAY;

fn later(cx: &Context, by: i64) -> Context {
    Context { now: cx.now.plus(by), ..kernel::Context::system(&cx.foyer) }
}

async fn rows(cx: &Context, statement: &'static str) -> i64 {
    Q::new(statement).number(cx.db()).await.unwrap()
}

/// A lead with one of everything on it; the key of its file.
async fn laden(cx: &Context, name: &str) -> (Lead, String) {
    let lead = lead(cx, name, stages(cx).await[0]).await;
    let on = lead.record();
    notes::add(cx, on, &NoteDraft { body: "secret note".into(), ..NoteDraft::default() }).await.unwrap();
    tags::add(cx, on, "vip").await.unwrap();
    let due_at = cx.now.plus(Instant::DAY);
    let reminder = ReminderDraft { staff_id: cx.staff_id().unwrap(), text: "x".into(), due_at };
    reminders::add(cx, on, &reminder).await.unwrap();
    tasks::store::add(cx, Some(on), &TaskDraft { title: "x".into(), ..TaskDraft::default() }).await.unwrap();
    let mut incoming = files::begin(cx, on, "a.txt").await.unwrap();
    incoming.write(b"bytes").await.unwrap();
    let file = files::finish(cx, incoming).await.unwrap();
    let mut incoming = pictures::begin(cx, on).await.unwrap();
    incoming.write(include_bytes!("../../records/tests/two_pixels.png")).await.unwrap();
    pictures::finish(cx, incoming, None).await.unwrap();
    let q = Q::new("select storage_key from file where id = ?").bind(file.id);
    let (key,): (String,) = q.one(cx.db()).await.unwrap();
    (lead, key)
}

async fn put_away(cx: &Context, id: LeadId) {
    let lead = find(cx, id).await.unwrap();
    bin::delete(cx, id, lead.version).await.unwrap();
}

kernel::contract! {
    with features();

    async fn what_lay_there_for_a_month_goes_with_all_that_hung_on_it(house: TestHouse) {
        let cx = &admin(house).await;
        let (kept, kept_key) = laden(cx, "Kept").await;
        let (gone, gone_key) = laden(cx, "Gone").await;
        let gone_picture = Q::new("select preview_key from picture where record_kind = 'lead' and record_id = ?");
        let (gone_picture,): (String,) = gone_picture.bind(gone.id).one(cx.db()).await.unwrap();
        put_away(cx, gone.id).await;
        assert_eq!(purge::purge(&later(cx, MONTH)).await, Ok(0), "thirty days are whole days");
        assert_eq!(purge::purge(&later(cx, MONTH + 1)).await, Ok(1));
        assert_eq!(purge::purge(&later(cx, MONTH + 1)).await, Ok(0), "twice is once");

        for (table, left) in [
            ("select count(*) from lead", 1),
            ("select count(*) from lead_search", 1),
            ("select count(*) from timeline", 1),
            ("select count(*) from note", 1),
            ("select count(*) from file", 1),
            ("select count(*) from picture", 1),
            ("select count(*) from reminder", 1),
            ("select count(*) from tagging", 1),
            ("select count(*) from task", 1),
            ("select count(*) from task_assignee", 1),
        ] {
            assert_eq!(rows(cx, table).await, left, "{table}");
        }
        let told: Vec<(String, Json<serde_json::Value>)> =
            Q::new("select kind, payload from event where record_kind = 'lead' and record_id = ?").bind(gone.id).all(cx.db()).await.unwrap();
        assert_eq!(told.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), ["lead.purged"]);
        assert_eq!(told[0].1.0, serde_json::json!({}), "without a word of what it was");
        assert!(cx.foyer.files.read(&gone_picture).await.is_err());
        assert!(cx.foyer.files.read(&gone_key).await.is_err() && cx.foyer.files.read(&kept_key).await.is_ok());
        assert!(find(cx, kept.id).await.is_ok());
        assert_eq!(drift(house).await, 0);
    }

    async fn what_was_taken_out_again_stays(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead(cx, "Ada", stages(cx).await[0]).await;
        put_away(cx, lead.id).await;
        bin::restore(cx, lead.id).await.unwrap();
        assert_eq!(purge::purge(&later(cx, 2 * MONTH)).await, Ok(0));
        assert!(find(cx, lead.id).await.is_ok());
    }

    async fn a_history_that_a_customer_shares_stays(house: TestHouse) {
        let cx = &admin(house).await;
        let (lead, key) = laden(cx, "Ada").await;
        let version = find(cx, lead.id).await.unwrap().version;
        let (lead, _) = convert::run(cx, lead.id, &Conversion { version, ..Conversion::default() }).await.unwrap();
        // A converted lead cannot be deleted by anybody; a row of old may lie there all the same.
        let id = lead.id;
        cx.tx(|tx| async move { Q::new("update lead set deleted_at = 0, on_board = false where id = ?").bind(id).run(&tx).await })
            .await
            .unwrap();
        assert_eq!(purge::purge(&later(cx, MONTH)).await, Ok(1));
        assert_eq!(rows(cx, "select count(*) from note").await, 1);
        assert!(rows(cx, "select count(*) from event where kind = 'lead.created'").await > 0);
        assert!(cx.foyer.files.read(&key).await.is_ok());
    }

    async fn many_go_in_batches(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        for number in 0..120 {
            let lead = lead(cx, &format!("L{number}"), stage).await;
            put_away(cx, lead.id).await;
        }
        assert_eq!(purge::purge(&later(cx, MONTH + 1)).await, Ok(120));
        assert_eq!(rows(cx, "select count(*) from lead").await, 0);
    }

    async fn every_table_that_stands_on_timelines_is_known(house: TestHouse) {
        let named = Q::new("select c.table_name from").dialect(
            "(select p.name as name, m.name as table_name from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table') c",
            "(select column_name::text as name, table_name::text as table_name from information_schema.columns where table_schema = current_schema()) c",
        );
        let q = named.push("where c.name = 'timeline_id' order by 1");
        let tables: Vec<(String,)> = q.all(house.system().db()).await.unwrap();
        let tables: Vec<&str> = tables.iter().map(|(table,)| table.as_str()).collect();
        let known =
            ["customer", "event", "file", "lead", "note", "product", "reminder", "tagging", "task", "vault_entry"];
        assert_eq!(tables, known);
    }
}
