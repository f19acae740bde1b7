//! Where the fields that an organisation added are kept.

use std::collections::HashMap;

use kernel::db::{On, Q, Tx};
use kernel::{
    Actor, Area, Can, Context, Error, FieldError, NewEvent, RecordKind, Result, StaffId, Text, invalid,
    normal,
};
use serde_json::{Value as Json, json};

mod store;

pub(crate) use store::{find, indexed};
pub use store::{list, on_card};

use crate::custom::{CARD_LIMIT, CustomField, CustomValues, NAME_LIMIT, OPTIONS_LIMIT};
use crate::{Becoming, FieldChange, FieldType, Target, index};

/// The most fields that can be added to one kind of record.
pub const FIELDS_LIMIT: usize = 64;

/// How many added fields of a kind of record can be kept in the index.
pub const INDEXED_LIMIT: usize = 24;

/// The index of a field has been filled: from now on lists go by it. One that was changed meanwhile, so that its rows may
/// not have been written for a while, is looked at again.
pub(crate) async fn set_ready(cx: &Context, tx: &Tx, field: &CustomField) -> Result<()> {
    let q = Q::new("update field set is_ready = ? where id = ? and version = ?")
        .push("and is_indexed and deleted_at is null");
    match q.bind(true).bind(field.id).bind(field.version).run(tx).await? {
        0 => index::later(cx, tx, field.id).await,
        _ => announce(cx, tx, "field.indexed", field.id, &field.name).await,
    }
}

/// The added fields of a kind of record, for everybody who works here: their names are in every form and list.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub async fn of_kind(cx: &Context, kind: RecordKind) -> Result<Vec<CustomField>> {
    match cx.actor {
        Actor::Anonymous => Err(Error::Unauthenticated),
        Actor::Staff(_) | Actor::System => list(cx.db(), kind).await,
    }
}

/// Adds a field (id 0) or changes one: its name, its entries, what new records begin with, whether it is required, listed
/// and kept in the index. What its values are stays; an entry that is left out is no longer offered.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`; `Conflict` when somebody was quicker; `Invalid` for names
/// and entries that do not fit, and when there are too many.
pub async fn save(cx: &Context, field: &CustomField) -> Result<CustomField> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let field = &checked(field.clone())?;
    check_target(cx, field)?;
    let id = cx.tx(|tx| async move {
        require_kind(&tx, field).await?;
        let field = &with_default(field.clone())?;
        check_card(&tx, field).await?;
        require_own_name(&tx, field).await?;
        require_marks(&tx, field).await?;
        let id = match field.id {
            0 => insert(cx, &tx, field).await?,
            id => update(cx, &tx, field).await.map(|()| id)?,
        };
        store::put_options(&tx, id, &field.options).await?;
        let kind = if field.id == 0 { "field.created" } else { "field.updated" };
        announce(cx, &tx, kind, id, &field.name).await?;
        Ok(id)
    });
    let id = id.await?;
    let all = list(cx.db(), field.record_kind).await?;
    all.into_iter().find(|field| field.id == id).ok_or(Error::NotFound)
}

/// Puts the added fields of a kind of record into this order.
///
/// # Errors
/// `Forbidden` without the right to edit settings.
pub async fn order(cx: &Context, ids: &[i64]) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        for (position, id) in ids.iter().enumerate() {
            let q = Q::new("update field set position = ? where id = ?");
            q.bind(position).bind(*id).run(&tx).await?;
        }
        announce(cx, &tx, "field.ordered", 0, "").await
    })
    .await
}

/// Takes a field away. Its values stay where they are, unseen, and are there again when it is taken back.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`.
pub async fn delete(cx: &Context, id: i64) -> Result<()> {
    set_deleted(cx, id, true).await
}

/// Takes a deleted field back, with all the values that it had.
///
/// # Errors
/// As [`delete`]; `Invalid` if there are too many fields by now.
pub async fn restore(cx: &Context, id: i64) -> Result<()> {
    set_deleted(cx, id, false).await
}

