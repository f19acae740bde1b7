use kernel::{Instant, NotificationId, RecordRef, Text};
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
        self.record.and_then(RecordRef::path)
    }
}
