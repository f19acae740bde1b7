//! What the browser may ask about tasks. `through` is the record on whose page a task stands; without one it is reached
//! through the record that it was put on, or because it is one's own.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{RecordRef, Result, TaskId, Version};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{CalendarFeed, DayQuery, MyDay, Overdue, Task, TaskDraft, Ticked};

/// The tasks of a record: open ones by the moment from which they are overdue, then those that are done.
#[server(endpoint = "list_tasks", input = Json)]
pub async fn list_tasks(record: RecordRef) -> Result<Vec<Task>> {
    store::list(&Context::current()?, record).await
}

/// What somebody is to do.
#[server(endpoint = "list_my_day", input = Json)]
pub async fn list_my_day(query: DayQuery) -> Result<MyDay> {
    store::day::my_day(&Context::current()?, &query).await
}

/// How many of one's own tasks are overdue.
#[server(endpoint = "count_overdue_tasks", input = Json)]
pub async fn count_overdue_tasks() -> Result<Overdue> {
    store::day::overdue(&Context::current()?).await
}

/// Makes a task, on a record or on nobody's.
#[server(endpoint = "add_task", input = Json)]
pub async fn add_task(record: Option<RecordRef>, draft: TaskDraft) -> Result<Task> {
    store::add(&Context::current()?, record, &draft).await
}

/// Changes a task.
#[server(endpoint = "update_task", input = Json)]
pub async fn update_task(
    through: Option<RecordRef>,
    id: TaskId,
    version: Version,
    draft: TaskDraft,
) -> Result<Task> {
    store::update(&Context::current()?, through, id, version, &draft).await
}

/// Ticks a task off, or takes that back.
#[server(endpoint = "complete_task", input = Json)]
pub async fn complete_task(through: Option<RecordRef>, id: TaskId, done: bool) -> Result<Ticked> {
    store::set_done(&Context::current()?, through, id, done).await
}

/// Deletes a task.
#[server(endpoint = "delete_task", input = Json)]
pub async fn delete_task(through: Option<RecordRef>, id: TaskId) -> Result<()> {
    store::delete(&Context::current()?, through, id).await
}

/// Takes a deleted task back.
#[server(endpoint = "restore_task", input = Json)]
pub async fn restore_task(through: Option<RecordRef>, id: TaskId) -> Result<Task> {
    store::restore(&Context::current()?, through, id).await
}

/// One's own calendar feed, if there is one.
#[server(endpoint = "get_calendar_feed", input = Json)]
pub async fn get_calendar_feed() -> Result<Option<CalendarFeed>> {
    store::calendar::mine(&Context::current()?).await
}

/// Makes a new address for one's own calendar feed, in place of the one before, and gives it this once.
#[server(endpoint = "make_calendar_feed", input = Json)]
pub async fn make_calendar_feed() -> Result<String> {
    store::calendar::make(&Context::current()?).await
}

/// Ends the address of one's own calendar feed.
#[server(endpoint = "end_calendar_feed", input = Json)]
pub async fn end_calendar_feed() -> Result<()> {
    store::calendar::end(&Context::current()?).await
}
