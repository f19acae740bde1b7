//! Contacts sign in to the portal: how they learn of it, by which links, when that ends, and who looks with their eyes.
// Tests panic to fail.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use customers::store::{self, NewCustomer};
use customers::{Contact, Greeting, Notices, PermissionSet, Permissions, Person, PortalSetting, Profile};
use fields::Patch;
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Actor, Area, Can, Capabilities, Context, CustomerId, Error, Feature, Instant, SessionId};
use records::TimelineFilter;
use records::store::timeline;
use staff::sessions::{self, Origin, SignedIn};
use staff::viewing::{self, Viewing};

const PASSWORD: &str = "a quiet harbour";

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), fields::feature(), duplicates::feature(), customers::feature()]
}

async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

async fn acme(cx: &Context) -> CustomerId {
    let profile = Profile { name: "Acme".into(), ..Profile::begin() };
    store::create(cx, &NewCustomer { profile, ..NewCustomer::default() }).await.unwrap()
}

fn zoe() -> Person {
    let email = Some("Zoe@Acme.example".into());
    Person {
        first_name: "Zoe".into(),
        last_name: "Quill".into(),
        email,
        has_portal: true,
        ..Person::default()
    }
}

async fn invited(cx: &Context, greeting: Greeting) -> Contact {
    let customer = acme(cx).await;
    store::invite_contact(cx, customer, &zoe(), &greeting).await.unwrap()
}

fn with_password() -> Greeting {
    Greeting { password: Some(PASSWORD.into()), ..Greeting::default() }
}

async fn sign_in(house: &TestHouse, password: &str) -> Result<String, Error> {
    let from = Origin { address: "192.0.2.7".into(), user_agent: "Firefox".into() };
    sessions::sign_in(&house.as_actor(Actor::Anonymous), "zoe@acme.example", password, &from).await
}

async fn who(house: &TestHouse, secret: &str) -> Option<SignedIn> {
    sessions::authenticate(&house.foyer, secret).await.unwrap()
}

/// The mails so far, the newest first: subject and body.
async fn mails(house: &TestHouse) -> Vec<(String, String)> {
    Q::new("select subject, body from mail order by id desc").all(&house.foyer.db).await.unwrap()
}

async fn link(house: &TestHouse) -> String {
    let mails = mails(house).await;
    mails[0].1.split_once("/new-password?token=").unwrap().1.to_owned()
}

async fn set(house: &TestHouse, link: &str, password: &str) -> Result<(), Error> {
    staff::password::set(&house.as_actor(Actor::Anonymous), link, password).await
}

async fn change(cx: &Context, contact: &Contact, field: &str, value: impl serde::Serialize) -> Contact {
    store::update_contact(cx, contact.id, contact.version, &Patch::one(field, value)).await.unwrap()
}

async fn history(cx: &Context, customer: CustomerId) -> Vec<String> {
    let record = store::find(cx, customer).await.unwrap().record();
    let page = timeline::list(cx, record, TimelineFilter::All, None, None).await.unwrap();
    page.items.into_iter().map(|entry| entry.kind).collect()
}

/// A session of a member of staff, and its number.
async fn session(house: &TestHouse) -> (String, SessionId) {
    let from = Origin { address: "192.0.2.8".into(), user_agent: "Firefox".into() };
    let (email,): (String,) =
        Q::new("select email from staff order by id desc limit 1").one(&house.foyer.db).await.unwrap();
    let (id,): (kernel::StaffId,) =
        Q::new("select id from staff order by id desc limit 1").one(&house.foyer.db).await.unwrap();
    staff::password::reset(&house.system(), id, PASSWORD).await.unwrap();
    let secret = sessions::sign_in(&house.as_actor(Actor::Anonymous), &email, PASSWORD, &from).await.unwrap();
    let session = who(house, &secret).await.unwrap().session_id;
    (secret, session)
}