async fn set_deleted(cx: &Context, id: i64, gone: bool) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        let (kind, name): (String, String) =
            // Records were made meanwhile that the index does not know.
            Q::new("update field set deleted_at = ?, is_ready = ?, version = version + 1 where id = ? and")
                .push(if gone { "deleted_at is null" } else { "deleted_at is not null" })
                .push("returning record_kind, name")
                .bind(gone.then_some(cx.now))
                .bind(false)
                .bind(id)
                .one(&tx)
                .await?;
        if !gone {
            require_room(&tx, &kind).await?;
            leave_full_card(&tx, id, &kind).await?;
            let restored = find(&tx, id).await?.ok_or(Error::NotFound)?;
            require_marks(&tx, &restored).await?;
            index::later(cx, &tx, id).await?;
        }
        announce(cx, &tx, if gone { "field.deleted" } else { "field.restored" }, id, &name).await
    })
    .await
}

/// A field that comes back to cards that are full by now stands on them no more.
async fn leave_full_card(tx: &Tx, id: i64, kind: &str) -> Result<()> {
    let others = Q::new(
        "select count(*) from field where record_kind = ? and is_on_card and deleted_at is null and id <> ?",
    );
    if others.bind(kind).bind(id).number(tx).await? < CARD_LIMIT as i64 {
        return Ok(());
    }
    let q = Q::new("update field set is_on_card = ? where id = ?");
    q.bind(false).bind(id).run(tx).await.map(drop)
}

/// What a record may hold in its added fields: the values tidied, if each fits its field. `before` is what it holds now,
/// `None` for a new record of which required fields are asked.
///
/// # Errors
/// `Invalid`, naming each field that is unknown, does not fit or is missing.
pub async fn check(
    on: impl Into<On<'_>>,
    kind: RecordKind,
    before: Option<&CustomValues>,
    after: &CustomValues,
) -> Result<CustomValues> {
    if before.is_some_and(|before| before == after) {
        return Ok(after.clone());
    }
    let fields = list(on, kind).await?;
    let mut tidy = before.cloned().unwrap_or_default();
    let mut problems = Vec::new();
    let mut refuse = |key: &str, problem: Text| problems.push(FieldError { field: key.to_owned(), problem });
    for (key, json) in after.iter() {
        let had = before.and_then(|before| before.get(key));
        if had == Some(json) {
            continue;
        }
        match fields.iter().find(|field| field.key() == *key) {
            None => refuse(key.as_str(), Text::new("fields-unknown")),
            Some(field) => match field.checked(json, had) {
                Ok(value) => tidy.set(key.clone(), value.map(|value| value.to_json())),
                Err(problem) => refuse(key.as_str(), problem),
            },
        }
    }
    for (key, _) in before.into_iter().flat_map(CustomValues::iter) {
        if after.get(key).is_none() {
            tidy.set(key.clone(), None);
        }
    }
    if before.is_none() {
        let missing = fields.iter().filter(|field| field.is_required && tidy.get(&field.key()).is_none());
        missing.for_each(|field| refuse(field.key().as_str(), Text::new("error-required")));
    }
    if problems.is_empty() { Ok(tidy) } else { Err(Error::Invalid(problems)) }
}

/// Puts into the fields of a new record what its added fields begin with, where nothing is said about them: not even
/// that they are empty.
///
/// # Errors
/// As [`Q::all`].
pub async fn begin_with(
    on: impl Into<On<'_>>,
    kind: RecordKind,
    fields: &mut serde_json::Map<String, Json>,
) -> Result<()> {
    for (key, json) in CustomValues::usual(&list(on, kind).await?).iter() {
        fields.entry(key.as_str()).or_insert_with(|| json.clone());
    }
    Ok(())
}

