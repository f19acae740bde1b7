//! The real program on a folder of its own.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use kernel::db::Q;
use kernel::{Context, Foyer};
use server::config::Config;

const PASSWORD: &str = "a quiet corner of the harbour";

/// A company with one administrator and a token of theirs.
pub struct Company {
    folder: PathBuf,
    url: Option<String>,
    pub token: String,
}

/// A server that runs.
pub struct Server {
    child: Child,
    pub url: String,
}

impl Company {
    pub async fn set_up(folder: &Path, url: Option<String>) -> Self {
        std::fs::write(folder.join("manifest.json"), "{}").unwrap();
        std::fs::write(folder.join("foyer.toml"), "[api]\nrate = 1000000\nburst = 1000000\n").unwrap();
        let mut company = Self { folder: folder.to_owned(), url, token: String::new() };
        let person =
            ["user", "add", "--email", "ada@example.com", "--name", "Ada", "--admin", "--password-stdin"];
        company.run(&person, PASSWORD);
        company.token =
            company.run(&["token", "create", "--staff", "ada@example.com", "--scope", "full"], "");
        company
    }

    fn foyer(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_foyer"));
        command.args(words).arg("--data-dir").arg(&self.folder).stdout(Stdio::piped());
        for name in ["DATABASE_URL", "FOYER_LISTEN", "FOYER_BASE_URL", "FOYER_CONFIG", "FOYER_DEMO"] {
            command.env_remove(name);
        }
        if let Some(url) = &self.url {
            command.env("DATABASE_URL", url);
        }
        command.env("FOYER_SITE", &self.folder).env("FOYER_LOG_LEVEL", "error");
        command
    }

    fn run(&self, words: &[&str], input: &str) -> String {
        let mut child = self.foyer(words).stdin(Stdio::piped()).spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{input}").unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{words:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Starts the server and waits until it says that it is ready.
    pub fn serve(&self) -> Server {
        let mut child = self.foyer(&["serve", "--listen", "127.0.0.1:0"]).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("Foyer is ready at ");
        let url = url.unwrap_or_else(|| panic!("said {line:?}")).to_owned();
        Server { child, url }
    }

    /// Lets the time pass after which the work of a server that is gone is taken up: on SQLite the next start does so.
    pub async fn let_leases_end(&self) {
        if self.url.is_some() {
            let end = async |cx: &Context| {
                cx.tx(|tx| async move {
                    Q::new("update job set leased_until = 0 where leased_until > 0").run(&tx).await
                })
                .await
                .unwrap()
            };
            self.look(end).await;
        }
    }

    /// The company as somebody sees it who looks at the database and the folder while no server runs.
    pub async fn open(&self) -> Arc<Foyer> {
        let config = Config { database_url: self.url.clone(), ..Config::in_folder(&self.folder) };
        server::house::open(&config, "http://127.0.0.1".into()).await.unwrap()
    }

    /// Does something with the database while no server runs.
    pub async fn look<T>(&self, look: impl AsyncFnOnce(&Context) -> T) -> T {
        let foyer = self.open().await;
        let seen = look(&Context::system(&foyer)).await;
        foyer.db.close().await;
        seen
    }
}

/// Begins to bring an empty database up to date and is killed after this time.
pub fn migrate_and_kill(folder: &Path, url: Option<&str>, after: std::time::Duration) {
    let company = Company { folder: folder.to_owned(), url: url.map(str::to_owned), token: String::new() };
    let mut child = company.foyer(&["migrate"]).spawn().unwrap();
    std::thread::sleep(after);
    // It may have been quicker.
    let _ = child.kill();
    child.wait().unwrap();
}

impl Server {
    /// Ends it at once, without a word of warning.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
