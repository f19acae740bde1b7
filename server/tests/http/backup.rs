use kernel::db::Q;
use kernel::{Capabilities, Context, KEY_FILE, Mail, NewEvent, RecordKind, RecordRef, Text, VaultEntryId};
use server::backup::{self, Passphrase, VaultKey};
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
    let moved = backup::make(&server.config, &archive, None).await.unwrap();
    assert_eq!(moved.files, 1);
    assert!(backup::make(&server.config, &archive, None).await.is_err(), "a backup is not written over");
    let refusal = backup::restore(&server.config, &archive, None).await.unwrap_err().to_string();
    assert!(refusal.contains("already"), "{refusal}");

    backup::restore(&fresh, &archive, None).await.unwrap();
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
    backup::make(&server.config, &archive, None).await.unwrap();
    backup::restore(&fresh, &archive, None).await.unwrap();
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
        backup::restore(&fresh, &file, None)
            .await
            .unwrap_err()
            .to_string()
            .contains("cannot be read as a backup")
    );
    assert!(!fresh.data_dir.join("foyer.db").exists());
    let refusal = backup::make(&fresh, &folder.path().join("a.tgz"), None).await.unwrap_err().to_string();
    assert!(refusal.contains("there is no company"), "{refusal}");
}

fn words() -> Option<Passphrase> {
    Some(Passphrase::new("a quiet corner of the harbour").unwrap())
}

/// A customer with a secret.
async fn secret(cx: &Context) -> (RecordRef, VaultEntryId) {
    let contact = customers::Person { first_name: "Ada".into(), ..customers::Person::default() };
    let profile =
        customers::Profile { name: "Harbour".into(), is_active: true, ..customers::Profile::default() };
    let new = customers::store::NewCustomer { profile, contact, ..customers::store::NewCustomer::default() };
    let id = customers::store::create(cx, &new).await.unwrap().0;
    let record = RecordRef { kind: RecordKind::Customer, id };
    let role = staff::store::roles::insert(cx, "Keepers", Capabilities::NONE).await.unwrap().id;
    let roles = vec![role];
    let draft =
        vault::VaultDraft { name: "Gate".into(), secret: "hush 4711".into(), roles, ..Default::default() };
    (record, vault::store::write::add(cx, record, &draft).await.unwrap())
}

async fn look(cx: &Context, (record, id): (RecordRef, VaultEntryId)) -> kernel::Result<String> {
    vault::store::look(cx, record, id, vault::Look::Whole).await.map(|opened| opened.holds.secret)
}

/// The vault's key is in an encrypted backup alone, and comes back with it.
async fn with_the_vault(server: Server, fresh: Config, other: Config) {
    let entry = secret(&server.system()).await;
    let (open, sealed) = (server.folder.path().join("open.tgz"), server.folder.path().join("sealed.tgz"));
    let moved = backup::make(&server.config, &open, None).await.unwrap();
    assert_eq!(moved.vault_key, VaultKey::LeftOut);
    let moved = backup::make(&server.config, &sealed, words()).await.unwrap();
    assert_eq!(moved.vault_key, VaultKey::Included);

    for wrong in [None, Some(Passphrase::new("another corner of the harbour").unwrap())] {
        let refusal = backup::restore(&fresh, &sealed, wrong).await.unwrap_err().to_string();
        assert!(refusal.contains("passphrase"), "{refusal}");
        assert!(!fresh.data_dir.join("foyer.db").exists() && !fresh.data_dir.join(KEY_FILE).exists());
    }
    backup::restore(&fresh, &sealed, words()).await.unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(fresh.data_dir.join(KEY_FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let running = Running::start(fresh, Site::empty()).await.unwrap();
    assert_eq!(look(&Context::system(&running.house.foyer), entry).await.unwrap(), "hush 4711");
    running.stop().await;

    let moved = backup::restore(&other, &open, None).await.unwrap();
    assert_eq!(moved.vault_key, VaultKey::LeftOut);
    assert!(!other.data_dir.join(KEY_FILE).exists());
    let data_dir = other.data_dir.clone();
    let running = Running::start(other, Site::empty()).await.unwrap();
    let cx = &Context::system(&running.house.foyer);
    assert_eq!(look(cx, entry).await.unwrap_err().text().key, "keyring-missing");
    std::fs::copy(server.config.data_dir.join(KEY_FILE), data_dir.join(KEY_FILE)).unwrap();
    assert_eq!(look(cx, entry).await.unwrap(), "hush 4711");
    running.stop().await;
}

#[tokio::test]
async fn the_key_of_the_vault_is_in_an_encrypted_backup_alone_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let fresh = |name: &str| Config::in_folder(&folder.path().join(name));
    with_the_vault(Server::set_up().await, fresh("one"), fresh("two")).await;
}

#[tokio::test]
async fn the_key_of_the_vault_is_in_an_encrypted_backup_alone_on_postgres() {
    let Some(server) = Server::set_up_on_postgres().await else { return };
    let folder = tempfile::tempdir().unwrap();
    let fresh = async |name: &str| Config {
        database_url: postgres_schema().await,
        ..Config::in_folder(&folder.path().join(name))
    };
    with_the_vault(server, fresh("one").await, fresh("two").await).await;
}

#[tokio::test]
async fn a_key_that_is_there_already_is_not_written_over() {
    let (server, folder) = (Server::set_up().await, tempfile::tempdir().unwrap());
    secret(&server.system()).await;
    let sealed = server.folder.path().join("sealed.tgz");
    backup::make(&server.config, &sealed, words()).await.unwrap();
    let fresh = Config::in_folder(&folder.path().join("new"));
    std::fs::create_dir_all(&fresh.data_dir).unwrap();
    let here = fresh.data_dir.join(KEY_FILE);
    std::fs::write(&here, "somebody's only copy").unwrap();
    let refusal = backup::restore(&fresh, &sealed, words()).await.unwrap_err().to_string();
    assert!(refusal.contains("another key"), "{refusal}");
    assert_eq!(std::fs::read_to_string(&here).unwrap(), "somebody's only copy");
    std::fs::copy(server.config.data_dir.join(KEY_FILE), &here).unwrap();
    backup::restore(&fresh, &sealed, words()).await.unwrap();
}
