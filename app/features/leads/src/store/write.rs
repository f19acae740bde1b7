//! The one place where rows of leads are written: row, search words, keys of duplicates, index of added fields, event and
//! totals, always together.

use std::collections::HashMap;

use fields::FieldChange;
use fields::store::index::{self, Written};
use kernel::db::{FullText, Q, Tx, Val};
use kernel::{Context, Error, ImportId, LeadId, NewEvent, RecordKind, Result, TimelineId, normal};
use serde_json::{Value, json};

use super::{known, scope, totals::Deltas};
use crate::{Lead, Profile};

const SEARCH: FullText = kernel::full_text!("lead_search");

/// What a change is called in the history and what it tells.
pub(super) struct Change {
    /// `lead.updated`
    pub kind: &'static str,
    /// The details.
    pub payload: Value,
    /// Whether it stands on the lead's timeline; reordering a column does not.
    pub is_history: bool,
}

impl Change {
    /// A change that the timeline tells of.
    pub(super) fn new(kind: &'static str, payload: Value) -> Self {
        Self { kind, payload, is_history: true }
    }
}

/// Each column with its value by place in a row of JSON; [`row_values`] gives the row.
const INSERT: &str = "insert into lead (\
    name, sort_key, stage_id, source_id, owner_id, company, position, email, email_norm, phone, \
    phone_norm, website, street, city, region, postcode, country, value_minor, value_currency, language, \
    description, is_public, outcome, lost_reason_id, last_contact_at, on_board, rank, stage_since, \
    converted_at, customer_id, deleted_at, version, updated_at, timeline_id, import_id, created_by, \
    created_at, custom) \
    select \
    cast(r.value->>0 as text), cast(r.value->>1 as text), cast(r.value->>2 as bigint), cast(r.value->>3 \
    as bigint), cast(r.value->>4 as bigint), cast(r.value->>5 as text), cast(r.value->>6 as text), \
    cast(r.value->>7 as text), cast(r.value->>8 as text), cast(r.value->>9 as text), cast(r.value->>10 \
    as text), cast(r.value->>11 as text), cast(r.value->>12 as text), cast(r.value->>13 as text), \
    cast(r.value->>14 as text), cast(r.value->>15 as text), cast(r.value->>16 as text), \
    cast(r.value->>17 as bigint), cast(r.value->>18 as text), cast(r.value->>19 as text), \
    cast(r.value->>20 as text), cast(r.value->>21 as boolean), cast(r.value->>22 as text), \
    cast(r.value->>23 as bigint), cast(r.value->>24 as bigint), cast(r.value->>25 as boolean), \
    cast(r.value->>26 as text), cast(r.value->>27 as bigint), cast(r.value->>28 as bigint), \
    cast(r.value->>29 as bigint), cast(r.value->>30 as bigint), cast(r.value->>31 as bigint), \
    cast(r.value->>32 as bigint), cast(r.value->>33 as bigint), cast(r.value->>34 as bigint), \
    cast(r.value->>35 as bigint), cast(r.value->>36 as bigint),";

/// Stores new leads with one statement for each table; their ids are given by the database. `payload` is the event's.
pub(super) async fn insert(
    cx: &Context,
    tx: &Tx,
    leads: &mut [Lead],
    import: Option<ImportId>,
    payload: &Value,
) -> Result<()> {
    let rows: Vec<Vec<Val>> = leads.iter().map(|lead| row_values(cx, lead, import)).collect();
    let ids: Vec<(LeadId, TimelineId)> = Q::new(INSERT)
        .dialect("r.value->>37", "r.value->37")
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .push("returning id, timeline_id")
        .bind(Val::rows(&rows))
        .all(tx)
        .await?;
    let by_timeline: HashMap<TimelineId, LeadId> =
        ids.into_iter().map(|(id, timeline)| (timeline, id)).collect();
    let mut totals = Deltas::default();
    for lead in leads.iter_mut() {
        lead.id = by_timeline.get(&lead.timeline_id).copied().ok_or(Error::NotFound)?;
        totals.add(Some(lead), 1);
    }
    let words = leads.iter().map(|lead| (lead.id.0, words(lead)));
    SEARCH.put_all(words.map(|(id, (body, who))| (id, body, who))).run(tx).await?;
    let marks = known::marks(cx, leads.iter().map(|lead| (None, lead)));
    duplicates::write_keys(tx, RecordKind::Lead, marks).await?;
    let written =
        leads.iter().map(|lead| Written { id: lead.id.0, before: None, after: &lead.profile.custom });
    index::put(tx, RecordKind::Lead, written).await?;
    let created = |lead: &Lead| event(lead, Change::new("lead.created", payload.clone()));
    cx.record_all(tx, &leads.iter().map(created).collect::<Vec<_>>()).await?;
    totals.write(tx).await
}

