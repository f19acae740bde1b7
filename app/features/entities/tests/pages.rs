//! The pages of legal entities as the server writes them: whole, in every language, without a key in place of a sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/company.rs"]
mod company;

use std::sync::Arc;

use any_spawner::Executor;
use company::{admin, customer, entity, features, named, person, some};
use entities::store::{self, own};
use entities::{Company, Profile};
use futures::StreamExt;
use kernel::testing::TestHouse;
use kernel::{Context, CustomerId, Language, Me, provide_i18n, provide_now};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos_router::SsrMode;
use leptos_router::components::{ParentRoute, Router, Routes};
use leptos_router::location::RequestUrl;

async fn house() -> (TestHouse, Context, CustomerId) {
    let house = TestHouse::sqlite(features()).await;
    let cx = admin(&house).await;
    let whose = customer(&cx, "Acme").await;
    let mine =
        Company { iban: some("CH93 0076 2011 6238 5295 7"), country: some("CH"), ..named("Lumen <i>SA</i>") };
    own::add(&cx, &mine).await.unwrap();
    let suisse = own::add(&cx, &named("Suisse")).await.unwrap();
    own::archive(&cx, suisse.id, true).await.unwrap();
    let company = Company {
        iban: some("DE89 3704 0044 0532 0130 00"),
        tax_number: some("DE123456789"),
        city: some("München"),
        country: some("DE"),
        ..named("Acme <b>GmbH</b>")
    };
    store::add(&cx, whose, &Profile { company, ..Profile::default() }).await.unwrap();
    (house, cx, whose)
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
                    <entities::Routes />
                    <ParentRoute path=kernel::route_path!("customers/:id") view=customers::CustomerRoute ssr=SsrMode::Async>
                        <entities::TabRoutes />
                    </ParentRoute>
                </Routes>
            </Router>
        }
        .to_html_stream_in_order()
    });
    stream.collect::<Vec<_>>().await.concat()
}

/// Keys that stand where a sentence has to be.
fn raw_keys(html: &str) -> Vec<&str> {
    let lines = entities::TEXTS[0].1.lines();
    let keys: Vec<&str> = lines.filter_map(|line| line.split_once(" =").map(|(key, _)| key)).collect();
    html.split(['<', '>', '"']).map(str::trim).filter(|word| keys.contains(word)).collect()
}

#[tokio::test]
async fn the_entities_of_a_customer_are_shown_with_who_bills_them() {
    let (_house, cx, whose) = house().await;
    for language in Language::ALL {
        let html = page(&cx, language, &format!("/customers/{whose}/entities")).await;
        for wanted in [
            "Acme &lt;b&gt;GmbH&lt;/b&gt;",
            "DE89 3704 0044 0532 0130 00",
            "DE123456789",
            "München",
            "Lumen &lt;i&gt;SA&lt;/i&gt;",
        ] {
            assert!(html.contains(wanted), "{language:?} shows {wanted}: {html}");
        }
        assert!(!html.contains("CH93 0076"), "where the house has its money is nobody's business here");
        assert_eq!(raw_keys(&html), Vec::<&str>::new(), "a key without a sentence");
    }
}

#[tokio::test]
async fn the_organisations_own_are_shown_under_settings() {
    let (house, cx, _) = house().await;
    for language in Language::ALL {
        let html = page(&cx, language, "/settings/entities").await;
        for wanted in ["Lumen &lt;i&gt;SA&lt;/i&gt;", "CH93 0076 2011 6238 5295 7", "Suisse"] {
            assert!(html.contains(wanted), "{language:?} shows {wanted}: {html}");
        }
        assert_eq!(raw_keys(&html), Vec::<&str>::new(), "a key without a sentence");
    }
    let reader = person(&house, "Ron", "settings.view_all").await;
    let html = page(&reader, Language::En, "/settings/entities").await;
    assert!(html.contains("Suisse") && !html.contains("Add company"), "{html}");
    let nobody = person(&house, "Nob", "customers.view_all").await;
    let html = page(&nobody, Language::En, "/settings/entities").await;
    assert!(!html.contains("CH93") && !html.contains("Suisse"), "{html}");
}

#[tokio::test]
async fn a_customer_without_entities_says_what_to_do_and_a_reader_changes_none() {
    let (house, cx, whose) = house().await;
    let path = format!("/customers/{whose}/entities");
    let reader = person(&house, "Ron", "customers.view_all").await;
    let html = page(&reader, Language::En, &path).await;
    assert!(html.contains("DE123456789") && !html.contains("Add legal entity"), "{html}");
    let all = store::entities_of(&cx, whose).await.unwrap();
    store::delete(&cx, all[0].id, None).await.unwrap();
    let html = page(&cx, Language::En, &path).await;
    assert!(html.contains("No legal entities yet") && html.contains("Add legal entity"), "{html}");
    store::add(&cx, whose, &entity("Again")).await.unwrap();
    assert!(page(&cx, Language::Ar, &path).await.contains("Again"));
}
