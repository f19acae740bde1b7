//! Words of a file that no list has, and what is said of rows that cannot be taken, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use house::importing::*;
use house::*;
use imports::{Decision, Duplicates, Options, Outcome, store};
use leads::store::words;
use leads::{Stage, StageKind};

fn only_chosen(options: Options) -> Options {
    Options { create_missing: false, ..options }
}

kernel::contract! {
    with { let mut all = features(); all.push(imports::feature()); all };

    async fn an_unknown_stage_is_made_where_somebody_chose_so(house: TestHouse) {
        let cx = &admin(house).await;
        let before = words::dictionaries(cx).await.unwrap().stages;
        let file = "name,email,stage\nAda,a@x.org,Demo booked\nBob,b@x.org,demo  BOOKED\nCy,c@x.org,\n";
        let undecided = store::dry_run(cx, upload(cx, file, only_chosen).await).await.unwrap();
        assert_eq!((undecided.tally.created, undecided.tally.refused), (1, 2));
        let decision = Decision { field: "stage_id".into(), word: "Demo booked".into(), outcome: Outcome::Create };
        let choose = |options| Options { words: vec![decision.clone()], ..only_chosen(options) };
        let id = upload(cx, file, choose).await;
        let dry = store::dry_run(cx, id).await.unwrap();
        store::start(cx, id).await.unwrap();
        work(house).await;
        assert_eq!((store::find(cx, id).await.unwrap().tally, dry.tally.created), (dry.tally, 3));
        let mut after = words::dictionaries(cx).await.unwrap().stages;
        let new = after.remove(before.iter().filter(|stage| stage.kind == StageKind::Open).count());
        assert_eq!((new.name.as_str(), new.kind, new.pipeline_id), ("Demo booked", StageKind::Open, before[0].pipeline_id));
        assert_eq!(after, before, "behind the last open stage, and all else as it was");
        assert_eq!(names(cx, new.id()).await, ["Ada", "Bob"]);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_lead_that_is_there_goes_into_a_new_stage_unless_it_is_a_customer(house: TestHouse) {
        let cx = &admin(house).await;
        let (ada, bob) = (lead_with(cx, person("Ada", "a@x.org")).await, lead_with(cx, person("Bob", "b@x.org")).await);
        let conversion = leads::Conversion { version: bob.version, ..Default::default() };
        leads::store::convert::run(cx, bob.id, &conversion).await.unwrap();
        let (dry, done) = change(house, cx, Duplicates::Update, "email,stage\na@x.org,Paused\nb@x.org,Paused\n").await;
        assert_eq!((done.tally.updated, done.tally.refused), (1, 1), "{dry:?}");
        let stages = words::dictionaries(cx).await.unwrap().stages;
        let stage = leads::store::find(cx, ada.id).await.unwrap().stage_id();
        assert_eq!(stages.iter().find(|own| own.id() == stage).unwrap().name, "Paused");
        assert_eq!(drift(house).await, 0);
    }

    async fn who_may_not_change_the_stages_makes_none_and_no_word_is_too_long(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        let before = words::dictionaries(cx).await.unwrap().stages.len();
        let (dry, _) = change(house, sam, Duplicates::Skip, "name,stage\nAda,Unheard of\nBob,\n").await;
        assert_eq!((dry.tally.created, dry.tally.refused), (1, 1));
        let (stage, tag) = ("s".repeat(61), "t".repeat(41));
        let (dry, _) = change(house, cx, Duplicates::Skip, &format!("name,stage,tags\nCy,{stage},\nDi,,{tag}\nEd,,vip\n")).await;
        assert_eq!((dry.tally.created, dry.tally.refused), (1, 2), "a row is refused, the run does not break off");
        assert_eq!(words::dictionaries(cx).await.unwrap().stages.len(), before);
    }

    async fn all_that_a_stage_asks_for_is_said_with_the_names_of_the_fields(house: TestHouse) {
        let cx = &admin(house).await;
        let stages = words::dictionaries(cx).await.unwrap().stages;
        let asks = Stage { required_fields: vec!["phone".into(), "website".into()], ..stages[1].clone() };
        words::save_stage(cx, &asks).await.unwrap();
        lead_with(cx, person("Ada", "ada@x.org")).await;
        let file = format!("name,email,stage\nNew,new@x.org,{0}\nAda,ada@x.org,{0}\n", asks.name);
        let (dry, _) = change(house, cx, Duplicates::Overwrite, &file).await;
        assert_eq!(dry.tally.refused, 2);
        for note in &dry.left {
            let said = cx.foyer.texts(cx.language).render(&note.reason, &cx.organisation().zone);
            assert!(said.contains("Phone") && said.contains("Website"), "{said}");
        }
    }
}
