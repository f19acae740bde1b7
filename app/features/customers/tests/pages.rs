//! The pages of customers as the server writes them: whole, with what hangs on the record, in every language.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use any_spawner::Executor;
use customers::store::{self, NewCustomer};
use customers::{Person, Place, Profile};
use futures::StreamExt;
use kernel::testing::TestHouse;
use kernel::{Context, CustomerId, Language, Me, RecordKind, RecordRef, provide_i18n, provide_now};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos_router::SsrMode;
use leptos_router::components::{ParentRoute, Router, Routes};
use leptos_router::location::RequestUrl;
use std::sync::Arc;

async fn house() -> (TestHouse, Context, CustomerId) {
    let house = TestHouse::sqlite(vec![
        staff::feature(),
        records::feature(),
        fields::feature(),
        duplicates::feature(),
        customers::feature(),
    ])
    .await;
    let ada = staff::testing::insert_admin(&house.system(), "Ada").await;
    let cx = house.as_actor(staff::testing::actor(&house.system(), ada).await);
    let contact = Person { first_name: "Zoë".into(), ..Person::default() };
    let profile = Profile { name: "<b>Acme</b>".into(), is_active: true, ..Profile::default() };
    let id = store::create(&cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await.unwrap();
    let place = Place {
        name: "Old <i>mill</i>".into(),
        contact_id: Some(store::contacts_of(&cx, id).await.unwrap()[0].id),
        city: Some("Ivrea".into()),
        country: Some("IT".into()),
        access_notes: Some("Ring <i>twice</i>".into()),
        ..Place::default()
    };
    store::add_site(&cx, id, &place).await.unwrap();
    let record = RecordRef { kind: RecordKind::Customer, id: id.0 };
    let note = records::NoteDraft { body: "Rang <i>twice</i>".into(), contacted_at: Some(cx.now) };
    records::notes::add(&cx, record, &note).await.unwrap();
    records::tags::add(&cx, record, "Key account").await.unwrap();
    let mut incoming = records::files::begin(&cx, record, "offer.txt").await.unwrap();
    incoming.write(b"hello").await.unwrap();
    records::files::finish(&cx, incoming).await.unwrap();
    let later = cx.now.plus(kernel::Instant::DAY);
    let draft = records::ReminderDraft { staff_id: ada, text: "Send the offer".into(), due_at: later };
    records::reminders::add(&cx, record, &draft).await.unwrap();
    store::update(&cx, id, 1, &fields::Patch::one("city", "Rome")).await.unwrap();
    (house, cx, id)
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
                    <customers::Routes />
                    <ParentRoute path=kernel::route_path!("customers/:id") view=customers::CustomerRoute ssr=SsrMode::Async>
                        <customers::TabRoutes />
                    </ParentRoute>
                </Routes>
            </Router>
        }
        .to_html_stream_in_order()
    });
    stream.collect::<Vec<_>>().await.concat()
}

fn raw_keys(html: &str) -> Vec<&str> {
    let words = html.split(['<', '>', '"']).map(str::trim);
    let starts = ["customer-", "site-", "timeline-", "note-", "file-", "reminder-", "tag-", "event-"];
    let keys = keys();
    words.filter(|word| starts.iter().any(|start| word.starts_with(start)) && keys.contains(word)).collect()
}

/// Keys that are no ids or names of ours at the same time.
fn keys() -> Vec<&'static str> {
    let sources = [customers::TEXTS[0].1, records::TEXTS[0].1];
    let lines =
        sources.into_iter().flat_map(str::lines).filter_map(|line| line.split_once(" =").map(|(key, _)| key));
    lines
        .filter(|key| !["reminder-text", "reminder-due", "reminder-who", "file-drop"].contains(key))
        .collect()
}

#[tokio::test]
async fn the_page_of_a_customer_shows_all_that_hangs_on_it() {
    let (_house, cx, id) = house().await;
    let parts = [
        (
            "",
            ["&lt;b&gt;Acme&lt;/b&gt;", "Zoë", "Rang &lt;i&gt;twice&lt;/i&gt;", "Send the offer", "Rome"]
                .as_slice(),
        ),
        ("/profile", ["&lt;b&gt;Acme&lt;/b&gt;", "Rome"].as_slice()),
        ("/contacts", ["Zoë"].as_slice()),
        (
            "/sites",
            ["Old &lt;i&gt;mill&lt;/i&gt;", "Ivrea", "Zoë", "Ring &lt;i&gt;twice&lt;/i&gt;"].as_slice(),
        ),
        ("/work", ["Send the offer"].as_slice()),
        ("/files", ["offer.txt"].as_slice()),
        ("/history", ["Rang &lt;i&gt;twice&lt;/i&gt;"].as_slice()),
    ];
    for (language, (part, wanted)) in
        Language::ALL.into_iter().flat_map(|language| parts.map(|part| (language, part)))
    {
        let html = page(&cx, language, &format!("/customers/{id}{part}")).await;
        for wanted in wanted {
            assert!(html.contains(wanted), "{language:?} {part} shows {wanted}: {html}");
        }
        assert!(!html.contains("<i>twice") && !html.contains("<i>mill"));
        assert_eq!(raw_keys(&html), Vec::<&str>::new(), "a key without a sentence");
    }
}

#[tokio::test]
async fn the_list_and_the_form_are_written_whole() {
    let (_house, cx, id) = house().await;
    let list = page(&cx, Language::En, "/customers?q=acm").await;
    assert!(list.contains(&format!("href=\"/customers/{id}\"")), "{list}");
    let none = page(&cx, Language::En, "/customers?q=bolt").await;
    assert!(none.contains("href=\"/customers\"") && !none.contains("<table"), "{none}");
    let form = page(&cx, Language::Ar, "/customers/new").await;
    assert!(form.contains("name=\"contact_first_name\"") && form.contains("عميل جديد"), "{form}");
    assert!(form.contains("name=\"has_site\"") && form.contains("عنوان الفواتير"), "{form}");
}

#[tokio::test]
async fn a_customer_without_sites_says_what_to_do_and_a_reader_changes_none() {
    let (house, cx, id) = house().await;
    let site = store::sites_of(&cx, id, None, None).await.unwrap().items.remove(0);
    let path = format!("/customers/{id}/sites");
    let may = kernel::Capabilities::from_words("customers.view_all");
    let reader = house.as_staff(staff::testing::insert_staff(&house.system(), "Ron", may).await, may);
    let html = page(&reader, Language::En, &path).await;
    assert!(html.contains("Old &lt;i&gt;mill") && !html.contains("Add site"), "{html}");
    store::delete_site(&cx, site.id).await.unwrap();
    let html = page(&cx, Language::En, &path).await;
    assert!(html.contains("No sites yet") && html.contains("Add site"), "{html}");
    assert!(!html.contains("Old &lt;i&gt;mill"), "{html}");
}

#[tokio::test]
async fn a_customer_that_is_not_there_is_said_so() {
    let (_house, cx, _) = house().await;
    let html = page(&cx, Language::En, "/customers/999").await;
    assert!(html.contains("could not find that"), "{html}");
}
