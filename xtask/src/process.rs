//! Runs other programs, and ends them when xtask is told to end.
use anyhow::{Context, Result, bail, ensure};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use std::{
    io::{BufRead, BufReader, IsTerminal, Read, Write},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
/// Whom to tell when xtask is told to end: a program, or a group of them as a negative number.
static RUNNING: Mutex<Vec<i32>> = Mutex::new(Vec::new());

/// Says in one line what happens next.
pub fn step(sentence: &str) {
    match std::io::stderr().is_terminal() {
        true => eprintln!("\x1b[1m==> {sentence}\x1b[0m"),
        false => eprintln!("==> {sentence}"),
    }
}

/// From now on Ctrl-C and SIGTERM end the programs that run and let xtask tidy up: nothing may be left behind.
pub fn listen() -> Result<()> {
    ctrlc::set_handler(|| {
        INTERRUPTED.store(true, Ordering::SeqCst);
        for id in running().iter() {
            let _ = kill(Pid::from_raw(*id), Signal::SIGTERM);
        }
    })
    .context("cannot listen for Ctrl-C")
}

/// Whether somebody asked xtask to end.
pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// Cargo, without the variables that `cargo run` set for xtask itself: build scripts that watch them would run again.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(crate::place::root());
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let own = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"];
        if own.iter().any(|prefix| text.starts_with(prefix)) {
            cargo.env_remove(&name);
        }
    }
    cargo
}

/// Takes this machine's folders out of what is built to be shipped: they are nobody's business, and bytes in the wasm.
///
/// # Errors
/// When the folder of Cargo's sources cannot be read.
pub fn without_own_paths(cargo: &mut Command) -> Result<()> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let sources = home.map(|home| home.join("registry/src")).filter(|sources| sources.is_dir());
    let mut folders = vec![crate::place::root().to_owned()];
    if let Some(sources) = sources {
        for entry in std::fs::read_dir(sources)? {
            folders.push(entry?.path());
        }
    }
    for folder in folders {
        let flag = format!("--remap-path-prefix={}/=", folder.display());
        cargo.args(["--config", &format!("build.rustflags=[{flag:?}]")]);
    }
    Ok(())
}

/// Runs a program to its end; fails when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = Running::start(command)?.wait()?;
    ensure!(!interrupted(), "stopped");
    ensure!(status, "`{}` failed", name(command));
    Ok(())
}

/// Runs a program and gives what it wrote to its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let mut running = Running::start(command.stdout(Stdio::piped()))?;
    let mut text = String::new();
    if let Some(mut stdout) = running.child.stdout.take() {
        stdout.read_to_string(&mut text)?;
    }
    ensure!(running.wait()?, "`{}` failed", name(command));
    Ok(text)
}

/// Runs a program, shows what it writes, and gives its lines without colours and whether it went well.
pub fn watch(command: &mut Command) -> Result<(Vec<String>, bool)> {
    // A test runner starts servers and browsers: told to end, all of them must, or the pipes never close.
    let mut running = Running::start_group(command.stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let (stdout, stderr) = (running.child.stdout.take(), running.child.stderr.take());
    let errors = thread::spawn(move || stderr.map(|pipe| copy(pipe, std::io::stderr())));
    let mut lines = stdout.map(|pipe| copy(pipe, std::io::stdout())).unwrap_or_default();
    lines.extend(errors.join().ok().flatten().unwrap_or_default());
    let succeeded = running.wait()?;
    if interrupted() {
        bail!("stopped");
    }
    Ok((lines, succeeded))
}

/// Whether a program is there and answers.
pub fn answers(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn copy(pipe: impl Read, mut to: impl Write) -> Vec<String> {
    let mut lines = Vec::new();
    for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
        // A closed terminal is no reason to lose the count.
        let _ = to.write_all(&line).and_then(|()| to.write_all(b"\n")).and_then(|()| to.flush());
        lines.push(without_colours(&String::from_utf8_lossy(&line)));
    }
    lines
}

/// Removes the escape sequences that colour a terminal.
pub fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            '\x1b' => drop(characters.by_ref().find(char::is_ascii_alphabetic)),
            '\r' => {}
            other => plain.push(other),
        }
    }
    plain
}

/// A program that runs; it is ended when this value goes away.
pub struct Running {
    /// The program.
    pub child: Child,
    target: i32,
}

impl Running {
    /// Starts a program without standard input.
    pub fn start(command: &mut Command) -> Result<Self> {
        Self::spawn(command, 1)
    }

    /// Starts a program that gets all that it starts itself ended together with it.
    pub fn start_group(command: &mut Command) -> Result<Self> {
        Self::spawn(command.process_group(0), -1)
    }

    fn spawn(command: &mut Command, sign: i32) -> Result<Self> {
        ensure!(!interrupted(), "stopped");
        let child = command.stdin(Stdio::null()).spawn();
        let child = child.with_context(|| format!("cannot start `{}`", name(command)))?;
        let target = sign * i32::try_from(child.id())?;
        running().push(target);
        Ok(Self { child, target })
    }

    /// Waits for its end and says whether it went well.
    pub fn wait(&mut self) -> Result<bool> {
        let status = self.child.wait()?;
        self.forget();
        Ok(status.success())
    }

    /// Asks it to end with a signal and waits.
    pub fn stop(&mut self, how: Signal) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = kill(Pid::from_raw(self.target), how);
            let _ = self.child.wait();
        }
        self.forget();
    }

    fn forget(&self) {
        running().retain(|target| *target != self.target);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop(Signal::SIGTERM);
    }
}

fn running() -> std::sync::MutexGuard<'static, Vec<i32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_removed_and_words_stay() {
        assert_eq!(
            without_colours("\x1b[32;1m     Summary\x1b[0m [ 1s] \x1b[1m3\x1b[0m passed\r"),
            "     Summary [ 1s] 3 passed"
        );
    }
}
