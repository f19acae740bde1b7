//! One try to deliver one event.

use kernel::outbound::{Answer, Ask, Failure};
use kernel::{Actor, Context, Event, Instant, Result, WebhookId, feed};
use serde_json::{Value, json};

pub(crate) mod lanes;
pub mod schedule;
pub(crate) mod signature;

use crate::store::collect::reader;
use crate::store::endpoints::switch_off;
use crate::store::log::TEST;
use crate::store::queue::{self, Due, Endpoint, Outcome};
use crate::{OffBecause, Problem};
use signature::Key;

/// No more than this is sent: payloads of events are small, and a receiver must be able to rely on it.
const LARGEST: usize = 256 * 1024;
/// Of an answer so many bytes are read.
const READ: usize = 64 * 1024;
/// The log keeps so many letters of it.
const SHOWN: usize = 1_000;

/// Tries the next delivery of a webhook that is due. Says whether its address could be told; nothing when none is due.
///
/// A server that is killed after the receiver took it and before that is noted sends it again, under the same number.
pub(crate) async fn try_next(cx: &Context, id: WebhookId) -> Result<Option<bool>> {
    // Looking first costs nobody the writer.
    if !queue::is_due(cx, id).await? {
        return Ok(None);
    }
    let Some(endpoint) = queue::endpoint(cx, id).await? else { return Ok(None) };
    let Some(reader) = reader(cx, endpoint.staff_id, endpoint.rights.as_deref()).await? else {
        switch_off(cx, id, endpoint.version, OffBecause::Staff).await?;
        return Ok(None);
    };
    let Some(due) = queue::claim(cx, id).await? else { return Ok(None) };
    let outcome = match body(cx, id, &reader.actor, &due).await? {
        Ok(body) => send(cx, &endpoint, &due, body).await,
        Err(problem) => Outcome { problem: Some(problem), ..Outcome::default() },
    };
    let now = Context { now: cx.foyer.clock.now(), ..cx.clone() };
    queue::settle(&now, id, &endpoint, &due, &outcome).await?;
    Ok(Some(outcome.problem.is_none_or(Problem::is_ours)))
}

/// What is sent: the event as who answers for the webhook sees it now.
async fn body(
    cx: &Context,
    id: WebhookId,
    reader: &Actor,
    due: &Due,
) -> Result<std::result::Result<Vec<u8>, Problem>> {
    let content = match due.event_id {
        None => told(TEST, due.created_at, json!({ "webhook_id": id })),
        Some(event_id) => {
            let event = feed::find_event(cx.db(), event_id).await?;
            match event.and_then(|event| event.seen_by(reader)) {
                Some(event) => of_event(&event),
                None => return Ok(Err(Problem::Unseen)),
            }
        }
    };
    let body = content.to_string().into_bytes();
    Ok(if body.len() > LARGEST { Err(Problem::TooLarge) } else { Ok(body) })
}

fn of_event(event: &Event) -> Value {
    told(&event.kind, event.at, json!(event))
}

fn told(kind: &str, at: Instant, data: Value) -> Value {
    json!({ "type": kind, "timestamp": at.rfc3339(), "data": data })
}

async fn send(cx: &Context, endpoint: &Endpoint, due: &Due, body: Vec<u8>) -> Outcome {
    let began = cx.foyer.clock.now();
    let headers = vec![
        ("content-type", "application/json".to_owned()),
        ("webhook-id", due.message_id.clone()),
        ("webhook-timestamp", seconds(began).to_string()),
        ("webhook-signature", signatures(endpoint, due, began, &body)),
    ];
    let ask = Ask { url: endpoint.url.clone(), body: Some(body), headers, most: READ };
    let answer = cx.foyer.outbound.ask(ask).await;
    outcome(due, answer, cx.foyer.clock.now().0 - began.0)
}

fn seconds(at: Instant) -> i64 {
    at.0.div_euclid(Instant::SECOND)
}

/// One signature for each secret that is good now, divided by spaces.
fn signatures(endpoint: &Endpoint, due: &Due, now: Instant, body: &[u8]) -> String {
    let former =
        endpoint.former_secret.as_deref().filter(|_| endpoint.former_until.is_some_and(|at| at > now));
    let keys = [Some(endpoint.secret.as_str()), former].into_iter().flatten().filter_map(Key::parse);
    let signed: Vec<String> = keys.map(|key| key.sign(&due.message_id, seconds(now), body)).collect();
    signed.join(" ")
}

fn outcome(due: &Due, answer: std::result::Result<Answer, Failure>, duration: i64) -> Outcome {
    let (problem, status, text, wish) = match answer {
        Ok(answer) => {
            let taken = (200..300).contains(&answer.status);
            let problem = (!taken).then_some(Problem::Refused);
            (problem, Some(answer.status), shown(&answer.body), answer.retry_after)
        }
        Err(failure) => (Some(failure.into()), None, None, None),
    };
    let pause = schedule::pause(due.tries, wish, kernel::entropy::bits()).filter(|_| status != Some(410));
    Outcome { problem, status, answer: text, duration, pause }
}

/// The beginning of an answer as a text for the log.
fn shown(body: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(body);
    let is_plain = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let text: String = text.chars().filter(is_plain).take(SHOWN).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_keeps_the_beginning_of_an_answer_as_plain_text() {
        assert_eq!(shown(b" no\x00 \x1b[31mroom\n"), Some("no [31mroom".into()));
        assert_eq!(shown(&[b'a'; 5_000]).unwrap().len(), SHOWN);
        assert_eq!(shown(b"\r\n"), None);
        assert!(shown(&[0xff, 0xfe]).is_some(), "what is no text is shown as such");
    }
}
