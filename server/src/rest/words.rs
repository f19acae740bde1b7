//! The words that records are described with: pipelines, stages, sources, lost reasons, tags.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{Error, StageId};
use leads::{LostReason, Pipeline, Source, Stage, WordList, store::words};
use records::{Tag, tags};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::answer::{created, list, nothing, ok, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{Operation, param};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::records::id_in;
use super::seen::Seen;

/// The name of an entry.
#[derive(Serialize, Deserialize, ToSchema)]
struct WordName {
    /// Its name, at most 60 characters.
    name: String,
}

/// An entry of a list of words.
#[derive(Serialize, Deserialize, ToSchema)]
struct Word {
    /// Which one.
    id: i64,
    /// Its name.
    name: String,
}

/// An order of stages.
#[derive(Serialize, Deserialize, ToSchema)]
struct StageOrder {
    /// The ids of the stages of a pipeline, in their new order.
    ids: Vec<StageId>,
}

/// The operations of one list of words.
macro_rules! word_list {
    ($base:literal, $one:literal, $many:literal, $view:literal, $row:ty, $list:ident) => {
        [
            Operation::get($base, concat!("list_", $many), $view, $list)
                .about(concat!("All ", $many, ", in their order."))
                .answers_page::<$row>(),
            Operation::post($base, concat!("add_", $one), "settings.edit", add_word)
                .about("Adds an entry at the end of the list.")
                .takes::<WordName>()
                .creates::<Word>(),
            Operation::patch(concat!($base, "/{id}"), concat!("rename_", $one), "settings.edit", rename_word)
                .about("Renames an entry.")
                .takes::<WordName>()
                .answers::<Word>(),
            Operation::delete(concat!($base, "/{id}"), concat!("delete_", $one), "settings.edit", delete_word)
                .about("Deletes an entry; what used it goes to another one, which has to be named where something does.")
                .query(&[param("goes_to", "integer", "The id of the entry that takes over")]),
        ]
    };
}

pub fn operations() -> Vec<Operation> {
    let leads_to = param("leads_to", "integer", "The id of the stage that takes over the leads");
    let mut all = vec![
        Operation::get("/api/v1/pipelines", "list_pipelines", "lead.view", list_pipelines)
            .about("All pipelines, in their order.")
            .answers_page::<Pipeline>(),
        Operation::get("/api/v1/stages", "list_stages", "lead.view", list_stages)
            .about("All stages, in the order of pipelines and columns.")
            .answers_page::<Stage>(),
        Operation::post("/api/v1/stages", "add_stage", "settings.edit", add_stage)
            .about("Adds a stage at the end of its pipeline.")
            .takes::<Stage>()
            .creates::<Stage>(),
        Operation::patch("/api/v1/stages/{id}", "update_stage", "settings.edit", update_stage)
            .about("Changes the fields of a stage that are sent.")
            .takes::<Stage>()
            .answers::<Stage>()
            .versioned(),
        Operation::delete("/api/v1/stages/{id}", "delete_stage", "settings.edit", delete_stage)
            .about("Deletes a stage; its leads go to another one of the same pipeline.")
            .query(&[leads_to]),
        Operation::post("/api/v1/stages/order", "order_stages", "settings.edit", order_stages)
            .about("Puts the stages of a pipeline in this order.")
            .takes::<StageOrder>(),
    ];
    all.extend(word_list!("/api/v1/sources", "source", "sources", "lead.view", Source, list_sources));
    all.extend(word_list!(
        "/api/v1/lost-reasons",
        "lost_reason",
        "lost_reasons",
        "lead.view",
        LostReason,
        list_reasons
    ));
    all.extend(word_list!("/api/v1/tags", "tag", "tags", "-", Tag, list_tags));
    all
}

/// The list of words, and the entry, in an address such as `/api/v1/sources/7`.
struct Entry(WordList, i64);

impl<S: Send + Sync> FromRequestParts<S> for Entry {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let path = parts.uri.path();
        let list = match path.split('/').nth(3) {
            Some("sources") => WordList::Source,
            Some("lost-reasons") => WordList::LostReason,
            Some("tags") => WordList::Tag,
            _ => return Err(Error::NotFound.into()),
        };
        // Without an entry a new one is meant; nobody may name the entry 0 to get one.
        let id = if path.split('/').nth(4).is_none() { 0 } else { id_in(path, 4)? };
        let is_new = path.split('/').nth(4).is_none();
        if id == 0 && !is_new { Err(Error::NotFound.into()) } else { Ok(Self(list, id)) }
    }
}

