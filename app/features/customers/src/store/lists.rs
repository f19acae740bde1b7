//! The lists of words that customers are described with: segments, statuses, channels, groups.

use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::db::{FromRow, Q, Tx};
use kernel::setting::{self, Setting};
use kernel::{
    Area, Can, Context, Error, NewEvent, Organisation, RecordKind, Result, Text, Version, invalid, normal,
    plain,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{CustomerKind, CustomerList, Entry, EntryEdit, ListedWords};

/// The most characters of a name.
pub(super) const NAME_LIMIT: usize = 60;
/// The colours that there are.
const HUES: u8 = 10;

/// A list as the database has it.
struct Table {
    name: &'static str,
    /// The constraint that holds names apart.
    names: &'static str,
    /// Which entry each customer has that is not in the bin.
    used: &'static str,
    /// The event that says that the list is another one now.
    saved: &'static str,
}

fn table(list: CustomerList) -> &'static Table {
    match list {
        CustomerList::Segments => &Table {
            name: "segment",
            names: "segment.sort_key",
            used: "select segment_id as id from customer where deleted_at is null and segment_id is not null",
            saved: "segment.saved",
        },
        CustomerList::Statuses => &Table {
            name: "customer_status",
            names: "customer_status.sort_key",
            used: "select status_id as id from customer where deleted_at is null and status_id is not null",
            saved: "customer_status.saved",
        },
        CustomerList::Channels => &Table {
            name: "channel",
            names: "channel.sort_key",
            used: "select channel_id as id from customer where deleted_at is null and channel_id is not null",
            saved: "channel.saved",
        },
        CustomerList::Groups => &Table {
            name: "customer_group",
            names: "customer_group.sort_key",
            used: "select g.group_id as id from customer_grouping g join customer c on c.id = g.customer_id \
                   where c.deleted_at is null",
            saved: "customer_group.saved",
        },
    }
}

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    hue: i64,
    is_default: bool,
    kinds: String,
    is_archived: bool,
    version: Version,
}

impl Row {
    fn into_entry<Id>(self, make: fn(i64) -> Id) -> Entry<Id> {
        Entry {
            id: make(self.id),
            name: self.name,
            hue: u8::try_from(self.hue).unwrap_or_default(),
            is_archived: self.is_archived,
            is_default: self.is_default,
            kinds: self.kinds.split(' ').filter_map(CustomerKind::parse).collect(),
            version: self.version,
        }
    }
}

/// The entries of a list, in their order.
pub(super) async fn entries<Id>(
    cx: &Context,
    list: CustomerList,
    make: fn(i64) -> Id,
) -> Result<Vec<Entry<Id>>> {
    let q = Q::new(
        "select id, name, hue, is_default, kinds, archived_at is not null as is_archived, version from",
    );
    let rows: Vec<Row> = q.push(table(list).name).push("order by position, id").all(cx.db()).await?;
    Ok(rows.into_iter().map(|row| row.into_entry(make)).collect())
}

/// All lists with how many customers have each entry, for the settings.
///
/// # Errors
/// `Forbidden` without the right to see settings.
pub async fn all(cx: &Context) -> Result<Vec<ListedWords>> {
    cx.actor.require(Area::Settings, Can::ViewAll)?;
    let mut lists = Vec::new();
    for list in CustomerList::ALL {
        let counts = Q::new("select id, count(*) from (").push(table(list).used).push(") used group by id");
        let counts: Vec<(i64, i64)> = counts.all(cx.db()).await?;
        let used = |id: i64| counts.iter().find(|(own, _)| *own == id).map_or(0, |(_, count)| *count);
        let entries = entries(cx, list, |id| id).await?;
        let entries = entries.into_iter().map(|entry| (used(entry.id), entry));
        lists.push(ListedWords { list, entries: entries.map(|(used, entry)| (entry, used)).collect() });
    }
    Ok(lists)
}

/// Adds an entry (id 0) or changes one.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `Invalid` for a name that does not fit or that another entry has;
/// `Conflict` if it was changed meanwhile; `NotFound`.
pub async fn save(cx: &Context, list: CustomerList, edit: &EntryEdit) -> Result<i64> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let name = plain::line(&edit.name);
    match name.chars().count() {
        0 => return Err(invalid("name", "error-required")),
        length if length > NAME_LIMIT => {
            return Err(invalid("name", Text::new("error-too-long").with("limit", NAME_LIMIT)));
        }
        _ if edit.hue >= HUES => return Err(invalid("hue", "fields-unfit")),
        _ => {}
    }
    let name = &name;
    cx.tx(|tx| async move {
        if edit.is_default {
            let others = Q::new("update")
                .push(table(list).name)
                .push("set is_default = ? where is_default and id <> ?");
            others.bind(false).bind(edit.id).run(&tx).await?;
        }
        let id = match edit.id {
            0 => insert(&tx, list, name, edit).await?,
            id => change(cx, &tx, list, id, name, edit).await?,
        };
        announce(cx, &tx, list, id, json!({ "name": name })).await?;
        Ok(id)
    })
    .await
}

