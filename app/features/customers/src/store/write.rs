//! The one place where rows of customers are written: row, links, search words, keys of duplicates, index of added fields
//! and event, always together.

use std::collections::HashMap;

use duplicates::Marks;
use fields::Likeness;
use fields::store::index::{self, Written};
use kernel::db::{Q, Tx, Val};
use kernel::{
    Audience, Context, CustomerId, Error, ImportId, Language, NewEvent, RecordKind, Result, TimelineId,
    normal,
};
use serde_json::Value;

use super::{contact_row, known, search};
use crate::{Customer, Person, Profile};

/// Each column with its value by place in a row of JSON: those of [`profile_values`], then what the system keeps.
const INSERT: &str = "insert into customer (kind, name, sort_key, initial, number, division, email, email_norm, phone, \
    phone_norm, mobile, mobile_norm, website, vat_number, segment_id, status_id, channel_id, manager_id, \
    service_manager_id, currency, language, street, postcode, city, region, country, shipping_street, shipping_postcode, \
    shipping_city, shipping_region, shipping_country, is_active, timeline_id, origin_lead_id, import_id, created_by, \
    created_at, updated_at, custom) \
    select \
    cast(r.value->>0 as text), cast(r.value->>1 as text), cast(r.value->>2 as text), cast(r.value->>3 as text), \
    cast(r.value->>4 as text), cast(r.value->>5 as text), cast(r.value->>6 as text), cast(r.value->>7 as text), \
    cast(r.value->>8 as text), cast(r.value->>9 as text), cast(r.value->>10 as text), cast(r.value->>11 as text), \
    cast(r.value->>12 as text), cast(r.value->>13 as text), cast(r.value->>14 as bigint), cast(r.value->>15 as bigint), \
    cast(r.value->>16 as bigint), cast(r.value->>17 as bigint), cast(r.value->>18 as bigint), \
    cast(r.value->>19 as text), cast(r.value->>20 as text), cast(r.value->>21 as text), cast(r.value->>22 as text), \
    cast(r.value->>23 as text), cast(r.value->>24 as text), cast(r.value->>25 as text), cast(r.value->>26 as text), \
    cast(r.value->>27 as text), cast(r.value->>28 as text), cast(r.value->>29 as text), cast(r.value->>30 as text), \
    cast(r.value->>31 as boolean), cast(r.value->>32 as bigint), cast(r.value->>33 as bigint), \
    cast(r.value->>34 as bigint), cast(r.value->>35 as bigint), cast(r.value->>36 as bigint), \
    cast(r.value->>37 as bigint),";

/// Stores new customers with one statement for each table; the database gives them their ids. `people` are the contacts
/// that come with each; they are written by the caller.
pub(super) async fn insert(
    cx: &Context,
    tx: &Tx,
    customers: &mut [Customer],
    people: &[&[Person]],
    import: Option<ImportId>,
) -> Result<()> {
    let rows: Vec<Vec<Val>> = customers.iter().map(|customer| row_values(cx, customer, import)).collect();
    let ids: Vec<(CustomerId, TimelineId)> = Q::new(INSERT)
        .dialect("r.value->>38", "r.value->38")
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .push("returning id, timeline_id")
        .bind(Val::rows(&rows))
        .all(tx)
        .await
        .map_err(taken)?;
    let by_timeline: HashMap<TimelineId, CustomerId> =
        ids.into_iter().map(|(id, timeline)| (timeline, id)).collect();
    for customer in customers.iter_mut() {
        customer.id = by_timeline.get(&customer.timeline_id).copied().ok_or(Error::NotFound)?;
    }
    link(tx, customers.iter()).await?;
    search::index_all(tx, customers.iter().zip(people.iter().copied())).await?;
    let marks = customers.iter().zip(people).map(|(customer, people)| Marks {
        id: customer.id.0,
        before: Vec::new(),
        after: known::likeness(cx, customer, people.iter()),
        at: customer.created_at,
    });
    duplicates::write_keys(tx, RecordKind::Customer, marks.collect()).await?;
    let written = customers.iter();
    let written = written.map(|one| Written { id: one.id.0, before: None, after: &one.profile.custom });
    index::put(tx, RecordKind::Customer, written).await
}