/// A change of an added field as the history tells it: the names of entries and people, and what the field is called now.
///
/// # Errors
/// As [`Q::all`].
pub async fn in_words(
    on: impl Into<On<'_>>,
    fields: &[CustomField],
    change: FieldChange,
) -> Result<FieldChange> {
    let Some(field) = fields.iter().find(|field| field.key() == change.field) else { return Ok(change) };
    let names = match field.kind {
        FieldType::Staff => staff_names(on, [&change.old, &change.new]).await?,
        _ => field.options.iter().map(|option| (option.id, option.name.clone())).collect(),
    };
    let words = |json: &Json| words(field.kind, &names, json);
    let (old, new) = (words(&change.old), words(&change.new));
    Ok(change.told(old, new).called(&field.name))
}

fn words(kind: FieldType, names: &HashMap<i64, String>, json: &Json) -> Json {
    let name =
        |json: &Json| json.as_i64().and_then(|id| names.get(&id)).map_or(Json::Null, |name| json!(name));
    match (kind, json) {
        (_, Json::Null) => Json::Null,
        (FieldType::Choice | FieldType::Staff, id) => name(id),
        (FieldType::Choices, Json::Array(ids)) => ids.iter().map(name).collect(),
        (FieldType::Money, money) => json!({ "money": money }),
        (FieldType::Day, day) => json!({ "day": day }),
        (FieldType::Moment, at) => json!({ "instant": at }),
        (_, other) => other.clone(),
    }
}

async fn staff_names(on: impl Into<On<'_>>, ids: [&Json; 2]) -> Result<HashMap<i64, String>> {
    let q = Q::new("select id, name from staff where").any_of("id", ids.into_iter().filter_map(Json::as_i64));
    let rows: Vec<(StaffId, String)> = q.all(on).await?;
    Ok(rows.into_iter().map(|(id, name)| (id.0, name)).collect())
}

fn checked(mut field: CustomField) -> Result<CustomField> {
    field.name = named("name", &field.name)?;
    if !CustomField::KINDS.contains(&field.kind) {
        return Err(invalid("kind", "fields-unfit"));
    }
    if field.is_indexed && !CustomField::can_be_indexed(field.kind) {
        return Err(invalid("is_indexed", "fields-index-unfit"));
    }
    if !field.has_options() {
        field.options.clear();
        return Ok(field);
    }
    for option in &mut field.options {
        option.name = named("options", &option.name)?;
    }
    let offered: Vec<String> = field
        .options
        .iter()
        .filter(|option| option.is_offered)
        .map(|option| option.name.to_lowercase())
        .collect();
    let twice = (1..offered.len()).any(|at| offered[..at].contains(&offered[at]));
    match field.options.len() {
        _ if offered.is_empty() => Err(invalid("options", "fields-no-options")),
        _ if twice => Err(invalid("options", "error-duplicate")),
        count if count > OPTIONS_LIMIT => {
            Err(invalid("options", Text::new("fields-too-many").with("limit", OPTIONS_LIMIT)))
        }
        _ => Ok(field),
    }
}

/// The field with what new records begin with, if that fits it. Of entries only those that are stored already can be it.
fn with_default(field: CustomField) -> Result<CustomField> {
    let Some(json) = &field.default_value else { return Ok(field) };
    let stored = field.options.iter().filter(|option| option.id > 0).cloned().collect();
    let judge = CustomField { options: stored, ..field.clone() };
    let value = judge.checked(json, None).map_err(|problem| invalid("default_value", problem))?;
    Ok(CustomField { default_value: value.map(|value| value.to_json()), ..field })
}

/// A card has room for few fields, and for none of lines.
async fn check_card(tx: &Tx, field: &CustomField) -> Result<()> {
    if !field.is_on_card {
        return Ok(());
    }
    if !field.fits_on_card() {
        return Err(invalid("is_on_card", "fields-not-on-card"));
    }
    let others = Q::new(
        "select count(*) from field where record_kind = ? and is_on_card and deleted_at is null and id <> ?",
    );
    match others.bind(field.record_kind.code()).bind(field.id).number(tx).await? {
        count if count >= CARD_LIMIT as i64 => {
            Err(invalid("is_on_card", Text::new("fields-card-full").with("limit", CARD_LIMIT)))
        }
        _ => Ok(()),
    }
}