/// Adds an entry of this name inside a transaction that does more, such as an import.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `Invalid` for a name that another entry has.
pub(super) async fn add(cx: &Context, tx: &Tx, list: CustomerList, name: &str) -> Result<i64> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let id = insert(tx, list, name, &EntryEdit::default()).await?;
    announce(cx, tx, list, id, json!({ "name": name })).await?;
    Ok(id)
}

async fn insert(tx: &Tx, list: CustomerList, name: &str, edit: &EntryEdit) -> Result<i64> {
    let table = table(list);
    Q::new("insert into")
        .push(table.name)
        .push("(name, sort_key, hue, is_default, kinds, position)")
        .push("select cast(? as text), cast(? as text), cast(? as bigint), cast(? as boolean), cast(? as text),")
        .push("coalesce(max(position), 0) + 1 from")
        .push(table.name)
        .push("returning id")
        .bind(name)
        .bind(normal::sort_key(name))
        .bind(i64::from(edit.hue))
        .bind(edit.is_default && list != CustomerList::Groups)
        .bind(codes(&edit.kinds))
        .number(tx)
        .await
        .map_err(|error| error.on_duplicate(table.names, "name", "error-duplicate"))
}

async fn change(
    cx: &Context,
    tx: &Tx,
    list: CustomerList,
    id: i64,
    name: &str,
    edit: &EntryEdit,
) -> Result<i64> {
    let table = table(list);
    let touched = Q::new("update")
        .push(table.name)
        .push("set name = ?, sort_key = ?, hue = ?, is_default = ?, kinds = ?, version = version + 1,")
        .push("archived_at = case when cast(? as boolean) then coalesce(archived_at, ?) end")
        .push("where id = ? and version = ?")
        .bind(name)
        .bind(normal::sort_key(name))
        .bind(i64::from(edit.hue))
        .bind(edit.is_default && !edit.is_archived && list != CustomerList::Groups)
        .bind(codes(&edit.kinds))
        .bind(edit.is_archived)
        .bind(cx.now)
        .bind(id)
        .bind(edit.version)
        .run(tx)
        .await
        .map_err(|error| error.on_duplicate(table.names, "name", "error-duplicate"))?;
    if touched > 0 {
        return Ok(id);
    }
    match Q::new("select count(*) from").push(table.name).push("where id = ?").bind(id).number(tx).await? {
        0 => Err(Error::NotFound),
        _ => Err(Error::conflict(Text::new("fields-changed-meanwhile").with("name", name), &json!({}))),
    }
}

fn codes(kinds: &[CustomerKind]) -> String {
    kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(" ")
}

/// Puts the entries of a list into this order.
///
/// # Errors
/// `Forbidden` without the right to edit settings.
pub async fn order(cx: &Context, list: CustomerList, ids: &[i64]) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        for (position, id) in ids.iter().enumerate() {
            let q = Q::new("update").push(table(list).name).push("set position = ? where id = ?");
            q.bind(position).bind(*id).run(&tx).await?;
        }
        announce(cx, &tx, list, 0, json!({ "ordered": true })).await
    })
    .await
}

/// Deletes an entry; customers that have it, also those in the bin, get `goes_to`, so that two entries become one.
///
/// # Errors
/// `Forbidden` without the right; `Invalid` for `goes_to` when the entry is used and no other one is named.
pub async fn delete(cx: &Context, list: CustomerList, id: i64, goes_to: Option<i64>) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let goes_to = goes_to.filter(|target| *target != id);
    cx.tx(|tx| async move {
        let name = |id: i64| Q::new("select name from").push(table(list).name).push("where id = ?").bind(id);
        let (gone,): (String,) = name(id).optional(&tx).await?.ok_or(Error::NotFound)?;
        let into: Option<(String,)> = match goes_to {
            Some(target) => {
                Some(name(target).optional(&tx).await?.ok_or_else(|| invalid("goes_to", "fields-unfit"))?)
            }
            None => None,
        };
        let held = hand_over(&tx, list, id, goes_to).await?;
        if held && goes_to.is_none() {
            return Err(invalid("goes_to", "customer-list-in-use"));
        }
        Q::new("delete from").push(table(list).name).push("where id = ?").bind(id).run(&tx).await?;
        announce(cx, &tx, list, id, json!({ "name": gone, "merged_into": into.map(|(name,)| name) })).await
    })
    .await
}

