use kernel::{Instant, NotificationId, RecordKind, RecordRef, Text};
use serde::{Deserialize, Serialize};

/// Something that a person is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notification {
    /// Which one.
    pub id: NotificationId,
    /// What they are told.
    pub text: Text,
    /// What it is about.
    pub record: Option<RecordRef>,
    /// When.
    pub created_at: Instant,
    /// Whether they have read it.
    pub is_read: bool,
}

impl Notification {
    /// Where the record stands that it is about.
    pub fn path(&self) -> Option<String> {
        self.record.and_then(Self::path_of)
    }

    /// Where a record stands.
    pub fn path_of(record: RecordRef) -> Option<String> {
        match record.kind {
            RecordKind::Lead => Some(format!("/leads/{}", record.id)),
            RecordKind::Customer => Some(format!("/customers/{}", record.id)),
            RecordKind::Import => Some(format!("/imports/{}", record.id)),
            RecordKind::Export => Some(format!("/exports/{}", record.id)),
            RecordKind::Run => Some(format!("/runs/{}", record.id)),
            RecordKind::Staff => Some("/settings/staff".into()),
            RecordKind::Setting => Some("/settings".into()),
            RecordKind::Specimen => None,
        }
    }
}
