use kernel::db::{FromRow, On, Q, Tx};
use kernel::{AccountId, Arg, Context, Day, Error, ProductId, Result, ServiceId, Text, Version, invalid};
use products::Charge;
use serde_json::json;

use super::posting::event;
use super::row::{self, Kept};
use crate::{Service, ServiceDraft};

/// The most services of one account.
const MOST: usize = 200;

/// Whether the actor may post to this account and change its services, for who asks that before he reads what is sent.
///
/// # Errors
/// `NotFound`; `Forbidden` with the reason.
pub async fn require(cx: &Context, account: AccountId) -> Result<()> {
    row::find_to_post(cx, cx.db(), account).await.map(drop)
}

/// A service of an account that may be changed.
///
/// # Errors
/// `NotFound`; `Forbidden` as for [`add`].
pub async fn find(cx: &Context, account: AccountId, id: ServiceId) -> Result<Service> {
    require(cx, account).await?;
    read(cx.db(), account, id).await
}

/// Adds something that an account is charged for, once or again and again. It is charged when it is due.
///
/// # Errors
/// `NotFound`; `Forbidden` for who may not change the customer and for a closed account; `Invalid` for fields.
pub async fn add(cx: &Context, account: AccountId, draft: &ServiceDraft) -> Result<Service> {
    row::find_to_post(cx, cx.db(), account).await?;
    let draft = &draft.clone().checked()?;
    require_product(cx, draft.product_id, None).await?;
    cx.tx(|tx| async move {
        let kept = row::find_to_post(cx, &tx, account).await?;
        if of(&tx, account).await?.len() >= MOST {
            return Err(invalid("description", Text::new("account-services-many").with("limit", MOST)));
        }
        let id = insert(cx, &tx, account, draft).await?;
        let service = Service { id, account_id: account, draft: draft.clone(), charged: 0, version: 1 };
        tell(cx, &tx, &kept, "account.service_added", &service).await?;
        Ok(service)
    })
    .await
}

/// Changes a service. What was charged stays as it was charged; from when on and how often stay from then on, too, since
/// the periods are counted by them.
///
/// # Errors
/// As [`add`]; `Conflict` with the service as it is now if somebody was quicker.
pub async fn update(
    cx: &Context,
    account: AccountId,
    id: ServiceId,
    version: Version,
    draft: &ServiceDraft,
) -> Result<Service> {
    row::find_to_post(cx, cx.db(), account).await?;
    let draft = &draft.clone().checked()?;
    let known = read(cx.db(), account, id).await?;
    require_product(cx, draft.product_id, known.draft.product_id).await?;
    cx.tx(|tx| async move {
        let kept = row::find_to_post(cx, &tx, account).await?;
        let before = read(&tx, account, id).await?;
        if before.version != version {
            return Err(Error::conflict(Text::new("account-service-changed-meanwhile"), &before));
        }
        let is_moved = before.draft.from != draft.from || before.draft.charge != draft.charge;
        if before.charged > 0 && is_moved {
            return Err(invalid("from", "account-service-charged"));
        }
        if before.draft == *draft {
            return Ok(before);
        }
        let after = Service { draft: draft.clone(), version: before.version + 1, ..before };
        overwrite(&tx, &after).await?;
        tell(cx, &tx, &kept, "account.service_changed", &after).await?;
        Ok(after)
    })
    .await
}

/// Takes a service away of which nothing was charged yet; one that was charged is ended by its last day.
///
/// # Errors
/// `NotFound`; `Forbidden` as for [`add`]; `Invalid` once something was charged.
pub async fn delete(cx: &Context, account: AccountId, id: ServiceId) -> Result<()> {
    cx.tx(|tx| async move {
        let kept = row::find_to_post(cx, &tx, account).await?;
        let service = read(&tx, account, id).await?;
        if service.charged > 0 {
            return Err(invalid("id", "account-service-stays"));
        }
        let q = Q::new("update account_service set deleted_at = ?, version = version + 1 where id = ?");
        q.bind(cx.now).bind(id).run(&tx).await?;
        tell(cx, &tx, &kept, "account.service_removed", &service).await
    })
    .await
}

