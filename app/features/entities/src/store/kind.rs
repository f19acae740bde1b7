//! Legal entities of customers as a kind of record among others. Their timeline is their customer's.

use customers::store::{owners, part_branches};
use fields::store::definitions;
use fields::{About, Branch, FieldType, Going, Kind, OwnField, Patch, Record, Told, Value, Values, Wish};
use kernel::db::{On, Q, Tx};
use kernel::{
    Actor, Context, CustomerId, Error, LegalEntityId, OpenRecord, RecordKind, Result, forbidden, invalid,
};

use super::row::{self, Kept};
use super::{own, write};
use crate::{Entity, Profile};

/// The key of whose entity it is: said when it is made, and the same from then on.
const CUSTOMER: &str = "customer_id";

/// The fields of legal entities, in the order of forms.
pub(super) const FIELDS: &[OwnField] = &[
    OwnField::new("registered_name", FieldType::Text).column("l.registered_name"),
    OwnField::new("registration_number", FieldType::Text).column("l.registration_number"),
    OwnField::new("tax_number", FieldType::Text).column("l.tax_number"),
    OwnField::new("street", FieldType::Text).column("l.street"),
    OwnField::new("postcode", FieldType::Text).column("l.postcode"),
    OwnField::new("city", FieldType::Text).column("l.city"),
    OwnField::new("region", FieldType::Text).column("l.region"),
    OwnField::new("country", FieldType::Country).column("l.country"),
    OwnField::new("bank", FieldType::Text).column("l.bank"),
    OwnField::new("iban", FieldType::Text).column("l.iban"),
    OwnField::new("bic", FieldType::Text).column("l.bic"),
    OwnField::new("billed_by_id", FieldType::Choice).column("l.billed_by_id"),
    OwnField::new(CUSTOMER, FieldType::Choice).column("l.customer_id"),
];

/// Legal entities, for everything that works on records of any kind.
pub(super) struct Entities;

const TOLD: Told = Told {
    created: "legal_entity.created",
    changed: "legal_entity.updated",
    deleted: "legal_entity.deleted",
    restored: "legal_entity.restored",
};

impl Kind for Entities {
    type Row = Kept;
    type Ahead = ();

    const ABOUT: About = About { kind: RecordKind::LegalEntity, table: "legal_entity", told: TOLD };
    const FIELDS: &'static [OwnField] = FIELDS;

    fn branches(actor: &Actor) -> Result<Vec<Branch>> {
        part_branches(actor)
    }

    fn record(_: &Context, kept: &Kept) -> Record {
        let (entity, customer) = (&kept.entity, &kept.customer.open);
        let deleted_at = kept.deleted_at();
        let in_bin = deleted_at.map(|_| forbidden("entity-is-removed"));
        let open = OpenRecord {
            record: entity.record(),
            timeline_id: customer.timeline_id,
            version: entity.version,
            title: entity.name().to_owned(),
            audience: customer.audience.clone(),
            locked: customer.locked.clone().or(in_bin),
        };
        let values = write::values(&entity.profile).with(CUSTOMER, Value::Id(entity.customer_id.0));
        Record { open, deleted_at, values }
    }

    async fn find(cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Kept>> {
        row::several(cx, on, ids).await
    }

    async fn allow(
        cx: &Context,
        on: On<'_>,
        before: Option<&Kept>,
        wish: Wish<'_>,
        _: &mut (),
    ) -> Result<Kept> {
        match (wish, before) {
            (Wish::Create(values), _) | (Wish::Change(values), None) => {
                let Some(Value::Id(customer)) = values.get(CUSTOMER) else {
                    return Err(invalid(CUSTOMER, "error-required"));
                };
                opened(cx, on, CustomerId(*customer), values).await
            }
            (Wish::Change(values), Some(before)) => changed(cx, on, before, values).await,
            (Wish::Delete, Some(before)) => {
                let entity = Entity { deleted_at: Some(cx.now), ..before.entity.clone() };
                Ok(Kept { entity, ..before.clone() })
            }
            (Wish::Restore, Some(before)) if before.customer.deleted_at.is_some() => {
                Err(forbidden("entity-customer-removed"))
            }
            (Wish::Restore, Some(before)) => {
                let entity = Entity { deleted_at: None, ..before.entity.clone() };
                Ok(Kept { entity, ..before.clone() })
            }
            (Wish::Delete | Wish::Restore, None) => Err(Error::NotFound),
        }
    }

    async fn commit(cx: &Context, tx: &Tx, allowed: Vec<Going<Kept>>) -> Result<Vec<Kept>> {
        let mut entities = Vec::with_capacity(allowed.len());
        for Going { before, after } in allowed {
            entities.push(write::put(cx, tx, before.as_ref(), after).await?);
        }
        Ok(entities)
    }

    async fn purge(_: &Context, tx: &Tx, ids: &[i64]) -> Result<()> {
        let moves = Q::new("delete from customer_part_move where record_kind = 'legal_entity' and");
        moves.any_of("part_id", ids.iter().copied()).run(tx).await?;
        Q::new("delete from legal_entity where").any_of("id", ids.iter().copied()).run(tx).await.map(drop)
    }
}

/// A new legal entity of a customer that the actor sees and may change.
pub(super) async fn opened(
    cx: &Context,
    on: On<'_>,
    customer_id: CustomerId,
    values: &Values,
) -> Result<Kept> {
    let customer = owners(cx, on, &[customer_id.0]).await?.remove(&customer_id.0).ok_or(Error::NotFound)?;
    if customer.deleted_at.is_some() {
        return Err(Error::NotFound);
    }
    customer.open.require_edit()?;
    let profile = filled_in(cx, on, None, values).await?;
    let entity = Entity {
        id: LegalEntityId(0),
        customer_id,
        profile,
        version: 0,
        created_at: cx.now,
        updated_at: cx.now,
        deleted_at: None,
    };
    Ok(Kept { entity, customer })
}

/// What becomes of a legal entity whose fields change.
async fn changed(cx: &Context, on: On<'_>, before: &Kept, values: &Values) -> Result<Kept> {
    let entity = &before.entity;
    if values.get(CUSTOMER).is_some_and(|whose| *whose != Value::Id(entity.customer_id.0)) {
        return Err(invalid(CUSTOMER, "entity-customer-stays"));
    }
    let profile = filled_in(cx, on, Some(&entity.profile), values).await?;
    Ok(Kept { entity: Entity { profile, ..entity.clone() }, ..before.clone() })
}

/// A profile with other values in some fields, tidied and checked.
async fn filled_in(cx: &Context, on: On<'_>, before: Option<&Profile>, values: &Values) -> Result<Profile> {
    let mut fields = values.clone().without(CUSTOMER).to_json();
    // No name is an empty one, and not nothing.
    if let Some(name) = fields.get_mut("registered_name").filter(|name| name.is_null()) {
        *name = String::new().into();
    }
    let mut profile = Patch(fields).apply(before.unwrap_or(&Profile::default()))?;
    if before.and_then(|before| before.billed_by_id) != profile.billed_by_id {
        // What is taken back was chosen once already.
        own::check_chosen(on, profile.billed_by_id, cx.cause.undoes.is_some()).await?;
    }
    let had = before.map(|before| &before.custom);
    profile.custom = definitions::check(on, RecordKind::LegalEntity, had, &profile.custom).await?;
    Ok(profile)
}
