//! Ids are 64-bit numbers, and each kind of thing has a type of its own, so that a lead's id is never
//! taken for a stage's.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl From<$name> for crate::db::Val {
            fn from(id: $name) -> Self { Self::Int(Some(id.0)) }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl From<Option<$name>> for crate::db::Val {
            fn from(id: Option<$name>) -> Self { Self::Int(id.map(|id| id.0)) }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> { i64::schema() }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl utoipa::ToSchema for $name {}
    )+};
}

ids! {
    /// A member of staff.
    StaffId,
    /// A role: a named set of capabilities.
    RoleId,
    /// A saved view of records.
    ViewId,
    /// A session of a signed-in person.
    SessionId,
    /// An API token.
    TokenId,
    /// An address that is told what happens.
    WebhookId,
    /// One telling of one event to one such address.
    DeliveryId,
    /// A lead.
    LeadId,
    /// A stage of a pipeline.
    StageId,
    /// A pipeline.
    PipelineId,
    /// Where leads come from.
    SourceId,
    /// Why a lead was lost.
    LostReasonId,
    /// A customer.
    CustomerId,
    /// A person at a customer.
    ContactId,
    /// A place of a customer.
    SiteId,
    /// A customer's company as the law knows it.
    LegalEntityId,
    /// A company of the organisation's own, as the law knows it.
    OwnEntityId,
    /// A personal account of a customer.
    AccountId,
    /// What a personal account is charged for.
    ServiceId,
    /// A posting of a ledger: entries that sum to zero.
    PostingId,
    /// A line of a personal account's ledger.
    EntryId,
    /// A product or a service of the organisation's catalogue.
    ProductId,
    /// A segment of the market that a customer belongs to.
    SegmentId,
    /// How a customer stands with the organisation.
    CustomerStatusId,
    /// Through what a customer came.
    ChannelId,
    /// A group of customers.
    GroupId,
    /// A timeline: one history that a lead and the customer made from it share.
    TimelineId,
    /// A note on a timeline.
    NoteId,
    /// A file on a timeline.
    FileId,
    /// A picture of a record.
    PictureId,
    /// A reminder on a timeline.
    ReminderId,
    /// Something to be done, on a record or on one's own.
    TaskId,
    /// A secret in the vault of a record.
    VaultEntryId,
    /// A tag, shared by leads and customers.
    TagId,
    /// A notification to a member of staff.
    NotificationId,
    /// An import of records from a file.
    ImportId,
    /// An export of records to a file.
    ExportId,
    /// Long work over many records.
    RunId,
    /// A mail in the outbox.
    MailId,
    /// A job in the queue.
    JobId,
}

/// The number that a record carries up with every change; a change names the version it saw.
pub type Version = i64;
