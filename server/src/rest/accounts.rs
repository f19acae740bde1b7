//! Personal accounts of customers: their services, and the ledger that is only added to.

use accounts::{
    Account, AccountDetails, AccountLine, PostingKind, Profile, Service, ServiceDraft, Statement,
    StatementQuery, store,
};
use fields::Patch;
use fields::store::definitions;
use kernel::{AccountId, Area, Can, CustomerId, Money, PostingId, RecordKind, ServiceId, invalid};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, nothing, ok, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{CURSOR, LIMIT, Operation, param};
use super::problem::Answer;
use super::query::Query;
use super::records::{Child, Of, On};
use super::seen::Seen;

/// A change of some fields of an account (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct AccountChange {
    #[serde(flatten)]
    profile: Profile,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

/// A change of some fields of a service (RFC 7396); `null` empties a field.
#[derive(Serialize, Deserialize, ToSchema)]
struct ServiceChange {
    #[serde(flatten)]
    draft: ServiceDraft,
    /// The version that was seen, in place of `If-Match`.
    version: Option<i64>,
}

/// What is posted by hand.
#[derive(Serialize, Deserialize, ToSchema)]
struct NewPosting {
    /// `charge`, `payment` or `correction`.
    kind: PostingKind,
    /// How much, in the account's currency. That of a correction may be negative: the customer owes less.
    amount: Money,
    /// What for, in one line.
    reason: String,
}

/// Why a posting is taken back.
#[derive(Serialize, Deserialize, ToSchema)]
struct Reason {
    /// In one line.
    reason: String,
}

/// What was posted.
#[derive(Serialize, ToSchema)]
struct Posted {
    /// The posting.
    id: PostingId,
}

/// What was charged.
#[derive(Serialize, ToSchema)]
struct Charged {
    /// So many postings.
    count: usize,
}

pub fn operations() -> Vec<Operation> {
    accounts().into_iter().chain(services()).chain(ledger()).collect()
}

fn accounts() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/customers/{id}/accounts", "list_accounts", "customer.view", list)
            .about("The personal accounts of a customer with their balances, in the order in which they were opened.")
            .query(&[CURSOR, LIMIT])
            .answers_page::<AccountLine>(),
        Operation::post("/api/v1/customers/{id}/accounts", "create_account", "customers.create", create)
            .about("Opens an account. Without an `account_number` it gets the next one, without a `currency` its customer's.")
            .takes::<Profile>()
            .creates::<Account>(),
        Operation::get("/api/v1/accounts/{id}", "get_account", "customer.view", find)
            .about("An account with its services and its balance: the sum of its entries, positive for what the customer owes.")
            .answers::<AccountDetails>(),
        Operation::patch("/api/v1/accounts/{id}", "update_account", "customers.edit", update)
            .about("Changes the fields that are sent. The currency stays once amounts are in it; `closed` is for an account that is settled.")
            .takes::<AccountChange>()
            .answers::<Account>()
            .versioned(),
        Operation::delete("/api/v1/accounts/{id}", "delete_account", "customers.delete", delete)
            .about("Puts an account into the bin to which nothing was ever posted.")
            .query(&[param("version", "integer", "The version that was seen, in place of `If-Match`")])
            .versioned(),
        Operation::post("/api/v1/accounts/{id}/restore", "restore_account", "customers.delete", restore)
            .about("Takes an account out of the bin.")
            .answers::<AccountDetails>(),
    ]
}

fn services() -> Vec<Operation> {
    vec![
        Operation::post("/api/v1/accounts/{id}/services", "add_account_service", "customers.edit", add)
            .about("Adds something that the account is charged for, once or for each period that begins. `quantity` is in millionths.")
            .takes::<ServiceDraft>()
            .creates::<Service>(),
        Operation::patch("/api/v1/accounts/{id}/services/{service}", "update_account_service", "customers.edit", change)
            .about("Changes a service. What was charged stays as it was; from then on `from` and `charge` stay as well.")
            .takes::<ServiceChange>()
            .answers::<Service>()
            .versioned(),
        Operation::delete("/api/v1/accounts/{id}/services/{service}", "delete_account_service", "customers.edit", remove)
            .about("Takes a service away of which nothing was charged; another one is ended by `to`."),
        Operation::post("/api/v1/accounts/{id}/charge", "charge_account", "customers.edit", charge)
            .about("Charges what is due by today. What was charged is not charged again, so the call is safe to repeat.")
            .answers::<Charged>(),
    ]
}

fn ledger() -> Vec<Operation> {
    vec![
        Operation::get(
            "/api/v1/accounts/{id}/statement",
            "get_account_statement",
            "customer.view",
            statement,
        )
        .about("What was posted, the newest first, each entry with the balance after it.")
        .query(&[
            CURSOR,
            param(
                "from",
                "string",
                "From the beginning of this day on, `2026-01-31`, on the organisation's clock",
            ),
            param("to", "string", "To the end of this day"),
        ])
        .answers::<Statement>(),
        Operation::post("/api/v1/accounts/{id}/postings", "post_to_account", "customers.edit", post)
            .about("Posts a charge, a payment or a correction. It is never changed; a mistake is reversed.")
            .takes::<NewPosting>()
            .creates::<Posted>(),
        Operation::post(
            "/api/v1/accounts/{id}/postings/{posting}/reverse",
            "reverse_posting",
            "customers.edit",
            reverse,
        )
        .about("Takes a posting back by a further one with the opposite entries; that happens once.")
        .takes::<Reason>()
        .creates::<Posted>(),
    ]
}

