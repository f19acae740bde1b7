//! Exact counts and sums of the board.
//!
//! They are kept in a table that each change of a lead adjusts in its own transaction, one row for each stage, owner
//! and currency. A filter that asks for more than the owner, and a view that does not reach all leads, are counted
//! live, over an index that holds all that filters ask for.

use std::collections::BTreeMap;

use fields::{Check, Node, StaffCheck};
use kernel::db::{On, Q, Tx, Val};
use kernel::{Context, Currency, Instant, Money, Result};
use serde_json::json;

use super::filter::Wanted;
use super::scope::Branch;
use crate::{BoardGroup, Lead, Stage, Totals};

/// What a change of a lead does to the totals. Added up before they are written, in the order of their keys, so that
/// two transactions never wait for each other crosswise.
#[derive(Debug, Default)]
pub(super) struct Deltas(BTreeMap<(i64, i64, String), (i64, i64)>);

impl Deltas {
    /// Counts a lead in (1) or out (-1), if it stands on the board.
    pub(super) fn add(&mut self, lead: Option<&Lead>, times: i64) {
        let Some(lead) = lead.filter(|lead| lead.is_on_board()) else { return };
        let profile = &lead.profile;
        let currency = profile.value.map_or_else(String::new, |value| value.currency.to_string());
        let key = (lead.stage_id().0, profile.owner_id.map_or(0, |id| id.0), currency);
        let entry = self.0.entry(key).or_default();
        entry.0 += times;
        entry.1 += times * profile.value.map_or(0, |value| value.minor);
    }

    /// Writes the change. The last thing that a transaction does, since others wait for these rows.
    pub(super) async fn write(self, tx: &Tx) -> Result<()> {
        let changed = self.0.into_iter().filter(|(_, delta)| *delta != (0, 0));
        let rows: Vec<_> = changed
            .map(|((stage, owner, currency), (leads, minor))| json!([stage, owner, currency, leads, minor]))
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        Q::new("insert into lead_total (stage_id, owner_id, currency, leads, minor)")
            .push(
                "select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as text),",
            )
            .push("cast(r.value->>3 as bigint), cast(r.value->>4 as bigint)")
            .dialect("from json_each(?) r where true", "from jsonb_array_elements(?) r(value)")
            .push("on conflict (stage_id, owner_id, currency) do update")
            .push("set leads = lead_total.leads + excluded.leads, minor = lead_total.minor + excluded.minor")
            .bind(Val::json(&rows))
            .run(tx)
            .await
            .map(drop)
    }
}

/// How many leads stand in a stage, whoever may see them: what its limit counts.
pub(super) async fn standing(on: impl Into<On<'_>>, stage: kernel::StageId) -> Result<i64> {
    Q::new("select cast(coalesce(sum(leads), 0) as bigint) from lead_total where stage_id = ?")
        .bind(stage)
        .number(on)
        .await
}

type Row = (i64, Option<String>, i64, Option<i64>);

/// What is counted.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    /// What the columns are.
    pub group: BoardGroup,
    /// The stages of the pipeline.
    pub stages: &'a [Stage],
    /// What the actor sees.
    pub branches: &'a [Branch],
    /// Which leads of that.
    pub wanted: &'a Wanted,
}

/// The totals of the columns of a board, by the column's id.
pub(super) async fn of_board(cx: &Context, of: Of<'_>) -> Result<BTreeMap<i64, Totals>> {
    let rows = match of.kept_owners(cx) {
        Some(owners) => of.kept(owners).all::<Row>(cx.db()).await?,
        None => of.live().all::<Row>(cx.db()).await?,
    };
    let mut totals: BTreeMap<i64, Totals> = BTreeMap::new();
    for (column, currency, count, minor) in rows {
        let entry = totals.entry(column).or_default();
        entry.count += count;
        let currency = currency.and_then(|code| code.parse::<Currency>().ok());
        if let (Some(currency), Some(minor)) = (currency, minor) {
            add(&mut entry.sums, Money::new(minor, currency));
        }
    }
    let age = if of.is_plain() { Age::Fresh } else { Age::Stale };
    for (column, count) in of.aged(cx, age).await? {
        let entry = totals.entry(column).or_default();
        entry.stale = match age {
            // Two statements, and a card may have come in between.
            Age::Fresh => (entry.count - count).max(0),
            Age::Stale => count,
        };
    }
    Ok(totals)
}

fn add(sums: &mut Vec<Money>, more: Money) {
    match sums.binary_search_by_key(&more.currency, |sum| sum.currency) {
        Ok(found) => sums[found].minor += more.minor,
        Err(place) => sums.insert(place, more),
    }
}

/// How long a card stands in its stage.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Age {
    /// Not longer than the stage's limit.
    Fresh,
    /// Longer.
    Stale,
}

