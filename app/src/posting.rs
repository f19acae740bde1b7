//! Forms that are posted without leaving the page.

use gloo_net::http::Request;
use kernel::{Error, Result};

/// Where the server leads to when all went well: the smallest page there is.
const DONE: &str = "/healthz";

/// Posts a form of the server's and gives what it says went wrong: the key of a text and the seconds to wait.
///
/// # Errors
/// `Unreachable`.
pub(crate) async fn post(action: &str, fields: &[(&str, &str)]) -> Result<Option<Refusal>> {
    let pairs = fields.iter().copied().chain([("next", DONE)]);
    let body: Vec<_> =
        pairs.map(|(name, value)| format!("{name}={}", js_sys::encode_uri_component(value))).collect();
    let request = Request::post(action)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body.join("&"));
    let answer = request.map_err(|_| Error::Unreachable)?.send().await.map_err(|_| Error::Unreachable)?;
    Ok(Refusal::of(&answer.url()))
}

/// What a form's answer says about what went wrong.
pub(crate) struct Refusal {
    /// The key of the sentence.
    pub problem: String,
    /// After how many seconds another try makes sense.
    pub seconds: i64,
}

impl Refusal {
    /// A form that was refused leads back to its page, with the reason in the address.
    fn of(address: &str) -> Option<Self> {
        let address = web_sys::Url::new(address).ok()?;
        if address.pathname() == DONE {
            return None;
        }
        let said = |name: &str| address.search_params().get(name);
        let seconds = said("seconds").and_then(|seconds| seconds.parse().ok()).unwrap_or_default();
        Some(Self { problem: said("problem").unwrap_or_else(|| "error-invalid".into()), seconds })
    }
}
