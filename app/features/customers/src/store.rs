//! Where customers and their contacts are kept.

mod attached;
mod bulk;
mod change;
mod contacts;
mod documents;
mod find;
mod known;
mod parts;
mod search;
pub mod seed;

pub use attached::{has_contact, remove_unchanged};
pub use change::{NewCustomer, create, delete, delete_for_undo, insert_in, restore, tell, update};
pub use contacts::{add_contact, add_contact_in, contacts_of, find_contact_by_email};
pub use documents::{Documents, has_documents};
pub use find::{details, find, find_in, list};
pub use known::part as known_part;
pub use parts::{of_parts, part_branches};
pub use search::{find_hits, search};

use futures::FutureExt;
use kernel::{Audience, Context, CustomerId, Door, OpenRecord, RecordKind, RecordRef, Result, StaffId};

use crate::Customer;

/// How customers are opened by those who put notes, files and reminders on them.
pub fn door() -> Door {
    Door { kind: RecordKind::Customer, open: |cx, id| async move { open(&cx, CustomerId(id)).await }.boxed() }
}

async fn open(cx: &Context, id: CustomerId) -> Result<OpenRecord> {
    let customer = find(cx, id).await?;
    let administrators = find::administrators(cx.db(), id).await?;
    Ok(OpenRecord {
        record: record(id),
        timeline_id: customer.timeline_id,
        version: customer.version,
        audience: audience(customer.profile.manager_id, &administrators),
        title: customer.profile.name,
        locked: Customer::can_edit(&cx.actor).err(),
    })
}

fn record(id: CustomerId) -> RecordRef {
    RecordRef { kind: RecordKind::Customer, id: id.0 }
}

/// Those who see a customer without seeing all customers.
fn audience(manager: Option<StaffId>, administrators: &[StaffId]) -> Audience {
    let mut staff: Vec<StaffId> = manager.into_iter().chain(administrators.iter().copied()).collect();
    staff.sort_unstable();
    staff.dedup();
    Audience { staff, ..Audience::default() }
}
