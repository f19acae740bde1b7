use fields::FieldKey;
use kernel::{
    Error, FieldError, Instant, LostReasonId, PipelineId, Result, SourceId, StageId, Text, Version, forbidden,
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
    /// The fields without which no lead comes in, by their names in the API; added ones as `c12`.
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

/// The fields of a lead that a stage can require, beside those that the organisation added.
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

    /// Whether a lead that has stood here since then has stood here too long by now.
    pub fn is_stale(&self, since: Instant, now: Instant) -> bool {
        self.stale_after_days.is_some_and(|days| now.days_since(since) >= days)
    }

    /// What it asks of every lead: a lead's own fields in the order of [`REQUIRABLE`], then those that were added.
    pub fn asked(&self) -> impl Iterator<Item = &str> {
        let own =
            REQUIRABLE.iter().copied().filter(|own| self.required_fields.iter().any(|field| field == own));
        let added = self.required_fields.iter().map(String::as_str).filter(|field| is_added(field));
        own.chain(added)
    }

    /// The fields that `lead` lacks for this stage, in the order in which they are asked.
    pub fn missing(&self, lead: &Lead) -> Vec<String> {
        self.asked().filter(|field| !lead.profile.has(field)).map(str::to_owned).collect()
    }

    /// Whether so many leads are as many as the stage takes, or more.
    pub fn is_full(&self, standing: i64) -> bool {
        self.wip_limit.is_some_and(|limit| self.wip_blocks && standing >= limit)
    }

    /// Whether so many leads are more than should stand here: what a limit that only warns is about.
    pub fn is_over(&self, standing: i64) -> bool {
        self.wip_limit.is_some_and(|limit| standing > limit)
    }

    /// Whether one more lead has room where `standing` stand already. Also asked when a lead comes back to the board into
    /// the stage that it has.
    ///
    /// # Errors
    /// `Forbidden` with the reason.
    pub fn has_room(&self, standing: i64) -> Result<()> {
        if !self.is_full(standing) {
            return Ok(());
        }
        let text = Text::new("lead-stage-full").with("stage", &self.name);
        Err(Error::Forbidden(text.with("limit", self.wip_limit.unwrap_or_default())))
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
        // A lead that is lost or in the bin takes no room.
        if lead.is_on_board() {
            self.has_room(standing)?;
        }
        let missing = self.missing(lead);
        if missing.is_empty() {
            return Ok(());
        }
        let problem = || Text::new("lead-stage-requires").with("stage", &self.name);
        let fields = missing.into_iter().map(|field| FieldError { field, problem: problem() });
        Err(Error::Invalid(fields.collect()))
    }
}

/// Whether a name is that of an added field.
pub(crate) fn is_added(field: &str) -> bool {
    FieldKey::from(field).custom_id().is_some()
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

/// Why a lead was lost, or is junk: an entry of an editable list.
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
        let mut lost = Lead::sample();
        lost.profile.outcome = crate::Outcome::Lost;
        assert!(stage.can_enter(&lost, 2).is_ok(), "what does not stand on the board takes no room");
        stage.wip_blocks = false;
        assert!(stage.can_enter(&Lead::sample(), 2).is_ok());
        assert!(stage.is_over(3) && !stage.is_over(2));
    }

    #[test]
    fn added_fields_are_required_like_a_leads_own() {
        let stage = Stage { required_fields: vec!["c7".into(), "email".into()], ..Stage::default() };
        let mut lead = Lead::sample();
        assert_eq!(stage.asked().collect::<Vec<_>>(), ["email", "c7"]);
        assert_eq!(stage.missing(&lead), ["email", "c7"]);
        lead.profile.custom.set("c7".into(), Some(serde_json::json!("roof")));
        assert_eq!(stage.missing(&lead), ["email"]);
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
