//! Where views are kept, and who may open and change them.

use fields::kind_of;
use kernel::db::{Q, Tx};
use kernel::{
    Area, Audience, Can, Context, Error, NewEvent, RecordKind, Result, RoleId, StaffId, Text, Version,
    ViewId, forbidden, invalid,
};
use serde_json::json;

mod columns;
mod row;

pub use columns::choose as choose_columns;

use crate::{Layout, Look, Sharing, View, ViewDraft, Views};

/// The views of a kind of record that somebody may open.
///
/// # Errors
/// `Forbidden` for who sees no records of the kind.
pub async fn list(cx: &Context, kind: RecordKind) -> Result<Views> {
    let area = require_sight(cx, kind)?;
    let views = row::list(cx, cx.db(), kind).await?;
    let may_share = cx.actor.has(area, Can::Share);
    let roles = match may_share {
        true => Q::new("select id, name from role order by name, id").all(cx.db()).await?,
        false => Vec::new(),
    };
    let columns = columns::of(cx, kind).await?;
    Ok(Views { views, columns, may_share, roles })
}

/// A view that somebody may open.
///
/// # Errors
/// `Forbidden` for who sees no leads at all; `NotFound` for a view that is not theirs to see.
pub async fn find(cx: &Context, id: ViewId) -> Result<View> {
    let kinds = RecordKind::ALL.into_iter().filter(|kind| kind_of(cx, *kind).is_ok());
    if !kinds.into_iter().any(|kind| require_sight(cx, kind).is_ok()) {
        require_sight(cx, RecordKind::Lead)?;
    }
    row::find(cx, cx.db(), id).await
}

/// Saves a new view, for who saves it alone.
///
/// # Errors
/// `Forbidden` for who sees no records of the kind; `Invalid` for a name or a look that does not fit, and when there are
/// too many.
pub async fn create(cx: &Context, draft: &ViewDraft) -> Result<View> {
    require_sight(cx, draft.record_kind)?;
    let me = cx.actor.staff()?.id;
    let (name, query) = (&accept(&draft.name)?, &kept(cx, draft.record_kind, &draft.look).await?);
    let id = cx.tx(|tx| async move {
        let count =
            Q::new("select count(*) from view where owner_id = ? and record_kind = ? and deleted_at is null");
        if count.bind(me).bind(draft.record_kind.code()).number(&tx).await? >= Views::MOST {
            return Err(invalid("name", Text::new("views-too-many").with("most", Views::MOST)));
        }
        let id = Q::new(
            "insert into view (record_kind, name, owner_id, sharing, layout, query, position, created_at)",
        )
        .push("select ?, ?, ?, 'private', ?, ?, coalesce(max(position), 0) + 1, ? from view returning id")
        .bind(draft.record_kind.code())
        .bind(name.as_str())
        .bind(me)
        .bind(draft.look.layout.code())
        .bind(query.as_str())
        .bind(cx.now)
        .number(&tx)
        .await?;
        let id = ViewId(id);
        // What somebody has just saved is at hand.
        store_mine(&tx, me, id, true, false).await?;
        tell(cx, &tx, "view.created", &row::find(cx, &tx, id).await?, &Audience::default()).await?;
        Ok(id)
    });
    let id = id.await?;
    row::find(cx, cx.db(), id).await
}

/// Changes the name of a view and what it shows.
///
/// # Errors
/// `NotFound` for one that is not seen; `Forbidden` for another one's; `Conflict` when somebody was quicker; `Invalid`.
pub async fn update(cx: &Context, id: ViewId, version: Version, draft: &ViewDraft) -> Result<View> {
    require_sight(cx, draft.record_kind)?;
    let (name, query) = (&accept(&draft.name)?, &kept(cx, draft.record_kind, &draft.look).await?);
    cx.tx(|tx| async move {
        let before = editable(cx, &tx, id).await?;
        if before.record_kind != draft.record_kind {
            return Err(invalid("record_kind", "fields-unfit"));
        }
        require_version(&before, version)?;
        let touched = Q::new("update view set name = ?, layout = ?, query = ?, version = version + 1")
            .push("where id = ? and version = ?")
            .bind(name.as_str())
            .bind(draft.look.layout.code())
            .bind(query.as_str())
            .bind(id)
            .bind(version)
            .run(&tx)
            .await?;
        require_touched(touched)?;
        tell(cx, &tx, "view.updated", &row::find(cx, &tx, id).await?, &Audience::default()).await
    })
    .await?;
    row::find(cx, cx.db(), id).await
}

