//! What holds when several people work on accounts at once, and when customers become one, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/company.rs"]
mod company;

use accounts::Account;
use accounts::store::{self, ledger, posting, statement};
use company::{account, customer, euros};
use duplicates::MergeWish;
use duplicates::store::merge;
use kernel::{Context, CustomerId, Error, Feature, RecordKind, RecordRef};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use records::TimelineFilter;
use records::store::{timeline, undo};

fn features() -> Vec<Feature> {
    company::features().into_iter().chain([duplicates::feature()]).collect()
}

/// What one person posts, one after the other: `true` for a payment.
fn postings() -> impl Strategy<Value = Vec<(bool, i64)>> {
    proptest::collection::vec((any::<bool>(), 1..100_000_i64), 1..12)
}

async fn balance(cx: &Context, account: &Account) -> i64 {
    store::details(cx, account.id).await.unwrap().balance.minor
}

async fn accounts_of(cx: &Context, customer: CustomerId) -> Vec<i64> {
    let lines = store::list(cx, customer, None, None).await.unwrap().items;
    lines.into_iter().map(|line| line.account.id.0).collect()
}

fn record(id: CustomerId) -> RecordRef {
    RecordRef { kind: RecordKind::Customer, id: id.0 }
}

async fn merged(cx: &Context, one: CustomerId, other: CustomerId) {
    let wish = MergeWish { one: one.0, other: other.0, take: None, seen: Vec::new() };
    merge::run(cx, RecordKind::Customer, &wish).await.unwrap();
}

/// Takes the last merge into this customer apart.
async fn apart(cx: &Context, of: CustomerId) {
    let history = timeline::list(cx, record(of), TimelineFilter::All, None, Some(300)).await.unwrap().items;
    let merged = history.iter().find(|entry| entry.kind == "record.merged").unwrap();
    undo::run(cx, record(of), merged.id, &[]).await.unwrap();
}

kernel::contract! {
    with features();

    async fn what_two_post_at_once_is_all_in_the_balance(house: TestHouse) {
        let cx = &house.system();
        let whose = customer(cx, "Acme").await;
        let mut runner = TestRunner::deterministic();
        for _ in 0..6 {
            let made = account(cx, whose).await;
            let people: Vec<Vec<(bool, i64)>> =
                (0..2).map(|_| postings().new_tree(&mut runner).unwrap().current()).collect();
            let signed = |(is_payment, minor): &(bool, i64)| if *is_payment { -minor } else { *minor };
            let expected: i64 = people.iter().flatten().map(signed).sum();
            let count: usize = people.iter().map(Vec::len).sum();
            let id = made.id;
            let tasks: Vec<_> = people
                .into_iter()
                .map(|steps| {
                    let cx = house.system();
                    tokio::spawn(async move {
                        for (is_payment, minor) in steps {
                            let amount = euros(minor);
                            let done = match is_payment {
                                true => posting::post_payment(&cx, id, amount, "Payment").await,
                                false => posting::post_charge(&cx, id, amount, "Charge").await,
                            };
                            done.unwrap();
                        }
                    })
                })
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
            let read = statement::read(cx, id, &Default::default()).await.unwrap();
            let sum: i64 = read.lines.items.iter().map(|line| line.amount.minor).sum();
            assert_eq!((balance(cx, &made).await, sum, read.lines.items.len()), (expected, expected, count));
        }
        assert_eq!(ledger::verify(cx).await, Ok(0));
    }

    async fn nobody_posts_to_a_customer_that_goes_in_this_moment(house: TestHouse) {
        for _ in 0..8 {
            let cx = house.system();
            let whose = customer(&cx, "Acme").await;
            let made = account(&cx, whose).await.id;
            let (one, other) = (house.system(), house.system());
            let posts = tokio::spawn(async move { posting::post_charge(&one, made, euros(1), "Visit").await });
            let deletes = tokio::spawn(async move { customers::store::delete(&other, whose).await });
            match (posts.await.unwrap(), deletes.await.unwrap()) {
                (Ok(_), Err(Error::Forbidden(_))) => assert_eq!(accounts_of(&cx, whose).await, [made.0]),
                (Err(Error::NotFound), Ok(())) => assert!(customers::store::find(&cx, whose).await.is_err()),
                other => panic!("both or neither: {other:?}"),
            }
        }
    }

    async fn accounts_go_along_when_customers_become_one_and_come_back(house: TestHouse) {
        let ada = staff::testing::insert_admin(&house.system(), "Ada").await;
        let cx = &house.as_actor(staff::testing::actor(&house.system(), ada).await);
        let (a, b, c) = (customer(cx, "Acme").await, customer(cx, "Acme Ltd").await, customer(cx, "Acme Inc").await);
        let (of_a, of_b, of_c) = (account(cx, a).await, account(cx, b).await, account(cx, c).await);
        let binned = account(cx, c).await;
        store::delete(cx, binned.id, 1).await.unwrap();
        posting::post_charge(cx, of_c.id, euros(100), "Visit").await.unwrap();

        merged(cx, b, c).await;
        merged(cx, a, b).await;
        assert_eq!(accounts_of(cx, a).await, [of_a.id.0, of_b.id.0, of_c.id.0]);
        assert_eq!(accounts_of(cx, c).await, [of_a.id.0, of_b.id.0, of_c.id.0], "its address leads to the one that is left");
        posting::post_payment(cx, of_c.id, euros(30), "Cash").await.unwrap();
        store::restore(cx, binned.id).await.unwrap();

        apart(cx, a).await;
        assert_eq!((accounts_of(cx, a).await, accounts_of(cx, b).await), (vec![of_a.id.0], vec![of_b.id.0, of_c.id.0, binned.id.0]));
        apart(cx, b).await;
        assert_eq!((accounts_of(cx, b).await, accounts_of(cx, c).await), (vec![of_b.id.0], vec![of_c.id.0, binned.id.0]));
        assert_eq!(balance(cx, &of_c).await, 70, "what was posted meanwhile goes with its account");
        assert_eq!(ledger::verify(cx).await, Ok(0));
    }
}
