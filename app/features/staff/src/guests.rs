//! Contacts of customers at the door of the house: who they are is said by the feature that keeps them.

use futures::future::BoxFuture;
use kernel::db::Tx;
use kernel::{ContactActor, ContactId, Context, Error, Language, NewEvent, RecordKind, RecordRef, Result};
use serde_json::Value;

/// A contact who may sign in.
#[derive(Clone, Debug)]
pub struct Guest {
    /// Who asks from then on.
    pub actor: ContactActor,
    /// The e-mail address.
    pub email: String,
    /// The language of mails and of the portal, if the contact or its customer has one.
    pub language: Option<Language>,
}

/// How contacts are found and how their history is written. The feature of customers leaves it in `Feature::parts`.
#[derive(Clone, Copy)]
pub struct Guests {
    /// The contact, if it may sign in now: active, with access to the portal, at a customer that is active.
    pub find: for<'a> fn(&'a Context, ContactId) -> BoxFuture<'a, Result<Option<Guest>>>,
    /// An event of this kind about the contact, on its customer's timeline; `None` for one that is gone.
    pub event: for<'a> fn(
        &'a Context,
        &'a Tx,
        ContactId,
        &'static str,
        Value,
    ) -> BoxFuture<'a, Result<Option<NewEvent>>>,
}

impl Guests {
    /// What the house has for it.
    ///
    /// # Errors
    /// `Internal` in a house without customers.
    pub(crate) fn of(cx: &Context) -> Result<Self> {
        let found = cx.foyer.parts::<Self>().next().copied();
        found.ok_or_else(|| Error::internal("nobody says who the contacts are"))
    }

    /// The contact, if it may sign in now.
    ///
    /// # Errors
    /// Those of the database.
    pub(crate) async fn find(cx: &Context, id: ContactId) -> Result<Option<Guest>> {
        (Self::of(cx)?.find)(cx, id).await
    }
}

/// The contact as a record.
pub(crate) fn record(id: ContactId) -> RecordRef {
    RecordRef { kind: RecordKind::Contact, id: id.0 }
}
