use kernel::{Error, Instant, NoteId, Result, StaffId, Text, Version, invalid};
use serde::{Deserialize, Serialize};

/// The most characters of a note.
pub const NOTE_LIMIT: usize = 20_000;

/// Something that a person wrote about a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Note {
    /// Which one.
    pub id: NoteId,
    /// The words, as typed.
    pub body: String,
    /// When the author got in touch, if the note tells of that; microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub contacted_at: Option<Instant>,
    /// Who wrote it; `None` for the house itself.
    pub staff_id: Option<StaffId>,
    /// Goes up with every change.
    pub version: Version,
    /// When it was written, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it was changed last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub updated_at: Instant,
}

/// What a person types for a note.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct NoteDraft {
    /// The words.
    pub body: String,
    /// When the author got in touch, if he did; microseconds UTC.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub contacted_at: Option<Instant>,
}

impl NoteDraft {
    /// The draft without space around it, if it can be a note. The form asks the same before it sends.
    ///
    /// # Errors
    /// `Invalid` for `note` when it is empty or too long, for `contacted_at` when that lies ahead.
    pub fn checked(&self, now: Instant) -> Result<Self> {
        let body = self.body.trim();
        if body.is_empty() {
            return Err(invalid("note", "note-empty"));
        }
        let length = body.chars().count();
        if length > NOTE_LIMIT {
            return Err(too_long(length));
        }
        // The browser's clock may be a little ahead of ours.
        if self.contacted_at.is_some_and(|at| at > now.plus(5 * Instant::MINUTE)) {
            return Err(invalid("contacted_at", "note-contacted-ahead"));
        }
        Ok(Self { body: body.to_owned(), contacted_at: self.contacted_at })
    }
}

fn too_long(length: usize) -> Error {
    invalid("note", Text::new("note-too-long").with("limit", NOTE_LIMIT).with("length", length))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_000 * Instant::DAY);

    fn draft(body: String) -> NoteDraft {
        NoteDraft { body, contacted_at: None }
    }

    #[test]
    fn a_note_holds_twenty_thousand_characters_of_any_script() {
        assert!(draft("ع".repeat(NOTE_LIMIT)).checked(NOW).is_ok());
        assert!(draft("a".repeat(NOTE_LIMIT + 1)).checked(NOW).unwrap_err().field("note").is_some());
        assert!(draft(" \n ".into()).checked(NOW).is_err());
    }

    #[test]
    fn nobody_got_in_touch_tomorrow() {
        let ahead = NoteDraft { contacted_at: Some(NOW.plus(Instant::DAY)), ..draft("Called".into()) };
        assert!(ahead.checked(NOW).unwrap_err().field("contacted_at").is_some());
    }
}
