use accounts::AccountLine;
use kernel::{Money, t, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::LoadProblem;
use ui::{Card, KeyValue, KeyValues, PageTitle, Skeleton};

use crate::{Company, PortalHome, SiteLine, get_portal_home};

/// `/portal`: whose portal this is, and what stands on the accounts.
#[component]
pub(super) fn PortalHomePage() -> impl IntoView {
    let home = Resource::new_blocking(|| (), |()| get_portal_home());
    view! {
        <PageTitle text=ts!("portal-home") />
        <div class="portal">
            <Suspense fallback=|| view! { <Skeleton label=ts!("portal-loading") count=6 /> }>
                {move || Suspend::new(async move {
                    match home.await {
                        Ok(home) => view! { <Home home=home /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

#[component]
fn Home(home: PortalHome) -> impl IntoView {
    let PortalHome { company, person, manager, accounts, sites } = home;
    let first = person.first_name;
    view! {
        <h1 class="portal__title">{t!("portal-welcome", name = first.clone())}</h1>
        <p class="portal__lead"><bdi>{company.name.clone()}</bdi></p>
        {accounts.map(|accounts| view! { <Accounts accounts=accounts /> })}
        {sites.map(|sites| view! { <Sites sites=sites /> })}
        <CompanyCard company=company manager=manager />
    }
}

/// What stands on the personal accounts.
#[component]
fn Accounts(accounts: Vec<AccountLine>) -> impl IntoView {
    let i18n = use_i18n();
    let title = ts!("portal-accounts");
    let is_empty = accounts.is_empty();
    let line = move |line: AccountLine| {
        let (minor, balance) = (line.balance.minor, line.balance);
        let standing = move || match minor {
            0 => i18n.text("portal-settled", &[]),
            1.. => i18n.text("portal-owed", &[("amount", i18n.money(balance).into())]),
            _ => i18n.text(
                "portal-credit",
                &[("amount", i18n.money(Money::new(-minor, balance.currency)).into())],
            ),
        };
        view! {
            <li class="portal__line">
                <bdi class="portal__name">{line.account.title()}</bdi>
                <span class="portal__amount">{standing}</span>
            </li>
        }
    };
    view! {
        <Card title=Signal::derive(move || Some(title.get()))>
            {is_empty.then(|| view! { <p class="portal__none">{t!("portal-accounts-none")}</p> })}
            <ul class="portal__lines" role="list">{accounts.into_iter().map(line).collect_view()}</ul>
        </Card>
    }
}

/// The places of the company.
#[component]
fn Sites(sites: Vec<SiteLine>) -> impl IntoView {
    let title = ts!("site-title");
    let is_empty = sites.is_empty();
    let line = move |site: SiteLine| {
        view! {
            <li class="portal__line">
                <bdi class="portal__name">{site.name}</bdi>
                <bdi>{site.address}</bdi>
                {site.contact.map(|contact| view! { <bdi class="portal__person">{contact}</bdi> })}
            </li>
        }
    };
    view! {
        <Card title=Signal::derive(move || Some(title.get()))>
            {is_empty.then(|| view! { <p class="portal__none">{t!("portal-sites-none")}</p> })}
            <ul class="portal__lines" role="list">{sites.into_iter().map(line).collect_view()}</ul>
        </Card>
    }
}

/// What the organisation knows of the company, and who looks after it.
#[component]
fn CompanyCard(company: Company, manager: Option<String>) -> impl IntoView {
    let i18n = use_i18n();
    let facts = [
        ("field-number", company.number),
        ("field-email", company.email),
        ("field-phone", company.phone),
        ("field-vat_number", company.vat_number),
        ("customer-billing", Some(company.billing.join("\n")).filter(|lines| !lines.is_empty())),
        ("customer-shipping", Some(company.shipping.join("\n")).filter(|lines| !lines.is_empty())),
        ("portal-manager", manager),
    ];
    let shown = facts.into_iter().filter_map(|(key, value)| Some((key, value?)));
    let fact = move |(key, value): (&'static str, String)| {
        view! { <KeyValue label=Signal::derive(move || i18n.text(key, &[]))><bdi class="portal__value">{value}</bdi></KeyValue> }
    };
    let (title, wrong) = (ts!("portal-company"), t!("portal-company-wrong"));
    view! {
        <Card title=Signal::derive(move || Some(title.get()))>
            <KeyValues>{shown.map(fact).collect_view()}</KeyValues>
            <p class="portal__none">{wrong}</p>
        </Card>
    }
}
