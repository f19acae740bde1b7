use kernel::{
    Error, FieldError, LostReasonId, PipelineId, Result, SourceId, StageId, Text, Version, forbidden,
};
use serde::{Deserialize, Serialize};

use crate::Lead;

/// A way of selling, with stages of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(sqlx::FromRow, utoipa::ToSchema))]
pub struct Pipeline {
    /// Which one.
    pub id: PipelineId,
    /// What it is called.
    pub name: String,
    /// Whether it is the one that opens by itself.
    pub is_default: bool,
    /// Its version.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
}

/// What a stage means for the forecast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(sqlx::Type, utoipa::ToSchema),
    sqlx(type_name = "text", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// Still being worked on.
    #[default]
    Open,
    /// Won.
    Won,
    /// Lost.
    Lost,
}

impl StageKind {
    /// All kinds, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Open, Self::Won, Self::Lost];

    /// The word for the database and programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }
}

/// A column of the board.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Stage {
    /// Which one.
    #[serde(default)]
    pub id: StageKey,
    /// Of which pipeline.
    #[serde(default)]
    pub pipeline_id: PipelineKey,
    /// What it is called.
    pub name: String,
    /// Its colour: 0 to 9.
    pub hue: i64,
    /// What it means for the forecast.
    pub kind: StageKind,
    /// The chance of winning, in percent.
    pub probability: i64,
    /// At most so many leads should stand here.
    pub wip_limit: Option<i64>,
    /// Whether the limit refuses further leads, or only warns.
    pub wip_blocks: bool,
    /// The fields without which no lead comes in, by their names in the API.
    pub required_fields: Vec<String>,
    /// A lead that stands here for more days is stale.
    pub stale_after_days: Option<i64>,
    /// Whether this is where converted leads stand. Exactly one stage of a pipeline is.
    #[serde(default)]
    pub is_conversion: bool,
    /// Whether new leads come here.
    #[serde(default)]
    pub is_default: bool,
    /// Its version.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
}

/// The id of a stage; 0 for one that is not stored yet.
pub type StageKey = i64;
/// The id of a pipeline; 0 for one that is not stored yet.
pub type PipelineKey = i64;

/// The fields that a stage can require.
pub const REQUIRABLE: &[&str] = &[
    "value",
    "email",
    "phone",
    "company",
    "owner_id",
    "lost_reason_id",
    "description",
    "website",
    "city",
    "country",
];

impl Stage {
    /// The id.
    pub fn id(&self) -> StageId {
        StageId(self.id)
    }

    /// The fields that `lead` lacks for this stage.
    pub fn missing(&self, lead: &Lead) -> Vec<&'static str> {
        let required = REQUIRABLE.iter().filter(|field| self.required_fields.iter().any(|r| r == *field));
        required.filter(|field| !lead.profile.has(field)).copied().collect()
    }

    /// Whether `lead` may come into this stage, in which `standing` leads stand already, or why not.
    ///
    /// The one rule for drags, forms, bulk actions, imports and the API.
    ///
    /// # Errors
    /// `Forbidden` with the reason, or `Invalid` naming the fields to fill in.
    pub fn can_enter(&self, lead: &Lead, standing: i64) -> Result<()> {
        if self.is_conversion && lead.customer_id.is_none() {
            return Err(forbidden("lead-needs-conversion"));
        }
        if !self.is_conversion && lead.customer_id.is_some() {
            return Err(forbidden("lead-is-converted"));
        }
        if let Some(limit) = self.wip_limit.filter(|limit| self.wip_blocks && standing >= *limit) {
            let text = Text::new("lead-stage-full").with("stage", &self.name).with("limit", limit);
            return Err(Error::Forbidden(text));
        }
        let missing = self.missing(lead);
        if missing.is_empty() {
            return Ok(());
        }
        let problem = || Text::new("lead-stage-requires").with("stage", &self.name);
        let fields = missing.into_iter().map(|field| FieldError { field: field.into(), problem: problem() });
        Err(Error::Invalid(fields.collect()))
    }
}

/// Where leads come from: an entry of an editable list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(sqlx::FromRow, utoipa::ToSchema))]
pub struct Source {
    /// Which one.
    pub id: SourceId,
    /// What it is called.
    pub name: String,
    /// Whether new leads get it.
    pub is_default: bool,
}

/// Why a lead was lost: an entry of an editable list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(sqlx::FromRow, utoipa::ToSchema))]
pub struct LostReason {
    /// Which one.
    pub id: LostReasonId,
    /// What it is called.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_asks_for_what_it_requires() {
        let stage = Stage { required_fields: vec!["value".into(), "email".into()], ..Stage::default() };
        let mut lead = Lead::sample();
        lead.profile.email = Some("ada@example.com".into());
        assert_eq!(stage.missing(&lead), ["value"]);
        assert!(
            matches!(stage.can_enter(&lead, 0), Err(Error::Invalid(fields)) if fields[0].field == "value")
        );
    }

    #[test]
    fn a_full_stage_refuses_or_only_warns() {
        let mut stage = Stage { wip_limit: Some(2), wip_blocks: true, ..Stage::default() };
        assert!(stage.can_enter(&Lead::sample(), 1).is_ok());
        assert!(stage.can_enter(&Lead::sample(), 2).is_err());
        stage.wip_blocks = false;
        assert!(stage.can_enter(&Lead::sample(), 2).is_ok());
    }

    #[test]
    fn only_converted_leads_stand_in_the_conversion_stage() {
        let customers = Stage { is_conversion: true, ..Stage::default() };
        let mut lead = Lead::sample();
        assert!(customers.can_enter(&lead, 0).is_err());
        lead.customer_id = Some(kernel::CustomerId(1));
        assert!(customers.can_enter(&lead, 0).is_ok());
        assert!(Stage::default().can_enter(&lead, 0).is_err());
    }
}
