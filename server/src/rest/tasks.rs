//! Tasks: to-dos, calls and meetings, on a record or on nobody's.

use kernel::{StaffId, TaskId};
use serde::{Deserialize, Serialize};
use tasks::{DayQuery, Task, TaskDraft, TaskKind, Ticked, store};
use utoipa::ToSchema;

use super::answer::{created, list, nothing, ok, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{Operation, Param, param};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::records::{On, id_in};
use super::seen::Seen;

const DAY: [Param; 2] = [
    param("kind", "string", "`to_do`, `call` or `meeting`; all if left out"),
    param(
        "whose",
        "integer",
        "The id of a colleague, for who may see all leads or customers; one's own if left out",
    ),
];

/// Whether a task is ticked off.
#[derive(Serialize, Deserialize, ToSchema)]
struct Tick {
    /// Whether it is done.
    done: bool,
}

/// The operations below one kind of record.
macro_rules! below {
    ($base:literal, $one:literal, $view:literal, $edit:literal) => {
        [
            Operation::get(concat!($base, "/tasks"), concat!("list_", $one, "_tasks"), $view, list_all)
                .about("The tasks of the record: open ones by the moment from which they are overdue, then those that are done.")
                .answers_page::<Task>(),
            Operation::post(concat!($base, "/tasks"), concat!("add_", $one, "_task"), $edit, add)
                .about("Makes a task on the record. Day and time are on the organisation's clock; `due_at` follows from them.")
                .takes::<TaskDraft>()
                .creates::<Task>(),
        ]
    };
}

pub fn operations() -> Vec<Operation> {
    let own = [
        Operation::get("/api/v1/tasks", "list_my_tasks", "-", list_mine)
            .about("What one is to do: by the moment from which it is overdue, at most 300, then at most 100 without a day.")
            .query(&DAY)
            .answers_page::<Task>(),
        Operation::post("/api/v1/tasks", "add_task", "-", add_own)
            .about("Makes a task on nobody's record, for oneself and whom one names.")
            .takes::<TaskDraft>()
            .creates::<Task>(),
        Operation::get("/api/v1/tasks/{task}", "get_task", "-", show)
            .about("A task of a record that one may see, or of one's own.")
            .answers::<Task>(),
        Operation::patch("/api/v1/tasks/{task}", "update_task", "-", update)
            .about("Changes a task that one made, is to do, or whose record one may change.")
            .takes::<TaskDraft>()
            .answers::<Task>()
            .versioned(),
        Operation::delete("/api/v1/tasks/{task}", "delete_task", "-", delete)
            .about("Deletes a task. One that repeats comes no more."),
        Operation::post("/api/v1/tasks/{task}/restore", "restore_task", "-", restore)
            .about("Takes a deleted task back.")
            .answers::<Task>(),
        Operation::post("/api/v1/tasks/{task}/tick", "tick_task", "-", tick)
            .about("Ticks a task off, or takes that back. Of one that repeats this makes the next one, or takes it away.")
            .takes::<Tick>()
            .answers::<Ticked>(),
    ];
    let leads = below!("/api/v1/leads/{id}", "lead", "lead.view", "lead.edit");
    let customers = below!("/api/v1/customers/{id}", "customer", "customer.view", "customers.edit");
    own.into_iter().chain(leads).chain(customers).collect()
}

/// The task in an address such as `/api/v1/tasks/7`.
struct Which(TaskId);

impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Which {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut axum::http::request::Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(TaskId(id_in(parts.uri.path(), 4)?)))
    }
}

async fn list_mine(caller: Caller, query: Query) -> Answer {
    let whose = query.value::<StaffId>("whose")?;
    let kind = query.read("kind", TaskKind::parse)?;
    list(&store::day::my_day(&caller.cx, &DayQuery { whose, kind }).await?.open)
}

async fn list_all(caller: Caller, On(record): On) -> Answer {
    list(&store::list(&caller.cx, record).await?)
}

async fn add(caller: Caller, On(record): On, fields: Fields) -> Answer {
    made(&store::add(&caller.cx, Some(record), &fields.into()?).await?)
}

async fn add_own(caller: Caller, fields: Fields) -> Answer {
    made(&store::add(&caller.cx, None, &fields.into()?).await?)
}

fn made(task: &Task) -> Answer {
    created(task, &format!("/api/v1/tasks/{}", task.id), Some(task.version))
}

async fn show(caller: Caller, Which(id): Which) -> Answer {
    let task = store::find(&caller.cx, None, id).await?;
    versioned(&task, task.version)
}

async fn update(caller: Caller, Which(id): Which, seen: Seen, mut fields: Fields) -> Answer {
    let wanted = seen.or(fields.take("version")?)?;
    let before = store::find(&caller.cx, None, id).await?;
    let version = wanted.version(async { Ok(before.version) }).await?;
    let draft: TaskDraft = fields.over(&before.draft())?;
    let task =
        store::update(&caller.cx, None, id, version, &draft).await.map_err(|error| wanted.refuse(error))?;
    versioned(&task, task.version)
}

async fn delete(caller: Caller, Which(id): Which) -> Answer {
    store::delete(&caller.cx, None, id).await?;
    nothing()
}

async fn restore(caller: Caller, Which(id): Which) -> Answer {
    let task = store::restore(&caller.cx, None, id).await?;
    versioned(&task, task.version)
}

async fn tick(caller: Caller, Which(id): Which, fields: Fields) -> Answer {
    let Tick { done } = fields.into()?;
    ok(&store::set_done(&caller.cx, None, id, done).await?)
}
