use std::sync::Arc;

use fields::{Asked, Field, FieldType, Total};
use kernel::{LeadId, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{EmptyState, IconName, LinkButton, LoadMore, SortHeader, SortOrder, Table, Tone};

use runs::{MarkAll, MarkRow, mark_by_key};

use super::cell::Cell;
use super::chosen::ChosenColumns;
use super::columns::ListColumn;
use super::rows::Rows;
use crate::pages::address;
use crate::pages::filter_bar::Unread;
use crate::{Dictionaries, Lead, ListQuery};

/// The table with its head and its foot.
#[component]
pub fn LeadTable(rows: Rows, columns: ChosenColumns, words: Arc<Dictionaries>) -> impl IntoView {
    let i18n = use_i18n();
    let summary = Signal::derive(move || {
        let (shown, looked) = (rows.items.with(Vec::len), rows.looked.get());
        if rows.is_loading.get() && looked > 0 {
            return i18n
                .text("list-looked", &[("count", looked.into()), ("all", i18n.number(looked).into())]);
        }
        let (count, all) = match rows.count.get() {
            Some(Total::Exactly(count)) => (count, i18n.number(count)),
            Some(Total::AtLeast(count)) => (count, format!("{}+", i18n.number(count))),
            None if rows.has_more.get() => (shown as i64, format!("{}+", i18n.number(shown as i64))),
            None => (shown as i64, i18n.number(shown as i64)),
        };
        i18n.text("list-summary", &[("shown", shown.into()), ("all", all.into()), ("count", count.into())])
    });
    let ids =
        Memo::new(move |_| rows.items.with(|items| items.iter().map(|lead| lead.id).collect::<Vec<_>>()));
    // As long as it is looked for rows there may be some.
    let is_empty =
        Memo::new(move |_| ids.with(Vec::is_empty) && !(rows.is_loading.get() && rows.looked.get() > 0));
    let shown = Signal::derive(move || ids.with(|ids| ids.iter().map(|id| id.0).collect::<Vec<_>>()));
    let words = StoredValue::new(words);
    let table = move || {
        view! {
            <Table caption=ts!("list-title")>
                <Head rows=rows columns=columns words=words.get_value() shown=shown />
                <tbody on:keydown=move |event| mark_by_key(rows.marks, shown, &event)>
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Row rows=rows id=id columns=columns words=words.get_value() shown=shown />
                    </For>
                </tbody>
            </Table>
            <LoadMore label=ts!("list-more") summary=summary busy=rows.is_loading has_more=rows.has_more on_press=move |()| rows.more() />
        }
    };
    view! {
        <div class="lead-list__table" aria-busy=move || rows.is_loading.get().then_some("true")>
            {move || if is_empty.get() { view! { <Nothing rows=rows /> }.into_any() } else { table().into_any() }}
        </div>
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
    move || {
        match (rows.problem.get(), is_filtered()) {
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

#[component]
fn Head(
    rows: Rows,
    columns: ChosenColumns,
    words: Arc<Dictionaries>,
    shown: Signal<Vec<i64>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let words = StoredValue::new(words);
    let sorted = move |key: &str| {
        words.with_value(|words| words.catalogue.field(key).filter(|field| field.is_sorted).cloned())
    };
    let head = move |column: ListColumn| {
        let label = Signal::derive(move || columns.label(i18n, column));
        match sorted(&column.field()) {
            Some(field) => sort_head(rows, label, field, column.is_number()).into_any(),
            None => view! { <th scope="col" class="table__head">{move || label.get()}</th> }.into_any(),
        }
    };
    let name = Signal::derive(move || i18n.text("field-name", &[]));
    view! {
        <thead>
            <tr>
                <th class="table__mark"><MarkAll marks=rows.marks rows=shown /></th>
                {sorted("name").map(|field| sort_head(rows, name, field, false))}
                {move || columns.get().into_iter().map(head).collect_view()}
            </tr>
        </thead>
    }
}

/// A press sorts by the field, the highest and newest first, texts from A; another press turns it round.
fn sort_head(rows: Rows, label: Signal<String>, field: Field, is_number: bool) -> impl IntoView {
    let key = field.key.to_string();
    let down = format!("-{key}");
    let is_text = matches!(field.kind, FieldType::Text);
    let [first, second] = if is_text { [key.clone(), down.clone()] } else { [down.clone(), key.clone()] };
    let href = Signal::derive(move || {
        rows.query.with(|query| {
            let sort = if query.sort == first { second.clone() } else { first.clone() };
            address::list(&ListQuery { sort, ..query.clone() })
        })
    });
    let order = Signal::derive(move || {
        rows.query.with(|query| match query.sort.as_str() {
            "" if down == "-created_at" => SortOrder::Descending,
            sort if sort == key => SortOrder::Ascending,
            sort if sort == down => SortOrder::Descending,
            _ => SortOrder::None,
        })
    });
    view! { <SortHeader label=label order=order href=href number=is_number /> }
}

#[component]
fn Row(
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
    let lead = Signal::derive(move || lead.get());
    let name = move || lead.get().map(|lead| lead.profile.name);
    let called = Signal::derive(move || name().unwrap_or_default());
    let words = StoredValue::new(words);
    let cell = move |column: ListColumn| view! { <Cell rows=rows lead=lead column=column words=words.get_value() /> };
    view! {
        <tr aria-selected=move || rows.marks.has(id.0).then_some("true")>
            <td class="table__mark"><MarkRow marks=rows.marks id=id.0 name=called rows=shown /></td>
            <td class="table__cell--main" data-label=t!("field-name")>
                <a class="lead-list__name" href=address::lead(id) dir="auto">{name}</a>
            </td>
            {move || columns.get().into_iter().map(cell).collect_view()}
        </tr>
    }
}
