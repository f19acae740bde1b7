//! The rows of one branch, by each of the ways.

use kernel::Result;
use kernel::db::{On, Q};

use super::conditions::Asking;
use super::order::{Order, Place, PlaceRow};
use super::plan::{Part, Read, Way, few, ordered, read};

/// The statements of one branch.
pub(super) struct Rows<'a> {
    pub asking: &'a Asking<'a>,
    pub on: On<'a>,
    pub order: &'a Order,
    pub parts: &'a [Part],
}

/// What was found of a branch.
pub(super) struct Reached {
    /// The rows, in the order of the list.
    pub places: Vec<Place>,
    /// Where it stopped to look, if there may be more behind that.
    pub end: Option<Place>,
    /// How many rows were looked through.
    pub looked: i64,
}

impl Rows<'_> {
    /// Which way to take.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn way(&self) -> Result<Way> {
        let listed = &self.asking.listing.listed;
        let single = self.order.single();
        let by_order = match (single, self.order.walk()) {
            (Some(_), Some(walk)) => Some((Read::Along(walk), self.parts.is_empty())),
            (single, _) => single.and_then(|field| ordered(listed.indexes, self.parts, field)),
        };
        if let Some((read, true)) = by_order {
            return Ok(Way::Order(read));
        }
        if let Some((read, place)) =
            few(self.asking, self.on, self.parts, self.asking.listing.bounds.few).await?
        {
            return Ok(Way::Few(read, place));
        }
        let begun = || match self.order.walk() {
            Some(walk) => Some(Read::Along(walk)),
            None => ordered(listed.indexes, self.parts, self.order.first()?).map(|(read, _)| read),
        };
        Ok(match by_order {
            Some((read, _)) => Way::Windows(read),
            None => Way::All(begun().unwrap_or(Read::Table)),
        })
    }

    /// Up to so many rows behind a place.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn reach(&self, after: Option<&Place>, limit: usize) -> Result<Reached> {
        match self.way().await? {
            Way::Windows(read) => self.windows(read, after, limit).await,
            Way::Order(read) | Way::All(read) => {
                let order = &self.order.along(read);
                let q = self.narrowed(order, read, after, None);
                let q = q.append(order.order_by()).push("limit ?").bind(limit);
                Ok(Reached { places: self.places(q).await?, end: None, looked: 0 })
            }
            Way::Few(read, place) => {
                // PostgreSQL is kept from walking the order in the hope to meet one of the few soon.
                let q = Q::new("select * from (").append(self.order.select()).push("from");
                let q = self.begun(q, read, Some(place));
                let after = after.map(|after| Q::new("and").append(self.order.after(after)));
                let q = after.into_iter().fold(q, Q::append).append(self.order.order_by());
                let q = q.dialect("", "offset 0").push(") few limit ?").bind(limit);
                Ok(Reached { places: self.places(q).await?, end: None, looked: 0 })
            }
        }
    }

    async fn windows(&self, read: Read, after: Option<&Place>, limit: usize) -> Result<Reached> {
        let (clock, bounds) = (&self.asking.cx.foyer.clock, self.asking.listing.bounds);
        let until = clock.now().plus(bounds.patience);
        let mut reached = Reached { places: Vec::new(), end: after.cloned(), looked: 0 };
        // What each statement gathers anew is better gathered once.
        let is_gathered = self.parts.iter().any(|part| part.is_gathered);
        let order = &self.order.along(read);
        let mut window = if is_gathered { bounds.looked } else { (bounds.window / 8).max(1) };
        loop {
            let wanted = limit - reached.places.len();
            let end = self.window_end(read, reached.end.as_ref(), window).await?;
            let q = self.narrowed(order, read, reached.end.as_ref(), end.as_ref());
            let q = q.append(order.order_by()).push("limit ?").bind(wanted);
            reached.places.extend(self.places(q).await?);
            reached.end = end.filter(|_| reached.places.len() < limit);
            reached.looked += window;
            let is_enough = reached.looked >= bounds.looked || clock.now() > until;
            if reached.end.is_none() || is_enough {
                return Ok(reached);
            }
            window = (window * 2).min(bounds.window);
        }
    }

    /// The last row of a window behind a place; `None` if the table ends in it.
    pub async fn window_end(&self, by: Read, after: Option<&Place>, rows: i64) -> Result<Option<Place>> {
        let order = &self.order.along(by);
        let q = read(order.select().push("from"), self.asking.listing.table, by);
        let begun = self.parts.iter().filter(|part| match by {
            Read::By(index) => part.is_begun(&index),
            Read::Ids | Read::Table | Read::Along(_) => false,
        });
        let q = begun.fold(q, |q, part| q.push("and").append(part.q.clone()));
        let q = after.into_iter().fold(q, |q, after| q.push("and").append(order.after(after)));
        let q = q.append(order.order_by()).push("limit 1 offset ?").bind(rows - 1);
        Ok(self.places(q).await?.pop())
    }

    /// The rows that pass all conditions, between two places.
    fn narrowed(&self, order: &Order, by: Read, after: Option<&Place>, until: Option<&Place>) -> Q {
        let q = self.begun(order.select().push("from"), by, None);
        let after = after.map(|place| order.after(place));
        let until = until.map(|place| order.until(place));
        after.into_iter().chain(until).fold(q, |q, bound| q.push("and").append(bound))
    }

    /// The rows that pass all conditions, found by one of them.
    pub fn begun(&self, q: Q, by: Read, first: Option<usize>) -> Q {
        let q = read(q, self.asking.listing.table, by);
        self.parts.iter().enumerate().fold(q, |q, (place, part)| {
            q.push("and").append(if first == Some(place) { part.begun() } else { part.q.clone() })
        })
    }

    async fn places(&self, q: Q) -> Result<Vec<Place>> {
        let rows: Vec<PlaceRow> = q.all(self.on).await?;
        Ok(rows.into_iter().map(|row| self.order.place(row)).collect())
    }
}
