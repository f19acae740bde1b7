use kernel::{Instant, MailId};
use serde::{Deserialize, Serialize};

/// How far a mail has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// It waits to be sent, or to be tried again.
    Queued,
    /// The mail server has taken it.
    Sent,
    /// There is no mail server: it stays here and can be read.
    Kept,
    /// The mail server has refused it for good, or too often.
    Failed,
}

impl MailState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Queued, Self::Sent, Self::Kept, Self::Failed];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Kept => "kept",
            Self::Failed => "failed",
        }
    }

    /// The state of this word; anything unknown waits.
    pub fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.code() == code).unwrap_or(Self::Queued)
    }
}

/// A mail in the outbox.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MailLine {
    /// Which one.
    pub id: MailId,
    /// To whom.
    pub recipient: String,
    /// What about.
    pub subject: String,
    /// How far it has come.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: i64,
    /// What the mail server said last, if it refused.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Instant,
    /// When it was sent.
    pub sent_at: Option<Instant>,
}

/// A mail with its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MailLetter {
    /// Its line.
    pub line: MailLine,
    /// The code of its language.
    pub language: String,
    /// The words. In a mail that was sent, the secrets of links are left out: they belong to the reader.
    pub body: String,
}
