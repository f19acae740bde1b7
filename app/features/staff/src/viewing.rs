//! Looking with the eyes of somebody else: at the house as a role has it, or at the portal as a contact has it. Whoever
//! looks changes nothing ([`Context::tx`]), and what they see is asked anew with every request.

use kernel::db::Q;
use kernel::{
    Actor, Area, Can, ContactId, Context, NewEvent, RecordKind, Result, RoleId, SessionId, StaffActor,
    forbidden,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::guests::{self, Guests};
use crate::role::rights;
use crate::sessions::SignedIn;
use crate::store::logins::Login;
use crate::store::sessions as rows;

/// With whose eyes somebody looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Viewing {
    /// Those of anybody with this role.
    Role(RoleId),
    /// Those of this contact, in the portal.
    Contact(ContactId),
}

/// Begins to look. The history of the contact's customer says so.
///
/// # Errors
/// `Forbidden` for a role to all but administrators, for a contact without the right to edit customers, and for a program;
/// `NotFound` for a role that there is not and a contact that may not be seen; `Invalid` for a contact that could not sign
/// in itself.
pub async fn begin(cx: &Context, session: SessionId, viewing: Viewing) -> Result<()> {
    let me = cx.actor.staff()?;
    if me.is_viewing {
        return Err(forbidden("error-viewing"));
    }
    match viewing {
        Viewing::Role(role) => {
            cx.actor.require_admin()?;
            Q::new("select name from role where id = ?").bind(role).one::<(String,)>(cx.db()).await?;
        }
        Viewing::Contact(contact) => {
            require_contact(cx, contact).await?;
            if Guests::find(cx, contact).await?.is_none() {
                return Err(kernel::invalid("contact", "viewing-no-login"));
            }
        }
    }
    let stored = json!(viewing).to_string();
    let stored = &stored;
    cx.tx(|tx| async move {
        rows::view(&tx, session, Some(stored.clone())).await?;
        match viewing {
            Viewing::Role(role) => {
                let event = NewEvent::new("role.viewed", RecordKind::Setting, 0);
                cx.record(&tx, event.payload(json!({ "role_id": role }))).await
            }
            Viewing::Contact(contact) => {
                let kinds = ["contact.viewed", "contact.viewed"];
                Login::Contact(contact).tell(cx, &tx, kinds, json!({})).await
            }
        }
    })
    .await
}

/// Ends it. Nothing happens to who looks with their own eyes.
///
/// # Errors
/// Those of the database.
pub async fn end(cx: &Context, session: SessionId) -> Result<()> {
    let house = cx.on_behalf(Actor::System);
    house.tx(|tx| async move { rows::view(&tx, session, None).await }).await
}

/// Whoever may change the customer may look at the portal as its contacts do.
async fn require_contact(cx: &Context, contact: ContactId) -> Result<()> {
    cx.open(guests::record(contact)).await?;
    cx.actor.require(Area::Customers, Can::Edit)
}

/// The person, or with whose eyes they look, as long as they may.
pub(crate) async fn eyes(cx: &Context, (own, stored): (SignedIn, Option<String>)) -> Result<SignedIn> {
    let wanted = stored.as_deref().and_then(|stored| serde_json::from_str::<Viewing>(stored).ok());
    let seen = match (wanted, &own.actor) {
        (Some(Viewing::Role(role)), Actor::Staff(me)) if me.is_admin => as_role(cx, me, role).await?,
        (Some(Viewing::Contact(contact)), Actor::Staff(me)) => as_contact(cx, me, contact).await?,
        _ => None,
    };
    Ok(match seen {
        Some((actor, name)) => SignedIn { actor, viewing: Some(name), ..own },
        None => own,
    })
}

async fn as_role(cx: &Context, me: &StaffActor, role: RoleId) -> Result<Option<(Actor, String)>> {
    let q = Q::new("select name, capabilities from role where id = ?").bind(role);
    let found: Option<(String, String)> = q.optional(cx.db()).await?;
    Ok(found.map(|(name, words)| {
        let actor = StaffActor {
            is_admin: false,
            capabilities: rights(Some(&words)),
            is_viewing: true,
            ..me.clone()
        };
        (Actor::Staff(actor), name)
    }))
}

async fn as_contact(cx: &Context, me: &StaffActor, contact: ContactId) -> Result<Option<(Actor, String)>> {
    if require_contact(&cx.on_behalf(Actor::Staff(me.clone())), contact).await.is_err() {
        return Ok(None);
    }
    let Some(guest) = Guests::find(cx, contact).await? else { return Ok(None) };
    let name = guest.actor.name.clone();
    let mut actor = guest.actor;
    actor.viewer = Some(me.id);
    Ok(Some((Actor::Contact(actor), name)))
}
