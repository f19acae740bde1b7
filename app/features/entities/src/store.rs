//! Where legal entities are kept. Those of a customer are seen by who sees the customer and changed by who may change it;
//! the organisation's own belong to its settings.

mod kind;
/// The organisation's own.
pub mod own;
mod row;
pub mod seed;
mod write;

use customers::store::Belonging;
use fields::store::definitions;
use fields::{Ahead, Edit, Patch, Seen, Work};
use kernel::db::{On, Tx};
use kernel::{Context, CustomerId, Error, Feature, LegalEntityId, Parts, RecordKind, Result, Text, Version};

use crate::{CustomerEntities, Entity, Profile};

/// What legal entities give to the house.
pub fn feature() -> Feature {
    let belonging = Belonging {
        kind: RecordKind::LegalEntity,
        of: "select id from legal_entity where customer_id = ?",
        give: "update legal_entity set customer_id = ? where",
    };
    Feature {
        texts: crate::TEXTS,
        doors: vec![fields::door::<kind::Entities>()],
        parts: Parts::default().with(fields::part::<kind::Entities>()).with(belonging),
        ..Feature::default()
    }
}

/// The legal entities of a customer that the actor may see, by name, with what its page needs beside them.
///
/// # Errors
/// `Unauthenticated`; `NotFound` for a customer that is not there or not seen.
pub async fn list(cx: &Context, customer: CustomerId) -> Result<CustomerEntities> {
    Ok(CustomerEntities {
        entities: entities_of(cx, customer).await?,
        own: own::names(cx.db()).await?,
        fields: definitions::list(cx.db(), RecordKind::LegalEntity).await?,
        staff: staff::names(cx).await?,
    })
}

/// The entities alone.
///
/// # Errors
/// As [`list`].
pub async fn entities_of(cx: &Context, customer: CustomerId) -> Result<Vec<Entity>> {
    // Of one that was merged into another, that other one's.
    let customer = customers::store::find(cx, customer).await?.id;
    row::of(cx.db(), customer).await
}

/// A legal entity that the actor may see.
///
/// # Errors
/// `Unauthenticated`; `NotFound`.
pub async fn find(cx: &Context, id: LegalEntityId) -> Result<Entity> {
    row::find(cx, cx.db(), id).await.map(|kept| kept.entity)
}

/// Adds a legal entity to a customer.
///
/// # Errors
/// `NotFound` for a customer that may not be seen; `Forbidden` without the right to change it; `Invalid` for fields that
/// do not fit.
pub async fn add(cx: &Context, customer: CustomerId, profile: &Profile) -> Result<Entity> {
    cx.tx(|tx| async move {
        let values = write::values(profile);
        let new = kind::opened(cx, On::Tx(&tx), customer, &values).await?;
        write::put(cx, &tx, None, new).await.map(|kept| kept.entity)
    })
    .await
}

/// Changes fields that the person saw as the edit says. What others did to other fields meanwhile stays.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` when a field holds something else by now: it brings the fresh entity and, as
/// `clashes`, who changed which of the fields and when; `Invalid` for fields.
pub async fn edit(cx: &Context, id: LegalEntityId, edit: &Edit) -> Result<Entity> {
    cx.tx(|tx| async move {
        let kept = row::find(cx, &tx, id).await?;
        kept.customer.open.require_edit()?;
        let entity = &kept.entity;
        let clashing = edit.clashing(&entity.profile);
        if !clashing.is_empty() {
            return Err(fields::clash(&tx, entity.record(), entity, entity.name(), clashing).await?);
        }
        change_in(cx, &tx, entity, &edit.to).await
    })
    .await
}

/// Changes fields of the newest version.
///
/// # Errors
/// As [`edit`]; `Conflict` with the entity as it is when `version` is not the newest.
pub async fn update(cx: &Context, id: LegalEntityId, version: Version, patch: &Patch) -> Result<Entity> {
    cx.tx(|tx| async move {
        let kept = row::find(cx, &tx, id).await?;
        kept.customer.open.require_edit()?;
        require_newest(&kept.entity, version)?;
        change_in(cx, &tx, &kept.entity, patch).await
    })
    .await
}

fn require_newest(entity: &Entity, version: Version) -> Result<()> {
    if entity.version == version {
        return Ok(());
    }
    let reason = Text::new("fields-changed-meanwhile").with("name", entity.name());
    Err(Error::conflict(reason, entity))
}

async fn change_in(cx: &Context, tx: &Tx, entity: &Entity, patch: &Patch) -> Result<Entity> {
    let after = patch.apply(&entity.profile)?;
    if after == entity.profile {
        return Ok(entity.clone());
    }
    let values = fields::named(&write::values(&after), patch);
    work_in(cx, tx, Work::Change { id: entity.id.0, seen: Seen::Whatever, values }).await
}

/// Removes a legal entity: it can be taken back for 30 days. Who names a version means it.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete customers; `Conflict` when another version is there.
pub async fn delete(cx: &Context, id: LegalEntityId, version: Option<Version>) -> Result<()> {
    let seen = version.map_or(Seen::Whatever, Seen::Version);
    work(cx, Work::Delete { id: id.0, seen }).await.map(drop)
}

/// Takes a removed legal entity back.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete customers, and while its customer is in the bin.
pub async fn restore(cx: &Context, id: LegalEntityId) -> Result<()> {
    work(cx, Work::Restore { id: id.0 }).await.map(drop)
}

async fn work(cx: &Context, work: Work) -> Result<Entity> {
    let work = &work;
    cx.tx(|tx| async move { work_in(cx, &tx, work.clone()).await }).await
}

async fn work_in(cx: &Context, tx: &Tx, work: Work) -> Result<Entity> {
    let kind = fields::kind_of(cx, RecordKind::LegalEntity)?;
    let done = fields::run(cx, tx, kind, vec![work], &mut Ahead::default()).await?.pop();
    let record = done.unwrap_or(Err(Error::NotFound))?.open.record;
    row::find_any(cx, tx, LegalEntityId(record.id)).await.map(|kept| kept.entity)
}
