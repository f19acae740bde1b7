//! Totals that follow the own moves before the server has counted again.

use kernel::Money;

use super::BoardState;
use crate::{LeadCard, Stage, Totals};

/// Whether a card stands in its stage for longer than the stage's limit.
pub fn is_stale(card: &LeadCard, stage: &Stage, now: kernel::Instant) -> bool {
    card.customer_id.is_none() && stage.is_stale(card.stage_since, now)
}

impl BoardState {
    /// Counts a card into (`by` 1) or out of (`by` -1) a column's totals.
    pub(super) fn count(&self, totals: &mut Totals, column: usize, card: &LeadCard, by: i64) {
        totals.count += by;
        if is_stale(card, &self.columns[column].stage, self.now) {
            totals.stale = (totals.stale + by).max(0);
        }
        let Some(value) = card.value else { return };
        match totals.sums.binary_search_by(|sum| sum.currency.cmp(&value.currency)) {
            Ok(at) => totals.sums[at].minor += by * value.minor,
            Err(at) => totals.sums.insert(at, Money::new(by * value.minor, value.currency)),
        }
        // A sum of nothing is not shown; whether other cards of that currency remain, the server says a moment later.
        totals.sums.retain(|sum| sum.minor != 0);
    }

    /// Moves a card between the totals of the server's state, before it is put there.
    pub(super) fn settle_totals(&mut self, card: &LeadCard) {
        let Some(before) = self.card(card.id) else {
            self.totals_due = true;
            return;
        };
        let place = |key: i64| self.columns.iter().position(|column| column.stage.id == key);
        let (from, to) = (place(self.key_of(&before)), place(self.key_of(card)));
        for (column, card, by) in [(from, &*before, -1), (to, card, 1)] {
            let Some(column) = column else { continue };
            let mut totals = self.columns[column].totals.clone();
            self.count(&mut totals, column, card, by);
            self.columns[column].totals = totals;
        }
    }
}
