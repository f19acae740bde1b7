use std::time::Instant;

use serde_json::json;

use crate::harness::{PASSWORD, Server, target};

#[tokio::test]
async fn who_is_not_signed_in_is_asked_to_and_led_back() {
    let server = Server::set_up().await;
    let browser = server.browser();
    assert_eq!(
        target(&browser.get("/leads?view=board&q=a%20b").await),
        "/sign-in?next=%2Fleads%3Fview%3Dboard%26q%3Da%2520b"
    );
    assert_eq!(target(&browser.get("/").await), "/sign-in");
    assert_eq!(browser.call("list_staff_names", json!({})).await.status(), 401);
    let fields = [("email", "ada@example.com"), ("password", PASSWORD), ("next", "/leads?view=board")];
    assert_eq!(target(&browser.form("/sign-in", &fields).await), "/leads?view=board");
    assert_eq!(browser.call("list_staff_names", json!({})).await.status(), 200);
    assert_eq!(target(&browser.get("/sign-in").await), "/");
    assert_eq!(target(&browser.form("/sign-out", &[]).await), "/sign-in");
    assert_eq!(browser.call("list_staff_names", json!({})).await.status(), 401);
}

#[tokio::test]
async fn nobody_is_led_away_from_the_house() {
    let server = Server::set_up().await;
    let wrong = [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/%2fevil.example",
        "/%5cevil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/%09/evil.example",
        "///evil.example",
        "\\\\evil.example",
        "/%2f%2fevil.example",
        "evil.example",
    ];
    for next in wrong {
        let fields = [("email", "ada@example.com"), ("password", PASSWORD), ("next", next)];
        assert_eq!(target(&server.browser().form("/sign-in", &fields).await), "/", "{next}");
        assert_eq!(
            target(&server.browser().form("/language", &[("language", "it"), ("next", next)]).await),
            "/",
            "{next}"
        );
    }
    let strange = server
        .browser()
        .request("GET", "//evil.example/a")
        .header("accept", "text/html")
        .send()
        .await
        .unwrap();
    assert!(!target(&strange).contains("evil"), "a path that begins like a host is not repeated");
}

#[tokio::test]
async fn a_new_session_takes_the_place_of_the_one_before() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let first = staff::sessions::list_mine(&as_ada(&server).await, None).await.unwrap();
    browser.form("/sign-in", &[("email", "ada@example.com"), ("password", PASSWORD)]).await;
    let second = staff::sessions::list_mine(&as_ada(&server).await, None).await.unwrap();
    assert_eq!((first.len(), second.len()), (1, 1));
    assert_ne!(first[0].id, second[0].id);
}

async fn as_ada(server: &Server) -> kernel::Context {
    let cx = server.system();
    let id = staff::store::find_by_email(&cx, "ada@example.com").await.unwrap().unwrap().id;
    cx.on_behalf(staff::testing::actor(&cx, id).await)
}

/// The quickest answers are compared: a machine that does something else only makes answers late.
#[tokio::test]
async fn an_unknown_address_is_answered_like_a_wrong_password() {
    let server = Server::set_up().await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    let mut answers = Vec::new();
    for turn in 0..8 {
        for (email, times) in [("ada@example.com", &mut known), ("bob@example.com", &mut unknown)] {
            let begun = Instant::now();
            let answer = server.browser().form("/sign-in", &[("email", email), ("password", "wrong")]).await;
            if turn > 0 {
                times.push(begun.elapsed());
            }
            let to = target(&answer).replace("ada", "X").replace("bob", "X");
            let mut names: Vec<String> = answer.headers().keys().map(ToString::to_string).collect();
            names.sort();
            answers.push((to, names, answer.bytes().await.unwrap()));
        }
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let quickest =
        |times: Vec<std::time::Duration>| times.into_iter().min().unwrap_or_default().as_secs_f64();
    let (known, unknown) = (quickest(known), quickest(unknown));
    assert!((known - unknown).abs() < 0.5 * known.max(unknown), "{known} s and {unknown} s");
}

#[tokio::test]
async fn a_forgotten_password_is_answered_the_same_for_everybody() {
    let server = Server::set_up().await;
    let ask = async |email| {
        target(&server.browser().form("/forgotten-password", &[("email", email)]).await).to_owned()
    };
    assert_eq!(ask("ada@example.com").await, ask("bob@example.com").await);
}

#[tokio::test]
async fn a_language_that_is_chosen_stays_with_the_person() {
    let server = Server::set_up().await;
    let (browser, cx) = (server.signed_in().await, server.system());
    let kept = || async {
        let ada = staff::store::find_by_email(&cx, "ada@example.com").await.unwrap().unwrap();
        ada.language
    };
    assert_eq!(kept().await, None);
    let answer = browser.form("/language", &[("language", "ar"), ("next", "/settings")]).await;
    assert_eq!(target(&answer), "/settings");
    assert_eq!(kept().await, Some(kernel::Language::Ar));
    // Another browser, which was told nothing, speaks it as soon as it is known whose it is.
    let page = server.signed_in().await.get("/settings").await.text().await.unwrap();
    assert!(page.contains("lang=\"ar\"") && page.contains("dir=\"rtl\""), "{page:.300}");
    // Who is not signed in changes nothing but the own browser; a language that there is not changes nothing at all.
    server.browser().form("/language", &[("language", "it")]).await;
    browser.form("/language", &[("language", "tlh")]).await;
    assert_eq!(kept().await, Some(kernel::Language::Ar));
}
