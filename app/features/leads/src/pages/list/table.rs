use std::sync::Arc;

use fields::{Asked, Total};
use kernel::{Error, I18n, LeadId, t, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use ui::{EmptyState, IconName, LinkButton, LoadMore, SortHeader, SortOrder, Table, Tone};

use runs::{MarkAll, MarkRow, mark_by_key};

use super::cell::Cell;
use super::chosen::ChosenColumns;
use super::columns::ListColumn;
use super::rows::Rows;
use super::sorting::Sorting;
use super::tags::tags_dialog;
use crate::pages::address;
use crate::pages::filter_bar::Unread;
use crate::{Dictionaries, Lead, ListQuery};

/// The table with its head and its foot.
#[component]
pub fn LeadTable(rows: Rows, columns: ChosenColumns, words: Arc<Dictionaries>) -> impl IntoView {
    let i18n = use_i18n();
    let summary = Signal::derive(move || summary(i18n, rows));
    let ids = rows.ids();
    // As long as it is looked for rows there may be some.
    let is_empty =
        Memo::new(move |_| ids.with(Vec::is_empty) && !(rows.is_loading.get() && rows.looked.get() > 0));
    let shown = rows.shown();
    let words = StoredValue::new(words);
    let table = move || {
        view! {
            <Table caption=ts!("list-title")>
                <Head rows=rows columns=columns words=words.get_value() shown=shown />
                <tbody on:keydown=move |event| {
                    if rows.are_marked {
                        mark_by_key(rows.marks, shown, &event);
                    }
                }>
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Row rows=rows id=id columns=columns words=words.get_value() shown=shown />
                    </For>
                </tbody>
            </Table>
            <LoadMore label=ts!("list-more") summary=summary busy=rows.is_loading has_more=rows.has_more on_press=move |()| rows.more() />
        }
    };
    view! {
        {tags_of_rows(rows)}
        <div class="lead-list__table" aria-busy=move || rows.is_loading.get().then_some("true")>
            {move || if is_empty.get() { view! { <Nothing rows=rows /> }.into_any() } else { table().into_any() }}
        </div>
    }
}

/// The dialog for the tags of a row.
pub fn tags_of_rows(rows: Rows) -> impl IntoView {
    let tagging = rows.tagging;
    let is_tagging = Signal::derive(move || tagging.with(Option::is_some));
    tags_dialog(is_tagging, move || tagging.set(None), rows)
}

/// How many rows are shown of how many.
pub fn summary(i18n: I18n, rows: Rows) -> String {
    let (shown, looked) = (rows.items.with(Vec::len), rows.looked.get());
    if rows.is_loading.get() && looked > 0 {
        return i18n.text("list-looked", &[("count", looked.into()), ("all", i18n.number(looked).into())]);
    }
    let (count, all) = match rows.count.get() {
        Some(total) => (total.least(), total_text(i18n, total)),
        None if rows.has_more.get() => (shown as i64, format!("{}+", i18n.number(shown as i64))),
        None => (shown as i64, i18n.number(shown as i64)),
    };
    i18n.text("list-summary", &[("shown", shown.into()), ("all", all.into()), ("count", count.into())])
}

/// A count as people read it.
pub fn total_text(i18n: I18n, total: Total) -> String {
    match total {
        Total::Exactly(count) => i18n.number(count),
        Total::AtLeast(count) => format!("{}+", i18n.number(count)),
    }
}

#[component]
fn Nothing(rows: Rows) -> impl IntoView {
    let is_filtered = move || rows.query.with(|query| !query.filter.is_empty());
    let all = move || {
        let query = rows.query.get();
        address::list(&ListQuery { filter: Asked::default(), sort: String::new(), ..query })
    };
    let clear = move || view! { <LinkButton label=ts!("filter-clear") href=Signal::derive(all) /> };
    let usual = move || address::list(&ListQuery { sort: String::new(), ..rows.query.get() });
    let in_order = move || view! { <LinkButton label=ts!("list-usual-order") href=Signal::derive(usual) /> };
    move || {
        match (rows.problem.get(), is_filtered()) {
        (Some(error), _) if is_about_order(&error) => {
            view! { <Unread title=ts!("list-order-unread") error=error>{in_order()}</Unread> }.into_any()
        }
        (Some(error), _) => view! { <Unread error=error>{clear()}</Unread> }.into_any(),
        (None, true) => view! {
            <EmptyState icon=IconName::Filter title=ts!("board-nothing-matches") text=ts!("board-nothing-matches-text")>
                {clear()}
            </EmptyState>
        }
        .into_any(),
        (None, false) => view! {
            <EmptyState icon=IconName::List title=ts!("board-empty") text=ts!("board-empty-text")>
                <LinkButton label=ts!("board-import") href="/imports/new" icon=IconName::Import />
                <LinkButton label=ts!("board-new") href="/leads/new" icon=IconName::Plus tone=Tone::Primary />
            </EmptyState>
        }
        .into_any(),
    }
    }
}

/// Whether the order alone cannot be read: the filter stays then.
fn is_about_order(error: &Error) -> bool {
    matches!(error, Error::Invalid(fields) if !fields.is_empty() && fields.iter().all(|field| field.field == "sort"))
}

/// The names of the columns, by which the list is sorted.
#[component]
pub fn Head(
    rows: Rows,
    columns: ChosenColumns,
    words: Arc<Dictionaries>,
    shown: Signal<Vec<i64>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = ListColumn::name(&words);
    let words = StoredValue::new(words);
    let navigate = use_navigate();
    let go = Callback::new(move |sorting: Sorting| {
        let query = ListQuery { sort: sorting.code(), ..rows.query.get_untracked() };
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&address::list(&query), options);
    });
    let sorting = Memo::new(move |_| {
        words.with_value(|words| rows.query.with(|query| Sorting::of(&query.sort, &words.catalogue)))
    });
    let head = move |column: ListColumn| match column.is_sorted {
        true => sort_head(i18n, rows, sorting, column, go).into_any(),
        false => view! { <th scope="col" class="table__head">{move || column.label(i18n)}</th> }.into_any(),
    };
    view! {
        <thead>
            <tr>
                {rows.are_marked.then(|| view! { <th class="table__mark"><MarkAll marks=rows.marks rows=shown /></th> })}
                {name.map(head)}
                {move || columns.get().into_iter().map(head).collect_view()}
            </tr>
        </thead>
    }
}

