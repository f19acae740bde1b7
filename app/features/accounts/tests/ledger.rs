//! What the ledger promises, on both databases, whatever is posted.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/company.rs"]
mod company;

use accounts::store::{self, ledger, posting, statement};
use accounts::{Account, PostingKind, Profile, Statement, StatementLine, StatementQuery};
use company::{account, customer, day, euros, features, person};
use kernel::db::{Q, Tx};
use kernel::{AccountId, Context, CustomerId, Error, Instant, PostingId, RecordKind, RecordRef, feed};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Something that somebody does to one of several accounts.
#[derive(Clone, Debug)]
enum Step {
    Charge(usize, i64),
    Payment(usize, i64),
    Correction(usize, i64),
    /// Takes back what was posted so many steps before, whatever that was.
    Reverse(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..3_usize, 1..100_000_i64).prop_map(|(which, minor)| Step::Charge(which, minor)),
        (0..3_usize, 1..100_000_i64).prop_map(|(which, minor)| Step::Payment(which, minor)),
        (0..3_usize, -50_000..50_000_i64).prop_map(|(which, minor)| Step::Correction(which, minor)),
        (0..9_usize).prop_map(Step::Reverse),
    ]
}

/// What was posted, and by how much it changed which account; whether it is taken back or takes something back.
struct Posted {
    id: PostingId,
    which: usize,
    minor: i64,
    is_final: bool,
}

/// So many sequences are tried on each database.
const SEQUENCES: usize = 12;

