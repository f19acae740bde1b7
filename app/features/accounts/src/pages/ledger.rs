use customers::Customer;
use kernel::{AccountId, Day, Money, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;
use staff::pages::LoadProblem;
use ui::{
    Badge, Button, Card, EmptyState, Field, IconButton, IconName, InputKind, KeyValue, KeyValues, LoadMore,
    Size, Skeleton, SkeletonShape, Table, TextInput,
};

use super::detail::Here;
use super::list::fetching;
use super::posting::{PostDialog, ReverseDialog};
use super::words::balance;
use crate::{PostingKind, Statement, StatementLine, StatementQuery, get_statement};

/// What was posted, with its running balance; the time that is looked at stands in the address.
#[component]
pub(super) fn LedgerCard(here: Here) -> impl IntoView {
    let replace = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
    let (from, set_from) = query_signal_with_options::<String>("from", replace.clone());
    let (to, set_to) = query_signal_with_options::<String>("to", replace);
    let id = here.details.with_untracked(|details| details.account.id);
    let query = Memo::new(move |_| StatementQuery { from: day(from.get()), to: day(to.get()), after: None });
    let statement = Resource::new_blocking(
        move || (query.get(), here.changes.get()),
        move |(query, _)| get_statement(id, query),
    );
    let (post, reverse) = (RwSignal::new(None::<PostingKind>), RwSignal::new(None::<StatementLine>));
    let may_edit = Customer::can_edit(&use_me().actor).is_ok();
    let actions = move || may_edit.then(|| view! { <Actions post=post /> });
    view! {
        <Card title=ts!("account-ledger") actions=actions flush=true>
            <div class="accounts__period">
                <DayField name="from" label=ts!("account-from") value=from set_value=set_from />
                <DayField name="to" label=ts!("account-to") value=to set_value=set_to />
            </div>
            <Transition fallback=|| view! { <Skeleton label=ts!("account-loading") shape=SkeletonShape::Rows count=6 /> }>
                {move || Suspend::new(async move {
                    match statement.await {
                        Ok(first) => {
                            let reverse = may_edit.then_some(reverse);
                            view! { <StatementView id=id query=query.get_untracked() first=first reverse=reverse /> }.into_any()
                        }
                        Err(error) => view! { <LoadProblem error=error on_again=here.again /> }.into_any(),
                    }
                })}
            </Transition>
        </Card>
        {may_edit
            .then(|| {
                view! {
                    <PostDialog here=here post=post />
                    <ReverseDialog here=here reverse=reverse />
                }
            })}
    }
}

fn day(text: Option<String>) -> Option<Day> {
    text?.parse().ok()
}

/// The kinds of postings that are made by hand.
#[component]
fn Actions(post: RwSignal<Option<PostingKind>>) -> impl IntoView {
    view! {
        <Button label=ts!("account-post-charge") icon=IconName::Plus size=Size::Small on_press=move |()| post.set(Some(PostingKind::Charge)) />
        <Button label=ts!("account-post-payment") icon=IconName::Coins size=Size::Small on_press=move |()| post.set(Some(PostingKind::Payment)) />
        <Button label=ts!("account-post-correction") icon=IconName::Pencil size=Size::Small on_press=move |()| post.set(Some(PostingKind::Correction)) />
    }
}

#[component]
fn DayField(
    #[prop(into)] name: String,
    label: Signal<String>,
    value: Memo<Option<String>>,
    set_value: SignalSetter<Option<String>>,
) -> impl IntoView {
    let typed = RwSignal::new(value.get_untracked().unwrap_or_default());
    Effect::new(move |_| typed.set(value.get().unwrap_or_default()));
    let id = format!("statement-{name}");
    let change = move |text: String| set_value.set((!text.is_empty()).then_some(text));
    view! {
        <Field label=label name=name.clone() id=id>
            <TextInput name=name value=typed kind=InputKind::Date on_change=change />
        </Field>
    }
}

#[component]
fn StatementView(
    id: AccountId,
    query: StatementQuery,
    first: Statement,
    reverse: Option<RwSignal<Option<StatementLine>>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Statement { opening, closing, lines } = first;
    let is_of_time = query.from.is_some() || query.to.is_some();
    let (rows, next) = (RwSignal::new(lines.items), RwSignal::new(lines.next_cursor));
    let busy = RwSignal::new(false);
    let more = fetching(rows, next, busy, move |after| {
        let query = StatementQuery { after: Some(after), ..query.clone() };
        async move { get_statement(id, query).await.map(|statement| statement.lines) }
    });
    let summary =
        Signal::derive(move || i18n.text("account-entries-shown", &[("count", rows.with(Vec::len).into())]));
    let empty = || view! { <EmptyState icon=IconName::List title=ts!("account-entries-none") /> };
    view! {
        {is_of_time.then(|| view! { <Ends opening=opening closing=closing /> })}
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=empty>
            <Table caption=ts!("account-ledger")>
                <thead>
                    <tr>
                        <th scope="col">{t!("account-entry-what")}</th>
                        <th scope="col">{t!("account-entry-day")}</th>
                        <th scope="col" class="table__cell--number">{t!("account-amount")}</th>
                        <th scope="col" class="table__cell--number">{t!("account-balance")}</th>
                        <th scope="col"><span class="visually-hidden">{t!("account-actions")}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|line| (line.posting_id, line.reversed_by) let:line>
                        <Line line=line reverse=reverse />
                    </For>
                </tbody>
            </Table>
            <LoadMore label=ts!("account-entries-more") summary=summary busy=busy has_more=Signal::derive(move || next.with(Option::is_some)) on_press=more />
        </Show>
    }
}

/// The balances before and after the time that is looked at.
#[component]
fn Ends(opening: Money, closing: Money) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="accounts__ends">
            <KeyValues>
                <KeyValue label=ts!("account-opening")><bdi>{move || balance(i18n, opening)}</bdi></KeyValue>
                <KeyValue label=ts!("account-closing")><bdi>{move || balance(i18n, closing)}</bdi></KeyValue>
            </KeyValues>
        </div>
    }
}

