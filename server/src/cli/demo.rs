//! `foyer demo`: a company to look around in, or one to measure with.

use kernel::db::{Db, Q};
use kernel::{Context, Error, Instant, Result};
use staff::store::seed::{Chance, People, company};

use super::arguments::Scale;
use super::{as_system, print};
use crate::Outcome;
use crate::config::Config;

/// When the last thing of a corpus happened: 2026-11-20T18:00:00Z. Corpora hold the same content on every day; only the
/// tour lives in the present.
const CORPUS_END: Instant = Instant(1_795_197_600 * Instant::SECOND);
const YEAR: i64 = 365 * Instant::DAY;

/// How large the corpora are.
struct Size {
    staff: usize,
    customers: usize,
    contacts: usize,
    leads: usize,
    in_first: usize,
    /// Events of each lead.
    events: usize,
}

impl Size {
    fn of(scale: Scale) -> Option<Self> {
        match scale {
            Scale::Tour => None,
            Scale::Team => Some(Self {
                staff: 12,
                customers: 5_000,
                contacts: 2,
                leads: 10_000,
                in_first: 6_000,
                events: 3,
            }),
            Scale::Large => Some(Self {
                staff: 50,
                customers: 10_000,
                contacts: 25,
                leads: 125_000,
                in_first: 60_000,
                events: 4,
            }),
            Scale::Million => Some(Self {
                staff: 200,
                customers: 200_000,
                contacts: 4,
                leads: 1_000_000,
                in_first: 500_000,
                events: 4,
            }),
        }
    }
}

/// Makes the company.
pub async fn demo(config: Config, scale: Scale, seed: u64) -> Outcome<()> {
    // A company that can be made again is not worth a sync of the disk for each step.
    let config = Config { is_demo: true, is_durable: false, ..config };
    if !as_system(&config, async |cx: Context| is_empty(&cx).await).await? {
        return Err(
            "there is a company in this database already; a demonstration company needs an empty one".into(),
        );
    }
    as_system(&config, async |cx: Context| {
        match Size::of(scale) {
            None => tour(&cx, seed).await?,
            Some(size) => corpus(&cx, seed, &size).await?,
        }
        settle(&cx).await?;
        report(&cx).await
    })
    .await
}

async fn is_empty(cx: &Context) -> Result<bool> {
    Ok(staff::setup::is_needed(cx).await? && leads::store::seed::is_empty(cx).await?)
}

async fn tour(cx: &Context, seed: u64) -> Result<()> {
    print("Lumen Solar of Turin opens its doors.");
    let opening = Context { now: cx.now.plus(-420 * Instant::DAY), ..cx.clone() };
    let people = company(&opening, 0).await?;
    customers::store::seed::tour(cx, &people).await?;
    entities::store::seed::tour(cx, &people).await?;
    let catalogue = products::store::seed::tour(cx, &people).await?;
    accounts::store::seed::tour(cx, &people, &catalogue).await?;
    leads::store::seed::tour(cx, &people, seed).await.map(drop)
}

async fn corpus(cx: &Context, seed: u64, size: &Size) -> Result<()> {
    let (since, until) = (CORPUS_END.plus(-YEAR), CORPUS_END);
    let opening = Context { now: since, ..cx.clone() };
    let people = company(&opening, size.staff).await?;
    let mut chance = Chance::new(seed);
    let customers = customers(cx, &people, &mut chance, size).await?;
    let corpus = leads::store::seed::Corpus {
        leads: size.leads,
        in_first: size.in_first,
        events: size.events,
        since,
        until,
    };
    let (mut leads, mut events) = (Progress::new(size.leads), Progress::new(size.leads * size.events));
    leads::store::seed::corpus(cx, &people, &customers, &mut chance, corpus, |what, count| match what {
        "leads" => leads.told("leads", count),
        _ => events.told("events of leads", count),
    })
    .await
}

async fn customers(
    cx: &Context,
    people: &People,
    chance: &mut Chance,
    size: &Size,
) -> Result<Vec<kernel::CustomerId>> {
    // They were there before the leads of the second half of the year.
    let (since, until) = (CORPUS_END.plus(-YEAR), CORPUS_END.plus(-YEAR / 2));
    let corpus =
        customers::store::seed::Corpus { customers: size.customers, contacts: size.contacts, since, until };
    let mut progress = Progress::new(size.customers);
    customers::store::seed::corpus(cx, people, chance, corpus, |count| progress.told("customers", count))
        .await
}

/// Says every tenth of the way how far it is.
struct Progress {
    all: usize,
    tenths: usize,
}

impl Progress {
    fn new(all: usize) -> Self {
        Self { all, tenths: 0 }
    }

    fn told(&mut self, what: &str, count: usize) {
        let tenths = count * 10 / self.all.max(1);
        if tenths > self.tenths {
            self.tenths = tenths;
            print(&format!("{count} of {} {what}", self.all));
        }
    }
}

/// The kept totals have to be exact, and PostgreSQL has to know what has come in, as its own housekeeping would tell it
/// within minutes.
async fn settle(cx: &Context) -> Result<()> {
    let drift = leads::store::recount(cx).await?;
    if drift > 0 {
        return Err(Error::internal(format!("{drift} totals of the board were wrong")));
    }
    if let Db::Postgres { pool, .. } = cx.db() {
        sqlx::query("vacuum analyze").execute(pool).await?;
    }
    Ok(())
}

async fn report(cx: &Context) -> Result<()> {
    let counts = [
        ("staff", "select count(*) from staff"),
        ("customers", "select count(*) from customer"),
        ("contacts", "select count(*) from contact"),
        ("products", "select count(*) from product"),
        ("accounts", "select count(*) from account"),
        ("postings", "select count(*) from ledger_posting"),
        ("leads", "select count(*) from lead"),
        ("notes", "select count(*) from note"),
        ("events", "select count(*) from event"),
    ];
    for (what, sql) in counts {
        print(&format!("{:>9} {what}", Q::new(sql).number(cx.db()).await?));
    }
    let (address, password) = ("marta@foyer.example", staff::store::seed::PASSWORD);
    print(&format!("Sign in as {address} (or yusuf@, chloe@) with the password {password}."));
    Ok(())
}