/// What the added fields of a kind of record can become.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub fn targets(cx: &Context, kind: RecordKind) -> Result<Vec<Target>> {
    match cx.actor {
        Actor::Anonymous => Err(Error::Unauthenticated),
        Actor::Staff(_) | Actor::System => {
            let of_kind = cx.foyer.parts::<Becoming>().filter(|becoming| becoming.of == kind);
            Ok(of_kind.flat_map(|becoming| (becoming.targets)()).collect())
        }
    }
}

fn check_target(cx: &Context, field: &CustomField) -> Result<()> {
    let Some(becomes) = &field.becomes else { return Ok(()) };
    let fits = |target: &Target| target.field == *becomes && target.kind == field.kind;
    let fits = targets(cx, field.record_kind)?.iter().any(fits);
    if fits { Ok(()) } else { Err(invalid("becomes", "fields-unfit")) }
}

fn named(field: &str, name: &str) -> Result<String> {
    let name = name.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(invalid(field, "error-required")),
        length if length > NAME_LIMIT => {
            Err(invalid(field, Text::new("error-too-long").with("limit", NAME_LIMIT)))
        }
        _ => Ok(name),
    }
}

async fn insert(cx: &Context, tx: &Tx, field: &CustomField) -> Result<i64> {
    require_room(tx, field.record_kind.code()).await?;
    let id = store::insert(cx, tx, field).await?;
    if field.is_indexed {
        index::later(cx, tx, id).await?;
    }
    Ok(id)
}

/// Refuses a name that another field has: nobody could tell them apart in lists of fields.
async fn require_own_name(tx: &Tx, field: &CustomField) -> Result<()> {
    let key = normal::sort_key(&field.name);
    let others = list(tx, field.record_kind).await?;
    match others.iter().any(|other| other.id != field.id && normal::sort_key(&other.name) == key) {
        true => Err(invalid("name", "fields-name-taken")),
        false => Ok(()),
    }
}

/// Refuses one mark too many.
async fn require_marks(tx: &Tx, field: &CustomField) -> Result<()> {
    let others = indexed(tx, field.record_kind).await?.into_iter().filter(|other| other.id != field.id);
    if field.is_indexed && others.count() >= INDEXED_LIMIT {
        return Err(invalid("is_indexed", Text::new("fields-too-many").with("limit", INDEXED_LIMIT)));
    }
    Ok(())
}

async fn require_room(tx: &Tx, kind: &str) -> Result<()> {
    let q = Q::new("select count(*) from field where record_kind = ? and deleted_at is null").bind(kind);
    match q.number(tx).await? {
        count if count >= FIELDS_LIMIT as i64 => {
            Err(invalid("name", Text::new("fields-too-many").with("limit", FIELDS_LIMIT)))
        }
        _ => Ok(()),
    }
}

/// What a field's values are stays.
async fn require_kind(tx: &Tx, field: &CustomField) -> Result<()> {
    match find(tx, field.id).await? {
        Some(known) if known.kind != field.kind => Err(invalid("kind", "fields-kind-stays")),
        _ => Ok(()),
    }
}

async fn update(cx: &Context, tx: &Tx, field: &CustomField) -> Result<()> {
    let marked = find(tx, field.id).await?.is_some_and(|known| known.is_indexed);
    let touched = store::update(tx, field).await?;
    if touched > 0 && marked != field.is_indexed {
        return index::later(cx, tx, field.id).await;
    }
    if touched > 0 {
        return Ok(());
    }
    let now = list(tx, field.record_kind).await?.into_iter().find(|known| known.id == field.id);
    match now {
        Some(now) => {
            let reason = Text::new("fields-changed-meanwhile").with("name", &now.name);
            Err(Error::conflict(reason, &now))
        }
        None => Err(Error::NotFound),
    }
}

/// Tells everybody, since open forms and lists show the field.
async fn announce(cx: &Context, tx: &Tx, kind: &'static str, id: i64, name: &str) -> Result<()> {
    let mut event = NewEvent::new(kind, RecordKind::Setting, id).payload(json!({ "name": name }));
    event.audience.public = true;
    cx.record(tx, event).await
}
