use kernel::{Area, Can, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{Badge, IconButton, IconName, Meaning, Size};

use super::store::{BoardStore, ColumnHandle};
use crate::BoardGroup;

/// The head of a column: its name, the exact count, the sum of each currency, how many are stale, fold and add.
#[component]
pub fn ColumnHeader(store: BoardStore, column: ColumnHandle) -> impl IntoView {
    let i18n = use_i18n();
    let stage = Memo::new(move |_| column.view.with(|view| view.stage.clone()));
    let totals = Memo::new(move |_| column.view.with(|view| view.totals.clone()));
    let name = move || match stage.with(|stage| (stage.id, stage.name.clone())) {
        (0, _) => i18n.text("board-nobody", &[]),
        (_, name) => name,
    };
    let limit = move || stage.with(|stage| stage.wip_limit);
    let count = move || totals.with(|totals| totals.count);
    let shown = move || match limit() {
        Some(limit) => format!("{} / {}", i18n.number(count()), i18n.number(limit)),
        None => i18n.number(count()),
    };
    let spoken = move || match limit() {
        Some(limit) => i18n.text("board-count-limit", &[("count", count().into()), ("limit", limit.into())]),
        None => i18n.text("board-count", &[("count", count().into())]),
    };
    let is_over = move || stage.with(|stage| stage.is_over(count()));
    let is_full = move || stage.with(|stage| stage.is_full(count()));
    view! {
        <header class="board-column__head">
            <h2 class="board-column__title" id=format!("column-{}-title", column.key)>
                <span class="board-column__dot" aria-hidden="true"></span>
                <bdi class="board-column__name">{name}</bdi>
                <span class="board-column__count" aria-hidden="true" data-over-limit=move || is_over().then_some("") data-full=move || is_full().then_some("")>{shown}</span>
                <span class="visually-hidden">{spoken}</span>
                {move || is_full().then(|| view! { <Badge text=ts!("board-column-full") icon=IconName::Lock /> })}
            </h2>
            <HeaderButtons store=store column=column name=Signal::derive(name) />
            <div class="board-column__facts">
                <Sums column=column />
                {move || {
                    let stale = totals.with(|totals| totals.stale);
                    (stale > 0).then(|| {
                        let text = i18n.text("board-stale-count", &[("count", stale.into())]);
                        view! { <Badge text=i18n.number(stale) spoken=text meaning=Meaning::Warning icon=IconName::Warning /> }
                    })
                }}
            </div>
        </header>
    }
}

/// What the leads of the column are worth, for each currency.
#[component]
fn Sums(column: ColumnHandle) -> impl IntoView {
    let i18n = use_i18n();
    let sums = Memo::new(move |_| column.view.with(|view| view.totals.sums.clone()));
    let sum = move |sum: kernel::Money| view! { <bdi class="board-column__sum">{i18n.money(sum)}</bdi> };
    move || sums.get().into_iter().map(sum).collect_view()
}

#[component]
fn HeaderButtons(store: BoardStore, column: ColumnHandle, name: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let is_folded = column.is_folded;
    let fold_label = Signal::derive(move || {
        let key = if is_folded.get() { "board-unfold" } else { "board-fold" };
        i18n.text(key, &[("name", name.get().into())])
    });
    let add_label = Signal::derive(move || i18n.text("board-add-to", &[("name", name.get().into())]));
    let may_add = use_me().actor.has(Area::Leads, Can::Create);
    let can_hold_new = move || {
        let is_stage = store.query.with(|query| query.group == BoardGroup::Stage);
        may_add && is_stage && !is_folded.get() && column.view.with(|view| !view.stage.is_conversion)
    };
    let adding = use_context::<super::toolbar::Adding>();
    let add = move |()| {
        if let Some(adding) = adding {
            adding.open(column.view.with_untracked(|view| view.stage.id()));
        }
    };
    let fold = move |()| is_folded.update(|folded| *folded = !*folded);
    view! {
        <div class="board-column__buttons">
            <Show when=can_hold_new>
                <IconButton label=add_label icon=IconName::Plus size=Size::Small on_press=add />
            </Show>
            {move || {
                let icon = if is_folded.get() { IconName::Unfold } else { IconName::Fold };
                view! { <IconButton label=fold_label icon=icon size=Size::Small on_press=fold /> }
            }}
        </div>
    }
}

/// The words for how a board is ordered or grouped, as the toolbar lists them.
pub fn choices(i18n: kernel::I18n, prefix: &'static str, codes: &[&'static str]) -> Vec<ui::Choice> {
    let choice = |code: &&'static str| {
        ui::Choice::new(*code, i18n.text(&format!("{prefix}-{}", code.replace('_', "-")), &[]))
    };
    codes.iter().map(choice).collect()
}
