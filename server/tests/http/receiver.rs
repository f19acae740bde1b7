//! Another program, to which webhooks lead.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use tokio::net::TcpListener;

/// What it was sent.
#[derive(Clone, Debug)]
pub struct Message {
    pub id: String,
    pub seconds: i64,
    pub signature: String,
    pub text: String,
    pub body: Value,
}

impl Message {
    pub fn is_signed_by(&self, secret: &str) -> bool {
        let own = webhooks::Key::parse(secret).unwrap().sign(&self.id, self.seconds, self.text.as_bytes());
        self.signature.split(' ').any(|signature| signature == own)
    }
}

/// It answers what it was sent, with these statuses and places to go to, and with 200 from then on.
#[derive(Clone, Default)]
pub struct Receiver {
    pub url: String,
    received: Arc<Mutex<Vec<Message>>>,
    answers: Arc<Mutex<VecDeque<(StatusCode, String)>>>,
}

impl Receiver {
    pub async fn start() -> Self {
        Self::at("127.0.0.1:0").await
    }

    pub async fn at(address: &str) -> Self {
        let listener = TcpListener::bind(address.parse::<SocketAddr>().unwrap()).await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let receiver = Self { url, ..Self::default() };
        let own = receiver.clone();
        let answer = move |headers: HeaderMap, body: Bytes| {
            let own = own.clone();
            async move { own.take(&headers, &body) }
        };
        let app = Router::new().fallback(answer);
        tokio::spawn(async move { axum::serve(listener, app).await });
        receiver
    }

    fn take(&self, headers: &HeaderMap, body: &[u8]) -> Response {
        let header =
            |name| headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
        let text = String::from_utf8(body.to_vec()).unwrap();
        self.received.lock().unwrap().push(Message {
            id: header("webhook-id"),
            seconds: header("webhook-timestamp").parse().unwrap_or_default(),
            signature: header("webhook-signature"),
            body: serde_json::from_str(&text).unwrap_or_default(),
            text: text.clone(),
        });
        let next = self.answers.lock().unwrap().pop_front();
        let (status, place) = next.unwrap_or((StatusCode::OK, String::new()));
        (status, [("location", place)], text).into_response()
    }

    pub fn answers(&self, status: u16, place: &str) {
        self.answers.lock().unwrap().push_back((StatusCode::from_u16(status).unwrap(), place.to_owned()));
    }

    pub fn received(&self) -> Vec<Message> {
        self.received.lock().unwrap().clone()
    }

    /// What it was sent, as soon as there is so much of it.
    pub async fn until(&self, count: usize) -> Vec<Message> {
        for _ in 0..1_000 {
            if self.received().len() >= count {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let received = self.received();
        let types: Vec<_> = received.iter().map(|one| one.body["type"].clone()).collect();
        assert!(received.len() >= count, "{count} messages arrive: {types:?}");
        received
    }
}
