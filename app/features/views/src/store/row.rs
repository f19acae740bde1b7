use std::collections::HashMap;

use fields::{Asked, Catalogue};
use kernel::db::{FromRow, On, Q};
use kernel::{Context, Error, RecordKind, Result, RoleId, StaffId, Version, ViewId};
use serde::Deserialize;
use serde_json::Value as Json;

use crate::{Layout, Look, Sharing, View};

/// The view of this number, if the actor may open it.
///
/// # Errors
/// `NotFound` if not.
pub(super) async fn find<'a>(cx: &Context, on: impl Into<On<'a>>, id: ViewId) -> Result<View> {
    let q = select(cx).push("where v.id = ? and v.deleted_at is null").bind(id);
    read(cx, on.into(), q).await?.pop().ok_or(Error::NotFound)
}

/// The deleted view of this number.
///
/// # Errors
/// As [`find`].
pub(super) async fn deleted<'a>(cx: &Context, on: impl Into<On<'a>>, id: ViewId) -> Result<View> {
    let q = select(cx).push("where v.id = ? and v.deleted_at is not null").bind(id);
    read(cx, on.into(), q).await?.pop().ok_or(Error::NotFound)
}

/// The views of a kind of record that the actor may open, in their order.
pub(super) async fn list<'a>(cx: &Context, on: impl Into<On<'a>>, kind: RecordKind) -> Result<Vec<View>> {
    let q = select(cx).push("where v.record_kind = ? and v.deleted_at is null").bind(kind.code());
    read(cx, on.into(), q).await
}

#[derive(FromRow)]
struct Row {
    id: ViewId,
    record_kind: String,
    name: String,
    owner_id: StaffId,
    owner_name: String,
    sharing: String,
    layout: String,
    query: String,
    version: Version,
    my_role: Option<RoleId>,
    is_pinned: bool,
    is_first: bool,
}

fn select(cx: &Context) -> Q {
    let me = cx.staff_id().unwrap_or(StaffId(0));
    Q::new("select v.id, v.record_kind, v.name, v.owner_id, s.name as owner_name, v.sharing, v.layout, v.query, v.version,")
        .push("me.role_id as my_role, coalesce(m.is_pinned, ?) as is_pinned, coalesce(m.is_default, ?) as is_first")
        .bind(false)
        .bind(false)
        .push("from view v join staff s on s.id = v.owner_id")
        .push("left join staff me on me.id = ?")
        .bind(me)
        .push("left join view_mine m on m.view_id = v.id and m.staff_id = me.id")
}

async fn read(cx: &Context, on: On<'_>, q: Q) -> Result<Vec<View>> {
    let rows: Vec<Row> = q.push("order by v.position, v.id").all(on).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let roles: Vec<(ViewId, RoleId, bool)> =
        Q::new("select view_id, role_id, is_default from view_role where")
            .any_of("view_id", rows.iter().map(|row| row.id.0))
            .push("order by role_id")
            .all(on)
            .await?;
    let mut by_view: HashMap<ViewId, Vec<(RoleId, bool)>> = HashMap::new();
    for (view, role, is_default) in roles {
        by_view.entry(view).or_default().push((role, is_default));
    }
    let view = |row: Row| {
        let roles = by_view.remove(&row.id).unwrap_or_default();
        row.into_view(cx, &roles)
    };
    let mut views: Vec<View> = rows.into_iter().filter_map(view).collect();
    for kind in RecordKind::ALL {
        if views.iter().any(|view| view.record_kind == kind) {
            let known = Known::of(cx, on, kind).await?;
            views.iter_mut().filter(|view| view.record_kind == kind).for_each(|view| known.fit(view));
        }
    }
    Ok(views)
}

/// The fields that the actor sees of a kind of record.
struct Known(Catalogue);

impl Known {
    async fn of(cx: &Context, on: On<'_>, kind: RecordKind) -> Result<Self> {
        match fields::catalogue(cx, on, kind).await {
            Err(Error::NotFound) => Ok(Self(Catalogue::default())),
            catalogue => catalogue.map(Self),
        }
    }

    fn knows(&self, key: &str) -> bool {
        self.0.field(key).is_some()
    }

    /// Columns and orders of fields that are gone, or that the actor does not see, fall out of a view, and are named. Its
    /// conditions never do.
    fn fit(&self, view: &mut View) {
        let View { look, fallen, .. } = view;
        let is_list = look.layout == Layout::List;
        let (kept, gone): (Vec<_>, Vec<_>) = look.columns.drain(..).partition(|key| self.knows(key));
        look.columns = kept;
        let (kept, unsorted): (Vec<_>, Vec<_>) =
            look.sort.split(',').partition(|code| !is_list || self.0.sorts(code).is_ok());
        fallen.extend(
            gone.into_iter().chain(unsorted.iter().map(|code| code.trim_start_matches('-').to_owned())),
        );
        look.sort = kept.join(",");
        fallen.sort();
        fallen.dedup();
    }
}

impl Row {
    /// The view as the actor sees it; `None` if it is not his to see. Who administers the house sees what is shared with
    /// anybody, and nothing that others keep to themselves.
    fn into_view(self, cx: &Context, roles: &[(RoleId, bool)]) -> Option<View> {
        let me = cx.staff_id();
        let named = || roles.iter().map(|(role, _)| *role);
        let sharing = match self.sharing.as_str() {
            "all" => Sharing::All,
            "roles" => Sharing::Roles(named().collect()),
            _ => Sharing::Private,
        };
        let is_mine = me == Some(self.owner_id);
        let is_admin = cx.actor.is_admin() && sharing != Sharing::Private;
        let is_seen = match &sharing {
            Sharing::Private => false,
            Sharing::Roles(roles) => self.my_role.is_some_and(|role| roles.contains(&role)),
            Sharing::All => true,
        };
        if !is_mine && !is_admin && !is_seen {
            return None;
        }
        let default_roles = || roles.iter().filter(|(_, is_default)| *is_default).map(|(role, _)| *role);
        Some(View {
            id: self.id,
            record_kind: RecordKind::parse(&self.record_kind)?,
            look: look(&self.layout, &self.query),
            is_first_for_role: self.my_role.is_some_and(|own| default_roles().any(|role| role == own)),
            default_roles: default_roles().collect(),
            name: self.name,
            owner_id: self.owner_id,
            owner_name: self.owner_name,
            sharing,
            may_edit: is_mine || is_admin,
            is_pinned: self.is_pinned,
            is_first: self.is_first,
            version: self.version,
            fallen: Vec::new(),
        })
    }
}

/// What is kept of a look. What a later version keeps besides is left out; a filter that cannot be read is one that
/// nobody can read, and never none.
fn look(layout: &str, query: &str) -> Look {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Kept {
        filter: Json,
        sort: String,
        columns: Vec<String>,
        group: String,
        board: Option<i64>,
    }
    let Kept { filter, sort, columns, group, board } = serde_json::from_str(query).unwrap_or_default();
    let layout = Layout::parse(layout).unwrap_or_default();
    Look { layout, filter: Asked::kept(&filter), sort, columns, group, board }
}
