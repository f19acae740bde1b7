//! The words that leads are described with: pipelines and stages, sources, lost reasons.

mod check;
mod edit;
mod lists;
mod pipelines;

use std::collections::HashMap;

use fields::FieldChange;
use fields::store::definitions;
use kernel::db::{FromRow, Json, On, Q, Tx};
use kernel::{Context, Error, NewEvent, PipelineId, RecordKind, Result, SourceId, StageId, Text, invalid};
use serde_json::{Value, json};

pub(super) use check::check;
pub(super) use edit::add_open_stage;
pub use edit::{delete_stage, order_stages, save_stage};
pub(super) use lists::{NAME_LIMIT, add_source};
pub use lists::{delete_word, save_word};
pub use pipelines::{delete_pipeline, held, is_over, order_pipelines, save_pipeline};

use super::listed;
use crate::stage::is_added;
use crate::{Dictionaries, LostReason, Pipeline, REQUIRABLE, Source, Stage, StageKind};

#[derive(FromRow)]
struct StageRow {
    id: i64,
    pipeline_id: i64,
    name: String,
    hue: i64,
    kind: String,
    probability: i64,
    wip_limit: Option<i64>,
    wip_blocks: bool,
    required_fields: Json<Vec<String>>,
    stale_after_days: Option<i64>,
    is_conversion: bool,
    is_default: bool,
    version: i64,
}

impl From<StageRow> for Stage {
    fn from(row: StageRow) -> Self {
        let kind = StageKind::ALL.into_iter().find(|kind| kind.code() == row.kind).unwrap_or_default();
        Self {
            id: row.id,
            pipeline_id: row.pipeline_id,
            name: row.name,
            hue: row.hue,
            kind,
            probability: row.probability,
            wip_limit: row.wip_limit,
            wip_blocks: row.wip_blocks,
            required_fields: row.required_fields.0,
            stale_after_days: row.stale_after_days,
            is_conversion: row.is_conversion,
            is_default: row.is_default,
            version: row.version,
        }
    }
}

const STAGE: &str = "select s.id, s.pipeline_id, s.name, s.hue, s.kind, s.probability, s.wip_limit, s.wip_blocks, \
     s.required_fields, s.stale_after_days, s.is_conversion, s.is_default, s.version \
     from stage s join pipeline p on p.id = s.pipeline_id";

/// A pipeline; the default one without an id. A new house gets its first pipeline here.
///
/// # Errors
/// `NotFound` for an unknown id.
pub async fn pipeline(cx: &Context, id: Option<PipelineId>) -> Result<Pipeline> {
    let q = || {
        let q = Q::new(PIPELINE).push("where");
        match id {
            Some(id) => q.push("id = ?").bind(id),
            None => q.push("is_default"),
        }
    };
    match (q().optional(cx.db()).await?, id) {
        (Some(pipeline), _) => Ok(pipeline),
        (None, Some(_)) => Err(Error::NotFound),
        (None, None) => {
            ensure(cx).await?;
            q().one(cx.db()).await
        }
    }
}

const PIPELINE: &str = "select id, name, is_default, version from pipeline";

/// A pipeline in a transaction.
async fn pipeline_in(tx: &Tx, id: PipelineId) -> Result<Pipeline> {
    Q::new(PIPELINE).push("where id = ?").bind(id).one(tx).await
}

/// All pipelines, in their order.
///
/// # Errors
/// `Unauthenticated` or `Forbidden` for who may see no leads.
pub async fn pipelines(cx: &Context) -> Result<Vec<Pipeline>> {
    super::scope::branches(&cx.actor)?;
    Q::new(PIPELINE).push("order by position, id").all(cx.db()).await
}

/// The choice that a person has made on the board last.
const SHOWN_LAST: &str = "leads.pipeline";

/// The pipeline that the person looked at last, as the pages remember it; the default one without such a choice.
///
/// # Errors
/// As [`Q::all`].
pub(super) async fn pipeline_shown_last(cx: &Context) -> Result<Pipeline> {
    let last = match cx.staff_id() {
        Some(_) => staff::store::mine::preference(cx, SHOWN_LAST).await?.as_i64().map(PipelineId),
        None => None,
    };
    match pipeline(cx, last).await {
        Err(Error::NotFound) => pipeline(cx, None).await,
        answer => answer,
    }
}

