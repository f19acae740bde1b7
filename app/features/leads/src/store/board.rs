use std::collections::HashMap;

use fields::store::definitions;
use fields::{CustomValues, FieldKey};
use kernel::db::{FromRow, Json, Q};
use kernel::{
    Context, Cursor, CustomerId, Error, Instant, LeadId, Page, PipelineId, RecordKind, Result, StaffId,
    StageId, TimelineId, Version,
};
use lists::check_limit;

use super::filter::Wanted;
use super::row::money;
use super::scope::{Branch, branches};
use super::{totals, words};
use crate::{
    Board, BoardChanges, BoardGroup, BoardQuery, BoardSort, Column, LeadCard, Pipeline, Rank, Stage,
};

/// The columns of a card, for a table named `l`.
const CARD: &str = "l.id, l.name, l.company, l.stage_id, l.rank, l.version, l.value_minor, l.value_currency, l.owner_id, \
     l.created_at, l.stage_since, l.last_contact_at, l.customer_id, l.timeline_id from lead l where l.on_board";

#[derive(FromRow)]
struct CardRow {
    id: LeadId,
    name: String,
    company: Option<String>,
    stage_id: StageId,
    rank: Rank,
    version: Version,
    value_minor: Option<i64>,
    value_currency: Option<String>,
    owner_id: Option<StaffId>,
    created_at: Instant,
    stage_since: Instant,
    last_contact_at: Option<Instant>,
    customer_id: Option<CustomerId>,
    timeline_id: TimelineId,
}

impl From<CardRow> for LeadCard {
    fn from(row: CardRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            company: row.company,
            stage_id: row.stage_id,
            rank: row.rank,
            version: row.version,
            value: money(row.value_minor, row.value_currency.as_deref()),
            owner_id: row.owner_id,
            tags: Vec::new(),
            added: CustomValues::default(),
            created_at: row.created_at,
            stage_since: row.stage_since,
            last_contact_at: row.last_contact_at,
            next_reminder_at: None,
            customer_id: row.customer_id,
            timeline_id: row.timeline_id,
        }
    }
}

/// What a board is made of before its cards are read.
struct Plan {
    pipeline: Pipeline,
    /// The stages of the pipeline.
    stages: Vec<Stage>,
    /// The columns: the same stages, or stand-ins for owners.
    columns: Vec<Stage>,
    branches: Vec<Branch>,
    /// Which leads.
    wanted: Wanted,
}

impl Plan {
    fn counted(&self, query: &BoardQuery) -> totals::Of<'_> {
        let Self { stages, branches, wanted, .. } = self;
        totals::Of { group: query.group, stages, branches, wanted }
    }
}

/// The board: all columns with exact totals and their first cards, in one statement for the cards and one or two for
/// the totals.
///
/// # Errors
/// `NotFound` for an unknown pipeline, `Forbidden` for staff who may see no leads, `Invalid` for an unfit filter or limit.
pub async fn find(cx: &Context, query: &BoardQuery) -> Result<Board> {
    let limit = check_limit(query.limit)?;
    let plan = plan(cx, query).await?;
    let parts = pieces(query, &plan, limit + 1);
    let (rows, mut totals) = futures::try_join!(all(cx, parts), totals::of_board(cx, plan.counted(query)))?;
    let cards = decorate(cx, rows.into_iter().map(LeadCard::from).collect()).await?;
    let mut by_column: HashMap<i64, Vec<LeadCard>> = HashMap::new();
    cards.into_iter().for_each(|card| by_column.entry(key(query.group, &card)).or_default().push(card));
    let column = |stage: Stage| {
        let page = page(query.sort, by_column.remove(&stage.id).unwrap_or_default(), limit);
        let totals = totals.remove(&stage.id).unwrap_or_default();
        Column { stage, totals, cards: page.items, next_cursor: page.next_cursor }
    };
    Ok(Board { pipeline: plan.pipeline, stages: plan.columns.into_iter().map(column).collect() })
}

fn pieces(query: &BoardQuery, plan: &Plan, limit: usize) -> Vec<Q> {
    plan.columns.iter().flat_map(|column| piece(query, plan, column.id, None, limit)).collect()
}

/// The next cards of one column.
///
/// # Errors
/// As [`find`]; `Invalid` for a cursor of another order.
pub async fn column(
    cx: &Context,
    query: &BoardQuery,
    column: i64,
    cursor: Option<&Cursor>,
) -> Result<Page<LeadCard>> {
    let limit = check_limit(query.limit)?;
    let plan = plan(cx, query).await?;
    if !plan.columns.iter().any(|stage| stage.id == column) {
        return Err(Error::NotFound);
    }
    let after = cursor.map(|cursor| after(query.sort, cursor)).transpose()?;
    let parts: Vec<Q> = piece(query, &plan, column, after.as_ref(), limit + 1).collect();
    let rows = all(cx, parts).await?;
    let page = page(query.sort, rows.into_iter().map(LeadCard::from).collect(), limit);
    Ok(Page { items: decorate(cx, page.items).await?, next_cursor: page.next_cursor })
}

