use fields::{Asked, Filter};
use kernel::{LeadId, t, ts};
use leptos::prelude::*;
use lists::Unread;
use ui::{EmptyState, IconName, LinkButton, Shortcuts, Tone};

use super::card_menu::Offers;
use super::column::ColumnView;
use super::drag::Drag;
use super::keys;
use super::move_dialog::move_dialog;
use super::moves::Moves;
use super::selection::SelectionBar;
use super::store::{BoardStore, Hand};
use crate::filter::is_out_of_play;
use crate::pages::address;
use crate::{BoardQuery, ListQuery, Standing};

/// The row of columns, and everything that can be done to the cards in it.
#[component]
pub fn Columns(store: BoardStore, moves: Moves) -> impl IntoView {
    let drag = Drag::new(moves);
    let asked = RwSignal::new(Vec::<LeadId>::new());
    provide_context(AskWhere(asked));
    let offers = Offers::provide();
    let is_asked = Signal::derive(move || asked.with(|ids| !ids.is_empty()));
    keys::tell(Shortcuts::here());
    keys::listen(moves, AskWhere(asked));
    let held_by =
        move || store.held.get().map(|held| if held.by == Hand::Pointer { "pointer" } else { "keyboard" });
    // A long list of names read at each card would drown the card; the hint is read once per card, after it.
    view! {
        <p class="visually-hidden" id="board-help">{t!("board-help")}</p>
        <Nothing store=store />
        <div
            class="board-columns"
            node_ref=store.element
            data-held=held_by
            on:scroll=move |_| if let Some(board) = store.element.get_untracked() { store.aside.set_value(board.scroll_left()) }
            aria-busy=move || store.is_loading.get().then_some("true")
            on:pointerdown=move |event| drag.pressed(&event)
            on:pointermove=move |event| drag.moved(&event)
            on:pointerup=move |event| drag.released(&event)
            on:pointercancel=move |event| drag.lost(&event)
            on:lostpointercapture=move |event| drag.lost(&event)
            on:contextmenu=move |event| drag.context_menu(&event)
            on:click=move |event| drag.clicked(&event)
            on:dragstart=|event| event.prevent_default()
            on:keydown=move |event| keys::on_key(&event, moves, AskWhere(asked))
            on:focusout=move |_| keys::let_go_when_left(moves)
        >
            <For each=move || store.columns.get() key=|column| column.key let:column>
                <ColumnView store=store column=column />
            </For>
        </div>
        <SelectionBar store=store />
        <HeldHint store=store />
        {offers}
        {move_dialog(is_asked, move || asked.set(Vec::new()), moves, asked)}
    }
}

/// The cards for which "Move to..." is open; in context for the menus of the cards.
#[derive(Clone, Copy)]
pub struct AskWhere(pub RwSignal<Vec<LeadId>>);

/// The keys that can be pressed while a card is held by the keyboard.
#[component]
fn HeldHint(store: BoardStore) -> impl IntoView {
    let is_shown = move || store.held.with(|held| held.is_some_and(|held| held.by == Hand::Keyboard));
    view! {
        <Show when=is_shown>
            <p class="board-hint" aria-hidden="true">{t!("board-held-hint")}</p>
        </Show>
    }
}

/// The address of the list with what a board was asked. A list shows leads in play as long as nothing is said about
/// their standing.
fn in_list(filter: &Filter, mut asked: Asked) -> String {
    if !filter.names("standing") {
        asked.f.push(format!("standing.any.{}", Standing::All.code()));
    }
    address::list(&ListQuery { filter: asked, ..ListQuery::default() })
}

/// What to do when there is nothing on the board.
#[component]
fn Nothing(store: BoardStore) -> impl IntoView {
    let is_empty = Memo::new(move |_| {
        store
            .columns
            .with(|columns| columns.iter().all(|column| column.view.with(|view| view.totals.count == 0)))
    });
    let is_filtered = Memo::new(move |_| store.query.with(|query| !query.filter.is_empty()));
    let all = move || {
        let query = store.query.get();
        address::board(&BoardQuery { filter: Asked::default(), ..query })
    };
    // What was taken out of play stands on no board; the list has it.
    let elsewhere = Memo::new(move |_| {
        let asked = store.query.with(|query| query.filter.clone());
        let filter = store.words.with(|words| words.catalogue.read(&asked)).ok()?;
        is_out_of_play(filter.tests()).then(|| in_list(&filter, asked))
    });
    let filtered = move || {
        let clear = move || view! { <LinkButton label=ts!("filter-clear") href=Signal::derive(all) /> };
        match store.problem.get() {
            Some(error) => view! { <Unread error=error>{clear()}</Unread> }.into_any(),
            None if elsewhere.with(Option::is_some) => view! {
                <EmptyState icon=IconName::Filter title=ts!("board-out-of-play") text=ts!("board-out-of-play-text")>
                    {clear()}
                    <LinkButton
                        label=ts!("board-out-of-play-list")
                        href=Signal::derive(move || elsewhere.get().unwrap_or_default())
                        icon=IconName::List
                        tone=Tone::Primary
                    />
                </EmptyState>
            }
            .into_any(),
            None => view! {
                <EmptyState icon=IconName::Filter title=ts!("board-nothing-matches") text=ts!("board-nothing-matches-text")>
                    {clear()}
                </EmptyState>
            }
            .into_any(),
        }
    };
    let none = move || {
        view! {
            <EmptyState icon=IconName::Board title=ts!("board-empty") text=ts!("board-empty-text")>
                <LinkButton label=ts!("board-import") href="/imports/new" icon=IconName::Import />
                <LinkButton label=ts!("board-new") href="/leads/new" icon=IconName::Plus tone=Tone::Primary />
            </EmptyState>
        }
    };
    move || match (is_empty.get() && !store.is_loading.get(), is_filtered.get()) {
        (false, _) => ().into_any(),
        (true, true) => filtered(),
        (true, false) => none().into_any(),
    }
}