/// Says whom a view is shared with, and for which roles it opens first.
///
/// # Errors
/// `Forbidden` without the right to share, and for another one's view; `NotFound`; `Conflict`; `Invalid` where it should
/// be shared with roles and none is named that there is.
pub async fn share(
    cx: &Context,
    kind: RecordKind,
    id: ViewId,
    version: Version,
    sharing: &Sharing,
    default_roles: &[RoleId],
) -> Result<View> {
    cx.actor.require(kind.area(), Can::Share)?;
    cx.tx(|tx| async move {
        let before = editable(cx, &tx, id).await?;
        if before.record_kind != kind {
            return Err(Error::NotFound);
        }
        require_version(&before, version)?;
        require_roles(&tx, sharing).await?;
        let former = audience(&tx, &before).await?;
        let touched =
            Q::new("update view set sharing = ?, version = version + 1 where id = ? and version = ?")
                .bind(sharing.code())
                .bind(id)
                .bind(version)
                .run(&tx)
                .await?;
        require_touched(touched)?;
        Q::new("delete from view_role where view_id = ?").bind(id).run(&tx).await?;
        for (role, is_default) in shares(sharing, default_roles) {
            if is_default {
                // One view opens first for a role in a layout: the last that was said to.
                Q::new("update view_role set is_default = ? where role_id = ? and view_id in")
                    .push("(select id from view where record_kind = ? and layout = ?)")
                    .bind(false)
                    .bind(role)
                    .bind(before.record_kind.code())
                    .bind(before.look.layout.code())
                    .run(&tx)
                    .await?;
            }
            Q::new("insert into view_role (view_id, role_id, is_default)")
                .push("select ?, id, ? from role where id = ?")
                .bind(id)
                .bind(is_default)
                .bind(role)
                .run(&tx)
                .await?;
        }
        tell(cx, &tx, "view.shared", &row::find(cx, &tx, id).await?, &former).await
    })
    .await?;
    row::find(cx, cx.db(), id).await
}

/// Whoever shares with roles names at least one: otherwise the view would count as shared and reach nobody.
async fn require_roles(tx: &Tx, sharing: &Sharing) -> Result<()> {
    let Sharing::Roles(roles) = sharing else { return Ok(()) };
    let there = Q::new("select count(*) from role where").any_of("id", roles.iter().map(|role| role.0));
    if there.number(tx).await? == 0 {
        return Err(invalid("sharing", "views-roles-none"));
    }
    Ok(())
}

/// The rows of `view_role`: with whom it is shared, and for whom it opens first, which is shared with them as well.
fn shares(sharing: &Sharing, default_roles: &[RoleId]) -> Vec<(RoleId, bool)> {
    let mut all: Vec<RoleId> = sharing.roles().to_vec();
    if *sharing == Sharing::All {
        all.extend(default_roles);
    }
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(|role| (role, default_roles.contains(&role))).collect()
}

/// Keeps a view at hand or not, and lets it open first or not, for who asks alone.
///
/// # Errors
/// `NotFound` for one that is not seen.
pub async fn arrange(cx: &Context, id: ViewId, is_pinned: bool, is_first: bool) -> Result<View> {
    let me = cx.actor.staff()?.id;
    cx.tx(|tx| async move {
        let view = seen(cx, &tx, id).await?;
        if is_first {
            Q::new("update view_mine set is_default = ? where staff_id = ? and view_id in")
                .push("(select id from view where record_kind = ? and layout = ?)")
                .bind(false)
                .bind(me)
                .bind(view.record_kind.code())
                .bind(view.look.layout.code())
                .run(&tx)
                .await?;
        }
        store_mine(&tx, me, id, is_pinned, is_first).await
    })
    .await?;
    row::find(cx, cx.db(), id).await
}

async fn store_mine(tx: &Tx, me: StaffId, id: ViewId, is_pinned: bool, is_first: bool) -> Result<()> {
    Q::new("insert into view_mine (staff_id, view_id, is_pinned, is_default) values (?, ?, ?, ?)")
        .push("on conflict (staff_id, view_id) do update set")
        .push("is_pinned = excluded.is_pinned, is_default = excluded.is_default")
        .bind(me)
        .bind(id)
        .bind(is_pinned)
        .bind(is_first)
        .run(tx)
        .await
        .map(drop)
}

/// Deletes a view. It can be taken back.
///
/// # Errors
/// `NotFound` for one that is not seen; `Forbidden` for another one's.
pub async fn delete(cx: &Context, id: ViewId) -> Result<()> {
    cx.tx(|tx| async move {
        let view = editable(cx, &tx, id).await?;
        set_deleted(cx, &tx, id, true).await?;
        tell(cx, &tx, "view.deleted", &view, &Audience::default()).await
    })
    .await
}

