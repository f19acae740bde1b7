use std::collections::BTreeSet;

use kernel::{Cursor, Page, RecordKind, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Avatar, AvatarSize, Button, Checkbox, EmptyState, Field, IconName, InputKind, LoadMore, Size, Skeleton,
    SkeletonShape, TextInput, Toast, Toasts, Tone,
};

use super::Failed;
use crate::{BinEntry, list_bin, restore_records};

/// What lies in the bin of one kind of record: who put it there, when, and how it comes back.
#[component]
pub fn Bin(
    /// Whose bin.
    kind: RecordKind,
) -> impl IntoView {
    let (words, asked) = (RwSignal::new(String::new()), RwSignal::new(0_u32));
    let first =
        Resource::new(move || (words.get(), asked.get()), move |(words, _)| list_bin(kind, words, None));
    let again = Callback::new(move |()| asked.update(|asked| *asked += 1));
    view! {
        <div class="bin">
            <div class="bin__search" role="search">
                <Field label=ts!("bin-search") name="bin-q" label_hidden=true>
                    <TextInput name="bin-q" value=words kind=InputKind::Search placeholder=ts!("bin-search") icon=IconName::Search />
                </Field>
            </div>
            <Transition fallback=|| view! { <Skeleton label=ts!("record-loading") shape=SkeletonShape::Rows count=6 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(page) => view! { <Entries kind=kind words=words first=page again=again /> }.into_any(),
                        Err(error) => {
                            kernel::answer_with(&error);
                            view! { <Failed error=error on_again=again /> }.into_any()
                        }
                    }
                })}
            </Transition>
        </div>
    }
}

#[component]
fn Entries(
    kind: RecordKind,
    words: RwSignal<String>,
    first: Page<BinEntry>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (items, cursor) = (RwSignal::new(first.items), RwSignal::new(first.next_cursor));
    let (busy, chosen) = (RwSignal::new(false), RwSignal::new(BTreeSet::<i64>::new()));
    let more = fetching(kind, words, items, cursor, busy);
    let restore = restoring(kind, busy, again);
    let restore_chosen = move |()| restore.run(chosen.get_untracked().into_iter().take(200).collect());
    let label = Signal::derive(move || {
        i18n.text("bin-restore-chosen", &[("count", chosen.with(BTreeSet::len).into())])
    });
    let shown = Signal::derive(move || i18n.text("bin-shown", &[("count", items.with(Vec::len).into())]));
    let has_more = Signal::derive(move || cursor.with(Option::is_some));
    let is_empty = move || items.with(Vec::is_empty) && !has_more.get();
    view! {
        <Show when=move || !is_empty() fallback=move || view! { <Nothing words=words /> }>
            <div class="bin__actions" aria-live="polite">
                <Show when=move || chosen.with(|chosen| !chosen.is_empty())>
                    <Button label=label icon=IconName::Undo tone=Tone::Primary busy=busy on_press=restore_chosen />
                </Show>
            </div>
            <ul class="bin__list" role="list">
                <For each=move || items.get() key=|entry| entry.record.id let:entry>
                    <Line entry=entry chosen=chosen busy=busy restore=restore />
                </For>
            </ul>
            <LoadMore label=ts!("bin-more") summary=shown busy=busy has_more=has_more on_press=more />
        </Show>
    }
}

/// Fetches the next entries.
fn fetching(
    kind: RecordKind,
    words: RwSignal<String>,
    items: RwSignal<Vec<BinEntry>>,
    cursor: RwSignal<Option<Cursor>>,
    busy: RwSignal<bool>,
) -> Callback<()> {
    let problems = use_problems();
    Callback::new(move |()| {
        let Some(after) = cursor.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            match list_bin(kind, words.get_untracked(), Some(after)).await {
                Ok(page) => {
                    items.update(|items| items.extend(page.items));
                    cursor.set(page.next_cursor);
                }
                Err(error) => problems.report(error),
            }
            busy.set(false);
        });
    })
}

/// Takes records out of the bin, says how many came, and why the first of the others did not.
fn restoring(kind: RecordKind, busy: RwSignal<bool>, again: Callback<()>) -> Callback<Vec<i64>> {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    Callback::new(move |ids: Vec<i64>| {
        busy.set(true);
        spawn_local(async move {
            match restore_records(kind, ids).await {
                Ok(answers) => {
                    let back = answers.iter().filter(|answer| answer.is_ok()).count();
                    if back > 0 {
                        let text = i18n.text("bin-restored", &[("count", back.into())]);
                        toasts.show(Toast::positive(text));
                    }
                    answers
                        .into_iter()
                        .filter_map(Result::err)
                        .take(1)
                        .for_each(|error| problems.report(error));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
            let _left = busy.try_set(false);
        });
    })
}

#[component]
fn Nothing(words: RwSignal<String>) -> impl IntoView {
    move || match words.with(String::is_empty) {
        true => {
            view! { <EmptyState icon=IconName::Trash title=ts!("bin-empty") text=ts!("bin-empty-text") /> }
                .into_any()
        }
        false => view! { <EmptyState icon=IconName::Search title=ts!("bin-nothing-found") /> }.into_any(),
    }
}

#[component]
fn Line(
    entry: BinEntry,
    chosen: RwSignal<BTreeSet<i64>>,
    busy: RwSignal<bool>,
    restore: Callback<Vec<i64>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let BinEntry { record, title, deleted_at, who } = entry;
    let checked = RwSignal::new(false);
    let choose = move |is_chosen: bool| {
        chosen.update(|chosen| {
            if is_chosen {
                chosen.insert(record.id)
            } else {
                chosen.remove(&record.id)
            };
        });
    };
    let named = |key: &'static str, title: &str| {
        let title = title.to_owned();
        Signal::derive(move || i18n.text(key, &[("name", title.as_str().into())]))
    };
    let choose_label = named("bin-choose", &title);
    let at = move || i18n.date_time(deleted_at);
    view! {
        <li class="bin__entry">
            <Checkbox label=choose_label label_hidden=true name=format!("bin-{}", record.id) checked=checked on_change=choose />
            <div class="bin__words">
                <bdi class="bin__title">{title}</bdi>
                <span class="bin__when">
                    {who.map(|who| view! { <Avatar name=who.clone() size=AvatarSize::Small name_shown_beside=true /> <bdi>{who}</bdi> " " })}
                    <time datetime=deleted_at.rfc3339()>{at}</time>
                </span>
            </div>
            <Button label=ts!("bin-restore") size=Size::Small icon=IconName::Undo busy=busy on_press=move |()| restore.run(vec![record.id]) />
        </li>
    }
}
