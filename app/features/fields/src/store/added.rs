//! Fields that an organisation added, in lists. A row is tested by its values in JSON, without a join; what an index
//! tells of them stands in `field_number` and `field_text`, for fields that are marked.

use kernel::Day;
use kernel::db::Q;

use super::conditions::{Asking, among, ends, not};
use super::folding;
use super::index::{self, Sorting};
use crate::{Check, CustomField, DayCheck, FieldType, OneOf, Span, StaffCheck, TextCheck};

/// The values of added fields on the table `l`.
const VALUES: &str = "l.custom";

/// An added field, as statements ask it.
#[derive(Clone, Copy)]
pub(super) struct Added<'a>(pub &'a CustomField);

impl Added<'_> {
    /// The condition of a check; `None` for one that the field cannot be asked.
    pub fn condition(self, asking: &Asking<'_>, check: &Check) -> Option<Q> {
        Some(match check {
            Check::Text(check) => folding::plain(&self.text(), check),
            Check::Number(span) | Check::Money(None, span) => self.within(span),
            Check::Money(Some(currency), span) => {
                let code = self.value().push("->> 'currency' = ?").bind(*currency);
                Q::new("(").append(self.within(span)).push("and").append(code).push(")")
            }
            Check::Moment(days) => self.within(&asking.micros(*days)),
            Check::Day(check) => {
                let days = asking.reader.days(*check);
                let text = |day: Option<Day>| day.map(|day| day.to_string());
                let days = Span { from: text(days.from), to: text(days.to) };
                Q::new("(").append(Q::join(ends(&self.text(), &days), "and")).push(")")
            }
            Check::Choice(OneOf::AnyOf(ids)) => among(&self.number(), ids),
            Check::Choice(OneOf::NoneOf(ids)) => not(&self.text(), among(&self.number(), ids)),
            Check::Staff(StaffCheck::Me) => match asking.reader.me {
                Some(me) => self.number().push("= ?").bind(me),
                None => Q::new("1 = 0"),
            },
            Check::Staff(StaffCheck::AnyOf(ids)) => among(&self.number(), &numbers(ids)),
            Check::Staff(StaffCheck::NoneOf(ids)) => not(&self.text(), among(&self.number(), &numbers(ids))),
            Check::Choices(OneOf::AnyOf(ids)) => self.has_any(ids),
            Check::Choices(OneOf::NoneOf(ids)) => Q::new("not").append(self.has_any(ids)),
            Check::Choices(OneOf::AllOf(ids)) => {
                let each = ids.iter().map(|id| self.has_any(std::slice::from_ref(id)));
                Q::new("(").append(Q::join(each, "and")).push(")")
            }
            // A tick that was never set is none.
            Check::Flag(true) => self.number().push("= 1"),
            Check::Flag(false) => Q::new("coalesce(").append(self.number()).push(", 0) = 0"),
            Check::Empty(true) => self.text().push("is null"),
            Check::Empty(false) => self.text().push("is not null"),
            Check::Word(_) | Check::Choice(OneOf::AllOf(_)) => return None,
        })
    }

    /// What selects the ids of all records that pass, and mostly of few others, by an index; `None` where there is none.
    pub fn found(self, asking: &Asking<'_>, check: &Check) -> Option<Q> {
        if !self.0.is_ready {
            return None;
        }
        let numbered = |condition: Q| {
            let q = Q::new("select x.record_id from field_number x where x.field_id = ?").bind(self.0.id);
            Some(q.push("and").append(condition))
        };
        let texts = |condition: Q| {
            let q = Q::new("select x.record_id from field_text x where x.field_id = ?").bind(self.0.id);
            Some(q.push("and").append(condition))
        };
        let number = Q::new("x.number");
        let span = |span: &Span<i64>| numbered(Q::join(ends(&Q::new("x.number"), span), "and"));
        match check {
            Check::Number(numbers) | Check::Money(_, numbers) => span(numbers),
            Check::Moment(days) => span(&asking.micros(*days)),
            Check::Day(days) => span(&day_numbers(asking, *days)),
            Check::Choice(OneOf::AnyOf(ids)) | Check::Choices(OneOf::AnyOf(ids)) => {
                numbered(among(&number, ids))
            }
            Check::Choices(OneOf::AllOf(ids)) => numbered(among(&number, ids.get(..1)?)),
            Check::Staff(StaffCheck::Me) => numbered(among(&number, &[asking.reader.me?.0])),
            Check::Staff(StaffCheck::AnyOf(ids)) => numbered(among(&number, &numbers(ids))),
            Check::Flag(flag) => numbered(among(&number, &[i64::from(*flag)])),
            Check::Text(TextCheck::Is(text)) => texts(Q::new("x.text = ?").bind(index::key(text))),
            Check::Text(TextCheck::Begins(text)) => {
                let key = index::key(text);
                let end = format!("{key}\u{10ffff}");
                texts(Q::new("x.text >= ? and x.text < ?").bind(key).bind(end))
            }
            _ => None,
        }
    }

    fn within(self, span: &Span<i64>) -> Q {
        Q::new("(").append(Q::join(ends(&self.number(), span), "and")).push(")")
    }

    /// The value as JSON.
    fn value(self) -> Q {
        Q::new(VALUES).push("-> ?").bind(self.0.key().as_str())
    }

    /// The value as text: null where there is none.
    fn text(self) -> Q {
        Q::new("(").push(VALUES).push("->> ?").bind(self.0.key().as_str()).push(")")
    }

    /// The value as a whole number: millionths, minor units, microseconds, ids, 1 for yes.
    fn number(self) -> Q {
        match self.0.kind {
            FieldType::Number => {
                // SQLite has no decimals but those of floats, which are not exact.
                let q = Q::default().dialect(
                    "(select cast(v as integer) * 1000000 + case when v glob '-*' then -1 else 1 end * \
                     case instr(v, '.') when 0 then 0 else \
                     cast(substr(substr(v, instr(v, '.') + 1) || '000000', 1, 6) as integer) end from (select",
                    "cast(cast(",
                );
                q.append(self.text()).dialect("as v))", "as numeric) * 1000000 as bigint)")
            }
            FieldType::Money => Q::new("cast(").append(self.value()).push("->> 'minor' as bigint)"),
            FieldType::Flag => Q::new("cast(").append(self.text()).dialect("as integer)", "as boolean)::int"),
            _ => Q::new("cast(").append(self.text()).push("as bigint)"),
        }
    }

    /// Whether one of these is among its entries.
    fn has_any(self, ids: &[i64]) -> Q {
        let entries = Q::default().dialect("json_each(", "jsonb_array_elements(").append(self.value());
        let q = Q::new("exists (select 1 from").append(entries).dialect(") e where", ") e(value) where");
        let id = Q::default().dialect("e.value", "cast(e.value as bigint)");
        q.append(among(&id, ids)).push(")")
    }
}

