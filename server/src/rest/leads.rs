//! Leads: the list, one lead, and all that can be done with it.

use axum::extract::{FromRequestParts, RawQuery};
use axum::http::request::Parts;
use axum::response::Response;
use duplicates::{Match, MergeWish};
use fields::store::definitions;
use kernel::{Area, Can, CustomerId, Error, LeadId, RecordKind, Text, Version, invalid};
use leads::{Conversion, Lead, LeadPatch, ListQuery, Move, Profile, store};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::answer::{created, nothing, ok, page, versioned};
use super::board::{FILTER, filter};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{CURSOR, LIMIT, Operation, Param, param};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::records::id_in;
use super::seen::{Seen, Wanted};
use crate::files;

const LIST: [Param; 3] = [
    param("stage", "integer", "The id of a stage"),
    param("standing", "string", "`in_play`, `converted`, `lost`, `junk` or `all`; `in_play` if left out"),
    param(
        "sort",
        "string",
        "Up to three fields, `-value,name`: from the highest value down, by name among equal ones; `-created_at` if left out",
    ),
];
const EXPORT: [Param; 5] = [
    param("columns", "string", "Keys of fields, divided by commas, in their order; all of them if left out"),
    param(
        "delimiter",
        "string",
        "`comma`, `semicolon` or `tab`; what the caller's language usually has if left out",
    ),
    param("ids", "string", "Only these leads, at most 1,000, divided by commas, in their order"),
    param("except", "string", "Without these leads, at most 1,000, divided by commas"),
    param("format", "string", "`csv`"),
];
/// What becomes of a new record that may be there already.
pub const ON_DUPLICATE: Param = param(
    "on_duplicate",
    "string",
    "`create` (the usual) or `refuse`: whether a record is made that may be there already",
);
const VERSION: Param = param("version", "integer", "The version that was seen, in place of `If-Match`");

/// A new lead: the fields of a profile, and tags.
#[derive(Serialize, Deserialize, ToSchema)]
struct NewLead {
    #[serde(flatten)]
    profile: Profile,
    /// Tags by name; new names become new tags.
    tags: Vec<String>,
}

/// A new lead, and what it may be the same as.
#[derive(Serialize, Deserialize, ToSchema)]
struct CreatedLead {
    #[serde(flatten)]
    lead: Lead,
    /// Leads and customers that may be about the same, with the reason; only what you may see.
    duplicates: Vec<Match>,
}

/// A change of some fields of a profile (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct LeadChange {
    #[serde(flatten)]
    profile: Profile,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

/// Which lead is merged with the one in the address, and how.
#[derive(Deserialize, Serialize, ToSchema)]
struct NewMerge {
    /// The other one.
    other_id: LeadId,
    /// The fields that get the value of the younger lead. Left out: those that are empty in the older one.
    take: Option<Vec<String>>,
}

/// A converted lead.
#[derive(Serialize, Deserialize, ToSchema)]
struct Converted {
    /// The lead as it is now.
    lead: Lead,
    /// The customer that it became.
    customer_id: CustomerId,
}

