//! Which way leads quickest to the rows of a list. Three ways: the order's index answers by itself; few rows are found
//! by another index and sorted; or the order's index is looked through, a window at a time.

use kernel::db::{On, Q, full_text_query};
use kernel::{Context, Result, normal};

use super::added::Walk;
use super::branch::Given;
use super::conditions::{Asking, among, gathered, pins};
use super::{Branch, Column, Index, Listing};
use crate::{Check, Filter, Node, OneOf, Reader, Test};

/// One condition of a list, among those that have to hold all together.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub q: Q,
    /// What it fixes.
    pins: Vec<String>,
    /// The same for a statement that begins with it, if it is said in another way there.
    few: Option<Q>,
    /// How few it lets through can be counted.
    probe: Option<Probe>,
    /// Each statement gathers the records that pass anew, before it looks at the first row.
    pub is_gathered: bool,
}

#[derive(Clone, Debug)]
enum Probe {
    /// By an index that begins with one of these, or is in the order of the first, and what it tells by itself.
    Index(Vec<String>, Q),
    /// By what this selects, and by the index that begins with the field that is named, or by ids.
    Gathered(Q, Option<&'static str>),
}

/// How the table is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Read {
    /// By this index.
    By(Index),
    /// Along the index of an added field.
    Along(Walk),
    /// By ids, which a condition gives.
    Ids,
    /// In the order of ids.
    Table,
}

/// A way to the rows of one branch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Way {
    /// In the order of the list, and all that is asked is where the index begins: the first rows are those.
    Order(Read),
    /// So few by this condition that they can be sorted.
    Few(Read, usize),
    /// In the order of the list, row by row.
    Windows(Read),
    /// No index has the order: all are looked at.
    All(Read),
}

/// What a filter asks, as conditions on the table `l` for a statement of the kind's own. Who sees what is not among
/// them, nor what is usual where nothing is said.
///
/// # Errors
/// `Invalid` for a field that the actor does not see.
pub fn conditions(cx: &Context, listing: &Listing, filter: &Filter) -> Result<Vec<Q>> {
    let asking = Asking { cx, listing, reader: Reader::of(cx) };
    let parts = asked(&asking, filter, &Branch::all())?;
    Ok(parts.into_iter().map(|part| part.q).collect())
}

/// The words and tests of a filter.
fn asked(asking: &Asking<'_>, filter: &Filter, branch: &Branch) -> Result<Vec<Part>> {
    let words = Some(filter.q()).filter(|q| !q.is_empty()).map(|q| words(asking, q, branch));
    words.into_iter().chain(filter.outer().iter().map(|node| part(asking, node))).collect()
}

/// The conditions of a branch of the view under a filter.
///
/// # Errors
/// `Invalid` for a field that the actor does not see.
pub(super) fn parts(asking: &Asking<'_>, filter: &Filter, branch: &Branch) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    if let Some((field, q)) = &branch.pin {
        let pins = vec![(*field).to_owned()];
        let probe = Some(Probe::Index(pins.clone(), q.clone()));
        parts.push(Part { pins, probe, ..Part::other(q.clone()) });
    }
    if let Some(ids) = &branch.gathered {
        let q = Q::new("l.id in (").append(ids.clone()).push(")");
        let few = Some(gathered("l.id", ids.clone()));
        let probe = Some(Probe::Gathered(ids.clone(), None));
        parts.push(Part { few, probe, is_gathered: true, ..Part::other(q) });
    }
    parts.extend(branch.rest.clone().map(Part::other));
    parts.extend(asked(asking, filter, branch)?);
    for (field, word) in asking.listing.listed.usual.iter().filter(|(field, _)| !filter.names(field)) {
        let check = Check::Word(OneOf::AnyOf(vec![(*word).to_owned()]));
        parts.push(part(asking, &Node::test(*field, check))?);
    }
    Ok(parts)
}

fn part(asking: &Asking<'_>, node: &Node) -> Result<Part> {
    let q = asking.node(node)?;
    let Node::Test(test) = node else { return Ok(Part::other(q)) };
    let (key, column) = match asking.field(test)? {
        Given::Own(field) => (field.key, field.column),
        Given::Added(field) => {
            let Some(ids) = field.found(asking, &test.check) else { return Ok(Part::other(q)) };
            // The index may tell of a few more.
            let few = gathered("l.id", ids.clone()).push("and").append(q.clone());
            return Ok(Part { few: Some(few), probe: Some(Probe::Gathered(ids, None)), ..Part::other(q) });
        }
    };
    if let (Check::Choices(OneOf::AnyOf(options)), Column::Among(own, select)) = (&test.check, column) {
        let ids = among(&Q::new(select), options);
        let few = Some(gathered(own, ids.clone()));
        let probe = Some(Probe::Gathered(ids, Some(key)));
        return Ok(Part { few, probe, is_gathered: true, ..Part::other(q) });
    }
    let is_indexed = !matches!((&test.check, column), (Check::Text(_), Column::Plain(_) | Column::Asked(_)));
    let pins = if is_indexed { pins(test) } else { Vec::new() };
    let probe = asking.found(test)?.map(|found| Probe::Index(probed(test, &pins), found));
    Ok(Part { pins, probe, ..Part::other(q) })
}

fn probed(test: &Test, pins: &[String]) -> Vec<String> {
    let mut keys = vec![test.field.to_string()];
    keys.extend(pins.iter().filter(|pin| **pin != keys[0]).cloned().collect::<Vec<_>>());
    keys
}

