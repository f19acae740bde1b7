//! Contacts as a kind of record among others. Their history is that of their customer, and who sees a contact is who sees
//! its customer.

use std::collections::HashMap;

use fields::{About, Branch, Going, Kind, Listed, OwnField, Patch, Record, Told, Value, Values, Wish};
use fields::{FieldType, Likeness};
use kernel::db::{On, Q, Tx};
use kernel::{Actor, Area, Can, Context, CustomerId, Error, OpenRecord, RecordKind, Result, invalid};
use serde_json::{Value as Json, json};
use staff::store::logins::{self, Login};

use super::{contact_row, contacts, known, portal, row, scope, write};
use crate::contact::{Direction, Scope};
use crate::{Contact, Customer};

/// Contacts, for everything that works on records of any kind.
pub(super) struct Contacts;

/// A contact with the customer at which it is.
#[derive(Clone)]
pub(super) struct Placed {
    pub contact: Contact,
    pub customer: Customer,
}

const TOLD: Told = Told {
    created: "contact.created",
    changed: "contact.updated",
    deleted: "contact.deleted",
    restored: "contact.restored",
};

const FIELDS: &[OwnField] = &[
    OwnField::new("first_name", FieldType::Text).column("l.first_name"),
    OwnField::new("last_name", FieldType::Text).column("l.last_name"),
    OwnField::new("position", FieldType::Text).column("l.position"),
    OwnField::new("email", FieldType::Email).column("l.email"),
    OwnField::new("phone", FieldType::Phone).column("l.phone"),
    OwnField::new("mobile", FieldType::Phone).column("l.mobile"),
    OwnField::new("language", FieldType::Word).column("l.language"),
    OwnField::new("direction", FieldType::Word).column("l.direction").words(Direction::CODES),
    OwnField::new("is_active", FieldType::Flag).column("l.is_active"),
    OwnField::new("has_portal", FieldType::Flag).column("l.has_portal"),
    OwnField::new("scope", FieldType::Word).column("l.scope").words(Scope::CODES),
    OwnField::new("sees_invoices", FieldType::Flag).column("(l.permissions & 1 <> 0)"),
    OwnField::new("sees_estimates", FieldType::Flag).column("(l.permissions & 2 <> 0)"),
    OwnField::new("sees_contracts", FieldType::Flag).column("(l.permissions & 4 <> 0)"),
    OwnField::new("sees_proposals", FieldType::Flag).column("(l.permissions & 8 <> 0)"),
    OwnField::new("sees_tickets", FieldType::Flag).column("(l.permissions & 16 <> 0)"),
    OwnField::new("sees_projects", FieldType::Flag).column("(l.permissions & 32 <> 0)"),
    OwnField::new("sees_sites", FieldType::Flag).column("(l.permissions & 64 <> 0)"),
    OwnField::new("sees_accounts", FieldType::Flag).column("(l.permissions & 128 <> 0)"),
    OwnField::new("sees_files", FieldType::Flag).column("(l.permissions & 256 <> 0)"),
    OwnField::new("told_invoices", FieldType::Flag).column("(l.notices & 1 <> 0)"),
    OwnField::new("told_credit_notes", FieldType::Flag).column("(l.notices & 2 <> 0)"),
    OwnField::new("told_estimates", FieldType::Flag).column("(l.notices & 4 <> 0)"),
    OwnField::new("told_tickets", FieldType::Flag).column("(l.notices & 8 <> 0)"),
    OwnField::new("told_projects", FieldType::Flag).column("(l.notices & 16 <> 0)"),
    OwnField::new("told_contracts", FieldType::Flag).column("(l.notices & 32 <> 0)"),
    OwnField::new("told_tasks", FieldType::Flag).column("(l.notices & 64 <> 0)"),
    OwnField::new("told_payments", FieldType::Flag).column("(l.notices & 128 <> 0)"),
    OwnField::new("told_proposals", FieldType::Flag).column("(l.notices & 256 <> 0)"),
    OwnField::new("is_primary", FieldType::Flag).column("l.is_primary").kept(),
];

impl Kind for Contacts {
    type Row = Placed;
    type Ahead = ();
    const ABOUT: About = About { kind: RecordKind::Contact, table: "contact", told: TOLD };
    const FIELDS: &'static [OwnField] = FIELDS;
    const LISTED: Listed = Listed::PLAIN;

    fn branches(actor: &Actor) -> Result<Vec<Branch>> {
        if actor.has(Area::Customers, Can::ViewAll) {
            return Ok(vec![Branch::all()]);
        }
        let seen = Q::new("select p.id from contact p join customer c on c.id = p.customer_id where true");
        Ok(vec![Branch::gathered(seen.append(scope::condition(actor)?))])
    }

