//! The words that records are described with: pipelines, stages, sources, lost reasons, tags.

use std::collections::BTreeMap;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{Error, PipelineId, StageId};
use leads::{LostReason, Pipeline, Source, Stage, WordEdit, WordList, store::words};
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

/// An entry that is to be added.
#[derive(Serialize, Deserialize, ToSchema)]
struct NewWord {
    /// Its name, at most 60 characters.
    name: String,
    /// Whether new leads get it from now on; only for a source.
    #[serde(default)]
    is_default: bool,
}

/// What is to change about an entry.
#[derive(Serialize, Deserialize, ToSchema)]
struct WordChange {
    /// Its name, at most 60 characters.
    #[serde(default)]
    name: Option<String>,
    /// Whether new leads get it from now on, in place of the one that they got before; only for a source.
    #[serde(default)]
    is_default: bool,
}

/// An entry of a list of words.
#[derive(Serialize, Deserialize, ToSchema)]
struct Word {
    /// Which one.
    id: i64,
    /// Its name.
    name: String,
}

/// A pipeline that is to be made.
#[derive(Serialize, Deserialize, ToSchema)]
struct NewPipeline {
    /// Its name, at most 60 characters.
    name: String,
    /// The id of the pipeline whose stages it gets, with all their rules; the usual stages if left out.
    #[serde(default)]
    like: Option<PipelineId>,
    /// Whether it opens by itself and takes new leads.
    #[serde(default)]
    is_default: bool,
}

/// An order of pipelines.
#[derive(Serialize, Deserialize, ToSchema)]
struct PipelineOrder {
    /// Their ids, in their new order.
    ids: Vec<PipelineId>,
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
                .takes::<NewWord>()
                .creates::<Word>(),
            Operation::patch(concat!($base, "/{id}"), concat!("rename_", $one), "settings.edit", rename_word)
                .about("Renames an entry; new leads get a source with `is_default` from now on.")
                .takes::<WordChange>()
                .answers::<Word>(),
            Operation::delete(concat!($base, "/{id}"), concat!("delete_", $one), "settings.edit", delete_word)
                .about("Deletes an entry; what used it goes to another one, which has to be named where something does.")
                .query(&[param("goes_to", "integer", "The id of the entry that takes over")]),
        ]
    };
}