/// Takes a deleted view back.
///
/// # Errors
/// As [`delete`].
pub async fn restore(cx: &Context, id: ViewId) -> Result<View> {
    cx.tx(|tx| async move {
        let view = row::deleted(cx, &tx, id).await?;
        require_sight(cx, view.record_kind)?;
        require_own(&view)?;
        set_deleted(cx, &tx, id, false).await?;
        tell(cx, &tx, "view.restored", &view, &Audience::default()).await
    })
    .await?;
    row::find(cx, cx.db(), id).await
}

async fn set_deleted(cx: &Context, tx: &Tx, id: ViewId, is_gone: bool) -> Result<()> {
    Q::new("update view set deleted_at = ?, version = version + 1 where id = ?")
        .bind(is_gone.then_some(cx.now))
        .bind(id)
        .run(tx)
        .await
        .map(drop)
}

fn require_sight(cx: &Context, kind: RecordKind) -> Result<Area> {
    let area = kind.area();
    if cx.actor.has(area, Can::ViewOwn) {
        Ok(area)
    } else {
        cx.actor.require(area, Can::ViewAll).map(|()| area)
    }
}

/// A view that the actor may open.
async fn seen(cx: &Context, tx: &Tx, id: ViewId) -> Result<View> {
    cx.actor.require_house()?;
    let view = row::find(cx, tx, id).await?;
    require_sight(cx, view.record_kind)?;
    Ok(view)
}

/// A view that the actor may change.
async fn editable(cx: &Context, tx: &Tx, id: ViewId) -> Result<View> {
    let view = seen(cx, tx, id).await?;
    require_own(&view)?;
    Ok(view)
}

fn require_own(view: &View) -> Result<()> {
    if view.may_edit { Ok(()) } else { Err(forbidden("views-not-yours")) }
}

fn require_version(view: &View, version: Version) -> Result<()> {
    if view.version == version {
        return Ok(());
    }
    Err(Error::conflict(Text::new("views-changed-meanwhile").with("name", &view.name), view))
}

/// Somebody was quicker between reading and writing.
fn require_touched(rows: u64) -> Result<()> {
    if rows > 0 { Ok(()) } else { Err(Error::Busy) }
}

fn accept(name: &str) -> Result<String> {
    let name = name.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(invalid("name", "error-required")),
        length if length > Views::NAME => {
            Err(invalid("name", Text::new("error-too-long").with("limit", Views::NAME)))
        }
        _ => Ok(name),
    }
}

/// What a view shows, as it is kept: the filter as JSON, read by the catalogue of who saves it.
async fn kept(cx: &Context, kind: RecordKind, look: &Look) -> Result<String> {
    let catalogue = match fields::catalogue(cx, cx.db(), kind).await {
        Err(Error::NotFound) => return Err(invalid("record_kind", "fields-unfit")),
        catalogue => catalogue?,
    };
    let filter = catalogue.read(&look.filter)?;
    if look.layout == Layout::List {
        catalogue.sorts(&look.sort)?;
    }
    columns::check(&look.columns)?;
    match look {
        look if !is_word(&look.sort) => Err(invalid("sort", "fields-unfit")),
        look if !is_word(&look.group) => Err(invalid("group", "fields-unfit")),
        Look { sort, columns, group, board, .. } => {
            let query =
                json!({ "filter": filter, "sort": sort, "columns": columns, "group": group, "board": board });
            Ok(query.to_string())
        }
    }
}

/// Whether it can stand in an address as it is: keys of fields, orders.
fn is_word(word: &str) -> bool {
    word.len() <= 60 && word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b','))
}

/// Who learns of a view: its owner, and whom it is shared with.
async fn audience(tx: &Tx, view: &View) -> Result<Audience> {
    let mut staff = vec![view.owner_id];
    if let Sharing::Roles(roles) = &view.sharing {
        let people = Q::new("select id from staff where").any_of("role_id", roles.iter().map(|role| role.0));
        staff.extend(people.all::<(StaffId,)>(tx).await?.into_iter().map(|(id,)| id));
    }
    Ok(Audience { staff, public: view.sharing == Sharing::All, ..Audience::default() })
}

/// Tells who sees the view, or saw it, that it changed; what it is called stands in the list that they ask for then.
async fn tell(cx: &Context, tx: &Tx, what: &'static str, view: &View, former: &Audience) -> Result<()> {
    let mut event = NewEvent::new(what, RecordKind::Setting, view.id.0)
        .payload(json!({ "record_kind": view.record_kind.code() }));
    event.version = view.version;
    event.audience = audience(tx, view).await?.changed_from(former);
    cx.record(tx, event).await
}
