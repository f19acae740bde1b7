//! The organisation's catalogue of products and services.

use fields::Patch;
use fields::store::definitions;
use kernel::{Area, Can, ProductId, RecordKind};
use products::{Product, Profile, store};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, nothing, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{CURSOR, LIMIT, Operation, Param, param};
use super::problem::Answer;
use super::query::Query;
use super::records::Of;
use super::seen::Seen;

/// A change of some fields of a product (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct ProductChange {
    #[serde(flatten)]
    profile: Profile,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

const LIST: [Param; 2] = [
    param("q", "string", "Words that name, code and unit have all of"),
    param("all", "boolean", "Also those that are not offered any more"),
];

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/products", "list_products", "-", list)
            .about("The products that are offered, by name.")
            .query(&[CURSOR, LIMIT])
            .query(&LIST)
            .answers_page::<Product>(),
        Operation::post("/api/v1/products", "create_product", "settings.create", create)
            .about("A new product. No two products have the same `code`, whatever the case.")
            .takes::<Profile>()
            .creates::<Product>(),
        Operation::get("/api/v1/products/{id}", "get_product", "-", find)
            .about("A product.")
            .answers::<Product>(),
        Operation::patch("/api/v1/products/{id}", "update_product", "settings.edit", update)
            .about("Changes the fields that are sent. What was charged before stays as it was charged.")
            .takes::<ProductChange>()
            .answers::<Product>()
            .versioned(),
        Operation::delete("/api/v1/products/{id}", "delete_product", "settings.delete", delete)
            .about("Puts a product into the bin."),
        Operation::post("/api/v1/products/{id}/restore", "restore_product", "settings.delete", restore)
            .about("Takes a product out of the bin.")
            .answers::<Product>(),
    ]
}

async fn list(caller: Caller, query: Query) -> Answer {
    let (words, all) = (query.text("q").unwrap_or_default(), query.flag("all")?);
    let (cursor, limit) = (query.cursor()?, query.limit()?);
    let found = store::list(&caller.cx, words, all, cursor.as_ref(), Some(limit)).await?;
    page(&found.items, found.next_cursor)
}

async fn create(caller: Caller, mut fields: Fields) -> Answer {
    // Who may not create is told so before the fields are looked at, as the form does.
    caller.cx.actor.require(Area::Settings, Can::Create)?;
    definitions::begin_with(caller.cx.db(), RecordKind::Product, &mut fields.0).await?;
    let product = store::create(&caller.cx, &Patch(fields.0).apply(&Profile::begin())?).await?;
    created(&product, &format!("/api/v1/products/{}", product.id), Some(product.version))
}

async fn find(caller: Caller, Of(id): Of) -> Answer {
    let product = store::find(&caller.cx, ProductId(id)).await?;
    versioned(&product, product.version)
}

async fn update(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let id = ProductId(id);
    let wanted = seen.or(fields.take("version")?)?;
    let current = async { store::find(&caller.cx, id).await.map(|product| product.version) };
    let version = wanted.version(current).await?;
    let changed = store::change(&caller.cx, id, version, &Patch(fields.0)).await;
    let product = changed.map_err(|error| wanted.refuse(error))?;
    versioned(&product, product.version)
}

async fn delete(caller: Caller, Of(id): Of) -> Answer {
    store::delete(&caller.cx, ProductId(id)).await?;
    nothing()
}

async fn restore(caller: Caller, Of(id): Of) -> Answer {
    let id = ProductId(id);
    store::restore(&caller.cx, id).await?;
    let product = store::find(&caller.cx, id).await?;
    versioned(&product, product.version)
}