fn row_values(cx: &Context, lead: &Lead, import: Option<ImportId>) -> Vec<Val> {
    let mut values = profile_values(cx, &lead.profile);
    values.extend(kept_values(lead));
    let fixed = [lead.timeline_id.into(), import.into(), lead.created_by.into(), lead.created_at.into()];
    values.extend(fixed);
    values.push(Val::json(&lead.profile.custom));
    values
}

/// Stores a changed lead: `after` gets the next version and the moment of the change.
pub(super) async fn update(
    cx: &Context,
    tx: &Tx,
    before: &Lead,
    after: &mut Lead,
    change: Change,
) -> Result<()> {
    update_row(cx, tx, before, after).await?;
    finish_all(cx, tx, [((before, &*after), change)]).await
}

/// The row and its words alone; the caller tells of it with [`finish_all`].
pub(super) async fn update_row(cx: &Context, tx: &Tx, before: &Lead, after: &mut Lead) -> Result<()> {
    after.version = before.version + 1;
    after.updated_at = cx.now;
    Q::new("update lead set name = ?, sort_key = ?, stage_id = ?, source_id = ?, owner_id = ?, company = ?, position = ?,")
        .push("email = ?, email_norm = ?, phone = ?, phone_norm = ?, website = ?, street = ?, city = ?, region = ?,")
        .push("postcode = ?, country = ?, value_minor = ?, value_currency = ?, language = ?, description = ?, is_public = ?,")
        .push("outcome = ?, lost_reason_id = ?, last_contact_at = ?, on_board = ?, rank = ?, stage_since = ?,")
        .push("converted_at = ?, customer_id = ?, deleted_at = ?, version = ?, updated_at = ?, custom = ? where id = ?")
        .bind_all(profile_values(cx, &after.profile))
        .bind_all(kept_values(after))
        .bind(Val::json(&after.profile.custom))
        .bind(after.id)
        .run(tx)
        .await?;
    if words(before) != words(after) {
        put_words(tx, after).await?;
    }
    let marks = known::marks(cx, [(Some(before), &*after)]);
    duplicates::write_keys(tx, RecordKind::Lead, marks).await?;
    let custom = (&before.profile.custom, &after.profile.custom);
    index::put(tx, RecordKind::Lead, [Written { id: after.id.0, before: Some(custom.0), after: custom.1 }])
        .await
}

/// Stores changed places only, the few columns that a drag touches, of many rows with one statement; the caller tells of
/// them with [`finish_all`].
pub(super) async fn place_all(cx: &Context, tx: &Tx, mut leads: Vec<(&Lead, &mut Lead)>) -> Result<()> {
    if leads.is_empty() {
        return Ok(());
    }
    for (before, after) in &mut leads {
        after.version = before.version + 1;
        after.updated_at = cx.now;
    }
    let row = |after: &Lead| {
        json!([after.id, after.stage_id(), after.rank, after.stage_since, after.version, after.updated_at])
    };
    let rows: Vec<Value> = leads.iter().map(|(_, after)| row(after)).collect();
    Q::new("update lead set stage_id = r.stage_id, rank = r.rank, stage_since = r.stage_since, version = r.version,")
        .push("updated_at = r.updated_at from (select cast(value->>0 as bigint) as id, cast(value->>1 as bigint) as stage_id,")
        .push("cast(value->>2 as text) as rank, cast(value->>3 as bigint) as stage_since,")
        .push("cast(value->>4 as bigint) as version, cast(value->>5 as bigint) as updated_at")
        .dialect("from json_each(?)", "from jsonb_array_elements(?) x(value)")
        .push(") r where lead.id = r.id")
        .bind(Val::json(&rows))
        .run(tx)
        .await
        .map(drop)
}