kernel::contract! {
    with features();

    async fn a_link_works_once_and_the_contact_signs_in(house: TestHouse) {
        let cx = &admin(house).await;
        let contact = invited(cx, Greeting { welcomes: true, sends_link: true, password: None }).await;
        let sent = mails(house).await;
        assert_eq!(sent.len(), 2, "{sent:?}");
        assert!(sent[1].1.contains("Zoe@Acme.example") && sent[1].1.contains("/portal"), "{sent:?}");
        assert!(sign_in(house, PASSWORD).await.is_err(), "no password yet");
        let secret = link(house).await;
        assert!(set(house, &secret, "zoe").await.is_err(), "refused, and the link is still good");
        set(house, &secret, PASSWORD).await.unwrap();
        assert!(set(house, &secret, "another quiet harbour").await.is_err(), "only once");
        let session = sign_in(house, PASSWORD).await.unwrap();
        let signed_in = who(house, &session).await.unwrap();
        let Actor::Contact(me) = &signed_in.actor else { panic!("{signed_in:?}") };
        assert_eq!((me.id, me.customer_id, me.name.as_str()), (contact.id, contact.customer_id, "Zoe Quill"));
        let told = history(cx, contact.customer_id).await;
        for kind in ["contact.welcomed", "contact.password_asked", "contact.password_changed"] {
            assert!(told.iter().any(|told| told == kind), "{kind} in {told:?}");
        }
        assert!(!told.iter().any(|kind| kind == "contact.signed_in"), "coming and going is no history: {told:?}");
    }

    async fn a_new_link_ends_the_earlier_ones_and_each_is_over_after_48_hours(house: TestHouse) {
        let cx = &admin(house).await;
        let contact = invited(cx, Greeting { sends_link: true, ..Greeting::default() }).await;
        let first = link(house).await;
        store::send_contact_link(cx, contact.id).await.unwrap();
        let second = link(house).await;
        assert_ne!(first, second);
        assert!(set(house, &first, PASSWORD).await.is_err(), "ended by the second");
        house.foyer.clock.advance(48 * Instant::HOUR);
        assert!(set(house, &second, PASSWORD).await.is_err(), "48 hours are over");
        store::send_contact_link(&house.as_actor(cx.actor.clone()), contact.id).await.unwrap();
        let third = link(house).await;
        house.foyer.clock.advance(48 * Instant::HOUR - Instant::SECOND);
        set(house, &third, PASSWORD).await.unwrap();
    }

    async fn what_a_contact_is_sent_is_chosen_by_who_adds_it_and_by_the_house(house: TestHouse) {
        let cx = &admin(house).await;
        let customer = acme(cx).await;
        let welcomes = Greeting { welcomes: true, ..Greeting::default() };
        let named = |name: &str, has_portal| Person {
            first_name: name.into(),
            email: Some(format!("{name}@acme.example")),
            has_portal,
            ..Person::default()
        };
        store::invite_contact(cx, customer, &named("quiet", true), &Greeting::default()).await.unwrap();
        let record = Greeting { welcomes: true, sends_link: true, password: Some(PASSWORD.into()) };
        store::invite_contact(cx, customer, &named("record", false), &record).await.unwrap();
        assert_eq!(mails(house).await.len(), 0, "neither who is not to be welcomed nor who has no access");
        store::invite_contact(cx, customer, &named("welcome", true), &welcomes).await.unwrap();
        assert_eq!(mails(house).await.len(), 1);
        kernel::setting::save(cx, &PortalSetting { sends_welcome: false, ..PortalSetting::default() }).await.unwrap();
        store::invite_contact(cx, customer, &named("later", true), &welcomes).await.unwrap();
        assert_eq!(mails(house).await.len(), 1, "the template is switched off");
        let weak = Greeting { password: Some("short".into()), ..Greeting::default() };
        let refused = store::invite_contact(cx, customer, &named("weak", true), &weak).await.unwrap_err();
        assert!(refused.field("password").is_some(), "{refused:?}");
        assert_eq!(store::contacts_of(cx, customer).await.unwrap().len(), 4, "and nothing was stored");
    }

    async fn who_may_not_sign_in_any_more_is_out_at_once(house: TestHouse) {
        let cx = &admin(house).await;
        let contact = invited(cx, with_password()).await;
        for field in ["is_active", "has_portal"] {
            let now = store::find_contact(cx, contact.id).await.unwrap();
            let session = sign_in(house, PASSWORD).await.unwrap();
            assert!(who(house, &session).await.is_some());
            let off = change(cx, &now, field, false).await;
            assert!(who(house, &session).await.is_none(), "{field}");
            assert!(sign_in(house, PASSWORD).await.is_err(), "{field}");
            assert!(store::send_contact_link(cx, contact.id).await.is_err(), "{field}");
            change(cx, &off, field, true).await;
            assert!(who(house, &session).await.is_none(), "the old session does not come back: {field}");
        }
        let session = sign_in(house, PASSWORD).await.unwrap();
        let customer = store::find(cx, contact.customer_id).await.unwrap();
        let inactive = store::update(cx, customer.id, customer.version, &Patch::one("is_active", false)).await.unwrap();
        assert!(who(house, &session).await.is_none(), "the customer is inactive");
        store::update(cx, customer.id, inactive.version, &Patch::one("is_active", true)).await.unwrap();
        let session = sign_in(house, PASSWORD).await.unwrap();
        store::delete(cx, contact.customer_id).await.unwrap();
        assert!(who(house, &session).await.is_none(), "the customer is in the bin");
        assert!(sign_in(house, PASSWORD).await.is_err());
        store::restore(cx, contact.customer_id).await.unwrap();
        let session = sign_in(house, PASSWORD).await.unwrap();
        store::delete_contact(cx, contact.id).await.unwrap();
        assert!(who(house, &session).await.is_none(), "the contact is removed");
    }

    async fn another_address_ends_what_went_to_the_old_one(house: TestHouse) {
        let cx = &admin(house).await;
        let contact = invited(cx, Greeting { sends_link: true, password: Some(PASSWORD.into()), welcomes: false }).await;
        let (secret, session) = (link(house).await, sign_in(house, PASSWORD).await.unwrap());
        change(cx, &contact, "email", "other@acme.example").await;
        assert!(set(house, &secret, "another quiet harbour").await.is_err());
        assert!(who(house, &session).await.is_none());
        assert!(sign_in(house, PASSWORD).await.is_err(), "the old address is nobody's");
    }

    async fn a_password_set_by_staff_signs_the_contact_out(house: TestHouse) {
        let cx = &admin(house).await;
        let contact = invited(cx, with_password()).await;
        let session = sign_in(house, PASSWORD).await.unwrap();
        store::set_contact_password(cx, contact.id, "another quiet harbour").await.unwrap();
        assert!(who(house, &session).await.is_none());
        assert!(sign_in(house, PASSWORD).await.is_err());
        assert!(sign_in(house, "another quiet harbour").await.is_ok());
    }

    async fn rights_under_a_name_are_given_to_many_and_taken_back(house: TestHouse) {
        let cx = &admin(house).await;
        let contact = invited(cx, Greeting::default()).await;
        let sees = Permissions { sees_invoices: true, ..Permissions::default() };
        let told = Notices { told_payments: true, ..Notices::default() };
        let wanted = PermissionSet { id: 0, name: "Accounting".into(), sees, told };
        let id = store::save_set(cx, &wanted).await.unwrap();
        let twice = store::save_set(cx, &PermissionSet { name: "ACCOUNTING".into(), ..wanted.clone() }).await;
        assert!(twice.unwrap_err().field("name").is_some());
        assert_eq!(store::apply_set(cx, id, &[contact.id]).await, Ok(1));
        assert_eq!(store::apply_set(cx, id, &[contact.id]).await, Ok(0), "it has them already");
        let now = store::find_contact(cx, contact.id).await.unwrap();
        assert_eq!((now.person.sees, now.person.told), (sees, told));
        assert_eq!(history(cx, contact.customer_id).await[0], "contact.updated");
        store::delete_set(cx, id).await.unwrap();
        assert_eq!(store::find_contact(cx, contact.id).await.unwrap().person.sees, sees, "what was given stays");
        assert_eq!(store::portal_rules(cx).await.unwrap().sets, []);
    }

    async fn only_who_may_change_the_customer_sends_links_and_looks_as_its_contacts(house: TestHouse) {
        let cx = &admin(house).await;
        let contact = invited(cx, with_password()).await;
        let only = |cans: &[Can]| cans.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Customers, *can));
        let someone = async |name: &str, rights| {
            let id = staff::testing::insert_staff(&house.system(), name, rights).await;
            house.as_actor(staff::testing::actor(&house.system(), id).await)
        };
        let reader = &someone("reader", only(&[Can::ViewAll])).await;
        let other = &someone("other", only(&[Can::ViewOwn, Can::Edit])).await;
        let look = Viewing::Contact(contact.id);
        for (cx, expected) in [(reader, "forbidden"), (other, "not found")] {
            let answers = [
                store::send_contact_link(cx, contact.id).await,
                store::set_contact_password(cx, contact.id, "another quiet harbour").await,
                viewing::begin(cx, SessionId(1), look).await,
            ];
            for answer in answers {
                let error = answer.unwrap_err().to_string();
                assert!(error.starts_with(expected), "{error}");
            }
        }
        assert!(sign_in(house, PASSWORD).await.is_ok(), "nothing was changed");
    }

    async fn who_looks_as_a_contact_sees_the_portal_changes_nothing_and_is_in_the_history(house: TestHouse) {
        let cx = &admin(house).await;
        let contact = invited(cx, with_password()).await;
        let (secret, number) = session(house).await;
        viewing::begin(cx, number, Viewing::Contact(contact.id)).await.unwrap();
        let seen = who(house, &secret).await.unwrap();
        let Actor::Contact(eyes) = &seen.actor else { panic!("{seen:?}") };
        assert_eq!((eyes.id, eyes.viewer, seen.viewing.as_deref()), (contact.id, cx.staff_id(), Some("Zoe Quill")));
        let looking = &house.as_actor(seen.actor.clone());
        let refused = staff::password::change(looking, PASSWORD, "another quiet harbour", None).await;
        assert_eq!(refused, Err(kernel::forbidden("error-viewing")));
        assert_eq!(history(cx, contact.customer_id).await[0], "contact.viewed");
        viewing::end(looking, number).await.unwrap();
        assert!(matches!(who(house, &secret).await.unwrap().actor, Actor::Staff(_)));
        viewing::begin(cx, number, Viewing::Contact(contact.id)).await.unwrap();
        store::delete_contact(cx, contact.id).await.unwrap();
        assert!(matches!(who(house, &secret).await.unwrap().actor, Actor::Staff(_)), "there is nothing to see any more");
    }

    async fn who_looks_as_a_role_has_its_rights_and_changes_nothing(house: TestHouse) {
        let cx = &admin(house).await;
        let customer = acme(cx).await;
        let rights = Capabilities::NONE.with(Area::Customers, Can::ViewAll).with(Area::Customers, Can::Edit);
        let role = staff::store::roles::insert(cx, "Clerk", rights).await.unwrap();
        let (secret, number) = session(house).await;
        viewing::begin(cx, number, Viewing::Role(role.id)).await.unwrap();
        let seen = who(house, &secret).await.unwrap();
        let looking = &house.as_actor(seen.actor.clone());
        assert!(!looking.actor.is_admin() && looking.actor.has(Area::Customers, Can::Edit));
        let now = store::find(looking, customer).await.unwrap();
        let refused = store::update(looking, customer, now.version, &Patch::one("phone", "1")).await;
        assert_eq!(refused.unwrap_err(), kernel::forbidden("error-viewing"));
        assert!(viewing::begin(looking, number, Viewing::Role(role.id)).await.is_err(), "no eyes out of other eyes");
        sessions::sign_out(looking, &secret).await.unwrap();
        assert!(who(house, &secret).await.is_none(), "leaving works");
    }
}
