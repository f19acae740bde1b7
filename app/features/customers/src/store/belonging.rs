//! What belongs to a customer and is a record of its own, personal accounts for example: who sees the customer sees it, its
//! history is the customer's, and it goes where its customer goes.

use std::collections::HashMap;

use fields::{Kind, Record};
use kernel::db::{On, Q, Tx, Val};
use kernel::{Context, CustomerId, RecordKind, RecordRef, Result};

use super::kind::Customers;
use crate::Customer;

/// A kind of record that belongs to customers. Its feature leaves one in `Feature::parts`, so that they go along when their
/// customer is merged into another one, and back when the merge is taken apart.
#[derive(Clone, Copy)]
pub struct Belonging {
    /// What they are.
    pub kind: RecordKind,
    /// Selects the ids of those of one customer, also from the bin: `select id from account where customer_id = ?`.
    pub of: &'static str,
    /// Gives rows to another customer, up to the condition: `update account set customer_id = ? where`.
    pub give: &'static str,
}

/// Those of these customers that the actor may see, also from the bin, as what belongs to them needs to know them. In a
/// transaction they are locked, in the order of their ids.
///
/// # Errors
/// `Unauthenticated` for nobody. Who may see no customers at all sees none of these.
pub async fn owners(cx: &Context, on: impl Into<On<'_>>, ids: &[i64]) -> Result<HashMap<i64, Record>> {
    let customers = Customers::find(cx, on.into(), ids).await?;
    Ok(customers.iter().map(|customer| (customer.id.0, Customers::record(cx, customer))).collect())
}

/// What belongs to a customer follows it into the one that it is merged into, and comes back from there.
pub(super) async fn follow(cx: &Context, tx: &Tx, before: &Customer, after: &Customer) -> Result<()> {
    let is_customer = |record: &RecordRef| record.kind == RecordKind::Customer;
    let Some(survivor) = cx.cause.merges.filter(is_customer).map(|one| CustomerId(one.id)) else {
        return Ok(());
    };
    for belonging in cx.foyer.parts::<Belonging>() {
        match (before.deleted_at, after.deleted_at) {
            (None, Some(_)) => join(tx, *belonging, before.id, survivor).await?,
            (Some(_), None) => part(tx, *belonging, before.id, survivor).await?,
            _ => {}
        }
    }
    Ok(())
}

async fn join(tx: &Tx, belonging: Belonging, from: CustomerId, to: CustomerId) -> Result<()> {
    let ids: Vec<(i64,)> = Q::new(belonging.of).bind(from).all(tx).await?;
    let row = |(id,): &(i64,)| -> Vec<Val> { vec![(*id).into()] };
    Q::new("insert into customer_part_move (record_kind, part_id, from_id, to_id, was_primary)")
        .push("select cast(? as text), cast(r.value->>0 as bigint), cast(? as bigint), cast(? as bigint), cast(? as boolean)")
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .bind(belonging.kind.code())
        .bind(from)
        .bind(to)
        .bind(false)
        .bind(Val::rows(&ids.iter().map(row).collect::<Vec<_>>()))
        .run(tx)
        .await?;
    give(tx, belonging, ids, to).await
}

/// What came from a customer goes back to it, as far as it is still where it went.
async fn part(tx: &Tx, belonging: Belonging, to: CustomerId, from: CustomerId) -> Result<()> {
    let moves = |q: &'static str| {
        let q = Q::new(q).push("from customer_part_move where record_kind = ? and from_id = ? and to_id = ?");
        q.bind(belonging.kind.code()).bind(to).bind(from)
    };
    let came: Vec<(i64,)> = moves("select part_id").all(tx).await?;
    let mut here: Vec<(i64,)> = Q::new(belonging.of).bind(from).all(tx).await?;
    here.retain(|one| came.contains(one));
    give(tx, belonging, here, to).await?;
    moves("delete").run(tx).await.map(drop)
}

async fn give(tx: &Tx, belonging: Belonging, ids: Vec<(i64,)>, to: CustomerId) -> Result<()> {
    let q = Q::new(belonging.give).bind(to).any_of("id", ids.into_iter().map(|(id,)| id));
    q.run(tx).await.map(drop)
}
