//! Contacts in the portal: who may sign in, and how they learn of it.

use futures::FutureExt;
use kernel::db::{FromRow, Q, Tx};
use kernel::{
    Actor, ContactActor, ContactId, Context, CustomerId, Language, Mail, NewEvent, Result, Text, invalid,
    setting,
};
use serde_json::{Value, json};
use staff::guests::{Guest, Guests};

use super::contact_kind::Placed;
use super::{contact_ops, contact_row, contacts, row, write};
use crate::{Contact, Customer, Greeting, Person, PortalSetting};

/// How the house knows contacts who sign in.
pub(super) fn guests() -> Guests {
    Guests {
        find: |cx, id| find(cx, id).boxed(),
        event: |cx, tx, id, kind, payload| event(cx, tx, id, kind, payload).boxed(),
    }
}

#[derive(FromRow)]
struct Row {
    customer_id: CustomerId,
    first_name: String,
    last_name: String,
    email: Option<String>,
    language: Option<String>,
    permissions: i64,
}

/// A contact that may sign in: active, with access and an address, at an active customer, none of them in the bin.
async fn find(cx: &Context, id: ContactId) -> Result<Option<Guest>> {
    let q = Q::new("select c.customer_id, c.first_name, c.last_name, c.email,")
        .push("coalesce(c.language, u.language) as language, c.permissions")
        .push("from contact c join customer u on u.id = c.customer_id")
        .push("where c.id = ? and c.is_active and c.has_portal and c.deleted_at is null")
        .push("and u.is_active and u.deleted_at is null");
    let row: Option<Row> = q.bind(id).optional(cx.db()).await?;
    Ok(row.and_then(|row| {
        let person = Person { first_name: row.first_name, last_name: row.last_name, ..Person::default() };
        let actor = ContactActor {
            id,
            customer_id: row.customer_id,
            name: person.name(),
            sees: row.permissions,
            viewer: None,
        };
        let language = row.language.as_deref().and_then(Language::parse);
        Some(Guest { actor, email: row.email?, language })
    }))
}

/// What only says that somebody came and went is no history of a customer: it is kept, and found by the contact.
const PASSING: [&str; 4] =
    ["contact.signed_in", "contact.signed_out", "contact.sign_in_failed", "contact.sessions_ended"];

async fn event(
    cx: &Context,
    tx: &Tx,
    id: ContactId,
    kind: &'static str,
    payload: Value,
) -> Result<Option<NewEvent>> {
    let Some(contact) = contact_row::several(tx, &[id.0]).await?.into_iter().next() else { return Ok(None) };
    // A person who signs in sees no customers; that something happened to them is told, all the same.
    let customer = row::find_any(&cx.on_behalf(Actor::System), tx, contact.customer_id).await?;
    let mut event = about(kind, &contact, &customer, payload);
    if PASSING.contains(&kind) {
        event.timeline_id = None;
    }
    Ok(Some(event))
}

fn about(kind: &'static str, contact: &Contact, customer: &Customer, mut payload: Value) -> NewEvent {
    if payload.is_null() {
        payload = json!({});
    }
    payload["name"] = contact.person.name().into();
    let event = write::event(kind, None, customer, payload);
    NewEvent { record: contact.record(), version: contact.version, ..event }
}

/// Adds a contact to a customer and tells it of the portal, where it has access.
///
/// # Errors
/// As [`contacts::add_contact`]; `Invalid` for `password`.
pub async fn invite_contact(
    cx: &Context,
    customer: CustomerId,
    person: &Person,
    greeting: &Greeting,
) -> Result<Contact> {
    Customer::can_edit(&cx.actor)?;
    let hash = &hashed(cx, person, greeting).await?;
    cx.tx(|tx| async move {
        let contact = contacts::add_contact_in(cx, &tx, customer, person).await?;
        let at = row::find_in(cx, &tx, customer).await?;
        greet(cx, &tx, &at, &contact, greeting, hash.as_deref()).await?;
        Ok(contact)
    })
    .await
}

