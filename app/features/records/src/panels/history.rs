//! The changes of a record's fields as a table: who, when, which field, what it held before and after.

use kernel::{RecordRef, StaffId, TimelineId, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Badge, Choice, EmptyState, Field, FormRow, IconName, LoadMore, Select, Skeleton, Table};

use super::change::write;
use super::take_back::TakeBack;
use super::{Failed, changes_of};
use crate::{History, HistoryQuery, HistoryRow, list_history};

/// The history of a record as a table, narrowed to a field and a person.
#[component]
pub fn HistoryTable(
    record: RecordRef,
    #[prop(optional)] timeline: Option<TimelineId>,
    /// The person may only look.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let (field, person, pages) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(1_usize));
    let changed = changes_of(record, timeline);
    let again = Callback::new(move |()| changed.update(|count| *count += 1));
    let asked = move || HistoryQuery {
        field: Some(field.get()).filter(|field| !field.is_empty()),
        staff: person.get().parse().ok().map(StaffId),
        before: None,
    };
    let history = Resource::new(
        move || (asked(), pages.get(), changed.get()),
        move |(query, pages, _)| load(record, query, pages),
    );
    view! {
        <Transition fallback=move || view! { <Skeleton label=ts!("record-loading") count=6 /> }>
            {move || Suspend::new(async move {
                match history.await {
                    Ok(history) => {
                        let shown = Shown { record, locked, again, field, person, pages };
                        view! { <Loaded history=history shown=shown /> }.into_any()
                    }
                    Err(error) => view! { <Failed error=error on_again=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// The first pages of what is asked for, as one.
async fn load(record: RecordRef, mut query: HistoryQuery, pages: usize) -> kernel::Result<History> {
    let mut all = list_history(record, query.clone()).await?;
    for _ in 1..pages {
        let Some(before) = all.rows.next_cursor.take() else { break };
        query.before = Some(before);
        let more = list_history(record, query.clone()).await?;
        all.rows.items.extend(more.rows.items);
        all.rows.next_cursor = more.rows.next_cursor;
    }
    Ok(all)
}

/// What the parts of the table have in common.
#[derive(Clone, Copy)]
struct Shown {
    record: RecordRef,
    locked: Signal<bool>,
    again: Callback<()>,
    field: RwSignal<String>,
    person: RwSignal<String>,
    pages: RwSignal<usize>,
}

#[component]
fn Loaded(history: History, shown: Shown) -> impl IntoView {
    let i18n = use_i18n();
    let History { rows, fields, people } = history;
    let count = rows.items.len();
    let has_more = rows.next_cursor.is_some();
    let body = match rows.items.is_empty() {
        true => view! { <EmptyState icon=IconName::History title=ts!("history-none") text=ts!("history-none-text") /> }.into_any(),
        false => view! { <Rows rows=rows.items shown=shown /> }.into_any(),
    };
    view! {
        <Narrow fields=fields people=people shown=shown />
        {body}
        {has_more.then(|| view! {
            <LoadMore
                label=ts!("timeline-more")
                summary=Signal::derive(move || i18n.text("history-shown", &[("count", count.into())]))
                on_press=move |()| shown.pages.update(|pages| *pages += 1)
            />
        })}
    }
}

/// By which field and which person it is narrowed.
#[component]
fn Narrow(
    fields: Vec<(String, kernel::Text)>,
    people: Vec<(StaffId, String)>,
    shown: Shown,
) -> impl IntoView {
    let i18n = use_i18n();
    let fields = Signal::derive(move || {
        let mut choices: Vec<Choice> =
            fields.iter().map(|(key, label)| Choice::new(key.clone(), i18n.render(label))).collect();
        choices.sort_by(|one, other| one.label.cmp(&other.label));
        choices
    });
    let people: Vec<Choice> =
        people.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let (every_field, everybody) = (ts!("history-every-field"), ts!("history-everybody"));
    let back = move |_: String| shown.pages.set(1);
    view! {
        <FormRow>
            <Field label=ts!("history-field") name="history-field" id="history-field">
                <Select name="history-field" value=shown.field choices=fields empty_label=Signal::derive(move || Some(every_field.get())) on_change=back />
            </Field>
            <Field label=ts!("history-person") name="history-person" id="history-person">
                <Select name="history-person" value=shown.person choices=people empty_label=Signal::derive(move || Some(everybody.get())) on_change=back />
            </Field>
        </FormRow>
    }
}

#[component]
fn Rows(rows: Vec<HistoryRow>, shown: Shown) -> impl IntoView {
    view! {
        <Table caption=ts!("history-table")>
            <thead>
                <tr>
                    <th scope="col">{t!("history-when")}</th>
                    <th scope="col">{t!("history-who")}</th>
                    <th scope="col">{t!("history-field")}</th>
                    <th scope="col">{t!("history-old")}</th>
                    <th scope="col">{t!("history-new")}</th>
                    <th scope="col"><span class="visually-hidden">{t!("history-back")}</span></th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| view! { <Row row=row shown=shown /> }).collect_view()}</tbody>
        </Table>
    }
}

#[component]
fn Row(row: HistoryRow, shown: Shown) -> impl IntoView {
    let i18n = use_i18n();
    let HistoryRow { event, at, record, who, sentence, change, can_undo, is_undone } = row;
    let house = t!("timeline-house");
    let (label, old, new) = (change.label, StoredValue::new(change.old), StoredValue::new(change.new));
    let what = sentence.clone();
    // A change of a part says of which one.
    let part = (record != shown.record)
        .then(|| view! { <p class="history__part">{move || i18n.render(&sentence)}</p> });
    view! {
        <tr>
            <td data-label=t!("history-when")><time datetime=at.rfc3339()>{move || i18n.date_time(at)}</time></td>
            <td data-label=t!("history-who")><bdi>{move || who.clone().unwrap_or_else(house)}</bdi></td>
            <td class="table__cell--main" data-label=t!("history-field")>
                {move || i18n.render(&label)}
                {part}
            </td>
            <td data-label=t!("history-old")><bdi class="history__old">{move || old.with_value(|old| write(i18n, old.as_ref()))}</bdi></td>
            <td data-label=t!("history-new")><bdi>{move || new.with_value(|new| write(i18n, new.as_ref()))}</bdi></td>
            <td>
                {is_undone.then(|| view! { <Badge text=ts!("undo-undone-mark") icon=IconName::Undo /> })}
                <Show when=move || can_undo && !shown.locked.get()>
                    <TakeBack record=shown.record event=event what=what.clone() again=shown.again />
                </Show>
            </td>
        </tr>
    }
}
