//! The REST API, asked as programs ask it.

mod accounts;
mod at_once;
mod changes;
mod customers;
mod description;
mod duplicates;
mod entities;
mod imports;
mod lead_fields;
mod leads;
mod limits;
mod once;
mod records;
mod runs;
mod tasks;
mod webhooks;
mod words;

use std::num::NonZeroU32;

use kernel::{Area, Can, Capabilities, Scope, StaffId};
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};
use server::config::{Api, Config};

use crate::harness::{Browser, Server, postgres_schema};

/// The same test on SQLite and, where there is one, on PostgreSQL.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            #[tokio::test]
            async fn on_sqlite() {
                super::$name(crate::rest::Office::on_sqlite().await).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                if let Some(office) = crate::rest::Office::on_postgres().await {
                    super::$name(office).await;
                }
            }
        }
    )+};
}
pub(crate) use on_both;

/// A server with an administrator who has a token.
pub struct Office {
    pub server: Server,
    pub admin: StaffId,
    pub program: Program,
}

/// A program with a token.
pub struct Program {
    browser: Browser,
    pub token: String,
}

/// An answer that has been read.
#[derive(Debug)]
pub struct Told {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub body: Value,
    pub text: String,
}

pub fn generous(config: &mut Config) {
    let calls = NonZeroU32::new(1_000_000).unwrap();
    config.api = Api { rate: calls, burst: calls };
}

impl Office {
    pub async fn on_sqlite() -> Self {
        Self::of(Server::with(generous).await).await
    }

    pub async fn on_postgres() -> Option<Self> {
        let url = postgres_schema().await?;
        let change = |config: &mut Config| {
            generous(config);
            config.database_url = Some(url);
        };
        Some(Self::of(Server::with(change).await).await)
    }

    /// An administrator with a token in the company of this server.
    pub async fn of(server: Server) -> Self {
        let admin = server.add_admin("ada@example.com").await;
        let program = program(&server, admin, Scope::Full).await;
        Self { server, admin, program }
    }

    /// Somebody with these rights, and a program of theirs.
    pub async fn person(&self, name: &str, rights: &[(Area, Can)]) -> (StaffId, Program) {
        let rights = rights.iter().fold(Capabilities::NONE, |set, (area, can)| set.with(*area, *can));
        let id = staff::testing::insert_staff(&self.server.system(), name, rights).await;
        (id, program(&self.server, id, Scope::Full).await)
    }

    pub async fn lead(&self, fields: Value) -> Value {
        let told = self.program.post("/leads", fields).await;
        assert_eq!(told.status, 201, "{told:?}");
        told.body
    }

    /// The stages of the board, in their order.
    pub async fn stages(&self) -> Vec<Value> {
        self.program.get("/stages").await.body["items"].as_array().unwrap().clone()
    }
}

pub async fn program(server: &Server, staff: StaffId, scope: Scope) -> Program {
    let token = staff::tokens::create(&server.system(), staff, "test", scope).await.unwrap();
    Program { browser: server.bare(), token }
}

/// What everybody in sales may do with their own leads.
pub fn own_leads() -> Vec<(Area, Can)> {
    [Can::ViewOwn, Can::Create, Can::Edit, Can::Delete].map(|can| (Area::Leads, can)).to_vec()
}

impl Program {
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        self.browser.request(method, &format!("/api/v1{path}")).bearer_auth(&self.token)
    }

    pub async fn get(&self, path: &str) -> Told {
        read(self.request("GET", path).send().await.unwrap()).await
    }

    pub async fn send(&self, method: &str, path: &str, body: Value) -> Told {
        read(self.request(method, path).json(&body).send().await.unwrap()).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Told {
        self.send("POST", path, body).await
    }

    pub async fn upload(
        &self,
        path: &str,
        name: &str,
        content: &[u8],
        fields: &[(&'static str, &'static str)],
    ) -> Told {
        let part = reqwest::multipart::Part::bytes(content.to_vec()).file_name(name.to_owned());
        let form = fields
            .iter()
            .fold(reqwest::multipart::Form::new(), |form, (name, value)| form.text(*name, *value));
        read(self.request("POST", path).multipart(form.part("file", part)).send().await.unwrap()).await
    }
}

pub async fn read(answer: Response) -> Told {
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let text = answer.text().await.unwrap();
    let body = serde_json::from_str(&text).unwrap_or(Value::Null);
    Told { status, headers, body, text }
}

impl Told {
    /// The kind of a problem, and that it is one in every respect.
    pub fn problem(&self) -> &str {
        assert_eq!(self.headers["content-type"], "application/problem+json", "{self:?}");
        assert_eq!(self.headers["cache-control"], "no-store");
        assert_eq!(self.body["status"], self.status, "{self:?}");
        assert!(self.body["title"].as_str().is_some_and(|title| !title.contains("rest-")), "{self:?}");
        assert!(self.body["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{self:?}");
        self.body["type"].as_str().unwrap().rsplit('#').next().unwrap()
    }

    /// The fields that a problem names.
    pub fn fields(&self) -> Vec<&str> {
        self.body["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap()).collect()
    }
}

pub fn named(name: &str) -> Value {
    json!({ "name": name })
}
