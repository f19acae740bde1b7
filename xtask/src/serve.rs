//! `cargo xtask run`: the whole product with a demo company.
use crate::{
    binary, machine,
    place::{self, Options, Profile},
    process::{self, Running, step},
};
use anyhow::{Result, ensure};
use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Duration,
};

/// Builds, makes the demo company if there is none, and serves until it is stopped.
pub fn run(profile: Profile, arguments: &[String]) -> Result<()> {
    let foyer = binary::build_all(profile)?;
    ensure_demo(&foyer)?;
    let address = Options::read()?.address;
    let mut server = start(&foyer, arguments)?;
    step(&format!("Foyer is at http://{address} (Ctrl-C ends it)"));
    let chosen_here = !arguments.iter().any(|word| word.starts_with("--listen"));
    if chosen_here {
        thread::spawn(move || open_browser(&address));
    }
    let ended_well = server.wait()?;
    ensure!(ended_well || process::interrupted(), "the server ended with an error");
    Ok(())
}

/// Makes `data/demo`, once: a company of the tour's size, the same one everywhere.
pub fn ensure_demo(foyer: &Path) -> Result<()> {
    let folder = demo_folder();
    if folder.exists() {
        return Ok(());
    }
    step("Making a demo company in data/demo (once)");
    // Under another name until it is whole: an interrupted start must not leave half a company.
    let unfinished = folder.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    fs::create_dir_all(&unfinished)?;
    let mut demo = Command::new(foyer);
    demo.args(["demo", "--scale", "tour", "--seed", "1", "--data-dir"]).arg(&unfinished);
    process::run(demo.current_dir(place::root()))?;
    Ok(fs::rename(unfinished, folder)?)
}

/// Starts `foyer serve` on the demo company.
pub fn start(foyer: &Path, arguments: &[String]) -> Result<Running> {
    let mut server = Command::new(foyer);
    server.args(["serve", "--demo", "--data-dir"]).arg(demo_folder());
    if !arguments.iter().any(|word| word.starts_with("--listen")) {
        server.args(["--listen", &Options::read()?.address]);
    }
    Running::start(server.args(arguments).current_dir(place::root()))
}

fn demo_folder() -> PathBuf {
    place::root().join("data/demo")
}

/// Opens the page as soon as the server answers, where there is a screen to open it on.
fn open_browser(address: &str) {
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if !has_screen || std::env::var_os("CI").is_some() || machine::in_path("xdg-open").is_none() {
        return;
    }
    for _ in 0..100 {
        if TcpStream::connect(address).is_ok() {
            process::answers("xdg-open", &[&format!("http://{address}")]);
            return;
        }
        thread::sleep(Duration::from_millis(100));
    }
}
