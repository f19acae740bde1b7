use fields::{CustomValues, Typed};
use kernel::{
    AccountId, Currency, CustomerId, Error, FieldError, Instant, Money, Result, Text, Version, plain,
};
use serde::{Deserialize, Serialize};

use crate::Service;

/// The longest number and name, in characters.
const LINE: usize = 100;

/// How an account stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = AccountStatus))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In use.
    #[default]
    Open,
    /// Nothing is charged by itself; what fell due meanwhile is charged when it is open again.
    Suspended,
    /// Nothing is posted any more.
    Closed,
}

impl Status {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Open, Self::Suspended, Self::Closed];

    /// Their words, for filters.
    pub const CODES: [&str; 3] = ["open", "suspended", "closed"];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Suspended => "suspended",
            Self::Closed => "closed",
        }
    }

    /// The status of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "account-status-open",
            Self::Suspended => "account-status-suspended",
            Self::Closed => "account-status-closed",
        }
    }
}

/// A personal account of a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Account {
    /// Which one.
    pub id: AccountId,
    /// Whose.
    pub customer_id: CustomerId,
    /// What people know and change of it.
    #[serde(flatten)]
    pub profile: Profile,
    /// Goes up with every change of these fields; postings leave it as it is.
    pub version: Version,
    /// When it was opened, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it was changed last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub updated_at: Instant,
    /// When it went to the bin, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub deleted_at: Option<Instant>,
}

/// What people know and change of an account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = AccountProfile))]
pub struct Profile {
    /// Its number, which no other account has; an empty one in a new account is the next one.
    #[serde(default, rename = "account_number")]
    pub number: String,
    /// What people call it.
    #[serde(default)]
    pub name: Option<String>,
    /// Its currency, fixed once there is an entry; `None` in a new account for its customer's.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub currency: Option<Currency>,
    /// How it stands.
    #[serde(default)]
    pub status: Status,
    /// What the fields hold that the organisation added.
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(ignore))]
    pub custom: CustomValues,
}

impl Profile {
    /// The profile without stray spaces, if it can be kept.
    ///
    /// # Errors
    /// `Invalid`, naming each field that cannot.
    pub fn checked(mut self) -> Result<Self> {
        self.number = plain::line(&self.number);
        self.name = self.name.take().map(|name| plain::line(&name)).filter(|name| !name.is_empty());
        let texts = [("account_number", Some(&self.number)), ("name", self.name.as_ref())];
        let is_long = |text: Option<&String>| text.is_some_and(|text| text.chars().count() > LINE);
        let long = texts.into_iter().filter(|(_, text)| is_long(*text));
        let problem = |field: &str| FieldError {
            field: field.into(),
            problem: Text::new("error-too-long").with("limit", LINE),
        };
        let problems: Vec<FieldError> = long.map(|(field, _)| problem(field)).collect();
        if problems.is_empty() { Ok(self) } else { Err(Error::Invalid(problems)) }
    }
}

impl Account {
    /// What it is called: its number, and its name behind it.
    pub fn title(&self) -> String {
        match &self.profile.name {
            Some(name) => format!("{} · {name}", self.profile.number),
            None => self.profile.number.clone(),
        }
    }

    /// The currency in which it is kept.
    pub fn currency(&self) -> Currency {
        self.profile.currency.unwrap_or(Currency::EUR)
    }

    /// So many minor units in its currency.
    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency())
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/customers/{}/accounts/{}", self.customer_id, self.id)
    }
}

/// An account as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct AccountLine {
    /// The account.
    pub account: Account,
    /// What its customer owes; negative if the customer has something to his credit.
    pub balance: Money,
}

/// An account with what its page shows around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct AccountDetails {
    /// The account.
    pub account: Account,
    /// The name of its customer.
    pub customer: String,
    /// What its customer owes; negative if the customer has something to his credit.
    pub balance: Money,
    /// Whether something was posted: its currency stays then, and it cannot be deleted.
    pub has_entries: bool,
    /// What it is charged for, in the order in which it came.
    pub services: Vec<Service>,
}

impl Typed for Profile {
    fn checked(self) -> Result<Self> {
        Self::checked(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_reads_back_from_its_word() {
        for (status, code) in Status::ALL.into_iter().zip(Status::CODES) {
            assert_eq!((status.code(), Status::parse(code)), (code, Some(status)));
        }
    }

    #[test]
    fn what_is_too_long_is_named() {
        let profile = Profile { number: "9".repeat(101), name: Some("x".repeat(101)), ..Profile::default() };
        let error = profile.checked().unwrap_err();
        assert!(error.field("account_number").is_some() && error.field("name").is_some());
    }
}
