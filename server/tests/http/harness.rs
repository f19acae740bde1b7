//! A server on a port of its own, and browsers that talk to it.

pub use kernel::testing::postgres_schema;
use std::sync::Arc;

use kernel::Context;
use reqwest::cookie::{CookieStore, Jar};
use reqwest::header::{HeaderMap, HeaderValue, ORIGIN};
use reqwest::{Client, RequestBuilder, Response, redirect};
use server::config::Config;
use server::serve::Running;
use server::site::Site;
use staff::store::NewStaff;

pub const PASSWORD: &str = "a quiet corner of the harbour";

/// A server with a company of its own. It goes when it is dropped.
pub struct Server {
    pub running: Running,
    pub config: Config,
    pub folder: tempfile::TempDir,
}

impl Server {
    /// A server on SQLite that nobody has set up.
    pub async fn start() -> Self {
        Self::with(|_| {}).await
    }

    /// The same with other settings.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config { is_durable: false, ..Config::in_folder(folder.path()) };
        change(&mut config);
        let running = Running::start(config.clone(), Site::empty()).await.unwrap();
        Self { running, config, folder }
    }

    /// A server with one administrator, on SQLite.
    pub async fn set_up() -> Self {
        let server = Self::start().await;
        server.add_admin("ada@example.com").await;
        server
    }

    /// The same on PostgreSQL, if the tests have one.
    pub async fn set_up_on_postgres() -> Option<Self> {
        let url = postgres_schema().await?;
        let server = Self::with(|config| config.database_url = Some(url)).await;
        server.add_admin("ada@example.com").await;
        Some(server)
    }

    pub fn system(&self) -> Context {
        Context::system(&self.running.house.foyer)
    }

    /// An administrator with [`PASSWORD`].
    pub async fn add_admin(&self, email: &str) -> kernel::StaffId {
        let new = NewStaff {
            name: "Ada Byron".into(),
            email: email.into(),
            password: Some(PASSWORD.into()),
            is_admin: true,
            ..NewStaff::default()
        };
        staff::store::add(&self.system(), new).await.unwrap()
    }

    /// A browser without a session, on one of our own pages.
    pub fn browser(&self) -> Browser {
        let mut headers = HeaderMap::new();
        headers.insert(ORIGIN, HeaderValue::from_str(&self.running.url()).unwrap());
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        self.browser_with(headers)
    }

    /// A program that says nothing by itself.
    pub fn bare(&self) -> Browser {
        self.browser_with(HeaderMap::new())
    }

    fn browser_with(&self, headers: HeaderMap) -> Browser {
        let jar = Arc::new(Jar::default());
        let client = Client::builder().redirect(redirect::Policy::none()).default_headers(headers);
        Browser { client: client.cookie_provider(jar.clone()).build().unwrap(), url: self.running.url(), jar }
    }

    /// A browser in which the administrator of [`Server::set_up`] is signed in.
    pub async fn signed_in(&self) -> Browser {
        let browser = self.browser();
        let answer = browser.form("/sign-in", &[("email", "ada@example.com"), ("password", PASSWORD)]).await;
        assert_eq!(target(&answer), "/", "the administrator signs in");
        browser
    }
}

/// Where an answer leads.
pub fn target(answer: &Response) -> &str {
    assert_eq!(answer.status(), 303);
    answer.headers()["location"].to_str().unwrap()
}

/// Somebody who asks the server.
pub struct Browser {
    pub client: Client,
    url: String,
    jar: Arc<Jar>,
}

impl Browser {
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        self.client.request(method.parse().unwrap(), format!("{}{path}", self.url))
    }

    /// The cookies that it sends.
    pub fn cookie(&self) -> String {
        let cookies = self.jar.cookies(&self.url.parse().unwrap());
        cookies.map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    pub async fn get(&self, path: &str) -> Response {
        self.request("GET", path).header("accept", "text/html").send().await.unwrap()
    }

    pub async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        self.request("POST", path).form(fields).send().await.unwrap()
    }

    /// Asks a server function.
    pub async fn call(&self, name: &str, input: serde_json::Value) -> Response {
        self.request("POST", &format!("/api/{name}")).json(&input).send().await.unwrap()
    }
}
