//! Leads as a kind of record among others.

use fields::{About, Branch, Going, Kind, Likeness, Listed, OwnField, Record, Told, Value, Values, Wish};
use kernel::db::{On, Tx};
use kernel::{Actor, Context, LeadId, OpenRecord, RecordKind, Result, forbidden, invalid};

use super::moves::Stages;
use super::{bin, listed, require_edit, row, save, scope};
use crate::{Lead, LeadPatch, Profile};

/// Leads, for everything that works on records of any kind.
pub(super) struct Leads;

const TOLD: Told = Told {
    created: "lead.created",
    changed: "lead.updated",
    deleted: "lead.deleted",
    restored: "lead.restored",
};

impl Kind for Leads {
    type Row = Lead;
    type Ahead = Stages;

    const ABOUT: About = About { kind: RecordKind::Lead, table: "lead", told: TOLD };

    const FIELDS: &'static [OwnField] = listed::FIELDS;
    const LISTED: Listed = listed::LISTED;

    fn branches(actor: &Actor) -> Result<Vec<Branch>> {
        Ok(scope::branches(actor)?.into_iter().map(scope::Branch::listed).collect())
    }

    fn record(cx: &Context, lead: &Lead) -> Record {
        let open = OpenRecord {
            record: lead.record(),
            timeline_id: lead.timeline_id,
            version: lead.version,
            title: lead.profile.name.clone(),
            audience: lead.audience(),
            locked: require_edit(cx, lead).err(),
        };
        let tags: Vec<i64> = lead.tags.iter().map(|tag| tag.id.0).collect();
        let values = fields::profile_values(Self::FIELDS, &lead.profile, &lead.profile.custom)
            .with("rank", Value::Text(lead.rank.as_str().to_owned()))
            .with("created_at", Value::Moment(lead.created_at))
            .with("created_by", lead.created_by.map(|id| Value::Id(id.0)))
            .with("stage_since", Value::Moment(lead.stage_since))
            .with("tags", (!tags.is_empty()).then(|| Value::ids(tags)));
        Record { open, deleted_at: lead.deleted_at, values }
    }

    fn likeness(cx: &Context, values: &Values) -> Vec<Likeness> {
        fields::likeness(cx, |key| values.text(key))
    }

    async fn find(cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Lead>> {
        let ids: Vec<LeadId> = ids.iter().copied().map(LeadId).collect();
        Ok(row::several(cx, on, &ids).await?.into_values().collect())
    }

    async fn allow(
        cx: &Context,
        on: On<'_>,
        before: Option<&Lead>,
        wish: Wish<'_>,
        stages: &mut Stages,
    ) -> Result<Lead> {
        match (wish, before) {
            (Wish::Create(values), _) | (Wish::Change(values), None) => {
                let profile = LeadPatch(values.to_json()).apply(&Profile::default())?;
                let lead = save::draft(cx, on, profile).await?;
                stages.admit(on, &lead).await?;
                Ok(lead)
            }
            (Wish::Change(values), Some(before)) => change(cx, on, before, values, stages).await,
            (Wish::Delete, Some(before)) => bin::binned(cx, before),
            (Wish::Restore, Some(before)) => bin::restored(on, before, stages).await,
            (Wish::Delete | Wish::Restore, None) => Err(kernel::Error::NotFound),
        }
    }

    async fn commit(cx: &Context, tx: &Tx, allowed: Vec<Going<Lead>>) -> Result<Vec<Lead>> {
        let mut leads = Vec::with_capacity(allowed.len());
        for Going { before, after } in allowed {
            leads.push(match before {
                None => save::insert(cx, tx, after).await?,
                Some(before) if before.deleted_at.is_some() != after.deleted_at.is_some() => {
                    bin::store(cx, tx, &before, after).await?
                }
                Some(before) => save::store(cx, tx, &before, after).await?,
            });
        }
        Ok(leads)
    }

    async fn purge(_: &Context, tx: &Tx, ids: &[i64]) -> Result<()> {
        bin::purge(tx, ids).await
    }
}

/// What becomes of a lead, also at the very place that it had: who takes a move back names its rank.
async fn change(
    cx: &Context,
    on: On<'_>,
    before: &Lead,
    values: &Values,
    stages: &mut Stages,
) -> Result<Lead> {
    if cx.cause.merges.is_some() && before.customer_id.is_some() {
        return Err(forbidden("lead-is-converted"));
    }
    let mut fields = values.to_json();
    let rank = fields.remove("rank");
    let mut after = save::changed(cx, on, before, &LeadPatch(fields), stages).await?;
    if let Some(rank) = rank {
        after.rank = serde_json::from_value(rank).map_err(|_| invalid("rank", "fields-unfit"))?;
    }
    Ok(after)
}
