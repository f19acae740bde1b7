use kernel::{
    Actor, Area, Audience, Can, CustomerId, Instant, LeadId, RecordKind, RecordRef, Result, StaffId,
    TimelineId, Version,
};
use records::{PictureRef, Tag};
use serde::{Deserialize, Serialize};

use crate::Profile;

/// An outside party that the organisation deals with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Customer {
    /// Which one.
    pub id: CustomerId,
    /// What people know and change of it.
    #[serde(flatten)]
    pub profile: Profile,
    /// The tags, by name.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Vec<Object>))]
    pub tags: Vec<Tag>,
    /// The name of the primary contact.
    #[serde(default)]
    pub contact: Option<String>,
    /// Its logo or photo.
    #[serde(default)]
    pub picture: Option<PictureRef>,
    /// Its timeline, shared with the lead it was made from.
    pub timeline_id: TimelineId,
    /// The lead it was made from.
    pub origin_lead_id: Option<LeadId>,
    /// Goes up with every change.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
    /// Who made it.
    #[serde(default)]
    pub created_by: Option<StaffId>,
    /// When it was made, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it was changed last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub updated_at: Instant,
    /// When it went to the bin.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub deleted_at: Option<Instant>,
}

impl Customer {
    /// Whether `actor`, who sees this customer, may change it, or why not.
    ///
    /// # Errors
    /// `Forbidden` with the reason.
    pub fn can_edit(actor: &Actor) -> Result<()> {
        actor.require(Area::Customers, Can::Edit)
    }

    /// Whether `actor`, who sees this customer, may delete it, or why not.
    ///
    /// # Errors
    /// `Forbidden` with the reason.
    pub fn can_delete(actor: &Actor) -> Result<()> {
        actor.require(Area::Customers, Can::Delete)
    }

    /// The customer as a record.
    pub fn record(&self) -> RecordRef {
        RecordRef { kind: RecordKind::Customer, id: self.id.0 }
    }

    /// Who may see it by itself, beside those who see all customers.
    pub fn audience(&self) -> Audience {
        Audience { staff: self.profile.looked_after_by(), ..Audience::default() }
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/customers/{}", self.id)
    }
}
