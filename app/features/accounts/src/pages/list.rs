use customers::Customer;
use kernel::{Area, Can, Cursor, CustomerId, Page, Result, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use staff::pages::LoadProblem;
use ui::{Badge, Button, Card, EmptyState, IconName, LoadMore, Size, Skeleton, SkeletonShape, Table, Tone};

use super::form::AccountDialog;
use super::words::{balance, customer_here, follow, meaning};
use crate::{Account, AccountLine, list_accounts};

/// `/customers/:id/accounts`: the personal accounts of a customer, a part of its page.
#[component]
pub(super) fn AccountsTab() -> impl IntoView {
    let id = customer_here();
    move || id.get().map(|id| view! { <AccountsPanel customer=id /> })
}

/// The personal accounts of a customer with their balances, and a way to open another one.
#[component]
pub fn AccountsPanel(
    /// Whose.
    customer: CustomerId,
) -> impl IntoView {
    let first = Resource::new_blocking(move || customer, |customer| list_accounts(customer, None));
    let again = Callback::new(move |()| first.refetch());
    follow(None, again);
    let opening = RwSignal::new(false);
    let may_open = {
        let me = use_me();
        me.actor.has(Area::Customers, Can::Create) && Customer::can_edit(&me.actor).is_ok()
    };
    let actions = move || {
        may_open.then(|| {
            view! { <Button label=ts!("account-open") icon=IconName::Plus size=Size::Small tone=Tone::Primary on_press=move |()| opening.set(true) /> }
        })
    };
    let navigate = use_navigate();
    let opened = Callback::new(move |account: Account| {
        opening.set(false);
        navigate(&account.path(), NavigateOptions::default());
    });
    view! {
        <Card title=ts!("account-title") actions=actions flush=true>
            <Transition fallback=|| view! { <Skeleton label=ts!("account-loading") shape=SkeletonShape::Rows count=3 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(page) => view! { <AccountTable customer=customer first=page /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error on_again=again /> }.into_any(),
                    }
                })}
            </Transition>
        </Card>
        {may_open.then(|| view! { <AccountDialog open=opening customer=customer account=Signal::stored(None::<Account>) done=opened /> })}
    }
}

#[component]
fn AccountTable(customer: CustomerId, first: Page<AccountLine>) -> impl IntoView {
    let i18n = use_i18n();
    let (rows, next) = (RwSignal::new(first.items), RwSignal::new(first.next_cursor));
    let busy = RwSignal::new(false);
    let more = fetching(rows, next, busy, move |after| list_accounts(customer, Some(after)));
    let summary =
        Signal::derive(move || i18n.text("account-shown", &[("count", rows.with(Vec::len).into())]));
    let empty = || view! { <EmptyState icon=IconName::Coins title=ts!("account-none") text=ts!("account-none-text") /> };
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=empty>
            <Table caption=ts!("account-title")>
                <thead>
                    <tr>
                        <th scope="col">{t!("field-account_number")}</th>
                        <th scope="col">{t!("field-name")}</th>
                        <th scope="col">{t!("field-status")}</th>
                        <th scope="col" class="table__cell--number">{t!("account-balance")}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|line| (line.account.id, line.account.version, line.balance.minor) let:line>
                        <Line line=line />
                    </For>
                </tbody>
            </Table>
            <LoadMore label=ts!("account-more") summary=summary busy=busy has_more=Signal::derive(move || next.with(Option::is_some)) on_press=more />
        </Show>
    }
}

/// Fetches the next rows of a list.
pub(super) fn fetching<T: Send + Sync + 'static, F: Future<Output = Result<Page<T>>> + 'static>(
    rows: RwSignal<Vec<T>>,
    next: RwSignal<Option<Cursor>>,
    busy: RwSignal<bool>,
    ask: impl Fn(Cursor) -> F + Send + Sync + 'static,
) -> Callback<()> {
    let problems = use_problems();
    Callback::new(move |()| {
        let Some(cursor) = next.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        let asked = ask(cursor);
        spawn_local(async move {
            match asked.await {
                Ok(page) => {
                    rows.update(|rows| rows.extend(page.items));
                    next.set(page.next_cursor);
                }
                Err(error) => problems.report(error),
            }
            busy.set(false);
        });
    })
}

#[component]
fn Line(line: AccountLine) -> impl IntoView {
    let i18n = use_i18n();
    let AccountLine { account, balance: owed } = line;
    let (path, status) = (account.path(), account.profile.status);
    let label = move |key: &'static str| move || i18n.text(key, &[]);
    view! {
        <tr>
            <td class="table__cell--main"><a class="accounts__link" href=path><bdi>{account.profile.number}</bdi></a></td>
            <td data-label=label("field-name")><bdi>{account.profile.name}</bdi></td>
            <td data-label=label("field-status")>
                <Badge text=Signal::derive(label(status.label())) meaning=Signal::stored(meaning(status)) />
            </td>
            <td class="table__cell--number" data-label=label("account-balance")><bdi>{move || balance(i18n, owed)}</bdi></td>
        </tr>
    }
}