/// The hash of the password that staff chose, if they did: it is made before a transaction, since it takes its time.
pub(super) async fn hashed(cx: &Context, person: &Person, greeting: &Greeting) -> Result<Option<String>> {
    let Some(password) = greeting.password.as_deref().filter(|_| person.has_portal) else { return Ok(None) };
    let email = person.email.clone().unwrap_or_default();
    staff::password::hashed(cx, password, &person.name(), &email).await.map(Some)
}

/// Tells a new contact of the portal. One that may not sign in is told nothing.
pub(super) async fn greet(
    cx: &Context,
    tx: &Tx,
    customer: &Customer,
    contact: &Contact,
    greeting: &Greeting,
    hash: Option<&str>,
) -> Result<()> {
    let Some(email) = contact.person.email.as_deref().filter(|_| may_sign_in(customer, contact)) else {
        return Ok(());
    };
    if let Some(hash) = hash {
        staff::password::give(cx, tx, contact.id, hash).await?;
    }
    let language = spoken(customer, contact);
    if greeting.welcomes && setting::read::<PortalSetting>(tx).await?.sends_welcome {
        welcome(cx, tx, email, language).await?;
        let event = about("contact.welcomed", contact, customer, json!({}));
        cx.record(tx, event).await?;
    }
    if greeting.sends_link {
        staff::password::send_contact_link(cx, tx, contact.id, email, language).await?;
    }
    Ok(())
}

async fn welcome(cx: &Context, tx: &Tx, email: &str, language: Option<Language>) -> Result<()> {
    let organisation = cx.organisation();
    let named = |key: &'static str| Text::new(key).with("organisation", &organisation.name);
    let mail = Mail {
        to: email.to_owned(),
        language: language.unwrap_or(organisation.language),
        subject: named("mail-portal-welcome-subject"),
        body: vec![
            named("mail-portal-welcome-body"),
            Text::new("mail-portal-welcome-how").with("email", email),
        ],
        path: Some("/portal".to_owned()),
    };
    cx.post(tx, mail).await.map(drop)
}

fn may_sign_in(customer: &Customer, contact: &Contact) -> bool {
    contact.login().is_some() && contact.person.is_active && customer.profile.is_active
}

fn spoken(customer: &Customer, contact: &Contact) -> Option<Language> {
    contact.person.language.or(customer.profile.language)
}

/// Sends a contact a link with which it sets a password: it can be used once, for 48 hours, and ends the earlier ones.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` for one that could not sign in.
pub async fn send_contact_link(cx: &Context, id: ContactId) -> Result<()> {
    cx.tx(|tx| async move {
        let Placed { contact, customer } = contact_ops::changeable(cx, &tx, id).await?;
        let email = contact.person.email.as_deref().filter(|_| may_sign_in(&customer, &contact));
        let email = email.ok_or_else(|| invalid("has_portal", "contact-no-login"))?;
        staff::password::send_contact_link(cx, &tx, id, email, spoken(&customer, &contact)).await
    })
    .await
}

/// Gives a contact a password that staff chose. It is signed out everywhere.
///
/// # Errors
/// As [`send_contact_link`]; `Invalid` for `password`.
pub async fn set_contact_password(cx: &Context, id: ContactId, password: &str) -> Result<()> {
    let seen = contact_ops::find_contact(cx, id).await?;
    Customer::can_edit(&cx.actor)?;
    let email = seen.person.email.clone().unwrap_or_default();
    let hash = &staff::password::hashed(cx, password, &seen.person.name(), &email).await?;
    cx.tx(|tx| async move {
        let Placed { contact, customer } = contact_ops::changeable(cx, &tx, id).await?;
        if !may_sign_in(&customer, &contact) {
            return Err(invalid("has_portal", "contact-no-login"));
        }
        staff::password::give(cx, &tx, id, hash).await
    })
    .await
}

/// Ends what a contact signed in with where it may not any more, or has another address.
pub(super) async fn shut(cx: &Context, tx: &Tx, before: &Contact, after: &Contact) -> Result<()> {
    let stays = before.login() == after.login() && (after.person.is_active || !before.person.is_active);
    if stays || before.login().is_none() {
        return Ok(());
    }
    staff::store::logins::shut(cx, tx, staff::store::logins::Login::Contact(after.id)).await
}
