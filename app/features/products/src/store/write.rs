//! The one place where rows of products are written: row, words, index of added fields and event together.

use fields::store::definitions;
use fields::store::index::{self, Written};
use fields::{FieldChange, Kind};
use kernel::db::{Q, Tx, Val};
use kernel::{Arg, Context, NewEvent, RecordKind, Result, Text, normal};
use serde_json::{Value as Json, json};

use super::kind::Products;
use crate::{Charge, Product, Profile};

/// Stores a product that may be so: a new one, or one that was another way before.
pub(super) async fn put(
    cx: &Context,
    tx: &Tx,
    before: Option<&Product>,
    mut after: Product,
) -> Result<Product> {
    after.version += 1;
    after.updated_at = cx.now;
    if before.is_none() {
        after.timeline_id = records::timeline::begin(cx, tx).await?;
    }
    let stored = match before {
        None => insert(cx, tx, &mut after).await,
        Some(_) => update(tx, &after).await,
    };
    stored.map_err(|error| error.on_duplicate("product.code_norm", "code", "product-code-taken"))?;
    let custom = before.map(|before| &before.profile.custom);
    let written = Written { id: after.id.0, before: custom, after: &after.profile.custom };
    index::put(tx, RecordKind::Product, [written]).await?;
    cx.record(tx, event(cx, tx, before, &after).await?).await?;
    Ok(after)
}

async fn insert(cx: &Context, tx: &Tx, product: &mut Product) -> Result<()> {
    let q = Q::new("insert into product (code, code_norm, name, sort_key, words, description, unit, price_minor,")
        .push("price_currency, charge, is_active, custom, deleted_at, version, updated_at, timeline_id, created_by,")
        .push("created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind_all(columns(product))
        .bind(product.timeline_id)
        .bind(cx.staff_id())
        .bind(product.created_at);
    product.id.0 = q.number(tx).await?;
    Ok(())
}

async fn update(tx: &Tx, product: &Product) -> Result<()> {
    Q::new("update product set code = ?, code_norm = ?, name = ?, sort_key = ?, words = ?, description = ?, unit = ?,")
        .push("price_minor = ?, price_currency = ?, charge = ?, is_active = ?, custom = ?, deleted_at = ?, version = ?,")
        .push("updated_at = ? where id = ?")
        .bind_all(columns(product))
        .bind(product.id)
        .run(tx)
        .await
        .map(drop)
}

/// The values of the columns from `code` to `updated_at`.
fn columns(product: &Product) -> Vec<Val> {
    let profile = &product.profile;
    let (minor, currency) = Val::money(profile.price);
    vec![
        profile.code.clone().into(),
        code_norm(profile).into(),
        (&profile.name).into(),
        normal::sort_key(&profile.name).into(),
        words(profile).into(),
        profile.description.clone().into(),
        profile.unit.clone().into(),
        minor,
        currency,
        profile.charge.code().into(),
        profile.is_active.into(),
        Val::json(&profile.custom),
        product.deleted_at.into(),
        product.version.into(),
        product.updated_at.into(),
    ]
}

/// The code as codes are compared.
pub(super) fn code_norm(profile: &Profile) -> Option<String> {
    profile.code.as_ref().map(|code| code.to_lowercase())
}

fn words(profile: &Profile) -> String {
    let texts = [profile.code.as_ref(), profile.unit.as_ref()].into_iter().flatten();
    normal::sort_key(&texts.fold(profile.name.clone(), |all, text| all + " " + text))
}

/// What became of a product, in words.
async fn event(cx: &Context, tx: &Tx, before: Option<&Product>, after: &Product) -> Result<NewEvent> {
    let mut event = fields::event::<Products>(cx, before, after);
    if event.kind != Products::ABOUT.told.changed {
        event.payload = json!({ "name": after.profile.name });
        return Ok(event);
    }
    let added = definitions::list(tx, RecordKind::Product).await?;
    let before = before.map(|before| Products::record(cx, before).values).unwrap_or_default();
    let mut told = Vec::new();
    for change in fields::changes(&before, &Products::record(cx, after).values) {
        told.push(match change.field.as_str() {
            "charge" => of_charge(change),
            _ => definitions::in_words(tx, &added, change).await?,
        });
    }
    event.payload = json!({ "changes": told });
    Ok(event)
}

fn of_charge(change: FieldChange) -> FieldChange {
    let word = |json: &Json| {
        let charge = json.as_str().and_then(Charge::parse).unwrap_or_default();
        json!(Arg::from(Text::new(charge.label())))
    };
    let (old, new) = (word(&change.old), word(&change.new));
    change.told(old, new)
}
