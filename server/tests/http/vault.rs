//! What the browser gets of a vault: names with the page, a secret only when somebody looks, and nothing is kept.

use kernel::{Capabilities, RecordKind};
use serde_json::json;

use crate::harness::Server;
use crate::rest::read;

const SECRET: &str = "hush-4711";

#[tokio::test]
async fn a_secret_comes_with_a_look_alone_and_is_not_kept_anywhere() {
    let server = Server::set_up().await;
    let cx = &server.system();
    let contact = customers::Person { first_name: "Ada".into(), ..customers::Person::default() };
    let profile =
        customers::Profile { name: "Harbour".into(), is_active: true, ..customers::Profile::default() };
    let new = customers::store::NewCustomer { profile, contact, ..customers::store::NewCustomer::default() };
    let id = customers::store::create(cx, &new).await.unwrap().0;
    let role = staff::store::roles::insert(cx, "Keepers", Capabilities::NONE).await.unwrap().id;
    let browser = server.signed_in().await;
    let record = json!({ "kind": RecordKind::Customer, "id": id });
    let draft = json!({ "name": "Back gate", "secret": SECRET, "note": SECRET, "roles": [role] });
    let added = browser.call("add_vault_entry", json!({ "record": record, "draft": draft })).await;
    let entry: i64 = added.json().await.unwrap();

    let page = browser.get(&format!("/customers/{id}/vault")).await;
    assert_eq!(page.headers()["cache-control"], "no-store");
    let page = page.text().await.unwrap();
    assert!(page.contains("Back gate") && !page.contains(SECRET), "{page}");
    let list = read(browser.call("list_vault", json!({ "record": record })).await).await;
    assert!(list.text.contains("Back gate") && !list.text.contains(SECRET), "{list:?}");

    let look =
        browser.call("look_vault_entry", json!({ "record": record, "id": entry, "look": "whole" })).await;
    assert_eq!(look.headers()["cache-control"], "no-store");
    assert_eq!(read(look).await.body["holds"]["secret"], SECRET);
    let around = json!({ "record": record, "id": entry, "look": "around" });
    let around = read(browser.call("look_vault_entry", around).await).await;
    assert_eq!(
        (&around.body["holds"]["secret"], &around.body["holds"]["note"]),
        (&json!(""), &json!(SECRET))
    );

    let history = json!({ "record": record, "filter": "all" });
    let history = read(browser.call("list_timeline", history).await).await;
    assert!(history.text.contains("vault.looked") && !history.text.contains(SECRET), "{history:?}");
}