kernel::contract! {
    with features();

    async fn a_balance_is_the_sum_of_its_entries_whatever_is_posted(house: TestHouse) {
        let cx = &house.system();
        let whose = customer(cx, "Acme").await;
        let mut runner = TestRunner::deterministic();
        let steps = proptest::collection::vec(step(), 1..40);
        for _ in 0..SEQUENCES {
            let steps = steps.new_tree(&mut runner).unwrap().current();
            follow(cx, whose, &steps).await;
        }
        assert_eq!(ledger::verify(cx).await, Ok(0));
        assert_eq!(sums(cx).await.iter().filter(|(_, sum)| *sum != 0).count(), 0, "each currency sums to zero");
    }

    async fn a_posting_is_reversed_once_and_a_reversal_never(house: TestHouse) {
        let cx = &house.system();
        let made = account(cx, customer(cx, "Acme").await).await;
        let posted = posting::post_charge(cx, made.id, euros(100), "Visit").await.unwrap();
        let back = posting::reverse(cx, made.id, posted, "Wrong").await.unwrap();
        for again in [posted, back] {
            let error = posting::reverse(cx, made.id, again, "Wrong").await.unwrap_err();
            assert!(error.field("posting").is_some(), "{error:?}");
        }
        assert_eq!(balance(cx, &made).await, 0);
        let other = account(cx, customer(cx, "Bolt").await).await;
        let posted = posting::post_charge(cx, made.id, euros(100), "Visit").await.unwrap();
        assert_eq!(posting::reverse(cx, other.id, posted, "Wrong").await, Err(Error::NotFound));
    }

    async fn two_who_reverse_at_once_reverse_once(house: TestHouse) {
        let cx = &house.system();
        let made = account(cx, customer(cx, "Acme").await).await;
        let posted = posting::post_charge(cx, made.id, euros(100), "Visit").await.unwrap();
        let reverse = || {
            let cx = house.system();
            tokio::spawn(async move { posting::reverse(&cx, made.id, posted, "Wrong").await.is_ok() })
        };
        let tasks: Vec<_> = (0..4).map(|_| reverse()).collect();
        let mut done = 0;
        for task in tasks {
            done += usize::from(task.await.unwrap());
        }
        assert_eq!((done, balance(cx, &made).await), (1, 0));
    }

    async fn the_database_refuses_to_change_what_was_posted(house: TestHouse) {
        let cx = &house.system();
        let made = account(cx, customer(cx, "Acme").await).await;
        posting::post_charge(cx, made.id, euros(100), "Visit").await.unwrap();
        for sql in [
            "update ledger_entry set minor = 1",
            "delete from ledger_entry",
            "update ledger_posting set reason = 'x'",
            "delete from ledger_posting",
            "insert into ledger_entry (id, posting_id, ledger_account_id, at, minor, currency) values (1, 1, 1, 0, 5, 'EUR')",
            "delete from account",
            "delete from customer",
            "insert into ledger_posting (at, account_id, kind, reason, reverses_id) values (0, 1, 'charge', 'x', 1)",
        ] {
            let answer = cx.tx(|tx| async move { Q::new(sql).run(&tx).await }).await;
            assert!(answer.is_err(), "{sql}: {answer:?}");
        }
        let all = Q::default().dialect(
            "insert or replace into ledger_entry (id, posting_id, ledger_account_id, at, minor, currency) values (1, 1, 1, 0, 5, 'EUR')",
            "truncate ledger_entry",
        );
        let all = &all;
        assert!(cx.tx(|tx| async move { all.clone().run(&tx).await }).await.is_err());
        assert_eq!(balance(cx, &made).await, 100);
    }

    async fn what_is_wrong_in_a_ledger_is_found(house: TestHouse) {
        let cx = &house.system();
        let made = account(cx, customer(cx, "Acme").await).await;
        posting::post_charge(cx, made.id, euros(100), "Visit").await.unwrap();
        assert_eq!(ledger::verify(cx).await, Ok(0));
        let forge = |tx: Tx| async move {
            Q::new("insert into ledger_entry (posting_id, ledger_account_id, at, minor, currency)")
                .push("values (1, 1, 0, 5, 'EUR')")
                .run(&tx)
                .await
        };
        cx.tx(forge).await.unwrap();
        assert_eq!(ledger::verify(cx).await, Ok(1));
        let reader = person(house, "Ron", "customers.view_all").await;
        assert!(matches!(ledger::verify(&reader).await, Err(Error::Forbidden(_))));
    }

    async fn a_statement_of_a_time_opens_and_closes_with_its_balances(house: TestHouse) {
        let cx = &house.system();
        let made = account(cx, customer(cx, "Acme").await).await;
        // The clock stands on 21 November 2026, nine o'clock.
        for minor in [100, 20, 3] {
            posting::post_charge(&house.system(), made.id, euros(minor), "Visit").await.unwrap();
            house.foyer.clock.advance(Instant::DAY);
        }
        let of = |from: Option<&str>, to: Option<&str>| StatementQuery {
            from: from.map(day),
            to: to.map(day),
            after: None,
        };
        let read = |query: StatementQuery| async move { statement::read(cx, made.id, &query).await.unwrap() };
        let told = |statement: &Statement| {
            let amounts: Vec<i64> = statement.lines.items.iter().map(|line| line.amount.minor).collect();
            (statement.opening.minor, amounts, statement.closing.minor)
        };
        assert_eq!(told(&read(of(None, None)).await), (0, vec![3, 20, 100], 123));
        assert_eq!(told(&read(of(Some("2026-11-22"), Some("2026-11-22"))).await), (100, vec![20], 120));
        assert_eq!(told(&read(of(Some("2026-11-23"), None)).await), (120, vec![3], 123));
        assert_eq!(told(&read(of(None, Some("2026-11-21"))).await), (0, vec![100], 100));
        assert_eq!(told(&read(of(Some("2026-12-01"), None)).await), (123, vec![], 123));
        let line = &read(of(None, None)).await.lines.items[1];
        assert_eq!((line.balance.minor, line.kind), (120, PostingKind::Charge));
    }

    async fn what_is_no_posting_is_refused_at_its_field(house: TestHouse) {
        let cx = &house.system();
        let made = account(cx, customer(cx, "Acme").await).await;
        for minor in [0, -1, 1_000_000_000_001] {
            let charge = posting::post_charge(cx, made.id, euros(minor), "x").await.unwrap_err();
            let payment = posting::post_payment(cx, made.id, euros(minor), "x").await.unwrap_err();
            assert!(charge.field("amount").is_some() && payment.field("amount").is_some(), "{minor}");
        }
        assert!(posting::post_correction(cx, made.id, euros(0), "x").await.unwrap_err().field("amount").is_some());
        assert!(posting::post_correction(cx, made.id, euros(-1), " ").await.unwrap_err().field("reason").is_some());
        posting::post_correction(cx, made.id, euros(-1), "Too much").await.unwrap();
        assert_eq!(balance(cx, &made).await, -1);
    }

    async fn a_posting_is_taken_back_from_the_history_by_a_reversal(house: TestHouse) {
        let cx = &person(house, "Ada", company::OWN).await;
        let whose = customer(cx, "Acme").await;
        let made = account(cx, whose).await;
        posting::post_payment(cx, made.id, euros(100), "Cash").await.unwrap();
        let record = RecordRef { kind: RecordKind::Customer, id: whose.0 };
        let line = customers::store::find(cx, whose).await.unwrap().timeline_id;
        let paid = feed::timeline_events(cx.db(), line, None, 1).await.unwrap().remove(0);
        records::store::undo::run(cx, record, paid.id, &[]).await.unwrap();
        assert_eq!(balance(cx, &made).await, 0);
        let last = feed::timeline_events(cx.db(), line, None, 1).await.unwrap().remove(0);
        assert_eq!((last.kind.as_str(), last.undoes), ("account.reversed", Some(paid.id)));
        assert_eq!(last.payload["amount"]["money"]["minor"], 100, "as it was typed");
        assert!(records::store::undo::run(cx, record, paid.id, &[]).await.is_err());
    }
}