/// Gives a house without a pipeline its first one, with stages, sources and lost reasons in the organisation's
/// language. Doing it again, or on two servers at once, changes nothing.
///
/// # Errors
/// As [`Q::all`].
pub async fn ensure(cx: &Context) -> Result<()> {
    let done = cx.tx(|tx| async move { begin(cx, &tx).await }).await;
    match done {
        Err(Error::Duplicate(_)) => Ok(()),
        other => other,
    }
}

/// Name key, hue, kind, chance in percent, days until stale.
const FIRST_STAGES: &[(&str, i64, StageKind, i64, Option<i64>)] = &[
    ("lead-stage-new", 0, StageKind::Open, 10, Some(7)),
    ("lead-stage-contacted", 1, StageKind::Open, 20, Some(14)),
    ("lead-stage-qualified", 8, StageKind::Open, 40, Some(21)),
    ("lead-stage-proposal", 4, StageKind::Open, 60, Some(30)),
    ("lead-stage-negotiation", 5, StageKind::Open, 80, Some(30)),
    ("lead-stage-customer", 2, StageKind::Won, 100, None),
    ("lead-stage-lost", 9, StageKind::Lost, 0, None),
];
const FIRST_SOURCES: &[&str] = &[
    "lead-source-website",
    "lead-source-referral",
    "lead-source-event",
    "lead-source-phone",
    "lead-source-import",
];
const FIRST_REASONS: &[&str] =
    &["lead-reason-price", "lead-reason-timing", "lead-reason-competitor", "lead-reason-silent"];

async fn begin(cx: &Context, tx: &Tx) -> Result<()> {
    if Q::new("select count(*) from pipeline").number(tx).await? > 0 {
        return Ok(());
    }
    let organisation = cx.organisation();
    let texts = cx.foyer.texts(organisation.language);
    let word = |key: &'static str| texts.render(&Text::new(key), &organisation.zone);
    let pipeline = Q::new("insert into pipeline (name, position, is_default) values (?, 0, ?) returning id")
        .bind(word("lead-pipeline-sales"))
        .bind(true)
        .number(tx)
        .await?;
    for (position, stage) in first_stages(cx).into_iter().enumerate() {
        edit::insert_stage(tx, &Stage { pipeline_id: pipeline, ..stage }, position).await?;
    }
    for (position, key) in FIRST_SOURCES.iter().enumerate() {
        let q = Q::new("insert into source (name, position, is_default) values (?, ?, ?)");
        q.bind(word(key)).bind(position).bind(position == 0).run(tx).await?;
    }
    for (position, key) in FIRST_REASONS.iter().enumerate() {
        let q = Q::new("insert into lost_reason (name, position) values (?, ?)");
        q.bind(word(key)).bind(position).run(tx).await?;
    }
    Ok(())
}

/// The stages that a pipeline begins with, in the organisation's language.
fn first_stages(cx: &Context) -> Vec<Stage> {
    let organisation = cx.organisation();
    let texts = cx.foyer.texts(organisation.language);
    let requires = |kind| if kind == StageKind::Lost { vec!["lost_reason_id".into()] } else { Vec::new() };
    let stage = |(position, (key, hue, kind, probability, stale)): (
        usize,
        &(_, i64, StageKind, i64, Option<i64>),
    )| Stage {
        name: texts.render(&Text::new(*key), &organisation.zone),
        hue: *hue,
        kind: *kind,
        probability: *probability,
        stale_after_days: *stale,
        required_fields: requires(*kind),
        is_conversion: *kind == StageKind::Won,
        is_default: position == 0,
        ..Stage::default()
    };
    FIRST_STAGES.iter().enumerate().map(stage).collect()
}

