//! What the settings of the house promise on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use kernel::testing::TestHouse;
use kernel::{Capabilities, Context, Language, Mail, Text, forbidden};
use settings::{MailState, feature, store};
use staff::{OrganisationForm, testing};

fn features() -> Vec<kernel::Feature> {
    vec![staff::feature(), feature()]
}

async fn as_admin(house: &TestHouse) -> Context {
    let id = testing::insert_admin(&house.system(), "Ada").await;
    house.as_actor(testing::actor(&house.system(), id).await)
}

fn rome() -> OrganisationForm {
    OrganisationForm {
        organisation_name: "Mill & Sons".into(),
        currency: "CHF".into(),
        country: "ch".into(),
        language: Language::It,
        time_zone: "Europe/Zurich".into(),
    }
}

async fn post(cx: &Context, subject: &'static str) {
    let mail = &Mail {
        to: "bob@example.com".into(),
        language: Language::En,
        subject: Text::new(subject),
        body: vec![Text::new("hello")],
        path: Some("/new-password?token=secret".into()),
    };
    cx.tx(|tx| async move { cx.post(&tx, mail.clone()).await }).await.unwrap();
}

async fn set_state(cx: &Context, state: &'static str) {
    cx.tx(|tx| async move { kernel::db::Q::new("update mail set state = ?").bind(state).run(&tx).await })
        .await
        .unwrap();
}

kernel::contract! {
    with features();

    async fn the_organisation_changes_for_everybody_at_once(house: TestHouse) {
        let cx = &as_admin(house).await;
        store::save_organisation(cx, &rome()).await.unwrap();
        let now = house.system().organisation();
        assert_eq!((now.name.as_str(), now.currency.code(), now.country.as_str()), ("Mill & Sons", "CHF", "CH"));
        assert_eq!(store::organisation(cx).await.unwrap().time_zone, "Europe/Zurich");
        let wrong = store::save_organisation(cx, &OrganisationForm::default()).await.unwrap_err();
        assert!(wrong.field("organisation_name").is_some() && wrong.field("time_zone").is_some());
    }

    async fn only_administrators_see_the_house_settings_and_its_mails(house: TestHouse) {
        let admin = &as_admin(house).await;
        post(admin, "one").await;
        let bob = testing::insert_staff(admin, "Bob", Capabilities::ALL).await;
        let cx = &house.as_actor(testing::actor(admin, bob).await);
        let refused = forbidden("error-forbidden-admin");
        assert_eq!(store::organisation(cx).await.unwrap_err(), refused);
        assert_eq!(store::save_organisation(cx, &rome()).await.unwrap_err(), refused);
        assert_eq!(store::mail::list(cx, None).await.unwrap_err(), refused);
        let id = store::mail::list(admin, None).await.unwrap().items[0].id;
        assert_eq!(store::mail::find(cx, id).await.unwrap_err(), refused);
        assert_eq!(store::mail::retry(cx, id).await.unwrap_err(), refused);
    }

    async fn the_outbox_is_paged_newest_first(house: TestHouse) {
        let cx = &as_admin(house).await;
        for _ in 0..52 {
            post(cx, "old").await;
        }
        post(cx, "new").await;
        let first = store::mail::list(cx, None).await.unwrap();
        assert_eq!((first.items.len(), first.items[0].subject.as_str()), (50, "new"));
        let rest = store::mail::list(cx, first.next_cursor.as_ref()).await.unwrap();
        assert_eq!((rest.items.len(), rest.next_cursor), (3, None));
    }

    async fn a_mail_that_was_sent_keeps_its_readers_link_to_itself(house: TestHouse) {
        let cx = &as_admin(house).await;
        post(cx, "link").await;
        let id = store::mail::list(cx, None).await.unwrap().items[0].id;
        assert!(store::mail::find(cx, id).await.unwrap().body.contains("token=secret"));
        set_state(cx, "sent").await;
        assert!(!store::mail::find(cx, id).await.unwrap().body.contains("secret"));
    }

    async fn a_refused_mail_can_be_tried_again(house: TestHouse) {
        let cx = &as_admin(house).await;
        post(cx, "again").await;
        let id = store::mail::list(cx, None).await.unwrap().items[0].id;
        assert_eq!(store::mail::retry(cx, id).await, Err(forbidden("settings-mail-not-again")));
        set_state(cx, "failed").await;
        store::mail::retry(cx, id).await.unwrap();
        assert_eq!(store::mail::find(cx, id).await.unwrap().line.state, MailState::Queued);
    }
}
