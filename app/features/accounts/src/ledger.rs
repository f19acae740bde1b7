use kernel::{Cursor, Day, Instant, Money, Page, PostingId};
use serde::{Deserialize, Serialize};

/// The largest amount of one posting, in minor units. Millions of them can be summed without ever leaving 64 bits.
pub(crate) const MOST: i64 = 1_000_000_000_000;

/// What a posting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PostingKind {
    /// The customer owes more.
    Charge,
    /// The customer has paid.
    Payment,
    /// Something was wrong: the customer owes more, or less if the amount is negative.
    Correction,
    /// Another posting is taken back.
    Reversal,
}

impl PostingKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Charge, Self::Payment, Self::Correction, Self::Reversal];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Charge => "charge",
            Self::Payment => "payment",
            Self::Correction => "correction",
            Self::Reversal => "reversal",
        }
    }

    /// The kind of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Charge => "account-posting-charge",
            Self::Payment => "account-posting-payment",
            Self::Correction => "account-posting-correction",
            Self::Reversal => "account-posting-reversal",
        }
    }
}

/// Which piece of a statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatementQuery {
    /// From the beginning of this day on, on the organisation's clock.
    #[serde(default)]
    pub from: Option<Day>,
    /// To the end of this day.
    #[serde(default)]
    pub to: Option<Day>,
    /// Behind this place.
    #[serde(default)]
    pub after: Option<Cursor>,
}

/// What was posted to an account in a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Statement {
    /// The balance before it.
    pub opening: Money,
    /// The balance after it.
    pub closing: Money,
    /// The entries, the newest first.
    pub lines: Page<StatementLine>,
}

/// An entry of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct StatementLine {
    /// The posting.
    pub posting_id: PostingId,
    /// When it was posted, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub at: Instant,
    /// What it is.
    pub kind: PostingKind,
    /// What for.
    pub reason: String,
    /// The day on which the period begins that was charged.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub period: Option<Day>,
    /// By how much the customer owes more, or less if it is negative.
    pub amount: Money,
    /// The balance after it.
    pub balance: Money,
    /// The posting that it takes back.
    pub reverses: Option<PostingId>,
    /// The posting by which it was taken back.
    pub reversed_by: Option<PostingId>,
    /// Who posted it; nobody for the house itself.
    pub who: Option<String>,
}

impl StatementLine {
    /// Whether it can be taken back: once, and never what takes something back itself.
    pub fn can_reverse(&self) -> bool {
        self.kind != PostingKind::Reversal && self.reversed_by.is_none()
    }
}
