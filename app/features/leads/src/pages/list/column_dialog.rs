use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Button, Checkbox, Dialog, DialogBody, DialogFooter, DialogSize, IconButton, IconName, Size, Tone};

use super::chosen::ChosenColumns;
use super::columns::ListColumn;

/// Opens the choice of columns.
#[component]
pub fn ColumnButton(columns: ChosenColumns) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <IconButton label=ts!("list-columns") icon=IconName::Columns tone=Tone::Neutral on_press=move |()| open.set(true) />
        <Dialog id="columns-dialog" title=ts!("list-columns") close_label=ts!("lead-close") open=open size=DialogSize::Small>
            <ColumnChoice columns=columns open=open />
        </Dialog>
    }
}

/// Each column with a tick and two buttons for its place.
#[component]
fn ColumnChoice(columns: ChosenColumns, open: RwSignal<bool>) -> impl IntoView {
    let chosen = untrack(|| columns.get());
    let added = columns.added();
    let others = ListColumn::all(&added).into_iter().filter(|column| !chosen.contains(column));
    let all: Vec<(ListColumn, bool)> =
        chosen.iter().map(|column| (*column, true)).chain(others.map(|column| (column, false))).collect();
    let lines = RwSignal::new(all);
    let apply = move || {
        columns
            .set(lines.with_untracked(|lines| lines.iter().filter(|(_, on)| *on).map(|(c, _)| *c).collect()))
    };
    let usual = move |()| {
        columns.set(ListColumn::usual(&columns.added()));
        open.set(false);
    };
    view! {
        <DialogBody>
            <p>{t!("list-columns-text")}</p>
            <ul class="list-columns" role="list">
                <For each=move || lines.get() key=|(column, _)| column.field() let:line>
                    <ColumnLine column=line.0 columns=columns lines=lines apply=Callback::new(move |()| apply()) />
                </For>
            </ul>
        </DialogBody>
        <DialogFooter>
            <Button label=ts!("list-columns-usual") on_press=usual />
            <Button label=ts!("lead-done") tone=Tone::Primary on_press=move |()| open.set(false) />
        </DialogFooter>
    }
}

#[component]
fn ColumnLine(
    column: ListColumn,
    columns: ChosenColumns,
    lines: RwSignal<Vec<(ListColumn, bool)>>,
    apply: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = move || columns.label(i18n, column);
    let label = |key: &'static str| Signal::derive(move || i18n.text(key, &[("name", name().into())]));
    let checked =
        RwSignal::new(lines.with_untracked(|lines| lines.iter().any(|(own, on)| *own == column && *on)));
    let tick = move |on: bool| {
        lines.update(|lines| lines.iter_mut().filter(|(own, _)| *own == column).for_each(|line| line.1 = on));
        apply.run(());
    };
    let shift = move |by: isize| {
        lines.update(|lines| {
            let Some(at) = lines.iter().position(|(own, _)| *own == column) else { return };
            if let Some(to) = at.checked_add_signed(by).filter(|to| *to < lines.len()) {
                lines.swap(at, to);
            }
        });
        apply.run(());
    };
    view! {
        <li class="list-columns__line">
            <Checkbox label=Signal::derive(name) name=column.field().into_owned() id=format!("column-{}", column.field()) checked=checked on_change=tick />
            <span class="list-columns__buttons">
                <IconButton label=label("list-column-up") icon=IconName::ChevronUp size=Size::Small on_press=move |()| shift(-1) />
                <IconButton label=label("list-column-down") icon=IconName::ChevronDown size=Size::Small on_press=move |()| shift(1) />
            </span>
        </li>
    }
}
