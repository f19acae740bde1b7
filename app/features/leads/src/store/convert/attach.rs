//! A lead that goes to a customer who is there already, and comes away again.

use customers::{Customer, Person};
use duplicates::store::joined::{self, Joining};
use kernel::db::Tx;
use kernel::{ContactId, Context, CustomerId, Error, Result, invalid, normal};
use records::store::tags;
use serde_json::json;

use super::Done;
use crate::{Conversion, Lead};

/// The kind under which a lead's history is part of a customer's: none of a record, so that a lead that was attached is
/// never taken for one that is gone.
const ATTACHED: &str = "attached";

/// Adds the person to a customer that is there, with the lead's tags and, unless it is not wished, its history. The lead
/// keeps its own timeline, so that all of it comes away again as it was.
pub(super) async fn run(
    cx: &Context,
    tx: &Tx,
    lead: &Lead,
    customer: CustomerId,
    person: &Person,
    conversion: &Conversion,
) -> Result<Done> {
    let found = match customers::store::find_in(cx, tx, customer).await {
        Err(Error::NotFound) => return Err(invalid("attach_to", "lead-customer-unknown")),
        found => found?,
    };
    Customer::can_edit(&cx.actor)?;
    let contact_id = add_contact(cx, tx, customer, person).await?;
    let tags = tags::unite(tx, found.timeline_id, lead.timeline_id).await?;
    let joined = match conversion.carry_notes {
        true => {
            let (survivor, other) = ((customer.0, found.timeline_id), (lead.id.0, lead.timeline_id));
            let joining = Joining { kind: ATTACHED, survivor, other, tags: &tags };
            Some(joined::join(cx, tx, &joining).await?)
        }
        false => None,
    };
    let payload = json!({ "lead_id": lead.id, "name": lead.profile.name });
    customers::store::tell(cx, tx, customer, "customer.lead_attached", payload).await?;
    Ok(Done { customer_id: customer, is_attached: true, contact_id, joined, tags })
}

/// The person as a contact, unless one with this address is there already.
async fn add_contact(
    cx: &Context,
    tx: &Tx,
    customer: CustomerId,
    person: &Person,
) -> Result<Option<ContactId>> {
    if let Some(norm) = person.email.as_deref().and_then(normal::email)
        && customers::store::has_contact(tx, customer, &norm).await?
    {
        return Ok(None);
    }
    Ok(Some(customers::store::add_contact_in(cx, tx, customer, person).await?.id))
}

/// Takes away from the customer what came with the lead: its history, the tags that nobody has put on since `event`, and
/// the contact, if nobody has changed that. A customer that is in the bin by now keeps its contact there.
pub(super) async fn take_back(
    cx: &Context,
    tx: &Tx,
    lead: &Lead,
    customer: Option<&Customer>,
    done: &Done,
    event: i64,
) -> Result<()> {
    if let Some(joined) = done.joined {
        joined::part(cx, tx, joined).await?;
    }
    let Some(customer) = customer else { return Ok(()) };
    tags::part(tx, customer.timeline_id, &done.tags, event).await?;
    if let Some(contact) = done.contact_id {
        customers::store::remove_unchanged(cx, tx, customer.id, contact).await?;
    }
    let payload = json!({ "lead_id": lead.id, "name": lead.profile.name });
    customers::store::tell(cx, tx, customer.id, "customer.lead_detached", payload).await
}
