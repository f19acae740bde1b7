use serde::{Deserialize, Serialize};

use crate::{Actor, Area, Can, Instant, StaffId, TimelineId, Version};

/// What kind of record something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// A lead.
    Lead,
    /// A customer.
    Customer,
    /// A person at a customer.
    Contact,
    /// A place of a customer.
    Site,
    /// A customer's company as the law knows it.
    LegalEntity,
    /// A personal account of a customer.
    Account,
    /// A product or a service of the organisation's catalogue.
    Product,
    /// A member of staff.
    Staff,
    /// A setting, a dictionary entry, a role.
    Setting,
    /// An import.
    Import,
    /// An export.
    Export,
    /// Long work over many records.
    Run,
    /// What only tests have: a kind of record that shows what the machinery of records asks of one. Without such a test
    /// nobody opens any.
    Specimen,
}

impl RecordKind {
    /// All kinds.
    pub const ALL: [Self; 13] = [
        Self::Lead,
        Self::Customer,
        Self::Contact,
        Self::Site,
        Self::LegalEntity,
        Self::Account,
        Self::Product,
        Self::Staff,
        Self::Setting,
        Self::Import,
        Self::Export,
        Self::Run,
        Self::Specimen,
    ];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Customer => "customer",
            Self::Contact => "contact",
            Self::Site => "site",
            Self::LegalEntity => "legal_entity",
            Self::Account => "account",
            Self::Product => "product",
            Self::Staff => "staff",
            Self::Setting => "setting",
            Self::Import => "import",
            Self::Export => "export",
            Self::Run => "run",
            Self::Specimen => "specimen",
        }
    }

    /// The kind of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What is left of a record of this kind that is gone for good: the one event that tells so.
    pub fn purged(self) -> &'static str {
        match self {
            Self::Lead => "lead.purged",
            Self::Customer => "customer.purged",
            Self::Contact => "contact.purged",
            Self::Site => "site.purged",
            Self::LegalEntity => "legal_entity.purged",
            Self::Account => "account.purged",
            Self::Product => "product.purged",
            Self::Staff => "staff.purged",
            Self::Setting => "setting.purged",
            Self::Import => "import.purged",
            Self::Export => "export.purged",
            Self::Run => "run.purged",
            Self::Specimen => "specimen.purged",
        }
    }

    /// The area whose rights decide about records of this kind.
    pub fn area(self) -> Area {
        match self {
            Self::Lead | Self::Import | Self::Export | Self::Specimen => Area::Leads,
            Self::Customer | Self::Contact | Self::Site | Self::LegalEntity | Self::Account => Area::Customers,
            // Who began a run learns of it, and administrators do; not everybody who sees the records.
            Self::Staff | Self::Setting | Self::Run | Self::Product => Area::Settings,
        }
    }

    /// The address below which its records have their pages: `/leads`. `None` if they have none of their own.
    pub fn home(self) -> Option<&'static str> {
        match self {
            Self::Lead => Some("/leads"),
            Self::Customer => Some("/customers"),
            // They stand on the page of their customer, to which these lead.
            Self::Contact => Some("/contacts"),
            Self::Site => Some("/sites"),
            Self::LegalEntity => Some("/legal-entities"),
            Self::Account => Some("/accounts"),
            Self::Product => Some("/products"),
            Self::Import => Some("/imports"),
            Self::Export => Some("/exports"),
            Self::Run => Some("/runs"),
            Self::Staff | Self::Setting | Self::Specimen => None,
        }
    }
}

/// A record of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct RecordRef {
    /// What it is.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "lead"))]
    pub kind: RecordKind,
    /// Which one.
    pub id: i64,
}

impl RecordRef {
    /// Where it stands: its own page, `/leads/7`, or the one that shows it among others.
    pub fn path(self) -> Option<String> {
        match self.kind {
            RecordKind::Staff => Some("/settings/staff".into()),
            RecordKind::Setting => Some("/settings".into()),
            kind => Some(format!("{}/{}", kind.home()?, self.id)),
        }
    }
}

/// Who may learn of an event: those who may see the record before or after it.
///
/// It travels with the event, so that a stream of events can be filtered for each subscriber without asking the
/// database, and says the same as the store's row scope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// Staff to whom the record belongs after the event (owner, creator, managers).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staff: Vec<StaffId>,
    /// Staff to whom it belonged only before the event: they learn no more than that it is gone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<StaffId>,
    /// Everybody with a view of the area may see it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
    /// Everybody with a view of the area saw it before the event.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub formerly_public: bool,
}

/// Something that happened: a row of the timeline, of the audit trail and of the realtime feed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Event {
    /// The place in the feed, an opaque word that sorts nothing: follow it with `after=`.
    pub cursor: String,
    /// The number of the event.
    pub id: i64,
    /// When, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub at: Instant,
    /// What happened: `lead.created`, `lead.moved`, `note.created`, ...
    pub kind: String,
    /// To which record.
    pub record: RecordRef,
    /// On which timeline it stands, if on one.
    pub timeline_id: Option<TimelineId>,
    /// The record's version after it.
    pub version: Version,
    /// Who did it; `None` for the house itself.
    pub staff_id: Option<StaffId>,
    /// The number of the event that it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<i64>,
    /// The long run in which it happened: [`crate::Cause::run_id`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_id: Option<i64>,
    /// The details, small: changed fields with old and new values, stages of a move.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Object))]
    pub payload: serde_json::Value,
    /// Who may learn of it; never sent out.
    #[serde(skip)]
    pub audience: Audience,
}

/// How much of an event a reader gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All of it.
    Full,
    /// Only that the record is out of sight now.
    Gone,
    /// Nothing.
    None,
}

impl Audience {
    /// The audience of a change: all of `self`, and those of `before` who do not see it any more.
    pub fn changed_from(mut self, before: &Self) -> Self {
        self.former = before.staff.iter().filter(|id| !self.staff.contains(id)).copied().collect();
        self.formerly_public = before.public && !self.public;
        self
    }

    /// What `actor` may learn of an event with this audience in `area`.
    pub fn sight(&self, actor: &Actor, area: Area) -> Sight {
        if actor.has(area, Can::ViewAll) {
            return Sight::Full;
        }
        let Some(me) = actor.staff_id().filter(|_| actor.has(area, Can::ViewOwn)) else { return Sight::None };
        match self {
            audience if audience.public || audience.staff.contains(&me) => Sight::Full,
            audience if audience.formerly_public || audience.former.contains(&me) => Sight::Gone,
            _ => Sight::None,
        }
    }
}

impl Event {
    /// The event as `actor` may see it, or `None`.
    pub fn seen_by(&self, actor: &Actor) -> Option<Self> {
        match self.audience.sight(actor, self.record.kind.area()) {
            Sight::Full => Some(self.clone()),
            Sight::Gone => Some(Self {
                kind: format!("{}.gone", self.record.kind.code()),
                payload: serde_json::Value::Null,
                staff_id: None,
                timeline_id: None,
                ..self.clone()
            }),
            Sight::None => None,
        }
    }
}
