//! The organisation's own legal entities: a setting that documents name.

use kernel::db::{FromRow, On, Q, Tx};
use kernel::{
    Area, Can, Context, Error, NewEvent, OwnEntityId, RecordKind, Result, Text, Version, forbidden, invalid,
};
use serde_json::json;

use super::row::CompanyRow;
use super::write::company_columns;
use crate::{Company, OwnEntity, OwnName};

const COLUMNS: &str = "select id, registered_name, registration_number, tax_number, street, postcode, city, region, \
     country, bank, iban, bic, is_default, archived_at is not null as is_archived, version from own_entity";

#[derive(FromRow)]
struct Row {
    id: OwnEntityId,
    #[sqlx(flatten)]
    company: CompanyRow,
    is_default: bool,
    is_archived: bool,
    version: Version,
}

impl Row {
    fn into_own(self) -> OwnEntity {
        let Self { id, company, is_default, is_archived, version } = self;
        OwnEntity { id, company: company.into_company(), is_default, is_archived, version }
    }
}

/// All of them: the default one first, then by name, those that are not offered any more at the end.
///
/// # Errors
/// `Forbidden` without the right to see settings.
pub async fn list(cx: &Context) -> Result<Vec<OwnEntity>> {
    cx.actor.require(Area::Settings, Can::ViewAll)?;
    all(cx.db()).await
}

async fn all(on: impl Into<On<'_>>) -> Result<Vec<OwnEntity>> {
    let q = Q::new(COLUMNS).push("order by is_default desc, archived_at is not null, sort_key, id");
    let rows: Vec<Row> = q.all(on).await?;
    Ok(rows.into_iter().map(Row::into_own).collect())
}

/// How they are called, for who chooses one. Whoever asks decides who learns it.
pub(super) async fn names(on: impl Into<On<'_>>) -> Result<Vec<OwnName>> {
    let name = |own: OwnEntity| {
        let OwnEntity { id, company, is_default, is_archived, .. } = own;
        OwnName { id, name: company.registered_name, is_default, is_archived }
    };
    Ok(all(on).await?.into_iter().map(name).collect())
}

/// One of them.
///
/// # Errors
/// `Forbidden` without the right to see settings; `NotFound`.
pub async fn find(cx: &Context, id: OwnEntityId) -> Result<OwnEntity> {
    cx.actor.require(Area::Settings, Can::ViewAll)?;
    read(On::Db(cx.db()), id).await
}

/// One of them, for who is about to change it.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`.
pub async fn find_to_edit(cx: &Context, id: OwnEntityId) -> Result<OwnEntity> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    read(On::Db(cx.db()), id).await
}

async fn read(on: On<'_>, id: OwnEntityId) -> Result<OwnEntity> {
    let row: Option<Row> = Q::new(COLUMNS).push("where id = ?").bind(id).optional(on).await?;
    row.map(Row::into_own).ok_or(Error::NotFound)
}

/// Adds one; the first one is the default one.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `Invalid` for fields that do not fit.
pub async fn add(cx: &Context, company: &Company) -> Result<OwnEntity> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let company = &company.clone().checked()?;
    cx.tx(|tx| async move {
        let first = Q::new("select count(*) from own_entity").number(&tx).await? == 0;
        let q = Q::new("insert into own_entity (registered_name, sort_key, registration_number, tax_number, street,")
            .push("postcode, city, region, country, bank, iban, bic, is_default, created_by, created_at, updated_at)")
            .push("values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
            .bind_all(company_columns(company))
            .bind(first)
            .bind(cx.staff_id())
            .bind(cx.now)
            .bind(cx.now);
        // Two first ones at once: the second one is not the first any more when it is tried again.
        let id = q.number(&tx).await.map_err(|error| match error {
            Error::Duplicate(_) => Error::Busy,
            error => error,
        })?;
        tell(cx, &tx, "own_entity.created", OwnEntityId(id)).await
    })
    .await
}

