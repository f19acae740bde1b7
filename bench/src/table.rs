//! The report: one table for each corpus, the databases side by side.

use std::time::Duration;

use anyhow::{Context, Result};

use crate::Database;
use crate::import::Run;
use crate::load::Samples;
use crate::server::Memory;

/// A figure.
pub enum Cell {
    /// For one client and for sixteen.
    Load(Samples, Samples),
    /// How long something took.
    Times(Samples),
    /// Calls for each second.
    Rate(Samples),
    /// One duration.
    Millis(Duration),
    /// A long one.
    Seconds(f64),
    /// Of the process.
    Memory(Memory),
    /// Of a file.
    Import(Run),
}

impl Cell {
    fn text(&self) -> String {
        let times = |samples: &Samples| format!("{:.1} / {:.1}", samples.within(0.5), samples.within(0.95));
        match self {
            Self::Load(one, many) => format!("{} · {}", times(one), times(many)),
            Self::Times(samples) => times(samples),
            Self::Rate(samples) => format!("{:.0}/s", samples.rate()),
            Self::Millis(took) => format!("{:.0} ms", took.as_secs_f64() * 1000.0),
            Self::Seconds(seconds) => format!("{seconds:.1} s"),
            Self::Memory(memory) => format!("{:.0} / {:.0} MB", memory.all, memory.own),
            Self::Import(run) => format!("{:.1} s, +{:.0} MB", run.seconds, run.megabytes),
        }
    }
}

struct Row {
    name: String,
    budget: String,
    cells: Vec<String>,
}

/// The table of a corpus.
pub struct Table {
    scale: String,
    databases: Vec<Database>,
    rows: Vec<Row>,
}

impl Table {
    /// An empty one.
    pub fn new(scale: &str, databases: &[Database]) -> Self {
        Self { scale: scale.to_owned(), databases: databases.to_vec(), rows: Vec::new() }
    }

    /// Fills a cell in, and says so: a long run shows how far it is.
    pub fn set(&mut self, name: &str, budget: &str, database: Database, cell: Cell) {
        let text = cell.text();
        eprintln!("  {name}: {text}");
        let empty = vec![String::new(); self.databases.len()];
        let place = self.rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
            self.rows.push(Row { name: name.to_owned(), budget: budget.to_owned(), cells: empty });
            self.rows.len() - 1
        });
        if let Some(column) = self.databases.iter().position(|other| *other == database) {
            self.rows[place].cells[column] = text;
        }
    }

    /// As Markdown, with a heading.
    pub fn markdown(&self) -> String {
        let names: Vec<_> = self.databases.iter().map(|database| database.name()).collect();
        let rule = "|---".repeat(names.len());
        let mut text = format!(
            "| corpus `{}` | budget (p95, `large`) | {} |\n|---|---{rule}|\n",
            self.scale,
            names.join(" | ")
        );
        for row in &self.rows {
            text.push_str(&format!("| {} | {} | {} |\n", row.name, row.budget, row.cells.join(" | ")));
        }
        text + "\n"
    }
}

const BEGIN: &str = "<!-- bench:begin -->";
const END: &str = "<!-- bench:end -->";

/// Puts the report between its marks in README.md.
pub fn write(report: &str) -> Result<()> {
    let readme = std::fs::read_to_string("README.md")?;
    let (before, rest) = readme.split_once(BEGIN).context("README.md has no place for the table")?;
    let (_, after) = rest.split_once(END).context("README.md has no end of the table")?;
    Ok(std::fs::write("README.md", format!("{before}{BEGIN}\n{}\n{END}{after}", report.trim_end()))?)
}
