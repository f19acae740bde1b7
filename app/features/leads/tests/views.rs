//! Saved views of leads: whose they are, who opens and changes them, and that none ever shows more than it says, on both
//! databases.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod house;

use fields::store::{definitions, index};
use fields::{Asked, CustomField, FieldType};
use house::{admin, lead, stages};
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Error, Feature, RecordKind, RoleId, StaffId, ViewId};
use leads::ListQuery;
use leads::store::list;
use views::{Layout, Look, Sharing, View, ViewDraft, store};

fn features() -> Vec<Feature> {
    house::features().into_iter().chain([views::feature()]).collect()
}

async fn person(house: &TestHouse, name: &str, rights: &[Can]) -> Context {
    let rights = rights.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Leads, *can));
    let id = staff::testing::insert_staff(&house.system(), name, rights).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

async fn role(cx: &Context) -> RoleId {
    let id: StaffId = cx.staff_id().unwrap();
    let q = Q::new("select role_id from staff where id = ?").bind(id);
    RoleId(q.number(cx.db()).await.unwrap())
}

fn asks(f: &str) -> Look {
    Look { filter: Asked { q: String::new(), f: vec![f.to_owned()] }, ..Look::default() }
}

fn draft(name: &str, look: Look) -> ViewDraft {
    ViewDraft { record_kind: RecordKind::Lead, name: name.to_owned(), look }
}

async fn saved(cx: &Context, name: &str, f: &str) -> View {
    store::create(cx, &draft(name, asks(f))).await.unwrap()
}

async fn share(cx: &Context, view: &View, sharing: Sharing, firsts: &[RoleId]) -> kernel::Result<View> {
    store::share(cx, RecordKind::Lead, view.id, view.version, &sharing, firsts).await
}

async fn names(cx: &Context) -> Vec<String> {
    store::list(cx, RecordKind::Lead).await.unwrap().views.into_iter().map(|view| view.name).collect()
}

async fn shown(cx: &Context, look: &Look) -> kernel::Result<Vec<String>> {
    let query = ListQuery { filter: look.filter.clone(), ..ListQuery::default() };
    Ok(list::find(cx, &query).await?.items.into_iter().map(|lead| lead.profile.name).collect())
}

/// As if another version of the program, or a field that was there then, had kept this.
async fn keep(cx: &Context, id: ViewId, query: &'static str) {
    let kept = cx.tx(|tx| async move {
        Q::new("update view set query = ? where id = ?").bind(query).bind(id).run(&tx).await
    });
    assert_eq!(kept.await, Ok(1));
}

const SELLER: &[Can] = &[Can::ViewOwn, Can::Create, Can::Edit];
const MANAGER: &[Can] = &[Can::ViewOwn, Can::ViewAll, Can::Create, Can::Edit, Can::Share];

