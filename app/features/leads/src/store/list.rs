use std::cmp::Ordering;

use kernel::db::Q;
use kernel::{Context, Count, Cursor, Instant, Result, TimelineId, normal};

use super::row::{COLUMNS, LeadRow};
use super::scope::{Branch, branches};
use super::{filter, words};
use crate::{Lead, LeadList, ListQuery, ListSort, OwnerFilter, Stage, Standing, check_limit};

/// A piece of the list. The first piece comes with the number of all rows, exact up to 1,000.
///
/// # Errors
/// `Forbidden` for staff who may see no leads, `Invalid` for an unfit limit or a cursor of another order.
pub async fn find(cx: &Context, query: &ListQuery) -> Result<LeadList> {
    let limit = check_limit(query.limit)?;
    let branches = branches(&cx.actor)?;
    // Only what stands for too long asks for the limits of the stages.
    let stages = if query.filter.stale { words::stages(cx, None).await? } else { Vec::new() };
    let after = query.cursor.as_ref().map(|cursor| after(query.sort, cursor)).transpose()?;
    let part = |branch: &Branch| {
        let q = ordered(query, *branch, Q::new("select * from (").push(COLUMNS));
        let q = narrowed(cx, query, *branch, &stages, q);
        let q = after.iter().fold(q, |q, after| q.append(after.clone()));
        q.push(order(query.sort)).push("limit ?) part").bind(limit + 1)
    };
    let rows = Q::join(branches.iter().map(part), "union all").all::<LeadRow>(cx.db());
    let count = async {
        match query.cursor {
            None => count(cx, query, &branches, &stages).await.map(Some),
            Some(_) => Ok(None),
        }
    };
    let (rows, count) = futures::try_join!(rows, count)?;
    let mut leads: Vec<Lead> = rows.into_iter().map(LeadRow::into_lead).collect();
    // One branch comes in its order already.
    if branches.len() > 1 {
        leads.sort_by(|a, b| compare(query.sort, a, b));
    }
    let more = leads.len() > limit;
    leads.truncate(limit);
    let next_cursor = if more { leads.last().map(|lead| cursor(query.sort, lead)) } else { None };
    Ok(LeadList { items: with_tags(cx, leads).await?, next_cursor, count })
}

/// Whether the filter's index would be left to SQLite to guess, which keeps no statistics of a house that has just grown:
/// words and tags lead to few rows by themselves, and so does the view of who sees little.
fn is_guessed(query: &ListQuery, branch: Branch) -> bool {
    branch == Branch::All && query.filter.tag.is_none() && query.filter.q.trim().is_empty()
}

/// Whether an owner narrows the list to few rows.
fn is_somebodys(query: &ListQuery) -> bool {
    matches!(query.filter.owner, Some(OwnerFilter::Me | OwnerFilter::Staff(_)))
}

/// Reads the table by its owner, or in the order of the list where nothing narrows it to few rows: all rows of a stage
/// would be too many to gather and sort.
fn ordered(query: &ListQuery, branch: Branch, q: Q) -> Q {
    let filter = &query.filter;
    if !is_guessed(query, branch) || filter.standing != Standing::InPlay {
        return q;
    }
    if is_somebodys(query) {
        return q.dialect("indexed by lead_created_owner", "");
    }
    match query.sort {
        ListSort::Newest | ListSort::Oldest if filter.stage.is_some() => {
            q.dialect("indexed by lead_created_stage", "")
        }
        ListSort::Newest | ListSort::Oldest => q.dialect("indexed by lead_in_play", ""),
        ListSort::Name | ListSort::NameDown => q.dialect("indexed by lead_name", ""),
        ListSort::Value | ListSort::ValueUp => q.dialect("indexed by lead_value", ""),
        ListSort::LastContact => q.dialect("indexed by lead_contact", ""),
    }
}

fn narrowed(cx: &Context, query: &ListQuery, branch: Branch, stages: &[Stage], q: Q) -> Q {
    let q = filter::standing(q.push("where l.deleted_at is null"), query.filter.standing);
    filter::narrow(cx, branch.narrow(q), &query.filter, stages)
}

