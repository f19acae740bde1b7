use kernel::{ts, use_i18n};
use leptos::prelude::*;
use runs::mark_by_key;
use ui::{LoadMore, Table};

use crate::ChosenColumns;
use crate::head::Head;
use crate::nothing::Nothing;
use crate::piece::Piece;
use crate::tags::tags_of_rows;

/// The table with its head and its foot.
#[component]
pub fn PlainTable(piece: Piece, columns: ChosenColumns) -> impl IntoView {
    let i18n = use_i18n();
    let Piece { state, row, more, .. } = piece;
    let summary = Signal::derive(move || state.summary(i18n));
    // As long as it is looked for rows there may be some.
    let is_empty = Memo::new(move |_| {
        state.ids.with(Vec::is_empty) && !(state.is_loading.get() && state.looked.get() > 0)
    });
    let shown = state.shown();
    let table = move || {
        let row = row.clone();
        view! {
            <Table caption=Signal::derive(move || i18n.text(state.about.says.title, &[]))>
                <Head state=state columns=columns shown=shown />
                <tbody on:keydown=move |event| {
                    if state.are_marked {
                        mark_by_key(state.marks, shown, &event);
                    }
                }>
                    <For each=move || state.ids.get() key=|id| *id children=move |id| row(id, shown) />
                </tbody>
            </Table>
            <LoadMore label=ts!("list-more") summary=summary busy=state.is_loading has_more=state.has_more on_press=more />
        }
    };
    view! {
        {tags_of_rows(state.tagging)}
        <div class="list__table" aria-busy=move || state.is_loading.get().then_some("true")>
            {move || if is_empty.get() { view! { <Nothing state=state /> }.into_any() } else { table().into_any() }}
        </div>
    }
}
