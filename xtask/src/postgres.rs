//! A PostgreSQL of the tests' own: made in a folder of its own, gone when they end, however they end.
use crate::{
    machine,
    process::{self, Running, step},
};
use anyhow::{Context, Result, bail};
use nix::sys::signal::Signal;
use std::{
    fs::File,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// The account that owns the database when xtask runs as root: PostgreSQL refuses to run as root.
const ACCOUNT: &str = "postgres";
/// A start that takes longer than this has failed.
const PATIENCE: Duration = Duration::from_secs(60);
/// Durability is worth nothing to a database that lives for one test run; speed is.
const SETTINGS: [&str; 8] = [
    "listen_addresses=127.0.0.1",
    "fsync=off",
    // The tables of a test are small: starting workers for them takes longer than the work.
    "max_parallel_workers_per_gather=0",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
    "shared_buffers=128MB",
    "autovacuum_naptime=10min",
];
/// For figures that mean something to an operator: durable, with the memory that a small server would give it.
const MEASURING: [&str; 4] =
    ["listen_addresses=127.0.0.1", "max_connections=100", "shared_buffers=512MB", "max_wal_size=4GB"];

/// A running PostgreSQL; dropped, it is stopped and its folder removed.
pub struct Postgres {
    server: Running,
    port: u16,
    password: String,
    folder: TempDir,
}

impl Postgres {
    /// Makes a database cluster in a temporary folder and starts it on a free port of the loopback address.
    pub fn start() -> Result<Self> {
        Self::start_with("Starting a PostgreSQL for the tests", &SETTINGS)
    }

    /// The same one, durable as in earnest, for measuring.
    pub fn start_durable() -> Result<Self> {
        Self::start_with("Starting a PostgreSQL to measure", &MEASURING)
    }

    fn start_with(sentence: &str, settings: &[&str]) -> Result<Self> {
        let programs = machine::ensure_postgres()?;
        step(sentence);
        let folder = tempfile::Builder::new().prefix("foyer-postgres-").tempdir()?;
        let password = random_word();
        initialise(&programs, folder.path(), &password)?;
        let port = free_port()?;
        let server = launch(&programs, folder.path(), port, settings)?;
        let mut postgres = Self { server, port, password, folder };
        postgres.wait_until_ready(&programs)?;
        Ok(postgres)
    }

    /// The address for `FOYER_TEST_POSTGRES_URL`: its user may create databases.
    pub fn url(&self) -> String {
        format!("postgres://foyer:{}@127.0.0.1:{}/postgres", self.password, self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Result<()> {
        let started = Instant::now();
        let port = self.port.to_string();
        let ready = programs.join("pg_isready");
        while started.elapsed() < PATIENCE && !process::interrupted() {
            if process::answers(&ready.to_string_lossy(), &["-h", "127.0.0.1", "-p", &port, "-q"]) {
                return Ok(());
            }
            if self.server.child.try_wait()?.is_some() {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        let log = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        bail!("PostgreSQL did not start:\n{log}")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients that forgot to leave.
        self.server.stop(Signal::SIGINT);
    }
}

fn initialise(programs: &Path, folder: &Path, password: &str) -> Result<()> {
    std::fs::write(folder.join("password"), password)?;
    if machine::is_root() {
        if !process::answers("id", &["-u", ACCOUNT]) {
            process::run(Command::new("useradd").args(["--system", "--no-create-home", ACCOUNT]))?;
        }
        process::run(Command::new("chown").args(["-R", &format!("{ACCOUNT}:")]).arg(folder))?;
    }
    let mut initdb = unprivileged(&programs.join("initdb"));
    initdb.arg("--pgdata").arg(folder.join("data")).arg("--pwfile").arg(folder.join("password"));
    initdb.args([
        "--username=foyer",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]);
    process::run(initdb.current_dir(folder).stdout(Stdio::null()))
        .context("cannot make a PostgreSQL database")
}

fn launch(programs: &Path, folder: &Path, port: u16, settings: &[&str]) -> Result<Running> {
    let log = File::create(folder.join("log"))?;
    let mut server = unprivileged(&programs.join("postgres"));
    server.arg("-D").arg(folder.join("data")).args(["-p", &port.to_string()]);
    server.arg("-c").arg(format!("unix_socket_directories={}", folder.display()));
    for setting in settings {
        server.args(["-c", setting]);
    }
    server.current_dir(folder).stdout(log.try_clone()?).stderr(log);
    Running::start(&mut server)
}

/// Runs as an ordinary account, and ends with xtask even when xtask is killed.
fn unprivileged(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]);
    if machine::is_root() {
        command.args(["--reuid", ACCOUNT, "--regid", ACCOUNT, "--init-groups"]);
    }
    command.arg(program);
    command
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Other accounts of this machine can reach the port: a password keeps them out.
fn random_word() -> String {
    use std::hash::{BuildHasher, RandomState};
    format!("{:016x}{:016x}", RandomState::new().hash_one(1), RandomState::new().hash_one(2))
}
