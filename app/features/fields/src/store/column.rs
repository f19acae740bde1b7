use kernel::db::Q;
use kernel::{Context, Result};

use crate::Check;

/// Where the values of a field stand in the table, which statements call `l`.
#[derive(Clone, Copy, Debug)]
pub enum Column {
    /// Nowhere that a filter could ask.
    None,
    /// In this column: text, numbers in millionths, days, microseconds, ids.
    Plain(&'static str),
    /// Texts in one column, and their sort keys in another, which is what is compared.
    Folded(&'static str, &'static str),
    /// Minor units in one column and the currency in another.
    Money(&'static str, &'static str),
    /// Several options of a record in a table of their own: the column of `l` that both share, and the statement that
    /// selects it, up to the option: `l.timeline_id`, `select timeline_id from tagging where tag_id`.
    Among(&'static str, &'static str),
    /// Elsewhere: this makes the condition of a check, `l.outcome = 'lost'` for example. It answers every check that its type
    /// of field can be asked, [`Check::Empty`] among them.
    Asked(fn(&Context, &Check) -> Result<Q>),
}

impl Column {
    /// Whether a filter can ask the field.
    pub fn is_tested(self) -> bool {
        !matches!(self, Self::None)
    }
}