/// A number that another customer has.
fn taken(error: Error) -> Error {
    error.on_duplicate("customer.number", "number", "customer-number-taken")
}

fn row_values(cx: &Context, customer: &Customer, import: Option<ImportId>) -> Vec<Val> {
    let mut values = profile_values(cx, &customer.profile);
    values.extend([
        customer.timeline_id.into(),
        customer.origin_lead_id.into(),
        import.into(),
        customer.created_by.into(),
        customer.created_at.into(),
        customer.updated_at.into(),
        Val::json(&customer.profile.custom),
    ]);
    values
}

/// Stores a changed customer, which gets the next version and the moment of the change; the caller tells of it. `told` is
/// what it was told by before.
pub(super) async fn update(
    cx: &Context,
    tx: &Tx,
    before: &Customer,
    after: &mut Customer,
    told: Vec<Likeness>,
) -> Result<()> {
    after.version = before.version + 1;
    after.updated_at = cx.now;
    Q::new("update customer set (kind, name, sort_key, initial, number, division, email, email_norm, phone, phone_norm,")
        .push("mobile, mobile_norm, website, vat_number, segment_id, status_id, channel_id, manager_id, service_manager_id,")
        .push("currency, language, street, postcode, city, region, country, shipping_street, shipping_postcode,")
        .push("shipping_city, shipping_region, shipping_country, is_active)")
        .push("= (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),")
        .push("version = ?, updated_at = ?, deleted_at = ?, custom = ? where id = ?")
        .bind_all(profile_values(cx, &after.profile))
        .bind(after.version)
        .bind(after.updated_at)
        .bind(after.deleted_at)
        .bind(Val::json(&after.profile.custom))
        .bind(after.id)
        .run(tx)
        .await
        .map_err(taken)?;
    if (&before.profile.groups, &before.profile.administrators)
        != (&after.profile.groups, &after.profile.administrators)
    {
        unlink(tx, after.id).await?;
        link(tx, [&*after]).await?;
    }
    retell(cx, tx, after, told).await?;
    let custom = (&before.profile.custom, &after.profile.custom);
    let written = Written { id: after.id.0, before: Some(custom.0), after: custom.1 };
    index::put(tx, RecordKind::Customer, [written]).await
}

/// Writes anew what a customer is found and told by; `before` is what it was told by.
pub(super) async fn retell(cx: &Context, tx: &Tx, customer: &Customer, before: Vec<Likeness>) -> Result<()> {
    search::index(tx, customer).await?;
    let after = known::likeness_now(cx, tx, customer).await?;
    let marks = Marks { id: customer.id.0, before, after, at: cx.now };
    duplicates::write_keys(tx, RecordKind::Customer, vec![marks]).await
}

async fn link<'a>(tx: &Tx, customers: impl IntoIterator<Item = &'a Customer>) -> Result<()> {
    let (mut groups, mut given): (Vec<Vec<Val>>, Vec<Vec<Val>>) = (Vec::new(), Vec::new());
    for customer in customers {
        let (id, profile) = (customer.id, &customer.profile);
        groups.extend(profile.groups.iter().map(|group| vec![id.into(), (*group).into()]));
        given.extend(profile.administrators.iter().map(|staff| vec![id.into(), (*staff).into()]));
    }
    let both = [
        ("insert into customer_grouping (customer_id, group_id) select", groups),
        ("insert into customer_administrator (customer_id, staff_id) select", given),
    ];
    for (insert, rows) in both.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        Q::new(insert)
            .push("cast(r.value->>0 as bigint), cast(r.value->>1 as bigint)")
            .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
            .bind(Val::rows(&rows))
            .run(tx)
            .await?;
    }
    Ok(())
}

