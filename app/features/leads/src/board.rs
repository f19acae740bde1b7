use fields::{Asked, Catalogue, CustomField, CustomValues};
use kernel::{
    Cursor, CustomerId, Instant, LeadId, Money, PipelineId, StaffId, StageId, TagId, TimelineId, Version,
};
use records::Tag;
use serde::{Deserialize, Serialize};

use crate::{Lead, LostReason, Pipeline, Rank, Source, Stage};

/// Which board to show and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardQuery {
    /// The pipeline; the default one if left out.
    pub pipeline: Option<PipelineId>,
    /// Without a pipeline: the one that the person looked at last, in place of the default one.
    pub shown_last: bool,
    /// Which leads, as the address says it.
    pub filter: Asked,
    /// In which order within a column.
    pub sort: BoardSort,
    /// What the columns are.
    pub group: BoardGroup,
    /// How many cards of each column: 1 to 200, 50 if left out.
    pub limit: Option<usize>,
    /// What the address says of the saved view that this belongs to. It decides nothing.
    #[serde(skip)]
    pub view: Option<String>,
}

/// The order within a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoardSort {
    /// As people laid the cards, the same for everybody.
    #[default]
    Manual,
    /// Newest lead first.
    Newest,
    /// Oldest lead first.
    Oldest,
    /// Highest value first (by minor units, whatever the currency).
    Value,
    /// Longest without contact first.
    LastContact,
    /// Longest in the stage first.
    Age,
}

impl BoardSort {
    /// All orders, in the order of the menu.
    pub const ALL: [Self; 6] =
        [Self::Manual, Self::Newest, Self::Oldest, Self::Value, Self::LastContact, Self::Age];

    /// The word in the URL.
    pub fn code(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Value => "value",
            Self::LastContact => "last_contact",
            Self::Age => "age",
        }
    }

    /// The order of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.code() == code)
    }

    /// How two cards of one column follow each other in this order; the same as the database's.
    pub fn compare(self, a: &LeadCard, b: &LeadCard) -> std::cmp::Ordering {
        match self {
            Self::Manual => (&a.rank, a.id).cmp(&(&b.rank, b.id)),
            Self::Newest => (b.created_at, b.id).cmp(&(a.created_at, a.id)),
            Self::Oldest => (a.created_at, a.id).cmp(&(b.created_at, b.id)),
            Self::Value => (b.minor(), b.id).cmp(&(a.minor(), a.id)),
            Self::LastContact => (a.last_contact(), a.id).cmp(&(b.last_contact(), b.id)),
            Self::Age => (a.stage_since, a.id).cmp(&(b.stage_since, b.id)),
        }
    }
}

/// What the columns of the board are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoardGroup {
    /// The stages of the pipeline.
    #[default]
    Stage,
    /// The owners; the first column is nobody's.
    Owner,
}

/// The board: columns with exact totals and their first cards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Board {
    /// The pipeline.
    pub pipeline: Pipeline,
    /// The columns, in their order. Grouped by owner, a column's id is the owner's, 0 for nobody.
    pub stages: Vec<Column>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Column {
    /// The stage; grouped by owner, a stand-in with the owner's id and name.
    #[serde(flatten)]
    pub stage: Stage,
    /// The totals of all that the person may see under the filter.
    #[serde(flatten)]
    pub totals: Totals,
    /// The first cards.
    pub cards: Vec<LeadCard>,
    /// Where the next cards begin.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub next_cursor: Option<Cursor>,
}

/// Exact totals of a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Totals {
    /// How many leads.
    pub count: i64,
    /// Their values, a sum for each currency, sorted by its code.
    pub sums: Vec<Money>,
    /// How many stand here for longer than the stage's limit.
    pub stale: i64,
}

/// What a card of the board shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct LeadCard {
    /// Which lead.
    pub id: LeadId,
    /// Its name.
    pub name: String,
    /// Its company.
    #[serde(default)]
    pub company: Option<String>,
    /// Its stage.
    pub stage_id: StageId,
    /// Its place.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String))]
    pub rank: Rank,
    /// Its version, to be named by a move.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
    /// Its value.
    pub value: Option<Money>,
    /// Its owner.
    pub owner_id: Option<StaffId>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagId>,
    /// The values of the added fields that stand on cards, as `{"c12": ..}`.
    #[serde(default, skip_serializing_if = "CustomValues::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Object))]
    pub added: CustomValues,
    /// When it was made.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// Since when it stands in its stage.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub stage_since: Instant,
    /// When somebody got in touch last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub last_contact_at: Option<Instant>,
    /// The next reminder that is not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub next_reminder_at: Option<Instant>,
    /// The customer that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<CustomerId>,
    /// Its timeline.
    pub timeline_id: TimelineId,
}

impl LeadCard {
    /// The minor units of the value, 0 without one: what the order by value compares.
    pub fn minor(&self) -> i64 {
        self.value.map_or(0, |value| value.minor)
    }

    /// The last contact, the beginning of time without one: what the order by last contact compares.
    pub fn last_contact(&self) -> Instant {
        self.last_contact_at.unwrap_or(Instant(0))
    }
}

/// What changed on a board since: the answer to "these leads had events".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BoardChanges {
    /// The asked leads that stand on this board under its filter, as they are now; an asked lead that is not among
    /// them has left it.
    pub cards: Vec<LeadCard>,
    /// The totals of every column, by the column's id.
    pub totals: Vec<(i64, Totals)>,
}

/// The words that leads are described with: what pages need beside the leads themselves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dictionaries {
    /// All pipelines, in their order.
    pub pipelines: Vec<Pipeline>,
    /// All stages, in the order of pipelines and columns.
    pub stages: Vec<Stage>,
    /// All sources, in their order.
    pub sources: Vec<Source>,
    /// All lost reasons, in their order.
    pub lost_reasons: Vec<LostReason>,
    /// All tags, by name.
    pub tags: Vec<Tag>,
    /// All staff, by name.
    pub staff: Vec<staff::StaffName>,
    /// The fields that the organisation added, in their order.
    pub fields: Vec<CustomField>,
    /// What the person can filter and sort by.
    pub catalogue: Catalogue,
}

/// A piece of the list.
pub type LeadList = lists::List<Lead>;
