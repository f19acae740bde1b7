//! Who else is here, over real streams: told to those who are there, and never beyond what one may see.

use std::pin::Pin;
use std::time::Duration;

use futures::{Stream, StreamExt};
use kernel::presence::{Doing, Here};
use kernel::{Area, Can, Capabilities, StaffId};
use serde_json::{Value, json};
use server::config::Config;
use staff::store::NewStaff;

use crate::harness::{Browser, PASSWORD, Server, postgres_schema, target};

/// A page of somebody: it follows the stream and says where it is.
struct Page {
    browser: Browser,
    stream: Pin<Box<dyn Stream<Item = String> + Send>>,
    heard: String,
    number: u64,
}

impl Page {
    async fn open(server: &Server, email: &str) -> Self {
        let browser = server.browser();
        let answer = browser.form("/sign-in", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(target(&answer), "/", "{email} signs in");
        let answer = browser.request("GET", "/events").send().await.unwrap();
        let pieces = answer.bytes_stream().map(|piece| String::from_utf8_lossy(&piece.unwrap()).into_owned());
        Self { browser, stream: Box::pin(pieces), heard: String::new(), number: 0 }
    }

    async fn say(&mut self, spot: Value) {
        self.number += 1;
        let words = json!({ "page": 1, "number": self.number, "spot": spot });
        let answer = self.browser.call("tell_presence", words).await;
        assert_eq!(answer.status(), 200, "{:?}", answer.text().await);
    }

    async fn looks(&mut self, lead: i64) {
        self.say(json!({ "at": [at(lead, "looks")] })).await;
    }

    /// Who else is here, by name, lead and what they do, as soon as it is this.
    async fn sees(&mut self, expected: &[(&str, i64, Doing)]) {
        let all = tokio::time::timeout(Duration::from_secs(5), self.until(expected)).await;
        assert!(all.is_ok(), "{expected:?} is not among\n{}", self.heard);
    }

    async fn until(&mut self, expected: &[(&str, i64, Doing)]) {
        while last_told(&self.heard) != expected {
            let piece = self.stream.next().await.expect("the stream goes on");
            self.heard.push_str(&piece);
        }
    }
}

fn at(lead: i64, doing: &str) -> Value {
    json!({ "record": { "kind": "lead", "id": lead }, "doing": doing })
}

/// What was told last in a stream.
fn last_told(heard: &str) -> Vec<(&'static str, i64, Doing)> {
    let whole = &heard[..heard.rfind("\n\n").unwrap_or(0)];
    let told = whole.split("\n\n").filter(|event| event.contains("event: presence")).last();
    let data = told.and_then(|event| event.lines().find_map(|line| line.strip_prefix("data: ")));
    let here: Vec<Here> = data.map(|data| serde_json::from_str(data).unwrap()).unwrap_or_default();
    let known = |name: &str| ["Ada", "Bob", "Cleo"].into_iter().find(|known| *known == name).unwrap_or("?");
    here.into_iter().map(|here| (known(&here.name), here.record.id, here.doing)).collect()
}

/// Ada and Bob see all leads, Cleo only her own.
async fn company(server: &Server) -> [StaffId; 3] {
    let cx = &server.system();
    leads::store::words::ensure(cx).await.unwrap();
    let own = Capabilities::NONE.with(Area::Leads, Can::ViewOwn).with(Area::Leads, Can::Edit);
    let some = staff::store::roles::insert(cx, "Own leads", own).await.unwrap().id;
    let all =
        staff::store::roles::insert(cx, "All leads", own.with(Area::Leads, Can::ViewAll)).await.unwrap().id;
    let mut ids = Vec::new();
    for (name, role_id) in [("Ada", None), ("Bob", Some(all)), ("Cleo", Some(some))] {
        let new = NewStaff {
            name: name.into(),
            email: format!("{name}@example.com").to_lowercase(),
            password: Some(PASSWORD.into()),
            is_admin: role_id.is_none(),
            role_id,
            ..NewStaff::default()
        };
        ids.push(staff::store::add(cx, new).await.unwrap());
    }
    ids.try_into().unwrap()
}

async fn lead(server: &Server, owner: StaffId) -> i64 {
    let profile =
        leads::Profile { name: "Boatyard".into(), owner_id: Some(owner), ..leads::Profile::default() };
    leads::store::save::create(&server.system(), &profile, &[]).await.unwrap().id.0
}

async fn two_people_at_one_lead_know_of_each_other(server: Server) {
    let [ada, ..] = company(&server).await;
    let (lead, other) = (lead(&server, ada).await, lead(&server, ada).await);
    let (mut one, mut two) =
        (Page::open(&server, "ada@example.com").await, Page::open(&server, "bob@example.com").await);
    one.looks(lead).await;
    two.looks(lead).await;
    one.sees(&[("Bob", lead, Doing::Looks)]).await;
    two.sees(&[("Ada", lead, Doing::Looks)]).await;
    two.say(json!({ "at": [at(lead, "types")] })).await;
    one.sees(&[("Bob", lead, Doing::Types)]).await;
    two.looks(other).await;
    one.sees(&[]).await;
    two.sees(&[]).await;
    one.say(json!({ "board": "lead" })).await;
    one.sees(&[("Bob", other, Doing::Looks)]).await;
    two.say(json!({})).await;
    one.sees(&[]).await;
}

#[tokio::test]
async fn two_people_at_one_lead_know_of_each_other_on_sqlite() {
    two_people_at_one_lead_know_of_each_other(Server::start().await).await;
}

#[tokio::test]
async fn two_people_at_one_lead_know_of_each_other_on_postgres() {
    let Some(url) = postgres_schema().await else { return };
    let server = Server::with(|config| config.database_url = Some(url)).await;
    two_people_at_one_lead_know_of_each_other(server).await;
}

#[tokio::test]
async fn who_may_not_see_a_lead_is_not_there_and_learns_of_nobody_there() {
    let server = Server::start().await;
    let [ada, _, cleo] = company(&server).await;
    let (hidden, hers) = (lead(&server, ada).await, lead(&server, cleo).await);
    let mut pages = Vec::new();
    for name in ["ada", "bob", "cleo"] {
        pages.push(Page::open(&server, &format!("{name}@example.com")).await);
    }
    let [mut a, mut b, mut c] = <[Page; 3]>::try_from(pages).ok().unwrap();
    // Cleo says that she types at what she may not see; the answer is that for a lead that there is not.
    c.say(json!({ "at": [at(hidden, "types"), at(999_999, "types")] })).await;
    a.looks(hidden).await;
    b.looks(hidden).await;
    a.sees(&[("Bob", hidden, Doing::Looks)]).await;
    assert!(!a.heard.contains("Cleo"), "{}", a.heard);
    // On the board she hears of her own lead only.
    c.say(json!({ "board": "lead" })).await;
    a.say(json!({ "at": [at(hidden, "looks"), at(hers, "types")] })).await;
    c.sees(&[("Ada", hers, Doing::Types)]).await;
    assert!(!c.heard.contains("Bob") && !c.heard.contains(&format!("\"id\":{hidden}}}")), "{}", c.heard);
    // A lead that is taken from her is out of sight at once, and who is there with it.
    let change = json!({ "id": hers, "version": 1, "patch": { "owner_id": ada } });
    assert_eq!(a.browser.call("update_lead", change).await.status(), 200);
    c.sees(&[]).await;
    // What was in a stream before says nothing about what comes: a lead given to her brings its people.
    let given = json!({ "id": hidden, "version": 1, "patch": { "owner_id": cleo } });
    assert_eq!(a.browser.call("update_lead", given).await.status(), 200);
    c.sees(&[("Ada", hidden, Doing::Looks), ("Bob", hidden, Doing::Looks)]).await;
}

#[tokio::test]
async fn a_role_that_is_narrowed_takes_others_out_of_sight() {
    let server = Server::start().await;
    let [ada, ..] = company(&server).await;
    let lead = lead(&server, ada).await;
    let (mut one, mut two) =
        (Page::open(&server, "ada@example.com").await, Page::open(&server, "bob@example.com").await);
    one.looks(lead).await;
    two.looks(lead).await;
    two.sees(&[("Ada", lead, Doing::Looks)]).await;
    let cx = &server.system();
    let roles = staff::store::roles::list(cx).await.unwrap();
    let role = roles.iter().find(|role| role.name == "All leads").unwrap();
    let own = Capabilities::NONE.with(Area::Leads, Can::ViewOwn);
    staff::store::roles::update(cx, role.id, "All leads", own, role.version).await.unwrap();
    two.sees(&[]).await;
}

#[tokio::test]
async fn two_servers_at_one_database_tell_each_other_and_no_other_house() {
    let (Some(url), Some(elsewhere)) = (postgres_schema().await, postgres_schema().await) else { return };
    let on = |url: &str| {
        let url = url.to_owned();
        move |config: &mut Config| config.database_url = Some(url)
    };
    let (first, second) = (Server::with(on(&url)).await, Server::with(on(&url)).await);
    let stranger = Server::with(on(&elsewhere)).await;
    let [ada, ..] = company(&first).await;
    let lead = lead(&first, ada).await;
    let strangers = company(&stranger).await;
    let same = self::lead(&stranger, strangers[0]).await;
    assert_eq!(lead, same, "the same numbers in another house");
    let (mut one, mut two) =
        (Page::open(&first, "ada@example.com").await, Page::open(&second, "bob@example.com").await);
    let mut away = Page::open(&stranger, "cleo@example.com").await;
    let mut host = Page::open(&stranger, "ada@example.com").await;
    host.looks(same).await;
    one.looks(lead).await;
    two.looks(lead).await;
    one.sees(&[("Bob", lead, Doing::Looks)]).await;
    two.sees(&[("Ada", lead, Doing::Looks)]).await;
    two.say(json!({ "at": [at(lead, "types")] })).await;
    one.sees(&[("Bob", lead, Doing::Types)]).await;
    two.say(json!({})).await;
    one.sees(&[]).await;
    away.say(json!({ "board": "lead" })).await;
    host.say(json!({ "board": "lead" })).await;
    assert!(!host.heard.contains("Bob"), "{}", host.heard);
}

#[tokio::test]
async fn a_program_is_told_of_nobody() {
    let server = Server::start().await;
    let [ada, bob, _] = company(&server).await;
    let lead = lead(&server, ada).await;
    let token = staff::tokens::create(&server.system(), bob, "test", kernel::Scope::Full).await.unwrap();
    let answer = server.bare().request("GET", "/api/v1/events").bearer_auth(&token).send().await.unwrap();
    let (mut one, mut two) =
        (Page::open(&server, "ada@example.com").await, Page::open(&server, "bob@example.com").await);
    one.looks(lead).await;
    two.looks(lead).await;
    two.sees(&[("Ada", lead, Doing::Looks)]).await;
    let change = json!({ "id": lead, "version": 1, "patch": { "city": "Galway" } });
    assert_eq!(one.browser.call("update_lead", change).await.status(), 200);
    let mut stream = answer.bytes_stream();
    let mut heard = String::new();
    while !heard.contains("lead.") {
        heard.push_str(&String::from_utf8_lossy(&stream.next().await.unwrap().unwrap()));
    }
    assert!(!heard.contains("presence"), "{heard}");
}
