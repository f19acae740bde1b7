//! Those who work with the server until it is gone.

use std::sync::Arc;
use std::time::Duration;

use reqwest::multipart::{Form, Part};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::chance::Chance;
use crate::company::{Company, Server};
use crate::ledger::{Answer, Call, Kind, Ledger};

/// People who create and move leads at the same time. Each has leads of their own.
const HANDS: u64 = 3;
/// Rows of an imported file: some batches.
const ROWS: i64 = 2_500;
/// Imports that run at the same time.
const IMPORTS: usize = 2;
/// Who asks again does not wait for a call that was cut off.
const PATIENCE: Duration = Duration::from_millis(400);
/// A small picture: its preview is a second file.
const PICTURE: &[u8] = include_bytes!("picture.png");

/// Everybody who is at work.
pub struct Work(JoinSet<()>);

impl Work {
    /// Waits until all have noticed that the server is gone.
    ///
    /// # Panics
    /// With what somebody saw that must not be.
    pub async fn ended(self) {
        self.0.join_all().await;
    }
}

/// Somebody at work.
struct Worker {
    client: Client,
    url: String,
    token: String,
    ledger: Arc<Ledger>,
    chance: Chance,
}

/// Lets everybody begin.
pub fn begin(server: &Server, company: &Company, ledger: &Arc<Ledger>, chance: &mut Chance) -> Work {
    let mut worker = || Worker::new(server, company, ledger, chance.child());
    let mut all = JoinSet::new();
    for number in 0..HANDS {
        all.spawn(worker().create_and_move(number));
    }
    all.spawn(worker().upload());
    all.spawn(worker().import());
    all.spawn(worker().ask_again());
    Work(all)
}

impl Worker {
    fn new(server: &Server, company: &Company, ledger: &Arc<Ledger>, chance: Chance) -> Self {
        let (url, token) = (format!("{}/api/v1", server.url), company.token.clone());
        Self { client: Client::new(), url, token, ledger: ledger.clone(), chance }
    }

    fn request(&self, method: &str, path: &str) -> RequestBuilder {
        self.client.request(method.parse().unwrap(), format!("{}{path}", self.url)).bearer_auth(&self.token)
    }

    async fn get(&self, path: &str) -> Option<Value> {
        send(self.request("GET", path)).await.map(|answer| answer.body)
    }

    /// Makes a call with a key of its own and notes the answer; `None` when the server is gone.
    async fn call(&self, path: &str, kind: Kind) -> Option<Answer> {
        let (place, key) = self.ledger.begin(path, kind.clone());
        let answer =
            send(self.of(&Call { key, path: path.to_owned(), kind: kind.clone(), answer: None })).await?;
        let is_conflict = answer.status == 409 && matches!(kind, Kind::Move(..));
        assert!(answer.status < 300 || is_conflict, "{path} {kind:?}: {answer:?}");
        self.ledger.answered(place, answer.clone());
        Some(answer)
    }

    fn of(&self, call: &Call) -> RequestBuilder {
        let request = self.request("POST", &call.path).header("idempotency-key", &call.key);
        let file =
            |name: String, bytes: Vec<u8>| Form::new().part("file", Part::bytes(bytes).file_name(name));
        match &call.kind {
            Kind::Create(body) | Kind::Move(_, body) => request.json(body),
            Kind::Upload(bytes) if bytes == PICTURE => {
                request.multipart(file(format!("{}.png", call.key), bytes.clone()))
            }
            Kind::Upload(bytes) => request.multipart(file(format!("{}.pdf", call.key), bytes.clone())),
            Kind::Import(name, rows) => request.multipart(file(format!("{name}.csv"), csv(name, *rows))),
        }
    }

    /// The leads that were answered as made, in the order in which they were made.
    fn leads(&self) -> Vec<i64> {
        let made = |call: Call| match (call.kind, call.answer) {
            (Kind::Create(_), Some(answer)) => answer.body["id"].as_i64(),
            _ => None,
        };
        self.ledger.all().into_iter().filter_map(made).collect()
    }