/// The stages of a pipeline, or of all, in the order of the board.
pub(super) async fn stages(cx: &Context, pipeline: Option<PipelineId>) -> Result<Vec<Stage>> {
    stages_in(cx.db(), pipeline).await
}

async fn stages_in(on: impl Into<On<'_>>, pipeline: Option<PipelineId>) -> Result<Vec<Stage>> {
    let on = on.into();
    let q = match pipeline {
        Some(pipeline) => Q::new(STAGE).push("where s.pipeline_id = ?").bind(pipeline),
        None => Q::new(STAGE),
    };
    let rows: Vec<StageRow> = q.push("order by p.position, p.id, s.position, s.id").all(on).await?;
    let mut stages: Vec<Stage> = rows.into_iter().map(Stage::from).collect();
    let of_fields_that_are = Requirable::of(on, &stages).await?;
    stages.iter_mut().for_each(|stage| of_fields_that_are.tidy(stage));
    Ok(stages)
}

/// One stage.
pub(super) async fn stage(on: impl Into<On<'_>>, id: StageId) -> Result<Stage> {
    read_stage(on.into(), id, "").await
}

/// A stage that a lead is about to enter. Nobody deletes it meanwhile, and of a stage that refuses more than its limit
/// nobody else counts the leads until this transaction is over: twenty at once do not make a twenty-first.
pub(super) async fn stage_to_enter(on: On<'_>, id: StageId) -> Result<Stage> {
    let On::Tx(tx) = on else { return stage(on, id).await };
    let stage = read_stage(On::Tx(tx), id, "for key share of s").await?;
    match stage.wip_limit {
        Some(_) if stage.wip_blocks => read_stage(On::Tx(tx), id, "for no key update of s").await,
        _ => Ok(stage),
    }
}

/// A stage that nobody enters or changes until this transaction is over.
async fn locked_stage(tx: &Tx, id: StageId) -> Result<Stage> {
    read_stage(On::Tx(tx), id, "for update of s").await
}

/// SQLite has one writer at a time and needs no lock.
async fn read_stage(on: On<'_>, id: StageId, lock: &'static str) -> Result<Stage> {
    let row: Option<StageRow> =
        Q::new(STAGE).push("where s.id = ?").dialect("", lock).bind(id).optional(on).await?;
    let mut stage = row.map(Stage::from).ok_or_else(|| invalid("stage_id", "lead-stage-unknown"))?;
    Requirable::of(on, std::slice::from_ref(&stage)).await?.tidy(&mut stage);
    Ok(stage)
}

/// Which added fields there are. A field that was taken away keeps nobody out of a stage; it does again when it is taken
/// back.
struct Requirable(Vec<String>);

impl Requirable {
    /// For these stages; most ask for no added field, and nothing is read then.
    async fn of(on: On<'_>, stages: &[Stage]) -> Result<Self> {
        let asks = |stage: &Stage| stage.required_fields.iter().any(|field| is_added(field));
        if !stages.iter().any(asks) {
            return Ok(Self(Vec::new()));
        }
        Self::all(on).await
    }

    async fn all(on: On<'_>) -> Result<Self> {
        let fields = definitions::list(on, RecordKind::Lead).await?;
        Ok(Self(fields.iter().map(|field| field.key().to_string()).collect()))
    }

    fn is_there(&self, field: &str) -> bool {
        if is_added(field) { self.0.iter().any(|known| known == field) } else { REQUIRABLE.contains(&field) }
    }

    fn tidy(&self, stage: &mut Stage) {
        stage.required_fields.retain(|field| self.is_there(field));
    }
}

/// The stage of new leads.
pub(super) async fn default_stage<'a>(cx: &Context, on: impl Into<On<'a>>) -> Result<StageId> {
    let on = on.into();
    if let On::Tx(tx) = on {
        begin(cx, tx).await?;
    }
    let q = Q::new("select s.id from stage s join pipeline p on p.id = s.pipeline_id where p.is_default")
        .push("order by s.is_default desc, s.is_conversion, s.position limit 1");
    q.number(on).await.map(StageId)
}

