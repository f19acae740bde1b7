//! Customers and contacts of rows are written.

use imports::{HeldPart, Place, Row};
use kernel::db::{Q, Tx};
use kernel::{Actor, Context, CustomerId, Error, Result, TagId};

use super::{Customers, draft};
use crate::store::{bulk, contact_row, contacts, known, row, write};
use crate::{Customer, Person};

impl Customers {
    /// Makes the customers of these rows, with one statement for each table; each has its own contact and those of its
    /// further rows.
    pub(super) async fn create_all(&self, tx: &Tx, rows: &[Row], further: &[Vec<Row>]) -> Result<Vec<i64>> {
        self.cx.actor.require(kernel::Area::Customers, kernel::Can::Create)?;
        let mut new = Vec::with_capacity(rows.len());
        for (place, row) in rows.iter().enumerate() {
            let customer = bulk::fresh(&self.cx, self.stored(row)?);
            let created_at = row.moment("created_at").unwrap_or(self.cx.now).min(self.cx.now);
            let further = further.get(place).map_or(&[][..], Vec::as_slice);
            new.push((Customer { created_at, ..customer }, people(row, further)?));
        }
        let import = self.purpose.import;
        // What else rows bring to new customers, sites for example, is written behind this.
        let customers = bulk::insert_made(&self.cx, tx, new, Some(import)).await?;
        for (row, customer) in rows.iter().zip(&customers) {
            let tags: Vec<TagId> = row.words("tags").iter().filter_map(|word| word.id).map(TagId).collect();
            if !tags.is_empty() {
                records::store::tags::attach(tx, customer.timeline_id, &tags).await?;
            }
        }
        Ok(customers.iter().map(|customer| customer.id.0).collect())
    }
}

/// The contacts of rows of one customer, none twice; the one that is said to be the primary one comes first.
fn people(row: &Row, further: &[Row]) -> Result<Vec<Person>> {
    let (mut people, mut first) = (Vec::new(), 0);
    for row in std::iter::once(row).chain(further) {
        let Some(person) = draft::contact(row).map_err(|reason| kernel::invalid("contact", reason))? else {
            continue;
        };
        if draft::is_primary(row) {
            first = people.len();
        }
        people.push(person);
    }
    if first > 0 {
        let primary = people.remove(first);
        people.insert(0, primary);
    }
    Ok(people)
}

/// The contacts that customers have.
pub(super) async fn held(on: Place<'_>, customers: &[i64]) -> Result<Vec<HeldPart>> {
    let ids: Vec<CustomerId> = customers.iter().copied().map(CustomerId).collect();
    let contacts = contact_row::of_these(on, &ids).await?;
    let held = |contact: crate::Contact| HeldPart {
        id: contact.id.0,
        record: contact.customer_id.0,
        keys: draft::held(&contact.person),
    };
    Ok(contacts.into_iter().map(held).collect())
}

/// Gives customers that are there the contacts of these rows. That the rows may change their customers was asked before; what
/// this import made, it may add to, whoever looks after it.
pub(super) async fn add(cx: &Context, tx: &Tx, rows: &[(i64, Row)]) -> Result<()> {
    let mut ids: Vec<CustomerId> = rows.iter().map(|(id, _)| CustomerId(*id)).collect();
    ids.sort_unstable();
    ids.dedup();
    let customers = row::several(&cx.on_behalf(Actor::System), tx, &ids).await?;
    for (id, row) in rows {
        let customer = customers.get(&CustomerId(*id)).ok_or(Error::NotFound)?;
        let person = draft::contact(row).map_err(|reason| kernel::invalid("contact", reason))?;
        let Some(person) = person else { continue };
        let has_none = contacts::of(tx, customer.id).await?.is_empty();
        let told = known::likeness_now(cx, tx, customer).await?;
        if draft::is_primary(row) && !has_none {
            let others =
                Q::new("update contact set is_primary = ?, version = version + 1 where customer_id = ?");
            others.push("and is_primary").bind(false).bind(customer.id).run(tx).await?;
        }
        contacts::insert(cx, tx, customer, &person, has_none || draft::is_primary(row)).await?;
        write::retell(cx, tx, customer, told).await?;
    }
    Ok(())
}
