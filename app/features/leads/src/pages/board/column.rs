use kernel::t;
use leptos::prelude::*;

use super::card::CardItem;
use super::header::ColumnHeader;
use super::scrolling;
use super::store::{BoardStore, ColumnHandle};

/// One column: its head with exact totals, and the cards near the view.
#[component]
pub fn ColumnView(store: BoardStore, column: ColumnHandle) -> impl IntoView {
    let visible = Memo::new(move |_| column.visible());
    let tab_stop = Memo::new(move |_| column.tab_stop());
    let is_over =
        Memo::new(move |_| store.held.with(|held| held.is_some_and(|held| held.column == column.key)));
    let hue = move || column.view.with(|view| view.stage.hue.rem_euclid(10).to_string());
    let is_empty = Memo::new(move |_| column.view.with(|view| view.cards.is_empty()));
    let is_due = StoredValue::new(false);
    let length = Memo::new(move |_| column.view.with(|view| view.cards.len()));
    Effect::new(move |_| {
        // Cards came or went, or the column was unfolded: the room above and below changes with them.
        length.track();
        column.is_folded.track();
        scrolling::refresh_soon(store, column);
    });
    view! {
        <section
            class="board-column"
            id=format!("column-{}", column.key)
            data-hue=hue
            data-over=move || is_over.get().then_some("")
            data-folded=move || column.is_folded.get().then_some("")
            aria-labelledby=format!("column-{}-title", column.key)
        >
            <ColumnHeader store=store column=column />
            <Show when=move || !column.is_folded.get()>
                <div
                    class="board-column__scroll"
                    node_ref=column.list
                    tabindex="-1"
                    data-column=column.key.to_string()
                    on:scroll=move |_| scrolling::on_scroll(store, column, is_due)
                >
                    <ul class="board-column__list" role="list" aria-labelledby=format!("column-{}-title", column.key)>
                        <For each=move || visible.get() key=|card| card.id let:card>
                            <CardItem store=store column=column visible=visible tab_stop=tab_stop first=card />
                        </For>
                    </ul>
                </div>
                {move || is_empty.get().then(|| view! { <p class="board-column__nothing">{t!("board-column-empty")}</p> })}
            </Show>
        </section>
    }
}
