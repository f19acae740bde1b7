use kernel::{Instant, RecordRef};
use serde::{Deserialize, Serialize};

/// The most characters of a note.
pub const NOTE_LIMIT: u32 = 500;

/// How somebody said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// In a talk.
    InPerson,
    /// On the phone.
    Phone,
    /// On paper.
    Paper,
    /// In a form on a web site.
    Form,
    /// In a mail.
    Email,
    /// In the portal, by the contact itself.
    Portal,
    /// By the link in a mail, by whoever got it.
    Link,
}

impl How {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::InPerson, Self::Phone, Self::Paper, Self::Form, Self::Email, Self::Portal, Self::Link];

    /// Those that staff note; the others are noted by who does it.
    pub const NOTED: [Self; 5] = [Self::InPerson, Self::Phone, Self::Paper, Self::Form, Self::Email];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::Phone => "phone",
            Self::Paper => "paper",
            Self::Form => "form",
            Self::Email => "email",
            Self::Portal => "portal",
            Self::Link => "link",
        }
    }

    /// What this word stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::InPerson => "consent-how-in-person",
            Self::Phone => "consent-how-phone",
            Self::Paper => "consent-how-paper",
            Self::Form => "consent-how-form",
            Self::Email => "consent-how-email",
            Self::Portal => "consent-how-portal",
            Self::Link => "consent-how-link",
        }
    }
}

/// How it stands with the consent of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// Whose.
    pub record: RecordRef,
    /// Whether it is given; who was never asked has not given it.
    pub is_given: bool,
    /// The address with which it is withdrawn, for mails; there once it was given.
    pub withdraw_path: Option<String>,
    /// Every change, the newest first.
    pub changes: Vec<ConsentChange>,
}

/// That consent was given or withdrawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConsentChange {
    /// Whether it was given.
    pub is_given: bool,
    /// How.
    pub how: How,
    /// What was noted beside it.
    pub note: Option<String>,
    /// The name of who noted it; `None` for who gave or withdrew it without staff.
    pub by: Option<String>,
    /// When, microseconds UTC.
    pub at: Instant,
}
