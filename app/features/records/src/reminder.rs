use kernel::{Instant, RecordRef, ReminderId, Result, StaffId, Text, Version, invalid};
use serde::{Deserialize, Serialize};

/// The most characters of a reminder.
pub const REMINDER_LIMIT: usize = 500;

/// Something that a member of staff wants to be told at its time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Reminder {
    /// Which one.
    pub id: ReminderId,
    /// About which record.
    pub record: RecordRef,
    /// Whom to remind.
    pub staff_id: StaffId,
    /// The name of that member.
    pub staff_name: String,
    /// Of what.
    pub text: String,
    /// When, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub due_at: Instant,
    /// When it was ticked off, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub done_at: Option<Instant>,
    /// Goes up with every change.
    pub version: Version,
}

/// What a person types for a reminder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct ReminderDraft {
    /// Whom to remind.
    pub staff_id: StaffId,
    /// Of what.
    pub text: String,
    /// When, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub due_at: Instant,
}

impl ReminderDraft {
    /// The draft without space around it, if it can be a reminder.
    ///
    /// # Errors
    /// `Invalid` for `text` or `due_at`.
    pub fn checked(&self, now: Instant) -> Result<Self> {
        let text = self.text.trim();
        if text.is_empty() {
            return Err(invalid("reminder_text", "error-required"));
        }
        if text.chars().count() > REMINDER_LIMIT {
            return Err(invalid("reminder_text", Text::new("error-too-long").with("limit", REMINDER_LIMIT)));
        }
        if self.due_at < now.plus(-Instant::MINUTE) {
            return Err(invalid("due_at", "reminder-due-behind"));
        }
        Ok(Self { text: text.to_owned(), ..self.clone() })
    }
}

/// The next reminder of a record, as cards and lists show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct NextReminder {
    /// When, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub due_at: Instant,
    /// Of what.
    pub text: String,
}