/// Tells of changed leads: an event for each, and the totals at the very end.
pub(super) async fn finish_all<'a>(
    cx: &Context,
    tx: &Tx,
    written: impl IntoIterator<Item = ((&'a Lead, &'a Lead), Change)>,
) -> Result<()> {
    let (mut events, mut totals) = (Vec::new(), Deltas::default());
    for ((before, after), change) in written {
        let mut event = event(after, change);
        event.audience = event.audience.changed_from(&before.audience());
        events.push(event);
        totals.add(Some(before), -1);
        totals.add(Some(after), 1);
    }
    if !events.is_empty() {
        cx.record_all(tx, &events).await?;
    }
    totals.write(tx).await
}

/// The event of a change of this lead.
pub(super) fn event(lead: &Lead, change: Change) -> NewEvent {
    NewEvent {
        kind: change.kind,
        record: lead.record(),
        timeline_id: change.is_history.then_some(lead.timeline_id),
        version: lead.version,
        payload: change.payload,
        audience: lead.audience(),
    }
}

/// The country whose phone numbers are meant: the lead's own if it is known by its code, otherwise the organisation's.
pub(super) fn country(cx: &Context, own: Option<&str>) -> String {
    let own = own.filter(|code| code.len() == 2).map(str::to_uppercase);
    own.unwrap_or_else(|| cx.organisation().country.clone())
}

/// The values of what people type in, in the order of the statements above.
fn profile_values(cx: &Context, profile: &Profile) -> Vec<Val> {
    let country = country(cx, profile.country.as_deref());
    let phone = profile.phone.as_deref().and_then(|phone| normal::phone(phone, &country));
    let (minor, currency) = Val::money(profile.value);
    vec![
        (&profile.name).into(),
        normal::sort_key(&profile.name).into(),
        profile.stage_id.into(),
        profile.source_id.into(),
        profile.owner_id.into(),
        profile.company.clone().into(),
        profile.position.clone().into(),
        profile.email.clone().into(),
        profile.email.as_deref().and_then(normal::email).into(),
        profile.phone.clone().into(),
        phone.into(),
        profile.website.clone().into(),
        profile.street.clone().into(),
        profile.city.clone().into(),
        profile.region.clone().into(),
        profile.postcode.clone().into(),
        profile.country.clone().into(),
        minor,
        currency,
        profile.language.map(|language| language.code()).into(),
        profile.description.clone().into(),
        profile.is_public.into(),
        profile.outcome.code().into(),
        profile.lost_reason_id.into(),
        profile.last_contact_at.into(),
    ]
}

/// The values of what the system keeps, in the order of the statements above.
fn kept_values(lead: &Lead) -> Vec<Val> {
    vec![
        lead.is_on_board().into(),
        (&lead.rank).into(),
        lead.stage_since.into(),
        lead.converted_at.into(),
        lead.customer_id.into(),
        lead.deleted_at.into(),
        lead.version.into(),
        lead.updated_at.into(),
    ]
}

/// The words that a lead is found by, and those that stand for who sees it.
fn words(lead: &Lead) -> (String, String) {
    if lead.deleted_at.is_some() {
        return (String::new(), String::new());
    }
    let profile = &lead.profile;
    let texts = [&profile.company, &profile.position, &profile.email, &profile.phone, &profile.city];
    let typed = texts.into_iter().flatten().fold(profile.name.clone(), |all, text| all + " " + text);
    let digits: String = profile.phone.iter().flat_map(|p| p.chars()).filter(char::is_ascii_digit).collect();
    let key = normal::sort_key(&(typed + " " + &digits));
    let body =
        key.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    (body, scope::words_of(lead))
}

async fn put_words(tx: &Tx, lead: &Lead) -> Result<()> {
    let (body, who) = words(lead);
    SEARCH.put(lead.id.0, &body, &who).run(tx).await.map(drop)
}

/// The details of a change of fields: what the history shows of it, and, apart, the place that only who takes it back
/// asks for.
pub(super) fn changed_fields(changes: Vec<FieldChange>, place: Option<FieldChange>) -> Value {
    match place {
        Some(place) => json!({ "changes": changes, "kept": [place] }),
        None => json!({ "changes": changes }),
    }
}
