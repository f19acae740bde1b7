//! The personal accounts of a demonstration company.

use kernel::{AccountId, Context, CustomerId, Day, Error, Instant, Money, ProductId, Result};
use products::Charge;
use staff::store::seed::People;

use super::{charging, create, posting, services};
use crate::service::ONE;
use crate::{Account, Profile, ServiceDraft};

/// So many days before the story is told the first account was opened.
const OPENED: i64 = 200;

/// Two accounts of Lumen Solar's customers, with months of charges, payments, a correction and a posting that was taken
/// back. `catalogue` are its products, in their order.
///
/// # Errors
/// As [`create`] and [`posting::post_charge`].
pub async fn tour(cx: &Context, people: &People, catalogue: &[ProductId]) -> Result<()> {
    let marta = people.named("marta").ok_or(Error::NotFound)?;
    let at =
        |ago: i64| Context { now: cx.now.plus(-ago * Instant::DAY), ..cx.on_behalf(marta.actor.clone()) };
    let plant = account(&at(OPENED), "Hotel Dora Riparia", "Plant on the roof").await?;
    let (monitoring, care) = (catalogue.get(6).copied(), catalogue.get(7).copied());
    let monthly = draft(&at(OPENED), monitoring, "Monitoring", Charge::Month, 1_290);
    let quarterly = draft(&at(OPENED), care, "Maintenance", Charge::Quarter, 14_500);
    services::add(&at(OPENED), plant.id, &ServiceDraft { quantity: 2 * ONE, ..monthly }).await?;
    services::add(&at(OPENED), plant.id, &quarterly).await?;
    for ago in (10..=OPENED).rev().step_by(30) {
        charging::charge(&at(ago), plant.id).await?;
        pay(&at(ago - 8), &plant, 2_580).await?;
    }
    pay(&at(70), &plant, 29_000).await?;
    let warehouse = account(&at(120), "Logistica Padana", "Warehouse in Novara").await?;
    let survey = draft(&at(120), catalogue.get(5).copied(), "Site survey", Charge::Once, 25_000);
    services::add(&at(120), warehouse.id, &survey).await?;
    charging::charge(&at(119), warehouse.id).await?;
    let wrong =
        posting::post_payment(&at(90), warehouse.id, warehouse.money(52_000), "Bank transfer").await?;
    posting::reverse(&at(89), warehouse.id, wrong, "Belongs to somebody else").await?;
    pay(&at(80), &warehouse, 20_000).await?;
    posting::post_correction(&at(60), warehouse.id, warehouse.money(-1_500), "Way was charged twice").await?;
    Ok(())
}

async fn account(cx: &Context, customer: &str, name: &str) -> Result<Account> {
    let profile = Profile { name: Some(name.into()), ..Profile::default() };
    create(cx, called(cx, customer).await?, &profile).await
}

async fn called(cx: &Context, name: &str) -> Result<CustomerId> {
    let hits = customers::store::find_hits(cx, name, 1).await?;
    hits.first().map(|hit| CustomerId(hit.record.id)).ok_or(Error::NotFound)
}

fn draft(
    cx: &Context,
    product_id: Option<ProductId>,
    description: &str,
    charge: Charge,
    price_minor: i64,
) -> ServiceDraft {
    let (description, from) = (description.to_owned(), today(cx));
    ServiceDraft { product_id, description, quantity: ONE, price_minor, charge, from, to: None }
}

fn today(cx: &Context) -> Day {
    cx.organisation().zone.day(cx.now)
}

async fn pay(cx: &Context, account: &Account, minor: i64) -> Result<()> {
    let (id, amount): (AccountId, Money) = (account.id, account.money(minor));
    posting::post_payment(cx, id, amount, "Bank transfer").await.map(drop)
}
