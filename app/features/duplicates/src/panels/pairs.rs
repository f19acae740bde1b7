use kernel::{Page, RecordKind, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::Failed;
use ui::{
    Button, EmptyState, Icon, IconName, IconSize, LinkButton, LoadMore, Size, Skeleton, SkeletonShape, Toast,
    Toasts, Tone,
};

use super::merge_path;
use super::notice::reasons_text;
use crate::api::{list_pairs, tell_apart};
use crate::{Match, Pair, PairLine};

/// Pairs of records of a kind that may be about the same, the newest suspicion first: merge them, or say that they are not.
#[component]
pub fn Pairs(kind: RecordKind) -> impl IntoView {
    let first = Resource::new_blocking(|| (), move |()| list_pairs(kind, None));
    let again = Callback::new(move |()| first.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton label=ts!("duplicates-loading") shape=SkeletonShape::Rows count=6 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => view! { <Lines kind=kind first=page /> }.into_any(),
                    Err(error) => {
                        kernel::answer_with(&error);
                        view! { <Failed error=error on_again=again /> }.into_any()
                    }
                }
            })}
        </Transition>
    }
}

#[component]
fn Lines(kind: RecordKind, first: Page<PairLine>) -> impl IntoView {
    let i18n = use_i18n();
    let number = |items: Vec<PairLine>, from: usize| (from..).zip(items).collect::<Vec<_>>();
    let (items, cursor) = (RwSignal::new(number(first.items, 0)), RwSignal::new(first.next_cursor));
    let (busy, problems) = (RwSignal::new(false), use_problems());
    let more = move |()| {
        let Some(after) = cursor.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            match list_pairs(kind, Some(after)).await {
                Ok(page) => {
                    let from = items.with_untracked(|items| items.last().map_or(0, |(number, _)| number + 1));
                    items.update(|items| items.extend(number(page.items, from)));
                    cursor.set(page.next_cursor);
                }
                Err(error) => problems.report(error),
            }
            let _gone = busy.try_set(false);
        });
    };
    let dismiss = dismissing(kind, items);
    let has_more = Signal::derive(move || cursor.with(Option::is_some));
    let shown =
        Signal::derive(move || i18n.text("duplicates-shown", &[("count", items.with(Vec::len).into())]));
    let item = move |(number, line): (usize, PairLine)| match line {
        PairLine::Pair(pair) => view! { <PairItem number=number pair=*pair dismiss=dismiss /> }.into_any(),
        PairLine::Common { by, value } => {
            let text = move || {
                let what = i18n.text(by.label(), &[]);
                i18n.text("duplicates-common", &[("what", what.into()), ("value", value.as_str().into())])
            };
            view! { <li class="pairs__common">{text}</li> }.into_any()
        }
    };
    let is_empty = move || items.with(Vec::is_empty) && !has_more.get();
    view! {
        <Show
            when=move || !is_empty()
            fallback=|| view! { <EmptyState icon=IconName::Success title=ts!("duplicates-none") text=ts!("duplicates-none-text") /> }
        >
            <ul class="pairs" role="list">
                <For each=move || items.get() key=|(number, _)| *number let:entry>
                    {item(entry)}
                </For>
            </ul>
            <LoadMore label=ts!("duplicates-more") summary=shown busy=busy has_more=has_more on_press=more />
        </Show>
    }
}

/// Says that a pair is none, takes it off the page, and gives a way back.
fn dismissing(kind: RecordKind, items: RwSignal<Vec<(usize, PairLine)>>) -> Callback<(usize, Pair)> {
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    let back = move |number: usize, pair: Pair| {
        spawn_local(async move {
            match tell_apart(kind, pair.one.record.id, pair.other.record.id, false).await {
                Ok(()) => items.update(|items| {
                    let place = items.partition_point(|(own, _)| *own < number);
                    items.insert(place, (number, PairLine::Pair(Box::new(pair))));
                }),
                Err(error) => problems.report(error),
            }
        });
    };
    Callback::new(move |(number, pair): (usize, Pair)| {
        spawn_local(async move {
            match tell_apart(kind, pair.one.record.id, pair.other.record.id, true).await {
                Ok(()) => {
                    items.update(|items| items.retain(|(own, _)| *own != number));
                    let names = [
                        ("one", pair.one.title.as_str().into()),
                        ("other", pair.other.title.as_str().into()),
                    ];
                    let said = Toast::neutral(i18n.text("duplicates-told-apart", &names));
                    toasts.show(
                        said.action(i18n.text("duplicates-undo", &[]), move || back(number, pair.clone())),
                    );
                }
                Err(error) => problems.report(error),
            }
        });
    })
}

#[component]
fn PairItem(number: usize, pair: Pair, dismiss: Callback<(usize, Pair)>) -> impl IntoView {
    let i18n = use_i18n();
    let reasons = pair.one.reasons.clone();
    let may_tell = pair.one.can_take && pair.other.can_take;
    let (one, other) = (pair.one.record, pair.other.record);
    let merge = pair.can_merge.then(|| merge_path(one.kind, one.id, other.id)).flatten();
    let named = |key: &'static str| {
        let (one, other) = (pair.one.title.clone(), pair.other.title.clone());
        Signal::derive(move || {
            i18n.text(key, &[("one", one.as_str().into()), ("other", other.as_str().into())])
        })
    };
    let (merge_label, apart_label) = (named("duplicates-merge-label"), named("duplicates-apart-label"));
    let kept = StoredValue::new(pair.clone());
    view! {
        <li class="pairs__pair">
            <div class="pairs__sides">
                <Side one=pair.one />
                <Icon name=IconName::Merge size=IconSize::Small />
                <Side one=pair.other />
            </div>
            <p class="pairs__reasons">
                {move || reasons_text(i18n, &reasons)} " · "
                <time datetime=pair.at.rfc3339()>{move || i18n.date_time(pair.at)}</time>
            </p>
            <div class="pairs__actions">
                {merge.map(|href| view! { <LinkButton label=merge_label href=href size=Size::Small icon=IconName::Merge /> })}
                {may_tell.then(|| view! {
                    <Button label=apart_label size=Size::Small tone=Tone::Quiet on_press=move |()| dismiss.run((number, kept.get_value())) />
                })}
            </div>
        </li>
    }
}

#[component]
fn Side(one: Match) -> impl IntoView {
    view! {
        <div class="pairs__side">
            <a class="pairs__title" href=one.path><bdi>{one.title}</bdi></a>
            {(!one.hint.is_empty()).then(|| view! { <bdi class="pairs__hint">{one.hint}</bdi> })}
        </div>
    }
}
