//! Long work over many records.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use fields::Asked;
use kernel::{Error, RecordKind, RunId, Text};
use runs::{Action, Run, Selection, store};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::answer::{created, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{CURSOR, LIMIT, Operation};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::records::id_in;
use crate::files::sheet;

/// Work to be done to many records.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewRun {
    /// Which records: `lead`.
    #[schema(value_type = String, example = "lead")]
    kind: RecordKind,
    /// These records, at most 1,000; otherwise all that a list has.
    ids: Option<Vec<i64>>,
    /// Words that a list is searched for.
    #[serde(default)]
    q: String,
    /// Tests of a list, as in its address: `stage_id.any.3`.
    #[serde(default)]
    filter: Vec<String>,
    /// Records of that list which are left out, at most 1,000.
    #[serde(default)]
    except: Vec<i64>,
    /// What is done to each: `{"set": {"values": {"stage_id": 4}, "missing": {"value": ..}}}`, `{"add_tags": ["fair"]}`,
    /// `{"remove_tags": ["fair"]}`, `"delete"`, `"restore"`.
    #[schema(value_type = Object)]
    action: Action,
    /// Whether it begins at once; `true` if left out. Otherwise it only says how many records there are.
    #[serde(default = "yes")]
    start: bool,
}

fn yes() -> bool {
    true
}

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/runs", "list_runs", "-", list)
            .about("One's own long work, for administrators all, the newest first.")
            .query(&[CURSOR, LIMIT])
            .answers_page::<Run>(),
        Operation::post("/api/v1/runs", "create_run", "record.edit", create)
            .about("Does something to many records, in the background and with the rights of who asks.")
            .takes::<NewRun>()
            .creates::<Run>(),
        Operation::get("/api/v1/runs/{id}", "get_run", "-", find).about("How far it is.").answers::<Run>(),
        Operation::post("/api/v1/runs/{id}/cancel", "cancel_run", "-", cancel)
            .about("Stops it before its next batch. What was done stays and can be taken back.")
            .answers::<Run>(),
        Operation::post("/api/v1/runs/{id}/undo", "undo_run", "record.edit", undo)
            .about("Takes back what it did, as a run of its own. What somebody changed later stays.")
            .answers::<Run>(),
        Operation::get("/api/v1/runs/{id}/left", "get_run_left", "-", left)
            .about("The records that it left as they were, as CSV, each with the reason.")
            .gives("text/csv"),
    ]
}

/// The run in the address.
struct Of(RunId);

impl<S: Send + Sync> FromRequestParts<S> for Of {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(RunId(id_in(parts.uri.path(), 4)?)))
    }
}

/// A run with the reason why it could not go on in the caller's language.
fn told(caller: &Caller, run: &Run) -> Value {
    let (texts, zone) = (caller.cx.foyer.texts(caller.cx.language), &caller.cx.organisation().zone);
    let mut value = serde_json::to_value(run).unwrap_or_default();
    value["error"] = run.error.as_ref().map(|error: &Text| texts.render(error, zone)).into();
    if let Some(fields) = value.as_object_mut() {
        // Words for the page; a program knows what it asked for.
        fields.remove("told");
    }
    value
}

fn answer(caller: &Caller, run: &Run) -> Answer {
    versioned(&told(caller, run), run.version)
}

async fn list(caller: Caller, query: Query) -> Answer {
    let found = store::list(&caller.cx, query.cursor()?.as_ref(), query.limit()?).await?;
    let rows: Vec<Value> = found.items.iter().map(|run| told(&caller, run)).collect();
    page(&rows, found.next_cursor)
}

async fn create(caller: Caller, fields: Fields) -> Answer {
    let NewRun { kind, ids, q, filter, except, action, start } = fields.into()?;
    let selection = match ids {
        Some(ids) => Selection::Ids(ids),
        None => Selection::Matching { filter: Asked { q, f: filter }, except },
    };
    let chosen = store::freeze(&caller.cx, kind, &selection).await.map_err(|error| match error {
        Error::NotFound => kernel::invalid("kind", "rest-field-unfit"),
        other => other,
    })?;
    let begun = match start {
        true => store::start(&caller.cx, chosen.id, &action).await,
        false => Ok(chosen.clone()),
    };
    if begun.is_err() {
        // A program that gets a refusal has made nothing; there is nobody who would confirm it.
        store::cancel(&caller.cx, chosen.id).await?;
    }
    let run = begun?;
    created(&told(&caller, &run), &format!("/api/v1/runs/{}", run.id), Some(run.version))
}

async fn find(caller: Caller, Of(id): Of) -> Answer {
    answer(&caller, &store::find(&caller.cx, id).await?)
}

async fn cancel(caller: Caller, Of(id): Of) -> Answer {
    answer(&caller, &store::cancel(&caller.cx, id).await?)
}

async fn undo(caller: Caller, Of(id): Of) -> Answer {
    answer(&caller, &store::undo(&caller.cx, id).await?)
}

async fn left(caller: Caller, Of(id): Of) -> Result<Response, Refusal> {
    let (name, rows) = store::stayed_csv(&caller.cx, id).await?;
    Ok(sheet(&name, rows))
}