async fn unlink(tx: &Tx, id: CustomerId) -> Result<()> {
    Q::new("delete from customer_grouping where customer_id = ?").bind(id).run(tx).await?;
    Q::new("delete from customer_administrator where customer_id = ?").bind(id).run(tx).await.map(drop)
}

/// Takes customers that lie in the bin out of the database, with what stands in tables of their own.
pub(super) async fn purge(tx: &Tx, ids: &[i64]) -> Result<()> {
    consent::store::purge(tx, RecordKind::Customer, ids).await?;
    let all = ["delete from customer_grouping where", "delete from customer_administrator where"];
    for end in ["from_id", "to_id"] {
        Q::new("delete from customer_part_move where").any_of(end, ids.iter().copied()).run(tx).await?;
    }
    let q = Q::new("select id from contact where").any_of("customer_id", ids.iter().copied());
    let contacts: Vec<(i64,)> = q.all(tx).await?;
    let contacts: Vec<i64> = contacts.into_iter().map(|(id,)| id).collect();
    contact_row::purge(tx, &contacts).await?;
    for delete in all {
        Q::new(delete).any_of("customer_id", ids.iter().copied()).run(tx).await?;
    }
    Q::new("delete from customer_search where").any_of("rowid", ids.iter().copied()).run(tx).await?;
    Q::new("delete from customer where").any_of("id", ids.iter().copied()).run(tx).await.map(drop)
}

/// The event of what became of a customer.
pub(super) fn event(
    kind: &'static str,
    before: Option<&Customer>,
    after: &Customer,
    payload: Value,
) -> NewEvent {
    let audience: Audience = match before {
        Some(before) => after.audience().changed_from(&before.audience()),
        None => after.audience(),
    };
    NewEvent {
        kind,
        record: after.record(),
        timeline_id: Some(after.timeline_id),
        version: after.version,
        payload,
        audience,
    }
}

/// The values of what people type in, in the order of the statements above.
fn profile_values(cx: &Context, profile: &Profile) -> Vec<Val> {
    let organisation = cx.organisation();
    let country = profile.country.clone().unwrap_or_else(|| organisation.country.clone());
    let dialled = |phone: &Option<String>| phone.as_deref().and_then(|phone| normal::phone(phone, &country));
    let key = normal::sort_key(&profile.name);
    vec![
        profile.kind.code().into(),
        (&profile.name).into(),
        (&key).into(),
        (&initial(&key)).into(),
        profile.number.clone().into(),
        profile.division.clone().into(),
        profile.email.clone().into(),
        profile.email.as_deref().and_then(normal::email).into(),
        profile.phone.clone().into(),
        dialled(&profile.phone).into(),
        profile.mobile.clone().into(),
        dialled(&profile.mobile).into(),
        profile.website.clone().into(),
        profile.vat_number.clone().into(),
        profile.segment_id.into(),
        profile.status_id.into(),
        profile.channel_id.into(),
        profile.manager_id.into(),
        profile.service_manager_id.into(),
        profile.currency.unwrap_or(organisation.currency).into(),
        profile.language.map(Language::code).into(),
        profile.street.clone().into(),
        profile.postcode.clone().into(),
        profile.city.clone().into(),
        profile.region.clone().into(),
        profile.country.clone().into(),
        profile.shipping_street.clone().into(),
        profile.shipping_postcode.clone().into(),
        profile.shipping_city.clone().into(),
        profile.shipping_region.clone().into(),
        profile.shipping_country.clone().into(),
        profile.is_active.into(),
    ]
}

/// The letter under which a name stands in a directory: the first of its sort key, whatever its alphabet, and `#` for
/// whatever begins with none.
fn initial(key: &str) -> String {
    match key.chars().next() {
        Some(first) if first.is_alphabetic() => first.to_uppercase().collect(),
        _ => "#".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_under_its_first_letter_in_any_alphabet() {
        let under = |name: &str| initial(&normal::sort_key(name));
        let names = ["Émile", "ångström", "Яков", "شركة", "3M", "", "ßtrasse"];
        assert_eq!(names.map(under), ["E", "A", "Я", "ش", "#", "#", "S"]);
    }
}
