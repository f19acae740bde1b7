//! Servers at one PostgreSQL tell each other where their people's pages are. What one does not hear is gone when it is
//! not believed any more, so nothing is kept and nothing is repeated.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{MissedTickBehavior, interval};

use super::{Told, Whereabouts};
use crate::clock::Clock;
use crate::db::{Db, Q};
use crate::{Result, entropy};

/// How often it is looked who is gone, and how often others are told: once for all that was said meanwhile.
const EVERY: Duration = Duration::from_secs(1);
/// PostgreSQL takes letters of less than 8,000 bytes.
const LONGEST: usize = 7_500;

/// What one server tells the others.
#[derive(Serialize, Deserialize)]
struct Letter<P> {
    /// The schema: several houses may live in one database, and one must not hear of another's people.
    house: String,
    /// Who wrote it.
    server: String,
    pages: P,
}

impl Whereabouts {
    /// Forgets who is gone, tells other servers what was said here, and hears what was said there. Runs until dropped.
    pub async fn keep(&self, db: &Db, clock: &Clock) {
        let sweeping = async {
            let mut ticks = interval(EVERY);
            loop {
                ticks.tick().await;
                self.sweep(clock.now());
            }
        };
        // Each goes on while another waits for the database.
        tokio::join!(sweeping, self.write_to_others(db, clock));
    }

    async fn write_to_others(&self, db: &Db, clock: &Clock) {
        if db.is_sqlite() {
            return;
        }
        let letters = db.letters();
        let house = loop {
            match Q::new("select cast(current_schema() as text)").one::<(String,)>(db).await {
                Ok((house,)) => break house,
                Err(_) => tokio::time::sleep(EVERY).await,
            }
        };
        let server = entropy::word();
        tokio::join!(
            self.read_letters(letters, &house, &server, clock),
            self.write_letters(db, &house, &server)
        );
    }

    async fn read_letters(
        &self,
        mut letters: broadcast::Receiver<Arc<str>>,
        house: &str,
        server: &str,
        clock: &Clock,
    ) {
        loop {
            match letters.recv().await {
                Ok(letter) => {
                    for told in read(&letter, house, server) {
                        self.hear(&told, clock.now());
                    }
                }
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            }
        }
    }

    async fn write_letters(&self, db: &Db, house: &str, server: &str) {
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let told: Vec<Told> = std::mem::take(&mut *self.unsent()).into_values().collect();
            for letter in write(&told, house, server) {
                if let Err(error) = send(db, letter).await {
                    tracing::warn!(%error, "other servers could not be told who is where");
                }
            }
        }
    }
}

/// In no transaction, so that it is told at once and holds nothing up.
async fn send(db: &Db, letter: String) -> Result<()> {
    Q::new("select cast(1 as bigint) from pg_notify('foyer_presence', ?)")
        .bind(letter)
        .number(db)
        .await
        .map(drop)
}

/// As few letters as hold all of it.
fn write(told: &[Told], house: &str, server: &str) -> Vec<String> {
    let letter = |pages: &[Told]| {
        let letter = Letter { house: house.to_owned(), server: server.to_owned(), pages };
        serde_json::to_string(&letter).unwrap_or_default()
    };
    match told {
        [] => Vec::new(),
        pages => match letter(pages) {
            fits if fits.len() < LONGEST => vec![fits],
            _ if pages.len() == 1 => Vec::new(),
            _ => {
                let (one, other) = pages.split_at(pages.len() / 2);
                [write(one, house, server), write(other, house, server)].concat()
            }
        },
    }
}

/// What another server of this house wrote; nothing for any other letter.
fn read(letter: &str, house: &str, server: &str) -> Vec<Told> {
    match serde_json::from_str::<Letter<Vec<Told>>>(letter) {
        Ok(letter) if letter.house == house && letter.server != server => letter.pages,
        Ok(_) => Vec::new(),
        Err(error) => {
            tracing::debug!(%error, "a letter about who is where cannot be read");
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presence::{At, Doing, Spot};
    use crate::{RecordKind, RecordRef, StaffId};

    fn told(page: u64) -> Told {
        let record = RecordRef { kind: RecordKind::Lead, id: i64::MAX };
        let at = vec![At { record, doing: Doing::Types }; Spot::MOST];
        Told {
            staff: StaffId(i64::MAX),
            page,
            number: u64::MAX,
            spot: Spot { board: Some(RecordKind::Lead), at },
        }
    }

    #[test]
    fn a_letter_is_never_too_long_and_none_is_lost() {
        let all: Vec<Told> = (0..1_000).map(told).collect();
        let letters = write(&all, "public", "one");
        assert!(letters.iter().all(|letter| letter.len() < LONGEST));
        let back: Vec<Told> = letters.iter().flat_map(|letter| read(letter, "public", "other")).collect();
        assert_eq!(back, all);
        assert!(write(&[], "public", "one").is_empty());
    }

    #[test]
    fn only_other_servers_of_the_same_house_are_believed() {
        let [letter] = &write(&[told(1)], "public", "one")[..] else { panic!("one letter") };
        assert_eq!(read(letter, "public", "other").len(), 1);
        assert_eq!(read(letter, "public", "one").len(), 0, "one's own");
        assert_eq!(read(letter, "another_house", "other").len(), 0);
        assert_eq!(read("{}", "public", "other").len(), 0);
    }
}
