//! Every piece of everybody carries a word of its own. Whoever reads all there is to read finds the words of what they
//! may see, and no others.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::time::Duration;

use futures::StreamExt;
use kernel::db::Q;
use kernel::{NewEvent, RecordKind};
use serde_json::{Value, json};

use super::people::{ADMIN, ALL, ANN, BOB, GONE, NONE, World};
use super::records::{Further, SECRET};
use super::requests::cases;
use crate::rest::read;

#[tokio::test]
async fn nobody_finds_a_word_of_what_others_keep_on_sqlite() {
    check(&World::on_sqlite().await).await;
}

#[tokio::test]
async fn nobody_finds_a_word_of_what_others_keep_on_postgres() {
    if let Some(world) = World::on_postgres().await {
        check(&world).await;
    }
}

/// What Ann, who may do everything with her own, has to find of it, each by another way.
const ANNS: [&str; 11] =
    ["Lead", "Gate", "Bank", "extra", "Binned", "Twin", "Other twin", "Left", "View", "task today", "file"];

async fn check(world: &World) {
    let system = &world.server.system();
    let admin = &system.on_behalf(staff::testing::actor(system, world.people[ADMIN].id).await);
    let mut further = Vec::new();
    // Who has left gets nothing more.
    for person in world.people.iter().take(GONE) {
        further.push(Further::make(admin, person.id, &person.things).await);
    }
    for who in [NONE, ANN, BOB] {
        let files = workbook(world, who).await + &calendar(world, who).await;
        let text = everything(world, who).await + &more(world, who, &further).await + &files;
        let text = text + &stream(world, who).await;
        assert!(!text.contains(SECRET), "a secret is shown where nobody looked: {}", around(&text, SECRET));
        if who == ANN {
            for word in ANNS {
                let own = format!("{word} {}", world.people[who].things.canary);
                assert!(text.contains(&own), "Ann finds {own}");
            }
        }
        for (other, person) in world.people.iter().enumerate() {
            let found = text.matches(&person.things.canary).count();
            // Banks write in capitals, and people read in groups of four.
            let iban = super::records::iban(&person.things.canary);
            let groups: Vec<char> = iban.chars().collect();
            let grouped: Vec<String> = groups.chunks(4).map(|four| four.iter().collect()).collect();
            let is_told = text.contains(&iban) || text.contains(&grouped.join(" "));
            assert_eq!(is_told, other == who && who != NONE, "{} and {iban}", world.people[who].name);
            match other == who {
                true if who == NONE => {}
                true => assert!(found > 20, "{} finds what is their own: {found}", person.name),
                false => assert_eq!(
                    found,
                    0,
                    "{} finds {}",
                    world.people[who].name,
                    around(&text, &person.things.canary)
                ),
            }
        }
    }
    for who in [ANN, BOB, ALL, ADMIN] {
        totals(world, who).await;
    }
}

/// What there is to read of the further things of everybody.
async fn more(world: &World, who: usize, further: &[Further]) -> String {
    let person = &world.people[who];
    let mut text = String::new();
    for one in further {
        for id in &one.leads {
            for path in [format!("/leads/{id}"), format!("/leads/board/{id}")] {
                text += &person.browser.get(&path).await.text().await.unwrap();
            }
            for path in
                [format!("/leads/{id}"), format!("/leads/{id}/timeline"), format!("/leads/{id}/tasks")]
            {
                text += &person.program.get(&path).await.text;
            }
        }
        let two = format!("/leads/merge?one={}&other={}", one.leads[1], one.leads[2]);
        text += &person.browser.get(&two).await.text().await.unwrap();
        let Some(view) = one.view else { continue };
        text += &person.browser.get(&format!("/leads?view={view}")).await.text().await.unwrap();
        let stale = json!({ "version": -1 });
        text += &person.program.send("PATCH", &format!("/views/{view}"), stale).await.text;
    }
    text
}

