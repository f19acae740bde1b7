//! The program itself: what it prints, how it ends, and what is left when it is killed.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use reqwest::StatusCode;

const PASSWORD: &str = "a quiet corner of the harbour";

fn foyer(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foyer"));
    command.args(words).arg("--data-dir").arg(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    for name in ["DATABASE_URL", "FOYER_LISTEN", "FOYER_BASE_URL", "FOYER_CONFIG", "FOYER_DEMO"] {
        command.env_remove(name);
    }
    command
}

fn run(folder: &Path, words: &[&str], input: &str) -> Output {
    let mut child = foyer(folder, words).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A folder with a site that is enough to start.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("manifest.json"), "{}").unwrap();
    folder
}

/// Starts the server and gives the address that it prints.
fn serve(folder: &Path, site: &Path) -> (Child, BufReader<std::process::ChildStdout>, String) {
    let mut command = foyer(folder, &["serve", "--listen", "127.0.0.1:0"]);
    let mut child = command.env("FOYER_SITE", site).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    lines.read_line(&mut line).unwrap();
    let url =
        line.trim().strip_prefix("Foyer is ready at ").unwrap_or_else(|| panic!("said {line:?}")).to_owned();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    (child, lines, url)
}

fn end(child: &mut Child, signal: &str) {
    let id = child.id().to_string();
    assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
}

#[tokio::test]
async fn it_says_one_line_answers_and_ends_in_order() {
    let (folder, site) = (tempfile::tempdir().unwrap(), site());
    let data = folder.path().join("data");
    let (mut child, mut lines, url) = serve(&data, site.path());
    assert_eq!(reqwest::get(format!("{url}/readyz")).await.unwrap().status(), StatusCode::OK);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&data), mode(&data.join("foyer.db"))), (0o700, 0o600));
    let begun = Instant::now();
    end(&mut child, "-TERM");
    assert!(child.wait().unwrap().success());
    assert!(begun.elapsed() < Duration::from_secs(10));
    let mut rest = String::new();
    lines.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn people_and_tokens_are_made_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let add = ["user", "add", "--email", "ada@example.com", "--name", "Ada", "--admin", "--password-stdin"];
    said(&run(folder.path(), &add, &format!("{PASSWORD}\n")));
    assert!(!run(folder.path(), &add, &format!("{PASSWORD}\n")).status.success(), "nobody is there twice");
    let list: serde_json::Value =
        serde_json::from_str(&said(&run(folder.path(), &["user", "list", "--json"], ""))).unwrap();
    assert_eq!(
        (list[0]["email"].as_str(), list[0]["is_admin"].as_bool()),
        (Some("ada@example.com"), Some(true))
    );
    let token =
        said(&run(folder.path(), &["token", "create", "--staff", "ada@example.com", "--scope", "full"], ""));
    assert_eq!(token.lines().count(), 1);
    assert!(token.trim().len() >= 43 && !token.trim().contains(' '), "{token}");
    let unknown =
        run(folder.path(), &["token", "create", "--staff", "bob@example.com", "--scope", "full"], "");
    assert!(!unknown.status.success() && unknown.stdout.is_empty());
}

#[test]
fn a_mistake_in_the_settings_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("foyer.toml"), "lisen = \"127.0.0.1:1\"\n").unwrap();
    let output = run(folder.path(), &["serve"], "");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && told.contains("lisen") && told.contains("foyer.toml"), "{told}");
    assert!(!folder.path().join("foyer.db").exists());
}

#[test]
fn addresses_are_listed_as_json() {
    let output = Command::new(env!("CARGO_BIN_EXE_foyer")).args(["routes", "--json"]).output().unwrap();
    let list: Vec<serde_json::Value> = serde_json::from_str(&said(&output)).unwrap();
    let sign_in = list.iter().find(|route| route["path"] == "/sign-in" && route["method"] == "POST").unwrap();
    assert_eq!((sign_in["access"].as_str(), sign_in["permission"].as_str()), (Some("everybody"), Some("-")));
}

/// What was answered is there after a kill, at whatever moment it comes.
#[tokio::test]
async fn a_kill_loses_nothing_that_was_answered() {
    let (folder, site) = (tempfile::tempdir().unwrap(), site());
    let mut answered: Vec<String> = Vec::new();
    for round in 0..3 {
        let (mut child, _, url) = serve(folder.path(), site.path());
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        // Each try to sign in is a row that is written before the answer.
        for number in 0..5 + round {
            let email = format!("person{round}-{number}@example.com");
            let form = [("email", email.as_str()), ("password", "wrong")];
            let answer = client
                .post(format!("{url}/sign-in"))
                .header("sec-fetch-site", "same-origin")
                .form(&form)
                .send()
                .await;
            if answer.is_ok() {
                answered.push(email);
            }
        }
        end(&mut child, "-KILL");
        child.wait().unwrap();
    }
    let db = kernel::db::Db::open(&kernel::db::DbOptions::new(None, folder.path())).await.unwrap();
    for email in &answered {
        let bucket = format!("sign-in:{}", kernel::entropy::digest(email));
        let rows = kernel::db::Q::new("select count(*) from attempt where bucket = ?")
            .bind(bucket)
            .number(&db)
            .await;
        assert_eq!(rows.unwrap(), 1, "{email}");
    }
    let (whole,): (String,) = kernel::db::Q::new("pragma integrity_check").one(&db).await.unwrap();
    assert_eq!(whole, "ok");
}

/// A job that was running when the server was killed is done as soon as there is a server again: the file has one.
#[tokio::test]
async fn a_job_that_a_killed_server_held_is_done_at_the_next_start() {
    let (folder, site) = (tempfile::tempdir().unwrap(), site());
    let (mut child, ..) = serve(folder.path(), site.path());
    end(&mut child, "-KILL");
    child.wait().unwrap();
    let db = kernel::db::Db::open(&kernel::db::DbOptions::new(None, folder.path())).await.unwrap();
    let now = kernel::Clock::System.now();
    db.tx(|tx| async move {
        kernel::db::Q::new("insert into job (kind, payload, run_at, leased_until, attempts, created_at)")
            .push("values ('staff.password_asked', '{}', ?, ?, 1, ?)")
            .bind(now)
            .bind(now.plus(10 * kernel::Instant::MINUTE))
            .bind(now)
            .run(&tx)
            .await
    })
    .await
    .unwrap();
    let (mut child, ..) = serve(folder.path(), site.path());
    let begun = Instant::now();
    let left = kernel::db::Q::new("select count(*) from job where kind = 'staff.password_asked'");
    while left.clone().number(&db).await.unwrap() > 0 {
        assert!(begun.elapsed() < Duration::from_secs(10), "it waits for its lease");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    end(&mut child, "-TERM");
    assert!(child.wait().unwrap().success());
}