/// The source of new leads.
pub(super) async fn default_source(on: impl Into<On<'_>>) -> Result<SourceId> {
    Q::new("select id from source order by is_default desc, position, id limit 1")
        .number(on)
        .await
        .map(SourceId)
}

/// All words for the pages.
///
/// # Errors
/// `Unauthenticated` or `Forbidden` for who may see no leads.
pub async fn dictionaries(cx: &Context) -> Result<Dictionaries> {
    let listing = fields::listing(cx, RecordKind::Lead).await?;
    pipeline(cx, None).await?;
    let db = cx.db();
    let pipelines = pipelines(cx).await?;
    let catalogue = listing.catalogue(&cx.actor);
    // Where there is one pipeline, nobody asks for it.
    let is_asked = |field: &&fields::Field| pipelines.len() > 1 || field.key.as_str() != listed::PIPELINE;
    Ok(Dictionaries {
        catalogue: catalogue.fields().iter().filter(is_asked).cloned().collect(),
        pipelines,
        stages: stages(cx, None).await?,
        sources: Q::new("select id, name, is_default from source order by position, id")
            .all::<Source>(db)
            .await?,
        lost_reasons: Q::new("select id, name from lost_reason order by position, id")
            .all::<LostReason>(db)
            .await?,
        tags: records::store::tags::list(cx).await?,
        staff: staff::names(cx).await?,
        fields: listing.added,
    })
}

/// The same changes with names in place of ids, as the history tells them.
pub(super) async fn in_words(tx: &Tx, changes: Vec<FieldChange>) -> Result<Vec<FieldChange>> {
    let mut told = Vec::with_capacity(changes.len());
    let is_added = |change: &FieldChange| change.field.custom_id().is_some();
    let added = match changes.iter().any(is_added) {
        true => definitions::list(tx, RecordKind::Lead).await?,
        false => Vec::new(),
    };
    for change in changes {
        if is_added(&change) {
            told.push(definitions::in_words(tx, &added, change).await?);
            continue;
        }
        let names = match change.field.as_str() {
            "stage_id" => "select id, name from stage where id in (?, ?)",
            "source_id" => "select id, name from source where id in (?, ?)",
            "owner_id" => "select id, name from staff where id in (?, ?)",
            "lost_reason_id" => "select id, name from lost_reason where id in (?, ?)",
            field => {
                let (old, new) = (told_value(field, &change.old), told_value(field, &change.new));
                told.push(change.told(old, new));
                continue;
            }
        };
        let (old, new) = (change.old.as_i64(), change.new.as_i64());
        let rows: Vec<(i64, String)> = Q::new(names).bind(old).bind(new).all(tx).await?;
        let names: HashMap<i64, String> = rows.into_iter().collect();
        let name = |id: Option<i64>| id.and_then(|id| names.get(&id)).map_or(Value::Null, |name| json!(name));
        told.push(change.told(name(old), name(new)));
    }
    Ok(told)
}

/// A value as the timeline can write it in the reader's language.
fn told_value(field: &str, value: &Value) -> Value {
    match (field, value) {
        (_, Value::Null) => Value::Null,
        ("value", amount) => json!({ "money": amount }),
        ("last_contact_at", at) => json!({ "instant": at }),
        ("outcome", Value::String(outcome)) => json!({ "nested": { "key": format!("outcome-{outcome}") } }),
        (_, other) => other.clone(),
    }
}

/// Makes an event of the board that all who may see leads learn of.
pub(super) fn to_everybody(mut event: NewEvent) -> NewEvent {
    event.audience.public = true;
    event
}

/// The event that makes open boards load their columns anew.
pub(super) fn board_changed(kind: &'static str) -> NewEvent {
    to_everybody(NewEvent::new(kind, RecordKind::Lead, 0))
}

/// The name of a lost reason or of an owner that an import needs.
#[derive(FromRow)]
pub(super) struct Named {
    /// Which one.
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// Names of one of the lists, for imports.
pub(super) async fn named(on: impl Into<On<'_>>, list: &'static str) -> Result<Vec<Named>> {
    Q::new("select id, name from").push(list).push("order by id").all(on).await
}
