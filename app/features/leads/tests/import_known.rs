//! Which leads the rows of a file mean, and what is told of others that they may be about, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use house::importing::*;
use house::*;
use imports::{Duplicates, Options, store};
use leads::Profile;

fn engines(name: &str, email: &str) -> Profile {
    Profile {
        website: Some("https://www.engines.example/about".into()),
        company: Some("Engines, Inc.".into()),
        ..person(name, email)
    }
}

kernel::contract! {
    with { let mut all = features(); all.push(imports::feature()); all };

    async fn a_row_means_a_lead_by_its_website_or_company_where_that_is_chosen(house: TestHouse) {
        let cx = &admin(house).await;
        let ada = lead_with(cx, engines("Ada", "ada@x.org")).await;
        let file = "name,email,website,company,city\nAda L.,new@x.org,ENGINES.example/,,Rome\nBob,bob@x.org,,engines inc,Oslo\n";
        let told_by = async |mode: Duplicates, keys: &[&str]| {
            let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
            upload(cx, file, |options| Options { duplicates: mode, keys: keys.clone(), ..options }).await
        };
        for (keys, created, updated) in [(vec![], 2, 0), (vec!["website"], 1, 1), (vec!["email", "company"], 1, 1), (vec!["phone"], 2, 0)] {
            let dry = store::dry_run(cx, told_by(Duplicates::Overwrite, &keys).await).await.unwrap();
            assert_eq!((dry.tally.created, dry.tally.updated), (created, updated), "{keys:?}");
        }
        let dry = store::dry_run(cx, told_by(Duplicates::Skip, &["website", "company"]).await).await.unwrap();
        let why: Vec<_> = dry.left.iter().map(|note| note.reason.key.to_string()).collect();
        assert_eq!(why, ["lead-known-site", "lead-known-company"]);
        let id = told_by(Duplicates::Overwrite, &["website", "company"]).await;
        let dry = store::dry_run(cx, id).await.unwrap();
        store::start(cx, id).await.unwrap();
        work(house).await;
        let done = store::find(cx, id).await.unwrap();
        assert_eq!((done.tally, done.tally.updated), (dry.tally, 2));
        let now = leads::store::find(cx, ada.id).await.unwrap().profile;
        assert_eq!((now.name.as_str(), now.email.as_deref(), now.city.as_deref()), ("Bob", Some("bob@x.org"), Some("Oslo")));
        let options = store::find(cx, upload(cx, file, |options| options).await).await.unwrap();
        let unknown = Options { keys: vec!["colour".into()], ..options.options };
        assert!(store::set_options(cx, options.id, unknown).await.unwrap_err().field("keys").is_some());
        assert_eq!(drift(house).await, 0);
    }

    async fn rows_of_one_company_are_one_lead_where_the_company_counts(house: TestHouse) {
        let cx = &admin(house).await;
        let rows: String = (0..1_100).map(|n| format!("P{n},p{n}@x.org,Company {}\n", n % 7)).collect();
        let file = format!("name,email,company\n{rows}");
        let choose = |options: Options| Options { duplicates: Duplicates::Fill, keys: vec!["company".into()], ..options };
        let id = upload(cx, &file, choose).await;
        let dry = store::dry_run(cx, id).await.unwrap();
        store::start(cx, id).await.unwrap();
        work(house).await;
        let done = store::find(cx, id).await.unwrap();
        assert_eq!((done.tally, done.tally.created), (dry.tally, 7));
    }

    async fn a_row_like_a_customer_comes_in_and_is_told_of(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        let ada = lead_with(cx, engines("Ada Lovelace", "ada@engines.example")).await;
        let conversion = leads::Conversion { version: ada.version, ..Default::default() };
        let (_, customer) = leads::store::convert::run(cx, ada.id, &conversion).await.unwrap();
        let bob = customers::Person { first_name: "Bob".into(), email: Some("bob@engines.example".into()), ..Default::default() };
        customers::store::add_contact(cx, customer, &bob).await.unwrap();
        lead_with(cx, person("Cy", "cy@x.org")).await;
        let file = "name,email\nBob,BOB@engines.example\nCy,cy+fair@x.org\nDi,di@x.org\n";
        let hidden = store::dry_run(sam, upload(sam, file, |options| options).await).await.unwrap();
        assert_eq!((hidden.tally.created, hidden.near_count), (3, 0), "what one may not see is not hinted at");
        let (dry, done) = change(house, cx, Duplicates::Skip, file).await;
        assert_eq!((done.tally.created, done.tally.skipped), (3, 0), "it is no reason to leave a row out");
        let near: Vec<_> = dry.near.iter().map(|note| (note.row, note.reason.key.to_string())).collect();
        assert_eq!(near, [(2, "lead-near-customer".to_owned()), (3, "lead-near-lead".to_owned())]);
        assert_eq!(dry.near_count, 2);
    }
}
