//! Every piece of everybody carries a word of its own. Whoever reads all there is to read finds the words of what they
//! may see, and no others.

use std::collections::BTreeSet;

use futures::StreamExt;
use kernel::db::Q;
use kernel::{NewEvent, RecordKind};
use serde_json::Value;

use super::people::{ADMIN, ALL, ANN, BOB, NONE, World};
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

async fn check(world: &World) {
    for who in [NONE, ANN, BOB] {
        let text = everything(world, who).await + &stream(world, who).await;
        for (other, person) in world.people.iter().enumerate() {
            let found = text.matches(&person.things.canary).count();
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
const READING: [(&str, &str); 14] = [
    ("search_records", r#"{"q":"canary"}"#),
    ("list_customers", r#"{"words":""}"#),
    ("list_imports", "{}"),
    ("get_board", r#"{"query":{}}"#),
    ("get_board", r#"{"query":{"group":"owner"}}"#),
    ("get_board_changes", r#"{"query":{},"ids":[1,2,3,4,5,6,7,8]}"#),
    ("get_dictionaries", "{}"),
    ("list_leads", r#"{"query":{"filter":{"f":["standing.any.all"]}}}"#),
    ("count_leads", r#"{"filter":{"f":["standing.any.all"]}}"#),
    ("count_lead_groups", r#"{"filter":{"f":["standing.any.all"]},"groups":["owner_id.empty","is_public.yes"]}"#),
    ("list_my_reminders", "{}"),
    ("list_my_day", r#"{"query":{}}"#),
    ("list_notifications", "{}"),
    ("list_tags", "{}"),
    ("list_my_tokens", "{}"),
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
