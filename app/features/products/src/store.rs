//! Where products are kept. Everybody who works here reads the catalogue; who may change settings changes it.

mod kind;
mod list;
mod row;
pub mod seed;
mod write;

pub use list::list;
pub use row::find;

use fields::{Ahead, Patch, Seen, Values, Work};
use kernel::{Area, Can, Context, Error, Feature, Parts, ProductId, RecordKind, Result, Text, Version};

use crate::{Product, Profile};

/// What products give to the house.
pub fn feature() -> Feature {
    Feature {
        texts: crate::TEXTS,
        doors: vec![fields::door::<kind::Products>()],
        parts: Parts::default()
            .with(fields::part::<kind::Products>())
            .with(records::StandsOn("select timeline_id from product")),
        ..Feature::default()
    }
}

/// Puts a product into the catalogue.
///
/// # Errors
/// `Forbidden` without the right to create settings; `Invalid` for fields that do not fit and a code that is taken.
pub async fn create(cx: &Context, profile: &Profile) -> Result<Product> {
    work(cx, Work::Create(values(profile))).await
}

/// Changes the fields in which the profile differs from what somebody saw. What others did to other fields stays.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`; `Invalid`; `Conflict` when a field holds something else.
pub async fn update(cx: &Context, id: ProductId, seen: &Profile, profile: &Profile) -> Result<Product> {
    // All may read the catalogue: who may not change it is told so before anything is looked for.
    cx.actor.require(Area::Settings, Can::Edit)?;
    let (before, after) = fields::differing(&values(seen), &values(profile));
    work(cx, Work::Change { id: id.0, seen: Seen::Values(before), values: after }).await
}

/// Changes fields of the newest version.
///
/// # Errors
/// As [`update`]; `Conflict` with the product as it is when `version` is not the newest.
pub async fn change(cx: &Context, id: ProductId, version: Version, patch: &Patch) -> Result<Product> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let before = find(cx, id).await?;
    if before.version != version {
        let reason = Text::new("fields-changed-meanwhile").with("name", &before.profile.name);
        return Err(Error::conflict(reason, &before));
    }
    let values = fields::named(&values(&patch.apply(&before.profile)?), patch);
    work(cx, Work::Change { id: id.0, seen: Seen::Version(version), values }).await
}

/// Puts a product into the bin.
///
/// # Errors
/// `Forbidden` without the right to delete settings; `NotFound`.
pub async fn delete(cx: &Context, id: ProductId) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Delete)?;
    work(cx, Work::Delete { id: id.0, seen: Seen::Whatever }).await.map(drop)
}

/// Takes a product out of the bin.
///
/// # Errors
/// As [`delete`]; `Invalid` when another product has its code by now.
pub async fn restore(cx: &Context, id: ProductId) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Delete)?;
    work(cx, Work::Restore { id: id.0 }).await.map(drop)
}

async fn work(cx: &Context, work: Work) -> Result<Product> {
    let kind = fields::kind_of(cx, RecordKind::Product)?;
    let work = &work;
    cx.tx(|tx| async move {
        let done = fields::run(cx, &tx, kind, vec![work.clone()], &mut Ahead::default()).await?.pop();
        let record = done.unwrap_or(Err(Error::NotFound))?.open.record;
        row::find_any(cx, &tx, ProductId(record.id)).await
    })
    .await
}

/// What the fields of a product hold.
fn values(profile: &Profile) -> Values {
    fields::profile_values(kind::FIELDS, profile, &profile.custom)
}
