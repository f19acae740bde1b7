//! Every column of a lead, sent along under its own name wherever a lead is written: by an administrator, who may do
//! most. Nothing but what the operation is for may change.

use kernel::Context;
use kernel::db::Q;
use serde_json::{Map, Value, json};

use crate::harness::Browser;
use crate::rest::{Office, named, on_both, read};

on_both!(no_column_is_set_by_the_way);

/// A way to write a lead.
struct Way {
    /// Method and path of the API, or the name of a function.
    path: &'static str,
    /// What is sent, with words in capitals for numbers.
    body: &'static str,
    /// Where in the body a foreign key may hide, as JSON pointers.
    places: &'static [&'static str],
}

const fn way(path: &'static str, body: &'static str, places: &'static [&'static str]) -> Way {
    Way { path, body, places }
}

const WAYS: [Way; 12] = [
    way("POST /leads", r#"{"name":"New","city":"Turin"}"#, &[""]),
    way("PATCH /leads/LEAD", r#"{"city":"Turin","version":1}"#, &[""]),
    way("POST /leads/LEAD/move", r#"{"stage_id":STAGE,"version":1,"fields":{}}"#, &["", "/fields"]),
    way("POST /leads/LEAD/convert", r#"{"version":1,"fields":{}}"#, &["", "/fields"]),
    way("POST /leads/LEAD/merges", r#"{"other_id":OTHER,"take":["company"]}"#, &["", "/take"]),
    way(
        "POST /runs",
        r#"{"kind":"lead","ids":[LEAD],"action":{"set":{"values":{"city":"Turin"},"missing":{}}}}"#,
        &["", "/action/set", "/action/set/values", "/action/set/missing"],
    ),
    way("create_lead", r#"{"profile":{"name":"New","city":"Turin"},"tags":[]}"#, &["", "/profile"]),
    way("update_lead", r#"{"id":LEAD,"version":1,"patch":{"city":"Turin"}}"#, &["", "/patch"]),
    way(
        "edit_lead",
        r#"{"id":LEAD,"edit":{"to":{"city":"Turin"},"seen":{}}}"#,
        &["", "/edit", "/edit/to", "/edit/seen"],
    ),
    way(
        "move_lead",
        r#"{"id":LEAD,"to":{"stage_id":STAGE,"version":1,"fields":{}}}"#,
        &["", "/to", "/to/fields"],
    ),
    way(
        "move_leads",
        r#"{"moves":[{"id":LEAD,"to":{"stage_id":STAGE,"version":1,"fields":{}}}],"answers":{}}"#,
        &["", "/moves/0", "/moves/0/to", "/moves/0/to/fields", "/answers"],
    ),
    way(
        "convert_lead",
        r#"{"id":LEAD,"conversion":{"version":1,"fields":{}}}"#,
        &["", "/conversion", "/conversion/fields"],
    ),
];

type Row = Map<String, Value>;

/// What became of a lead.
struct Outcome {
    is_done: bool,
    before: Row,
    after: Row,
    text: String,
}

async fn no_column_is_set_by_the_way(office: Office) {
    let trial = Trial::of(&office).await;
    let mut problems = Vec::new();
    for way in &WAYS {
        let control = trial.ask(way, None).await;
        assert!(control.is_done, "{}: {}", way.path, control.text);
        let makes = control.before.is_empty();
        // What the way changes by itself, or what differs in any two leads that it makes.
        let other = if makes { trial.ask(way, None).await.after } else { control.before.clone() };
        let own = difference(&other, &control.after);
        assert!(!own.is_empty(), "{} changes something", way.path);
        for (place, (key, value)) in
            way.places.iter().flat_map(|place| trial.hostile.iter().map(move |one| (place, one)))
        {
            let outcome = trial.ask(way, Some((*place, key.as_str(), value))).await;
            let before = if makes { &control.after } else { &outcome.before };
            let mut changed = difference(before, &outcome.after);
            // A lead that was not made is not there to be looked at.
            changed
                .retain(|column| !(makes && !outcome.is_done) && !(outcome.is_done && own.contains(column)));
            if !changed.is_empty() || (outcome.is_done && outcome.after.get(key) == Some(value)) {
                problems.push(format!("{} at {place:?}: {key} = {value} changed {changed:?}", way.path));
            }
        }
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

/// The columns in which two rows differ.
fn difference(one: &Row, other: &Row) -> Vec<String> {
    other
        .iter()
        .filter(|(column, value)| one.get(*column) != Some(*value))
        .map(|(name, _)| name.clone())
        .collect()
}

struct Trial<'a> {
    office: &'a Office,
    browser: Browser,
    cx: Context,
    /// Reads a row as JSON.
    statement: &'static str,
    stage: Value,
    /// The columns that nobody fills in, and keys of added fields that there are not, each with what is sent.
    hostile: Vec<(String, Value)>,
}

impl<'a> Trial<'a> {
    async fn of(office: &'a Office) -> Self {
        let (browser, cx) = (office.server.signed_in().await, office.server.system());
        let (statement, stage) = (statement(&cx).await, office.stages().await[1]["id"].clone());
        let mut trial = Self { office, browser, cx, statement, stage, hostile: Vec::new() };
        trial.hostile = trial.hostile().await;
        trial
    }

    async fn hostile(&self) -> Vec<(String, Value)> {
        let lead = self.office.lead(named("Elsewhere")).await;
        let customer = self.office.program.post("/customers", named("Elsewhere")).await.body;
        let field =
            self.office.program.post("/lead-fields", json!({ "name": "Old", "kind": "text" })).await.body;
        let gone =
            self.office.program.send("DELETE", &format!("/lead-fields/{}", field["id"]), json!({})).await;
        assert_eq!((customer["id"].is_i64(), gone.status), (true, 204));
        let (someone, _) = self.office.person("Someone", &[]).await;
        let ours = serde_json::to_value(leads::Profile::default()).unwrap();
        let value = |(column, now): (String, Value)| {
            let value = match (column.as_str(), now) {
                ("rank", _) => json!("zzzzzzzz"),
                ("on_board", _) => json!(false),
                ("custom", _) => json!({ format!("c{}", field["id"]): "hostile" }),
                ("customer_id", _) => customer["id"].clone(),
                ("timeline_id", _) => lead["timeline_id"].clone(),
                ("created_by", _) => json!(someone),
                (_, Value::String(_)) => json!("hostile"),
                _ => json!(4_242),
            };
            (column, value)
        };
        let row = self.row(&lead["id"]).await.into_iter();
        let columns = row.filter(|(column, _)| ours.get(column).is_none()).map(value);
        let added = [format!("c{}", field["id"]), "c999999".to_owned()].map(|key| (key, json!("hostile")));
        let all: Vec<_> = columns.chain(added).collect();
        assert!(all.len() > 16, "{all:?}");
        all
    }

    async fn row(&self, id: &Value) -> Row {
        let row = Q::new(self.statement).bind(id.as_i64().unwrap());
        let (text,): (String,) = row.one(self.cx.db()).await.unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// Goes this way with a fresh lead, with something put into a place of what is sent.
    async fn ask(&self, way: &Way, extra: Option<(&str, &str, &Value)>) -> Outcome {
        let there = ["LEAD", "OTHER"].map(|word| way.path.contains(word) || way.body.contains(word));
        let (mut lead, mut other) = (Value::Null, Value::Null);
        if there[0] {
            lead = self.office.lead(named("Ada")).await["id"].clone();
        }
        if there[1] {
            other = self.office.lead(json!({ "name": "Countess", "company": "Engines" })).await["id"].clone();
        }
        let fill = |text: &str| {
            let text = text.replace("LEAD", &lead.to_string()).replace("OTHER", &other.to_string());
            text.replace("STAGE", &self.stage.to_string())
        };
        let mut body: Value = serde_json::from_str(&fill(way.body)).unwrap();
        if let Some((place, key, value)) = extra {
            put(&mut body, place, key, value);
        }
        let before = if there[0] { self.row(&lead).await } else { Row::new() };
        let told = match way.path.split_once(' ') {
            Some((method, path)) => self.office.program.send(method, &fill(path), body).await,
            None => read(self.browser.call(way.path, body).await).await,
        };
        let is_done = told.status < 300;
        if is_done && way.path == "POST /runs" {
            self.until_over(&told.body["id"]).await;
        }
        let after = match (there[0], is_done) {
            (true, _) => self.row(&lead).await,
            (false, true) => self.row(&told.body["id"]).await,
            (false, false) => Row::new(),
        };
        Outcome { is_done, before, after, text: told.text }
    }

    async fn until_over(&self, run: &Value) {
        for _ in 0..400 {
            let state = self.office.program.get(&format!("/runs/{run}")).await.body["state"].clone();
            if state == "done" || state == "failed" {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        panic!("run {run} is not over");
    }
}

fn put(body: &mut Value, place: &str, key: &str, value: &Value) {
    match body.pointer_mut(place).unwrap() {
        Value::Array(names) => names.push(json!(key)),
        fields => fields[key] = value.clone(),
    }
}

async fn statement(cx: &Context) -> &'static str {
    if !cx.db().is_sqlite() {
        return "select cast(to_jsonb(l) as text) from lead l where l.id = ?";
    }
    let columns: Vec<(String,)> =
        Q::new("select name from pragma_table_info('lead')").all(cx.db()).await.unwrap();
    let pairs: Vec<String> = columns.iter().map(|(name,)| format!("'{name}', \"{name}\"")).collect();
    Box::leak(format!("select json_object({}) from lead where id = ?", pairs.join(", ")).into_boxed_str())
}
