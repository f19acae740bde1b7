//! The one place where rows of customers' legal entities are written: row, index of added fields and event together.

use std::collections::HashMap;

use fields::store::definitions;
use fields::store::index::{self, Written};
use fields::{FieldChange, Kind, Values};
use kernel::db::{On, Q, Tx, Val};
use kernel::{Context, LegalEntityId, NewEvent, RecordKind, Result, normal};
use serde_json::{Value as Json, json};

use super::kind::{Entities, FIELDS};
use super::own;
use super::row::Kept;
use crate::{Company, Entity, Profile};

/// What the fields of a legal entity hold.
pub(super) fn values(profile: &Profile) -> Values {
    fields::profile_values(FIELDS, profile, &profile.custom)
}

/// Stores a legal entity that may be so: a new one, or one that was another way before.
pub(super) async fn put(cx: &Context, tx: &Tx, before: Option<&Kept>, mut after: Kept) -> Result<Kept> {
    let entity = &mut after.entity;
    entity.version += 1;
    entity.updated_at = cx.now;
    match before {
        None => insert(cx, tx, entity).await?,
        Some(_) => update(tx, entity).await?,
    }
    let custom = before.map(|before| &before.entity.profile.custom);
    let written = Written { id: entity.id.0, before: custom, after: &entity.profile.custom };
    index::put(tx, RecordKind::LegalEntity, [written]).await?;
    cx.record(tx, event(cx, tx, before, &after).await?).await?;
    Ok(after)
}

async fn insert(cx: &Context, tx: &Tx, entity: &mut Entity) -> Result<()> {
    let q = Q::new("insert into legal_entity (registered_name, sort_key, registration_number, tax_number, street,")
        .push("postcode, city, region, country, bank, iban, bic, billed_by_id, custom, deleted_at, version, updated_at,")
        .push("customer_id, created_by, created_at)")
        .push("values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind_all(columns(entity))
        .bind(entity.customer_id)
        .bind(cx.staff_id())
        .bind(entity.created_at);
    entity.id = LegalEntityId(q.number(tx).await?);
    Ok(())
}

async fn update(tx: &Tx, entity: &Entity) -> Result<()> {
    Q::new(
        "update legal_entity set registered_name = ?, sort_key = ?, registration_number = ?, tax_number = ?,",
    )
    .push("street = ?, postcode = ?, city = ?, region = ?, country = ?, bank = ?, iban = ?, bic = ?,")
    .push("billed_by_id = ?, custom = ?, deleted_at = ?, version = ?, updated_at = ? where id = ?")
    .bind_all(columns(entity))
    .bind(entity.id)
    .run(tx)
    .await
    .map(drop)
}

/// The values of the columns from `registered_name` to `updated_at`.
fn columns(entity: &Entity) -> Vec<Val> {
    let profile = &entity.profile;
    let mut values = company_columns(&profile.company);
    values.extend([
        profile.billed_by_id.into(),
        Val::json(&profile.custom),
        entity.deleted_at.into(),
        entity.version.into(),
        entity.updated_at.into(),
    ]);
    values
}

/// The values of the columns that both tables have, from `registered_name` to `bic`.
pub(super) fn company_columns(company: &Company) -> Vec<Val> {
    vec![
        (&company.registered_name).into(),
        normal::sort_key(&company.registered_name).into(),
        company.registration_number.clone().into(),
        company.tax_number.clone().into(),
        company.street.clone().into(),
        company.postcode.clone().into(),
        company.city.clone().into(),
        company.region.clone().into(),
        company.country.clone().into(),
        company.bank.clone().into(),
        company.iban.clone().into(),
        company.bic.clone().into(),
    ]
}

/// What became of a legal entity, in words.
async fn event(cx: &Context, tx: &Tx, before: Option<&Kept>, after: &Kept) -> Result<NewEvent> {
    let mut event = fields::event::<Entities>(cx, before, after);
    let name = before.unwrap_or(after).entity.name();
    let Some(before) = before.filter(|_| event.kind == Entities::ABOUT.told.changed) else {
        event.payload = json!({ "name": name });
        return Ok(event);
    };
    let added = definitions::list(tx, RecordKind::LegalEntity).await?;
    let of = |kept| Entities::record(cx, kept).values;
    let mut told = Vec::new();
    for change in fields::changes(&of(before), &of(after)) {
        told.push(match change.field.as_str() {
            "billed_by_id" => of_own(tx, change).await?,
            _ => definitions::in_words(tx, &added, change).await?,
        });
    }
    event.payload = json!({ "name": name, "changes": told });
    Ok(event)
}

/// Who bills it, by name.
async fn of_own(tx: &Tx, change: FieldChange) -> Result<FieldChange> {
    let names: HashMap<i64, String> =
        own::names(On::Tx(tx)).await?.into_iter().map(|own| (own.id.0, own.name)).collect();
    let word =
        |json: &Json| json.as_i64().and_then(|id| names.get(&id)).map_or(Json::Null, |name| json!(name));
    let (old, new) = (word(&change.old), word(&change.new));
    Ok(change.told(old, new))
}