/// What became of these leads on this board, and the totals now: what a browser asks after it learned of events.
///
/// # Errors
/// As [`find`].
pub async fn changes(cx: &Context, query: &BoardQuery, ids: &[LeadId]) -> Result<BoardChanges> {
    let ids = ids.get(..200).unwrap_or(ids);
    let plan = plan(cx, query).await?;
    let part = |branch: &Branch| {
        let q = Q::new("select").push(CARD).push("and").any_of("l.id", ids.iter().map(|id| id.0));
        let q = q.push("and").any_of("l.stage_id", plan.stages.iter().map(|stage| stage.id));
        plan.wanted.narrow(branch.narrow(q))
    };
    let (rows, totals) = futures::try_join!(
        all(cx, plan.branches.iter().map(part).collect()),
        totals::of_board(cx, plan.counted(query)),
    )?;
    let cards = decorate(cx, rows.into_iter().map(LeadCard::from).collect()).await?;
    let of = |stage: &Stage| (stage.id, totals.get(&stage.id).cloned().unwrap_or_default());
    Ok(BoardChanges { cards, totals: plan.columns.iter().map(of).collect() })
}

async fn plan(cx: &Context, query: &BoardQuery) -> Result<Plan> {
    let branches = branches(&cx.actor)?;
    let wanted = Wanted::read(cx, &query.filter).await?;
    let pipeline = match query.pipeline {
        None if query.shown_last => words::pipeline_shown_last(cx).await?,
        asked => words::pipeline(cx, asked).await?,
    };
    let stages = words::stages(cx, Some(pipeline.id)).await?;
    let columns = match query.group {
        BoardGroup::Stage => stages.clone(),
        BoardGroup::Owner => owners(cx, pipeline.id).await?,
    };
    Ok(Plan { pipeline, stages, columns, branches, wanted })
}

/// Stand-ins for stages, one for nobody and one for each active member of staff.
async fn owners(cx: &Context, pipeline: PipelineId) -> Result<Vec<Stage>> {
    let stand_in =
        |id: i64, name: String| Stage { id, name, pipeline_id: pipeline.0, hue: id % 10, ..Stage::default() };
    let names = staff::names(cx).await?.into_iter().filter(|person| person.is_active);
    let nobody = std::iter::once(stand_in(0, String::new()));
    Ok(nobody.chain(names.map(|person| stand_in(person.id.0, person.name))).collect())
}

/// The statements for the first cards of a column behind a place: one for each branch of the view, each in the order
/// of its index and with a limit of its own.
fn piece<'a>(
    query: &'a BoardQuery,
    plan: &'a Plan,
    column: i64,
    after: Option<&'a Q>,
    limit: usize,
) -> impl Iterator<Item = Q> + 'a {
    plan.branches.iter().map(move |branch| {
        let q = Q::new("select * from (select").push(CARD);
        let q = match (query.group, column) {
            (BoardGroup::Stage, stage) => q.push("and l.stage_id = ?").bind(stage),
            (BoardGroup::Owner, 0) => {
                q.push("and l.owner_id is null and").any_of("l.stage_id", stage_ids(plan))
            }
            (BoardGroup::Owner, owner) => {
                q.push("and l.owner_id = ? and").bind(owner).any_of("l.stage_id", stage_ids(plan))
            }
        };
        let q = plan.wanted.narrow(branch.narrow(q));
        let q = after.map_or(q.clone(), |after| q.append(after.clone()));
        q.push(order(query.sort)).push("limit ?) part").bind(limit)
    })
}

fn stage_ids(plan: &Plan) -> impl Iterator<Item = i64> + '_ {
    plan.stages.iter().map(|stage| stage.id)
}

fn order(sort: BoardSort) -> &'static str {
    match sort {
        BoardSort::Manual => "order by l.rank, l.id",
        BoardSort::Newest => "order by l.created_at desc, l.id desc",
        BoardSort::Oldest => "order by l.created_at, l.id",
        BoardSort::Value => "order by coalesce(l.value_minor, 0) desc, l.id desc",
        BoardSort::LastContact => "order by coalesce(l.last_contact_at, 0), l.id",
        BoardSort::Age => "order by l.stage_since, l.id",
    }
}

