//! What becomes of jobs when the server stops.

use std::time::{Duration, Instant};

use kernel::db::Q;
use kernel::{Language, Mail, Text};
use server::config::{Config, Smtp, Tls};
use server::serve::Running;
use server::site::Site;
use tokio::net::TcpListener;

use crate::harness::Server;

/// A mail server that takes calls and says nothing: a job that talks to it runs for half a minute.
async fn silent() -> (TcpListener, Smtp) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let smtp = Smtp {
        host: "127.0.0.1".into(),
        port: Some(listener.local_addr().unwrap().port()),
        tls: Tls::None,
        user: None,
        password: None,
        from: "foyer@example.com".into(),
    };
    (listener, smtp)
}

async fn jobs(db: &kernel::db::Db) -> Vec<(i64, bool)> {
    let all = Q::new("select attempts, leased_until is not null from job where kind = 'mail.send'");
    all.all(db).await.unwrap()
}

#[tokio::test]
async fn a_job_that_outlives_the_server_is_done_at_the_next_start() {
    let (_listener, smtp) = silent().await;
    let server = Server::with(|config| config.smtp = Some(smtp)).await;
    let cx = &server.system();
    let mail = &Mail {
        to: "ada@example.com".into(),
        language: Language::En,
        subject: Text::new("error-not-found"),
        body: Vec::new(),
        path: None,
    };
    cx.tx(|tx| async move { cx.post(&tx, mail.clone()).await }).await.unwrap();
    while jobs(cx.db()).await != [(1, true)] {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let Server { running, config, folder: _folder } = server;
    let begun = Instant::now();
    running.stop().await;
    let took = begun.elapsed();
    assert!(took > Duration::from_secs(9) && took < Duration::from_secs(15), "{took:?}");
    let db = kernel::db::Db::open(&kernel::db::DbOptions::new(None, &config.data_dir)).await.unwrap();
    assert_eq!(jobs(&db).await, [(0, false)], "given back, as if it had not been begun");
    // Without a mail server it is done at once: the mail is kept.
    let again = Running::start(Config { smtp: None, ..config }, Site::empty()).await.unwrap();
    let begun = Instant::now();
    while !jobs(&db).await.is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(5), "it waits");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    again.stop().await;
}