/// A press sorts by the field; with Shift it sorts by it as well.
fn sort_head(
    i18n: I18n,
    rows: Rows,
    sorting: Memo<Sorting>,
    column: ListColumn,
    go: Callback<Sorting>,
) -> impl IntoView {
    let is_number = column.is_number();
    let column = StoredValue::new(column);
    let label = Signal::derive(move || column.with_value(|column| column.label(i18n)));
    let place = Memo::new(move |_| {
        column.with_value(|column| sorting.with(|sorting| sorting.place(column.key.as_str())))
    });
    let order = Signal::derive(move || match place.get() {
        None => SortOrder::None,
        Some((_, _, true)) => SortOrder::Descending,
        Some((_, _, false)) => SortOrder::Ascending,
    });
    let among = Signal::derive(move || {
        let (place, of, _) = place.get().filter(|(_, of, _)| *of > 1)?;
        Some((place, i18n.text("list-sort-place", &[("place", place.into()), ("count", of.into())])))
    });
    let href = Signal::derive(move || {
        let sort = column.with_value(|column| sorting.with(|sorting| sorting.alone(column).code()));
        rows.query.with(|query| address::list(&ListQuery { sort, ..query.clone() }))
    });
    let also =
        move |()| go.run(column.with_value(|column| sorting.with_untracked(|sorting| sorting.also(column))));
    view! { <SortHeader label=label order=order href=href number=is_number place=among on_also=also /> }
}

/// A lead.
#[component]
pub fn Row(
    rows: Rows,
    id: LeadId,
    columns: ChosenColumns,
    words: Arc<Dictionaries>,
    shown: Signal<Vec<i64>>,
) -> impl IntoView {
    let first = rows.items.with_untracked(|items| items.iter().find(|lead| lead.id == id).cloned());
    let lead = Memo::new(move |before: Option<&Option<Lead>>| {
        let found = rows.items.with(|items| items.iter().find(|lead| lead.id == id).cloned());
        found.or_else(|| before.cloned().flatten()).or_else(|| first.clone())
    });
    let lead: Signal<Option<Lead>> = lead.into();
    let name = move || lead.with(|lead| lead.as_ref().map(|lead| lead.profile.name.clone()));
    let called = Signal::derive(move || name().unwrap_or_default());
    let words = StoredValue::new(words);
    let cell = move |column: ListColumn| view! { <Cell rows=rows lead=lead column=column words=words.get_value() /> };
    view! {
        <tr aria-selected=move || rows.marks.has(id.0).then_some("true")>
            {rows.are_marked.then(|| view! {
                <td class="table__mark"><MarkRow marks=rows.marks id=id.0 name=called rows=shown /></td>
            })}
            <td class="table__cell--main" data-label=t!("field-name")>
                <a class="lead-list__name" href=address::lead(id) dir="auto">{name}</a>
            </td>
            {move || columns.get().into_iter().map(cell).collect_view()}
        </tr>
    }
}
