use std::sync::Arc;

use kernel::t;
use leptos::prelude::*;
use runs::MarkRow;

use crate::cell::cell;
use crate::{ChosenColumns, ListColumn, ListKind, ListState, Sheet};

/// The row of a record.
pub fn of<L: ListKind>(sheet: Sheet<L>, id: i64, shown: Signal<Vec<i64>>) -> AnyView {
    let items = sheet.rows.items;
    let find = move |items: &Vec<L::Item>| items.iter().find(|item| L::id(item) == id).cloned();
    let first = items.with_untracked(find);
    let item = Memo::new(move |before: Option<&Option<L::Item>>| {
        let found = items.with(find);
        found.or_else(|| before.cloned().flatten()).or_else(|| first.clone())
    });
    let item: Signal<Option<L::Item>> = item.into();
    let called = move || item.with(|item| item.as_ref().map(|item| L::name(item).to_owned()));
    let called = Signal::derive(move || called().unwrap_or_default());
    let cells = Arc::new(move |column: ListColumn| cell(sheet, item, column));
    line(sheet.rows.state, id, (called, L::before(item)), shown, sheet.columns, cells)
}

fn line(
    state: ListState,
    id: i64,
    (called, before): (Signal<String>, Option<AnyView>),
    shown: Signal<Vec<i64>>,
    columns: ChosenColumns,
    cells: Arc<dyn Fn(ListColumn) -> AnyView + Send + Sync>,
) -> AnyView {
    view! {
        <tr aria-selected=move || state.marks.has(id).then_some("true")>
            {state.are_marked.then(|| view! {
                <td class="table__mark"><MarkRow marks=state.marks id=id name=called rows=shown /></td>
            })}
            <td class="table__cell--main" data-label=t!("field-name")>
                <span class="list__named">
                    {before}
                    <a class="list__name" href=state.about.href(id) dir="auto">{move || called.get()}</a>
                </span>
            </td>
            {move || columns.get().into_iter().map(|column| cells(column)).collect_view()}
        </tr>
    }
    .into_any()
}
