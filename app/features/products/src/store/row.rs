use fields::CustomValues;
use kernel::db::{FromRow, Json, On, Q};
use kernel::{Context, Currency, Error, Instant, Money, ProductId, Result, TimelineId, Version};

use crate::{Charge, Product, Profile};

/// The columns of a [`Row`], for a table named `l`.
pub(super) const COLUMNS: &str = "select l.id, l.code, l.name, l.description, l.unit, l.price_minor, l.price_currency, \
     l.charge, l.is_active, l.custom, l.timeline_id, l.version, l.created_at, l.updated_at, l.deleted_at from product l";

/// A product that is not in the bin.
///
/// # Errors
/// `Unauthenticated`; `NotFound`.
pub async fn find(cx: &Context, id: ProductId) -> Result<Product> {
    let product = find_any(cx, cx.db(), id).await?;
    if product.deleted_at.is_none() { Ok(product) } else { Err(Error::NotFound) }
}

/// A product, also from the bin.
pub(super) async fn find_any(cx: &Context, on: impl Into<On<'_>>, id: ProductId) -> Result<Product> {
    several(cx, on, &[id.0]).await?.pop().ok_or(Error::NotFound)
}

/// Products, also from the bin; in a transaction they are locked, in the order of their ids.
pub(super) async fn several(cx: &Context, on: impl Into<On<'_>>, ids: &[i64]) -> Result<Vec<Product>> {
    cx.actor.require_house()?;
    let on = on.into();
    let q = Q::new(COLUMNS).push("where").any_of("l.id", ids.iter().copied()).push("order by l.id");
    let q = if matches!(on, On::Tx(_)) { q.dialect("", "for update") } else { q };
    let rows: Vec<Row> = q.all(on).await?;
    Ok(rows.into_iter().map(Row::into_product).collect())
}

/// A row of the table, as both databases give it.
#[derive(FromRow)]
pub(super) struct Row {
    id: ProductId,
    code: Option<String>,
    name: String,
    description: Option<String>,
    unit: Option<String>,
    price_minor: Option<i64>,
    price_currency: Option<String>,
    charge: String,
    is_active: bool,
    custom: Json<CustomValues>,
    timeline_id: TimelineId,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
    deleted_at: Option<Instant>,
}

impl Row {
    pub(super) fn into_product(self) -> Product {
        let currency = self.price_currency.as_deref().and_then(|code| code.parse::<Currency>().ok());
        let profile = Profile {
            code: self.code,
            name: self.name,
            description: self.description,
            unit: self.unit,
            price: self.price_minor.zip(currency).map(|(minor, currency)| Money::new(minor, currency)),
            charge: Charge::parse(&self.charge).unwrap_or_default(),
            is_active: self.is_active,
            custom: self.custom.0,
        };
        let Self { id, timeline_id, version, created_at, updated_at, deleted_at, .. } = self;
        Product { id, profile, timeline_id, version, created_at, updated_at, deleted_at }
    }
}
