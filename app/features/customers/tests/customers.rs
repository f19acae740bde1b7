//! What the store of customers promises, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use customers::store::{self, NewCustomer};
use customers::{Person, Profile};
use fields::{Asked, Patch};
use kernel::testing::TestHouse;
use kernel::{
    Area, Can, Capabilities, Context, CustomerId, Error, Feature, RecordKind, RecordRef, StaffId, feed,
    normal,
};
use lists::ListQuery;

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), duplicates::feature(), customers::feature()]
}

fn own() -> Capabilities {
    let of = |set: Capabilities, can| set.with(Area::Customers, can);
    [Can::ViewOwn, Can::Create, Can::Edit, Can::Delete].into_iter().fold(Capabilities::NONE, of)
}

async fn person(house: &TestHouse, name: &str, rights: Capabilities) -> Context {
    let id = staff::testing::insert_staff(&house.system(), name, rights).await;
    house.as_staff(id, rights)
}

fn acme() -> NewCustomer {
    let contact = Person {
        first_name: "Zoë".into(),
        last_name: "O'Hara".into(),
        email: Some("Zoe@Acme.example".into()),
        ..Person::default()
    };
    let profile = Profile {
        name: "Àcme & Sons".into(),
        phone: Some("06 6982 1234".into()),
        is_active: true,
        ..Profile::default()
    };
    NewCustomer { profile, contact, ..NewCustomer::default() }
}

fn renamed() -> Patch {
    Patch::one("name", "Bolt")
}

async fn named(cx: &Context, name: &str) -> CustomerId {
    let profile = Profile { name: name.into(), is_active: true, ..Profile::default() };
    store::create(cx, &NewCustomer { profile, ..NewCustomer::default() }).await.unwrap()
}

fn asked(words: &str) -> ListQuery {
    ListQuery { filter: Asked { q: words.into(), ..Asked::default() }, ..ListQuery::default() }
}

async fn names(cx: &Context, words: &str) -> Vec<String> {
    let (mut names, mut after) = (Vec::new(), None);
    loop {
        let page = store::list(cx, &ListQuery { cursor: after, ..asked(words) }).await.unwrap();
        names.extend(page.items.into_iter().map(|customer| customer.profile.name));
        after = page.next_cursor;
        if after.is_none() {
            return names;
        }
    }
}

fn record(id: CustomerId) -> RecordRef {
    RecordRef { kind: RecordKind::Customer, id: id.0 }
}