/// Does the steps on accounts of their own and compares what the ledger says with what was done.
async fn follow(cx: &Context, whose: CustomerId, steps: &[Step]) {
    let (mut accounts, mut expected) = (Vec::new(), [0_i64; 3]);
    for code in ["EUR", "EUR", "USD"] {
        let profile = Profile { currency: code.parse().ok(), ..Profile::default() };
        accounts.push(store::create(cx, whose, &profile).await.unwrap());
    }
    let mut posted: Vec<Posted> = Vec::new();
    for step in steps {
        do_step(cx, &accounts, step, &mut posted, &mut expected).await;
    }
    for (account, expected) in accounts.iter().zip(expected) {
        check(cx, account, expected).await;
    }
}

async fn do_step(
    cx: &Context,
    accounts: &[Account],
    step: &Step,
    posted: &mut Vec<Posted>,
    expected: &mut [i64; 3],
) {
    let (which, minor, done) = match *step {
        Step::Charge(which, minor) => {
            let account = &accounts[which];
            (which, minor, posting::post_charge(cx, account.id, account.money(minor), "Charge").await)
        }
        Step::Payment(which, minor) => {
            let account = &accounts[which];
            (which, -minor, posting::post_payment(cx, account.id, account.money(minor), "Payment").await)
        }
        Step::Correction(which, minor) => {
            let account = &accounts[which];
            let done = posting::post_correction(cx, account.id, account.money(minor), "Correction").await;
            if minor == 0 {
                assert!(done.is_err(), "nothing is no correction");
                return;
            }
            (which, minor, done)
        }
        Step::Reverse(back) => return reverse(cx, accounts, back, posted, expected).await,
    };
    expected[which] += minor;
    posted.push(Posted { id: done.unwrap(), which, minor, is_final: false });
}

async fn reverse(
    cx: &Context,
    accounts: &[Account],
    back: usize,
    posted: &mut Vec<Posted>,
    expected: &mut [i64; 3],
) {
    let Some(place) = posted.len().checked_sub(back + 1) else { return };
    let (which, minor) = (posted[place].which, posted[place].minor);
    let done = posting::reverse(cx, accounts[which].id, posted[place].id, "Reversal").await;
    if posted[place].is_final {
        assert!(done.unwrap_err().field("posting").is_some(), "it is reversed once");
        return;
    }
    posted[place].is_final = true;
    expected[which] -= minor;
    posted.push(Posted { id: done.unwrap(), which, minor: -minor, is_final: true });
}

async fn check(cx: &Context, account: &Account, expected: i64) {
    assert_eq!(balance(cx, account).await, expected);
    let lines = whole(cx, account.id).await;
    let mut running = 0;
    for line in lines.iter().rev() {
        running += line.amount.minor;
        assert_eq!(line.balance.minor, running, "the running balance is the sum so far");
    }
    assert_eq!(running, expected, "and ends at the balance");
    let read = statement::read(cx, account.id, &StatementQuery::default()).await.unwrap();
    assert_eq!((read.opening.minor, read.closing.minor), (0, expected));
}

/// All entries of an account, page by page, the newest first.
async fn whole(cx: &Context, id: AccountId) -> Vec<StatementLine> {
    let (mut lines, mut query) = (Vec::new(), StatementQuery::default());
    loop {
        let page = statement::read(cx, id, &query).await.unwrap().lines;
        lines.extend(page.items);
        query.after = page.next_cursor;
        if query.after.is_none() {
            return lines;
        }
    }
}

async fn balance(cx: &Context, account: &Account) -> i64 {
    store::details(cx, account.id).await.unwrap().balance.minor
}

async fn sums(cx: &Context) -> Vec<(String, i64)> {
    let q = Q::new("select currency, cast(sum(minor) as bigint) from ledger_entry group by currency");
    q.all(cx.db()).await.unwrap()
}