/// Gives customers that have an entry another one; says whether there were any.
async fn hand_over(tx: &Tx, list: CustomerList, from: i64, to: Option<i64>) -> Result<bool> {
    let (held, replace) = match list {
        CustomerList::Segments => (
            "select count(*) from customer where segment_id = ?",
            "update customer set segment_id = ? where segment_id = ?",
        ),
        CustomerList::Statuses => (
            "select count(*) from customer where status_id = ?",
            "update customer set status_id = ? where status_id = ?",
        ),
        CustomerList::Channels => (
            "select count(*) from customer where channel_id = ?",
            "update customer set channel_id = ? where channel_id = ?",
        ),
        CustomerList::Groups => (
            "select count(*) from customer_grouping where group_id = ?",
            "insert into customer_grouping (customer_id, group_id) select customer_id, cast(? as bigint) \
             from customer_grouping where group_id = ? on conflict do nothing",
        ),
    };
    let is_held = Q::new(held).bind(from).number(tx).await? > 0;
    let Some(to) = to.filter(|_| is_held) else { return Ok(is_held) };
    Q::new(replace).bind(to).bind(from).run(tx).await?;
    if list == CustomerList::Groups {
        Q::new("delete from customer_grouping where group_id = ?").bind(from).run(tx).await?;
    }
    Ok(true)
}

async fn announce(
    cx: &Context,
    tx: &Tx,
    list: CustomerList,
    id: i64,
    payload: serde_json::Value,
) -> Result<()> {
    let mut event = NewEvent::new(table(list).saved, RecordKind::Setting, id).payload(payload);
    // Whoever sees customers reads their words.
    event.audience.public = true;
    cx.record(tx, event).await
}

/// Whether the lists of a new house were begun: what somebody deletes does not come back.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Begun {
    is_done: bool,
}

impl Setting for Begun {
    const KEY: &'static str = "customer_lists";
}

/// What a new house begins with, in its own language: name key, colour, whether new customers begin with it.
const FIRST: &[(CustomerList, &str, u8, bool)] = &[
    (CustomerList::Segments, "customer-segment-enterprise", 5, false),
    (CustomerList::Segments, "customer-segment-midmarket", 4, false),
    (CustomerList::Segments, "customer-segment-small", 2, false),
    (CustomerList::Segments, "customer-segment-private", 7, false),
    (CustomerList::Statuses, "customer-status-active", 2, true),
    (CustomerList::Statuses, "customer-status-prospect", 4, false),
    (CustomerList::Statuses, "customer-status-risk", 8, false),
    (CustomerList::Statuses, "customer-status-former", 9, false),
    (CustomerList::Channels, "customer-channel-referral", 2, false),
    (CustomerList::Channels, "customer-channel-website", 4, false),
    (CustomerList::Channels, "customer-channel-fair", 6, false),
    (CustomerList::Channels, "customer-channel-phone", 1, false),
    (CustomerList::Channels, "customer-channel-partner", 5, false),
    (CustomerList::Groups, "customer-group-key", 8, false),
    (CustomerList::Groups, "customer-group-maintenance", 3, false),
];

/// Begins the lists of a house when its organisation is written down, in that one's language: for `staff`.
pub(super) fn hook(cx: Context, tx: Tx) -> BoxFuture<'static, Result<()>> {
    async move { begin_in(&cx, &tx).await }.boxed()
}

/// Begins the lists of a house that was set up before there were any: the job of the migration that brought them.
///
/// # Errors
/// Those of the database.
pub async fn begin(cx: &Context) -> Result<()> {
    cx.tx(|tx| async move { begin_in(cx, &tx).await }).await
}

async fn begin_in(cx: &Context, tx: &Tx) -> Result<()> {
    if setting::read::<Begun>(tx).await?.is_done {
        return Ok(());
    }
    let organisation: Organisation = setting::read(tx).await?;
    let texts = cx.foyer.texts(organisation.language);
    for (list, key, hue, is_default) in FIRST {
        let name = texts.render(&Text::new(key), &organisation.zone);
        let edit = EntryEdit { hue: *hue, is_default: *is_default, ..EntryEdit::default() };
        insert(tx, *list, &name, &edit).await?;
    }
    setting::keep(tx, &Begun { is_done: true }).await
}
