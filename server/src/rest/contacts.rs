//! The people at customers.

use customers::{Contact, Customer, Person, store};
use fields::Patch;
use kernel::{ContactId, CustomerId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, list, nothing, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{Operation, param};
use super::problem::Answer;
use super::query::Query;
use super::records::{Of, On};
use super::seen::{Seen, Wanted};

/// A change of some fields of a contact (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct ContactChange {
    #[serde(flatten)]
    person: Person,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/customers/{id}/contacts", "list_contacts", "customer.view", list_all)
            .about("The contacts of a customer, the primary one first.")
            .answers_page::<Contact>(),
        Operation::post("/api/v1/customers/{id}/contacts", "add_contact", "customers.edit", add)
            .about("Adds a contact; the first one is the primary contact.")
            .takes::<Person>()
            .creates::<Contact>(),
        Operation::get("/api/v1/contacts/{id}", "get_contact", "customer.view", find)
            .about("A person at a customer.")
            .answers::<Contact>(),
        Operation::patch("/api/v1/contacts/{id}", "update_contact", "customers.edit", update)
            .about("Changes the fields that are sent. Who may sign in to the portal needs an address that no other login has.")
            .takes::<ContactChange>()
            .answers::<Contact>()
            .versioned(),
        Operation::delete("/api/v1/contacts/{id}", "delete_contact", "customers.delete", delete)
            .about("Removes a contact. Was it the primary one, the oldest of the others is from now on.")
            .query(&[param("version", "integer", "The version that was seen, in place of `If-Match`")])
            .versioned(),
        Operation::post("/api/v1/contacts/{id}/restore", "restore_contact", "customers.delete", restore)
            .about("Takes a removed contact back.")
            .answers::<Contact>(),
        Operation::post("/api/v1/contacts/{id}/primary", "make_contact_primary", "customers.edit", primary)
            .about("Makes a contact the one to turn to first, in place of the one that was.")
            .answers::<Contact>(),
    ]
}

async fn list_all(caller: Caller, On(on): On) -> Answer {
    list(&store::contacts_of(&caller.cx, CustomerId(on.id)).await?)
}

async fn add(caller: Caller, On(on): On, fields: Fields) -> Answer {
    let contact =
        store::add_contact(&caller.cx, CustomerId(on.id), &fields.over(&Person::default())?).await?;
    created(&contact, &format!("/api/v1/contacts/{}", contact.id), Some(contact.version))
}

async fn find(caller: Caller, Of(id): Of) -> Answer {
    let found = store::find_contact(&caller.cx, ContactId(id)).await?;
    versioned(&found, found.version)
}

async fn update(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let id = ContactId(id);
    let found = store::find_contact(&caller.cx, id).await?;
    Customer::can_edit(&caller.cx.actor)?;
    let wanted = seen.or(fields.take("version")?)?;
    // Another one is named first by an operation of its own.
    fields.refuse(&["is_primary"])?;
    let version = wanted.version(async { Ok(found.version) }).await?;
    let changed = store::update_contact(&caller.cx, id, version, &Patch(fields.0)).await;
    let contact = changed.map_err(|error| wanted.refuse(error))?;
    versioned(&contact, contact.version)
}

async fn delete(caller: Caller, Of(id): Of, seen: Seen, query: Query) -> Answer {
    let id = ContactId(id);
    let wanted = seen.or_any(query.value("version")?);
    if wanted != Wanted::Any {
        let found = store::find_contact(&caller.cx, id).await?;
        Customer::can_delete(&caller.cx.actor)?;
        wanted.require(found.version, &found.person.name(), &found)?;
    }
    store::delete_contact(&caller.cx, id).await?;
    nothing()
}

async fn restore(caller: Caller, Of(id): Of) -> Answer {
    store::restore_contact(&caller.cx, ContactId(id)).await?;
    find(caller, Of(id)).await
}

async fn primary(caller: Caller, Of(id): Of) -> Answer {
    store::make_primary(&caller.cx, ContactId(id)).await?;
    find(caller, Of(id)).await
}
