//! Saved views.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{RecordKind, RoleId, ViewId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use views::{Sharing, View, ViewDraft, store};

use super::answer::{created, list, nothing, ok, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{Operation, Param, param};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::records::id_in;
use super::seen::Seen;

const KIND: [Param; 1] = [param("record_kind", "string", "`lead`, which it is if left out")];

/// Whom a view is shared with.
#[derive(Serialize, Deserialize, ToSchema)]
struct Share {
    /// `"private"`, `"all"` or `{"roles": [1]}`.
    #[schema(value_type = Object)]
    sharing: Sharing,
    /// The ids of the roles for which it opens first.
    #[serde(default)]
    default_roles: Vec<RoleId>,
}

/// How one has a view at hand.
#[derive(Serialize, Deserialize, ToSchema)]
struct Arranged {
    /// Whether it is at hand.
    #[serde(default)]
    is_pinned: bool,
    /// Whether it opens first.
    #[serde(default)]
    is_first: bool,
}

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/views", "list_views", "lead.view", list_all)
            .about("The saved views that one may open: one's own, and those that are shared with one.")
            .query(&KIND)
            .answers_page::<View>(),
        Operation::post("/api/v1/views", "create_view", "lead.view", add)
            .about("Saves a view for oneself. A filter that cannot be read is refused.")
            .takes::<ViewDraft>()
            .creates::<View>(),
        Operation::patch("/api/v1/views/{id}", "update_view", "lead.view", update)
            .about("Changes the name of a view of one's own and what it shows, `look` as a whole.")
            .takes::<ViewDraft>()
            .answers::<View>()
            .versioned(),
        Operation::post("/api/v1/views/{id}/share", "share_view", "leads.share", share)
            .about("Shares a view of one's own with roles or all, and says for which roles it opens first. `version` or `If-Match` says which one was seen.")
            .takes::<Share>()
            .answers::<View>()
            .versioned(),
        Operation::post("/api/v1/views/{id}/arrange", "arrange_view", "-", arrange)
            .about("Keeps a view at hand or not, and lets it open first or not, for oneself.")
            .takes::<Arranged>()
            .answers::<View>(),
        Operation::delete("/api/v1/views/{id}", "delete_view", "-", delete).about("Deletes a view of one's own."),
        Operation::post("/api/v1/views/{id}/restore", "restore_view", "-", restore)
            .about("Takes a deleted view back.")
            .answers::<View>(),
    ]
}

/// The view in an address such as `/api/v1/views/7`.
struct ViewAt(ViewId);

impl<S: Send + Sync> FromRequestParts<S> for ViewAt {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(ViewId(id_in(parts.uri.path(), 4)?)))
    }
}

async fn list_all(caller: Caller, query: Query) -> Answer {
    let kind = query.read("record_kind", RecordKind::parse)?.unwrap_or(RecordKind::Lead);
    list(&store::list(&caller.cx, kind).await?.views)
}

async fn add(caller: Caller, fields: Fields) -> Answer {
    let draft: ViewDraft = fields.into()?;
    let view = store::create(&caller.cx, &draft).await?;
    created(&view, &format!("/api/v1/views/{}", view.id), Some(view.version))
}

async fn update(caller: Caller, ViewAt(id): ViewAt, seen: Seen, mut fields: Fields) -> Answer {
    let wanted = seen.or(fields.take("version")?)?;
    let before = store::find(&caller.cx, id).await?;
    let now = before.version;
    let draft = ViewDraft { record_kind: before.record_kind, name: before.name, look: before.look };
    let draft = fields.over(&draft)?;
    let version = wanted.version(async { Ok(now) }).await?;
    let view = store::update(&caller.cx, id, version, &draft).await.map_err(|error| wanted.refuse(error))?;
    versioned(&view, view.version)
}

async fn share(caller: Caller, ViewAt(id): ViewAt, seen: Seen, mut fields: Fields) -> Answer {
    let wanted = seen.or(fields.take("version")?)?;
    let Share { sharing, default_roles } = fields.into()?;
    caller.cx.actor.require(kernel::Area::Leads, kernel::Can::Share)?;
    let before = store::find(&caller.cx, id).await?;
    let version = wanted.version(async { Ok(before.version) }).await?;
    let view = store::share(&caller.cx, before.record_kind, id, version, &sharing, &default_roles).await;
    let view = view.map_err(|error| wanted.refuse(error))?;
    versioned(&view, view.version)
}

async fn arrange(caller: Caller, ViewAt(id): ViewAt, fields: Fields) -> Answer {
    let Arranged { is_pinned, is_first } = fields.into()?;
    ok(&store::arrange(&caller.cx, id, is_pinned, is_first).await?)
}

async fn delete(caller: Caller, ViewAt(id): ViewAt) -> Answer {
    store::delete(&caller.cx, id).await?;
    nothing()
}

async fn restore(caller: Caller, ViewAt(id): ViewAt) -> Answer {
    ok(&store::restore(&caller.cx, id).await?)
}
