//! Many new customers with their contacts at once: one statement for each table.

use std::collections::HashMap;

use duplicates::Marks;
use kernel::db::{Q, Tx, Val};
use kernel::{ContactId, Context, CustomerId, Error, NewEvent, RecordKind, Result, TimelineId, normal};
use serde_json::json;

use super::change::{columns, event};
use super::{audience, known, search};
use crate::{Contact, Customer, Person, Profile};

/// Each column with its value by place in a row of JSON: those of [`columns`], then what the system keeps.
const INSERT: &str = "insert into customer (kind, name, sort_key, email, email_norm, phone, phone_norm, website, street, \
    city, region, postcode, country, manager_id, currency, language, is_active, timeline_id, created_by, created_at, \
    updated_at) select \
    cast(r.value->>0 as text), cast(r.value->>1 as text), cast(r.value->>2 as text), cast(r.value->>3 as text), \
    cast(r.value->>4 as text), cast(r.value->>5 as text), cast(r.value->>6 as text), cast(r.value->>7 as text), \
    cast(r.value->>8 as text), cast(r.value->>9 as text), cast(r.value->>10 as text), cast(r.value->>11 as text), \
    cast(r.value->>12 as text), cast(r.value->>13 as bigint), cast(r.value->>14 as text), cast(r.value->>15 as text), \
    cast(r.value->>16 as boolean), cast(r.value->>17 as bigint), cast(r.value->>18 as bigint), \
    cast(r.value->>19 as bigint), cast(r.value->>19 as bigint)";

const INSERT_CONTACTS: &str = "insert into contact (customer_id, first_name, last_name, email, email_norm, phone, \
    phone_norm, position, is_primary, created_at) select \
    cast(r.value->>0 as bigint), cast(r.value->>1 as text), cast(r.value->>2 as text), cast(r.value->>3 as text), \
    cast(r.value->>4 as text), cast(r.value->>5 as text), cast(r.value->>6 as text), cast(r.value->>7 as text), \
    cast(r.value->>8 as boolean), cast(r.value->>9 as bigint)";

/// Stores new customers, each with its contacts, the first of whom is the primary one; with events and search words.
/// The fields have to be in order.
///
/// # Errors
/// As [`Q::all`].
pub(super) async fn insert(cx: &Context, tx: &Tx, new: &[(Profile, Vec<Person>)]) -> Result<Vec<CustomerId>> {
    let timelines = records::timeline::begin_many(cx, tx, new.len()).await?;
    let row = |((profile, _), timeline): (&(Profile, Vec<Person>), &TimelineId)| {
        let mut row = columns(cx, profile).to_vec();
        row.extend([(*timeline).into(), cx.staff_id().into(), cx.now.into()]);
        row
    };
    let rows: Vec<Vec<Val>> = new.iter().zip(&timelines).map(row).collect();
    let ids: Vec<(TimelineId, CustomerId)> = Q::new(INSERT)
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .push("returning timeline_id, id")
        .bind(Val::rows(&rows))
        .all(tx)
        .await?;
    let ids: HashMap<TimelineId, CustomerId> = ids.into_iter().collect();
    let customer = |((profile, _), timeline_id): (&(Profile, Vec<Person>), TimelineId)| {
        let id = ids.get(&timeline_id).copied().ok_or(Error::NotFound)?;
        let (profile, now) = (profile.clone(), cx.now);
        Ok(Customer {
            id,
            profile,
            timeline_id,
            origin_lead_id: None,
            version: 1,
            created_at: now,
            updated_at: now,
        })
    };
    let customers = new.iter().zip(timelines).map(customer).collect::<Result<Vec<_>>>()?;
    let people: Vec<&[Person]> = new.iter().map(|(_, people)| people.as_slice()).collect();
    let contacts = insert_contacts(cx, tx, &customers, &people).await?;
    cx.record_all(tx, &events(&customers, &contacts)).await?;
    search::index_new(tx, customers.iter().zip(contacts.iter().map(Vec::as_slice))).await?;
    let marks = customers.iter().zip(&people).map(|(customer, people)| Marks {
        id: customer.id.0,
        before: Vec::new(),
        after: known::likeness(cx, &customer.profile, *people),
        at: customer.created_at,
    });
    duplicates::write_keys(tx, RecordKind::Customer, marks.collect()).await?;
    Ok(customers.into_iter().map(|customer| customer.id).collect())
}

async fn insert_contacts(
    cx: &Context,
    tx: &Tx,
    customers: &[Customer],
    people: &[&[Person]],
) -> Result<Vec<Vec<Contact>>> {
    let country = cx.organisation().country.clone();
    let row = |customer: &Customer, person: &Person, place: usize| {
        let phone = person.phone.as_deref().and_then(|phone| normal::phone(phone, &country));
        let email = person.email.as_deref().and_then(normal::email);
        vec![
            customer.id.into(),
            (&person.first_name).into(),
            (&person.last_name).into(),
            person.email.clone().into(),
            email.into(),
            person.phone.clone().into(),
            phone.into(),
            person.position.clone().into(),
            (place == 0).into(),
            cx.now.into(),
        ]
    };
    let pairs = customers.iter().zip(people);
    let rows: Vec<Vec<Val>> = pairs
        .flat_map(|(customer, people)| {
            people.iter().enumerate().map(move |(place, person)| row(customer, person, place))
        })
        .collect();
    let mut ids: Vec<(ContactId,)> = Q::new(INSERT_CONTACTS)
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .push("returning id")
        .bind(Val::rows(&rows))
        .all(tx)
        .await?;
    // Both databases number the rows in the order of the array, but may answer in another.
    ids.sort_unstable();
    let mut ids = ids.into_iter();
    let contact = |customer: &Customer, person: &Person, place: usize, id: ContactId| {
        let (person, is_primary) = (person.clone(), place == 0);
        Contact { id, customer_id: customer.id, person, is_primary, version: 1 }
    };
    let pairs = customers.iter().zip(people);
    let all = pairs.map(|(customer, people)| {
        let people = people.iter().zip(ids.by_ref()).enumerate();
        people.map(|(place, (person, (id,)))| contact(customer, person, place, id)).collect()
    });
    Ok(all.collect())
}

fn events(customers: &[Customer], contacts: &[Vec<Contact>]) -> Vec<NewEvent> {
    let mut events = Vec::new();
    for (customer, contacts) in customers.iter().zip(contacts) {
        let all = || audience(customer.profile.manager_id, &[]);
        events.push(event("customer.created", customer, json!({ "name": customer.profile.name }), all()));
        events.extend(contacts.iter().map(|contact| {
            let payload = json!({ "contact_id": contact.id, "name": contact.person.name() });
            event("contact.created", customer, payload, all())
        }));
    }
    events
}
