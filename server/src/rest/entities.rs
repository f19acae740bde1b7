//! Legal entities: those of customers, and the organisation's own.

use customers::Customer;
use entities::{Company, Entity, OwnEntity, Profile, store};
use fields::Patch;
use fields::store::definitions;
use kernel::{Area, Can, CustomerId, LegalEntityId, OwnEntityId, RecordKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, list, nothing, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{Operation, param};
use super::problem::Answer;
use super::query::Query;
use super::records::{Of, On};
use super::seen::Seen;

/// A change of some fields of a legal entity (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct LegalEntityChange {
    #[serde(flatten)]
    profile: Profile,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

/// A change of some fields of one of the organisation's own (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct OwnEntityChange {
    #[serde(flatten)]
    company: Company,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

pub fn operations() -> Vec<Operation> {
    of_customers().into_iter().chain(own()).collect()
}

fn of_customers() -> Vec<Operation> {
    let version = param("version", "integer", "The version that was seen, in place of `If-Match`");
    vec![
        Operation::get("/api/v1/customers/{id}/legal-entities", "list_legal_entities", "customer.view", list_all)
            .about("The legal entities of a customer, by name.")
            .answers_page::<Entity>(),
        Operation::post("/api/v1/customers/{id}/legal-entities", "add_legal_entity", "customers.edit", add)
            .about("Adds a legal entity. `billed_by_id` names one of the organisation's own; without it the default one bills it. The checksum of an `iban` is checked (ISO 13616).")
            .takes::<Profile>()
            .creates::<Entity>(),
        Operation::get("/api/v1/legal-entities/{id}", "get_legal_entity", "customer.view", find)
            .about("A legal entity of a customer.")
            .answers::<Entity>(),
        Operation::patch("/api/v1/legal-entities/{id}", "update_legal_entity", "customers.edit", update)
            .about("Changes the fields that are sent.")
            .takes::<LegalEntityChange>()
            .answers::<Entity>()
            .versioned(),
        Operation::delete("/api/v1/legal-entities/{id}", "delete_legal_entity", "customers.delete", delete)
            .about("Removes a legal entity.")
            .query(&[version])
            .versioned(),
        Operation::post("/api/v1/legal-entities/{id}/restore", "restore_legal_entity", "customers.delete", restore)
            .about("Takes a removed legal entity back.")
            .answers::<Entity>(),
    ]
}

fn own() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/own-entities", "list_own_entities", "settings.view_all", list_own)
            .about("The organisation's own legal entities, the default one first.")
            .answers_page::<OwnEntity>(),
        Operation::post("/api/v1/own-entities", "add_own_entity", "settings.edit", add_own)
            .about("Adds one; the first one is the default one.")
            .takes::<Company>()
            .creates::<OwnEntity>(),
        Operation::get("/api/v1/own-entities/{id}", "get_own_entity", "settings.view_all", find_own)
            .about("One of the organisation's own.")
            .answers::<OwnEntity>(),
        Operation::patch("/api/v1/own-entities/{id}", "update_own_entity", "settings.edit", update_own)
            .about("Changes the fields that are sent.")
            .takes::<OwnEntityChange>()
            .answers::<OwnEntity>()
            .versioned(),
        Operation::post("/api/v1/own-entities/{id}/default", "make_own_entity_default", "settings.edit", default)
            .about("Has it bill those of whom nothing else is said, in place of the one that did.")
            .answers::<OwnEntity>(),
        Operation::post("/api/v1/own-entities/{id}/archive", "archive_own_entity", "settings.edit", archive)
            .about("Has it offered no more. It stays where it was chosen. The default one cannot go: make another one it first.")
            .answers::<OwnEntity>(),
        Operation::post("/api/v1/own-entities/{id}/restore", "restore_own_entity", "settings.edit", unarchive)
            .about("Has it offered again.")
            .answers::<OwnEntity>(),
    ]
}

async fn list_all(caller: Caller, On(on): On) -> Answer {
    list(&store::entities_of(&caller.cx, CustomerId(on.id)).await?)
}

async fn add(caller: Caller, On(on): On, mut fields: Fields) -> Answer {
    let customer = customers::store::find(&caller.cx, CustomerId(on.id)).await?.id;
    // Who may not change customers is told so before the fields are looked at, as the form does.
    Customer::can_edit(&caller.cx.actor)?;
    definitions::begin_with(caller.cx.db(), RecordKind::LegalEntity, &mut fields.0).await?;
    let profile: Profile = Patch(fields.0).apply(&Profile::default())?;
    let entity = store::add(&caller.cx, customer, &profile).await?;
    created(&entity, &format!("/api/v1/legal-entities/{}", entity.id), Some(entity.version))
}

async fn find(caller: Caller, Of(id): Of) -> Answer {
    let found = store::find(&caller.cx, LegalEntityId(id)).await?;
    versioned(&found, found.version)
}

async fn update(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let id = LegalEntityId(id);
    let found = store::find(&caller.cx, id).await?;
    Customer::can_edit(&caller.cx.actor)?;
    let wanted = seen.or(fields.take("version")?)?;
    let version = wanted.version(async { Ok(found.version) }).await?;
    let changed = store::update(&caller.cx, id, version, &Patch(fields.0)).await;
    let entity = changed.map_err(|error| wanted.refuse(error))?;
    versioned(&entity, entity.version)
}

async fn delete(caller: Caller, Of(id): Of, seen: Seen, query: Query) -> Answer {
    let id = LegalEntityId(id);
    let wanted = seen.or_any(query.value("version")?);
    let current = async { store::find(&caller.cx, id).await.map(|found| found.version) };
    let version = wanted.version(current).await?;
    store::delete(&caller.cx, id, Some(version)).await.map_err(|error| wanted.refuse(error))?;
    nothing()
}

async fn restore(caller: Caller, Of(id): Of) -> Answer {
    store::restore(&caller.cx, LegalEntityId(id)).await?;
    find(caller, Of(id)).await
}

async fn list_own(caller: Caller) -> Answer {
    list(&store::own::list(&caller.cx).await?)
}

async fn add_own(caller: Caller, fields: Fields) -> Answer {
    caller.cx.actor.require(Area::Settings, Can::Edit)?;
    let own = store::own::add(&caller.cx, &fields.over(&Company::default())?).await?;
    created(&own, &format!("/api/v1/own-entities/{}", own.id), Some(own.version))
}

async fn find_own(caller: Caller, Of(id): Of) -> Answer {
    let found = store::own::find(&caller.cx, OwnEntityId(id)).await?;
    versioned(&found, found.version)
}

async fn update_own(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let id = OwnEntityId(id);
    let before = store::own::find_to_edit(&caller.cx, id).await?;
    let wanted = seen.or(fields.take("version")?)?;
    let version = wanted.version(async { Ok(before.version) }).await?;
    let company: Company = Patch(fields.0).apply(&before.company)?;
    let changed = store::own::update(&caller.cx, id, version, &company).await;
    let own = changed.map_err(|error| wanted.refuse(error))?;
    versioned(&own, own.version)
}

async fn default(caller: Caller, Of(id): Of) -> Answer {
    let own = store::own::make_default(&caller.cx, OwnEntityId(id)).await?;
    versioned(&own, own.version)
}

async fn archive(caller: Caller, Of(id): Of) -> Answer {
    let own = store::own::archive(&caller.cx, OwnEntityId(id), true).await?;
    versioned(&own, own.version)
}

async fn unarchive(caller: Caller, Of(id): Of) -> Answer {
    let own = store::own::archive(&caller.cx, OwnEntityId(id), false).await?;
    versioned(&own, own.version)
}
