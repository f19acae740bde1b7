use kernel::RecordKind;
use serde::{Deserialize, Serialize};

use crate::FieldType;

/// A field of a customer that an added field of a record can become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its name in the customer.
    pub field: String,
    /// The key of what people call it.
    pub label: String,
    /// What its values are: those of the added field have to be of the same type.
    pub kind: FieldType,
}

impl Target {
    /// A field of this name, label and type.
    pub fn new(field: &str, label: &str, kind: FieldType) -> Self {
        Self { field: field.to_owned(), label: label.to_owned(), kind }
    }
}

/// What added fields of a kind of record can become: a part, given by who converts such records.
pub struct Becoming {
    /// The kind of record.
    pub of: RecordKind,
    /// The fields that there are to become, in the order of forms.
    pub targets: fn() -> Vec<Target>,
}