impl Of<'_> {
    fn stage_ids(&self) -> impl Iterator<Item = i64> + '_ {
        self.stages.iter().map(|stage| stage.id)
    }

    /// The owners to whom the kept totals are narrowed, none for all of them, if they answer the filter: where it is
    /// nothing but an owner.
    fn kept_owners(&self, cx: &Context) -> Option<Vec<i64>> {
        let filter = &self.wanted.filter;
        if self.branches != [Branch::All] || !filter.q().is_empty() {
            return None;
        }
        let test = match filter.outer() {
            [] => return Some(Vec::new()),
            [Node::Test(test)] if test.field.as_str() == "owner_id" => test,
            _ => return None,
        };
        match &test.check {
            Check::Staff(StaffCheck::Me) => Some(vec![cx.staff_id().map_or(-1, |id| id.0)]),
            Check::Staff(StaffCheck::AnyOf(ids)) => Some(ids.iter().map(|id| id.0).collect()),
            Check::Empty(true) => Some(vec![0]),
            _ => None,
        }
    }

    fn kept(&self, owners: Vec<i64>) -> Q {
        let q = match self.group {
            BoardGroup::Stage => Q::new("select stage_id,"),
            BoardGroup::Owner => Q::new("select owner_id,"),
        };
        let q = q
            .push("currency, cast(sum(leads) as bigint), cast(sum(minor) as bigint) from lead_total where")
            .any_of("stage_id", self.stage_ids());
        let q = match owners.as_slice() {
            [] => q,
            [owner] => q.push("and owner_id = ?").bind(*owner),
            _ => q.push("and").any_of("owner_id", owners),
        };
        q.push("group by 1, 2 having sum(leads) > 0")
    }

    /// Words lead to their rows by themselves; everything else is counted over an index that holds what is asked for.
    fn from(&self, branch: Branch, q: Q) -> Q {
        if self.wanted.filter.q().is_empty() { branch.counted(q) } else { q.push("from lead l where") }
    }

    fn live(&self) -> Q {
        let part = |branch: &Branch| {
            let q = match self.group {
                BoardGroup::Stage => Q::new("select l.stage_id,"),
                BoardGroup::Owner => Q::new("select coalesce(l.owner_id, 0),"),
            };
            let q = q.push("l.value_currency, count(*), cast(sum(l.value_minor) as bigint)");
            let q = self.from(*branch, q).push("l.on_board and").any_of("l.stage_id", self.stage_ids());
            self.wanted.narrow(branch.narrow(q)).push("group by 1, 2")
        };
        Q::join(self.branches.iter().map(part), "union all")
    }

    /// Whether these are all cards there are.
    fn is_plain(&self) -> bool {
        self.branches == [Branch::All] && self.wanted.filter.is_empty()
    }

    /// How many cards are of this age, for the stages that have a limit; each counts over an index of its own. All of a
    /// board is asked for what is fresh: what came in within a limit is few, and what is older only grows.
    async fn aged(&self, cx: &Context, age: Age) -> Result<Vec<(i64, i64)>> {
        let limits = self.stages.iter().filter_map(|stage| Some((stage.id, stage.stale_after_days?)));
        let limits: Vec<_> = limits.collect();
        if limits.is_empty() || self.group != BoardGroup::Stage {
            return Ok(Vec::new());
        }
        let part = |(stage, days): (i64, i64), branch: &Branch| {
            let q = Q::new("select cast(? as bigint), count(*)").bind(stage);
            let q = match age {
                // Nothing is asked but ages: their index alone answers.
                Age::Fresh => q
                    .dialect("from lead l indexed by lead_board_age where", "from lead l where")
                    .push("l.stage_since >= ? and"),
                Age::Stale => self.from(*branch, q).push("l.stage_since < ? and"),
            };
            let before = cx.now.plus(-days * Instant::DAY);
            let q = q.bind(before).push("l.on_board and l.stage_id = ?").bind(stage);
            self.wanted.narrow(branch.narrow(q))
        };
        let of_limit = |limit| self.branches.iter().map(move |branch| part(limit, branch));
        let parts = limits.into_iter().flat_map(of_limit);
        let rows: Vec<(i64, i64)> = Q::join(parts, "union all").all(cx.db()).await?;
        let mut counts = BTreeMap::<i64, i64>::new();
        rows.into_iter().for_each(|(stage, count)| *counts.entry(stage).or_default() += count);
        Ok(counts.into_iter().collect())
    }
}

/// Counts everything anew and mends the kept totals; says how many rows were wrong. Runs each night and after bulk work.
///
/// # Errors
/// As [`Q::all`].
pub async fn recount(cx: &Context) -> Result<u64> {
    let fresh = "select stage_id, coalesce(owner_id, 0) as owner_id, coalesce(value_currency, '') as currency, \
         count(*) as leads, cast(coalesce(sum(value_minor), 0) as bigint) as minor from lead where on_board group by 1, 2, 3";
    let drift = cx
        .tx(|tx| async move {
            Q::default().dialect("select 1", "lock table lead_total in exclusive mode").run(&tx).await?;
            let wrong = Q::new(
                "select count(*) from (select stage_id, owner_id, currency, leads, minor from lead_total",
            )
            .push("where leads <> 0 or minor <> 0 except select * from (")
            .push(fresh)
            .push(") f) d")
            .number(&tx)
            .await?;
            let missing = Q::new("select count(*) from (select * from (")
                .push(fresh)
                .push(") f except select stage_id, owner_id, currency, leads, minor from lead_total) d")
                .number(&tx)
                .await?;
            if wrong + missing > 0 {
                Q::new("delete from lead_total").run(&tx).await?;
                Q::new("insert into lead_total (stage_id, owner_id, currency, leads, minor)")
                    .push(fresh)
                    .run(&tx)
                    .await?;
            }
            Ok(wrong.max(missing).unsigned_abs())
        })
        .await?;
    if drift > 0 {
        tracing::warn!(rows = drift, "the board's kept totals had drifted and were counted anew");
    }
    Ok(drift)
}
