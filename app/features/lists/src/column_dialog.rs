use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Button, Checkbox, Choice, Dialog, DialogBody, DialogFooter, DialogSize, Field, IconButton, IconName,
    MenuItem, Select, Shortcuts, Size, Tone,
};

use crate::{ChosenColumns, Grouping, ListColumn};

/// Opens the choice of columns.
#[component]
pub fn ColumnButton(columns: ChosenColumns, grouping: Grouping) -> impl IntoView {
    let (i18n, open) = (use_i18n(), RwSignal::new(false));
    Shortcuts::here().offer(Signal::derive(move || {
        vec![MenuItem::run(i18n.text("list-columns", &[]), move || open.set(true)).icon(IconName::Columns)]
    }));
    view! {
        <IconButton label=ts!("list-columns") icon=IconName::Columns tone=Tone::Neutral on_press=move |()| open.set(true) />
        <Dialog id="columns-dialog" title=ts!("list-columns") close_label=ts!("list-close") open=open size=DialogSize::Small>
            <ColumnChoice columns=columns grouping=grouping open=open />
        </Dialog>
    }
}

/// Each column with a tick and two buttons for its place.
#[component]
fn ColumnChoice(columns: ChosenColumns, grouping: Grouping, open: RwSignal<bool>) -> impl IntoView {
    let chosen = untrack(|| columns.get());
    let others = columns.all().into_iter().filter(|column| !chosen.contains(column));
    let others: Vec<_> = others.map(|column| (column, false)).collect();
    let all = chosen.into_iter().map(|column| (column, true)).chain(others).collect();
    let lines: RwSignal<Vec<(ListColumn, bool)>> = RwSignal::new(all);
    let apply = move || {
        let ticked = |lines: &Vec<(ListColumn, bool)>| {
            lines.iter().filter(|(_, on)| *on).map(|(column, _)| column.clone()).collect()
        };
        columns.set(lines.with_untracked(ticked));
    };
    let usual = move |()| {
        columns.reset();
        open.set(false);
    };
    view! {
        <DialogBody>
            <GroupChoice grouping=grouping />
            <p>{t!("list-columns-text")}</p>
            <ul class="list-columns" role="list">
                <For each=move || lines.get() key=|(column, _)| column.key.clone() let:line>
                    <ColumnLine column=line.0 lines=lines apply=Callback::new(move |()| apply()) />
                </For>
            </ul>
        </DialogBody>
        <DialogFooter>
            <Button label=ts!("list-columns-usual") on_press=usual />
            <Button label=ts!("list-done") tone=Tone::Primary on_press=move |()| open.set(false) />
        </DialogFooter>
    }
}

/// By which field the rows stand in groups.
#[component]
fn GroupChoice(grouping: Grouping) -> impl IntoView {
    let i18n = use_i18n();
    let chosen = RwSignal::new(grouping.chosen());
    let choices = Signal::derive(move || {
        let choice = |column: ListColumn| Choice::new(column.key.to_string(), column.label(i18n));
        grouping.offered().into_iter().map(choice).collect::<Vec<_>>()
    });
    let none = Signal::derive(move || Some(i18n.text("list-group-none", &[])));
    view! {
        <Field label=ts!("list-group-by") name="group" id="list-group">
            <Select name="group" value=chosen choices=choices empty_label=none on_change=move |key| grouping.choose(key) />
        </Field>
    }
}

#[component]
fn ColumnLine(
    column: ListColumn,
    lines: RwSignal<Vec<(ListColumn, bool)>>,
    apply: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (key, column) = (column.key.to_string(), StoredValue::new(column));
    let name = move || column.with_value(|column| column.label(i18n));
    let label = |key: &'static str| Signal::derive(move || i18n.text(key, &[("name", name().into())]));
    let is_own = move |line: &(ListColumn, bool)| column.with_value(|column| line.0.key == column.key);
    let checked =
        RwSignal::new(lines.with_untracked(|lines| lines.iter().any(|line| is_own(line) && line.1)));
    let tick = move |on: bool| {
        lines.update(|lines| lines.iter_mut().filter(|line| is_own(line)).for_each(|line| line.1 = on));
        apply.run(());
    };
    let shift = move |by: isize| {
        lines.update(|lines| {
            let Some(at) = lines.iter().position(is_own) else { return };
            if let Some(to) = at.checked_add_signed(by).filter(|to| *to < lines.len()) {
                lines.swap(at, to);
            }
        });
        apply.run(());
    };
    view! {
        <li class="list-columns__line">
            <Checkbox label=Signal::derive(name) name=key.clone() id=format!("column-{key}") checked=checked on_change=tick />
            <span class="list-columns__buttons">
                <IconButton label=label("list-column-up") icon=IconName::ChevronUp size=Size::Small on_press=move |()| shift(-1) />
                <IconButton label=label("list-column-down") icon=IconName::ChevronDown size=Size::Small on_press=move |()| shift(1) />
            </span>
        </li>
    }
}
