//! The REST API as a program of a customer would use it.

use anyhow::{Context, Result, bail};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

/// A caller with a token.
#[derive(Clone)]
pub struct Api {
    client: Client,
    base: String,
    token: String,
}

impl Api {
    /// A caller of the server at `base`.
    pub fn new(base: &str, token: String) -> Result<Self> {
        let client = Client::builder().pool_max_idle_per_host(128).tcp_nodelay(true).build()?;
        Ok(Self { client, base: base.to_owned(), token })
    }

    /// A request that is still to be sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}/api/v1{path}", self.base)).bearer_auth(&self.token)
    }

    /// Asks and reads the whole answer, without looking into it.
    pub async fn fetch(&self, path: &str) -> Result<()> {
        let response = self.request(Method::GET, path).send().await?;
        let status = response.status();
        let bytes = response.bytes().await?;
        if !status.is_success() {
            bail!("GET {path}: {status} {}", String::from_utf8_lossy(&bytes));
        }
        Ok(())
    }

    /// Asks and reads the answer.
    pub async fn get(&self, path: &str) -> Result<Value> {
        send(self.request(Method::GET, path), path).await
    }

    /// Sends a document and reads the answer.
    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Result<Value> {
        send(self.request(method, path).json(body), path).await
    }
}

/// Sends a request and reads the answer as JSON.
pub async fn send(request: RequestBuilder, path: &str) -> Result<Value> {
    let response = request.send().await.with_context(|| path.to_owned())?;
    let status = response.status();
    let text = response.text().await?;
    if !status.is_success() {
        bail!("{path}: {status} {text}");
    }
    serde_json::from_str(&text).with_context(|| format!("{path}: {text}"))
}
