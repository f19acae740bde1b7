use kernel::db::{FromRow, On, Q, Tx};
use kernel::{
    Actor, Area, Can, Context, Currency, Cursor, CustomerId, Error, Instant, Language, LeadId, Page, Result,
    StaffId, TimelineId, Version, invalid, normal,
};

use super::{contacts, search};
use crate::{Customer, CustomerDetails, CustomerKind, CustomerRow, Profile};

/// So many customers come at a time, unless told otherwise.
const PAGE: usize = 50;
/// So many can be asked for at a time.
const MOST: usize = 200;

/// Which customers a person sees: all, or those that are his to manage.
pub(super) enum Sight {
    All,
    Of(StaffId),
}

/// What the actor sees at all.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` without any view of customers.
pub(super) fn sight(actor: &Actor) -> Result<Sight> {
    if actor.has(Area::Customers, Can::ViewAll) {
        return Ok(Sight::All);
    }
    actor.require(Area::Customers, Can::ViewOwn)?;
    Ok(Sight::Of(actor.staff()?.id))
}

impl Sight {
    /// The condition for rows of `customer c` that were found by something else than their visibility.
    pub(super) fn condition(&self) -> Q {
        match self {
            Self::All => Q::default(),
            Self::Of(me) => Q::new("and (c.manager_id = ? or exists (select 1 from customer_administrator a")
                .push("where a.customer_id = c.id and a.staff_id = ?))")
                .bind(*me)
                .bind(*me),
        }
    }
}

/// A customer that the actor may see.
///
/// # Errors
/// `NotFound` if there is none or it may not be seen.
pub async fn find(cx: &Context, id: CustomerId) -> Result<Customer> {
    find_row(cx, cx.db(), id, false).await
}

/// The same inside a transaction, for something larger: a lead's conversion.
///
/// # Errors
/// As [`find`].
pub async fn find_in(cx: &Context, tx: &Tx, id: CustomerId) -> Result<Customer> {
    find_row(cx, tx, id, false).await
}

/// The same inside a transaction, among those that are deleted or those that are not.
pub(super) async fn find_row(
    cx: &Context,
    on: impl Into<On<'_>>,
    id: CustomerId,
    deleted: bool,
) -> Result<Customer> {
    let Ok(sight) = sight(&cx.actor) else {
        let nobody = cx.actor == Actor::Anonymous;
        return Err(if nobody { Error::Unauthenticated } else { Error::NotFound });
    };
    let q = Q::new(COLUMNS).push("where c.id = ? and").bind(id);
    let q = q
        .push(if deleted { "c.deleted_at is not null" } else { "c.deleted_at is null" })
        .append(sight.condition());
    q.one::<Row>(on).await.map(Row::into_customer)
}

/// A customer with its contacts and tags.
///
/// # Errors
/// As [`find`].
pub async fn details(cx: &Context, id: CustomerId) -> Result<CustomerDetails> {
    let customer = find(cx, id).await?;
    let contacts = contacts::of(cx.db(), id).await?;
    let mut tags = records::tags_of(cx.db(), &[customer.timeline_id]).await?;
    let tags = tags.remove(&customer.timeline_id).unwrap_or_default();
    Ok(CustomerDetails { customer, contacts, tags })
}

/// The customers that the actor may see, in pages of `limit` (50, at most 200): by name, or, with words to search for,
/// the newest first.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` without any view of customers; `Invalid` for a cursor of the other order.
pub async fn list(
    cx: &Context,
    words: &str,
    after: Option<&Cursor>,
    limit: Option<usize>,
) -> Result<Page<CustomerRow>> {
    let sight = sight(&cx.actor)?;
    let limit = limit.unwrap_or(PAGE).clamp(1, MOST);
    let words = normal::search_words(words);
    match words.as_slice() {
        [] => by_name(cx, &sight, "", after, limit).await,
        // A single letter is in too many records for the full-text index to be of use.
        [letter] if letter.chars().count() == 1 => by_name(cx, &sight, letter, after, limit).await,
        words => {
            let before = place::<i64>(after)?;
            let ids = search::matching(cx, &sight, words, before, limit + 1).await?;
            let page = Page::cut(ids, limit, Cursor::new);
            let mut rows = rows(cx, &page.items).await?;
            rows.sort_by_key(|row| std::cmp::Reverse(row.id));
            Ok(Page { items: rows, next_cursor: page.next_cursor })
        }
    }
}

/// Where a page begins. Begun again from the start, a list that was turned over would never end.
fn place<T: serde::de::DeserializeOwned>(after: Option<&Cursor>) -> Result<Option<T>> {
    let unfit = || invalid("cursor", "customer-cursor-unfit");
    after.map(|cursor| cursor.values().ok_or_else(unfit)).transpose()
}

