//! Customers, each made with its primary contact.

use customers::{Contact, Customer, CustomerKind, Entry, Person, Profile, store};
use duplicates::Match;
use fields::store::definitions;
use fields::{Asked, Patch};
use kernel::{Area, Can, CustomerId, Error, RecordKind, Text};
use lists::ListQuery;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, nothing, ok, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::leads::{ON_DUPLICATE, refuses};
use super::operation::{CURSOR, LIMIT, Operation, Param, param};
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
}

/// A new customer: the fields of a profile, and the primary contact.
#[derive(Serialize, Deserialize, ToSchema)]
struct NewCustomer {
    #[serde(flatten)]
    profile: Profile,
    /// The primary contact.
    contact: Option<Person>,
    /// Tags by name; new names become new tags.
    tags: Option<Vec<String>>,
    /// Whether the billing address is the customer's first site, with the primary contact as the person to turn to.
    has_site: Option<bool>,
}

/// A change of some fields of a profile (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct CustomerChange {
    #[serde(flatten)]
    profile: Profile,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

/// A new customer, and what it may be the same as.
#[derive(Serialize, ToSchema)]
struct CreatedCustomer {
    #[serde(flatten)]
    customer: CustomerRecord,
    /// Leads and customers that may be about the same, with the reason; only what you may see.
    duplicates: Vec<Match>,
}

const LIST: [Param; 3] = [
    param("q", "string", "Words that names, numbers, addresses and contacts begin with"),
    param(
        "filter",
        "string",
        "A condition on any field, `city.is.Turin` or `any(manager_id.me;segment_id.any.3)`; several have to hold all together",
    )
    .repeated(),
    param(
        "sort",
        "string",
        "Up to three fields, `-created_at,name`: the newest first, by name among those of one moment; `name` if left out",
    ),
];

/// The lists of words that customers are described with.
#[derive(Serialize, ToSchema)]
struct CustomerWords {
    /// The segments: `segment_id`.
    segments: Vec<CustomerWord>,
    /// The statuses: `status_id`.
    statuses: Vec<CustomerWord>,
    /// The acquisition channels: `channel_id`.
    channels: Vec<CustomerWord>,
    /// The groups: `groups`.
    groups: Vec<CustomerWord>,
}

/// An entry of a list.
#[derive(Serialize, ToSchema)]
struct CustomerWord {
    /// Which one.
    id: i64,
    /// What it is called.
    name: String,
    /// Its colour, 0 to 9.
    hue: u8,
    /// Whether it is offered no more: it stays where it is, and nothing new gets it.
    is_archived: bool,
    /// The kinds of customers that it is for; all of them if there are none.
    kinds: Vec<CustomerKind>,
}

pub fn operations() -> Vec<Operation> {
    let version = param("version", "integer", "The version that was seen, in place of `If-Match`");
    vec![
        Operation::get("/api/v1/customers", "list_customers", "customer.view", list_all)
            .about("Customers, by name unless `sort` says otherwise. Under a filter that few match a page may be short, or empty, and still have a `next_cursor`: go on until it is `null`.")
            .query(&[CURSOR, LIMIT])
            .query(&LIST)
            .answers_page::<Customer>(),
        Operation::post("/api/v1/customers", "create_customer", "customers.create", create)
            .about("A new customer with its primary contact, and with `has_site` its first site. `duplicates` in the answer names what it may be the same as; with `on_duplicate=refuse` it is not made then, and the problem's `current` names them.")
            .query(&[ON_DUPLICATE])
            .takes::<NewCustomer>()
            .creates::<CreatedCustomer>(),
        Operation::get("/api/v1/customer-words", "list_customer_words", "customer.view", words)
            .about("The segments, statuses, acquisition channels and groups, in their order.")
            .answers::<CustomerWords>(),
        Operation::get("/api/v1/customers/{id}", "get_customer", "customer.view", find)
            .about("A customer with its contacts and tags.")
            .answers::<CustomerRecord>(),
        Operation::patch("/api/v1/customers/{id}", "update_customer", "customers.edit", update)
            .about("Changes the fields that are sent.")
            .takes::<CustomerChange>()
            .answers::<CustomerRecord>()
            .versioned(),
        Operation::delete("/api/v1/customers/{id}", "delete_customer", "customers.delete", delete)
            .about("Puts a customer into the bin.")
            .query(&[version])
            .versioned(),
        Operation::post("/api/v1/customers/{id}/restore", "restore_customer", "customers.delete", restore)
            .about("Takes a customer out of the bin.")
            .answers::<CustomerRecord>(),
    ]
}

