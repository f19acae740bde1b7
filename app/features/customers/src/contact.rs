use fields::{FieldType, Tidy, Typed};
use kernel::{ContactId, CustomerId, RecordKind, RecordRef, Result, Version};
use records::PictureRef;
use serde::{Deserialize, Serialize};

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
}

impl Contact {
    /// The contact as a record.
    pub fn record(&self) -> RecordRef {
        RecordRef { kind: RecordKind::Contact, id: self.id.0 }
    }
}

/// What people know of a contact.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// What the person does there.
    pub position: Option<String>,
}

/// The fields of a person with what their values are, in the order of the form.
pub(crate) const FIELDS: &[(&str, FieldType)] = &[
    ("first_name", FieldType::Text),
    ("last_name", FieldType::Text),
    ("position", FieldType::Text),
    ("email", FieldType::Email),
    ("phone", FieldType::Phone),
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
        let rest = [&self.email, &self.phone, &self.position].into_iter();
        self.name().is_empty() && rest.flatten().all(|text| text.trim().is_empty())
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
        position: tidy.line("position", person.position.as_ref()),
    };
    tidy.done(kept)
}
