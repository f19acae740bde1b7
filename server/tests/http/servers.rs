//! More than one process at the same database.

use std::time::Duration;

use kernel::Organisation;
use server::config::Config;

use crate::harness::{Server, postgres_schema};

/// Waits until the server knows the organisation by this name. On PostgreSQL an event is handed out when all transactions
/// of the cluster that began before it have ended, those of the tests beside this one included.
async fn until_called(server: &Server, name: &str) {
    for _ in 0..5_000 {
        if server.running.house.foyer.organisation().name == name {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("still called {}", server.running.house.foyer.organisation().name);
}

#[tokio::test]
async fn settings_that_another_server_changed_are_read_again() {
    let Some(url) = postgres_schema().await else { return };
    let on = |url: String| |config: &mut Config| config.database_url = Some(url);
    let (one, other) = (Server::with(on(url.clone())).await, Server::with(on(url)).await);
    let form = staff::OrganisationForm::from(&Organisation {
        name: "Faro Trading".into(),
        ..Organisation::default()
    });
    settings::store::save_organisation(&one.system(), &form).await.unwrap();
    assert_eq!(one.running.house.foyer.organisation().name, "Faro Trading");
    until_called(&other, "Faro Trading").await;
}

#[tokio::test]
async fn settings_that_a_command_changed_are_read_again() {
    let server = Server::start().await;
    // What a command is: another process with the same file.
    let command = server::house::open(&server.config, "http://foyer.test".into()).await.unwrap();
    let form = staff::OrganisationForm::from(&Organisation {
        name: "Faro Trading".into(),
        ..Organisation::default()
    });
    settings::store::save_organisation(&kernel::Context::system(&command), &form).await.unwrap();
    until_called(&server, "Faro Trading").await;
}
