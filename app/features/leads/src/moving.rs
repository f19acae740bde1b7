use kernel::{LeadId, StageId, Version};
use serde::{Deserialize, Serialize};

use crate::LeadPatch;

/// A move of a card, by drag, keyboard, menu, form or API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Into this stage.
    pub stage_id: StageId,
    /// Behind this lead; `null` for the top.
    #[serde(default)]
    pub after_id: Option<LeadId>,
    /// Behind all cards of the stage, those that are not loaded or not seen included; `after_id` says nothing then.
    #[serde(default, skip_serializing_if = "is_false")]
    pub at_end: bool,
    /// The version that the person saw.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
    /// What the stage requires and the person has just filled in.
    #[serde(default, skip_serializing_if = "LeadPatch::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Object))]
    pub fields: LeadPatch,
}

/// The shape that `skip_serializing_if` asks for.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(value: &bool) -> bool {
    !value
}

/// One of several moves that are made together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadMove {
    /// Which card.
    pub id: LeadId,
    /// Where it goes. Behind another card of the same request means behind its new place; behind one that has to stay
    /// means where that one would have gone, so that the others keep together.
    pub to: Move,
}

impl LeadMove {
    /// The most cards that move together.
    pub const MOST: usize = 200;
}