/// All that stands in a workbook of all leads.
async fn workbook(world: &World, who: usize) -> String {
    let browser = &world.people[who].browser;
    let wish = json!({ "wish": { "kind": "leads", "address": "f=standing.any.all" } });
    let begun = read(browser.call("start_export", wish).await).await;
    if who == NONE {
        assert_eq!(begun.status, 403, "{begun:?}");
        return begun.text;
    }
    let id = &begun.body["id"];
    for _ in 0..400 {
        let state = read(browser.call("show_export", json!({ "id": id })).await).await.body["state"].clone();
        if state == "done" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    let answer = browser.get(&format!("/exports/{id}/file")).await;
    assert_eq!(answer.status(), 200);
    let mut book = zip::ZipArchive::new(Cursor::new(answer.bytes().await.unwrap())).unwrap();
    let mut text = String::new();
    for part in 0..book.len() {
        book.by_index(part).unwrap().read_to_string(&mut text).unwrap();
    }
    let own = format!("Lead {}", world.people[who].things.canary);
    assert!(text.contains(&own), "{own} stands in the workbook");
    text
}

/// What a calendar program is told.
async fn calendar(world: &World, who: usize) -> String {
    let person = &world.people[who];
    let made = person.browser.call("make_calendar_feed", json!({})).await;
    let address: String = made.json().await.unwrap();
    let path = &address[address.find("/calendar/").unwrap()..];
    let answer = world.server.bare().request("GET", path).send().await.unwrap();
    // A long line goes on behind a space.
    let text = answer.text().await.unwrap().replace("\r\n ", "");
    let own = format!("today {}", person.things.canary);
    assert!(text.contains(&own), "{own} stands in the calendar: {text}");
    text
}

fn around(text: &str, word: &str) -> String {
    let place = text.find(word).unwrap_or_default();
    text.get(place.saturating_sub(200)..place + 40).unwrap_or(word).to_owned()
}

/// What somebody can read: every page, function and address of the API that takes no id, and everything of their own
/// and of everybody else's records that takes one.
async fn everything(world: &World, who: usize) -> String {
    let person = &world.people[who];
    let mut text = String::new();
    for whose in &world.people {
        for case in cases().iter().filter(|case| case.method == "GET" && !case.path.ends_with("/events")) {
            let path = whose.things.ids.iter().fold(case.path.clone(), |path, (word, id)| {
                path.replace(&format!("{{{word}}}"), &id.to_string())
            });
            let path = path.replace("{STAGE}", "1");
            let answer = match path.strip_prefix("/api/v1") {
                Some(path) => person.program.request("GET", path).send().await.unwrap(),
                None => person.browser.get(&path).await,
            };
            text += &answer.text().await.unwrap();
        }
    }
    for (name, body) in READING {
        let answer = read(person.browser.call(name, serde_json::from_str(body).unwrap()).await).await;
        assert!(who == NONE || who == BOB || answer.status == 200, "{name}: {answer:?}");
        text += &answer.text;
    }
    for word in [
        "/leads?q=canary",
        "/leads?standing=all&limit=200",
        "/leads/export?standing=all",
        "/leads?filter=company.words.canary&filter=standing.any.all",
        "/search?q=canary",
        "/board?q=canary&group=owner",
        "/customers?q=canary",
    ] {
        text += &person.program.get(word).await.text;
    }
    text
}

/// The functions that read without an id.
const READING: [(&str, &str); 37] = [
    ("list_products", r#"{"words":"","all":true,"after":null}"#),
    ("search_records", r#"{"q":"canary"}"#),
    ("list_customers", r#"{"query":{}}"#),
    ("count_customers", r#"{"filter":{}}"#),
    ("count_customer_groups", r#"{"filter":{},"groups":["manager_id.empty","is_active.yes"]}"#),
    ("get_customer_dictionaries", "{}"),
    ("list_imports", "{}"),
    ("get_board", r#"{"query":{}}"#),
    ("get_board", r#"{"query":{"group":"owner"}}"#),
    ("get_board_changes", r#"{"query":{},"ids":[1,2,3,4,5,6,7,8]}"#),
    ("get_dictionaries", "{}"),
    ("list_leads", r#"{"query":{"filter":{"f":["standing.any.all"]}}}"#),
    ("count_leads", r#"{"filter":{"f":["standing.any.all"]}}"#),
    (
        "count_lead_groups",
        r#"{"filter":{"f":["standing.any.all"]},"groups":["owner_id.empty","is_public.yes"]}"#,
    ),
    ("list_my_reminders", "{}"),
    ("list_my_day", r#"{"query":{}}"#),
    ("list_notifications", "{}"),
    ("list_tags", "{}"),
    ("list_my_tokens", "{}"),
    ("list_pairs", r#"{"kind":"lead","cursor":null}"#),
    (
        "find_duplicates",
        r#"{"kind":"lead","values":{"email":{"text":"shared@twins.example"}},"except":null}"#,
    ),
    ("list_bin", r#"{"kind":"lead","words":"","before":null}"#),
    ("list_bin", r#"{"kind":"lead","words":"canary","before":null}"#),
    ("list_runs", r#"{"after":null}"#),
    ("list_open_runs", "{}"),
    ("list_views", r#"{"kind":"lead"}"#),
    ("list_column", r#"{"query":{},"column":1,"cursor":null}"#),
    ("list_column", r#"{"query":{"group":"owner"},"column":0,"cursor":null}"#),
    ("list_my_notices", "{}"),
    ("list_my_sessions", "{}"),
    ("list_fields", r#"{"kind":"lead"}"#),
    ("list_field_targets", r#"{"kind":"lead"}"#),
    ("list_import_kinds", "{}"),
    ("list_pipelines", "{}"),
    ("count_overdue_tasks", "{}"),
    ("prepare_export", r#"{"wish":{"kind":"leads"}}"#),
    ("get_calendar_feed", "{}"),
];

/// What the stream of events tells from the beginning on, until an event for everybody ends it.
async fn stream(world: &World, who: usize) -> String {
    let answer = world.people[who].program.request("GET", "/events?after=0.0").send().await.unwrap();
    let cx = &world.server.system();
    let mut last = NewEvent::new("crawl.ended", RecordKind::Staff, world.people[who].id.0);
    last.audience.staff = vec![world.people[who].id];
    let last = &last;
    cx.tx(|tx| async move { cx.record(&tx, last.clone()).await }).await.unwrap();
    let (mut pieces, mut text) = (answer.bytes_stream(), String::new());
    let reading = async {
        while let Some(Ok(piece)) = pieces.next().await {
            text += &String::from_utf8_lossy(&piece);
            if text.contains("crawl.ended") || text.contains("event: reload") {
                break;
            }
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), reading).await.unwrap();
    text
}

/// Counts and sums of the board are those of a plain statement about what the person may see.
async fn totals(world: &World, who: usize) {
    let person = &world.people[who];
    let q = Q::new("select count(*), cast(coalesce(sum(value_minor), 0) as bigint) from lead where on_board");
    let q = match who {
        ALL | ADMIN => q,
        _ => q.push("and (owner_id = ? or created_by = ? or is_public)").bind(person.id).bind(person.id),
    };
    let (count, sum): (i64, i64) = q.one(world.server.system().db()).await.unwrap();
    let board = person.program.get("/board").await.body;
    let columns = board["stages"].as_array().unwrap();
    let total = |read: &dyn Fn(&Value) -> i64| columns.iter().map(read).sum::<i64>();
    assert_eq!(total(&|column| column["count"].as_i64().unwrap()), count, "{}", person.name);
    let sums = |column: &Value| {
        column["sums"].as_array().unwrap().iter().map(|sum| sum["minor"].as_i64().unwrap()).sum()
    };
    assert_eq!(total(&sums), sum, "{}", person.name);
    let listed = person.program.get("/leads?limit=200").await.body;
    let ids: BTreeSet<i64> =
        listed["items"].as_array().unwrap().iter().map(|lead| lead["id"].as_i64().unwrap()).collect();
    assert_eq!(ids.len() as i64, count);
}
