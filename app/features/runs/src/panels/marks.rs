use std::collections::BTreeSet;

use fields::Asked;
use kernel::{I18n, ts, use_i18n};
use leptos::prelude::*;
use ui::{Announcer, Checkbox, IconName, MenuItem, Shortcuts};
use wasm_bindgen::JsCast;

use crate::{MOST_IDS, Selection};

/// Which records of a list are marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// These.
    These(BTreeSet<i64>),
    /// All that the list has, loaded or not, but these.
    AllBut(BTreeSet<i64>),
}

impl Picked {
    fn none() -> Self {
        Self::These(BTreeSet::new())
    }

    /// Whether this one is marked.
    pub fn has(&self, id: i64) -> bool {
        match self {
            Self::These(ids) => ids.contains(&id),
            Self::AllBut(ids) => !ids.contains(&id),
        }
    }

    /// Marks some, or takes their marks away. Says whether there was room for all of them: no more are named one by one
    /// than a run takes.
    pub fn set(&mut self, ids: impl IntoIterator<Item = i64>, marked: bool) -> bool {
        let (named, puts_in) = match self {
            Self::These(named) => (named, marked),
            Self::AllBut(named) => (named, !marked),
        };
        let mut has_room = true;
        for id in ids {
            if !puts_in {
                named.remove(&id);
            } else if named.len() < MOST_IDS || named.contains(&id) {
                named.insert(id);
            } else {
                has_room = false;
            }
        }
        has_room
    }

    /// Whether none is marked, as far as one can know.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::These(ids) if ids.is_empty())
    }

    /// The ids of those that are marked one by one; none where all are that the list has.
    pub fn named(&self) -> Vec<i64> {
        match self {
            Self::These(ids) => ids.iter().copied().collect(),
            Self::AllBut(_) => Vec::new(),
        }
    }

    /// The ids of those that were unticked after all had been marked.
    pub fn left_out(&self) -> Vec<i64> {
        match self {
            Self::These(_) => Vec::new(),
            Self::AllBut(ids) => ids.iter().copied().collect(),
        }
    }

    /// The records that are meant, of the list under this filter.
    pub fn selection(&self, filter: Asked) -> Selection {
        match self {
            Self::These(_) => Selection::Ids(self.named()),
            Self::AllBut(_) => Selection::Matching { filter, except: self.left_out() },
        }
    }
}

/// The marked rows of a list: they stay marked while further rows come, and go when the list becomes another one. A
/// copyable handle.
#[derive(Clone, Copy)]
pub struct Marks {
    /// Which ones.
    pub picked: RwSignal<Picked>,
    /// Where a range begins.
    anchor: StoredValue<Option<i64>>,
    /// Goes up when the person marks something or not: then it is said.
    by_hand: RwSignal<u64>,
    announcer: Announcer,
    i18n: I18n,
}

impl Marks {
    /// None at first. Take it at the top of a page.
    pub fn new() -> Self {
        Self {
            picked: RwSignal::new(Picked::none()),
            anchor: StoredValue::new(None),
            by_hand: RwSignal::new(0),
            announcer: Announcer::here(),
            i18n: use_i18n(),
        }
    }

    /// Whether this row is marked.
    pub fn has(self, id: i64) -> bool {
        self.picked.with(|picked| picked.has(id))
    }

    /// Whether none is marked.
    pub fn is_empty(self) -> bool {
        self.picked.with(Picked::is_empty)
    }

    /// Marks a row, or takes its mark away.
    pub fn toggle(self, id: i64) {
        let marked = !self.picked.with_untracked(|picked| picked.has(id));
        self.anchor.set_value(Some(id));
        self.set(&[id], marked);
    }

    /// Marks the rows from the last one that was marked or not to this one, in this order of rows.
    pub fn extend(self, rows: &[i64], id: i64) {
        let place = |id: i64| rows.iter().position(|row| *row == id);
        match (self.anchor.get_value().and_then(place), place(id)) {
            (Some(from), Some(to)) => self.set(&rows[from.min(to)..=from.max(to)], true),
            _ => self.toggle(id),
        }
    }

    /// Marks rows, or takes their marks away.
    pub fn set(self, ids: &[i64], marked: bool) {
        let has_room = self.picked.try_update(|picked| picked.set(ids.iter().copied(), marked));
        if has_room == Some(false) {
            self.announcer.announce(self.i18n.text("run-marks-full", &[("most", MOST_IDS.into())]));
        }
        self.by_hand.update(|times| *times += 1);
    }

    /// Marks all that the list has, loaded or not.
    pub fn all(self) {
        self.picked.set(Picked::AllBut(BTreeSet::new()));
        self.by_hand.update(|times| *times += 1);
    }

    /// Takes all marks away.
    pub fn clear(self) {
        self.anchor.set_value(None);
        if !self.picked.with_untracked(Picked::is_empty) {
            self.picked.set(Picked::none());
            self.by_hand.update(|times| *times += 1);
        }
    }

