//! What staff, roles, tokens and notifications promise on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Error, Scope, StaffId, Text, forbidden};
use staff::sessions::Origin;
use staff::store::{self, NewStaff, roles};
use staff::{MemberChange, feature, testing, tokens};

async fn as_admin(house: &TestHouse) -> Context {
    let id = testing::insert_admin(&house.system(), "Ada").await;
    as_person(house, id).await
}

async fn as_person(house: &TestHouse, id: StaffId) -> Context {
    house.as_actor(testing::actor(&house.system(), id).await)
}

fn change(member: &staff::Member) -> MemberChange {
    MemberChange {
        name: member.name.clone(),
        email: member.email.clone(),
        role_id: member.role_id,
        is_admin: member.is_admin,
    }
}

fn leads(can: Can) -> Capabilities {
    Capabilities::NONE.with(Area::Leads, can)
}

kernel::contract! {
    with vec![feature()];

    async fn who_is_added_without_a_password_is_sent_a_link(house: TestHouse) {
        let cx = &as_admin(house).await;
        let id = store::add(cx, NewStaff { name: "Bob".into(), email: "bob@example.com".into(), ..NewStaff::default() }).await.unwrap();
        let (to, body): (String, String) = kernel::db::Q::new("select recipient, body from mail").one(cx.db()).await.unwrap();
        assert_eq!(to, "bob@example.com");
        let secret = body.split_once("/new-password?token=").unwrap().1;
        staff::password::set(cx, secret, "a quiet harbour").await.unwrap();
        assert!(store::find(cx, id).await.unwrap().has_password);
    }

    async fn an_address_belongs_to_one_person(house: TestHouse) {
        let cx = &as_admin(house).await;
        let new = |email: &str| NewStaff { name: "Bob".into(), email: email.into(), ..NewStaff::default() };
        store::add(cx, new("bob@example.com")).await.unwrap();
        let again = store::add(cx, new("BOB@example.com")).await.unwrap_err();
        assert_eq!(again.field("email"), Some(Text::new("staff-email-taken")));
        assert!(store::find_by_email(cx, "Bob@Example.com").await.unwrap().is_some());
    }

    async fn only_administrators_change_people_and_roles(house: TestHouse) {
        let cx = &as_admin(house).await;
        let caps = leads(Can::ViewAll).with(Area::Settings, Can::ViewAll).with(Area::Settings, Can::Edit);
        let bob = testing::insert_staff(cx, "Bob", caps).await;
        let bob = &as_person(house, bob).await;
        let refused = Err(forbidden("error-forbidden-admin"));
        assert_eq!(store::list(bob).await.unwrap().len(), 2);
        assert_eq!(store::add(bob, NewStaff::default()).await.map(drop), refused);
        let own = store::find(bob, bob.staff_id().unwrap()).await.unwrap();
        let climb = MemberChange { is_admin: true, ..change(&own) };
        assert_eq!(store::update(bob, own.id, climb, own.version).await.map(drop), refused);
        assert_eq!(roles::insert(bob, "All", Capabilities::ALL).await.map(drop), refused);
        let carl = testing::insert_staff(cx, "Carl", leads(Can::ViewOwn)).await;
        let carl = &as_person(house, carl).await;
        assert!(matches!(store::list(carl).await, Err(Error::Forbidden(_))));
        assert_eq!(staff::names(carl).await.unwrap().len(), 3);
    }

    async fn the_last_administrator_stays(house: TestHouse) {
        let cx = &as_admin(house).await;
        let ada = store::find(cx, cx.staff_id().unwrap()).await.unwrap();
        let demoted = MemberChange { is_admin: false, ..change(&ada) };
        let refused = Err(forbidden("staff-last-admin"));
        assert_eq!(store::update(cx, ada.id, demoted.clone(), ada.version).await.map(drop), refused);
        assert_eq!(store::set_active(cx, ada.id, false, ada.version).await.map(drop), refused);
        let eve = testing::insert_admin(cx, "Eve").await;
        let eve = store::find(cx, eve).await.unwrap();
        let (one, two) = tokio::join!(
            store::update(cx, ada.id, demoted, ada.version),
            store::update(cx, eve.id, MemberChange { is_admin: false, ..change(&eve) }, eve.version),
        );
        assert!(one.is_ok() != two.is_ok(), "one of two who go at once stays: {one:?} {two:?}");
    }

    async fn who_leaves_is_out_everywhere_at_once(house: TestHouse) {
        let cx = &as_admin(house).await;
        let new = NewStaff { name: "Bob".into(), email: "bob@example.com".into(), password: Some("a quiet harbour".into()), ..NewStaff::default() };
        let bob = store::add(cx, new).await.unwrap();
        let session = staff::sessions::sign_in(cx, "bob@example.com", "a quiet harbour", &Origin::default()).await.unwrap();
        let token = tokens::create(&house.system(), bob, "Script", Scope::Full).await.unwrap();
        let version = store::find(cx, bob).await.unwrap().version;
        let gone = store::set_active(cx, bob, false, version).await.unwrap();
        assert!(staff::sessions::authenticate(&house.foyer, &session).await.unwrap().is_none());
        assert!(tokens::authenticate(&house.foyer, &token).await.unwrap().is_none());
        assert!(staff::sessions::sign_in(cx, "bob@example.com", "a quiet harbour", &Origin::default()).await.is_err());
        store::set_active(cx, bob, true, gone.version).await.unwrap();
        assert!(staff::sessions::sign_in(cx, "bob@example.com", "a quiet harbour", &Origin::default()).await.is_ok());
    }

    async fn a_change_that_saw_an_old_version_is_a_conflict(house: TestHouse) {
        let cx = &as_admin(house).await;
        let bob = testing::insert_staff(cx, "Bob", leads(Can::ViewOwn)).await;
        let before = store::find(cx, bob).await.unwrap();
        let renamed = MemberChange { name: "Robert".into(), ..change(&before) };
        store::update(cx, bob, renamed.clone(), before.version).await.unwrap();
        let Err(Error::Conflict(conflict)) = store::update(cx, bob, renamed, before.version).await else { panic!() };
        assert_eq!(conflict.current["name"], "Robert");
    }

    async fn other_rights_end_the_sessions_and_another_name_does_not(house: TestHouse) {
        let cx = &as_admin(house).await;
        let new = NewStaff { name: "Bob".into(), email: "bob@example.com".into(), password: Some("a quiet harbour".into()), ..NewStaff::default() };
        let bob = store::add(cx, new).await.unwrap();
        let session = staff::sessions::sign_in(cx, "bob@example.com", "a quiet harbour", &Origin::default()).await.unwrap();
        let member = store::find(cx, bob).await.unwrap();
        let renamed = MemberChange { name: "Robert".into(), ..change(&member) };
        let member = store::update(cx, bob, renamed, member.version).await.unwrap();
        assert!(staff::sessions::authenticate(&house.foyer, &session).await.unwrap().is_some());
        store::update(cx, bob, MemberChange { is_admin: true, ..change(&member) }, member.version).await.unwrap();
        assert!(staff::sessions::authenticate(&house.foyer, &session).await.unwrap().is_none());
    }

    async fn a_role_is_deleted_when_nobody_has_it(house: TestHouse) {
        let cx = &as_admin(house).await;
        let role = roles::insert(cx, "Sales", leads(Can::ViewOwn)).await.unwrap();
        assert_eq!(roles::insert(cx, "sales ", leads(Can::ViewOwn)).await.unwrap_err().field("name"), Some(Text::new("role-name-taken")));
        let new = NewStaff { name: "Bob".into(), email: "bob@example.com".into(), role_id: Some(role.id), ..NewStaff::default() };
        let bob = store::add(cx, new).await.unwrap();
        assert_eq!(roles::delete(cx, role.id).await, Err(forbidden("role-in-use")));
        let wider = roles::update(cx, role.id, "Sales", leads(Can::ViewAll), role.version).await.unwrap();
        assert!(testing::actor(cx, bob).await.has(Area::Leads, Can::ViewAll), "the rights change at once");
        assert!(matches!(roles::update(cx, role.id, "Sales", leads(Can::ViewAll), role.version).await, Err(Error::Conflict(_))));
        let member = store::find(cx, bob).await.unwrap();
        store::update(cx, bob, MemberChange { role_id: None, ..change(&member) }, member.version).await.unwrap();
        roles::delete(cx, wider.id).await.unwrap();
    }

    async fn a_token_does_what_its_scope_leaves(house: TestHouse) {
        let cx = &as_admin(house).await;
        let me = cx.staff_id().unwrap();
        let full = tokens::create(cx, me, "Full", Scope::Full).await.unwrap();
        let read = tokens::create(cx, me, "Read", Scope::Read).await.unwrap();
        assert!(full.starts_with("foy_") && full.len() > 40);
        let full = tokens::authenticate(&house.foyer, &full).await.unwrap().unwrap();
        let read = tokens::authenticate(&house.foyer, &read).await.unwrap().unwrap();
        assert!(full.is_admin() && !read.is_admin());
        assert!(read.has(Area::Leads, Can::ViewAll) && !read.has(Area::Leads, Can::Edit));
        let robot = &house.as_actor(full);
        assert!(matches!(tokens::create(robot, me, "Child", Scope::Full).await, Err(Error::Forbidden(_))));
        assert_eq!(tokens::authenticate(&house.foyer, "foy_nonsense").await, Ok(None));
    }

    async fn tokens_are_their_owners_business(house: TestHouse) {
        let cx = &as_admin(house).await;
        let bob = testing::insert_staff(cx, "Bob", leads(Can::ViewOwn)).await;
        let bobs = &as_person(house, bob).await;
        let secret = tokens::create(bobs, bob, "Script", Scope::Full).await.unwrap();
        let list = tokens::list(bobs, bob).await.unwrap();
        assert_eq!((list.len(), list[0].name.as_str(), list[0].last_used_at), (1, "Script", None));
        let carl = testing::insert_staff(cx, "Carl", leads(Can::ViewOwn)).await;
        let carls = &as_person(house, carl).await;
        assert_eq!(tokens::delete(carls, list[0].id).await, Err(Error::NotFound));
        assert!(tokens::list(carls, bob).await.is_err());
        tokens::delete(cx, list[0].id).await.unwrap();
        assert_eq!(tokens::authenticate(&house.foyer, &secret).await, Ok(None));
    }

    async fn a_person_is_told_and_reads(house: TestHouse) {
        let cx = &as_admin(house).await;
        let bob = testing::insert_staff(cx, "Bob", leads(Can::ViewOwn)).await;
        let start = kernel::feed::cursor_now(cx.db()).await.unwrap();
        let telling = &staff::Telling {
            notice: staff::Notice::Task,
            to: bob,
            text: Text::new("hello").with("n", 2),
            about: None,
            mail: None,
        };
        cx.tx(|tx| async move { staff::notify(cx, &tx, telling.clone()).await }).await.unwrap();
        let bobs = &as_person(house, bob).await;
        assert_eq!(store::notifications::count_unread(bobs).await, Ok(1));
        assert_eq!(store::notifications::count_unread(cx).await, Ok(0));
        assert_eq!(store::notifications::list(bobs).await.unwrap()[0].text, Text::new("hello").with("n", 2));
        // The feed may begin with what was written just before the cursor was taken.
        let ring = house
            .events(&start, |events| events.iter().any(|event| event.kind == "notification.created"))
            .await
            .into_iter()
            .find(|event| event.kind == "notification.created")
            .unwrap();
        assert!(ring.seen_by(&bobs.actor).is_some(), "the bell rings at once");
        let carl = testing::insert_staff(cx, "Carl", leads(Can::ViewOwn)).await;
        assert_eq!(ring.seen_by(&testing::actor(cx, carl).await), None);
        store::notifications::mark_read(bobs, None).await.unwrap();
        assert_eq!(store::notifications::count_unread(bobs).await, Ok(0));
    }

    async fn choices_are_remembered_per_person(house: TestHouse) {
        let cx = &as_admin(house).await;
        let columns = serde_json::json!(["name", "value"]);
        store::mine::set_preference(cx, "leads.columns", columns.clone()).await.unwrap();
        assert_eq!(store::mine::preference(cx, "leads.columns").await, Ok(columns));
        store::mine::set_preference(cx, "leads.columns", serde_json::Value::Null).await.unwrap();
        assert_eq!(store::mine::preference(cx, "leads.columns").await, Ok(serde_json::Value::Null));
        let huge = serde_json::json!("x".repeat(70_000));
        assert!(matches!(store::mine::set_preference(cx, "x", huge).await, Err(Error::TooLarge(_))));
        store::mine::set_theme(cx, "dark").await.unwrap();
        assert!(store::mine::set_theme(cx, "pink").await.is_err());
    }
}
