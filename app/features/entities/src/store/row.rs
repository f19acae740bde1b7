use customers::store::owners;
use fields::{CustomValues, Record};
use kernel::db::{FromRow, Json, On, Q};
use kernel::{Context, CustomerId, Error, Instant, LegalEntityId, OwnEntityId, Result, Version};

use crate::{Company, Entity, Profile};

/// The columns of a [`Row`], for a table named `l`.
const COLUMNS: &str = "select l.id, l.customer_id, l.registered_name, l.registration_number, l.tax_number, l.street, \
     l.postcode, l.city, l.region, l.country, l.bank, l.iban, l.bic, l.billed_by_id, l.custom, l.version, l.created_at, \
     l.updated_at, l.deleted_at from legal_entity l";

/// A legal entity together with its customer, which says who sees it and whose history is its own.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub entity: Entity,
    pub customer: Record,
}

impl Kept {
    /// When it went out of use: by itself or with its customer.
    pub fn deleted_at(&self) -> Option<Instant> {
        self.entity.deleted_at.or(self.customer.deleted_at)
    }
}

/// Legal entities that the actor may see, also from the bin. In a transaction their customers are locked and then they,
/// each in the order of their ids: whatever is done to a customer as a whole waits, and is waited for.
pub(super) async fn several(cx: &Context, on: impl Into<On<'_>>, ids: &[i64]) -> Result<Vec<Kept>> {
    let on = on.into();
    let q = Q::new("select distinct customer_id from legal_entity where").any_of("id", ids.iter().copied());
    let whose: Vec<(i64,)> = q.all(on).await?;
    let whose: Vec<i64> = whose.into_iter().map(|(customer,)| customer).collect();
    let customers = owners(cx, on, &whose).await?;
    let q = Q::new(COLUMNS).push("where").any_of("l.id", ids.iter().copied()).push("order by l.id");
    let q = if matches!(on, On::Tx(_)) { q.dialect("", "for update") } else { q };
    let mut kept = Vec::with_capacity(ids.len());
    for entity in all(q, on).await? {
        let customer = entity.customer_id.0;
        match customers.get(&customer).cloned() {
            Some(customer) => kept.push(Kept { entity, customer }),
            None if whose.contains(&customer) => {}
            // It went to another customer in this very moment.
            None => return Err(Error::Busy),
        }
    }
    Ok(kept)
}

/// One legal entity, also from the bin.
pub(super) async fn find_any(cx: &Context, on: impl Into<On<'_>>, id: LegalEntityId) -> Result<Kept> {
    several(cx, on, &[id.0]).await?.pop().ok_or(Error::NotFound)
}

/// One legal entity that is in use.
pub(super) async fn find(cx: &Context, on: impl Into<On<'_>>, id: LegalEntityId) -> Result<Kept> {
    let kept = find_any(cx, on, id).await?;
    if kept.deleted_at().is_none() { Ok(kept) } else { Err(Error::NotFound) }
}

/// Those of a customer by name, those that were removed not among them. Whoever asks decides who sees them.
pub(super) async fn of(on: impl Into<On<'_>>, customer: CustomerId) -> Result<Vec<Entity>> {
    let q =
        Q::new(COLUMNS).push("where l.customer_id = ? and l.deleted_at is null order by l.sort_key, l.id");
    all(q.bind(customer), on).await
}

async fn all(q: Q, on: impl Into<On<'_>>) -> Result<Vec<Entity>> {
    let rows: Vec<Row> = q.all(on).await?;
    Ok(rows.into_iter().map(Row::into_entity).collect())
}

#[derive(FromRow)]
struct Row {
    id: LegalEntityId,
    customer_id: CustomerId,
    #[sqlx(flatten)]
    company: CompanyRow,
    billed_by_id: Option<OwnEntityId>,
    custom: Json<CustomValues>,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
    deleted_at: Option<Instant>,
}

/// The columns of a company, as both tables have them.
#[derive(FromRow)]
pub(super) struct CompanyRow {
    registered_name: String,
    registration_number: Option<String>,
    tax_number: Option<String>,
    street: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    region: Option<String>,
    country: Option<String>,
    bank: Option<String>,
    iban: Option<String>,
    bic: Option<String>,
}

impl CompanyRow {
    pub(super) fn into_company(self) -> Company {
        Company {
            registered_name: self.registered_name,
            registration_number: self.registration_number,
            tax_number: self.tax_number,
            street: self.street,
            postcode: self.postcode,
            city: self.city,
            region: self.region,
            country: self.country,
            bank: self.bank,
            iban: self.iban,
            bic: self.bic,
        }
    }
}

impl Row {
    fn into_entity(self) -> Entity {
        let Self { id, customer_id, version, created_at, updated_at, deleted_at, .. } = self;
        let profile = Profile {
            company: self.company.into_company(),
            billed_by_id: self.billed_by_id,
            custom: self.custom.0,
        };
        Entity { id, customer_id, profile, version, created_at, updated_at, deleted_at }
    }
}
