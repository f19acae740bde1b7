//! A contact of a customer asks for everything that there is. It is let in to the portal and nowhere else, and what it
//! reads there is of its own customer.

use customers::{Greeting, Permissions, Person};
use kernel::CustomerId;
use serde_json::json;
use server::routes::Access;

use super::people::{ANN, World};
use super::requests::cases;
use super::snapshot;
use crate::harness::{Browser, PASSWORD, target};
use crate::rest::read;

#[tokio::test]
async fn a_contact_is_let_into_the_portal_alone_on_sqlite() {
    check(&World::on_sqlite().await).await;
}

#[tokio::test]
async fn a_contact_is_let_into_the_portal_alone_on_postgres() {
    if let Some(world) = World::on_postgres().await {
        check(&world).await;
    }
}

async fn check(world: &World) {
    let browser = contact(world).await;
    let db = &world.server.running.house.foyer.db;
    let statement = snapshot::statement(db).await;
    let before = snapshot::take(db, statement).await;
    let (mut problems, mut refused, mut text) = (Vec::new(), 0, String::new());
    for case in cases().iter().filter(|case| !case.path.starts_with("/api/v1")) {
        let method = case.method.parse().unwrap();
        let access = server::routes::access(&method, case.path.split('?').next().unwrap());
        if access != Some(Access::Session) {
            continue;
        }
        // The records of Ann, at whose customer the contact is, and those of everybody else.
        for person in &world.people {
            let path = person.things.ids.iter().fold(case.path.clone(), |path, (word, id)| {
                path.replace(&format!("{{{word}}}"), &id.to_string())
            });
            let path = path.replace("{STAGE}", "1").replace("{NONE}", "999999999");
            let request = browser.request(case.method, &path);
            let request = match case.method {
                "GET" => request.header("accept", "text/html"),
                _ => request.header("content-type", "application/json").body("{}"),
            };
            let answer = request.send().await.unwrap();
            let status = answer.status().as_u16();
            let led = answer.headers().get("location").is_some_and(|to| to == "/portal");
            text += &answer.text().await.unwrap();
            match status {
                403 => refused += 1,
                303 if led => refused += 1,
                _ => problems.push(format!("{} {path}: {status}", case.method)),
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(refused > 500, "{refused}");
    let after = snapshot::take(db, statement).await;
    assert_eq!(snapshot::difference(&before, &after), [""; 0], "nothing changed");
    for page in ["/portal", "/portal/me"] {
        let answer = browser.get(page).await;
        assert_eq!(answer.status(), 200, "{page}");
        text += &answer.text().await.unwrap();
    }
    let home = read(browser.call("get_portal_home", json!({})).await).await;
    assert_eq!(home.status, 200, "{home:?}");
    text += &home.text;
    for (place, person) in world.people.iter().enumerate() {
        let found = text.contains(&person.things.canary);
        assert_eq!(found, place == ANN, "words of {}", person.name);
    }
}

/// Somebody at Ann's customer, signed in.
async fn contact(world: &World) -> Browser {
    let cx = &world.server.system();
    let email = "guest@customers.example";
    let sees = Permissions { sees_accounts: true, ..Permissions::default() };
    let person = Person {
        first_name: "Gwen".into(),
        email: Some(email.into()),
        has_portal: true,
        sees,
        ..Person::default()
    };
    let greeting = Greeting { password: Some(PASSWORD.into()), ..Greeting::default() };
    let customer = CustomerId(world.people[ANN].things.id("CUSTOMER"));
    customers::store::invite_contact(cx, customer, &person, &greeting).await.unwrap();
    let browser = world.server.browser();
    let answer = browser.form("/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    assert_eq!(target(&answer), "/");
    assert_eq!(target(&browser.get("/").await), "/portal");
    browser
}
