//! Measures the budgets against a real server over loopback, on SQLite and PostgreSQL in one sitting.
//!
//! `cargo xtask bench` builds an optimised server, starts a PostgreSQL and runs this. Figures are reported, never asserted:
//! machines differ and are shared.
// A benchmark reads the machine's own clock; nothing here is a rule of the business.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

mod api;
mod browser;
mod bulk;
mod corpus;
mod import;
mod live;
mod load;
mod machine;
mod rows;
mod server;
mod size;
mod table;
mod visitor;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::{Parser, ValueEnum};

use corpus::Corpus;
use server::Server;
use table::{Cell, Table};

/// Measures the budgets
#[derive(Parser)]
struct Arguments {
    /// The corpora
    #[arg(long, value_delimiter = ',', default_value = "team,large")]
    scale: Vec<String>,
    /// The databases
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres")]
    database: Vec<Database>,
    /// Only rows whose name contains one of these words: board,move,import,start,...
    #[arg(long, value_delimiter = ',')]
    rows: Vec<String>,
    /// Calls of each row and number of clients, at most
    #[arg(long, default_value_t = 400)]
    calls: usize,
    /// How many rows the imported files have
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    import: Vec<usize>,
    /// Leave out what a browser shows
    #[arg(long)]
    no_browser: bool,
    /// Put the table into README.md
    #[arg(long)]
    write: bool,
    /// The program to measure
    #[arg(long, env = "FOYER_BIN", default_value = "target/release/foyer")]
    foyer: PathBuf,
    /// A PostgreSQL whose user may create databases
    #[arg(long, env = "FOYER_BENCH_POSTGRES_URL")]
    postgres: Option<String>,
    /// The assets of the release
    #[arg(long, env = "FOYER_BENCH_SITE", default_value = "target/site-release")]
    site: PathBuf,
}

/// Where a company is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Database {
    /// The embedded one.
    Sqlite,
    /// A server.
    Postgres,
}

impl Database {
    fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

impl Arguments {
    /// Whether a row of this name is wanted.
    pub fn wants(&self, row: &str) -> bool {
        self.rows.is_empty() || self.rows.iter().any(|word| row.contains(word.as_str()))
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    ensure!(arguments.foyer.is_file(), "there is no program {}", arguments.foyer.display());
    let databases: Vec<Database> = match arguments.postgres {
        Some(_) => arguments.database.clone(),
        None => arguments.database.iter().copied().filter(|database| *database == Database::Sqlite).collect(),
    };
    let mut report = machine::heading(&arguments.foyer);
    for scale in &arguments.scale {
        let mut table = Table::new(scale, &databases);
        for database in &databases {
            measure(&arguments, scale, *database, &mut table).await?;
        }
        report.push_str(&table.markdown());
    }
    if arguments.wants("size") {
        report.push_str(&size::markdown(&arguments.foyer, &arguments.site)?);
    }
    if !arguments.no_browser && arguments.wants("browser") {
        report.push_str(&browser::markdown(&arguments).await?);
    }
    println!("{report}");
    if arguments.write { table::write(&report) } else { Ok(()) }
}

/// Measures one corpus on one database: start, idle, rows, memory, import.
async fn measure(arguments: &Arguments, scale: &str, database: Database, table: &mut Table) -> Result<()> {
    let corpus = Corpus::make(arguments, scale, database).await?;
    if let Some(seconds) = corpus.seconds {
        table.set("corpus made", "", database, Cell::Seconds(seconds));
    }
    let server = Server::start(&arguments.foyer, &corpus).await?;
    if arguments.wants("start to first answer") {
        table.set("start to first answer", "300 ms", database, Cell::Millis(server.started_in));
    }
    if arguments.wants("memory") {
        table.set("memory idle: all / own", "60 MB (tour)", database, Cell::Memory(server.memory()?));
    }
    let ground = rows::Ground::find(&server, &corpus).await?;
    rows::measure(arguments, &ground, database, table).await?;
    if arguments.wants("events") {
        let samples = live::run(&ground, &server, &corpus, database).await?;
        table.set("events: a move is seen by 100 browsers", "300 ms", database, Cell::Times(samples));
    }
    if arguments.wants("memory") {
        let (streams, memory) = rows::live_sessions(&ground, &server, &corpus).await?;
        eprintln!("  {streams} live event streams");
        table.set(
            "memory under load, 100 live sessions: all / own",
            "150 MB",
            database,
            Cell::Memory(memory),
        );
    }
    if arguments.wants("all leads") {
        bulk::change(&ground, database, table).await?;
        bulk::export(&ground, &server, database, table).await?;
    }
    if arguments.wants("import") {
        for rows in &arguments.import {
            let colleague = rows::reading::board(&ground.marta);
            let (run, meanwhile) =
                bulk::watched(colleague, async || import::run(&ground, &server, *rows).await).await?;
            let (name, budget) =
                (format!("import of {rows} rows"), if *rows == 100_000 { "30 s, +100 MB" } else { "" });
            table.set(&name, budget, database, Cell::Import(run));
            if Some(rows) == arguments.import.last() {
                table.set(
                    "board of a colleague during that import",
                    "2 x p95",
                    database,
                    Cell::Times(meanwhile),
                );
            }
        }
    }
    server.stop().await
}
