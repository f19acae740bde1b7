//! Customers and their contacts.

use customers::{Contact, Customer, CustomerRow, Person, Profile, store};
use kernel::{CustomerId, Version};
use records::Tag;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, list, nothing, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{CURSOR, LIMIT, Operation, param};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::records::On;
use super::seen::{Seen, Wanted};

/// A customer with what belongs to it.
#[derive(Serialize, ToSchema)]
struct CustomerRecord {
    #[serde(flatten)]
    customer: Customer,
    /// The contacts, the primary one first.
    contacts: Vec<Contact>,
    /// The tags, by name.
    tags: Vec<Tag>,
}

/// A new customer: the fields of a profile, and the primary contact.
#[derive(Serialize, Deserialize, ToSchema)]
struct NewCustomer {
    #[serde(flatten)]
    profile: Profile,
    /// The primary contact.
    contact: Option<Person>,
}

/// A change of some fields of a profile (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct CustomerChange {
    #[serde(flatten)]
    profile: Profile,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

pub fn operations() -> Vec<Operation> {
    let words = param(
        "q",
        "string",
        "Words of names, addresses and contacts; without them the customers come by name",
    );
    let version = param("version", "integer", "The version that was seen, in place of `If-Match`");
    vec![
        Operation::get("/api/v1/customers", "list_customers", "customer.view", list_all)
            .about("Customers: by name, or, with words to search for, the newest first.")
            .query(&[CURSOR, LIMIT, words])
            .answers_page::<CustomerRow>(),
        Operation::post("/api/v1/customers", "create_customer", "customers.create", create)
            .about("A new customer with its primary contact.")
            .takes::<NewCustomer>()
            .creates::<CustomerRecord>(),
        Operation::get("/api/v1/customers/{id}", "get_customer", "customer.view", find)
            .about("A customer with its contacts and tags.")
            .answers::<CustomerRecord>(),
        Operation::patch("/api/v1/customers/{id}", "update_customer", "customers.edit", update)
            .about("Changes the fields that are sent.")
            .takes::<CustomerChange>()
            .answers::<CustomerRecord>()
            .versioned(),
        Operation::delete("/api/v1/customers/{id}", "delete_customer", "customers.delete", delete)
            .about("Deletes a customer.")
            .query(&[version])
            .versioned(),
        Operation::post("/api/v1/customers/{id}/restore", "restore_customer", "customers.delete", restore)
            .about("Takes a deleted customer back.")
            .answers::<CustomerRecord>(),
        Operation::get("/api/v1/customers/{id}/contacts", "list_contacts", "customer.view", list_contacts)
            .about("The contacts of a customer, the primary one first.")
            .answers_page::<Contact>(),
        Operation::post("/api/v1/customers/{id}/contacts", "add_contact", "customers.edit", add_contact)
            .about("Adds a contact; the first one is the primary contact.")
            .takes::<Person>()
            .creates::<Contact>(),
    ]
}

async fn record(caller: &Caller, id: CustomerId) -> Result<CustomerRecord, Refusal> {
    let found = store::details(&caller.cx, id).await?;
    Ok(CustomerRecord { customer: found.customer, contacts: found.contacts, tags: found.tags })
}

async fn list_all(caller: Caller, query: Query) -> Answer {
    let words = query.text("q").unwrap_or_default();
    let found = store::list(&caller.cx, words, query.cursor()?.as_ref(), Some(query.limit()?)).await?;
    page(&found.items, found.next_cursor)
}

async fn create(caller: Caller, mut fields: Fields) -> Answer {
    let contact = match fields.take::<serde_json::Map<_, _>>("contact")? {
        Some(contact) => Fields(contact).into::<Person>().map_err(|refusal| below("contact_", refusal))?,
        None => Person::default(),
    };
    let profile = fields.over(&Profile { is_active: true, ..Profile::default() })?;
    let id =
        store::create(&caller.cx, &store::NewCustomer { profile, contact, ..store::NewCustomer::default() })
            .await?;
    let made = record(&caller, id).await?;
    created(&made, &format!("/api/v1/customers/{id}"), Some(made.customer.version))
}

/// The names of a contact's fields in the problem, as the operation itself names them.
fn below(prefix: &str, mut refusal: Refusal) -> Refusal {
    if let kernel::Error::Invalid(fields) = &mut refusal.error {
        fields.iter_mut().for_each(|field| field.field = format!("{prefix}{}", field.field));
    }
    refusal
}

async fn find(caller: Caller, On(on): On) -> Answer {
    let found = record(&caller, CustomerId(on.id)).await?;
    versioned(&found, found.customer.version)
}

async fn update(caller: Caller, On(on): On, seen: Seen, mut fields: Fields) -> Answer {
    let id = CustomerId(on.id);
    let wanted = seen.or(fields.take("version")?)?;
    let before = store::find(&caller.cx, id).await?;
    let version = wanted.version(async { Ok(before.version) }).await?;
    let profile = fields.over(&before.profile)?;
    store::update(&caller.cx, id, version, &profile).await.map_err(|error| wanted.refuse(error))?;
    let found = record(&caller, id).await?;
    versioned(&found, found.customer.version)
}

async fn delete(caller: Caller, On(on): On, seen: Seen, query: Query) -> Answer {
    let id = CustomerId(on.id);
    let wanted = seen.or_any(query.value("version")?);
    if wanted != Wanted::Any {
        let found = store::find(&caller.cx, id).await?;
        require(&found, wanted)?;
    }
    store::delete(&caller.cx, id).await?;
    nothing()
}

/// The operation itself asks for no version; who names one means it.
fn require(found: &Customer, wanted: Wanted) -> Result<(), Refusal> {
    let named: Version = match wanted {
        Wanted::Any => return Ok(()),
        Wanted::Tag(version) | Wanted::Field(version) => version,
    };
    match named == found.version {
        true => Ok(()),
        false => Err(wanted.refuse(kernel::Error::conflict("customer-conflict".into(), found))),
    }
}

async fn restore(caller: Caller, On(on): On) -> Answer {
    let id = CustomerId(on.id);
    store::restore(&caller.cx, id).await?;
    let found = record(&caller, id).await?;
    versioned(&found, found.customer.version)
}

async fn list_contacts(caller: Caller, On(on): On) -> Answer {
    list(&store::contacts_of(&caller.cx, CustomerId(on.id)).await?)
}

async fn add_contact(caller: Caller, On(on): On, fields: Fields) -> Answer {
    let contact = store::add_contact(&caller.cx, CustomerId(on.id), &fields.into::<Person>()?).await?;
    created(&contact, &format!("/api/v1/customers/{}/contacts/{}", on.id, contact.id), Some(contact.version))
}