    async fn create_and_move(mut self, number: u64) {
        let Some(stages) = self.get("/stages").await else { return };
        let open = |stage: &&Value| stage["kind"] == "open";
        let stages: Vec<i64> = stages["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(open)
            .filter_map(|s| s["id"].as_i64())
            .collect();
        loop {
            let all = self.leads();
            let own: Vec<i64> =
                all.iter().copied().filter(|id| id.unsigned_abs() % HANDS == number).collect();
            let done = match self.chance.pick(&own).copied() {
                Some(id) if self.chance.below(4) > 0 => self.move_one(id, &stages, &all).await,
                _ => self.create().await,
            };
            if done.is_none() {
                return;
            }
        }
    }

    async fn create(&mut self) -> Option<Answer> {
        let name = format!("Lead {:016x}", self.chance.below(u64::MAX));
        let value = json!({ "currency": "EUR", "minor": self.chance.below(1_000_000) });
        self.call("/leads", Kind::Create(json!({ "name": name, "value": value }))).await
    }

    async fn move_one(&mut self, id: i64, stages: &[i64], all: &[i64]) -> Option<Answer> {
        let version = self.get(&format!("/leads/{id}")).await?["version"].clone();
        let after = self.chance.pick(all).copied().filter(|after| *after != id);
        let to = json!({ "stage_id": self.chance.pick(stages), "after_id": after, "version": version });
        self.call(&format!("/leads/{id}/move"), Kind::Move(id, to)).await
    }

    async fn upload(mut self) {
        loop {
            let all = self.leads();
            let Some(id) = self.chance.pick(&all).copied() else {
                tokio::time::sleep(Duration::from_millis(20)).await;
                if self.get("/stages").await.is_none() {
                    return;
                }
                continue;
            };
            let bytes = match self.chance.below(4) {
                0 => PICTURE.to_vec(),
                _ => {
                    let length = usize::try_from(self.chance.below(300_000)).unwrap();
                    format!("%PDF-1.7\n{:x}\n", self.chance.below(u64::MAX))
                        .into_bytes()
                        .into_iter()
                        .cycle()
                        .take(50 + length)
                        .collect()
                }
            };
            if self.call(&format!("/leads/{id}/files"), Kind::Upload(bytes)).await.is_none() {
                return;
            }
        }
    }

    async fn import(mut self) {
        loop {
            tokio::time::sleep(Duration::from_millis(self.chance.below(120))).await;
            let Some(list) = self.get("/imports?limit=10").await else { return };
            let running =
                list["items"].as_array().unwrap().iter().filter(|import| import["state"] == "running");
            if running.count() < IMPORTS {
                let name = format!("i{:08x}", self.chance.below(1 << 32));
                if self.call("/imports", Kind::Import(name, ROWS)).await.is_none() {
                    return;
                }
            }
        }
    }

    /// Asks again what was answered last, and what was not.
    async fn ask_again(self) {
        let calls = self.ledger.all();
        let (answered, cut_off): (Vec<_>, Vec<_>) =
            calls.into_iter().enumerate().partition(|(_, call)| call.answer.is_some());
        for (place, call) in answered.into_iter().rev().take(4).chain(cut_off.into_iter().rev().take(4)) {
            self.repeat(place, &call).await;
        }
    }

    async fn repeat(&self, place: usize, call: &Call) {
        let Some(again) = send(self.of(call).timeout(PATIENCE)).await else { return };
        match &call.answer {
            Some(first) => assert_eq!(&again, first, "{call:?} is answered as the first time"),
            None if again.status < 300 => self.ledger.answered(place, again),
            // Nobody can tell whether it happened; saying so is the honest answer.
            None => assert_eq!(again.status, 409, "{call:?}: {again:?}"),
        }
    }
}

/// The rows of a file: none is like another one.
fn csv(name: &str, rows: i64) -> Vec<u8> {
    let row = |number| format!("{name} {number},{name}.{number}@example.com,{number}.50\n");
    ("Name,E-mail,Value\n".to_owned() + &(1..=rows).map(row).collect::<String>()).into_bytes()
}

/// `None` when no whole answer came.
async fn send(request: RequestBuilder) -> Option<Answer> {
    let answer = request.send().await.ok()?;
    let status = answer.status().as_u16();
    let text = answer.text().await.ok()?;
    Some(Answer { status, body: serde_json::from_str(&text).unwrap_or(Value::String(text)) })
}

/// Waits until every import has come to its end by itself.
pub async fn until_imports_have_ended(server: &Server, company: &Company) {
    let worker = Worker::new(server, company, &Arc::default(), Chance::new(0));
    for _ in 0..600 {
        let list = worker.get("/imports?limit=100").await.unwrap();
        if list["items"].as_array().unwrap().iter().all(|import| import["state"] != "running") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("an import does not go on: {:#}", worker.get("/imports?limit=100").await.unwrap());
}

/// Asks everything again that is remembered: all is answered as the first time, and nothing happens twice.
pub async fn replay(server: &Server, company: &Company, ledger: &Arc<Ledger>) {
    let worker = Worker::new(server, company, ledger, Chance::new(0));
    let calls = ledger.all();
    for (place, call) in calls.iter().enumerate().filter(|(_, call)| call.answer.is_some()).rev().take(300) {
        worker.repeat(place, call).await;
    }
    let cut_off = calls.iter().enumerate().filter(|(_, call)| call.answer.is_none());
    futures::future::join_all(cut_off.map(|(place, call)| worker.repeat(place, call))).await;
}