async fn record(caller: &Caller, id: CustomerId) -> Result<CustomerRecord, Refusal> {
    let found = store::details(&caller.cx, id).await?;
    Ok(CustomerRecord { customer: found.customer, contacts: found.contacts })
}

async fn list_all(caller: Caller, query: Query) -> Answer {
    let f = query.texts("filter").map(str::to_owned).collect();
    let asked = ListQuery {
        filter: Asked { q: query.text("q").unwrap_or_default().to_owned(), f },
        sort: query.text("sort").unwrap_or_default().to_owned(),
        cursor: query.cursor()?,
        limit: Some(query.limit()?),
        ..ListQuery::default()
    };
    let found = store::list(&caller.cx, &asked).await?;
    page(&found.items, found.next_cursor)
}

async fn words(caller: Caller) -> Answer {
    fn all<Id>(entries: Vec<Entry<Id>>, id: fn(Id) -> i64) -> Vec<CustomerWord> {
        let word = |Entry { id: own, name, hue, is_archived, kinds, .. }| CustomerWord {
            id: id(own),
            name,
            hue,
            is_archived,
            kinds,
        };
        entries.into_iter().map(word).collect()
    }
    let words = store::dictionaries(&caller.cx).await?;
    ok(&CustomerWords {
        segments: all(words.segments, |id| id.0),
        statuses: all(words.statuses, |id| id.0),
        channels: all(words.channels, |id| id.0),
        groups: all(words.groups, |id| id.0),
    })
}

async fn create(caller: Caller, query: Query, mut fields: Fields) -> Answer {
    // Who may not create is told so before the fields are looked at, as the form does.
    caller.cx.actor.require(Area::Customers, Can::Create)?;
    let contact = match fields.take::<serde_json::Map<_, _>>("contact")? {
        Some(contact) => {
            Fields(contact).over(&Person::default()).map_err(|refusal| below("contact_", refusal))?
        }
        None => Person::default(),
    };
    let tags: Vec<String> = fields.take("tags")?.unwrap_or_default();
    let has_site = fields.take("has_site")?.unwrap_or_default();
    definitions::begin_with(caller.cx.db(), RecordKind::Customer, &mut fields.0).await?;
    let profile: Profile = Patch(fields.0).apply(&Profile::begin())?;
    let refuses = query.read("on_duplicate", refuses)?.unwrap_or_default();
    let duplicates = store::duplicates(&caller.cx, &profile).await?;
    if refuses && !duplicates.is_empty() {
        return Err(Error::conflict(Text::new("duplicates-refused"), &duplicates).into());
    }
    let new = store::NewCustomer { profile, contact, tags, has_site, ..store::NewCustomer::default() };
    let id = store::create(&caller.cx, &new).await?;
    let customer = record(&caller, id).await?;
    let version = customer.customer.version;
    created(&CreatedCustomer { customer, duplicates }, &format!("/api/v1/customers/{id}"), Some(version))
}

/// The names of a contact's fields in the problem, as the operation itself names them.
fn below(prefix: &str, mut refusal: Refusal) -> Refusal {
    if let Error::Invalid(fields) = &mut refusal.error {
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
    let current = async { store::find(&caller.cx, id).await.map(|customer| customer.version) };
    let version = wanted.version(current).await?;
    let updated = store::update(&caller.cx, id, version, &Patch(fields.0)).await;
    updated.map_err(|error| wanted.refuse(error))?;
    let found = record(&caller, id).await?;
    versioned(&found, found.customer.version)
}

async fn delete(caller: Caller, On(on): On, seen: Seen, query: Query) -> Answer {
    let id = CustomerId(on.id);
    let wanted = seen.or_any(query.value("version")?);
    if wanted != Wanted::Any {
        let found = store::find(&caller.cx, id).await?;
        wanted.require(found.version, &found.profile.name, &found)?;
    }
    store::delete(&caller.cx, id).await?;
    nothing()
}

async fn restore(caller: Caller, On(on): On) -> Answer {
    let id = CustomerId(on.id);
    store::restore(&caller.cx, id).await?;
    let found = record(&caller, id).await?;
    versioned(&found, found.customer.version)
}
