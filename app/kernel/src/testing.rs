//! What the tests of every crate share: a Foyer of their own on each database, with a clock that stands still.

use std::sync::Arc;

use crate::clock::Clock;
use crate::db::{Db, DbOptions};
use crate::feed::events_after;
use crate::outbound::Outbound;
use crate::{
    Actor, Capabilities, Context, Event, Feature, Foyer, FoyerOptions, Instant, Language, Network,
    StaffActor, StaffId, entropy,
};

/// The moment at which the tests' clock stands: 2026-11-21T09:00:00Z.
pub const NOON: Instant = Instant(1_795_251_600 * Instant::SECOND);

/// A Foyer that a test has for itself. Its folder goes with it.
pub struct TestHouse {
    /// The Foyer.
    pub foyer: Arc<Foyer>,
    folder: std::path::PathBuf,
}

impl TestHouse {
    /// On a fresh SQLite file.
    pub async fn sqlite(features: Vec<Feature>) -> Self {
        Self::open(None, features).await
    }

    /// On a fresh schema of the PostgreSQL server in `FOYER_TEST_POSTGRES_URL`; `None` without that variable.
    ///
    /// # Panics
    /// If `FOYER_TEST_DATABASES` is `both` and there is no server: the test command never skips half of the suite.
    pub async fn postgres(features: Vec<Feature>) -> Option<Self> {
        Some(Self::open(Some(postgres_schema().await?), features).await)
    }

    async fn open(url: Option<String>, features: Vec<Feature>) -> Self {
        let folder = std::env::temp_dir().join(format!("foyer-test-{}", entropy::word()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let options = DbOptions { is_durable: false, connections: 3, ..DbOptions::new(url, &folder) };
        let db = Db::open(&options).await.expect("the database opens");
        db.migrate().await.expect("the migrations run");
        let options = FoyerOptions {
            data_dir: folder.clone(),
            base_url: "http://foyer.test".into(),
            is_demo: false,
            features,
            clock: Clock::fixed(NOON),
            // What tests listen with, and nothing beside it.
            outbound: Outbound::allowing(Network::parse("127.0.0.1")),
        };
        Self { foyer: Foyer::new(db, options).await.expect("a Foyer opens"), folder }
    }

    /// The events behind a cursor, as soon as `enough` says so; what there is after five seconds.
    ///
    /// On PostgreSQL an event is handed out when every transaction of the server that began earlier has ended, those
    /// of other tests among them; and the feed may begin with what was written just before the cursor was taken.
    pub async fn events(&self, after: &str, enough: impl Fn(&[Event]) -> bool) -> Vec<Event> {
        let mut tries = 0;
        loop {
            let events = events_after(&self.foyer.db, after, 1_000).await.expect("the feed can be read");
            let events = events.expect("the cursor is one of ours");
            tries += 1;
            if enough(&events) || tries == 500 {
                return events;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    }

    /// The house itself asks.
    pub fn system(&self) -> Context {
        Context::system(&self.foyer)
    }

    /// Somebody asks.
    pub fn as_actor(&self, actor: Actor) -> Context {
        Context::new(self.foyer.clone(), actor, Language::En)
    }

    /// A member of staff with these capabilities asks. The row of the member has to be there already.
    pub fn as_staff(&self, id: StaffId, capabilities: Capabilities) -> Context {
        let name = format!("Staff {id}");
        self.as_actor(Actor::Staff(StaffActor {
            id,
            name,
            is_admin: false,
            capabilities,
            token: None,
            is_viewing: false,
        }))
    }
}

/// An empty schema on the PostgreSQL server in `FOYER_TEST_POSTGRES_URL`, as the address of a database whose connections
/// can be told from others; `None` without that variable.
///
/// # Panics
/// If `FOYER_TEST_DATABASES` is `both` and there is no server: the test command never skips half of the suite.
pub async fn postgres_schema() -> Option<String> {
    let Ok(url) = std::env::var("FOYER_TEST_POSTGRES_URL") else {
        assert!(std::env::var("FOYER_TEST_DATABASES").as_deref() != Ok("both"), "no PostgreSQL to test on");
        eprintln!("skipped on PostgreSQL: FOYER_TEST_POSTGRES_URL is not set");
        return None;
    };
    let schema = format!("t_{}", entropy::word());
    let pool = sqlx::PgPool::connect(&url).await.expect("PostgreSQL answers");
    let create = sqlx::AssertSqlSafe(format!("create schema {schema}"));
    sqlx::raw_sql(create).execute(&pool).await.expect("a schema can be made");
    pool.close().await;
    let join = if url.contains('?') { '&' } else { '?' };
    Some(format!("{url}{join}options=-c%20search_path%3D{schema}&application_name={schema}"))
}

impl Drop for TestHouse {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A contract: the same test on SQLite and on PostgreSQL, in a Foyer with these features.
///
/// ```ignore
/// kernel::contract! {
///     with features();
///     async fn a_closed_ticket_stays_closed(house: TestHouse) { .. }
/// }
/// ```
#[macro_export]
macro_rules! contract {
    (with $features:expr; $($(#[$meta:meta])* async fn $name:ident($house:ident: TestHouse) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn contract($house: &$crate::testing::TestHouse) $body

            #[tokio::test]
            async fn on_sqlite() {
                contract(&$crate::testing::TestHouse::sqlite($features).await).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                if let Some(house) = $crate::testing::TestHouse::postgres($features).await {
                    contract(&house).await;
                }
            }
        }
    )+};
}
