//! What the tests share: a receiver on this machine, and people.
#![allow(dead_code)]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Feature, NewEvent, RecordKind, Result, StaffId};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use webhooks::{Delivery, Key, MadeWebhook, WebhookEdit, store};

pub fn features() -> Vec<Feature> {
    vec![staff::feature(), webhooks::feature()]
}

/// What a receiver was sent.
#[derive(Clone, Debug)]
pub struct Received {
    pub id: String,
    pub timestamp: i64,
    pub signature: String,
    pub body: String,
}

impl Received {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// Whether one of its signatures is that of this secret.
    pub fn is_signed_by(&self, secret: &str) -> bool {
        let own = Key::parse(secret).unwrap().sign(&self.id, self.timestamp, self.body.as_bytes());
        self.signature.split(' ').any(|signature| signature == own)
    }
}

/// Another program. It answers with these statuses, one after another, and with 200 from then on.
pub struct Receiver {
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
    answers: Arc<Mutex<VecDeque<String>>>,
}

impl Receiver {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let (received, answers) = (Arc::default(), Arc::<Mutex<VecDeque<String>>>::default());
        let receiver = Self { url, received, answers };
        let (received, answers) = (receiver.received.clone(), receiver.answers.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let answer = answers.lock().unwrap().pop_front();
                let answer = answer.unwrap_or_else(|| reply(200, ""));
                let read = serve(stream, &answer).await;
                received.lock().unwrap().push(read);
            }
        });
        receiver
    }

    /// Answers like this next.
    pub fn answers(&self, status: u16, header: &str) {
        self.answers.lock().unwrap().push_back(reply(status, header));
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

fn reply(status: u16, header: &str) -> String {
    let body = format!("said {status}");
    format!(
        "HTTP/1.1 {status} X\r\n{header}content-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

async fn serve(mut stream: TcpStream, answer: &str) -> Received {
    let (mut bytes, mut piece) = (Vec::new(), [0; 4096]);
    let text = loop {
        let read = stream.read(&mut piece).await.unwrap();
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length: usize = header(head, "content-length").parse().unwrap();
        if body.len() >= length || read == 0 {
            break text;
        }
    };
    stream.write_all(answer.as_bytes()).await.unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /hook HTTP/1.1"), "{head}");
    assert_eq!(header(head, "content-type"), "application/json");
    Received {
        id: header(head, "webhook-id"),
        timestamp: header(head, "webhook-timestamp").parse().unwrap(),
        signature: header(head, "webhook-signature"),
        body: body.to_owned(),
    }
}

fn header(head: &str, name: &str) -> String {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    let mut found = lines.filter(|(own, _)| own.eq_ignore_ascii_case(name));
    found.next().map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

/// Somebody who may set webhooks up and has these rights besides.
pub async fn keeper(house: &TestHouse, name: &str, further: &[(Area, Can)]) -> Context {
    let all = further.iter().fold(Capabilities::NONE, |set, (area, can)| set.with(*area, *can));
    let all = all.with(Area::Settings, Can::Edit).with(Area::Settings, Can::ViewOwn);
    let id = staff::testing::insert_staff(&house.system(), name, all).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

/// Somebody who may set webhooks up and sees all leads.
pub async fn chief(house: &TestHouse) -> Context {
    keeper(house, "Ada", &[(Area::Leads, Can::ViewAll)]).await
}

/// Somebody who looks after the house.
pub async fn administrator(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Root").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

pub fn leads(url: &str) -> WebhookEdit {
    WebhookEdit { url: url.into(), kinds: vec!["lead.*".into()], ..WebhookEdit::default() }
}

pub async fn made(cx: &Context, edit: &WebhookEdit) -> MadeWebhook {
    store::create(cx, edit).await.unwrap()
}

/// Something happens to a lead that belongs to these people.
pub async fn happen(cx: &Context, kind: &'static str, lead: i64, whose: &[StaffId]) {
    let mut event = NewEvent::new(kind, RecordKind::Lead, lead).payload(json!({ "lead": lead }));
    event.audience.staff = whose.to_vec();
    let event = &event;
    cx.tx(|tx| async move { cx.record(&tx, event.clone()).await }).await.unwrap();
}

/// Everything that is due is sent, as soon as there is so much in the log; an event is told on PostgreSQL only when the
/// transactions of other tests that began before it have ended.
pub async fn sent(house: &TestHouse, cx: &Context, made: &MadeWebhook, deliveries: usize) -> Vec<Delivery> {
    for _ in 0..500 {
        webhooks::drain(&house.foyer).await.unwrap();
        let log = log(cx, made).await.unwrap();
        if log.len() >= deliveries {
            return log;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    log(cx, made).await.unwrap()
}

/// The log, the newest first.
pub async fn log(cx: &Context, made: &MadeWebhook) -> Result<Vec<Delivery>> {
    Ok(store::deliveries(cx, made.webhook.id, None, 100).await?.items)
}