kernel::contract! {
    with features();

    async fn columns_are_each_persons_own(house: TestHouse) {
        let (ada, bob) = (person(house, "Ada", MANAGER).await, person(house, "Bob", SELLER).await);
        let columns = async |cx: &Context| store::list(cx, RecordKind::Lead).await.unwrap().columns;
        let choose = async |cx: &Context, keys: &[&str]| {
            let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
            store::choose_columns(cx, RecordKind::Lead, &keys).await
        };
        assert!(columns(&ada).await.is_empty());
        choose(&ada, &["city", "value"]).await.unwrap();
        choose(&ada, &["value", "c7", "city"]).await.unwrap();
        assert_eq!(columns(&ada).await, ["value", "c7", "city"]);
        assert!(columns(&bob).await.is_empty());
        for unfit in ["name; drop table lead", "a,b", ""] {
            assert!(matches!(choose(&ada, &[unfit]).await, Err(Error::Invalid(_))), "{unfit:?}");
        }
        choose(&ada, &[]).await.unwrap();
        assert!(columns(&ada).await.is_empty());
        let stranger = person(house, "Eve", &[]).await;
        assert!(matches!(choose(&stranger, &["city"]).await, Err(Error::Forbidden(_))));
    }

    async fn a_view_is_its_owners_alone_until_it_is_shared(house: TestHouse) {
        let (ada, bob) = (person(house, "Ada", MANAGER).await, person(house, "Bob", SELLER).await);
        let boss = admin(house).await;
        let view = saved(&ada, "  Big   ones ", "value.span.EUR.100000..").await;
        assert_eq!((view.name.as_str(), &view.sharing, view.may_edit), ("Big ones", &Sharing::Private, true));
        assert!(view.is_pinned, "what somebody has just saved is at hand");
        for other in [&bob, &boss] {
            assert_eq!(names(other).await, [""; 0], "not even who administers the house sees it");
            assert_eq!(store::delete(other, view.id).await, Err(Error::NotFound));
            assert_eq!(store::arrange(other, view.id, true, true).await, Err(Error::NotFound));
        }
        let view = share(&ada, &view, Sharing::All, &[]).await.unwrap();
        for other in [&bob, &boss] {
            assert_eq!(names(other).await, ["Big ones"]);
        }
        let not_bobs = store::update(&bob, view.id, view.version, &draft("Mine now", Look::default())).await;
        assert!(matches!(not_bobs, Err(Error::Forbidden(_))), "{not_bobs:?}");
        assert!(matches!(store::delete(&bob, view.id).await, Err(Error::Forbidden(_))));
        let changed = store::update(&boss, view.id, view.version, &draft("Large", view.look.clone())).await.unwrap();
        assert_eq!((changed.name.as_str(), changed.owner_id), ("Large", ada.staff_id().unwrap()));
        share(&ada, &changed, Sharing::Private, &[]).await.unwrap();
        assert_eq!(names(&bob).await, [""; 0]);
    }

    async fn a_view_goes_by_fields_of_ones_own_and_says_when_one_is_gone(house: TestHouse) {
        let boss = admin(house).await;
        let field = CustomField { is_indexed: true, ..CustomField::new(RecordKind::Lead, "Roof area", FieldType::Number) };
        let field = definitions::save(&boss, &field).await.unwrap();
        index::reindex(&boss, field.id).await.unwrap();
        let key = field.key();
        let look = Look { sort: format!("-{key}"), columns: vec![key.to_string()], ..asks(&format!("{key}.filled")) };
        let view = store::create(&boss, &draft("Roofs", look.clone())).await.unwrap();
        assert_eq!((&view.look, &view.fallen), (&look, &Vec::new()));
        definitions::delete(&boss, field.id).await.unwrap();
        let view = store::list(&boss, RecordKind::Lead).await.unwrap().views.remove(0);
        assert_eq!((view.look.sort.as_str(), view.look.columns.as_slice(), view.fallen), ("", &[] as &[String], vec![key.to_string()]));
        assert!(shown(&boss, &view.look).await.is_err(), "its condition stays, and matches nothing");
        let calendar = Look { layout: Layout::Calendar, group: "stage_since".into(), ..Look::default() };
        let saved = store::create(&boss, &draft("By stage", calendar.clone())).await.unwrap();
        assert_eq!(saved.look, calendar);
    }

    async fn sharing_needs_its_right_and_reaches_the_roles_that_are_named(house: TestHouse) {
        let (ada, bob, eve) =
            (person(house, "Ada", MANAGER).await, person(house, "Bob", SELLER).await, person(house, "Eve", SELLER).await);
        let own = saved(&bob, "Bob's", "owner_id.me").await;
        let refused = share(&bob, &own, Sharing::All, &[]).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
        let view = saved(&ada, "For Bob", "owner_id.me").await;
        let bobs = role(&bob).await;
        let view = share(&ada, &view, Sharing::Roles(vec![bobs]), &[bobs]).await.unwrap();
        assert_eq!(names(&bob).await, ["Bob's", "For Bob"]);
        assert_eq!(names(&eve).await, [""; 0]);
        for none in [vec![], vec![kernel::RoleId(9_999)]] {
            let refused = share(&ada, &view, Sharing::Roles(none), &[bobs]).await;
            assert!(refused.unwrap_err().field("sharing").is_some(), "roles that nobody has are no sharing");
        }
        assert_eq!(names(&bob).await, ["Bob's", "For Bob"], "it stays shared as it was");
        assert_eq!(store::list(&bob, RecordKind::Lead).await.unwrap().roles, [], "who may not share is told no roles");
        let nobody = person(house, "Nobody", &[]).await;
        assert!(matches!(store::list(&nobody, RecordKind::Lead).await, Err(Error::Forbidden(_))));
    }

    async fn ones_own_first_goes_before_the_roles(house: TestHouse) {
        let (ada, bob) = (person(house, "Ada", MANAGER).await, person(house, "Bob", SELLER).await);
        let first = |cx: &Context| {
            let cx = cx.on_behalf(cx.actor.clone());
            async move {
                let views = store::list(&cx, RecordKind::Lead).await.unwrap();
                views.first(Layout::List).map(|view| view.name.clone())
            }
        };
        let (one, two) = (saved(&ada, "One", "stale.yes").await, saved(&ada, "Two", "stale.no").await);
        let bobs = role(&bob).await;
        share(&ada, &one, Sharing::All, &[bobs]).await.unwrap();
        assert_eq!(first(&bob).await.as_deref(), Some("One"));
        share(&ada, &two, Sharing::Roles(vec![bobs]), &[bobs]).await.unwrap();
        assert_eq!(first(&bob).await.as_deref(), Some("Two"), "the last that was said opens first, and one alone");
        store::arrange(&bob, one.id, false, true).await.unwrap();
        assert_eq!(first(&bob).await.as_deref(), Some("One"));
        store::arrange(&bob, two.id, false, true).await.unwrap();
        assert_eq!(first(&bob).await.as_deref(), Some("Two"), "one alone is one's own first");
        assert_eq!(first(&ada).await, None);
    }

    async fn a_shared_view_shows_each_reader_their_own(house: TestHouse) {
        let (ada, bob) = (person(house, "Ada", MANAGER).await, person(house, "Bob", SELLER).await);
        let stage = stages(&ada).await[0];
        lead(&ada, "Ada's lead", stage).await;
        lead(&bob, "Bob's lead", stage).await;
        let mine = saved(&ada, "Mine", "created_by.me").await;
        share(&ada, &mine, Sharing::All, &[]).await.unwrap();
        let look = |cx: &Context| {
            let cx = cx.on_behalf(cx.actor.clone());
            async move { store::find(&cx, mine.id).await.unwrap().look }
        };
        assert_eq!(shown(&ada, &look(&ada).await).await.unwrap(), ["Ada's lead"]);
        assert_eq!(shown(&bob, &look(&bob).await).await.unwrap(), ["Bob's lead"]);
    }

    async fn a_condition_on_a_field_that_is_gone_never_widens_a_view(house: TestHouse) {
        let ada = &person(house, "Ada", MANAGER).await;
        lead(ada, "A lead", stages(ada).await[0]).await;
        let view = saved(ada, "Large roofs", "stale.no").await;
        assert_eq!(shown(ada, &view.look).await.unwrap(), ["A lead"]);
        for (kept, text) in [
            (r#"{"filter":{"q":"","tests":{"all":[{"test":{"field":"c99","check":{"flag":false}}}]}}}"#, "c99.no"),
            (r#"{"filter":{"q":"","tests":{"all":[{"test":{"field":"stale","check":{"smell":1}}}]}}}"#, "?"),
            (r#"{"sort":"name"}"#, "?"),
            ("torn", "?"),
        ] {
            keep(ada, view.id, kept).await;
            let look = store::find(ada, view.id).await.unwrap().look;
            assert_eq!(look.filter.f, [text], "it stands there to be taken away");
            let refused = shown(ada, &look).await;
            assert!(matches!(refused, Err(Error::Invalid(_))), "{kept}: {refused:?}");
            let again = store::update(ada, view.id, view.version, &draft("Large roofs", look)).await;
            assert!(matches!(again, Err(Error::Invalid(_))), "nor is it saved: {again:?}");
        }
    }

    async fn columns_and_orders_of_fields_that_are_gone_fall_out_and_are_named(house: TestHouse) {
        let ada = &person(house, "Ada", MANAGER).await;
        let look = Look { sort: "-value,name".into(), columns: vec!["city".into()], ..Look::default() };
        let view = store::create(ada, &draft("One", look)).await.unwrap();
        assert_eq!(view.fallen, [""; 0]);
        let kept = r#"{"filter":{"q":"","tests":{"all":[]}},"sort":"-c9,name","columns":["city","c12"]}"#;
        keep(ada, view.id, kept).await;
        let view = store::find(ada, view.id).await.unwrap();
        assert_eq!((view.look.sort.as_str(), view.look.columns), ("name", vec!["city".to_owned()]));
        assert_eq!(view.fallen, ["c12", "c9"]);
    }

    async fn a_deleted_view_comes_back_and_the_second_of_two_writers_is_told(house: TestHouse) {
        let ada = &person(house, "Ada", MANAGER).await;
        let view = saved(ada, "One", "stale.yes").await;
        store::delete(ada, view.id).await.unwrap();
        assert_eq!(names(ada).await, [""; 0]);
        assert_eq!(store::delete(ada, view.id).await, Err(Error::NotFound));
        let back = store::restore(ada, view.id).await.unwrap();
        assert_eq!(names(ada).await, ["One"]);
        store::update(ada, view.id, back.version, &draft("Two", Look::default())).await.unwrap();
        let late = store::update(ada, view.id, back.version, &draft("Three", Look::default())).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
        assert_eq!(store::restore(ada, ViewId(99)).await, Err(Error::NotFound));
    }

    async fn what_does_not_fit_is_refused_by_name(house: TestHouse) {
        let ada = &person(house, "Ada", MANAGER).await;
        let named = |error: Error| match error {
            Error::Invalid(fields) => fields[0].field.clone(),
            other => panic!("{other:?}"),
        };
        for (look, field) in [
            (asks("colour.is.red"), "filter"),
            (Look { sort: "colour".into(), ..Look::default() }, "sort"),
            (Look { columns: vec!["a b".into()], ..Look::default() }, "columns"),
            (Look { group: "a b".into(), ..Look::default() }, "group"),
        ] {
            let refused = store::create(ada, &draft("X", look)).await.unwrap_err();
            assert_eq!(named(refused), field);
        }
        let blank = store::create(ada, &draft("  ", Look::default())).await.unwrap_err();
        assert_eq!(named(blank), "name");
    }
}
