//! A signed-in browser, as far as its pages' own calls go.

use anyhow::{Context, Result, ensure};
use reqwest::header::{COOKIE, ORIGIN, SET_COOKIE};
use reqwest::{Client, redirect};
use serde_json::Value;

/// Somebody who has signed in.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    base: String,
    cookie: String,
}

impl Visitor {
    /// Signs in as one of the demonstration company's people.
    pub async fn sign_in(base: &str, email: &str) -> Result<Self> {
        let client = Client::builder().redirect(redirect::Policy::none()).tcp_nodelay(true).build()?;
        // The demonstration company's one password.
        let form = Client::post(&client, format!("{base}/sign-in")).header(ORIGIN, base);
        let answer = form.form(&[("email", email), ("password", "foyer-demo")]).send().await?;
        ensure!(answer.status().as_u16() < 400, "signing in: {}", answer.status());
        let cookies = answer.headers().get_all(SET_COOKIE).iter();
        let pairs = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
        let cookie = pairs.collect::<Vec<_>>().join("; ");
        Ok(Self { client, base: base.to_owned(), cookie })
    }

    /// Calls a function of the pages and reads the whole answer.
    pub async fn call(&self, function: &str, body: &Value) -> Result<()> {
        let path = format!("{}/api/{function}", self.base);
        let request = self.client.post(path).header(ORIGIN, &self.base).header(COOKIE, &self.cookie);
        let answer = request.json(body).send().await.with_context(|| function.to_owned())?;
        let status = answer.status();
        let text = answer.text().await?;
        ensure!(status.is_success(), "{function}: {status} {text}");
        Ok(())
    }
}
