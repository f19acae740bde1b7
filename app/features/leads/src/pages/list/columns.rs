use std::borrow::Cow;

use fields::{CustomField, FieldKey};
use kernel::I18n;

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListColumn {
    /// The stage.
    Stage,
    /// The owner.
    Owner,
    /// The company.
    Company,
    /// The value.
    Value,
    /// The e-mail address.
    Email,
    /// The phone number.
    Phone,
    /// The source.
    Source,
    /// The tags.
    Tags,
    /// The last contact.
    LastContact,
    /// When it was made.
    Created,
    /// The city.
    City,
    /// The country.
    Country,
    /// The position of the person.
    Position,
    /// A field that the organisation added, by its number.
    Added(i64),
}

impl ListColumn {
    /// All columns besides the name, which is always there, in their usual order.
    pub const ALL: [Self; 13] = [
        Self::Stage,
        Self::Owner,
        Self::Company,
        Self::Value,
        Self::Email,
        Self::Phone,
        Self::Source,
        Self::Tags,
        Self::LastContact,
        Self::Created,
        Self::City,
        Self::Country,
        Self::Position,
    ];
    /// Those that are shown to somebody who has not chosen.
    pub const USUAL: [Self; 8] = [
        Self::Company,
        Self::Stage,
        Self::Owner,
        Self::Value,
        Self::Source,
        Self::Tags,
        Self::LastContact,
        Self::Created,
    ];

    /// All columns there can be, those of added fields at the end.
    pub fn all(added: &[CustomField]) -> Vec<Self> {
        Self::ALL.into_iter().chain(added.iter().map(|field| Self::Added(field.id))).collect()
    }

    /// What somebody sees who has not chosen, with the added fields that are listed.
    pub fn usual(added: &[CustomField]) -> Vec<Self> {
        let listed = added.iter().filter(|field| field.is_listed).map(|field| Self::Added(field.id));
        Self::USUAL.into_iter().chain(listed).collect()
    }

    /// What stands in its head.
    pub fn label(self, i18n: I18n, added: &[CustomField]) -> String {
        match self {
            Self::Added(id) => {
                added.iter().find(|field| field.id == id).map(|field| field.name.clone()).unwrap_or_default()
            }
            own => i18n.text(&format!("field-{}", own.field()), &[]),
        }
    }

    /// The key of its field, for keeping the choice.
    pub fn field(self) -> Cow<'static, str> {
        if let Self::Added(id) = self {
            return Cow::Owned(format!("c{id}"));
        }
        Cow::Borrowed(match self {
            Self::Stage => "stage_id",
            Self::Owner => "owner_id",
            Self::Company => "company",
            Self::Value => "value",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Source => "source_id",
            Self::Tags => "tags",
            Self::LastContact => "last_contact_at",
            Self::Created => "created_at",
            Self::City => "city",
            Self::Country => "country",
            Self::Position => "position",
            Self::Added(_) => "",
        })
    }

    /// The column of this field.
    pub fn parse(field: &str) -> Option<Self> {
        let own = Self::ALL.into_iter().find(|column| column.field() == field);
        own.or_else(|| FieldKey::from(field).custom_id().map(Self::Added))
    }

    /// Whether it holds figures.
    pub fn is_number(self) -> bool {
        self == Self::Value
    }
}
