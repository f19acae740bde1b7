use fields::Total;
use kernel::{Can, Cursor, Error, I18n, Problems, use_me, use_problems};
use leptos::prelude::*;
use runs::Marks;

use crate::tags::Tagged;
use crate::{About, ListQuery};

/// What a page knows of a list besides its rows. A copyable handle.
#[derive(Clone, Copy)]
pub struct ListState {
    /// The kind of its records.
    pub about: &'static About,
    /// What is asked for.
    pub query: Memo<ListQuery>,
    /// The numbers of the rows, in their order.
    pub ids: Memo<Vec<i64>>,
    /// How many there are in all, once it is known.
    pub count: RwSignal<Option<Total>>,
    /// Whether there are more.
    pub has_more: Memo<bool>,
    /// Whether rows are on their way.
    pub is_loading: RwSignal<bool>,
    /// How many records were looked through for rows that are still looked for.
    pub looked: RwSignal<i64>,
    /// Why the filter or the order of the address cannot be read.
    pub problem: RwSignal<Option<Error>>,
    /// Whether the person may change records.
    pub may_edit: bool,
    /// Whether rows can be marked: for who can do something with them.
    pub are_marked: bool,
    /// The rows that are marked, for what is done to many.
    pub marks: Marks,
    /// The record whose tags are being changed.
    pub(crate) tagging: RwSignal<Option<Tagged>>,
    pub(crate) cursor: RwSignal<Option<Cursor>>,
    /// What was asked for last: an answer to something earlier is not listened to.
    turn: StoredValue<u64>,
    problems: Problems,
}

impl ListState {
    /// Of a list whose rows have these numbers and go on behind this place.
    pub(crate) fn new(
        about: &'static About,
        query: Memo<ListQuery>,
        ids: Memo<Vec<i64>>,
        cursor: Option<Cursor>,
    ) -> Self {
        let cursor = RwSignal::new(cursor);
        let me = use_me();
        let may = |can| me.actor.has(about.kind.area(), can);
        Self {
            about,
            query,
            ids,
            count: RwSignal::new(None),
            has_more: Memo::new(move |_| cursor.with(Option::is_some)),
            is_loading: RwSignal::new(false),
            looked: RwSignal::new(0),
            problem: RwSignal::new(None),
            may_edit: may(Can::Edit),
            are_marked: may(Can::Edit) || may(Can::Delete),
            marks: Marks::new(),
            tagging: RwSignal::new(None),
            cursor,
            turn: StoredValue::new(0),
            problems: use_problems(),
        }
    }

    /// Of a part of the list: marks and what is being changed are those of the whole.
    pub(crate) fn part(self, query: Memo<ListQuery>, ids: Memo<Vec<i64>>) -> Self {
        let cursor = RwSignal::new(None);
        Self {
            query,
            ids,
            count: RwSignal::new(None),
            has_more: Memo::new(move |_| cursor.with(Option::is_some)),
            is_loading: RwSignal::new(true),
            looked: RwSignal::new(0),
            problem: RwSignal::new(None),
            cursor,
            turn: StoredValue::new(0),
            ..self
        }
    }

    /// The rows as what can be marked.
    pub fn shown(self) -> Signal<Vec<i64>> {
        self.ids.into()
    }

    /// Something is asked for: its answer names this turn.
    pub(crate) fn ask(self) -> Option<u64> {
        self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        })
    }

    /// Whether nothing was asked for since.
    pub(crate) fn is_last(self, turn: Option<u64>) -> bool {
        self.turn.try_get_value() == turn
    }

    /// A filter that cannot be read has nothing; what else goes wrong leaves all as it was and is told.
    pub(crate) fn fail(self, error: Error) {
        match error {
            Error::Invalid(_) => {
                self.cursor.set(None);
                self.count.set(None);
                self.problem.set(Some(error));
            }
            error => self.problems.report(error),
        }
    }

    /// How many there are as far as it is known, and whether that is all.
    pub fn total(self) -> (i64, bool) {
        match self.count.get() {
            Some(Total::Exactly(count)) => (count, true),
            Some(Total::AtLeast(count)) => (count, false),
            None => (self.ids.with(Vec::len) as i64, !self.has_more.get()),
        }
    }

    /// How many rows are shown of how many.
    pub(crate) fn summary(self, i18n: I18n) -> String {
        let (shown, looked, says) = (self.ids.with(Vec::len), self.looked.get(), &self.about.says);
        if self.is_loading.get() && looked > 0 {
            return i18n.text(says.looked, &[("count", looked.into()), ("all", i18n.number(looked).into())]);
        }
        let (count, all) = match self.count.get() {
            Some(total) => (total.least(), total_text(i18n, total)),
            None if self.has_more.get() => (shown as i64, format!("{}+", i18n.number(shown as i64))),
            None => (shown as i64, i18n.number(shown as i64)),
        };
        i18n.text(says.summary, &[("shown", shown.into()), ("all", all.into()), ("count", count.into())])
    }
}

/// A count as people read it.
pub fn total_text(i18n: I18n, total: Total) -> String {
    match total {
        Total::Exactly(count) => i18n.number(count),
        Total::AtLeast(count) => format!("{}+", i18n.number(count)),
    }
}
