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

impl SessionRow {
    /// The browser and the system in a few words, as far as they can be told: `Firefox · Linux`.
    pub fn browser(&self) -> String {
        let found = |names: &[(&str, &'static str)]| {
            names.iter().find(|(mark, _)| self.user_agent.contains(mark)).map(|(_, name)| *name)
        };
        // Each browser claims to be the ones after it.
        let browsers = [
            ("Edg", "Edge"),
            ("OPR", "Opera"),
            ("Firefox", "Firefox"),
            ("Chrome", "Chrome"),
            ("Safari", "Safari"),
        ];
        let systems = [
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Windows", "Windows"),
            ("Mac OS", "macOS"),
            ("Linux", "Linux"),
        ];
        match (found(&browsers), found(&systems)) {
            (Some(browser), Some(system)) => format!("{browser} · {system}"),
            (Some(one), None) | (None, Some(one)) => one.to_owned(),
            (None, None) if self.user_agent.is_empty() => "–".to_owned(),
            (None, None) => self.user_agent.chars().take(60).collect(),
        }
    }
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
