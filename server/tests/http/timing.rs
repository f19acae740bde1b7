//! Whether the time of an answer tells if somebody is known here.
//!
//! Pairs are asked one right after the other, in turns the known and the unknown address first, and the median of the
//! pairs' differences is looked at: what else the machine does makes single answers late, not the median of many pairs.

use std::time::{Duration, Instant};

use kernel::db::Q;
use server::config::{Config, Network};

use crate::harness::{PASSWORD, Server, target};

/// How many pairs are asked: `FOYER_TEST_PAIRS`, 200 if it is not set.
fn all_pairs() -> usize {
    said().unwrap_or(200)
}

fn said() -> Option<usize> {
    std::env::var("FOYER_TEST_PAIRS").ok()?.parse().ok()
}

/// How often the limits let the same address try.
const TRIES: usize = 4;

/// A server that believes what it is told about where requests come from, with a person for every few pairs.
async fn crowd() -> Server {
    let proxies = vec![Network::parse("127.0.0.1").unwrap()];
    let server = Server::with(|config: &mut Config| config.trusted_proxies = proxies).await;
    let first = server.add_admin(&known(0)).await;
    let cx = &server.system();
    cx.tx(|tx| async move {
        for number in 1..all_pairs().div_ceil(TRIES) {
            Q::new("insert into staff (name, email, email_norm, password_hash, is_admin, created_at)")
                .push("select name, ?, ?, password_hash, false, created_at from staff where id = ?")
                .bind(known(number))
                .bind(known(number))
                .bind(first)
                .run(&tx)
                .await?;
        }
        Q::new(
            "insert into login_email (email_norm, staff_id) select email_norm, id from staff where id <> ?",
        )
        .bind(first)
        .run(&tx)
        .await?;
        Ok(())
    })
    .await
    .unwrap();
    server
}

fn known(number: usize) -> String {
    format!("known{number:03}@example.com")
}

fn stranger(number: usize) -> String {
    format!("other{number:03}@example.com")
}

/// Posts a form for a known and for an unknown address in pairs, and gives the times in seconds.
async fn pairs(server: &Server, path: &str, password: Option<&str>) -> Vec<[f64; 2]> {
    let browser = server.browser();
    let mut times = Vec::new();
    // The first pair makes what is made once.
    for pair in 0..=all_pairs() {
        let number = pair % all_pairs() / TRIES;
        let mut both = [0.0; 2];
        let order = if pair % 2 == 0 { [0, 1] } else { [1, 0] };
        for which in order {
            let email = if which == 0 { known(number) } else { stranger(number) };
            let mut form = vec![("email", email.as_str())];
            form.extend(password.map(|password| ("password", password)));
            let from = format!("10.{which}.{}.{}", pair / 200, pair % 200);
            let request = browser.request("POST", path).header("x-forwarded-for", from).form(&form);
            let begun = Instant::now();
            let answer = request.send().await.unwrap();
            both[which] = begun.elapsed().as_secs_f64();
            let to = target(&answer);
            assert!(!to.contains("seconds="), "the limits are not reached: {to}");
            quiet(server).await;
        }
        if pair > 0 {
            times.push(both);
        }
    }
    times
}

/// Waits until nothing is left to do of what was asked: it would make the next answer late.
async fn quiet(server: &Server) {
    let waiting = Q::new("select count(*) from job where run_at <= ?");
    let (db, now) = (&server.running.house.foyer.db, server.system().now);
    let waiting = waiting.bind(now);
    while waiting.clone().number(db).await.unwrap() > 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The median answer and the median difference of the pairs, both in seconds.
fn figures(what: &str, times: &[[f64; 2]]) -> (f64, f64) {
    let median_of = |which: usize| median(times.iter().map(|both| both[which]).collect());
    let (known, unknown) = (median_of(0), median_of(1));
    let difference = median(times.iter().map(|[known, unknown]| known - unknown).collect()).abs();
    eprintln!(
        "{what}: {} pairs, known {:.2} ms, unknown {:.2} ms, median difference {:.3} ms ({:.1} %)",
        times.len(),
        known * 1e3,
        unknown * 1e3,
        difference * 1e3,
        difference / known * 100.0,
    );
    (known.min(unknown), difference)
}

#[tokio::test]
async fn the_time_of_a_refused_sign_in_does_not_tell_who_is_known() {
    let server = crowd().await;
    let (answer, difference) = figures("sign-in", &pairs(&server, "/sign-in", Some("wrong")).await);
    assert!(difference < 0.005 && difference < 0.1 * answer, "{difference} s of {answer} s");
    // The people are really there: the password that all of them have opens the door.
    let form = [("email", known(7)), ("password", PASSWORD.to_owned())];
    let answer =
        server.browser().request("POST", "/sign-in").header("x-forwarded-for", "10.9.9.9").form(&form);
    assert_eq!(target(&answer.send().await.unwrap()), "/");
}

/// An answer takes two milliseconds here, and a tenth of that is less than what a machine adds that tests something else
/// meanwhile. The share is looked at when somebody says how many pairs they want, on a machine that is left alone; that
/// the same is done for everybody is held by the test below.
#[tokio::test]
async fn the_time_of_a_forgotten_password_does_not_tell_who_is_known() {
    let server = crowd().await;
    let (answer, difference) =
        figures("forgotten password", &pairs(&server, "/forgotten-password", None).await);
    let most = if said().is_some() { 0.1 * answer } else { f64::MAX };
    assert!(difference < most.min(0.005), "{difference} s of {answer} s");
}

/// What is done before the answer is the same, row for row; what differs is done later, by a job.
#[tokio::test]
async fn a_forgotten_password_does_the_same_for_everybody_before_it_answers() {
    let server = crowd().await;
    let cx = &server.system();
    // Jobs stand still, so that what they would do cannot be mistaken for what the answer did.
    server.running.house.foyer.stop.ask();
    let mut left = Vec::new();
    for email in [known(3), stranger(3)] {
        staff::password::ask(cx, &email, "10.1.1.1").await.unwrap();
        let rows = |table: &'static str| async move { Q::new(table).number(cx.db()).await.unwrap() };
        left.push([
            rows("select count(*) from job where kind = 'staff.password_asked'").await,
            rows("select count(*) from attempt").await,
            rows("select count(*) from mail").await,
            rows("select count(*) from event where kind = 'staff.password_asked'").await,
        ]);
    }
    let [first, second] = [left[0], left[1]];
    assert_eq!((first[0], second[0]), (1, 2), "a job each");
    assert_eq!(second[1] - first[1], 2, "a try of the account and one of the address each");
    assert_eq!(
        (first[2], second[2], first[3], second[3]),
        (0, 0, 0, 0),
        "nothing that only the known ones have"
    );
}
