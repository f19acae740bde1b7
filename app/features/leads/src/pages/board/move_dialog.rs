use kernel::{LeadId, ts};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Choice, Dialog, DialogBody, DialogFooter, DialogSize, Field, Select, Tone};

use super::moves::Moves;
use super::state::Slot;
use super::store::{BoardStore, ColumnHandle};

kernel::lazy_part! {
    leads_later: pub fn move_dialog(moves: Moves, asked: RwSignal<Vec<LeadId>>) => view! {
        <MoveDialog moves=moves asked=asked />
    }
}

/// "Move to...": the stage and the place by two lists, without any dragging. For one card or for all that are marked.
#[component]
fn MoveDialog(moves: Moves, asked: RwSignal<Vec<LeadId>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(asked.with(|ids| !ids.is_empty())));
    view! {
        <Dialog
            id="move-dialog"
            title=ts!("board-move-title")
            close_label=ts!("lead-close")
            open=open
            size=DialogSize::Small
            on_close=move |()| asked.set(Vec::new())
        >
            {move || view! { <MoveForm moves=moves ids=asked.get_untracked() open=open /> }}
        </Dialog>
    }
}

/// The column behind the one in which the first of the cards stands: where it most likely goes. The last one has none.
fn next_column(moves: Moves, ids: &[LeadId]) -> i64 {
    let home = ids.first().and_then(|id| moves.store.with(|state| state.home(*id)));
    let home = home.map_or(0, |(column, ..)| column);
    let keys: Vec<i64> =
        moves.store.columns.with_untracked(|all| all.iter().map(|column| column.key).collect());
    let next = keys.iter().position(|key| *key == home).and_then(|at| keys.get(at + 1));
    next.copied().unwrap_or(home)
}

#[component]
fn MoveForm(moves: Moves, ids: Vec<LeadId>, open: RwSignal<bool>) -> impl IntoView {
    let (store, i18n) = (moves.store, moves.i18n);
    let next = next_column(moves, &ids);
    let (column, place) = (RwSignal::new(next.to_string()), RwSignal::new("top".to_owned()));
    let name = match ids.as_slice() {
        [only] => store.card(*only).map_or_else(String::new, |card| card.name.clone()),
        all => i18n.text("board-selected", &[("count", (all.len() as i64).into())]),
    };
    let ids = StoredValue::new(ids);
    let columns = Signal::derive(move || {
        let choice = |column: &ColumnHandle| {
            let (name, count) = column.view.with(|view| (view.stage.name.clone(), view.totals.count));
            let name = if column.key == 0 { i18n.text("board-nobody", &[]) } else { name };
            Choice::new(column.key.to_string(), format!("{name} ({})", i18n.number(count)))
        };
        store.columns.with(|columns| columns.iter().map(choice).collect())
    });
    let places = Signal::derive(move || places(moves, &ids.get_value(), &column.get()));
    let (pipeline, away) =
        (RwSignal::new(untrack(|| shown(store)).to_string()), RwSignal::new(String::new()));
    let is_here = Memo::new(move |_| pipeline.with(|pipeline| *pipeline == shown(store).to_string()));
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        open.set(false);
        if !is_here.get_untracked() {
            return moves.leave(&ids.get_value(), away.get_untracked().parse().unwrap_or_default());
        }
        let (ids, key) = (ids.get_value(), column.get_untracked().parse().unwrap_or(next));
        moves.run(&ids, key, slot(moves, &ids, key, &place.get_untracked()));
    };
    let is_manual = store.with(|state| state.is_manual());
    view! {
        <form on:submit=go>
            <DialogBody>
                <p class="board-move__name" dir="auto">{name}</p>
                <Elsewhere store=store ids=ids pipeline=pipeline away=away />
                <Show when=move || is_here.get()>
                    <Field label=ts!("board-move-column") name="move-column">
                        <Select name="move-column" value=column choices=columns on_change=move |_| place.set("top".into()) />
                    </Field>
                </Show>
                <Show when=move || is_manual && is_here.get()>
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

fn shown(store: BoardStore) -> kernel::PipelineId {
    store.pipeline.with(|pipeline| pipeline.id)
}

/// Where there are several pipelines: which one, and the stage of another one. Cards go to its top, since its order is not
/// in sight.
#[component]
fn Elsewhere(
    store: BoardStore,
    ids: StoredValue<Vec<LeadId>>,
    pipeline: RwSignal<String>,
    away: RwSignal<String>,
) -> impl IntoView {
    let words = move || store.words.get();
    let pipelines = Signal::derive(move || {
        let choice = |own: &crate::Pipeline| Choice::new(own.id.to_string(), own.name.clone());
        words().pipelines.iter().map(choice).collect::<Vec<_>>()
    });
    let first = ids.with_value(|ids| ids.first().copied());
    let is_converted = first.and_then(|id| store.card(id)).is_some_and(|card| card.customer_id.is_some());
    let stages = Signal::derive(move || {
        let words = words();
        let of = words.stages.iter().filter(|stage| pipeline.with(|id| stage.pipeline_id.to_string() == *id));
        // Converted cards stand where converted ones do, and only they.
        let fitting = of.filter(|stage| stage.is_conversion == is_converted);
        fitting.map(|stage| Choice::new(stage.id.to_string(), stage.name.clone())).collect::<Vec<_>>()
    });
    let choose = move |_| {
        let first = stages.with_untracked(|stages| stages.first().map(|choice| choice.value.clone()));
        away.set(first.unwrap_or_default());
    };
    let is_away = move || pipeline.with(|pipeline| *pipeline != shown(store).to_string());
    view! {
        <Show when=move || pipelines.with(|all| all.len() > 1)>
            <Field label=ts!("board-pipeline") name="move-pipeline">
                <Select name="move-pipeline" value=pipeline choices=pipelines on_change=choose />
            </Field>
        </Show>
        <Show when=is_away>
            <Field label=ts!("field-stage_id") name="move-away">
                <Select name="move-away" value=away choices=stages />
            </Field>
        </Show>
    }
}

/// The most cards that are named as neighbours.
const NAMED: usize = 100;

fn places(moves: Moves, ids: &[LeadId], key: &str) -> Vec<Choice> {
    let i18n = moves.i18n;
    let mut choices = vec![Choice::new("top", i18n.text("board-move-top", &[]))];
    let Some(column) = key.parse().ok().and_then(|key| moves.store.column(key)) else { return choices };
    choices.push(Choice::new("bottom", i18n.text("board-move-bottom", &[])));
    let after = |card: &std::sync::Arc<crate::LeadCard>| {
        Choice::new(
            card.id.to_string(),
            i18n.text("board-move-after", &[("name", card.name.as_str().into())]),
        )
    };
    let cards = column.view.with_untracked(|view| view.cards.clone());
    choices.extend(cards.iter().filter(|card| !ids.contains(&card.id)).take(NAMED).map(after));
    choices
}

fn slot(moves: Moves, ids: &[LeadId], key: i64, place: &str) -> Slot {
    let last = moves.store.with(|state| state.last_slot(key, ids));
    match place.parse() {
        Ok(after) => Slot { after: Some(LeadId(after)), ..Slot::default() },
        Err(_) => moves.store.with(|state| state.slot_at(key, if place == "bottom" { last } else { 0 }, ids)),
    }
}
