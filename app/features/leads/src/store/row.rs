use std::collections::HashMap;

use fields::CustomValues;
use kernel::db::{FromRow, Json, On, Q, Tx};
use kernel::{
    Context, Currency, CustomerId, Error, Instant, Language, LeadId, LostReasonId, Money, RecordKind,
    RecordRef, Result, SourceId, StaffId, StageId, TimelineId, Version, merged,
};

use super::scope;
use crate::{Lead, Outcome, Profile, Rank};

/// The columns of a [`LeadRow`], for a table named `l`.
pub(super) const COLUMNS: &str = "select l.id, l.name, l.stage_id, l.rank, l.source_id, l.owner_id, l.company, l.position, \
     l.email, l.phone, l.website, l.street, l.city, l.region, l.postcode, l.country, l.value_minor, l.value_currency, \
     l.language, l.description, l.is_public, l.outcome, l.lost_reason_id, l.stage_since, l.last_contact_at, l.converted_at, \
     l.customer_id, l.timeline_id, l.version, l.created_by, l.created_at, l.updated_at, l.deleted_at, l.custom, \
     l.customer_id is not null and exists (select 1 from setting s where s.key = 'leads' and \
     cast(s.value->>'locks_converted' as text) in ('1', 'true')) as is_locked from lead l";

/// A row of the table, as both databases give it.
#[derive(FromRow)]
pub(super) struct LeadRow {
    pub id: LeadId,
    name: String,
    stage_id: StageId,
    rank: Rank,
    source_id: SourceId,
    owner_id: Option<StaffId>,
    company: Option<String>,
    position: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    website: Option<String>,
    street: Option<String>,
    city: Option<String>,
    region: Option<String>,
    postcode: Option<String>,
    country: Option<String>,
    value_minor: Option<i64>,
    value_currency: Option<String>,
    language: Option<String>,
    description: Option<String>,
    is_public: bool,
    outcome: String,
    lost_reason_id: Option<LostReasonId>,
    stage_since: Instant,
    last_contact_at: Option<Instant>,
    converted_at: Option<Instant>,
    customer_id: Option<CustomerId>,
    timeline_id: TimelineId,
    version: Version,
    created_by: Option<StaffId>,
    created_at: Instant,
    updated_at: Instant,
    deleted_at: Option<Instant>,
    custom: Json<CustomValues>,
    is_locked: bool,
}

/// The amount of two columns.
pub(super) fn money(minor: Option<i64>, currency: Option<&str>) -> Option<Money> {
    let currency: Currency = currency?.parse().ok()?;
    Some(Money::new(minor?, currency))
}

impl LeadRow {
    /// The lead, still without its tags.
    pub(super) fn into_lead(self) -> Lead {
        let profile = Profile {
            name: self.name,
            stage_id: Some(self.stage_id),
            source_id: Some(self.source_id),
            owner_id: self.owner_id,
            company: self.company,
            position: self.position,
            email: self.email,
            phone: self.phone,
            website: self.website,
            street: self.street,
            city: self.city,
            region: self.region,
            postcode: self.postcode,
            country: self.country,
            value: money(self.value_minor, self.value_currency.as_deref()),
            language: self.language.as_deref().and_then(Language::parse),
            description: self.description,
            is_public: self.is_public,
            last_contact_at: self.last_contact_at,
            outcome: match self.outcome.as_str() {
                "lost" => Outcome::Lost,
                "junk" => Outcome::Junk,
                _ => Outcome::Active,
            },
            lost_reason_id: self.lost_reason_id,
            custom: self.custom.0,
        };
        Lead {
            id: self.id,
            profile,
            rank: self.rank,
            tags: Vec::new(),
            stage_since: self.stage_since,
            converted_at: self.converted_at,
            customer_id: self.customer_id,
            timeline_id: self.timeline_id,
            version: self.version,
            created_by: self.created_by,
            created_at: self.created_at,
            updated_at: self.updated_at,
            deleted_at: self.deleted_at,
            is_locked: self.is_locked,
        }
    }
}

/// One lead, if the actor may see it and it is not in the bin; of one that was merged into another, that other one.
///
/// # Errors
/// `NotFound` in both other cases alike.
pub async fn find(cx: &Context, id: LeadId) -> Result<Lead> {
    match in_use(cx, id).await {
        Err(Error::NotFound) => {
            let record = RecordRef { kind: RecordKind::Lead, id: id.0 };
            let survivor = merged::survivor(cx.db(), record).await?.ok_or(Error::NotFound)?;
            in_use(cx, LeadId(survivor.id)).await
        }
        answer => answer,
    }
}

async fn in_use(cx: &Context, id: LeadId) -> Result<Lead> {
    let lead = find_any(cx, cx.db(), id).await?;
    if lead.deleted_at.is_none() { Ok(lead) } else { Err(Error::NotFound) }
}

/// One lead, if the actor may see it, also from the bin; in a transaction it is locked for the change to come.
///
/// # Errors
/// `NotFound` if there is none or it may not be seen.
pub async fn find_any(cx: &Context, on: impl Into<On<'_>>, id: LeadId) -> Result<Lead> {
    several(cx, on, &[id]).await?.remove(&id).ok_or(Error::NotFound)
}

/// Several leads that the actor may see, also from the bin; in a transaction they are locked for the change to come, in
/// the order of their ids, so that two such changes never wait for each other crosswise. Those that are not there or not
/// seen are left out.
///
/// # Errors
/// Those of [`scope::branches`].
pub(super) async fn several(
    cx: &Context,
    on: impl Into<On<'_>>,
    ids: &[LeadId],
) -> Result<HashMap<LeadId, Lead>> {
    let (on, branches) = (on.into(), scope::branches(&cx.actor)?);
    let q = match ids {
        [only] => Q::new(COLUMNS).push("where l.id = ?").bind(*only),
        ids => Q::new(COLUMNS).push("where").any_of("l.id", ids.iter().map(|id| id.0)).push("order by l.id"),
    };
    let q = if matches!(on, On::Tx(_)) { q.dialect("", "for update") } else { q };
    let rows: Vec<LeadRow> = q.all(on).await?;
    let seen = rows.into_iter().map(LeadRow::into_lead);
    let mut leads: Vec<Lead> = seen.filter(|lead| branches.iter().any(|branch| branch.shows(lead))).collect();
    let timelines: Vec<TimelineId> = leads.iter().map(|lead| lead.timeline_id).collect();
    let mut tags = records::store::tags::tags_of(on, &timelines).await?;
    for lead in &mut leads {
        lead.tags = tags.remove(&lead.timeline_id).unwrap_or_default();
    }
    Ok(leads.into_iter().map(|lead| (lead.id, lead)).collect())
}

/// One lead without its tags, if the actor may see it, not locked: to look at a neighbour.
pub(super) async fn peek(cx: &Context, tx: &Tx, id: LeadId) -> Result<Option<Lead>> {
    let branches = scope::branches(&cx.actor)?;
    let row = Q::new(COLUMNS).push("where l.id = ?").bind(id).optional::<LeadRow>(tx).await?;
    Ok(row.map(LeadRow::into_lead).filter(|lead| branches.iter().any(|branch| branch.shows(lead))))
}
