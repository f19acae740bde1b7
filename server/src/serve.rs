//! The running server: from an open port to an orderly end.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

use crate::Outcome;
use crate::config::Config;
use crate::house::{self, House};
use crate::organisation;
use crate::router;
use crate::site::Site;

/// How long requests may go on after the process was asked to stop.
const GRACE: Duration = Duration::from_secs(10);
/// How long jobs may: as long as requests, and then they are given back to the queue.
const GRACE_OF_JOBS: Duration = Duration::from_secs(13);
/// Jobs that run at the same time.
const WORKERS: usize = 2;

/// A server that listens.
pub struct Running {
    /// The house it serves.
    pub house: House,
    /// Where it listens.
    pub address: SocketAddr,
    server: JoinHandle<std::io::Result<()>>,
    jobs: JoinHandle<()>,
    background: JoinSet<()>,
}

impl Running {
    /// Opens the port, then the database, and begins to serve.
    ///
    /// # Errors
    /// When the port is taken or the house cannot be opened.
    pub async fn start(config: Config, site: Site) -> Outcome<Self> {
        let listener = TcpListener::bind(&config.listen)
            .await
            .map_err(|error| format!("cannot listen on {}: {error}", config.listen))?;
        let address = listener.local_addr()?;
        let base_url = config.base_url.clone().unwrap_or_else(|| local_url(address));
        let foyer = house::open(&config, base_url).await?;
        let house = House::new(foyer.clone(), Arc::new(site), Arc::new(config));
        let app = router::router(house.clone()).into_make_service_with_connect_info::<SocketAddr>();
        // Events and small answers must not wait for more data to fill a packet.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let stop = foyer.stop.clone();
        let asked = async move { stop.asked().await };
        let server =
            tokio::spawn(async move { axum::serve(listener, app).with_graceful_shutdown(asked).await });
        let jobs = tokio::spawn(kernel::jobs::run(foyer, WORKERS));
        Ok(Self { background: background(&house), house, address, server, jobs })
    }

    /// The address for a person's browser.
    pub fn url(&self) -> String {
        local_url(self.address)
    }

    /// Ends streams at once, begins no further job, lets requests and jobs finish for ten seconds, gives back the jobs
    /// that did not, and closes the database.
    pub async fn stop(mut self) {
        self.house.foyer.stop.ask();
        let served = tokio::time::timeout(GRACE, &mut self.server);
        let worked = tokio::time::timeout(GRACE_OF_JOBS, &mut self.jobs);
        let (served, worked) = tokio::join!(served, worked);
        if served.is_err() {
            tracing::warn!("some requests took longer than {GRACE:?} and were broken off");
            self.server.abort();
        }
        if worked.is_err() {
            tracing::warn!("a job could not be given back; it is taken up again when its lease ends");
            self.jobs.abort();
        }
        self.background.shutdown().await;
        // A reader that hangs must not keep the process; the database bears being left.
        let _ = tokio::time::timeout(Duration::from_secs(5), self.house.foyer.db.close()).await;
    }
}

/// Serves until the process is told to stop. One line on standard output says where.
///
/// # Errors
/// As [`Running::start`].
#[allow(clippy::print_stdout)]
pub async fn run(config: Config) -> Outcome<()> {
    let site = Site::load()?;
    let asked = asked_to_stop()?;
    let running = Running::start(config, site).await?;
    println!("Foyer is ready at {}", running.url());
    tracing::info!(address = %running.address, base_url = running.house.foyer.base_url, "ready");
    asked.await;
    tracing::info!("stopping");
    running.stop().await;
    Ok(())
}

fn background(house: &House) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    let (feed, db) = (house.foyer.clone(), house.foyer.db.clone());
    tasks.spawn(async move { feed.feed.follow(db).await });
    let here = house.foyer.clone();
    tasks.spawn(async move { here.whereabouts.keep(&here.db, &here.clock).await });
    tasks.spawn(organisation::follow(house.foyer.clone()));
    tasks.spawn(webhooks::run(house.foyer.clone()));
    tasks
}

/// Every address of the machine is none that a browser could open.
fn local_url(address: SocketAddr) -> String {
    match address.ip().is_unspecified() {
        true => format!("http://127.0.0.1:{}", address.port()),
        false => format!("http://{address}"),
    }
}

#[cfg(unix)]
fn asked_to_stop() -> Outcome<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn asked_to_stop() -> Outcome<impl Future<Output = ()>> {
    Ok(async { drop(tokio::signal::ctrl_c().await) })
}
