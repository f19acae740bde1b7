//! Customers go by a file: looked at before, into the bin, and back.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod bringing;

use bringing::*;
use customers::store::{self, Documents, NewCustomer};
use customers::{Customer, Person, Profile};
use futures::FutureExt;
use imports::{DryRun, ImportState, store as import};
use kernel::{Context, Feature, ImportId, Parts};

/// A house in which customers called "Billed" have something with a number.
fn with_documents() -> Vec<Feature> {
    let has = Documents(|on, id| {
        async move {
            let q = kernel::db::Q::new("select count(*) from customer where id = ? and name = 'Billed'");
            Ok(q.bind(id).number(on).await? > 0)
        }
        .boxed()
    });
    let mut all = features();
    all.push(Feature { parts: Parts::default().with(has), ..Feature::default() });
    all
}

async fn made(cx: &Context, name: &str, number: Option<&str>, email: Option<&str>) -> Customer {
    let profile = Profile {
        name: name.into(),
        number: number.map(str::to_owned),
        email: email.map(str::to_owned),
        ..Profile::begin()
    };
    let contact = Person { first_name: "Zoe".into(), ..Person::default() };
    let id = store::create(cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await.unwrap();
    store::find(cx, id).await.unwrap()
}

async fn checked(cx: &Context, content: &str) -> (ImportId, DryRun) {
    let id = upload_as(cx, "customers-deletion", "leaving.csv", content, |options| options).await;
    (id, import::dry_run(cx, id).await.unwrap())
}

fn reasons(dry: &DryRun) -> Vec<(i64, String)> {
    dry.left.iter().map(|note| (note.row, note.reason.key.to_string())).collect()
}

kernel::contract! {
    with with_documents();

    async fn each_row_says_what_would_happen_and_the_run_does_it(house: TestHouse) {
        let cx = &admin(house).await;
        made(cx, "Acme", Some("C-1"), None).await;
        made(cx, "Globex", None, Some("info@globex.example")).await;
        made(cx, "Billed", Some("C-3"), None).await;
        made(cx, "Twin", None, Some("twin@x.example")).await;
        made(cx, "Other twin", None, Some("twin@x.example")).await;
        let file = "Customer number,Email,Name\nC-1,,Acme\n,INFO@globex.example,\nC-3,,\nC-9,,\n,twin@x.example,\n,,Acme\n";
        let (id, dry) = checked(cx, file).await;
        assert_eq!((dry.tally.updated, dry.tally.refused, dry.tally.created), (2, 4, 0));
        let told = [(4, "customer-has-documents"), (5, "import-refuse-unknown"), (6, "import-refuse-several"), (7, "import-refuse-unknown")];
        assert_eq!(reasons(&dry), told.map(|(row, key)| (row, key.to_owned())));
        let going: Vec<&str> = dry.changes.iter().map(|change| change.title.as_str()).collect();
        assert_eq!(going, ["Acme", "Globex"]);
        assert_eq!(names(cx).await.len(), 5, "a check changes nothing");
        let done = run(house, cx, id).await;
        assert_eq!(names(cx).await, ["Billed", "Other twin", "Twin"]);
        import::undo(cx, done.id).await.unwrap();
        work(house).await;
        let undone = import::find(cx, id).await.unwrap();
        assert_eq!((undone.state, undone.kept.len()), (ImportState::Undone, 0));
        assert_eq!(names(cx).await, ["Acme", "Billed", "Globex", "Other twin", "Twin"]);
        assert_eq!(people(cx, &named(cx, "Acme").await).await, ["*Zoe"], "with its contacts");
    }

    async fn a_customer_that_is_named_twice_goes_once(house: TestHouse) {
        let cx = &admin(house).await;
        made(cx, "Acme", Some("C-1"), Some("info@acme.example")).await;
        let (id, dry) = checked(cx, "Customer number,Email\nC-1,\nC-1,\n,info@acme.example\n").await;
        assert_eq!((dry.tally.updated, dry.tally.refused), (1, 2));
        run(house, cx, id).await;
        assert!(names(cx).await.is_empty());
    }

    async fn only_who_may_delete_deletes_and_only_what_he_sees(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        made(cx, "Acme", Some("C-1"), None).await;
        assert_eq!(import::begin(sam, "customers-deletion", "x.csv").await.err().unwrap().status(), 403);
        assert!(import::kinds(sam).unwrap().iter().all(|kind| kind.kind != "customers-deletion"));
        let deletes = kernel::Capabilities::NONE
            .with(kernel::Area::Customers, kernel::Can::ViewOwn)
            .with(kernel::Area::Customers, kernel::Can::Import)
            .with(kernel::Area::Customers, kernel::Can::Delete);
        let tom = staff::testing::insert_staff(&house.system(), "Tom", deletes).await;
        let tom = &house.as_actor(staff::testing::actor(&house.system(), tom).await);
        let (_, dry) = checked(tom, "Customer number\nC-1\n").await;
        assert_eq!((dry.tally.updated, reasons(&dry)), (0, vec![(2, "import-refuse-unknown".to_owned())]));
    }
}