/// Counts no further than one beyond what is shown exactly.
async fn count(cx: &Context, query: &ListQuery, branches: &[Branch], stages: &[Stage]) -> Result<Count> {
    let part = |branch: &Branch| {
        let q = Q::new("select * from (select 1 as one from lead l");
        let q = match is_guessed(query, *branch) {
            true if is_somebodys(query) => q.dialect("indexed by lead_created_owner", ""),
            // This index alone answers: no row is visited.
            true if query.filter.is_empty() => q.dialect("indexed by lead_in_play", ""),
            _ => q,
        };
        let q = narrowed(cx, query, *branch, stages, q);
        q.push("limit ?) part").bind(Count::CAP + 1)
    };
    let parts = Q::join(branches.iter().map(part), "union all");
    let q = Q::new("select count(*) from (").append(parts).push("limit ?) counted").bind(Count::CAP + 1);
    q.number(cx.db()).await.map(Count::capped)
}

async fn with_tags(cx: &Context, mut leads: Vec<Lead>) -> Result<Vec<Lead>> {
    let timelines: Vec<TimelineId> = leads.iter().map(|lead| lead.timeline_id).collect();
    let mut tags = records::store::tags::tags_of(cx.db(), &timelines).await?;
    for lead in &mut leads {
        lead.tags = tags.remove(&lead.timeline_id).unwrap_or_default();
    }
    Ok(leads)
}

fn order(sort: ListSort) -> &'static str {
    match sort {
        ListSort::Newest => "order by l.created_at desc, l.id desc",
        ListSort::Oldest => "order by l.created_at, l.id",
        ListSort::Name => "order by l.sort_key, l.id",
        ListSort::NameDown => "order by l.sort_key desc, l.id desc",
        ListSort::Value => "order by coalesce(l.value_minor, 0) desc, l.id desc",
        ListSort::ValueUp => "order by coalesce(l.value_minor, 0), l.id",
        ListSort::LastContact => "order by coalesce(l.last_contact_at, 0), l.id",
    }
}

/// The value that rows are ordered by, before their ids.
fn number(sort: ListSort, lead: &Lead) -> i64 {
    match sort {
        ListSort::Newest | ListSort::Oldest => lead.created_at.0,
        ListSort::Value | ListSort::ValueUp => lead.profile.value.map_or(0, |value| value.minor),
        ListSort::LastContact => lead.profile.last_contact_at.unwrap_or(Instant(0)).0,
        ListSort::Name | ListSort::NameDown => 0,
    }
}

fn is_falling(sort: ListSort) -> bool {
    matches!(sort, ListSort::Newest | ListSort::NameDown | ListSort::Value)
}

fn compare(sort: ListSort, a: &Lead, b: &Lead) -> Ordering {
    let rising = match sort {
        ListSort::Name | ListSort::NameDown => {
            (normal::sort_key(&a.profile.name), a.id).cmp(&(normal::sort_key(&b.profile.name), b.id))
        }
        _ => (number(sort, a), a.id).cmp(&(number(sort, b), b.id)),
    };
    if is_falling(sort) { rising.reverse() } else { rising }
}

fn cursor(sort: ListSort, lead: &Lead) -> Cursor {
    match sort {
        ListSort::Name | ListSort::NameDown => Cursor::new(&(normal::sort_key(&lead.profile.name), lead.id)),
        _ => Cursor::new(&(number(sort, lead), lead.id)),
    }
}

/// The condition of being behind a cursor.
fn after(sort: ListSort, cursor: &Cursor) -> Result<Q> {
    let unfit = || kernel::invalid("cursor", "lead-cursor-unfit");
    let condition = match sort {
        ListSort::Newest => "and (l.created_at, l.id) < (?, ?)",
        ListSort::Oldest => "and (l.created_at, l.id) > (?, ?)",
        ListSort::Name => "and (l.sort_key, l.id) > (?, ?)",
        ListSort::NameDown => "and (l.sort_key, l.id) < (?, ?)",
        ListSort::Value => "and (coalesce(l.value_minor, 0), l.id) < (?, ?)",
        ListSort::ValueUp => "and (coalesce(l.value_minor, 0), l.id) > (?, ?)",
        ListSort::LastContact => "and (coalesce(l.last_contact_at, 0), l.id) > (?, ?)",
    };
    let q = Q::new(condition);
    if matches!(sort, ListSort::Name | ListSort::NameDown) {
        let (key, id): (String, i64) = cursor.values().ok_or_else(unfit)?;
        return Ok(q.bind(key).bind(id));
    }
    let (value, id): (i64, i64) = cursor.values().ok_or_else(unfit)?;
    Ok(q.bind(value).bind(id))
}
