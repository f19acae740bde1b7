use accounts::AccountLine;
use customers::Person;
use serde::{Deserialize, Serialize};

/// What the portal begins with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PortalHome {
    /// The company of the contact.
    pub company: Company,
    /// The contact itself.
    pub person: Person,
    /// Who looks after the company, by name.
    pub manager: Option<String>,
    /// The personal accounts with their balances; `None` for who may not see them.
    pub accounts: Option<Vec<AccountLine>>,
    /// The sites by name; `None` for who may not see them.
    pub sites: Option<Vec<SiteLine>>,
}

/// A place of the company, without what staff noted about getting in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SiteLine {
    /// What it is called.
    pub name: String,
    /// Street, postcode and city.
    pub address: String,
    /// The name of whom to turn to there.
    pub contact: Option<String>,
}

/// What a contact is shown of its company.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Company {
    /// The name.
    pub name: String,
    /// The number that the organisation knows it by.
    pub number: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
    /// The VAT number.
    pub vat_number: Option<String>,
    /// Where bills go, line by line, without the country.
    pub billing: Vec<String>,
    /// Where goods go, line by line, without the country.
    pub shipping: Vec<String>,
}
