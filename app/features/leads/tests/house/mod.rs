//! What the tests of leads share: a house with all features that leads stand on, its people and short ways to leads.
#![allow(dead_code, clippy::unwrap_used, missing_docs)]

pub mod importing;

use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Currency, Feature, LeadId, Money, StageId};
use leads::store::{board, moves, save, words};
use leads::{Board, BoardQuery, Column, Lead, Move, Profile};

pub fn features() -> Vec<Feature> {
    vec![
        staff::feature(),
        records::feature(),
        fields::feature(),
        duplicates::feature(),
        customers::feature(),
        leads::store::feature(),
    ]
}

pub async fn admin(house: &TestHouse) -> Context {
    admin_named(house, "Marta").await
}

pub async fn admin_named(house: &TestHouse, name: &str) -> Context {
    let id = staff::testing::insert_admin(&house.system(), name).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

/// A member of the sales staff who sees only own, created and public leads.
pub async fn seller(house: &TestHouse, name: &str) -> Context {
    let may = [Can::ViewOwn, Can::Create, Can::Edit, Can::Delete, Can::Import];
    let set = may
        .into_iter()
        .fold(Capabilities::NONE, |set, can| set.with(Area::Leads, can).with(Area::Customers, can));
    let id = staff::testing::insert_staff(&house.system(), name, set).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

pub async fn stages(cx: &Context) -> Vec<StageId> {
    words::dictionaries(cx).await.unwrap().stages.iter().map(|stage| stage.id()).collect()
}

pub fn euros(amount: i64) -> Option<Money> {
    Some(Money::new(amount * 100, Currency::EUR))
}

pub async fn lead(cx: &Context, name: &str, stage: StageId) -> Lead {
    lead_with(
        cx,
        Profile { name: name.into(), stage_id: Some(stage), value: euros(100), ..Profile::default() },
    )
    .await
}

pub async fn lead_with(cx: &Context, profile: Profile) -> Lead {
    save::create(cx, &profile, &[]).await.unwrap()
}

pub async fn board_of(cx: &Context) -> Board {
    board::find(cx, &BoardQuery::default()).await.unwrap()
}

pub async fn column(cx: &Context, stage: StageId) -> Column {
    board_of(cx).await.stages.into_iter().find(|column| column.stage.id() == stage).unwrap()
}

pub async fn names(cx: &Context, stage: StageId) -> Vec<String> {
    column(cx, stage).await.cards.into_iter().map(|card| card.name).collect()
}

pub fn to(stage_id: StageId, after_id: Option<LeadId>, lead: &Lead) -> Move {
    Move { stage_id, after_id, at_end: false, version: lead.version, fields: Default::default() }
}

pub async fn move_to(
    cx: &Context,
    lead: &Lead,
    stage: StageId,
    after: Option<&Lead>,
) -> kernel::Result<Lead> {
    moves::run(cx, lead.id, &to(stage, after.map(|l| l.id), lead)).await
}

/// Counts everything anew and says how much the kept totals were off.
pub async fn drift(house: &TestHouse) -> u64 {
    leads::store::recount(&house.system()).await.unwrap()
}