    fn record(cx: &Context, Placed { contact, customer }: &Placed) -> Record {
        let values = match serde_json::to_value(&contact.person) {
            Ok(Json::Object(person)) => fields::values_of(Self::FIELDS, &person),
            _ => Values::default(),
        };
        let open = OpenRecord {
            record: contact.record(),
            timeline_id: customer.timeline_id,
            version: contact.version,
            title: contact.person.name(),
            audience: customer.audience(),
            locked: Customer::can_edit(&cx.actor).err(),
        };
        let values = values.with("is_primary", Value::Flag(contact.is_primary));
        Record { open, deleted_at: contact.deleted_at, values }
    }

    /// A contact tells its customer from others, and is no record that is merged by itself.
    fn likeness(_: &Context, _: &Values) -> Vec<Likeness> {
        Vec::new()
    }

    async fn find(cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Placed>> {
        let contacts = contact_row::several(on, ids).await?;
        let customers: Vec<CustomerId> = contacts.iter().map(|contact| contact.customer_id).collect();
        // In a transaction the customer is locked, and with it everything that hangs on it.
        let customers = match row::several(cx, on, &customers).await {
            Err(Error::Forbidden(_)) => HashMap::new(),
            found => found?,
        };
        let placed = contacts.into_iter().filter_map(|contact| {
            let customer = customers.get(&contact.customer_id).filter(|one| one.deleted_at.is_none())?;
            Some(Placed { contact, customer: customer.clone() })
        });
        Ok(placed.collect())
    }

    async fn allow(
        cx: &Context,
        on: On<'_>,
        before: Option<&Placed>,
        wish: Wish<'_>,
        _: &mut (),
    ) -> Result<Placed> {
        let Some(before) = before else { return Err(invalid("customer_id", "error-required")) };
        let contact = match wish {
            Wish::Create(_) => return Err(invalid("customer_id", "error-required")),
            Wish::Change(values) => changed(cx, on, &before.contact, &Patch(values.to_json())).await?,
            Wish::Delete => Contact { deleted_at: Some(cx.now), is_primary: false, ..before.contact.clone() },
            Wish::Restore => {
                let back = Contact { deleted_at: None, ..before.contact.clone() };
                checked_login(on, &back).await?;
                back
            }
        };
        Ok(Placed { contact, customer: before.customer.clone() })
    }

    async fn commit(cx: &Context, tx: &Tx, allowed: Vec<Going<Placed>>) -> Result<Vec<Placed>> {
        let mut stored = Vec::with_capacity(allowed.len());
        for Going { before, after } in allowed {
            let before = before.ok_or(Error::NotFound)?;
            stored.push(store(cx, tx, &before, after).await?);
        }
        Ok(stored)
    }

    async fn purge(_: &Context, tx: &Tx, ids: &[i64]) -> Result<()> {
        contact_row::purge(tx, ids).await
    }
}

/// What becomes of a contact when these fields change, if they may.
pub(super) async fn changed(cx: &Context, on: On<'_>, before: &Contact, patch: &Patch) -> Result<Contact> {
    // Who is primary is changed by naming another one; only what takes that back sets it here.
    let mut fields = patch.clone();
    for name in ["first_name", "last_name"] {
        // No name is an empty one, and not nothing.
        if let Some(value) = fields.0.get_mut(name).filter(|value| value.is_null()) {
            *value = Json::String(String::new());
        }
    }
    let is_primary = fields.0.remove("is_primary").and_then(|json| json.as_bool());
    let person = fields.apply(&before.person)?;
    let is_primary = is_primary.filter(|_| cx.cause.undoes.is_some()).unwrap_or(before.is_primary);
    let after = Contact { person, is_primary, ..before.clone() };
    checked_login(on, &after).await?;
    Ok(after)
}

/// Refuses a login with an address that another one has; that two do it at once, the database refuses.
async fn checked_login(on: On<'_>, contact: &Contact) -> Result<()> {
    let Some(address) = contact.login() else { return Ok(()) };
    match logins::is_taken(on, Login::Contact(contact.id), &address).await? {
        true => Err(invalid("email", "contact-login-taken")),
        false => Ok(()),
    }
}

/// Stores a contact whose fields may change so, with what its customer is found and told by, and tells of it. Where there
/// are contacts, one of them is the primary one.
pub(super) async fn store(cx: &Context, tx: &Tx, before: &Placed, mut after: Placed) -> Result<Placed> {
    let told = known::likeness_now(cx, tx, &after.customer).await?;
    after.contact.version = before.contact.version + 1;
    portal::shut(cx, tx, &before.contact, &after.contact).await?;
    contact_row::update(cx, tx, &after.customer, &after.contact).await?;
    contacts::choose_primary(tx, after.customer.id).await?;
    write::retell(cx, tx, &after.customer, told).await?;
    let mut event = fields::event::<Contacts>(cx, Some(before), &after);
    let name = before.contact.person.name();
    match &mut event.payload {
        Json::Object(payload) => drop(payload.insert("name".to_owned(), name.into())),
        payload => *payload = json!({ "name": name }),
    }
    cx.record(tx, event).await?;
    let fresh = contact_row::several(tx, &[after.contact.id.0]).await?;
    let contact = fresh.into_iter().next().ok_or(Error::NotFound)?;
    Ok(Placed { contact, ..after })
}