pub fn operations() -> Vec<Operation> {
    let goes_to = param(
        "goes_to",
        "string",
        "For each stage that holds leads the stage that takes them, as `3:9,4:10`: those of stage 3 go to stage 9",
    );
    let leads_to = param("leads_to", "integer", "The id of the stage that takes over the leads");
    let mut all = vec![
        Operation::get("/api/v1/pipelines", "list_pipelines", "lead.view", list_pipelines)
            .about("All pipelines, in their order.")
            .answers_page::<Pipeline>(),
        Operation::post("/api/v1/pipelines", "add_pipeline", "settings.edit", add_pipeline)
            .about("Adds a pipeline at the end, with the stages that `like` has or the usual ones.")
            .takes::<NewPipeline>()
            .creates::<Pipeline>(),
        Operation::patch("/api/v1/pipelines/{id}", "update_pipeline", "settings.edit", update_pipeline)
            .about(
                "Renames a pipeline; with `is_default` it opens by itself and takes new leads from now on.",
            )
            .takes::<Pipeline>()
            .answers::<Pipeline>()
            .versioned(),
        Operation::delete("/api/v1/pipelines/{id}", "delete_pipeline", "settings.edit", delete_pipeline)
            .about("Deletes a pipeline with its stages; their leads go to stages of other pipelines.")
            .query(&[goes_to]),
        Operation::post("/api/v1/pipelines/order", "order_pipelines", "settings.edit", order_pipelines)
            .about("Puts the pipelines in this order.")
            .takes::<PipelineOrder>(),
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
    words::pipeline(&caller.cx, None).await?;
    list(&words::pipelines(&caller.cx).await?)
}

async fn add_pipeline(caller: Caller, fields: Fields) -> Answer {
    let NewPipeline { name, like, is_default } = fields.into()?;
    let new = Pipeline { id: PipelineId(0), name, is_default, version: 0 };
    let pipeline = words::save_pipeline(&caller.cx, &new, like).await?;
    created(&pipeline, &format!("/api/v1/pipelines/{}", pipeline.id), Some(pipeline.version))
}

async fn update_pipeline(caller: Caller, At(id): At, seen: Seen, mut fields: Fields) -> Answer {
    caller.cx.actor.require(kernel::Area::Settings, kernel::Can::Edit)?;
    let wanted = seen.or(fields.take("version")?)?;
    fields.refuse(&["id", "version"])?;
    let pipelines = words::dictionaries(&caller.cx).await?.pipelines;
    let before = pipelines.into_iter().find(|pipeline| pipeline.id.0 == id).ok_or(Error::NotFound)?;
    let mut pipeline = fields.over(&before)?;
    pipeline.version = wanted.version(async { Ok(before.version) }).await?;
    let saved = words::save_pipeline(&caller.cx, &pipeline, None).await;
    let saved = saved.map_err(|error| wanted.refuse(error))?;
    versioned(&saved, saved.version)
}

async fn delete_pipeline(caller: Caller, At(id): At, query: Query) -> Answer {
    let pair = |pair: &str| {
        let (from, to) = pair.split_once(':')?;
        Some((StageId(from.trim().parse().ok()?), StageId(to.trim().parse().ok()?)))
    };
    let pairs = |text: &str| text.split(',').map(pair).collect::<Option<BTreeMap<_, _>>>();
    let goes_to = query.read("goes_to", pairs)?.unwrap_or_default();
    words::delete_pipeline(&caller.cx, PipelineId(id), &goes_to).await?;
    nothing()
}

async fn order_pipelines(caller: Caller, fields: Fields) -> Answer {
    words::order_pipelines(&caller.cx, &fields.into::<PipelineOrder>()?.ids).await?;
    ok(&json!({}))
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

/// The fields of a stage that nobody decides about.
const OWN: [&str; 3] = ["id", "is_conversion", "version"];

async fn add_stage(caller: Caller, fields: Fields) -> Answer {
    fields.refuse(&OWN)?;
    let stage = words::save_stage(&caller.cx, &fields.over(&Stage::default())?).await?;
    created(&stage, &format!("/api/v1/stages/{}", stage.id), Some(stage.version))
}

async fn find_stage(caller: &Caller, id: i64) -> Result<Stage, Refusal> {
    let stages = words::dictionaries(&caller.cx).await?.stages;
    stages.into_iter().find(|stage| stage.id == id).ok_or_else(|| Error::NotFound.into())
}

/// The stage or pipeline in an address such as `/api/v1/stages/7`.
struct At(i64);

impl<S: Send + Sync> FromRequestParts<S> for At {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(id_in(parts.uri.path(), 4)?))
    }
}

async fn update_stage(caller: Caller, At(id): At, seen: Seen, mut fields: Fields) -> Answer {
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

async fn delete_stage(caller: Caller, At(id): At, query: Query) -> Answer {
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
    let NewWord { name, is_default } = fields.into()?;
    let new = WordEdit { id: 0, name: Some(name), is_default };
    let leads::Word { id, name } = words::save_word(&caller.cx, words, &new).await?;
    let base = match words {
        WordList::Source => "sources",
        WordList::LostReason => "lost-reasons",
        WordList::Tag => "tags",
    };
    created(&Word { id, name }, &format!("/api/v1/{base}/{id}"), None)
}

async fn rename_word(caller: Caller, Entry(words, id): Entry, fields: Fields) -> Answer {
    let WordChange { name, is_default } = fields.into()?;
    let edit = WordEdit { id, name, is_default };
    let leads::Word { id, name } = words::save_word(&caller.cx, words, &edit).await?;
    ok(&Word { id, name })
}

async fn delete_word(caller: Caller, Entry(words, id): Entry, query: Query) -> Answer {
    words::delete_word(&caller.cx, words, id, query.value("goes_to")?).await?;
    nothing()
}
