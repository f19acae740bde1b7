use std::collections::BTreeSet;

use kernel::{Arg, I18n, RecordRef, Text, t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, Checkbox, Dialog, DialogBody, DialogFooter, IconButton, IconName, Size, Toast, Toasts, Tone,
};

use crate::{UndoField, UndoState, Undoing, preview_undo, undo_event};

/// Takes one change of the history back. It asks first only if something of it was changed later.
#[component]
pub(super) fn TakeBack(
    record: RecordRef,
    /// The number of the event.
    event: i64,
    /// What was done, as a sentence that goes on after a name.
    what: Text,
    /// Called once it is taken back.
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (busy, open, asked) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(None::<Undoing>));
    let run = running(record, event, busy, open, again);
    let begin = beginning(record, event, busy, run, move |undoing| {
        asked.set(Some(undoing));
        open.set(true);
    });
    let label = Signal::derive(move || {
        let what = i18n.render(&what);
        i18n.text("undo-label", &[("what", what.into())])
    });
    view! {
        <span class="entry__undo">
            <IconButton label=label icon=IconName::Undo size=Size::Small on_press=begin />
        </span>
        <Show when=move || open.get()>
            {move || asked.get().map(|undoing| view! { <Ask event=event undoing=undoing open=open busy=busy run=run /> })}
        </Show>
    }
}

/// Takes the event back, with the fields of `over` in any case.
fn running(
    record: RecordRef,
    event: i64,
    busy: RwSignal<bool>,
    open: RwSignal<bool>,
    again: Callback<()>,
) -> Callback<Vec<String>> {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    Callback::new(move |over: Vec<String>| {
        busy.set(true);
        spawn_local(async move {
            match undo_event(record, event, over).await {
                Ok(()) => {
                    open.set(false);
                    toasts.show(Toast::positive(i18n.text("undo-done", &[])));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
            let _left = busy.try_set(false);
        });
    })
}

/// Looks first: what nobody has changed later goes back at once, anything else is asked about.
fn beginning(
    record: RecordRef,
    event: i64,
    busy: RwSignal<bool>,
    run: Callback<Vec<String>>,
    ask: impl Fn(Undoing) + Copy + Send + Sync + 'static,
) -> Callback<()> {
    let problems = use_problems();
    Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match preview_undo(record, event).await {
                Ok(undoing) if !undoing.has_later() => return run.run(Vec::new()),
                Ok(undoing) => ask(undoing),
                Err(error) => problems.report(error),
            }
            let _left = busy.try_set(false);
        });
    })
}

/// What was changed later, and whether it goes back all the same.
#[component]
fn Ask(
    event: i64,
    undoing: Undoing,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    run: Callback<Vec<String>>,
) -> impl IntoView {
    let over = RwSignal::new(BTreeSet::<String>::new());
    let some_goes_back = undoing.besides || undoing.fields.iter().any(|field| field.state == UndoState::Back);
    let nothing = Signal::derive({
        let text = ts!("undo-nothing-chosen");
        move || (!some_goes_back && over.with(BTreeSet::is_empty)).then(|| text.get())
    });
    let fields = StoredValue::new(undoing.fields);
    view! {
        <Dialog id=format!("undo-{event}") title=ts!("undo-title") close_label=ts!("record-cancel") open=open>
            <DialogBody>
                <p>{t!("undo-later-text")}</p>
                <ul class="undo" role="list">
                    {fields
                        .get_value()
                        .into_iter()
                        .map(|field| view! { <li class="undo__field"><FieldLine event=event field=field over=over /></li> })
                        .collect_view()}
                </ul>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("record-cancel") on_press=move |()| open.set(false) />
                <Button
                    label=ts!("undo-run")
                    tone=Tone::Primary
                    busy=busy
                    disabled_because=nothing
                    on_press=move |()| run.run(over.get_untracked().into_iter().collect())
                />
            </DialogFooter>
        </Dialog>
    }
}

#[component]
fn FieldLine(event: i64, field: UndoField, over: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let i18n = use_i18n();
    let UndoField { key, label, then, now, state } = field;
    let then = words(i18n, then);
    let back = [("field", i18n.render(&label).into()), ("then", then.into())];
    match state {
        UndoState::Back => view! { <p>{move || i18n.text("undo-field-back", &back)}</p> }.into_any(),
        UndoState::Already => view! { <p>{move || i18n.text("undo-field-already", &back)}</p> }.into_any(),
        UndoState::Later { who, at } => {
            let who = who.unwrap_or_else(|| i18n.text("undo-somebody", &[]));
            let hint = match at {
                Some(at) => {
                    let gaps = [("who", who.into()), ("now", words(i18n, now).into()), ("at", at.into())];
                    i18n.text("undo-field-later", &gaps)
                }
                None => i18n.text("undo-field-changed", &[]),
            };
            let checked = RwSignal::new(false);
            let name = format!("undo-{event}-{key}");
            let choose = move |is_chosen: bool| {
                over.update(|over| {
                    if is_chosen {
                        over.insert(key.clone())
                    } else {
                        over.remove(&key)
                    };
                });
            };
            let label = i18n.text("undo-field-over", &back);
            view! { <Checkbox label=label name=name checked=checked hint=Some(hint) on_change=choose /> }
                .into_any()
        }
    }
}

fn words(i18n: I18n, value: Option<Arg>) -> String {
    match value {
        Some(value) => i18n.text("record-value", &[("value", value)]),
        None => i18n.text("record-nothing", &[]),
    }
}
