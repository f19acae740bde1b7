use kernel::{Arg, Instant, RecordKind, RunId, StaffId, Text, Version};
use serde::{Deserialize, Serialize};

use crate::Action;

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// Its records are chosen; nobody has confirmed it.
    Draft,
    /// It waits for its turn.
    Queued,
    /// It is under way.
    Running,
    /// It came to its end.
    Done,
    /// Somebody stopped it; what was done is done.
    Cancelled,
    /// It could not go on; what was done is done.
    Failed,
}

impl RunState {
    /// All states.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Queued, Self::Running, Self::Done, Self::Cancelled, Self::Failed];

    /// The word for programs and for the key of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    /// The state of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the server is at work on it, or soon will be.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Queued | Self::Running)
    }

    /// Whether nothing will be done any more.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Cancelled | Self::Failed)
    }
}

/// What became of the records that a run has come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Tally {
    /// They were changed.
    pub done: i64,
    /// They were already as they were to be.
    pub same: i64,
    /// They are not there any more, or are not among those that were meant any more.
    pub gone: i64,
    /// They may not be changed so.
    pub refused: i64,
}

impl Tally {
    /// All of them.
    pub fn all(&self) -> i64 {
        self.done + self.same + self.gone + self.refused
    }
}

/// Long work over many records, as who began it and administrators see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Run {
    /// Which one.
    pub id: RunId,
    /// Which records.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "lead"))]
    pub kind: RecordKind,
    /// What is done to them; nothing until somebody has chosen it.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<Object>))]
    pub action: Option<Action>,
    /// What fields hold afterwards, in words; known when the first record was changed.
    #[cfg_attr(not(target_arch = "wasm32"), schema(ignore))]
    pub told: Vec<(Text, Option<Arg>)>,
    /// How far it is.
    pub state: RunState,
    /// How many records it is about.
    pub total: i64,
    /// What became of them.
    pub tally: Tally,
    /// Why it could not go on.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub error: Option<Text>,
    /// The run that takes this one back, if one does or did.
    pub undone_by: Option<RunId>,
    /// Who began it; `None` for the house itself.
    pub staff_id: Option<StaffId>,
    /// The name of who began it.
    pub who: Option<String>,
    /// Runs that come before it.
    pub ahead: i64,
    /// Whether it can be taken back.
    pub can_undo: bool,
    /// The number that every step carries up.
    pub version: Version,
    /// When it was chosen.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it ended.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub finished_at: Option<Instant>,
}

impl Run {
    /// From 0 to 1, as far as it is.
    pub fn fraction(&self) -> f64 {
        if self.total == 0 { 1.0 } else { self.tally.all() as f64 / self.total as f64 }
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/runs/{}", self.id)
    }
}

/// What a run would do to its first records.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// So many were looked at.
    pub looked: i64,
    /// What would become of them.
    pub tally: Tally,
    /// Why some would be refused, what concerns the most first.
    pub reasons: Vec<Reason>,
}

/// Why records would be refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The reason.
    pub reason: Text,
    /// How many it concerns.
    pub count: i64,
    /// What some of them are called.
    pub titles: Vec<String>,
}

/// A record that a run left as it was, or in part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stayed {
    /// Which one.
    pub id: i64,
    /// What it was called.
    pub title: String,
    /// Why.
    pub reason: Text,
}
