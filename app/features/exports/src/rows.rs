//! The records of a file, a thousand at a time: however many there are, no more are in memory.

use std::collections::HashSet;

use fields::{AnyKind, Asked, Filter, ListQuery, Listing, Node, Sort, Total, old_nodes};
use kernel::db::On;
use kernel::{Can, Context, Result, Text, invalid};

use crate::cell::Cell;
use crate::column::{Column, Words};
use crate::exporter::{Exporter, exporter};
use crate::{ExportWish, Offer, OfferedColumn};

/// So many records come at a time.
const STEP: usize = 1_000;
/// So many records can be named one by one.
const MOST_IDS: usize = 1_000;

/// The rows of a file that is being written.
pub(crate) struct Rows {
    cx: Context,
    kind: &'static dyn AnyKind,
    listing: Listing,
    source: Source,
    /// Those that the list has and nobody wants.
    except: HashSet<i64>,
    columns: Vec<Column>,
    words: Words,
}

/// Which records are still to come.
enum Source {
    List(ListQuery),
    Named(Vec<i64>),
    End,
}

impl Rows {
    /// Gets ready for what somebody wants.
    ///
    /// # Errors
    /// `NotFound` for a kind that nobody exports, `Forbidden` without the right, `Invalid` for what cannot be read.
    pub async fn begin(cx: &Context, wish: &ExportWish) -> Result<Self> {
        let exporter = allowed(cx, wish)?;
        let kind = fields::kind_of(cx, exporter.kind)?;
        let listing = fields::listing(cx, exporter.kind).await?;
        let source = source(cx, &exporter, &listing, wish)?;
        let columns = Column::chosen(cx, &exporter, &wish.columns).await?;
        let words = Words::load(cx, &exporter).await?;
        let except = wish.except.iter().copied().collect();
        Ok(Self { cx: cx.clone(), kind, listing, source, except, columns, words })
    }

    /// The heads of the columns, in the language of who asks.
    pub fn heads(&self) -> Vec<String> {
        let texts = self.cx.foyer.texts(self.cx.language);
        let zone = &self.cx.organisation().zone;
        self.columns.iter().flat_map(|column| column.heads(&texts, zone)).collect()
    }

    /// The next rows; `None` at the end. They may be few, where few match.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn next(&mut self) -> Result<Option<Vec<Vec<Cell>>>> {
        let (ids, rest) = match std::mem::replace(&mut self.source, Source::End) {
            Source::End => return Ok(None),
            Source::List(query) => {
                let found = fields::list(&self.cx, On::Db(self.cx.db()), &self.listing, &query).await?;
                let rest = found.next.map(|next| Source::List(ListQuery { cursor: Some(next), ..query }));
                let ids: Vec<i64> = found.ids.into_iter().filter(|id| !self.except.contains(id)).collect();
                (ids, rest)
            }
            Source::Named(mut ids) => {
                let rest = ids.split_off(ids.len().min(STEP));
                (ids, (!rest.is_empty()).then_some(Source::Named(rest)))
            }
        };
        self.source = rest.unwrap_or(Source::End);
        let mut records = self.kind.read(&self.cx, On::Db(self.cx.db()), &ids).await?;
        let there =
            ids.iter().filter_map(|id| records.remove(id)).filter(|record| record.deleted_at.is_none());
        let row = |record: fields::Record| {
            let mut cells = Vec::with_capacity(self.columns.len() + 1);
            self.columns.iter().for_each(|column| column.write(&record, &self.words, &mut cells));
            cells
        };
        Ok(Some(there.map(row).collect()))
    }
}

/// The kind of record that somebody wants, if they may take it out.
fn allowed(cx: &Context, wish: &ExportWish) -> Result<Exporter> {
    let exporter = exporter(cx, &wish.kind)?;
    cx.actor.require(exporter.kind.area(), Can::Export)?;
    Ok(exporter)
}

/// What can be exported of what somebody looks at.
///
/// # Errors
/// As [`Rows::begin`].
pub(crate) async fn offer(cx: &Context, wish: &ExportWish) -> Result<Offer> {
    let exporter = allowed(cx, wish)?;
    let listing = fields::listing(cx, exporter.kind).await?;
    let total = match source(cx, &exporter, &listing, wish)? {
        Source::List(query) => counted(cx, &listing, &query.filter, &wish.except).await?,
        Source::Named(ids) => Total::Exactly(ids.len() as i64),
        Source::End => Total::Exactly(0),
    };
    let columns = Column::all(cx, &exporter).await?;
    let offered = |column: &Column| OfferedColumn { key: column.key(), label: column.label() };
    Ok(Offer { columns: columns.iter().map(offered).collect(), total })
}

/// So many records a list has without some of them: only those that it has at all are taken off.
async fn counted(cx: &Context, listing: &Listing, filter: &Filter, except: &[i64]) -> Result<Total> {
    let on = On::Db(cx.db());
    let total = fields::count(cx, on, listing, filter).await?;
    if except.is_empty() {
        return Ok(total);
    }
    let without = fields::among(cx, on, listing, filter, except).await?.len() as i64;
    Ok(match total {
        Total::Exactly(count) => Total::Exactly((count - without).max(0)),
        Total::AtLeast(count) => Total::AtLeast((count - without).max(0)),
    })
}

fn source(cx: &Context, exporter: &Exporter, listing: &Listing, wish: &ExportWish) -> Result<Source> {
    for (name, ids) in [("ids", &wish.ids), ("except", &wish.except)] {
        if ids.len() > MOST_IDS {
            return Err(invalid(name, Text::new("export-too-many-ids").with("most", MOST_IDS)));
        }
    }
    if !wish.ids.is_empty() {
        let mut ids = Vec::with_capacity(wish.ids.len());
        wish.ids.iter().for_each(|id| {
            if !ids.contains(id) {
                ids.push(*id)
            }
        });
        return Ok(Source::Named(ids));
    }
    let (filter, sorts) = read(cx, exporter, listing, &wish.address)?;
    Ok(Source::List(ListQuery { filter, sorts, cursor: None, limit: STEP }))
}

/// What the address of a list asks for.
fn read(cx: &Context, exporter: &Exporter, listing: &Listing, address: &str) -> Result<(Filter, Vec<Sort>)> {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(address.as_bytes()).into_owned().collect();
    let get = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
    let f = pairs
        .iter()
        .filter(|(name, _)| name == "f" || name == "filter")
        .map(|(_, value)| value.clone())
        .collect();
    let catalogue = listing.catalogue(&cx.actor);
    let asked = catalogue.read(&Asked { q: get("q").unwrap_or_default(), f })?;
    let mut tests = asked.outer().to_vec();
    tests.extend(old_nodes(exporter.old, get));
    let filter = catalogue.filter(asked.q(), Node::All(tests))?;
    Ok((filter, catalogue.sorts(&get("sort").unwrap_or_default())?))
}
