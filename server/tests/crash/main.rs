//! What is left when the server is killed: at whatever moment it comes, a whole company.
//!
//! Each point is a start, some work, a SIGKILL and a look at everything. The suite kills a dozen times; more points and
//! another order of chances come with `FOYER_CRASH_POINTS=100 FOYER_CRASH_SEED=7`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stderr
)]

mod chance;
mod company;
mod ledger;
mod whole;
mod work;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chance::Chance;
use company::Company;
use ledger::Ledger;

/// No start takes longer, after whatever end.
const START: Duration = Duration::from_secs(3);
/// The longest time that a server works before it is killed, in milliseconds.
const LONGEST: u64 = 700;

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_at_any_moment_leaves_a_whole_company_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    storm(Company::set_up(folder.path(), None).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_at_any_moment_leaves_a_whole_company_on_postgres() {
    let Some(url) = kernel::testing::postgres_schema().await else { return };
    let folder = tempfile::tempdir().unwrap();
    storm(Company::set_up(folder.path(), Some(url)).await).await;
}

/// The next start makes up for a migration that was cut off, wherever that was.
#[tokio::test]
async fn a_kill_in_the_first_start_leaves_a_company_that_starts() {
    let mut chance = Chance::new(number("FOYER_CRASH_SEED", 1));
    for _ in 0..number("FOYER_CRASH_POINTS", 12) / 2 {
        for url in [None, kernel::testing::postgres_schema().await] {
            let folder = tempfile::tempdir().unwrap();
            company::migrate_and_kill(
                folder.path(),
                url.as_deref(),
                Duration::from_millis(chance.below(150)),
            );
            let company = Company::set_up(folder.path(), url).await;
            let faults = whole::faults(&company, &Ledger::default()).await;
            assert!(faults.is_empty(), "{faults:#?}");
        }
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().map_or(otherwise, |word| word.parse().unwrap())
}

async fn storm(company: Company) {
    let (points, seed) = (number("FOYER_CRASH_POINTS", 12), number("FOYER_CRASH_SEED", 1));
    let mut chance = Chance::new(seed);
    let ledger = Arc::new(Ledger::default());
    let mut slowest = Duration::ZERO;
    for point in 0..points {
        let begun = Instant::now();
        let server = company.serve();
        let start = begun.elapsed();
        assert!(start <= START, "point {point}: the start took {start:?}");
        slowest = slowest.max(start);
        let work = work::begin(&server, &company, &ledger, &mut chance);
        tokio::time::sleep(Duration::from_millis(chance.below(LONGEST))).await;
        server.kill();
        work.ended().await;
        company.let_leases_end().await;
        // Every other time the next start is the first to see what the kill left.
        if chance.below(2) == 0 {
            let faults = whole::faults(&company, &ledger).await;
            assert!(faults.is_empty(), "seed {seed}, point {point}: {faults:#?}");
        }
    }
    let server = company.serve();
    work::until_imports_have_ended(&server, &company).await;
    work::replay(&server, &company, &ledger).await;
    // A call that never reached the server before its kill does its work only now.
    work::until_imports_have_ended(&server, &company).await;
    server.kill();
    let mut faults = whole::faults(&company, &ledger).await;
    faults.extend(whole::faults_at_the_end(&company, &ledger).await);
    assert!(faults.is_empty(), "seed {seed}, at the end: {faults:#?}");
    eprintln!("{points} kills, slowest start {slowest:?}, {}", ledger.figures());
}
