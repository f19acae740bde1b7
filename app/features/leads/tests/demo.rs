//! The demonstration companies on both databases: what they hold, and that it is whole.
#![allow(clippy::unwrap_used, missing_docs)]

use kernel::contract;
use kernel::db::Q;
use kernel::testing::NOON;
use kernel::{Context, Instant};
use leads::store::seed::{self, Corpus};
use leads::{BoardQuery, store};
use staff::store::seed::{Chance, People};

fn features() -> Vec<kernel::Feature> {
    vec![staff::feature(), records::feature(), customers::feature(), imports::feature(), store::feature()]
}

async fn count(cx: &Context, sql: &'static str) -> i64 {
    Q::new(sql).number(cx.db()).await.unwrap()
}

async fn tour(cx: &Context) -> People {
    let people = staff::store::seed::company(cx, 0).await.unwrap();
    customers::store::seed::tour(cx, &people).await.unwrap();
    assert_eq!(seed::tour(cx, &people, 1).await.unwrap(), 60);
    people
}

async fn small(cx: &Context, seed: u64) -> People {
    let people = staff::store::seed::company(cx, 6).await.unwrap();
    let (since, until) = (NOON.plus(-100 * Instant::DAY), NOON);
    let mut chance = Chance::new(seed);
    let of = customers::store::seed::Corpus { customers: 30, contacts: 2, since, until };
    let customers = customers::store::seed::corpus(cx, &people, &mut chance, of, |_| {}).await.unwrap();
    let corpus = Corpus { leads: 2_500, in_first: 1_500, events: 3, since, until };
    seed::corpus(cx, &people, &customers, &mut chance, corpus, |_, _| {}).await.unwrap();
    people
}

contract! {
    with features();

    async fn the_tour_has_its_people_and_exact_totals(house: TestHouse) {
        let cx = &house.system();
        assert!(seed::is_empty(cx).await.unwrap());
        let people = tour(cx).await;
        assert!(!seed::is_empty(cx).await.unwrap());
        assert_eq!(people.0.len(), 3);
        assert_eq!(count(cx, "select count(*) from customer").await, 25);
        assert_eq!(count(cx, "select count(*) from contact").await, 60);
        assert_eq!(count(cx, "select count(*) from event where at > 1795251600000000").await, 0);
        assert_eq!(store::recount(cx).await.unwrap(), 0);
        let board = store::board::find(cx, &BoardQuery::default()).await.unwrap();
        let counts: Vec<_> = board.stages.iter().map(|stage| stage.totals.count).collect();
        assert_eq!(counts, [12, 10, 9, 8, 6, 7, 3]);
        assert!(board.stages.iter().any(|stage| stage.totals.stale > 0), "some have waited for too long");
    }

    async fn the_tour_can_be_searched_in_every_script(house: TestHouse) {
        let cx = &house.system();
        tour(cx).await;
        for words in ["ferraris", "lefevre", "بركات", "schafer", "bennett orch"] {
            assert_eq!(store::search(cx, words, 10).await.unwrap().len(), 1, "{words}");
        }
        assert_eq!(customers::store::find_hits(cx, "kofler", 10).await.unwrap().len(), 1);
    }

    async fn sales_people_of_the_tour_see_what_is_theirs(house: TestHouse) {
        let people = tour(&house.system()).await;
        let seen = async |name: &str| {
            let cx = &house.as_actor(people.named(name).unwrap().actor.clone());
            let board = store::board::find(cx, &BoardQuery::default()).await.unwrap();
            board.stages.iter().map(|stage| stage.totals.count).sum::<i64>()
        };
        assert_eq!(seen("marta").await, 55);
        assert!((10..40).contains(&seen("yusuf").await) && (10..25).contains(&seen("chloe").await));
    }

    async fn a_corpus_has_exact_totals_and_search_words(house: TestHouse) {
        let cx = &house.system();
        let people = small(cx, 7).await;
        assert_eq!(count(cx, "select count(*) from lead").await, 2_500);
        assert_eq!(count(cx, "select count(*) from contact").await, 60);
        assert_eq!(count(cx, "select count(*) from event where record_kind = 'lead' and record_id > 0").await, 7_500);
        assert_eq!(store::recount(cx).await.unwrap(), 0);
        let board = store::board::find(cx, &BoardQuery::default()).await.unwrap();
        assert_eq!((board.stages.len(), board.stages[0].totals.count), (8, 1_500));
        assert_eq!(store::search(cx, "mail example", 5).await.unwrap().len(), 5);
        let yusuf = &house.as_actor(people.named("yusuf").unwrap().actor.clone());
        let own = store::list::find(yusuf, &leads::ListQuery::default()).await.unwrap();
        assert!((1..=8).contains(&own.items.len()), "{} of 2,500 leads are Yusuf's", own.items.len());
    }

    async fn a_corpus_is_the_same_for_the_same_seed(house: TestHouse) {
        let cx = &house.system();
        small(cx, 7).await;
        let words = "select cast(sum(length(name) * id + coalesce(value_minor, 0) % 997 * id) as bigint) from lead";
        let (sum, stages) = (count(cx, words).await, count(cx, "select cast(sum(stage_id * id) as bigint) from lead").await);
        assert_eq!((sum, stages), SAME);
    }
}

/// Sums over the corpus of seed 7, the same on every machine and both databases.
const SAME: (i64, i64) = (1_318_479_386, 7_522_787);