async fn list(caller: Caller, On(on): On, query: Query) -> Answer {
    let (cursor, limit) = (query.cursor()?, query.limit()?);
    let found = store::list(&caller.cx, CustomerId(on.id), cursor.as_ref(), Some(limit)).await?;
    page(&found.items, found.next_cursor)
}

async fn create(caller: Caller, On(on): On, mut fields: Fields) -> Answer {
    // Who may not create is told so before the fields are looked at, as the form does.
    caller.cx.actor.require(Area::Customers, Can::Create)?;
    customers::store::find(&caller.cx, CustomerId(on.id)).await?;
    definitions::begin_with(caller.cx.db(), RecordKind::Account, &mut fields.0).await?;
    let profile: Profile = Patch(fields.0).apply(&Profile::default())?;
    let account = store::create(&caller.cx, CustomerId(on.id), &profile).await?;
    created(&account, &format!("/api/v1/accounts/{}", account.id), Some(account.version))
}

async fn find(caller: Caller, Of(id): Of) -> Answer {
    let found = store::details(&caller.cx, AccountId(id)).await?;
    versioned(&found, found.account.version)
}

async fn update(caller: Caller, Of(id): Of, seen: Seen, mut fields: Fields) -> Answer {
    let id = AccountId(id);
    let wanted = seen.or(fields.take("version")?)?;
    let current = async { store::details(&caller.cx, id).await.map(|found| found.account.version) };
    let version = wanted.version(current).await?;
    let changed = store::change(&caller.cx, id, version, &Patch(fields.0)).await;
    let account = changed.map_err(|error| wanted.refuse(error))?;
    versioned(&account, account.version)
}

async fn delete(caller: Caller, Of(id): Of, seen: Seen, query: Query) -> Answer {
    let id = AccountId(id);
    let wanted = seen.or_any(query.value("version")?);
    let current = async { store::details(&caller.cx, id).await.map(|found| found.account.version) };
    let version = wanted.version(current).await?;
    store::delete(&caller.cx, id, version).await.map_err(|error| wanted.refuse(error))?;
    nothing()
}

async fn restore(caller: Caller, Of(id): Of) -> Answer {
    store::restore(&caller.cx, AccountId(id)).await?;
    find(caller, Of(id)).await
}

async fn add(caller: Caller, Of(id): Of, fields: Fields) -> Answer {
    let account = AccountId(id);
    store::services::require(&caller.cx, account).await?;
    let service = store::services::add(&caller.cx, account, &fields.into()?).await?;
    let place = format!("/api/v1/accounts/{account}/services/{}", service.id);
    created(&service, &place, Some(service.version))
}

async fn change(caller: Caller, Of(id): Of, Child(child): Child, seen: Seen, mut fields: Fields) -> Answer {
    let (account, id) = (AccountId(id), ServiceId(child));
    let wanted = seen.or(fields.take("version")?)?;
    let before = store::services::find(&caller.cx, account, id).await?;
    let version = wanted.version(async { Ok(before.version) }).await?;
    let draft: ServiceDraft = fields.over(&before.draft)?;
    let changed = store::services::update(&caller.cx, account, id, version, &draft).await;
    let service = changed.map_err(|error| wanted.refuse(error))?;
    versioned(&service, service.version)
}

async fn remove(caller: Caller, Of(id): Of, Child(child): Child) -> Answer {
    store::services::delete(&caller.cx, AccountId(id), ServiceId(child)).await?;
    nothing()
}

async fn charge(caller: Caller, Of(id): Of) -> Answer {
    ok(&Charged { count: store::charging::charge(&caller.cx, AccountId(id)).await? })
}

async fn statement(caller: Caller, Of(id): Of, query: Query) -> Answer {
    let query = StatementQuery { from: query.value("from")?, to: query.value("to")?, after: query.cursor()? };
    ok(&store::statement::read(&caller.cx, AccountId(id), &query).await?)
}

async fn post(caller: Caller, Of(id): Of, fields: Fields) -> Answer {
    let (cx, account) = (&caller.cx, AccountId(id));
    store::services::require(cx, account).await?;
    let NewPosting { kind, amount, reason } = fields.into()?;
    let posted = match kind {
        PostingKind::Charge => store::posting::post_charge(cx, account, amount, &reason).await,
        PostingKind::Payment => store::posting::post_payment(cx, account, amount, &reason).await,
        PostingKind::Correction => store::posting::post_correction(cx, account, amount, &reason).await,
        PostingKind::Reversal => Err(invalid("kind", "rest-field-unfit")),
    };
    made(account, posted?)
}

async fn reverse(caller: Caller, Of(id): Of, Child(child): Child, fields: Fields) -> Answer {
    let (cx, account) = (&caller.cx, AccountId(id));
    store::services::require(cx, account).await?;
    let Reason { reason } = fields.into()?;
    made(account, store::posting::reverse(cx, account, PostingId(child), &reason).await?)
}

fn made(account: AccountId, id: PostingId) -> Answer {
    created(&Posted { id }, &format!("/api/v1/accounts/{account}/statement"), None)
}
