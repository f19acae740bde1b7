//! What the tests share. A door of their own stands for leads: record 7 hangs on timeline 7; who may only see their own
//! sees the even ones.
#![allow(dead_code)]

use std::sync::atomic::{AtomicI64, Ordering};

use futures::FutureExt;
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{
    Area, Audience, Can, Capabilities, Context, Day, Door, Error, Feature, OpenRecord, RecordKind, RecordRef,
    StaffId, TaskId, TimelineId, forbidden,
};
use tasks::{Task, TaskDraft};

/// When somebody got in touch last, as the hook was told.
pub static TOUCHED: AtomicI64 = AtomicI64::new(0);

pub fn features() -> Vec<Feature> {
    let door = Door {
        kind: RecordKind::Lead,
        open: |cx, id| {
            async move {
                let sees = cx.actor.has(Area::Leads, Can::ViewAll)
                    || (cx.actor.has(Area::Leads, Can::ViewOwn) && id % 2 == 0);
                if !sees {
                    return Err(Error::NotFound);
                }
                Q::new("select id from timeline where id = ?").bind(id).number(cx.db()).await?;
                let locked = (!cx.actor.has(Area::Leads, Can::Edit)).then(|| forbidden("error-forbidden"));
                let record = RecordRef { kind: RecordKind::Lead, id };
                let (timeline_id, audience) = (TimelineId(id), Audience::default());
                Ok(OpenRecord {
                    record,
                    timeline_id,
                    version: 3,
                    title: format!("Lead {id}"),
                    audience,
                    locked,
                })
            }
            .boxed()
        },
    };
    let hook = records::ContactHook(|_, _, record, at| {
        async move {
            TOUCHED.store(at.0 + record.id, Ordering::Relaxed);
            Ok(())
        }
        .boxed()
    });
    let parts = kernel::Parts::default().with(hook);
    let leads = Feature { doors: vec![door], parts, ..Feature::default() };
    vec![staff::feature(), records::feature(), tasks::feature(), leads]
}

pub fn rights(cans: &[Can]) -> Capabilities {
    cans.iter()
        .fold(Capabilities::NONE, |set, can| set.with(Area::Leads, *can))
        .with(Area::Settings, Can::ViewOwn)
}

/// A colleague with these rights, who asks.
pub async fn person(house: &TestHouse, name: &str, cans: &[Can]) -> Context {
    let id: StaffId = staff::testing::insert_staff(&house.system(), name, rights(cans)).await;
    house.as_staff(id, rights(cans))
}

/// So many records more; the last one.
pub async fn record(house: &TestHouse) -> RecordRef {
    let cx = &house.system();
    let timeline = cx.tx(|tx| async move { records::timeline::begin(cx, &tx).await }).await.unwrap();
    RecordRef { kind: RecordKind::Lead, id: timeline.0 }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A task for a day, `2026-11-21` or `2026-11-21 09:30`, or without one.
pub fn draft(title: &str, when: &str) -> TaskDraft {
    let mut parts = when.split_whitespace();
    let (day, time) = (parts.next().map(day), parts.next().and_then(|time| time.parse().ok()));
    TaskDraft { title: title.into(), day, time, ..TaskDraft::default() }
}

pub async fn add(cx: &Context, record: Option<RecordRef>, title: &str, when: &str) -> Task {
    tasks::store::add(cx, record, &draft(title, when)).await.unwrap()
}

pub fn titles(tasks: &[Task]) -> Vec<&str> {
    tasks.iter().map(|task| task.title.as_str()).collect()
}

/// The kinds of what was written down of a task, the oldest first.
pub async fn events(cx: &Context, id: TaskId) -> Vec<String> {
    let q = Q::new("select kind, payload from event where kind like 'task.%' order by id");
    let rows: Vec<(String, kernel::db::Json<serde_json::Value>)> = q.all(cx.db()).await.unwrap();
    rows.into_iter().filter(|(_, payload)| payload.0["task_id"] == id.0).map(|(kind, _)| kind).collect()
}