/// The version that was seen.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Versioned {
    /// The version that was seen, in place of `If-Match`.
    pub version: Option<i64>,
}

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/leads", "list_leads", "lead.view", list)
            .about("Leads, those in play unless `standing` says otherwise. Under a filter that few match a page may be short, or empty, and still have a `next_cursor`: go on until it is `null`.")
            .query(&[CURSOR, LIMIT])
            .query(&LIST)
            .query(&FILTER)
            .answers_page::<Lead>(),
        Operation::get("/api/v1/leads/export", "export_leads", "leads.export", export)
            .about("Leads as a file of text, under the same parameters and in the same order as the list; it comes while it is read, however many there are. 60 in an hour.")
            .query(&LIST)
            .query(&FILTER)
            .query(&EXPORT)
            .gives("text/csv"),
        Operation::post("/api/v1/leads", "create_lead", "leads.create", create)
            .about("A new lead on top of its stage. `duplicates` in the answer names what it may be the same as; with `on_duplicate=refuse` it is not made then, and the problem's `current` names them.")
            .query(&[ON_DUPLICATE])
            .takes::<NewLead>()
            .creates::<CreatedLead>(),
        Operation::get("/api/v1/leads/{id}", "get_lead", "lead.view", find).about("One lead.").answers::<Lead>(),
        Operation::patch("/api/v1/leads/{id}", "update_lead", "lead.edit", update)
            .about("Changes the fields that are sent, by the same rules as the form and the board.")
            .takes::<LeadChange>()
            .answers::<Lead>()
            .versioned(),
        Operation::delete("/api/v1/leads/{id}", "delete_lead", "leads.delete", delete)
            .about("Puts a lead into the bin.")
            .query(&[VERSION])
            .versioned(),
        Operation::post("/api/v1/leads/{id}/restore", "restore_lead", "leads.delete", restore)
            .about("Takes a lead out of the bin, back to its stage and place.")
            .answers::<Lead>(),
        Operation::post("/api/v1/leads/{id}/move", "move_lead", "lead.edit", move_to)
            .about("Moves a lead into a stage, to the place behind `after_id` or, with `at_end`, behind all its cards. When somebody was quicker, the problem's `current` is the lead as it is now.")
            .takes::<Move>()
            .answers::<Lead>(),
        Operation::post("/api/v1/leads/{id}/merges", "merge_lead", "leads.delete", merge)
            .about("Merges two leads: the older one stays, whichever of the two the address names, and is answered. Notes, files, tasks, reminders, tags and history of both stand together; the address of the other one leads there. It is taken back by the event `record.merged` of its history, for 30 days.")
            .takes::<NewMerge>()
            .answers::<Lead>(),
        Operation::post("/api/v1/leads/{id}/convert", "convert_lead", "customers.create", convert)
            .about("Makes a customer with a primary contact of a lead, or attaches it to a customer; with `welcome` the contact gets the welcome mail. Notes, files, reminders, tasks and history come along unless `carry_notes` is false. Every field may be left out.")
            .takes::<Conversion>()
            .answers::<Converted>(),
        Operation::post("/api/v1/leads/{id}/unconvert", "undo_lead_conversion", "lead.edit", unconvert)
            .about("Takes a conversion back: a customer that was made for the lead goes to the bin, unless it has documents or other leads by now; one that it was attached to gives back what came with it.")
            .takes::<Versioned>()
            .answers::<Lead>()
            .versioned(),
    ]
}

/// The lead in the address.
struct Of(LeadId);

impl<S: Send + Sync> FromRequestParts<S> for Of {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(LeadId(id_in(parts.uri.path(), 4)?)))
    }
}

async fn list(caller: Caller, query: Query) -> Answer {
    let wanted = ListQuery {
        filter: filter(&query)?,
        sort: query.text("sort").unwrap_or_default().to_owned(),
        cursor: query.cursor()?,
        limit: Some(query.limit()?),
        ..ListQuery::default()
    };
    let found = store::list::find(&caller.cx, &wanted).await?;
    page(&found.items, found.next_cursor)
}

async fn export(caller: Caller, RawQuery(address): RawQuery, query: Query) -> Result<Response, Refusal> {
    if query.text("format").is_some_and(|format| format != "csv") {
        return Err(invalid("format", "export-format-unknown").into());
    }
    let address = address.unwrap_or_default();
    let (wish, delimiter) = files::wish("leads".into(), &address, caller.cx.language)?;
    Ok(files::streamed(::exports::stream(&caller.cx, &wish, delimiter).await?))
}