kernel::contract! {
    with features();

    async fn a_customer_is_made_with_its_contact_and_events(house: TestHouse) {
        let cx = person(house, "Ada", own()).await;
        let id = store::create(&cx, &acme()).await.unwrap();
        let details = store::details(&cx, id).await.unwrap();
        assert_eq!(details.customer.profile.manager_id, cx.staff_id(), "who makes it manages it");
        assert_eq!(details.customer.profile.currency.unwrap().code(), "EUR");
        assert_eq!(details.contacts[0].person.name(), "Zoë O'Hara");
        assert!(details.contacts[0].is_primary);
        let events = feed::timeline_events(cx.db(), details.customer.timeline_id, None, 10).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["contact.created", "customer.created"]);
        assert_eq!(events[0].audience.staff, [cx.staff_id().unwrap()]);
    }

    async fn all_that_is_wrong_with_a_new_customer_is_said_at_once(house: TestHouse) {
        let cx = house.system();
        let mut new = acme();
        new.profile.name = " ".into();
        new.contact.email = Some("zoe".into());
        let error = store::create(&cx, &new).await.unwrap_err();
        assert!(error.field("name").is_some() && error.field("contact_email").is_some());
        new.profile = Profile { manager_id: Some(StaffId(999)), ..acme().profile };
        new.contact = Person::default();
        assert!(store::create(&cx, &new).await.unwrap_err().field("manager_id").is_some());
        assert_eq!(names(&cx, "").await, Vec::<String>::new());
    }

    async fn a_customer_that_may_not_be_seen_answers_as_one_that_does_not_exist(house: TestHouse) {
        let ada = person(house, "Ada", own()).await;
        let eve = person(house, "Eve", own()).await;
        let id = store::create(&ada, &acme()).await.unwrap();
        for (cx, id) in [(&eve, id), (&ada, CustomerId(999))] {
            assert_eq!(store::find(cx, id).await, Err(Error::NotFound));
            assert_eq!(store::details(cx, id).await, Err(Error::NotFound));
            assert_eq!(store::contacts_of(cx, id).await, Err(Error::NotFound));
            assert_eq!(store::update(cx, id, 1, &renamed()).await, Err(Error::NotFound));
            assert_eq!(store::delete(cx, id).await, Err(Error::NotFound));
            assert_eq!(store::restore(cx, id).await, Err(Error::NotFound));
            assert_eq!(store::add_contact(cx, id, &acme().contact).await, Err(Error::NotFound));
            assert_eq!(cx.open(record(id)).await.map(drop), Err(Error::NotFound));
            assert!(records::files::begin(cx, record(id), "a.txt").await.is_err());
        }
        assert_eq!(names(&eve, "").await, Vec::<String>::new());
        assert_eq!(names(&eve, "acme").await, Vec::<String>::new());
        assert_eq!(names(&eve, "a").await, Vec::<String>::new());
        assert_eq!(store::find_hits(&eve, "acme", 10).await.unwrap(), []);
        assert_eq!(store::find_contact_by_email(&eve, "zoe@acme.example").await.unwrap(), None);
        let nobody = person(house, "Nob", Capabilities::NONE).await;
        assert_eq!(store::find(&nobody, id).await, Err(Error::NotFound));
        assert!(matches!(store::list(&nobody, &asked("")).await, Err(Error::Forbidden(_))));
        assert_eq!(store::find(&house.as_actor(kernel::Actor::Anonymous), id).await, Err(Error::Unauthenticated));
    }

    async fn a_name_that_looks_like_an_inner_word_shows_nothing_to_others(house: TestHouse) {
        let ada = person(house, "Ada", own()).await;
        let eve = person(house, "Eve", own()).await;
        named(&ada, &format!("s{} all", eve.staff_id().unwrap())).await;
        assert_eq!(store::find_hits(&eve, "all", 10).await.unwrap(), []);
    }

    async fn an_administrator_of_a_customer_sees_it(house: TestHouse) {
        let ada = person(house, "Ada", own()).await;
        let eve = person(house, "Eve", own()).await;
        let administrators = eve.staff_id().into_iter().collect();
        let profile = Profile { administrators, ..acme().profile };
        let new = NewCustomer { profile, ..acme() };
        let id = store::create(&ada, &new).await.unwrap();
        named(&eve, "Bolt").await;
        assert!(store::find(&eve, id).await.is_ok());
        assert_eq!(names(&eve, "").await, ["Àcme & Sons", "Bolt"]);
        assert_eq!(names(&eve, "acm").await, ["Àcme & Sons"]);
        assert_eq!(store::find_hits(&eve, "a", 10).await.unwrap().len(), 1);
    }

    async fn a_customer_is_found_by_name_contact_address_and_number(house: TestHouse) {
        let cx = house.system();
        let id = store::create(&cx, &acme()).await.unwrap();
        for words in ["acme", "sons acm", "zoe", "o'hara", "zoe@acme", "066982", "6982 12", "a"] {
            let hits = store::find_hits(&cx, words, 5).await.unwrap();
            assert_eq!(hits.iter().map(|hit| hit.record.id).collect::<Vec<_>>(), [id.0], "{words}");
        }
        for words in ["acme bolt", "cme", "", "'", "x"] {
            assert_eq!(store::find_hits(&cx, words, 5).await.unwrap(), [], "{words}");
        }
        let found = store::find_contact_by_email(&cx, &normal::email("ZOE@acme.example").unwrap()).await.unwrap();
        assert_eq!(found.unwrap().customer_id, id);
    }

    async fn the_list_comes_by_name_in_pages_that_miss_nothing(house: TestHouse) {
        let cx = person(house, "Ada", own()).await;
        for n in (0..120).rev() {
            named(&cx, &format!("Customer {n:03}")).await;
        }
        named(&cx, "customer 000").await;
        let mut wanted: Vec<_> = (0..120).map(|n| format!("Customer {n:03}")).collect();
        wanted.insert(1, "customer 000".into());
        assert_eq!(names(&cx, "").await, wanted);
        assert_eq!(names(&house.system(), "").await, wanted);
        assert_eq!(names(&cx, "customer").await.len(), 121);
    }

    async fn the_second_of_two_editors_is_told_what_is_there_now(house: TestHouse) {
        let cx = person(house, "Ada", own()).await;
        let id = store::create(&cx, &acme()).await.unwrap();
        let changed = store::update(&cx, id, 1, &renamed()).await.unwrap();
        assert_eq!((changed.version, changed.profile.name.as_str()), (2, "Bolt"));
        assert_eq!(store::find(&cx, id).await.unwrap(), changed);
        let Err(Error::Conflict(conflict)) = store::update(&cx, id, 1, &Patch::one("name", "Nut")).await else {
            panic!("the second write is refused");
        };
        assert_eq!(conflict.current["name"], "Bolt");
        assert_eq!(names(&cx, "acm").await, ["Bolt"], "the contact's address still has the word");
        assert_eq!(names(&cx, "sons").await, Vec::<String>::new());
    }

    async fn who_gives_a_customer_away_sees_it_no_more(house: TestHouse) {
        let ada = person(house, "Ada", own()).await;
        let eve = person(house, "Eve", own()).await;
        let id = store::create(&ada, &acme()).await.unwrap();
        let given = Patch::one("manager_id", eve.staff_id());
        let customer = store::update(&ada, id, 1, &given).await.unwrap();
        assert_eq!(store::find(&ada, id).await, Err(Error::NotFound));
        assert!(store::find(&eve, id).await.is_ok());
        let last = feed::timeline_events(ada.db(), customer.timeline_id, None, 1).await.unwrap().remove(0);
        assert_eq!(last.audience.former, [ada.staff_id().unwrap()]);
        assert_eq!(names(&eve, "sons").await, ["Àcme & Sons"]);
    }

    async fn a_deleted_customer_comes_back_with_everything(house: TestHouse) {
        let cx = person(house, "Ada", own()).await;
        let id = store::create(&cx, &acme()).await.unwrap();
        store::delete(&cx, id).await.unwrap();
        assert_eq!(store::find(&cx, id).await, Err(Error::NotFound));
        assert_eq!(names(&cx, "").await, Vec::<String>::new());
        assert_eq!(names(&cx, "zoe").await, Vec::<String>::new());
        assert_eq!(store::find_contact_by_email(&cx, "zoe@acme.example").await.unwrap(), None);
        store::restore(&cx, id).await.unwrap();
        assert_eq!(names(&cx, "zoe").await, ["Àcme & Sons"]);
        assert_eq!(store::details(&cx, id).await.unwrap().contacts.len(), 1);
    }

    async fn who_may_only_look_changes_nothing(house: TestHouse) {
        let id = store::create(&house.system(), &acme()).await.unwrap();
        let reader = person(house, "Ron", Capabilities::NONE.with(Area::Customers, Can::ViewAll)).await;
        assert!(matches!(store::create(&reader, &acme()).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::update(&reader, id, 1, &renamed()).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::delete(&reader, id).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::add_contact(&reader, id, &acme().contact).await, Err(Error::Forbidden(_))));
        assert!(reader.open(record(id)).await.unwrap().require_edit().is_err());
        let note = records::NoteDraft { body: "Hi".into(), contacted_at: None };
        assert!(matches!(records::notes::add(&reader, record(id), &note).await, Err(Error::Forbidden(_))));
    }

    async fn the_undo_of_a_conversion_leaves_the_shared_timeline(house: TestHouse) {
        let cx = &house.system();
        let timeline = cx.tx(|tx| async move { records::timeline::begin(cx, &tx).await }).await.unwrap();
        let origin = Some(kernel::LeadId(7));
        let new = &NewCustomer { origin, timeline: Some(timeline), ..acme() };
        let id = cx.tx(|tx| async move { store::insert_in(cx, &tx, new).await }).await.unwrap();
        assert_eq!(store::find(cx, id).await.unwrap().timeline_id, timeline);
        cx.tx(|tx| async move { store::delete_for_undo(cx, &tx, id).await }).await.unwrap();
        assert_eq!(store::find(cx, id).await, Err(Error::NotFound));
        let kinds = feed::timeline_events(cx.db(), timeline, None, 9).await.unwrap();
        assert_eq!(kinds[0].kind, "customer.deleted");
    }
}