/// A product is chosen among those that there are; one that has gone since stays where it was chosen.
async fn require_product(cx: &Context, product: Option<ProductId>, before: Option<ProductId>) -> Result<()> {
    let Some(id) = product.filter(|id| Some(*id) != before) else { return Ok(()) };
    match products::store::find(cx, id).await {
        Err(Error::NotFound) => Err(invalid("product_id", "account-product-unknown")),
        found => found.map(drop),
    }
}

async fn tell(cx: &Context, tx: &Tx, kept: &Kept, kind: &'static str, service: &Service) -> Result<()> {
    let amount = kept.account.money(service.draft.amount().unwrap_or_default());
    let payload = json!({
        "service_id": service.id,
        "number": kept.account.profile.number,
        "name": service.draft.description,
        "amount": Arg::from(amount),
        "charge": Arg::from(Text::new(service.draft.charge.label())),
    });
    cx.record(tx, event(kept, kind, payload)).await
}

async fn insert(cx: &Context, tx: &Tx, account: AccountId, draft: &ServiceDraft) -> Result<ServiceId> {
    Q::new("insert into account_service (account_id, product_id, description, quantity, price_minor, charge, from_day,")
        .push("to_day, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind(account)
        .bind(draft.product_id)
        .bind(draft.description.as_str())
        .bind(draft.quantity)
        .bind(draft.price_minor)
        .bind(draft.charge.code())
        .bind(draft.from.0)
        .bind(draft.to.map(|day| day.0))
        .bind(cx.now)
        .number(tx)
        .await
        .map(ServiceId)
}

async fn overwrite(tx: &Tx, service: &Service) -> Result<()> {
    let draft = &service.draft;
    Q::new("update account_service set product_id = ?, description = ?, quantity = ?, price_minor = ?, charge = ?,")
        .push("from_day = ?, to_day = ?, version = ? where id = ?")
        .bind(draft.product_id)
        .bind(draft.description.as_str())
        .bind(draft.quantity)
        .bind(draft.price_minor)
        .bind(draft.charge.code())
        .bind(draft.from.0)
        .bind(draft.to.map(|day| day.0))
        .bind(service.version)
        .bind(service.id)
        .run(tx)
        .await
        .map(drop)
}

const COLUMNS: &str = "select s.id, s.account_id, s.product_id, s.description, s.quantity, s.price_minor, s.charge, \
     s.from_day, s.to_day, s.version, (select count(*) from ledger_posting p where p.service_id = s.id) as charged \
     from account_service s where s.account_id = ? and s.deleted_at is null";

/// What an account is charged for, in the order in which it came.
pub(super) async fn of(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Service>> {
    let rows: Vec<Row> = Q::new(COLUMNS).bind(account).push("order by s.id").all(on).await?;
    Ok(rows.into_iter().map(Row::into_service).collect())
}

/// Whether an account is charged for anything.
pub(super) async fn are_there(on: impl Into<On<'_>>, account: AccountId) -> Result<bool> {
    let q = Q::new("select count(*) from account_service where account_id = ? and deleted_at is null");
    Ok(q.bind(account).number(on).await? > 0)
}

async fn read(on: impl Into<On<'_>>, account: AccountId, id: ServiceId) -> Result<Service> {
    let q = Q::new(COLUMNS).bind(account).push("and s.id = ?").bind(id);
    q.one::<Row>(on).await.map(Row::into_service)
}

#[derive(FromRow)]
struct Row {
    id: ServiceId,
    account_id: AccountId,
    product_id: Option<ProductId>,
    description: String,
    quantity: i64,
    price_minor: i64,
    charge: String,
    from_day: i64,
    to_day: Option<i64>,
    version: Version,
    charged: i64,
}

impl Row {
    fn into_service(self) -> Service {
        let day = |day: i64| Day(i32::try_from(day).unwrap_or_default());
        let draft = ServiceDraft {
            product_id: self.product_id,
            description: self.description,
            quantity: self.quantity,
            price_minor: self.price_minor,
            charge: Charge::parse(&self.charge).unwrap_or_default(),
            from: day(self.from_day),
            to: self.to_day.map(day),
        };
        let Self { id, account_id, version, charged, .. } = self;
        Service { id, account_id, draft, charged, version }
    }
}