async fn create(caller: Caller, query: Query, mut fields: Fields) -> Answer {
    // Who may not create is told so before the fields are looked at, as the form does.
    caller.cx.actor.require(Area::Leads, Can::Create)?;
    let tags: Vec<String> = fields.take("tags")?.unwrap_or_default();
    definitions::begin_with(caller.cx.db(), RecordKind::Lead, &mut fields.0).await?;
    let profile = profile(LeadPatch(fields.0))?;
    let refuses = query.read("on_duplicate", refuses)?.unwrap_or_default();
    let duplicates = store::save::duplicates(&caller.cx, &profile).await?;
    if refuses && !duplicates.is_empty() {
        return Err(Error::conflict(Text::new("duplicates-refused"), &duplicates).into());
    }
    let lead = store::save::create(&caller.cx, &profile, &tags).await?;
    let (location, version) = (format!("/api/v1{}", lead.path()), lead.version);
    created(&CreatedLead { lead, duplicates }, &location, Some(version))
}

/// Whether the word of [`ON_DUPLICATE`] refuses it.
pub fn refuses(word: &str) -> Option<bool> {
    match word {
        "refuse" => Some(true),
        "create" => Some(false),
        _ => None,
    }
}

/// The profile of a new lead. `null` says as much as a field that is left out; of an added field it says that it is empty,
/// whatever new leads begin with there.
fn profile(mut patch: LeadPatch) -> Result<Profile, Refusal> {
    let known = serde_json::to_value(Profile::default()).unwrap_or_default();
    patch.0.retain(|field, value| !value.is_null() || known.get(field).is_none());
    Ok(patch.apply(&Profile::default())?)
}

async fn find(caller: Caller, Of(id): Of) -> Answer {
    answer(&store::find(&caller.cx, id).await?)
}

fn answer(lead: &Lead) -> Answer {
    versioned(lead, lead.version)
}

async fn version(caller: &Caller, id: LeadId, wanted: Wanted) -> Result<Version, Refusal> {
    let current = async { store::find(&caller.cx, id).await.map(|lead| lead.version) };
    Ok(wanted.version(current).await?)
}

async fn update(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let wanted = seen.or(fields.take("version")?)?;
    let version = version(&caller, id, wanted).await?;
    let updated = store::save::update(&caller.cx, id, version, &LeadPatch(fields.0)).await;
    answer(&updated.map_err(|error| wanted.refuse(error))?)
}

async fn delete(caller: Caller, Of(id): Of, seen: Seen, query: Query) -> Answer {
    let wanted = seen.or(query.value("version")?)?;
    let version = version(&caller, id, wanted).await?;
    store::bin::delete(&caller.cx, id, version).await.map_err(|error| wanted.refuse(error))?;
    nothing()
}

async fn restore(caller: Caller, Of(id): Of) -> Answer {
    answer(&store::bin::restore(&caller.cx, id).await?)
}

async fn move_to(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let wanted = seen.or(fields.take("version")?)?;
    fields.0.insert("version".into(), Value::from(version(&caller, id, wanted).await?));
    let moved = store::moves::run(&caller.cx, id, &fields.into::<Move>()?).await;
    answer(&moved.map_err(|error| wanted.refuse(error))?)
}

async fn merge(caller: Caller, Of(id): Of, fields: Fields) -> Answer {
    let NewMerge { other_id, take } = fields.into()?;
    let take = take.map(|take| take.into_iter().map(Into::into).collect());
    let wish = MergeWish { one: id.0, other: other_id.0, take, seen: Vec::new() };
    let merged = duplicates::store::merge::run(&caller.cx, RecordKind::Lead, &wish).await?;
    answer(&store::find(&caller.cx, LeadId(merged.record.id)).await?)
}

async fn convert(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let wanted = seen.or_any(fields.take("version")?);
    let mut conversion = fields.into::<Conversion>()?;
    conversion.version = version(&caller, id, wanted).await?;
    let converted = store::convert::run(&caller.cx, id, &conversion).await;
    let (lead, customer_id) = converted.map_err(|error| wanted.refuse(error))?;
    ok(&Converted { lead, customer_id })
}

async fn unconvert(caller: Caller, Of(id): Of, seen: Seen, fields: Fields) -> Answer {
    let wanted = seen.or_any(fields.into::<Versioned>()?.version);
    let version = version(&caller, id, wanted).await?;
    let undone = store::convert::undo(&caller.cx, id, version).await;
    answer(&undone.map_err(|error| wanted.refuse(error))?)
}
