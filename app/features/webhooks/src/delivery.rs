use kernel::{DeliveryId, Instant, RecordRef};
use serde::{Deserialize, Serialize};

/// One event for one webhook, and what came of the last try.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Delivery {
    /// Which one.
    pub id: DeliveryId,
    /// The number that the receiver knows it by, `webhook-id`: the same on each try.
    pub message_id: String,
    /// What happened: `lead.created`.
    pub kind: String,
    /// To which record; none for a test, and for one that the asker may not see.
    pub record: Option<RecordRef>,
    /// Whether it has arrived.
    pub state: DeliveryState,
    /// How often it was tried.
    pub tries: i64,
    /// The HTTP status of the last try, if there was an answer.
    pub status: Option<i64>,
    /// What was wrong at the last try.
    pub problem: Option<Problem>,
    /// The beginning of the last answer; left out where the asker may not see the record.
    pub answer: Option<String>,
    /// How long the last try took, in microseconds.
    pub duration: Option<i64>,
    /// When it was tried last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub tried_at: Option<Instant>,
    /// When it is tried next, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub next_at: Option<Instant>,
    /// When it happened, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
}

/// Whether a delivery has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// It is still to be tried.
    Waiting,
    /// The receiver took it.
    Delivered,
    /// It was given up. Somebody can send it again.
    Failed,
}

/// What was wrong at a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The address is none of the web.
    Unfit,
    /// The address leads to where nobody is sent: into a network that is not public.
    Denied,
    /// There is no host of this name.
    Unknown,
    /// Nobody answers there.
    Unreachable,
    /// The certificate is not good.
    Tls,
    /// It took too long.
    TooSlow,
    /// The connection broke, or the answer is not HTTP.
    Broken,
    /// The receiver did not take it: its status is none between 200 and 299.
    Refused,
    /// What would be sent is too large.
    TooLarge,
    /// Who answers for the webhook may not see it any more, or it is gone for good.
    Unseen,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Delivered, Self::Failed];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }

    /// The state of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Waiting => "webhook-delivery-waiting",
            Self::Delivered => "webhook-delivery-delivered",
            Self::Failed => "webhook-delivery-failed",
        }
    }
}

impl Problem {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Unfit,
        Self::Denied,
        Self::Unknown,
        Self::Unreachable,
        Self::Tls,
        Self::TooSlow,
        Self::Broken,
        Self::Refused,
        Self::TooLarge,
        Self::Unseen,
    ];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unfit => "unfit",
            Self::Denied => "denied",
            Self::Unknown => "unknown",
            Self::Unreachable => "unreachable",
            Self::Tls => "tls",
            Self::TooSlow => "too_slow",
            Self::Broken => "broken",
            Self::Refused => "refused",
            Self::TooLarge => "too_large",
            Self::Unseen => "unseen",
        }
    }

    /// The problem of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|problem| problem.code() == code)
    }

    /// Whether nothing was sent for a reason of ours: it says nothing of the address.
    pub fn is_ours(self) -> bool {
        matches!(self, Self::TooLarge | Self::Unseen)
    }

    /// The key of the sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::Unfit => "webhook-problem-unfit",
            Self::Denied => "webhook-problem-denied",
            Self::Unknown => "webhook-problem-unknown",
            Self::Unreachable => "webhook-problem-unreachable",
            Self::Tls => "webhook-problem-tls",
            Self::TooSlow => "webhook-problem-too-slow",
            Self::Broken => "webhook-problem-broken",
            Self::Refused => "webhook-problem-refused",
            Self::TooLarge => "webhook-problem-too-large",
            Self::Unseen => "webhook-problem-unseen",
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<kernel::outbound::Failure> for Problem {
    fn from(failure: kernel::outbound::Failure) -> Self {
        use kernel::outbound::Failure;
        match failure {
            Failure::Unfit => Self::Unfit,
            Failure::Denied => Self::Denied,
            Failure::Unknown => Self::Unknown,
            Failure::Unreachable => Self::Unreachable,
            Failure::Tls => Self::Tls,
            Failure::TooSlow => Self::TooSlow,
            Failure::Broken => Self::Broken,
        }
    }
}