/// The condition of being behind a cursor.
fn after(sort: BoardSort, cursor: &Cursor) -> Result<Q> {
    let unfit = || kernel::invalid("cursor", "lead-cursor-unfit");
    if sort == BoardSort::Manual {
        let (rank, id): (Rank, i64) = cursor.values().ok_or_else(unfit)?;
        return Ok(Q::new("and (l.rank, l.id) > (?, ?)").bind(&rank).bind(id));
    }
    let (value, id): (i64, i64) = cursor.values().ok_or_else(unfit)?;
    let condition = match sort {
        BoardSort::Manual | BoardSort::Oldest => "and (l.created_at, l.id) > (?, ?)",
        BoardSort::Newest => "and (l.created_at, l.id) < (?, ?)",
        BoardSort::Value => "and (coalesce(l.value_minor, 0), l.id) < (?, ?)",
        BoardSort::LastContact => "and (coalesce(l.last_contact_at, 0), l.id) > (?, ?)",
        BoardSort::Age => "and (l.stage_since, l.id) > (?, ?)",
    };
    Ok(Q::new(condition).bind(value).bind(id))
}

fn cursor(sort: BoardSort, card: &LeadCard) -> Cursor {
    match sort {
        BoardSort::Manual => Cursor::new(&(&card.rank, card.id)),
        BoardSort::Newest | BoardSort::Oldest => Cursor::new(&(card.created_at, card.id)),
        BoardSort::Value => Cursor::new(&(card.minor(), card.id)),
        BoardSort::LastContact => Cursor::new(&(card.last_contact(), card.id)),
        BoardSort::Age => Cursor::new(&(card.stage_since, card.id)),
    }
}

/// Brings the cards of several branches into one order and cuts them.
fn page(sort: BoardSort, mut cards: Vec<LeadCard>, limit: usize) -> Page<LeadCard> {
    cards.sort_by(|a, b| sort.compare(a, b));
    Page::cut(cards, limit, |card| cursor(sort, card))
}

fn key(group: BoardGroup, card: &LeadCard) -> i64 {
    match group {
        BoardGroup::Stage => card.stage_id.0,
        BoardGroup::Owner => card.owner_id.map_or(0, |id| id.0),
    }
}

/// Adds tags, next reminders and what stands on cards of added fields, with one statement each for all cards.
async fn decorate(cx: &Context, mut cards: Vec<LeadCard>) -> Result<Vec<LeadCard>> {
    let timelines: Vec<TimelineId> = cards.iter().map(|card| card.timeline_id).collect();
    if timelines.is_empty() {
        return Ok(cards);
    }
    let (mut tags, reminders, mut added) = futures::try_join!(
        records::store::tags::tags_of(cx.db(), &timelines),
        records::store::reminders::next_reminders(cx.db(), &timelines),
        added(cx, &cards),
    )?;
    for card in &mut cards {
        card.added = added.remove(&card.id).unwrap_or_default();
        card.tags =
            tags.remove(&card.timeline_id).unwrap_or_default().into_iter().map(|tag| tag.id).collect();
        card.next_reminder_at = reminders.get(&card.timeline_id).map(|next| next.due_at);
    }
    Ok(cards)
}

/// The values of the added fields that are marked for cards; of no others, however many a lead has. Where none is marked
/// no lead is read again.
async fn added(cx: &Context, cards: &[LeadCard]) -> Result<HashMap<LeadId, CustomValues>> {
    let marked = definitions::on_card(cx.db(), RecordKind::Lead).await?;
    let mut found: HashMap<LeadId, CustomValues> = HashMap::new();
    if marked.is_empty() {
        return Ok(found);
    }
    let part = |key: &FieldKey| {
        let q = Q::new("select l.id, cast(? as text), l.custom -> cast(? as text) from lead l where");
        let q = q.bind(key.as_str()).bind(key.as_str());
        q.any_of("l.id", cards.iter().map(|card| card.id.0))
            .push("and l.custom -> cast(? as text) is not null")
            .bind(key.as_str())
    };
    let rows: Vec<(LeadId, String, Json<serde_json::Value>)> =
        Q::join(marked.iter().map(part), "union all").all(cx.db()).await?;
    for (id, key, value) in rows {
        found.entry(id).or_default().set(key.into(), Some(value.0));
    }
    Ok(found)
}

/// Runs statements as few `union all`s. SQLite joins at most 500 at a time.
async fn all(cx: &Context, parts: Vec<Q>) -> Result<Vec<CardRow>> {
    let mut rows = Vec::new();
    for parts in parts.chunks(400) {
        rows.extend(Q::join(parts.to_vec(), "union all").all::<CardRow>(cx.db()).await?);
    }
    Ok(rows)
}
