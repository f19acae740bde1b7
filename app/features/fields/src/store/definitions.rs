//! Where the fields that an organisation added are kept.

use kernel::db::{Q, Tx};
use kernel::{Area, Can, Context, Error, NewEvent, RecordKind, Result, Text};
use serde_json::json;

mod rows;
mod rules;
mod values;

pub(crate) use rows::{find, indexed};
pub use rows::{list, on_card};
pub use rules::{FIELDS_LIMIT, INDEXED_LIMIT};
pub use values::{begin_with, check, in_words};

use super::index;
use crate::custom::CustomField;
use crate::{Becoming, Target};

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
    cx.actor.require_house()?;
    list(cx.db(), kind).await
}

/// Adds a field (id 0) or changes one: its name, its entries, what new records begin with, whether it is required, listed
/// and kept in the index. What its values are stays; an entry that is left out is no longer offered.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`; `Conflict` when somebody was quicker; `Invalid` for names
/// and entries that do not fit, and when there are too many.
pub async fn save(cx: &Context, field: &CustomField) -> Result<CustomField> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let field = &rules::checked(field.clone())?;
    rules::check_target(cx, field)?;
    let id = cx.tx(|tx| async move {
        let known = find(&tx, field.id).await?;
        let field = &rules::fitting(&tx, field, known.as_ref()).await?;
        let id = match field.id {
            0 => insert(cx, &tx, field).await?,
            id => update(cx, &tx, field, known.as_ref()).await.map(|()| id)?,
        };
        rows::put_options(&tx, id, &field.options).await?;
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
            rules::require_room(&tx, &kind).await?;
            leave_full_card(&tx, id, &kind).await?;
            let restored = find(&tx, id).await?.ok_or(Error::NotFound)?;
            rules::require_marks(&tx, &restored).await?;
            index::later(cx, &tx, id).await?;
        }
        announce(cx, &tx, if gone { "field.deleted" } else { "field.restored" }, id, &name).await
    })
    .await
}

/// A field that comes back to cards that are full by now stands on them no more.
async fn leave_full_card(tx: &Tx, id: i64, kind: &str) -> Result<()> {
    if !rules::is_card_full(tx, kind, id).await? {
        return Ok(());
    }
    let q = Q::new("update field set is_on_card = ? where id = ?");
    q.bind(false).bind(id).run(tx).await.map(drop)
}

/// What the added fields of a kind of record can become.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub fn targets(cx: &Context, kind: RecordKind) -> Result<Vec<Target>> {
    cx.actor.require_house()?;
    let of_kind = cx.foyer.parts::<Becoming>().filter(|becoming| becoming.of == kind);
    Ok(of_kind.flat_map(|becoming| (becoming.targets)()).collect())
}

async fn insert(cx: &Context, tx: &Tx, field: &CustomField) -> Result<i64> {
    rules::require_room(tx, field.record_kind.code()).await?;
    let id = rows::insert(cx, tx, field).await?;
    if field.is_indexed {
        index::later(cx, tx, id).await?;
    }
    Ok(id)
}

/// Changes the field that was `known`.
async fn update(cx: &Context, tx: &Tx, field: &CustomField, known: Option<&CustomField>) -> Result<()> {
    let was_marked = known.is_some_and(|known| known.is_indexed);
    let touched = rows::update(tx, field).await?;
    if touched > 0 && was_marked != field.is_indexed {
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