async fn by_name(
    cx: &Context,
    sight: &Sight,
    start: &str,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<CustomerRow>> {
    let after: (String, i64) = place(after)?.unwrap_or_else(|| (start.to_owned(), i64::MIN));
    let end = format!("{start}\u{10FFFF}");
    let range = |q: Q| {
        q.push("c.deleted_at is null and (c.sort_key, c.id) > (?, ?) and c.sort_key < ?")
            .push("order by c.sort_key, c.id limit ?")
            .bind(after.0.as_str())
            .bind(after.1)
            .bind(end.as_str())
            .bind(limit + 1)
    };
    let q = match sight {
        Sight::All => range(Q::new("select c.id, c.sort_key from customer c where")),
        // Each branch reads its own index in order; together they are sorted once more.
        Sight::Of(me) => {
            let managed = Q::new(
                "select id, sort_key from (select c.id, c.sort_key from customer c where c.manager_id = ? and",
            );
            let given =
                Q::new("select id, sort_key from (select c.id, c.sort_key from customer_administrator a")
                    .push("join customer c on c.id = a.customer_id where a.staff_id = ? and");
            let managed = range(managed.bind(*me)).push(") managed");
            let given = range(given.bind(*me)).push(") given");
            Q::join([managed, given], "union").push("order by sort_key, id limit ?").bind(limit + 1)
        }
    };
    let found: Vec<(i64, String)> = q.all(cx.db()).await?;
    let page = Page::cut(found, limit, |(id, key)| Cursor::new(&(key, id)));
    let ids: Vec<i64> = page.items.iter().map(|(id, _)| *id).collect();
    let mut rows = rows(cx, &ids).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.0));
    Ok(Page { items: rows, next_cursor: page.next_cursor })
}

/// The rows of the list for these customers, whose visibility was asked before.
async fn rows(cx: &Context, ids: &[i64]) -> Result<Vec<CustomerRow>> {
    let rows: Vec<ListRow> =
        Q::new("select c.id, c.kind, c.name, c.email, c.phone, c.is_active, c.manager_id,")
            .push("s.name as manager, p.first_name, p.last_name from customer c")
            .push("left join staff s on s.id = c.manager_id")
            .push(
                "left join contact p on p.customer_id = c.id and p.is_primary and p.deleted_at is null where",
            )
            .any_of("c.id", ids.iter().copied())
            .all(cx.db())
            .await?;
    Ok(rows.into_iter().map(ListRow::into_row).collect())
}

/// Staff who see a customer without the general permission, besides its manager.
pub(super) async fn administrators(on: impl Into<On<'_>>, id: CustomerId) -> Result<Vec<StaffId>> {
    let q = Q::new("select staff_id from customer_administrator where customer_id = ? order by staff_id")
        .bind(id);
    let rows: Vec<(StaffId,)> = q.all(on).await?;
    Ok(rows.into_iter().map(|(staff,)| staff).collect())
}

const COLUMNS: &str = "select c.id, c.kind, c.name, c.email, c.phone, c.website, c.street, c.city, c.region, c.postcode, \
     c.country, c.manager_id, c.currency, c.language, c.is_active, c.timeline_id, c.origin_lead_id, c.version, \
     c.created_at, c.updated_at from customer c";

#[derive(FromRow)]
struct Row {
    id: CustomerId,
    kind: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    website: Option<String>,
    street: Option<String>,
    city: Option<String>,
    region: Option<String>,
    postcode: Option<String>,
    country: Option<String>,
    manager_id: Option<StaffId>,
    currency: String,
    language: Option<String>,
    is_active: bool,
    timeline_id: TimelineId,
    origin_lead_id: Option<LeadId>,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
}

impl Row {
    fn into_customer(self) -> Customer {
        let profile = Profile {
            kind: CustomerKind::parse(&self.kind).unwrap_or_default(),
            name: self.name,
            email: self.email,
            phone: self.phone,
            website: self.website,
            street: self.street,
            city: self.city,
            region: self.region,
            postcode: self.postcode,
            country: self.country,
            manager_id: self.manager_id,
            currency: self.currency.parse::<Currency>().ok(),
            language: self.language.as_deref().and_then(Language::parse),
            is_active: self.is_active,
        };
        let Self { id, timeline_id, origin_lead_id, version, created_at, updated_at, .. } = self;
        Customer { id, profile, timeline_id, origin_lead_id, version, created_at, updated_at }
    }
}

#[derive(FromRow)]
struct ListRow {
    id: CustomerId,
    kind: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    is_active: bool,
    manager_id: Option<StaffId>,
    manager: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
}

impl ListRow {
    fn into_row(self) -> CustomerRow {
        let contact = self.first_name.map(|first| format!("{first} {}", self.last_name.unwrap_or_default()));
        CustomerRow {
            id: self.id,
            kind: CustomerKind::parse(&self.kind).unwrap_or_default(),
            name: self.name,
            email: self.email,
            phone: self.phone,
            is_active: self.is_active,
            contact: contact.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()),
            manager_id: self.manager_id,
            manager: self.manager,
        }
    }
}
