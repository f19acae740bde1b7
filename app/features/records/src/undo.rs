use kernel::{Arg, Instant, Text};
use serde::{Deserialize, Serialize};

/// So long can a change be taken back, in microseconds: thirty days.
pub const UNDO_FOR: i64 = 30 * Instant::DAY;

/// What would happen if a change were taken back from the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Undoing {
    /// What was done, as a sentence that goes on after a name.
    pub sentence: Text,
    /// The fields that it changed; none if it is taken back as a whole.
    pub fields: Vec<UndoField>,
    /// Whether something goes back besides the fields: a merge is taken apart whatever became of them.
    pub besides: bool,
}

/// A field of a change that may be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UndoField {
    /// Its key, by which it can be taken back all the same.
    pub key: String,
    /// What it is called.
    pub label: Text,
    /// The value that would come back, if there was one.
    pub then: Option<Arg>,
    /// The value now, if there is one.
    pub now: Option<Arg>,
    /// Whether it goes back.
    pub state: UndoState,
}

/// Whether a field goes back when its change is taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndoState {
    /// It goes back.
    Back,
    /// It has the former value again already.
    Already,
    /// It was changed later, and stays unless that is wished all the same.
    Later {
        /// By whom, if that is known.
        who: Option<String>,
        /// When, if that is known.
        at: Option<Instant>,
    },
}

impl Undoing {
    /// Whether something was changed later: the person is asked first.
    pub fn has_later(&self) -> bool {
        self.fields.iter().any(|field| matches!(field.state, UndoState::Later { .. }))
    }
}
