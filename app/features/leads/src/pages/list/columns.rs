use crate::ListSort;

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

    /// The name of its field, for the label and for keeping the choice.
    pub fn field(self) -> &'static str {
        match self {
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
        }
    }

    /// The column of this field.
    pub fn parse(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.field() == field)
    }

    /// The orders that a press on its head goes through: the first, then the other one.
    pub fn sorts(self) -> Option<(ListSort, ListSort)> {
        match self {
            Self::Value => Some((ListSort::Value, ListSort::ValueUp)),
            Self::LastContact => Some((ListSort::LastContact, ListSort::LastContact)),
            Self::Created => Some((ListSort::Newest, ListSort::Oldest)),
            _ => None,
        }
    }

    /// Whether it holds figures.
    pub fn is_number(self) -> bool {
        self == Self::Value
    }
}
