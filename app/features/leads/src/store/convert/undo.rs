use customers::Customer;
use kernel::db::{Json, Q, Tx};
use kernel::{Actor, Context, CustomerId, Error, LeadId, Result, StageId, Version, forbidden};
use serde_json::{Value, json};

use super::{Done, attach};
use crate::Lead;
use crate::store::write::{self, Change};
use crate::store::{find_any, moves, require_edit, stale, words};

/// Takes a conversion back: the lead returns to the stage it came from, and the customer that was made for it goes to
/// the bin. A customer that it was only attached to gives back what it got: the lead's history, its tags, and the contact,
/// as far as nobody has changed them.
///
/// # Errors
/// `NotFound`; `Forbidden` when the lead is not converted, and when the customer that was made for it has documents or
/// other leads by now; `Conflict` when it was changed.
pub async fn undo(cx: &Context, id: LeadId, version: Version) -> Result<Lead> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        require_edit(cx, &before)?;
        stale(&before, version)?;
        let customer = before.customer_id.ok_or_else(|| forbidden("lead-is-not-converted"))?;
        let last = last(&tx, &before).await?;
        let mut after = Lead { customer_id: None, converted_at: None, is_locked: false, ..before.clone() };
        let stage = former_stage(cx, &tx, &last.1).await?;
        moves::enter(cx, &tx, &before, &mut after, stage).await?;
        after.rank = moves::to_top(cx, &tx, &after).await?;
        undo_customer(cx, &tx, &before, customer, &last).await?;
        let payload = json!({ "customer_id": customer });
        write::update(cx, &tx, &before, &mut after, Change::new("lead.conversion_undone", payload)).await?;
        Ok(after)
    })
    .await
}

/// The event of the conversion: its number and what it keeps.
async fn last(tx: &Tx, lead: &Lead) -> Result<(i64, Value)> {
    let last: Option<(i64, Json<Value>)> = Q::new(
        "select id, payload from event where record_kind = 'lead' and record_id = ? and kind = 'lead.converted'",
    )
    .push("order by id desc limit 1")
    .bind(lead.id)
    .optional(tx)
    .await?;
    Ok(last.map_or((0, Value::Null), |(id, payload)| (id, payload.0)))
}

async fn undo_customer(
    cx: &Context,
    tx: &Tx,
    lead: &Lead,
    customer: CustomerId,
    (event, payload): &(i64, Value),
) -> Result<()> {
    let found = match customers::store::find_in(&cx.on_behalf(Actor::System), tx, customer).await {
        Err(Error::NotFound) => None,
        found => Some(found?),
    };
    // What conversions of earlier versions did not keep, they did not do.
    let done: Done = serde_json::from_value(payload.clone()).unwrap_or_default();
    match found {
        Some(made) if made.origin_lead_id == Some(lead.id) && !done.is_attached => {
            require_free(cx, tx, &made, lead.id).await?;
            customers::store::delete_for_undo(cx, tx, customer).await
        }
        found => attach::take_back(cx, tx, lead, found.as_ref(), &done, *event).await,
    }
}

/// Whether nothing would go to the bin with the customer that is worth more than the undo.
async fn require_free(cx: &Context, tx: &Tx, customer: &Customer, lead: LeadId) -> Result<()> {
    if customers::store::has_documents(cx, tx, customer.id).await? {
        return Err(forbidden("lead-customer-has-documents"));
    }
    let others =
        Q::new("select count(*) from event e join lead l on l.id = cast(e.payload->>'lead_id' as bigint)")
            .push("where e.timeline_id = ? and e.kind = 'customer.lead_attached' and l.customer_id = ?")
            .push("and l.id <> ?")
            .bind(customer.timeline_id)
            .bind(customer.id)
            .bind(lead);
    match others.number(tx).await? {
        0 => Ok(()),
        _ => Err(forbidden("lead-customer-has-leads")),
    }
}

/// The stage that a converted lead came from, if it is still there; otherwise the stage of new leads.
async fn former_stage(cx: &Context, tx: &Tx, converted: &Value) -> Result<StageId> {
    if let Some(stage) = converted["from"].as_i64().map(StageId)
        && words::stage(tx, stage).await.is_ok_and(|stage| !stage.is_conversion)
    {
        return Ok(stage);
    }
    words::default_stage(cx, tx).await
}
