//! The board: columns of cards that a team drags leads across.

use kernel::presence::Doing;
use kernel::{Error, I18n, RecordKind, RecordRef, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::components::Outlet;
use staff::pages::{way_on, who_helps};
use ui::{EmptyState, IconName, PageTitle, SideBySide, Size, Skeleton, SkeletonShape};
use views::{Layout, ViewBar, Viewing};

use super::LeadBesideRoute;
use super::dialogs::RuleDialogs;
use super::frame::frame;
use super::rules::Rules;
use super::saved;
use crate::BoardQuery;
use crate::api::get_board;
use crate::{Board, Dictionaries};

mod card;
mod card_menu;
mod column;
mod columns;
mod data;
mod drag;
mod focus;
mod folding;
mod header;
mod keys;
mod move_dialog;
mod moves;
mod scrolling;
mod selection;
mod state;
mod store;
mod toolbar;

use columns::Columns;
use moves::Moves;
use store::BoardStore;
use toolbar::BoardToolbar;
pub use toolbar::NewButtons;

/// `/leads/board`. The opened lead stands beside it as a route of its own, so that the board stays as it is.
#[component]
pub fn BoardPage() -> impl IntoView {
    LeadBesideRoute.fetch_soon();
    let frame = frame();
    let (query, words) = (frame.query(saved::board_query), frame.words);
    let board = Resource::new_blocking(
        || (),
        move |()| {
            let asked = frame.asked(saved::board_query);
            // An address without a pipeline opens the one that the person looked at last.
            async move { get_board(BoardQuery { shown_last: true, ..asked.await }).await }
        },
    );
    Rules::provide();
    let retry = Callback::new(move |()| {
        board.refetch();
        words.refetch();
    });
    view! {
        <PageTitle text=ts!("board-title") />
        <div class="board-frame">
            <SideBySide panel=|| view! { <Outlet /> }>
                <div class="board-page">
                    <h1 class="visually-hidden">{kernel::t!("board-title")}</h1>
                    <Suspense fallback=|| view! { <BoardSkeleton /> }>
                        {move || Suspend::new(async move {
                            frame.ready().await;
                            let viewing = saved::viewing(frame, Layout::Board, Callback::new(|look| look));
                            match (board.await, words.await) {
                                (Ok(board), Ok(words)) => {
                                    let store = BoardStore::new(board, words, query.into());
                                    view! { <BoardContent store=store viewing=viewing /> }.into_any()
                                }
                                (Err(error @ Error::Invalid(_)), Ok(words)) => {
                                    kernel::answer_with(&error);
                                    let store = nothing(&words).map(|board| BoardStore::new(board, words, query.into()));
                                    store.map(|store| {
                                        store.problem.set(Some(error));
                                        view! { <BoardContent store=store viewing=viewing /> }
                                    })
                                    .into_any()
                                }
                                (Err(error), _) | (_, Err(error)) => view! { <Failed error=error retry=retry /> }.into_any(),
                            }
                        })}
                    </Suspense>
                    <RuleDialogs />
                </div>
            </SideBySide>
        </div>
    }
}

/// The board of a filter that nobody can read: a filter that is not understood means no card, never all of them.
fn nothing(words: &Dictionaries) -> Option<Board> {
    Some(Board { pipeline: words.pipelines.first().cloned()?, stages: Vec::new() })
}

/// What is shown until the first cards are there.
#[component]
fn BoardSkeleton() -> impl IntoView {
    let i18n = use_i18n();
    let column = move |_| {
        let label = Signal::derive(move || i18n.text("board-loading", &[]));
        view! { <div class="board-column board-column--coming"><Skeleton label=label shape=SkeletonShape::Cards count=4 /></div> }
    };
    view! { <div class="board-columns">{(0..5).map(column).collect_view()}</div> }
}

/// A page could not be fetched: why, who can help, and the way on.
#[component]
pub fn Failed(error: Error, retry: Callback<()>) -> impl IntoView {
    kernel::answer_with(&error);
    let i18n: I18n = use_i18n();
    let (help, way) = (who_helps(&error), way_on(&error, Some(retry), Size::default()));
    let text = move || i18n.render(&error.text());
    view! { <EmptyState icon=IconName::Warning title=Signal::derive(text) text=help>{way}</EmptyState> }
}

/// The toolbar and the columns.
#[component]
fn BoardContent(store: BoardStore, viewing: Viewing) -> impl IntoView {
    let moves = Moves::new(store, Rules::here());
    provide_context(moves);
    data::follow(store, moves);
    folding::remember(store);
    be_present(store);
    view! {
        <ViewBar viewing=viewing all_label=ts!("lead-view-usual") />
        <BoardToolbar store=store viewing=viewing />
        <Columns store=store moves=moves />
    }
}

/// Says that the board is looked at, and which card is in hand.
fn be_present(store: BoardStore) {
    store.presence.stand().on_board(RecordKind::Lead);
    let hand = store.presence.stand();
    Effect::new(move |_| match store.held.get() {
        Some(held) => hand.at(RecordRef { kind: RecordKind::Lead, id: held.id.0 }, Doing::Moves),
        None => hand.nowhere(),
    });
}