fn numbers(ids: &[kernel::StaffId]) -> Vec<i64> {
    ids.iter().map(|id| id.0).collect()
}

fn day_numbers(asking: &Asking<'_>, check: DayCheck) -> Span<i64> {
    let days = asking.reader.days(check);
    Span { from: days.from.map(|day| i64::from(day.0)), to: days.to.map(|day| i64::from(day.0)) }
}

/// The index of an added field, as a list is walked along it. It has a row for every record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Walk {
    /// Which field.
    pub field: i64,
    /// In which of the tables.
    pub sorting: Sorting,
}

impl Walk {
    /// The index of a field, if lists can be in its order.
    pub fn of(field: &CustomField) -> Option<Self> {
        let sorting = index::sorting(field.kind).filter(|_| field.is_sorted())?;
        Some(Self { field: field.id, sorting })
    }

    /// What is sorted by where the table is found in another way.
    pub fn looked_up(self) -> Q {
        let (begin, end) = match self.sorting {
            Sorting::Number => ("coalesce((select x.number from field_number x where", ", 0)"),
            Sorting::Text => ("coalesce((select x.text from field_text x where", ", '')"),
        };
        Q::new(begin).push("x.record_id = l.id and x.field_id = ?)").bind(self.field).push(end)
    }

    /// What is sorted by along the index itself.
    pub fn own(self) -> Q {
        Q::new(match self.sorting {
            Sorting::Number => "x.number",
            Sorting::Text => "x.text",
        })
    }

    /// The table `l`, in the order of the index.
    pub fn read(self, q: Q, table: &'static str) -> Q {
        let q = q.push(match self.sorting {
            Sorting::Number => "field_number x",
            Sorting::Text => "field_text x",
        });
        let q = q.dialect("cross join", "join").push(table).push("l on l.id = x.record_id");
        q.push("where x.field_id = ?").bind(self.field).push("and l.deleted_at is null")
    }
}
