use futures::future::join_all;

use crate::harness::{PASSWORD, Server, postgres_schema, target};

fn form(email: &str) -> Vec<(&str, &str)> {
    vec![
        ("organisation_name", "Faro Trading"),
        ("name", "Ada Byron"),
        ("email", email),
        ("password", PASSWORD),
        ("language", "it"),
        ("country", "IT"),
        ("currency", "EUR"),
        ("time_zone", "Europe/Rome"),
    ]
}

#[tokio::test]
async fn the_first_visit_leads_to_the_set_up_and_signs_the_first_person_in() {
    let server = Server::start().await;
    let browser = server.browser();
    for path in ["/", "/leads", "/sign-in", "/no-such-page"] {
        assert_eq!(target(&browser.get(path).await), "/set-up", "{path}");
    }
    assert_eq!(browser.get("/set-up").await.status(), 200);
    let answer = browser.form("/set-up", &form("ada@example.com")).await;
    assert_eq!(target(&answer), "/");
    assert_ne!(browser.get("/").await.status(), 303);
    assert_eq!(target(&browser.get("/set-up").await), "/");
}

#[tokio::test]
async fn of_twenty_who_set_up_at_once_one_succeeds_and_nobody_ever_again_on_sqlite() {
    one_of_twenty_succeeds(Server::start().await).await;
}

#[tokio::test]
async fn of_twenty_who_set_up_at_once_one_succeeds_and_nobody_ever_again_on_postgres() {
    if let Some(url) = postgres_schema().await {
        one_of_twenty_succeeds(Server::with(|config| config.database_url = Some(url)).await).await;
    }
}

async fn one_of_twenty_succeeds(server: Server) {
    let emails: Vec<String> = (0..20).map(|number| format!("admin{number}@example.com")).collect();
    let posts = emails.iter().map(|email| async {
        let browser = server.browser();
        let answer = browser.form("/set-up", &form(email)).await;
        (answer.headers().contains_key("set-cookie"), target(&answer).to_owned())
    });
    let answers = join_all(posts).await;
    assert_eq!(answers.iter().filter(|(has_session, _)| *has_session).count(), 1, "{answers:?}");
    let members = staff::store::list(&server.system()).await.unwrap();
    assert_eq!(members.len(), 1);
    let again = server.browser().form("/set-up", &form("late@example.com")).await;
    assert!(!again.headers().contains_key("set-cookie") && target(&again).contains("problem="));
    assert_eq!(staff::store::list(&server.system()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_was_typed_comes_back_without_the_password() {
    let server = Server::start().await;
    let mut fields = form("not an address");
    fields[1].1 = "Ada & Charles";
    let answer = server.browser().form("/set-up", &fields).await;
    let to = target(&answer);
    assert!(to.starts_with("/set-up?problem=") && to.contains("name=Ada+%26+Charles"), "{to}");
    assert!(!to.contains("password=") && !to.contains("harbour"), "{to}");
}
