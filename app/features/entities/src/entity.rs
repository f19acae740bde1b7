use fields::{CustomField, CustomValues, FieldType, Typed};
use kernel::{CustomerId, Instant, LegalEntityId, OwnEntityId, RecordKind, RecordRef, Result, Version};
use serde::{Deserialize, Serialize};
use staff::StaffName;

use crate::{Company, OwnName, company};

/// A company of a customer: to whom documents are written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = LegalEntity))]
pub struct Entity {
    /// Which one.
    pub id: LegalEntityId,
    /// Whose.
    pub customer_id: CustomerId,
    /// What people know and change of it.
    #[serde(flatten)]
    pub profile: Profile,
    /// Goes up with every change.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
    /// When it was made, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it was changed last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub updated_at: Instant,
    /// When it was removed, microseconds UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub deleted_at: Option<Instant>,
}

impl Entity {
    /// The entity as a record.
    pub fn record(&self) -> RecordRef {
        RecordRef { kind: RecordKind::LegalEntity, id: self.id.0 }
    }

    /// Its name in the register.
    pub fn name(&self) -> &str {
        &self.profile.company.registered_name
    }

    /// Where it stands: a part of its customer's page.
    pub fn path(&self) -> String {
        format!("/customers/{}/entities", self.customer_id)
    }
}

/// What people know of a company of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = LegalEntityProfile))]
#[serde(default)]
pub struct Profile {
    /// What the law and its bank know of it.
    #[serde(flatten)]
    pub company: Company,
    /// Which of the organisation's own companies bills it; without one the default one does.
    pub billed_by_id: Option<OwnEntityId>,
    /// What the fields hold that the organisation added: `c12` and so on.
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(ignore))]
    pub custom: CustomValues,
}

impl Typed for Profile {
    fn checked(self) -> Result<Self> {
        Ok(Self { company: self.company.checked()?, ..self })
    }
}

/// The fields of a company of a customer with what their values are, in the order of the form.
pub(crate) const FIELDS: &[(&str, FieldType)] = &{
    let mut fields = [("billed_by_id", FieldType::Choice); company::FIELDS.len() + 1];
    let mut at = 0;
    while at < company::FIELDS.len() {
        fields[at] = company::FIELDS[at];
        at += 1;
    }
    fields
};

/// The legal entities of a customer, with what its page needs beside them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomerEntities {
    /// The entities, by name.
    pub entities: Vec<Entity>,
    /// The organisation's own, the default one first.
    pub own: Vec<OwnName>,
    /// The fields that the organisation added to legal entities, in their order.
    pub fields: Vec<CustomField>,
    /// All staff, by name.
    pub staff: Vec<StaffName>,
}
