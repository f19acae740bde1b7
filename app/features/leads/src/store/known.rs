//! Leads among the records that are told from each other.

use duplicates::{Compared, Known, Marks};
use fields::{FieldChange, Likeness};
use futures::FutureExt;
use kernel::db::Q;
use kernel::{Context, LeadId, RecordKind, Result};

use super::{require_edit, row};
use crate::{Lead, Profile};

/// What compares leads with others.
pub(super) fn part() -> Compared {
    Compared {
        kind: RecordKind::Lead,
        known: |cx, ids| async move { known(&cx, &ids).await }.boxed(),
        words: |cx, changes| async move { words(&cx, &changes).await }.boxed(),
        ids: |cx, after, limit| async move { ids(&cx, after, limit).await }.boxed(),
    }
}

/// What has changed of that which tells these leads.
pub(super) fn marks<'a>(
    cx: &Context,
    leads: impl IntoIterator<Item = (Option<&'a Lead>, &'a Lead)>,
) -> Vec<Marks> {
    let changed =
        leads.into_iter().filter(|(before, after)| before.is_none_or(|before| !is_told_same(before, after)));
    let marks = |(before, after): (Option<&Lead>, &Lead)| Marks {
        id: after.id.0,
        before: before.map(|before| likeness(cx, before)).unwrap_or_default(),
        after: likeness(cx, after),
        at: before.map_or(after.created_at, |_| cx.now),
    };
    changed.map(marks).collect()
}

/// What tells a lead, as long as it is one: one in the bin is out of use, and one that became a customer is told by that.
fn likeness(cx: &Context, lead: &Lead) -> Vec<Likeness> {
    match is_in_use(lead) {
        true => fields::likeness(cx, |key| text(&lead.profile, key)),
        false => Vec::new(),
    }
}

fn is_in_use(lead: &Lead) -> bool {
    lead.deleted_at.is_none() && lead.customer_id.is_none()
}

/// Whether nothing has changed that tells the lead: most changes are of that kind, and numbers take time to read.
fn is_told_same(before: &Lead, after: &Lead) -> bool {
    let same = |key| text(&before.profile, key) == text(&after.profile, key);
    is_in_use(before) == is_in_use(after)
        && ["email", "phone", "website", "company", "country"].into_iter().all(same)
}

fn text<'a>(profile: &'a Profile, key: &str) -> Option<&'a str> {
    let text = match key {
        "email" => &profile.email,
        "phone" => &profile.phone,
        "website" => &profile.website,
        "company" => &profile.company,
        "country" => &profile.country,
        _ => &None,
    };
    text.as_deref()
}

async fn known(cx: &Context, ids: &[i64]) -> Result<Vec<Known>> {
    let ids: Vec<LeadId> = ids.iter().copied().map(LeadId).collect();
    let leads = row::several(cx, cx.db(), &ids).await?;
    let known = |lead: &Lead| Known {
        record: lead.record(),
        title: lead.profile.name.clone(),
        hint: hint(&lead.profile),
        path: lead.path(),
        created_at: lead.created_at,
        likeness: likeness(cx, lead),
        can_take: require_edit(cx, lead).is_ok(),
    };
    Ok(leads.values().filter(|lead| is_in_use(lead)).map(known).collect())
}

fn hint(profile: &Profile) -> String {
    let parts = [&profile.company, &profile.email, &profile.phone];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

async fn words(cx: &Context, changes: &[FieldChange]) -> Result<Vec<FieldChange>> {
    cx.tx(|tx| async move { super::words::in_words(&tx, changes.to_vec()).await }).await
}

async fn ids(cx: &Context, after: i64, limit: i64) -> Result<Vec<i64>> {
    let q = Q::new("select id from lead where id > ? and deleted_at is null order by id limit ?");
    let rows: Vec<(i64,)> = q.bind(after).bind(limit).all(cx.db()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
