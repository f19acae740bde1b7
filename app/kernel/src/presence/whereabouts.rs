use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use super::{At, Doing, Spot};
use crate::{Can, Context, Error, Instant, RecordRef, Result, StaffId};

/// How long what a page said is believed, in microseconds. Pages speak every ten seconds, so one may be lost.
pub const LASTS: i64 = 25 * Instant::SECOND;
/// How many pages of one person are known at most; more than any has streams.
const PAGES: usize = 20;

/// Where everybody's pages are, as far as this process has heard.
#[derive(Default)]
pub struct Whereabouts {
    pages: Mutex<HashMap<PageOf, Said>>,
    changes: watch::Sender<u64>,
    unsent: Mutex<HashMap<PageOf, Told>>,
}

/// A page of somebody. Nobody can speak for another person's page: the person is part of its name.
type PageOf = (StaffId, u64);

/// What a page said last.
struct Said {
    number: u64,
    at: Instant,
    spot: Spot,
}

/// What a page said, on its way to the other servers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Whose page.
    pub staff: StaffId,
    /// Which page.
    pub page: u64,
    /// What it said before and after has other numbers.
    pub number: u64,
    /// Where it is.
    pub spot: Spot,
}

impl Said {
    /// Whether it is still believed. A clock that was set back must not keep anybody for hours.
    fn holds(&self, now: Instant) -> bool {
        (now.0 - self.at.0).abs() < LASTS
    }
}

impl Context {
    /// Notes where a page of the person who asks is: at the records that he may see, and at the boards of areas that he
    /// may look into.
    ///
    /// # Errors
    /// `Unauthenticated` for nobody; otherwise as [`crate::db::Q::all`].
    pub async fn be_present(&self, page: u64, number: u64, spot: Spot) -> Result<()> {
        let staff = self.actor.staff()?.id;
        let sees = |can| spot.board.is_some_and(|kind| self.actor.has(kind.area(), can));
        let board = spot.board.filter(|_| sees(Can::ViewOwn) || sees(Can::ViewAll));
        let mut at = Vec::new();
        for one in spot.at.into_iter().take(Spot::MOST) {
            match self.may_look_at(one.record).await? {
                true => at.push(one),
                false => {
                    tracing::debug!(staff = staff.0, record = ?one.record, "not present where he may not look")
                }
            }
        }
        let told = Told { staff, page, number, spot: Spot { board, at } };
        let has_others = !self.db().is_sqlite();
        if self.foyer.whereabouts.hear(&told, self.now) && has_others {
            self.foyer.whereabouts.unsent().insert((staff, page), told);
        }
        Ok(())
    }

    /// Whether the actor may see this record. The record's own door decides.
    ///
    /// # Errors
    /// As [`crate::db::Q::all`].
    pub async fn may_look_at(&self, record: RecordRef) -> Result<bool> {
        match self.open(record).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound | Error::Forbidden(_) | Error::Unauthenticated) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl Whereabouts {
    /// A receiver that changes whenever somebody comes, goes, or does something else.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// The others at the records that this person's pages show, and, for who looks at a board, at all records of its
    /// kind: whoever tells it on asks for each record whether the person may see it. `None` when he is nowhere himself.
    /// By record, then by person.
    pub fn others(&self, me: StaffId, now: Instant) -> Option<Vec<(StaffId, At)>> {
        let pages = self.pages();
        let there = || pages.iter().filter(|(_, said)| said.holds(now));
        let mine: Vec<&Spot> =
            there().filter(|((staff, _), _)| *staff == me).map(|(_, said)| &said.spot).collect();
        if mine.iter().all(|spot| spot.is_nowhere()) {
            return None;
        }
        let concerns = |record: RecordRef| {
            let is_open = |spot: &&Spot| spot.at.iter().any(|at| at.record == record);
            mine.iter().any(|spot| spot.board == Some(record.kind) || is_open(spot))
        };
        let mut found = HashMap::<(RecordRef, StaffId), Doing>::new();
        for ((staff, _), said) in there().filter(|((staff, _), _)| *staff != me) {
            for at in said.spot.at.iter().filter(|at| concerns(at.record)) {
                let doing = found.entry((at.record, *staff)).or_insert(at.doing);
                *doing = at.doing.max(*doing);
            }
        }
        let mut others: Vec<_> =
            found.into_iter().map(|((record, staff), doing)| (staff, At { record, doing })).collect();
        others.sort_by_key(|(staff, at)| (at.record.kind.code(), at.record.id, *staff));
        Some(others)
    }

    /// Notes what a page said; says whether it was news of any kind. What was said before it is not believed any more.
    pub fn hear(&self, told: &Told, now: Instant) -> bool {
        let mut pages = self.pages();
        let before = pages.get(&(told.staff, told.page));
        if before.is_some_and(|said| said.number >= told.number) {
            return false;
        }
        let nowhere = Spot::default();
        let changes = before.map_or(&nowhere, |said| &said.spot) != &told.spot;
        if before.is_none() {
            make_room(&mut pages, told.staff);
        }
        // Who is nowhere is remembered, too: what he said before may still be on its way.
        let said = Said { number: told.number, at: now, spot: told.spot.clone() };
        pages.insert((told.staff, told.page), said);
        drop(pages);
        if changes {
            self.changed();
        }
        true
    }

    /// Forgets who was not heard of for too long.
    pub fn sweep(&self, now: Instant) {
        let mut has_gone = false;
        self.pages().retain(|_, said| {
            let holds = said.holds(now);
            has_gone |= !holds && !said.spot.is_nowhere();
            holds
        });
        if has_gone {
            self.changed();
        }
    }

    fn changed(&self) {
        self.changes.send_modify(|count| *count = count.wrapping_add(1));
    }

    fn pages(&self) -> MutexGuard<'_, HashMap<PageOf, Said>> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What other servers have not been told yet, the last word of each page.
    pub(super) fn unsent(&self) -> MutexGuard<'_, HashMap<PageOf, Told>> {
        self.unsent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Forgets the oldest of a person's pages when there are too many.
fn make_room(pages: &mut HashMap<PageOf, Said>, staff: StaffId) {
    let own = |pages: &HashMap<PageOf, Said>| -> Vec<(Instant, PageOf)> {
        pages.iter().filter(|((who, _), _)| *who == staff).map(|(page, said)| (said.at, *page)).collect()
    };
    let known = own(pages);
    if known.len() >= PAGES
        && let Some((_, oldest)) = known.into_iter().min()
    {
        pages.remove(&oldest);
    }
}

#[cfg(test)]
mod tests;
