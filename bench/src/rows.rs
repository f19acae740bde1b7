//! The rows of the budgets: what is asked, of whom.

pub mod reading;
pub mod writing;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::api::Api;
use crate::corpus::Corpus;
use crate::load::{self, Step};
use crate::server::{Memory, Server};
use crate::table::{Cell, Table};
use crate::visitor::Visitor;
use crate::{Arguments, Database};

/// What the rows stand on: callers and the ids that they ask about.
pub struct Ground {
    /// Sees everything.
    pub marta: Api,
    /// Sees 0.2 % of the leads.
    pub yusuf: Api,
    /// Marta in a browser.
    pub visitor: Visitor,
    /// What the corpus has of its own making.
    pub own: Own,
    /// Leads in open stages, in no order.
    pub leads: Vec<i64>,
    /// Customers.
    pub customers: Vec<i64>,
    /// Open stages that a lead can be moved to by itself, without those of new leads.
    pub stages: Vec<i64>,
    /// Members of staff.
    pub staff: Vec<i64>,
}

/// The fields of the corpus's own making.
pub struct Own {
    /// The key of a number that two of three leads have.
    pub area: String,
    /// The key of a choice that four of five leads have.
    pub heating: String,
    /// Its entries, the most frequent one first.
    pub entries: Vec<i64>,
}

impl Own {
    async fn find(api: &Api) -> Result<Self> {
        let fields = api.get("/lead-fields").await?;
        let fields = fields["items"].as_array().or(fields.as_array()).context("leads have added fields")?;
        let named = |name: &str| fields.iter().find(|field| field["name"] == name).context("an added field");
        let key =
            |field: &Value| Ok::<_, anyhow::Error>(format!("c{}", field["id"].as_i64().context("an id")?));
        let (area, heating) = (named("Roof area")?, named("Heating")?);
        ensure!(area["is_ready"] == true && heating["is_ready"] == true, "the index of a field is not whole");
        let entries =
            heating["options"].as_array().into_iter().flatten().filter_map(|one| one["id"].as_i64());
        Ok(Self { area: key(area)?, heating: key(heating)?, entries: entries.collect() })
    }
}

impl Ground {
    /// Looks around in a company that runs.
    pub async fn find(server: &Server, corpus: &Corpus) -> Result<Arc<Self>> {
        let caller = |email: &str| Api::new(&server.base, corpus.token(&server.foyer, email)?);
        let (marta, yusuf) = (caller("marta@foyer.example")?, caller("yusuf@foyer.example")?);
        let visitor = Visitor::sign_in(&server.base, "marta@foyer.example").await?;
        let own = Own::find(&marta).await?;
        let board = marta.get("/board?limit=200").await?;
        let columns = board["stages"].as_array().context("a board has stages")?;
        let is_open = |column: &&Value| column["kind"] == "open";
        let ids = |rows: &Value| -> Vec<i64> {
            rows.as_array().into_iter().flatten().filter_map(|row| row["id"].as_i64()).collect()
        };
        let leads: Vec<i64> =
            columns.iter().filter(is_open).flat_map(|column| ids(&column["cards"])).collect();
        let stages: Vec<i64> =
            columns.iter().filter(is_open).skip(1).filter_map(|column| column["id"].as_i64()).collect();
        let customers = ids(&marta.get("/customers").await?["items"]);
        let staff = ids(&marta.get("/staff").await?["items"]);
        ensure!(
            leads.len() >= 64 && stages.len() > 1 && !customers.is_empty() && !staff.is_empty(),
            "the corpus is too small"
        );
        Ok(Arc::new(Self { marta, yusuf, visitor, own, leads, customers, stages, staff }))
    }
}

/// Measures all rows that are wanted.
pub async fn measure(
    arguments: &Arguments,
    ground: &Arc<Ground>,
    database: Database,
    table: &mut Table,
) -> Result<()> {
    let rows: Vec<(&str, &str, Step)> = vec![
        ("board, one request", "15 ms", reading::board(&ground.marta)),
        ("board of who sees 0.2 %", "25 ms", reading::board(&ground.yusuf)),
        ("board, filtered by source and day", "", reading::filtered_board(ground)),
        ("list of 50, filtered and sorted", "25 ms", reading::list(ground)),
        ("list of 50, by added fields", "25 ms", reading::own_list(ground)),
        ("list of 50, filtered by an added field, sorted by a name", "", reading::crossed_list(ground)),
        ("count under a filter", "", reading::count(ground)),
        ("pairs of possible duplicates, a page", "50 ms", reading::pairs(ground)),
        ("search as typed", "50 ms", reading::search(&ground.marta)),
        ("search of who sees 0.2 %", "50 ms", reading::search(&ground.yusuf)),
        ("open a lead with timeline", "10 ms", reading::lead(ground)),
        ("open a customer with timeline", "25 ms", reading::customer(ground)),
        ("move a card", "10 ms", writing::move_card(ground)),
        ("save a lead", "6 ms + one sync", writing::save(ground)),
    ];
    for (name, budget, step) in rows.into_iter().filter(|(name, ..)| arguments.wants(name)) {
        let one = load::run(1, arguments.calls, &step).await.with_context(|| name.to_owned())?;
        let many = load::run(16, arguments.calls * 2, &step).await.with_context(|| name.to_owned())?;
        table.set(name, budget, database, Cell::Load(one, many));
    }
    if arguments.wants("list as JSON, 16 connections") {
        let samples = load::run(16, arguments.calls * 20, &reading::plain_list(&ground.marta)).await?;
        table.set("list as JSON, 16 connections", "3,000/s", database, Cell::Rate(samples));
    }
    Ok(())
}

/// Memory while a hundred sessions have the board open and use it; says how many streams could be opened. The
/// sessions are shared out among the staff, for one person has a limit.
pub async fn live_sessions(
    ground: &Arc<Ground>,
    server: &Server,
    corpus: &Corpus,
) -> Result<(usize, Memory)> {
    const SESSIONS: usize = 100;
    const OF_ONE: usize = 10;
    let mut streams = Vec::new();
    for email in corpus.staff(&server.foyer)? {
        let Ok(token) = corpus.token(&server.foyer, &email) else { continue };
        let person = Api::new(&server.base, token)?;
        for _ in 0..OF_ONE.min(SESSIONS - streams.len()) {
            let stream = person.request(reqwest::Method::GET, "/events").send().await?;
            if stream.status().is_success() {
                streams.push(stream);
            }
        }
    }
    let using = load::run(16, 800, &reading::board(&ground.marta)).await;
    load::run(8, 100, &writing::move_card(ground)).await?;
    using?;
    tokio::time::sleep(Duration::from_millis(200)).await;
    Ok((streams.len(), server.memory()?))
}
