use fields::{FieldType, Tidy, Typed};
use kernel::{ContactId, CustomerId, Instant, Language, RecordKind, RecordRef, Result, Version};
use records::PictureRef;
use serde::{Deserialize, Serialize};

use crate::access::{Notices, Permissions};

/// A person at a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Contact {
    /// Which one.
    pub id: ContactId,
    /// At which customer.
    pub customer_id: CustomerId,
    /// What people know of the person.
    #[serde(flatten)]
    pub person: Person,
    /// Whether this is the one to turn to first.
    pub is_primary: bool,
    /// The photo.
    #[serde(default)]
    pub picture: Option<PictureRef>,
    /// Goes up with every change.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
    /// When it was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub deleted_at: Option<Instant>,
}

impl Contact {
    /// The contact as a record.
    pub fn record(&self) -> RecordRef {
        RecordRef { kind: RecordKind::Contact, id: self.id.0 }
    }

    /// The address with which the person signs in, as it is compared; none for who may not.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn login(&self) -> Option<String> {
        let may = self.person.has_portal && self.deleted_at.is_none();
        self.person.email.as_deref().filter(|_| may).and_then(kernel::normal::email)
    }
}

/// What people know of a contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Person {
    /// The first name.
    pub first_name: String,
    /// The last name; a person known by one name has none.
    pub last_name: String,
    /// The e-mail address, as typed.
    pub email: Option<String>,
    /// The phone number, as typed.
    pub phone: Option<String>,
    /// The mobile number, as typed.
    pub mobile: Option<String>,
    /// What the person does there.
    pub position: Option<String>,
    /// The language of mails and of the portal; the customer's if there is none.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub language: Option<Language>,
    /// From which side the person reads, where that is not what the language says.
    pub direction: Option<Direction>,
    /// Whether the person is still there. Who is not signs in nowhere and gets nothing.
    pub is_active: bool,
    /// Whether the person may sign in to the portal. That takes an e-mail address that no other login has.
    pub has_portal: bool,
    /// Of how much of the customer that goes.
    pub scope: Scope,
    /// What the person sees there.
    #[serde(flatten)]
    pub sees: Permissions,
    /// Of what the person gets mails.
    #[serde(flatten)]
    pub told: Notices,
}

impl Default for Person {
    fn default() -> Self {
        Self {
            first_name: String::new(),
            last_name: String::new(),
            email: None,
            phone: None,
            mobile: None,
            position: None,
            language: None,
            direction: None,
            is_active: true,
            has_portal: false,
            scope: Scope::default(),
            sees: Permissions::default(),
            told: Notices::default(),
        }
    }
}

/// Makes an enum of words for forms, the database and programs.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Their words.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The word.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What this word stands for.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

words! {
    /// From which side somebody reads.
    Direction {
        /// From left to right.
        Ltr = "ltr",
        /// From right to left.
        Rtl = "rtl",
    }
}

words! {
    /// How much of its customer a contact reaches in the portal.
    Scope {
        /// All that the customer has.
        Customer = "customer",
        /// What is addressed to this contact.
        Own = "own",
    }
}

impl Default for Scope {
    fn default() -> Self {
        Self::Customer
    }
}

/// The fields of a person with what their values are, in the order of the form. Those of the portal come last.
pub(crate) const FIELDS: &[(&str, FieldType)] = &[
    ("first_name", FieldType::Text),
    ("last_name", FieldType::Text),
    ("position", FieldType::Text),
    ("email", FieldType::Email),
    ("phone", FieldType::Phone),
    ("mobile", FieldType::Phone),
    ("language", FieldType::Word),
    ("direction", FieldType::Word),
    ("is_active", FieldType::Flag),
    ("has_portal", FieldType::Flag),
    ("scope", FieldType::Word),
    ("sees_invoices", FieldType::Flag),
    ("sees_estimates", FieldType::Flag),
    ("sees_contracts", FieldType::Flag),
    ("sees_proposals", FieldType::Flag),
    ("sees_tickets", FieldType::Flag),
    ("sees_projects", FieldType::Flag),
    ("sees_sites", FieldType::Flag),
    ("sees_accounts", FieldType::Flag),
    ("sees_files", FieldType::Flag),
    ("told_invoices", FieldType::Flag),
    ("told_credit_notes", FieldType::Flag),
    ("told_estimates", FieldType::Flag),
    ("told_tickets", FieldType::Flag),
    ("told_projects", FieldType::Flag),
    ("told_contracts", FieldType::Flag),
    ("told_tasks", FieldType::Flag),
    ("told_payments", FieldType::Flag),
    ("told_proposals", FieldType::Flag),
];

impl Typed for Person {
    fn checked(self) -> Result<Self> {
        checked_as(&self, "")
    }
}

impl Person {
    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }

    /// Whether nothing is known of the person.
    pub fn is_empty(&self) -> bool {
        let rest = [&self.email, &self.phone, &self.mobile, &self.position].into_iter();
        self.name().is_empty() && rest.flatten().all(|text| text.trim().is_empty())
    }
}

/// Splits a full name at its last space: everything before it is the first name.
pub fn guess_names(full: &str) -> (String, String) {
    match full.trim().rsplit_once(' ') {
        Some((first, last)) => (first.trim().to_owned(), last.to_owned()),
        // Who is known by one name has a first name: customers ask for no more.
        None => (full.trim().to_owned(), String::new()),
    }
}

/// The contact as it is kept. Its fields are named `contact_..` where they stand beside a profile's.
///
/// # Errors
/// `Invalid`, naming each field that cannot be kept.
pub(crate) fn checked_as(person: &Person, prefix: &'static str) -> Result<Person> {
    let mut tidy = Tidy::named(prefix);
    let kept = Person {
        first_name: tidy.required("first_name", &person.first_name),
        last_name: tidy.line("last_name", Some(&person.last_name)).unwrap_or_default(),
        email: tidy.email("email", person.email.as_ref()),
        phone: tidy.address("phone", person.phone.as_ref()),
        mobile: tidy.address("mobile", person.mobile.as_ref()),
        position: tidy.line("position", person.position.as_ref()),
        ..person.clone()
    };
    if kept.has_portal && kept.email.is_none() {
        tidy.refuse("email", "contact-portal-email");
    }
    tidy.done(kept)
}
