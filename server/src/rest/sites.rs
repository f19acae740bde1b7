//! The sites of customers.

use customers::{Customer, Place, Site, store};
use fields::Patch;
use fields::store::definitions;
use kernel::{CustomerId, RecordKind, SiteId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, nothing, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{CURSOR, LIMIT, Operation, param};
use super::problem::Answer;
use super::query::Query;
use super::records::{Of, On};
use super::seen::{Seen, Wanted};

/// A change of some fields of a site (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct SiteChange {
    #[serde(flatten)]
    place: Place,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/customers/{id}/sites", "list_sites", "customer.view", list)
            .about("The sites of a customer, by name.")
            .query(&[CURSOR, LIMIT])
            .answers_page::<Site>(),
        Operation::post("/api/v1/customers/{id}/sites", "add_site", "customers.edit", add)
            .about("Adds a site. `contact_id` names a contact of the same customer.")
            .takes::<Place>()
            .creates::<Site>(),
        Operation::get("/api/v1/sites/{id}", "get_site", "customer.view", find)
            .about("A site with the name of its contact person, who may have been removed: `contact` is `null` then.")
            .answers::<Site>(),
        Operation::patch("/api/v1/sites/{id}", "update_site", "customers.edit", update)
            .about("Changes the fields that are sent.")
            .takes::<SiteChange>()
            .answers::<Site>()
            .versioned(),
        Operation::delete("/api/v1/sites/{id}", "delete_site", "customers.delete", delete)
            .about("Removes a site.")
            .query(&[param("version", "integer", "The version that was seen, in place of `If-Match`")])
            .versioned(),
        Operation::post("/api/v1/sites/{id}/restore", "restore_site", "customers.delete", restore)
            .about("Takes a removed site back.")
            .answers::<Site>(),
    ]
}

async fn list(caller: Caller, On(on): On, query: Query) -> Answer {
    let (cursor, limit) = (query.cursor()?, query.limit()?);
    let found = store::sites_of(&caller.cx, CustomerId(on.id), cursor.as_ref(), Some(limit)).await?;
    page(&found.items, found.next_cursor)
}

async fn add(caller: Caller, On(on): On, mut fields: Fields) -> Answer {
    // Who may not change customers is told so before the fields are looked at, as the form does.
    Customer::can_edit(&caller.cx.actor)?;
    store::find(&caller.cx, CustomerId(on.id)).await?;
    definitions::begin_with(caller.cx.db(), RecordKind::Site, &mut fields.0).await?;
    let place: Place = Patch(fields.0).apply(&Place::default())?;
    let site = store::add_site(&caller.cx, CustomerId(on.id), &place).await?;
    created(&site, &format!("/api/v1/sites/{}", site.id), Some(site.version))
}

async fn find(caller: Caller, Of(id): Of) -> Answer {
    let found = store::find_site(&caller.cx, SiteId(id)).await?;
    versioned(&found, found.version)
}

async fn update(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let id = SiteId(id);
    let found = store::find_site(&caller.cx, id).await?;
    Customer::can_edit(&caller.cx.actor)?;
    let wanted = seen.or(fields.take("version")?)?;
    let version = wanted.version(async { Ok(found.version) }).await?;
    let changed = store::update_site(&caller.cx, id, version, &Patch(fields.0)).await;
    let site = changed.map_err(|error| wanted.refuse(error))?;
    versioned(&site, site.version)
}

async fn delete(caller: Caller, Of(id): Of, seen: Seen, query: Query) -> Answer {
    let id = SiteId(id);
    let wanted = seen.or_any(query.value("version")?);
    if wanted != Wanted::Any {
        let found = store::find_site(&caller.cx, id).await?;
        Customer::can_delete(&caller.cx.actor)?;
        wanted.require(found.version, &found.place.name, &found)?;
    }
    store::delete_site(&caller.cx, id).await?;
    nothing()
}

async fn restore(caller: Caller, Of(id): Of) -> Answer {
    store::restore_site(&caller.cx, SiteId(id)).await?;
    find(caller, Of(id)).await
}