async fn list_pipelines(caller: Caller) -> Answer {
    list(&words::dictionaries(&caller.cx).await?.pipelines)
}

async fn list_stages(caller: Caller) -> Answer {
    list(&words::dictionaries(&caller.cx).await?.stages)
}

async fn list_sources(caller: Caller) -> Answer {
    list(&words::dictionaries(&caller.cx).await?.sources)
}

async fn list_reasons(caller: Caller) -> Answer {
    list(&words::dictionaries(&caller.cx).await?.lost_reasons)
}

async fn list_tags(caller: Caller) -> Answer {
    list(&tags::list(&caller.cx).await?)
}

/// The fields of a stage that people decide about.
const OWN: [&str; 4] = ["id", "is_conversion", "is_default", "version"];

async fn add_stage(caller: Caller, fields: Fields) -> Answer {
    fields.refuse(&OWN)?;
    let stage = words::save_stage(&caller.cx, &fields.over(&Stage::default())?).await?;
    created(&stage, &format!("/api/v1/stages/{}", stage.id), Some(stage.version))
}

async fn find_stage(caller: &Caller, id: i64) -> Result<Stage, Refusal> {
    let stages = words::dictionaries(&caller.cx).await?.stages;
    stages.into_iter().find(|stage| stage.id == id).ok_or_else(|| Error::NotFound.into())
}

/// The stage in an address such as `/api/v1/stages/7`.
struct StageAt(i64);

impl<S: Send + Sync> FromRequestParts<S> for StageAt {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(id_in(parts.uri.path(), 4)?))
    }
}

async fn update_stage(caller: Caller, StageAt(id): StageAt, seen: Seen, mut fields: Fields) -> Answer {
    caller.cx.actor.require(kernel::Area::Settings, kernel::Can::Edit)?;
    let wanted = seen.or(fields.take("version")?)?;
    fields.refuse(&OWN)?;
    let before = find_stage(&caller, id).await?;
    let mut stage = fields.over(&before)?;
    stage.pipeline_id = before.pipeline_id;
    stage.version = wanted.version(async { Ok(before.version) }).await?;
    let stage = words::save_stage(&caller.cx, &stage).await.map_err(|error| wanted.refuse(error))?;
    versioned(&stage, stage.version)
}

async fn delete_stage(caller: Caller, StageAt(id): StageAt, query: Query) -> Answer {
    let leads_to = query.value::<StageId>("leads_to")?;
    let leads_to = leads_to.ok_or_else(|| Refusal::of_parameter("leads_to", "error-required"))?;
    words::delete_stage(&caller.cx, StageId(id), leads_to).await?;
    nothing()
}

async fn order_stages(caller: Caller, fields: Fields) -> Answer {
    words::order_stages(&caller.cx, &fields.into::<StageOrder>()?.ids).await?;
    ok(&json!({}))
}

async fn add_word(caller: Caller, Entry(words, _): Entry, fields: Fields) -> Answer {
    let WordName { name } = fields.into()?;
    let id = words::save_word(&caller.cx, words, 0, &name).await?;
    let base = match words {
        WordList::Source => "sources",
        WordList::LostReason => "lost-reasons",
        WordList::Tag => "tags",
    };
    created(&Word { id, name: name.trim().into() }, &format!("/api/v1/{base}/{id}"), None)
}

async fn rename_word(caller: Caller, Entry(words, id): Entry, fields: Fields) -> Answer {
    let WordName { name } = fields.into()?;
    let id = words::save_word(&caller.cx, words, id, &name).await?;
    ok(&Word { id, name: name.trim().into() })
}

async fn delete_word(caller: Caller, Entry(words, id): Entry, query: Query) -> Answer {
    words::delete_word(&caller.cx, words, id, query.value("goes_to")?).await?;
    nothing()
}