    /// How often the person has marked something or not.
    pub(crate) fn by_hand(self) -> u64 {
        self.by_hand.get()
    }
}

impl Default for Marks {
    fn default() -> Self {
        Self::new()
    }
}

/// The box of one row. With Shift it marks the rows from the last one to this one.
#[component]
pub fn MarkRow(
    marks: Marks,
    id: i64,
    /// What the record is called.
    #[prop(into)]
    name: Signal<String>,
    /// The rows that are loaded, in their order.
    rows: Signal<Vec<i64>>,
) -> impl IntoView {
    let (i18n, checked) = (use_i18n(), RwSignal::new(false));
    let label = Signal::derive(move || i18n.text("run-mark", &[("name", name.get().into())]));
    Effect::new(move |_| checked.set(marks.has(id)));
    let with_shift = StoredValue::new(false);
    let change = move |_| {
        if with_shift.get_value() {
            marks.extend(&rows.get_untracked(), id);
        } else {
            marks.toggle(id);
        }
        // An extension may leave it as it was.
        checked.set(marks.picked.with_untracked(|picked| picked.has(id)));
    };
    view! {
        <span class="mark" data-mark=id on:click=move |event| with_shift.set_value(event.shift_key())>
            <Checkbox label=label label_hidden=true name="mark" id=format!("mark-{id}") checked=checked on_change=change />
        </span>
    }
}

/// The box in the head: all rows that are loaded.
#[component]
pub fn MarkAll(
    marks: Marks,
    /// The rows that are loaded.
    rows: Signal<Vec<i64>>,
) -> impl IntoView {
    let (i18n, checked) = (use_i18n(), RwSignal::new(false));
    let marked = Memo::new(move |_| {
        rows.with(|rows| marks.picked.with(|picked| rows.iter().filter(|id| picked.has(**id)).count()))
    });
    let all = Memo::new(move |_| rows.with(|rows| !rows.is_empty() && marked.get() == rows.len()));
    let mixed = Signal::derive(move || marked.get() > 0 && !all.get());
    Effect::new(move |_| checked.set(all.get()));
    let change = move |on: bool| {
        marks.set(&rows.get_untracked(), on);
        checked.set(all.get_untracked());
    };
    let label = Signal::derive(move || i18n.text("run-mark-all", &[]));
    let shortcuts = Shortcuts::here();
    shortcuts.tell("x", ts!("run-keys"), ts!("run-key-mark"));
    shortcuts.offer(Signal::derive(move || {
        let loaded = MenuItem::run(label.get(), move || change(true)).icon(IconName::CheckAll);
        let every = MenuItem::run(i18n.text("run-mark-every", &[]), move || marks.all());
        vec![loaded, every.icon(IconName::CheckAll)]
    }));
    view! {
        <span class="mark">
            <Checkbox label=label label_hidden=true name="mark-all" checked=checked mixed=mixed on_change=change />
        </span>
    }
}

/// `X` in a row marks it or not, with Shift from the last one to this one. For the body of a table whose rows have a
/// [`MarkRow`].
pub fn mark_by_key(marks: Marks, rows: Signal<Vec<i64>>, event: &web_sys::KeyboardEvent) {
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    if !is_plain || !event.key().eq_ignore_ascii_case("x") {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(target) = target
        .filter(|target| !target.matches("select, textarea, input:not([type=checkbox])").unwrap_or(true))
    else {
        return;
    };
    let row = target.closest("tr").ok().flatten();
    let mark = row.and_then(|row| row.query_selector("[data-mark]").ok().flatten());
    let Some(id) = mark.and_then(|mark| mark.get_attribute("data-mark")?.parse().ok()) else { return };
    event.prevent_default();
    if event.shift_key() {
        marks.extend(&rows.get_untracked(), id);
    } else {
        marks.toggle(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_some_are_marked_and_named_as_such() {
        let mut picked = Picked::AllBut(BTreeSet::new());
        assert!(picked.set([3, 5], false) && picked.set([5], true));
        assert!(!picked.has(3) && picked.has(5) && picked.has(99));
        let filter = Asked { q: "ada".into(), f: Vec::new() };
        assert_eq!(picked.selection(filter.clone()), Selection::Matching { filter, except: vec![3] });
        assert_eq!((picked.named(), picked.left_out()), (vec![], vec![3]));
        assert_eq!(
            (Picked::These([7].into()).named(), Picked::These([7].into()).left_out()),
            (vec![7], vec![])
        );
    }

    #[test]
    fn no_more_are_named_than_a_run_takes() {
        let mut picked = Picked::none();
        assert!(picked.set(0..1_000, true));
        assert!(!picked.set([5, 2_000], true), "one too many");
        assert!(picked.has(5) && !picked.has(2_000));
        assert!(picked.set(0..1_000, false) && picked.is_empty());
    }
}