#[component]
fn Line(line: StatementLine, reverse: Option<RwSignal<Option<StatementLine>>>) -> impl IntoView {
    let i18n = use_i18n();
    let label = move |key: &'static str| move || i18n.text(key, &[]);
    let StatementLine { at, kind, period, amount, balance, .. } = line;
    let (reason, who) = (line.reason.clone(), line.who.clone());
    let house = t!("account-house");
    let begins = move |day: Day| i18n.text("account-period", &[("day", day.into())]);
    let named = {
        let reason = reason.clone();
        Signal::derive(move || i18n.text("account-reverse-this", &[("reason", reason.as_str().into())]))
    };
    let is_reversed = line.reversed_by.is_some();
    let button = reverse.filter(|_| line.can_reverse()).map(|reverse| {
        let press = move |()| reverse.set(Some(line.clone()));
        view! { <IconButton label=named icon=IconName::Undo size=Size::Small on_press=press /> }
    });
    view! {
        <tr>
            <td class="table__cell--main">
                <span class="accounts__kind">{label(kind.label())}</span>
                " " <bdi>{reason}</bdi>
                {period.map(|day| view! { <span class="accounts__about">{move || begins(day)}</span> })}
                {is_reversed.then(|| view! { " " <Badge text=ts!("account-reversed-mark") icon=IconName::Undo /> })}
            </td>
            <td data-label=label("account-entry-day")>
                <time datetime=at.rfc3339()>{move || i18n.date(at)}</time>
                <span class="accounts__about"><bdi>{move || who.clone().unwrap_or_else(&house)}</bdi></span>
            </td>
            <td class="table__cell--number" data-label=label("account-amount")><bdi>{move || i18n.money(amount)}</bdi></td>
            <td class="table__cell--number" data-label=label("account-balance")><bdi>{move || i18n.money(balance)}</bdi></td>
            <td class="table__cell--number">{button}</td>
        </tr>
    }
}
