use kernel::{OwnEntityId, Version};
use serde::{Deserialize, Serialize};

use crate::Company;

/// A company of the organisation's own: in its name documents are written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct OwnEntity {
    /// Which one.
    pub id: OwnEntityId,
    /// What the law and its bank know of it.
    #[serde(flatten)]
    pub company: Company,
    /// Whether it bills those of whom nothing else is said. Exactly one does, once there are any.
    pub is_default: bool,
    /// Whether it is offered no more. It stays where it was chosen.
    pub is_archived: bool,
    /// Goes up with every change.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
}

/// What everybody who sees a customer may know of one: how it is called, and not where it has its money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct OwnName {
    /// Which one.
    pub id: OwnEntityId,
    /// The name in the register.
    pub name: String,
    /// Whether it bills those of whom nothing else is said.
    pub is_default: bool,
    /// Whether it is offered no more.
    pub is_archived: bool,
}
