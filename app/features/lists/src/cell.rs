use std::sync::Arc;

use kernel::{I18n, Instant, use_i18n, use_now};
use leptos::prelude::*;

use crate::tags::{TagsCell, chips};
use crate::{ListColumn, ListKind, ListWords, Rows, Sheet};

/// A field of a row, for the control with which it is changed where it stands. A copyable handle.
pub struct Cell<L: ListKind> {
    /// The rows that it stands in.
    pub rows: Rows<L>,
    /// The record.
    pub item: Signal<Option<L::Item>>,
    /// What fields, choices and people are called.
    pub words: StoredValue<Arc<L::Words>>,
    column: StoredValue<ListColumn>,
}

impl<L: ListKind> Cell<L> {
    /// The field with the name of the record, to tell the controls of the rows apart.
    pub fn label(self) -> Signal<String> {
        let i18n = use_i18n();
        Signal::derive(move || {
            let name = self.item.with(|item| item.as_ref().map(|item| L::name(item).to_owned()));
            let field = self.column.with_value(|column| column.label(i18n));
            label_of(i18n, field, name.unwrap_or_default())
        })
    }
}

/// A field and whose it is.
pub(crate) fn label_of(i18n: I18n, field: String, name: String) -> String {
    i18n.text("list-of-record", &[("field", field.into()), ("name", name.into())])
}

/// One cell. Tags, and what the kind has a control for, can be changed where they stand.
pub(crate) fn cell<L: ListKind>(
    sheet: Sheet<L>,
    item: Signal<Option<L::Item>>,
    column: ListColumn,
) -> AnyView {
    let (i18n, now) = (use_i18n(), use_now());
    let (rows, words) = (sheet.rows, sheet.words);
    let class = if column.is_number() { "table__cell--number" } else { "list__cell" };
    let key = column.key.to_string();
    let column = StoredValue::new(column);
    let place = Cell::<L> { rows, item, words, column };
    let control = match rows.state.may_edit {
        true => L::control(place, &key).or_else(|| (key == ListColumn::TAGS).then(|| tags(place))),
        false => None,
    };
    match control {
        Some(control) => kept(class, i18n, column, control),
        None => {
            let content = move || {
                item.with(|item| {
                    let item = item.as_ref()?;
                    Some(column.with_value(|column| {
                        words.with_value(|words| plain::<L>(i18n, item, column, words, now))
                    }))
                })
            };
            whole(class, i18n, column, Arc::new(content))
        }
    }
}

fn kept(class: &'static str, i18n: I18n, column: StoredValue<ListColumn>, control: AnyView) -> AnyView {
    let label = move || column.with_value(|column| column.label(i18n));
    view! { <td class=class data-label=label>{control}</td> }.into_any()
}

/// What is only read is written as a whole when the record changes: fifty rows of them are quicker to make.
fn whole(
    class: &'static str,
    i18n: I18n,
    column: StoredValue<ListColumn>,
    content: Arc<dyn Fn() -> Option<AnyView> + Send + Sync>,
) -> AnyView {
    let label = move || column.with_value(|column| column.label(i18n));
    let cell = move || {
        let content = content();
        view! { <td class=class data-label=label()>{content}</td> }
    };
    cell.into_any()
}

fn tags<L: ListKind>(cell: Cell<L>) -> AnyView {
    let item = cell.item;
    let tags = move || item.with(|item| item.as_ref().map(|item| L::tags(item).to_vec()).unwrap_or_default());
    let open = move |()| {
        let id = item.with_untracked(|item| item.as_ref().map(L::id));
        cell.rows.state.tagging.set(id.map(|id| cell.rows.tagged.record(id)));
    };
    view! { <TagsCell tags=Arc::new(tags) label=cell.label() open=Callback::new(open) /> }.into_any()
}

fn plain<L: ListKind>(
    i18n: I18n,
    item: &L::Item,
    column: &ListColumn,
    words: &L::Words,
    now: Signal<Instant>,
) -> AnyView {
    let text = match &column.added {
        Some(field) => {
            let json = L::added(item).get(&column.key);
            json.and_then(|json| field.show(i18n, words.staff(), json))
        }
        None if column.key.as_str() == ListColumn::TAGS => return chips(L::tags(item)),
        None => L::text(item, column.key.as_str(), words, i18n, now),
    };
    written(column, text)
}

fn written(column: &ListColumn, text: Option<String>) -> AnyView {
    let class = if column.is_whole() { "list__whole" } else { "list__text" };
    let direction = if column.is_ltr() { "ltr" } else { "auto" };
    view! { <bdi class=class dir=direction>{text}</bdi> }.into_any()
}