/// The words that are typed.
fn words(asking: &Asking<'_>, text: &str, branch: &Branch) -> Result<Part> {
    let words = normal::search_words(text);
    if words.is_empty() {
        return Ok(Part::other(Q::new("1 = 0")));
    }
    let Some(index) = asking.listing.listed.words else {
        let first = asking.listing.fields.first().map_or("", |field| field.key);
        let check = Check::Text(crate::TextCheck::Words(text.to_owned()));
        return part(asking, &Node::test(first, check));
    };
    let who: Vec<String> = branch.word.clone().into_iter().collect();
    let ids = Q::default().dialect(index.sqlite, index.postgres).bind(full_text_query(&words, &who));
    let q = Q::new("l.id in (").append(ids.clone()).push(")");
    let few = Some(gathered("l.id", ids.clone()));
    Ok(Part { few, probe: Some(Probe::Gathered(ids, None)), is_gathered: true, ..Part::other(q) })
}

/// The index in the order of this field that most of the conditions fix, and whether it is all of them.
pub(super) fn ordered(indexes: &[Index], parts: &[Part], field: &str) -> Option<(Read, bool)> {
    let fixes = |pin: &&str| parts.iter().any(|part| part.pins.iter().any(|own| own == pin));
    let fits = |index: &&Index| index.order == field && index.begins.iter().all(fixes);
    let of_ids = field.is_empty().then_some((Read::Table, parts.is_empty()));
    let found = indexes.iter().filter(|_| !field.is_empty()).filter(fits);
    // Of several the first, which is the narrowest.
    let best = found.reduce(|best, next| if next.begins.len() > best.begins.len() { next } else { best });
    best.map(|index| (Read::By(*index), parts.iter().all(|part| part.is_begun(index)))).or(of_ids)
}

impl Part {
    /// A condition that no index knows.
    fn other(q: Q) -> Self {
        Self { q, pins: Vec::new(), few: None, probe: None, is_gathered: false }
    }

    /// The condition, as a statement that begins with it says it.
    pub fn begun(&self) -> Q {
        self.few.clone().unwrap_or_else(|| self.q.clone())
    }

    /// Whether the index begins with what this fixes, so that all that it finds passes.
    pub fn is_begun(&self, index: &Index) -> bool {
        self.pins.iter().any(|pin| index.begins.contains(&pin.as_str()))
    }

    /// The statement that counts what this lets through, up to a limit, and how those would be read.
    fn probes(&self, table: &'static str, indexes: &[Index], parts: &[Self]) -> Vec<(Q, Read)> {
        let (keys, found) = match &self.probe {
            None => return Vec::new(),
            Some(Probe::Gathered(ids, None)) => return vec![(ids.clone(), Read::Ids)],
            Some(Probe::Gathered(ids, Some(key))) => {
                let index = indexes.iter().find(|index| index.begins.contains(key));
                return vec![(ids.clone(), index.map_or(Read::Table, |index| Read::By(*index)))];
            }
            Some(Probe::Index(keys, found)) => (keys, found),
        };
        let fixed = |pin: &&'static str| parts.iter().any(|part| part.pins.iter().any(|own| own == pin));
        let finds = |index: &&Index| {
            let begins = index.begins.iter().any(|pin| keys.iter().any(|key| key == pin));
            let rest = index.begins.iter().filter(|pin| !keys.iter().any(|key| key == *pin));
            (begins || keys.first().is_some_and(|key| key == index.order)) && rest.into_iter().all(fixed)
        };
        let probe = |index: &Index| {
            let q = read(Q::new("select l.id from"), table, Read::By(*index));
            let begun = parts.iter().filter(|part| part.is_begun(index));
            let q = begun
                .fold(q.push("and").append(found.clone()), |q, part| q.push("and").append(part.q.clone()));
            (q, Read::By(*index))
        };
        // One index is enough: the first is the narrowest.
        indexes.iter().find(finds).map(probe).into_iter().collect()
    }
}

/// The table `l` without the bin, read in this way.
pub(super) fn read(q: Q, table: &'static str, read: Read) -> Q {
    if let Read::Along(walk) = read {
        return walk.read(q, table);
    }
    let q = q.push(table).push("l");
    let q = match read {
        Read::By(index) => q.dialect("indexed by", "").dialect(index.name, ""),
        // Ids are no index for SQLite.
        Read::Ids => q.dialect("not indexed", ""),
        Read::Table | Read::Along(_) => q,
    };
    q.push("where l.deleted_at is null")
}

/// The index that finds the fewest rows, if they are few, and the place of the condition by which it finds them.
///
/// # Errors
/// Those of the database.
pub(super) async fn few(
    asking: &Asking<'_>,
    on: On<'_>,
    parts: &[Part],
    most: i64,
) -> Result<Option<(Read, usize)>> {
    let listing = asking.listing;
    let of = |(place, part): (usize, &Part)| {
        let probes = part.probes(listing.table, listing.listed.indexes, parts);
        probes.into_iter().map(move |(q, read)| (q, (read, place)))
    };
    let (probes, ways): (Vec<Q>, Vec<(Read, usize)>) = parts.iter().enumerate().flat_map(of).unzip();
    if probes.is_empty() {
        return Ok(None);
    }
    let counted = probes.into_iter().enumerate().map(|(place, probe)| {
        let q = Q::new("select cast(? as bigint), count(*) from (").bind(place);
        q.append(probe).push("limit ?) probed").bind(most + 1)
    });
    let counts: Vec<(i64, i64)> = Q::join(counted, "union all").all(on).await?;
    let best = counts.into_iter().filter(|(_, count)| *count <= most).min_by_key(|(_, count)| *count);
    Ok(best.and_then(|(place, _)| ways.get(usize::try_from(place).ok()?).copied()))
}