/// Changes one of which this version was seen.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`; `Invalid` for fields that do not fit; `Conflict` with the
/// entity as it is when somebody was quicker.
pub async fn update(cx: &Context, id: OwnEntityId, version: Version, company: &Company) -> Result<OwnEntity> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let company = &company.clone().checked()?;
    cx.tx(|tx| async move {
        let before = locked(&tx, id).await?;
        if before.version != version {
            let reason =
                Text::new("fields-changed-meanwhile").with("name", &before.company.registered_name);
            return Err(Error::conflict(reason, &before));
        }
        if before.company == *company {
            return Ok(before);
        }
        Q::new("update own_entity set registered_name = ?, sort_key = ?, registration_number = ?, tax_number = ?,")
            .push("street = ?, postcode = ?, city = ?, region = ?, country = ?, bank = ?, iban = ?, bic = ?,")
            .push("version = version + 1, updated_at = ? where id = ?")
            .bind_all(company_columns(company))
            .bind(cx.now)
            .bind(id)
            .run(&tx)
            .await?;
        tell(cx, &tx, "own_entity.updated", id).await
    })
    .await
}

/// Has one bill those of whom nothing else is said, in place of the one that did. Nothing happens where it does already.
///
/// # Errors
/// `Forbidden` without the right to edit settings, and for one that is not offered any more; `NotFound`.
pub async fn make_default(cx: &Context, id: OwnEntityId) -> Result<OwnEntity> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        let before = locked(&tx, id).await?;
        match before {
            before if before.is_default => return Ok(before),
            before if before.is_archived => return Err(forbidden("entity-own-is-archived")),
            _ => {}
        }
        let others = Q::new("update own_entity set is_default = ?, version = version + 1, updated_at = ?");
        others.push("where is_default").bind(false).bind(cx.now).run(&tx).await?;
        let q = Q::new(
            "update own_entity set is_default = ?, version = version + 1, updated_at = ? where id = ?",
        );
        q.bind(true).bind(cx.now).bind(id).run(&tx).await?;
        tell(cx, &tx, "own_entity.default", id).await
    })
    .await
}

/// Has one offered no more, or offered again. It stays where it was chosen. Nothing happens where it is so already.
///
/// # Errors
/// `Forbidden` without the right to edit settings, and for the default one: another one has to be it first; `NotFound`.
pub async fn archive(cx: &Context, id: OwnEntityId, archived: bool) -> Result<OwnEntity> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        let before = locked(&tx, id).await?;
        if before.is_archived == archived {
            return Ok(before);
        }
        if before.is_default {
            return Err(forbidden("entity-own-default-stays"));
        }
        let q = Q::new(
            "update own_entity set archived_at = ?, version = version + 1, updated_at = ? where id = ?",
        );
        q.bind(archived.then_some(cx.now)).bind(cx.now).bind(id).run(&tx).await?;
        tell(cx, &tx, if archived { "own_entity.archived" } else { "own_entity.restored" }, id).await
    })
    .await
}

/// Whoever changes one waits for whoever changes any: which one is the default is a matter of all.
async fn locked(tx: &Tx, id: OwnEntityId) -> Result<OwnEntity> {
    let q = Q::new("select id from own_entity order by id").dialect("", "for update");
    let _all: Vec<(i64,)> = q.all(tx).await?;
    read(On::Tx(tx), id).await
}

/// Tells of it by its name alone: who learns of settings has no business with bank accounts.
async fn tell(cx: &Context, tx: &Tx, kind: &'static str, id: OwnEntityId) -> Result<OwnEntity> {
    let own = read(On::Tx(tx), id).await?;
    let payload = json!({ "name": own.company.registered_name });
    cx.record(tx, NewEvent::new(kind, RecordKind::Setting, id.0).payload(payload)).await?;
    Ok(own)
}

/// Only one that is offered is chosen anew; `again` takes one that was chosen before.
pub(super) async fn check_chosen(on: On<'_>, chosen: Option<OwnEntityId>, again: bool) -> Result<()> {
    let Some(chosen) = chosen else { return Ok(()) };
    let q = Q::new("select count(*) from own_entity where id = ?").bind(chosen);
    let q = if again { q } else { q.push("and archived_at is null") };
    match q.number(on).await? {
        0 => Err(invalid("billed_by_id", "entity-own-unknown")),
        _ => Ok(()),
    }
}
