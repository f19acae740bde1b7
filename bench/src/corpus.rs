//! The company that is measured: made once for each program and corpus, copied for each run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Instant, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tempfile::TempDir;

use crate::{Arguments, Database};

/// A company in a folder of its own and, on PostgreSQL, a database of its own.
pub struct Corpus {
    folder: TempDir,
    url: Option<String>,
    /// How long it took to make, if it was made just now.
    pub seconds: Option<f64>,
}

impl Corpus {
    /// Makes the corpus, or copies the one that was made before.
    pub async fn make(arguments: &Arguments, scale: &str, database: Database) -> Result<Self> {
        eprintln!("{} {scale}", database.name());
        let folder = tempfile::Builder::new().prefix("foyer-bench-").tempdir_in(place()?)?;
        match database {
            Database::Sqlite => {
                let (kept, seconds) = kept(&arguments.foyer, scale)?;
                copy(&kept, folder.path())?;
                Ok(Self { folder, url: None, seconds })
            }
            Database::Postgres => {
                let server = arguments.postgres.as_deref().context("no PostgreSQL")?;
                let url = fresh_database(server, &format!("foyer_bench_{scale}")).await?;
                let corpus = Self { folder, url: Some(url), seconds: None };
                let seconds = make(&mut corpus.command(&arguments.foyer), scale)?;
                Ok(Self { seconds: Some(seconds), ..corpus })
            }
        }
    }

    /// The program, pointed at this company.
    pub fn command(&self, foyer: &Path) -> Command {
        let mut command = Command::new(foyer);
        command.arg("--data-dir").arg(self.folder.path()).stdin(Stdio::null()).env_remove("DATABASE_URL");
        if let Some(url) = &self.url {
            command.env("DATABASE_URL", url);
        }
        command
    }

    /// The e-mail addresses of the staff.
    pub fn staff(&self, foyer: &Path) -> Result<Vec<String>> {
        let output = self.command(foyer).args(["user", "list", "--json"]).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let people: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout)?;
        Ok(people.iter().filter_map(|person| Some(person["email"].as_str()?.to_owned())).collect())
    }

    /// A token of one more administrator.
    pub fn administrator(&self, foyer: &Path, number: usize) -> Result<String> {
        let email = format!("bench-{number}@foyer.example");
        let adds = ["user", "add", "--admin", "--name", "Bench", "--email", &email];
        let output = self.command(foyer).args(adds).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        self.token(foyer, &email)
    }

    /// A token of this member of staff.
    pub fn token(&self, foyer: &Path, email: &str) -> Result<String> {
        let output =
            self.command(foyer).args(["token", "create", "--scope", "full", "--staff", email]).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }
}

/// The folder of all that is kept between runs.
fn place() -> Result<PathBuf> {
    let place = PathBuf::from("target/bench");
    std::fs::create_dir_all(&place)?;
    Ok(place)
}

/// The SQLite company of this scale as this very program makes it.
fn kept(foyer: &Path, scale: &str) -> Result<(PathBuf, Option<f64>)> {
    let about = foyer.metadata()?;
    let age = about.modified()?.duration_since(UNIX_EPOCH)?.as_secs();
    let kept = place()?.join(format!("{scale}-{:x}-{age:x}", about.len()));
    if kept.is_dir() {
        return Ok((kept, None));
    }
    let unfinished = kept.with_extension("unfinished");
    if unfinished.is_dir() {
        std::fs::remove_dir_all(&unfinished)?;
    }
    let mut command = Command::new(foyer);
    command.arg("--data-dir").arg(&unfinished).stdin(Stdio::null()).env_remove("DATABASE_URL");
    let seconds = make(&mut command, scale)?;
    std::fs::rename(unfinished, &kept)?;
    Ok((kept, Some(seconds)))
}

fn make(command: &mut Command, scale: &str) -> Result<f64> {
    let began = Instant::now();
    let output = command.args(["demo", "--scale", scale, "--seed", "1"]).output()?;
    ensure!(output.status.success(), "foyer demo: {}", String::from_utf8_lossy(&output.stderr));
    Ok(began.elapsed().as_secs_f64())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

async fn fresh_database(server: &str, name: &str) -> Result<String> {
    let mut connection = PgConnection::connect(server).await?;
    for statement in
        [format!("drop database if exists {name} with (force)"), format!("create database {name}")]
    {
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await?;
    }
    connection.close().await?;
    let (bare, query) = server.split_once('?').map_or((server, None), |(bare, query)| (bare, Some(query)));
    let (host, _) = bare.rsplit_once('/').context("the address of PostgreSQL names no database")?;
    Ok(match query {
        Some(query) => format!("{host}/{name}?{query}"),
        None => format!("{host}/{name}"),
    })
}
