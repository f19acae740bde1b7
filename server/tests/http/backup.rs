use kernel::db::Q;
use kernel::{Mail, NewEvent, RecordKind, Text};
use server::backup;
use server::config::Config;
use server::serve::Running;
use server::site::Site;

use crate::harness::{Server, postgres_schema};
use crate::receiver::Receiver;

/// A company with a file, taken while it runs, comes back as it was and goes on counting.
async fn there_and_back(server: Server, fresh: Config) {
    let cx = &server.system();
    let mut upload = cx.foyer.files.begin(1_000).await.unwrap();
    upload.write("a contract".as_bytes()).await.unwrap();
    let stored = upload.finish().await.unwrap();
    let mail = &Mail {
        to: "zoë@example.com".into(),
        language: kernel::Language::Fr,
        subject: Text::new("error-busy"),
        body: vec![],
        path: None,
    };
    cx.tx(|tx| async move {
        cx.post(&tx, mail.clone()).await?;
        cx.record(&tx, NewEvent::new("lead.changed", RecordKind::Lead, 1)).await
    })
    .await
    .unwrap();
    let events =
        async |foyer: &kernel::Foyer| Q::new("select count(*) from event").number(&foyer.db).await.unwrap();
    let before = events(&cx.foyer).await;

    let archive = server.folder.path().join("backup.tgz");
    let moved = backup::make(&server.config, &archive).await.unwrap();
    assert_eq!(moved.files, 1);
    assert!(backup::make(&server.config, &archive).await.is_err(), "a backup is not written over");
    let refusal = backup::restore(&server.config, &archive).await.unwrap_err().to_string();
    assert!(refusal.contains("already"), "{refusal}");

    backup::restore(&fresh, &archive).await.unwrap();
    let running = Running::start(fresh, Site::empty()).await.unwrap();
    let copy = &running.house.foyer;
    assert_eq!(copy.files.read(&stored.key).await.unwrap(), b"a contract");
    assert_eq!(events(copy).await, before);
    let copy = &kernel::Context::system(copy);
    assert!(staff::store::find_by_email(copy, "ada@example.com").await.unwrap().is_some());
    copy.tx(|tx| async move { copy.record(&tx, NewEvent::new("lead.changed", RecordKind::Lead, 2)).await })
        .await
        .unwrap();
    assert_eq!(events(&copy.foyer).await, before + 1);
    running.stop().await;
}

#[tokio::test]
async fn a_company_on_sqlite_comes_back_from_its_backup() {
    let folder = tempfile::tempdir().unwrap();
    there_and_back(Server::set_up().await, Config::in_folder(&folder.path().join("new"))).await;
}

#[tokio::test]
async fn a_company_on_postgres_comes_back_from_its_backup() {
    let Some(server) = Server::set_up_on_postgres().await else { return };
    let folder = tempfile::tempdir().unwrap();
    let fresh =
        Config { database_url: postgres_schema().await, ..Config::in_folder(&folder.path().join("new")) };
    there_and_back(server, fresh).await;
}

/// What a webhook was not told yet when the backup was taken, and what happens afterwards, arrives from the copy.
async fn a_webhook_there_and_back(change: impl Fn(&mut Config), mut fresh: Config) {
    let allowed: Vec<_> = kernel::Network::parse("127.0.0.1").into_iter().collect();
    let (receiver, allow) = (Receiver::start().await, allowed.clone());
    let server = Server::with(|config| {
        change(config);
        config.outbound_allow = allow;
    });
    let (server, happen) = (server.await, async |cx: &kernel::Context, lead: i64| {
        let event = &NewEvent::new("lead.created", RecordKind::Lead, lead);
        cx.tx(|tx| async move { cx.record(&tx, event.clone()).await }).await.unwrap();
    });
    let cx = &server.system();
    happen(cx, 1).await;
    let kinds = vec!["lead.*".into()];
    let edit =
        webhooks::WebhookEdit { url: receiver.url.clone(), kinds, is_paused: true, ..Default::default() };
    let made = webhooks::store::create(cx, &edit).await.unwrap();
    happen(cx, 2).await;
    let archive = server.folder.path().join("backup.tgz");
    backup::make(&server.config, &archive).await.unwrap();
    backup::restore(&fresh, &archive).await.unwrap();
    fresh.outbound_allow = allowed;
    let running = Running::start(fresh, Site::empty()).await.unwrap();
    let copy = &kernel::Context::system(&running.house.foyer);
    happen(copy, 3).await;
    let on = webhooks::WebhookEdit { is_paused: false, ..edit };
    webhooks::store::update(copy, made.webhook.id, made.webhook.version, &on).await.unwrap();
    let mut told = Vec::new();
    while !told.contains(&3) {
        let received = receiver.until(told.len() + 1).await;
        told = received.iter().filter_map(|one| one.body["data"]["record"]["id"].as_i64()).collect();
    }
    assert!(told.ends_with(&[2, 3]), "{told:?}");
    running.stop().await;
}

#[tokio::test]
async fn a_webhook_on_sqlite_misses_nothing_when_a_backup_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    a_webhook_there_and_back(|_| {}, Config::in_folder(&folder.path().join("new"))).await;
}

#[tokio::test]
async fn a_webhook_on_postgres_misses_nothing_when_a_backup_comes_back() {
    let (Some(url), Some(new)) = (postgres_schema().await, postgres_schema().await) else { return };
    let folder = tempfile::tempdir().unwrap();
    let fresh = Config { database_url: Some(new), ..Config::in_folder(&folder.path().join("new")) };
    a_webhook_there_and_back(|config| config.database_url = Some(url.clone()), fresh).await;
}

#[tokio::test]
async fn what_is_no_backup_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let fresh = Config::in_folder(&folder.path().join("new"));
    let file = folder.path().join("holiday.jpg");
    std::fs::write(&file, b"\xFF\xD8\xFF\xE0 no archive").unwrap();
    assert!(
        backup::restore(&fresh, &file).await.unwrap_err().to_string().contains("cannot be read as a backup")
    );
    assert!(!fresh.data_dir.join("foyer.db").exists());
    let refusal = backup::make(&fresh, &folder.path().join("a.tgz")).await.unwrap_err().to_string();
    assert!(refusal.contains("there is no company"), "{refusal}");
}
