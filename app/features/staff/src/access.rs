use kernel::{Instant, Scope, SessionId, TokenId};
use serde::{Deserialize, Serialize};

/// A browser in which a person is signed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionRow {
    /// Which session.
    pub id: SessionId,
    /// The network address it was opened from.
    pub address: String,
    /// What the browser calls itself.
    pub user_agent: String,
    /// When the person signed in.
    pub created_at: Instant,
    /// When it was last used, to the minute.
    pub last_seen_at: Instant,
    /// Whether it is the one that asks.
    #[serde(default)]
    pub is_current: bool,
}

/// A key with which a program acts for a person. The secret itself is not kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TokenRow {
    /// Which token.
    pub id: TokenId,
    /// What the person called it.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// When it was made.
    pub created_at: Instant,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Instant>,
}
