use kernel::{CustomerId, Error, Result, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::LoadProblem;
use ui::{Breadcrumbs, PageTitle, Skeleton};

use super::head::Head;
use super::ledger::LedgerCard;
use super::services::ServicesCard;
use super::words::{account_here, customer_here, follow};
use crate::{AccountDetails, get_account};

/// An account on its page: what is known of it, and what to do when it may have changed.
#[derive(Clone, Copy)]
pub(super) struct Here {
    /// The account as it was fetched last.
    pub details: RwSignal<AccountDetails>,
    /// Goes up when the ledger is to be read again.
    pub changes: RwSignal<u32>,
    /// Fetches it again.
    pub again: Callback<()>,
}

/// `/customers/7/accounts/3`: an account with its services and its ledger.
#[component]
pub(super) fn AccountPage() -> impl IntoView {
    let (customer, id) = (customer_here(), account_here("account"));
    let details = Resource::new_blocking(
        move || (customer.get(), id.get()),
        |(customer, id)| async move {
            match (customer, id) {
                (Some(customer), Some(id)) => of_customer(get_account(id).await, customer),
                _ => Err(Error::NotFound),
            }
        },
    );
    view! {
        <Suspense fallback=|| view! { <Skeleton label=ts!("account-loading") count=6 /> }>
            {move || Suspend::new(async move {
                match details.await {
                    Ok(details) => view! { <AccountView first=details /> }.into_any(),
                    Err(error) => view! {
                        <PageTitle text=ts!("account-title") />
                        <LoadProblem error=error />
                    }
                    .into_any(),
                }
            })}
        </Suspense>
    }
}

/// Below another customer there is no such account.
fn of_customer(details: Result<AccountDetails>, customer: CustomerId) -> Result<AccountDetails> {
    details.and_then(|details| match details.account.customer_id == customer {
        true => Ok(details),
        false => Err(Error::NotFound),
    })
}

#[component]
fn AccountView(first: AccountDetails) -> impl IntoView {
    let i18n = use_i18n();
    let (id, customer) = (first.account.id, first.account.customer_id);
    let here =
        Here { details: RwSignal::new(first), changes: RwSignal::new(0), again: Callback::new(|()| {}) };
    let here = Here { again: fetching(here), ..here };
    follow(Some(id), here.again);
    let title = Signal::derive(move || here.details.with(|details| details.account.title()));
    let crumbs = move || {
        vec![
            (i18n.text("customer-title", &[]), Some("/customers".to_owned())),
            (here.details.with(|details| details.customer.clone()), Some(format!("/customers/{customer}"))),
            (i18n.text("account-title", &[]), Some(format!("/customers/{customer}/accounts"))),
            (title.get(), None),
        ]
    };
    view! {
        <PageTitle text=title />
        <article class="accounts">
            <Breadcrumbs label=ts!("account-trail") crumbs=Signal::derive(crumbs) />
            <Head here=here />
            <ServicesCard here=here />
            <LedgerCard here=here />
        </article>
    }
}

/// Fetches the account again, and has the ledger read again.
fn fetching(here: Here) -> Callback<()> {
    let problems = use_problems();
    let id = here.details.with_untracked(|details| details.account.id);
    Callback::new(move |()| {
        spawn_local(async move {
            match get_account(id).await {
                Ok(fresh) => {
                    // The page may have been left meanwhile.
                    let _left = here.details.try_set(fresh);
                    let _left = here.changes.try_update(|changes| *changes += 1);
                }
                // One that was deleted says so in the toast of who deleted it.
                Err(Error::Unreachable | Error::NotFound) => {}
                Err(error) => problems.report(error),
            }
        });
    })
}
