//! The pages of accounts as the server writes them: whole, in every language, without a key in place of a sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/company.rs"]
mod company;

use std::sync::Arc;

use accounts::store::{charging, posting, services};
use accounts::{Account, Profile};
use any_spawner::Executor;
use company::{customer, euros, features, monthly};
use futures::StreamExt;
use kernel::testing::TestHouse;
use kernel::{Context, Language, Me, provide_i18n, provide_now};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos_router::SsrMode;
use leptos_router::components::{ParentRoute, Router, Routes};
use leptos_router::location::RequestUrl;

async fn house() -> (TestHouse, Context, Account) {
    let house = TestHouse::sqlite(features()).await;
    let ada = staff::testing::insert_admin(&house.system(), "Ada").await;
    let cx = house.as_actor(staff::testing::actor(&house.system(), ada).await);
    let whose = customer(&cx, "<b>Acme</b>").await;
    let profile = Profile { name: Some("Roof".into()), ..Profile::default() };
    let account = accounts::store::create(&cx, whose, &profile).await.unwrap();
    services::add(&cx, account.id, &monthly("2026-11-01")).await.unwrap();
    charging::charge(&cx, account.id).await.unwrap();
    let paid = posting::post_payment(&cx, account.id, euros(1_000), "Rang <i>twice</i>").await.unwrap();
    posting::reverse(&cx, account.id, paid, "Wrong").await.unwrap();
    (house, cx, account)
}

/// The page at this address as it is sent, from the beginning to the end.
async fn page(cx: &Context, language: Language, path: &str) -> String {
    let _ = Executor::init_tokio();
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
    let stream = owner.with(|| {
        let organisation = cx.organisation();
        let mut me = Me::nobody(language, (*organisation).clone(), false, cx.now);
        me.actor = cx.actor.clone();
        provide_context(Context { language, ..cx.clone() });
        provide_context(Arc::new(me));
        provide_i18n(cx.foyer.texts(language), organisation.zone.clone());
        provide_now(cx.now);
        provide_context(RequestUrl::new(path));
        leptos_meta::provide_meta_context();
        ui::Announcer::provide();
        ui::Toasts::provide();
        view! {
            <Router>
                <Routes fallback=|| "lost">
                    <accounts::Routes />
                    <ParentRoute path=kernel::route_path!("customers/:id") view=customers::CustomerRoute ssr=SsrMode::Async>
                        <accounts::TabRoutes />
                    </ParentRoute>
                </Routes>
            </Router>
        }
        .to_html_stream_in_order()
    });
    stream.collect::<Vec<_>>().await.concat()
}

/// Texts that are a key of this crate: between tags, where a sentence stands.
fn raw_keys(html: &str) -> Vec<&str> {
    let keys: Vec<&str> =
        accounts::TEXTS[0].1.lines().filter_map(|line| Some(line.split_once(" =")?.0)).collect();
    html.split(['<', '>']).map(str::trim).filter(|text| keys.contains(text)).collect()
}

#[tokio::test]
async fn an_account_is_written_whole_in_every_language() {
    let (_house, cx, account) = house().await;
    for language in Language::ALL {
        let html = page(&cx, language, &account.path()).await;
        for wanted in ["Roof", "Monitoring", "&lt;b&gt;Acme&lt;/b&gt;", "Rang &lt;i&gt;twice&lt;/i&gt;", "12"]
        {
            assert!(html.contains(wanted), "{language:?} shows {wanted}: {html}");
        }
        assert_eq!(raw_keys(&html), Vec::<&str>::new(), "a key without a sentence");
        let list = page(&cx, language, &format!("/customers/{}/accounts", account.customer_id)).await;
        assert!(list.contains(&account.path()), "{list}");
        assert_eq!(raw_keys(&list), Vec::<&str>::new(), "a key without a sentence");
    }
}

#[tokio::test]
async fn an_account_below_another_customer_is_not_there() {
    let (_house, cx, account) = house().await;
    let other = customer(&cx, "Bolt").await;
    let html = page(&cx, Language::En, &format!("/customers/{other}/accounts/{}", account.id)).await;
    assert!(html.contains("could not find that") && !html.contains("Roof"), "{html}");
}
