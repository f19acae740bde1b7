//! The command line. `foyer help` lists it; `docs/operating.md` tells when to use what.

mod arguments;
mod data;
mod demo;
mod inspect;
mod log;
mod people;

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use kernel::{Context, Foyer};

use crate::config::Config;
use crate::{Failure, Outcome, house, serve};
use arguments::{Arguments, Command};

/// Obeys the process's arguments.
#[allow(clippy::print_stderr)]
pub async fn main() -> ExitCode {
    match obey(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("foyer: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn obey(arguments: Arguments) -> Outcome<()> {
    // These are about the program and not about a company: they need no settings.
    match arguments.command {
        Command::Routes { json } => return inspect::routes(json),
        Command::Openapi => return inspect::openapi(),
        _ => {}
    }
    let config = Config::load(arguments.flags())?;
    log::begin(&config, matches!(arguments.command, Command::Serve { .. }));
    match arguments.command {
        Command::Serve { .. } => serve::run(config).await,
        Command::Migrate => data::migrate(&config).await,
        Command::Backup { to, passphrase } => data::backup(&config, &to, &passphrase).await,
        Command::Restore { from, passphrase } => data::restore(&config, &from, &passphrase).await,
        Command::Vault(vault) => data::vault(&config, vault).await,
        Command::User(user) => people::user(&config, user).await,
        Command::Token(token) => people::token(&config, token).await,
        Command::Import(import) => data::import(&config, import).await,
        Command::Demo { scale, seed } => demo::demo(config, scale, seed).await,
        Command::Routes { .. } | Command::Openapi => Ok(()),
    }
}

/// A Foyer for one command. Nothing serves and no job runs in it; a server on the same database does what it queues.
async fn open(config: &Config) -> Outcome<Arc<Foyer>> {
    let base_url = config.base_url.clone().unwrap_or_else(|| format!("http://{}", config.listen));
    house::open(config, base_url).await
}

/// An error of the product in words.
fn explain(foyer: &Foyer, error: &kernel::Error) -> Failure {
    let texts = foyer.texts(kernel::Language::En);
    let zone = &foyer.organisation().zone;
    match error {
        kernel::Error::Invalid(fields) => {
            let lines: Vec<String> = fields
                .iter()
                .map(|field| format!("{}: {}", field.field, texts.render(&field.problem, zone)))
                .collect();
            lines.join("\n").into()
        }
        other => texts.render(&other.text(), zone).into(),
    }
}

/// Does something as the house itself and closes the database.
async fn as_system<T, F: Future<Output = kernel::Result<T>>>(
    config: &Config,
    act: impl FnOnce(Context) -> F,
) -> Outcome<T> {
    let foyer = open(config).await?;
    let outcome = act(Context::system(&foyer)).await.map_err(|error| explain(&foyer, &error));
    foyer.db.close().await;
    outcome
}

/// Writes a line to standard output. A reader that has heard enough is no mistake.
fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
