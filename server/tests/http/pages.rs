//! Pages under many readers at once: none hangs, none fails, and each answers with the status that its words say.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures::future::join_all;

use crate::deny::people::{ALL, ANN, NONE, Person, World};

/// Readers who ask at the same time.
const READERS: usize = 8;
/// No page takes longer, even in an unoptimised build on a machine that does something else.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often each reader asks for each page: `FOYER_TEST_PAGES`, a few times if it is not set.
fn rounds() -> usize {
    std::env::var("FOYER_TEST_PAGES").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(12)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pages_answer_many_readers_whatever_their_rights_on_sqlite() {
    answer_all(&World::on_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pages_answer_many_readers_whatever_their_rights_on_postgres() {
    if let Some(world) = World::on_postgres().await {
        answer_all(&world).await;
    }
}

/// As when the tests of a program start one server after the other in one process.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pages_answer_while_another_server_starts() {
    let world = World::on_sqlite().await;
    let is_over = Arc::new(AtomicBool::new(false));
    let starts = tokio::task::spawn_blocking({
        let is_over = is_over.clone();
        move || {
            // A test that fails does not come to say that it is over.
            let begun = Instant::now();
            while !is_over.load(Ordering::Relaxed) && begun.elapsed() < 10 * PATIENCE {
                server::routes::shell_pages();
            }
        }
    });
    for (who, status) in [(NONE, 403), (ALL, 200)] {
        join_all((0..READERS).map(|_| read(&world.people[who], "/leads/board", status))).await;
    }
    is_over.store(true, Ordering::Relaxed);
    starts.await.unwrap();
}

async fn answer_all(world: &World) {
    for (who, status) in [(NONE, 403), (ANN, 200), (ALL, 200)] {
        for path in ["/leads/board", "/leads"] {
            let person = &world.people[who];
            let readers = (0..READERS).map(|_| read(person, path, status));
            let mut times: Vec<Duration> = join_all(readers).await.into_iter().flatten().collect();
            times.sort_unstable();
            let (median, slowest) = (times[times.len() / 2], times[times.len() - 1]);
            eprintln!(
                "{path} as {}: {} pages, median {median:?}, slowest {slowest:?}",
                person.name,
                times.len()
            );
        }
    }
}

async fn read(person: &Person, path: &str, status: u16) -> Vec<Duration> {
    let mut times = Vec::new();
    for round in 0..rounds() {
        let begun = Instant::now();
        let answer = tokio::time::timeout(PATIENCE, person.browser.get(path)).await;
        let answer = answer.unwrap_or_else(|_| panic!("{path} as {} hangs, round {round}", person.name));
        assert_eq!(answer.status(), status, "{path} as {}, round {round}", person.name);
        let text = answer.text().await.unwrap();
        assert!(
            text.contains("</main>") && text.contains("__INCOMPLETE_CHUNKS=[]"),
            "{path} is whole: {text:.300}"
        );
        times.push(begun.elapsed());
    }
    times
}
