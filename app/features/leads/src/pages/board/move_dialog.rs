use kernel::{LeadId, ts};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Choice, Dialog, DialogBody, DialogFooter, DialogSize, Field, Select, Tone};

use super::moves::Moves;
use super::state::Slot;
use super::store::ColumnHandle;

/// "Move to...": the stage and the place by two lists, without any dragging.
#[component]
pub fn MoveDialog(moves: Moves, asked: RwSignal<Option<LeadId>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(asked.get().is_some()));
    view! {
        <Dialog
            id="move-dialog"
            title=ts!("board-move-title")
            close_label=ts!("lead-close")
            open=open
            size=DialogSize::Small
            on_close=move |()| asked.set(None)
        >
            {move || asked.get_untracked().map(|id| view! { <MoveForm moves=moves id=id open=open /> })}
        </Dialog>
    }
}

#[component]
fn MoveForm(moves: Moves, id: LeadId, open: RwSignal<bool>) -> impl IntoView {
    let (store, i18n) = (moves.store, moves.i18n);
    let home = store.with(|state| state.home(id)).map_or(0, |(column, ..)| column);
    let (column, place) = (RwSignal::new(home.to_string()), RwSignal::new("top".to_owned()));
    let columns = Signal::derive(move || {
        let choice = |column: &ColumnHandle| {
            let (name, count) = column.view.with(|view| (view.stage.name.clone(), view.totals.count));
            let name = if column.key == 0 { i18n.text("board-nobody", &[]) } else { name };
            Choice::new(column.key.to_string(), format!("{name} ({})", i18n.number(count)))
        };
        store.columns.with(|columns| columns.iter().map(choice).collect())
    });
    let places = Signal::derive(move || places(moves, id, &column.get()));
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        open.set(false);
        let key = column.get_untracked().parse().unwrap_or(home);
        moves.run(id, key, slot(moves, id, key, &place.get_untracked()));
    };
    let name = store.card(id).map_or_else(String::new, |card| card.name.clone());
    let is_manual = store.with(|state| state.is_manual());
    view! {
        <form on:submit=go>
            <DialogBody>
                <p class="board-move__name" dir="auto">{name}</p>
                <Field label=ts!("board-move-column") name="move-column">
                    <Select name="move-column" value=column choices=columns on_change=move |_| place.set("top".into()) />
                </Field>
                <Show when=move || is_manual>
                    <Field label=ts!("board-move-place") name="move-place">
                        <Select name="move-place" value=place choices=places />
                    </Field>
                </Show>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("board-move-go") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

/// The most cards that are named as neighbours; further down, the end of what is shown is near enough.
const NAMED: usize = 100;

fn places(moves: Moves, id: LeadId, key: &str) -> Vec<Choice> {
    let i18n = moves.i18n;
    let mut choices = vec![Choice::new("top", i18n.text("board-move-top", &[]))];
    let Some(column) = key.parse().ok().and_then(|key| moves.store.column(key)) else { return choices };
    let (cards, has_more) = column.view.with(|view| (view.cards.clone(), view.has_more));
    let last = if has_more { "board-move-last-shown" } else { "board-move-bottom" };
    choices.push(Choice::new("bottom", i18n.text(last, &[])));
    let after = |card: &std::sync::Arc<crate::LeadCard>| {
        Choice::new(
            card.id.to_string(),
            i18n.text("board-move-after", &[("name", card.name.as_str().into())]),
        )
    };
    choices.extend(cards.iter().filter(|card| card.id != id).take(NAMED).map(after));
    choices
}

fn slot(moves: Moves, id: LeadId, key: i64, place: &str) -> Slot {
    let last = moves.store.with(|state| state.last_slot(key, id));
    match place.parse() {
        Ok(after) => Slot { after: Some(LeadId(after)), before: None },
        Err(_) => moves.store.with(|state| state.slot_at(key, if place == "bottom" { last } else { 0 }, id)),
    }
}
