//! The outbox: mails that operations posted are sent by a job, with retries. Without a mail server they are kept and
//! can be read under Settings.

mod store;

use std::time::Duration;

use futures::FutureExt;
use kernel::{Context, Feature, JobKind, Language, MailId, Parts, Result};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use serde_json::Value;

use crate::config::{Smtp, Tls};
use store::Waiting;

/// The server's own texts.
const TEXTS: &[(Language, &str)] = kernel::texts!();
/// How long the mail server may take for one mail.
const PATIENCE: Duration = Duration::from_secs(30);
/// The queue gives up after as many tries.
const TRIES: i64 = 12;

/// The way to the mail server.
struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// The way to the mail server, if there is one; found by the job under this type.
struct Configured(Option<Post>);

/// The outbox as a feature of the house.
pub fn feature(smtp: Option<&Smtp>) -> Feature {
    let run = |cx: Context, payload: Value| async move { send(&cx, &payload).await }.boxed();
    Feature {
        texts: TEXTS,
        jobs: vec![JobKind { name: "mail.send", run, every: None }],
        parts: Parts::default().with(Configured(smtp.and_then(connect))),
        ..Feature::default()
    }
}

fn connect(smtp: &Smtp) -> Option<Post> {
    let builder = match smtp.tls {
        Tls::Starttls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&smtp.host),
        Tls::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(&smtp.host),
        Tls::None => Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host)),
    };
    let builder =
        builder.inspect_err(|cause| tracing::error!(%cause, "the mail server cannot be used")).ok()?;
    let builder = builder.port(smtp.port()).timeout(Some(PATIENCE));
    let builder = match (&smtp.user, &smtp.password) {
        (Some(user), Some(password)) => builder.credentials(Credentials::new(user.clone(), password.clone())),
        _ => builder,
    };
    Some(Post { transport: builder.build(), from: smtp.from.parse().ok()? })
}

/// Sends one mail. Doing it again after a crash sends it again at worst, under the same number, so that mail servers
/// can tell.
async fn send(cx: &Context, payload: &Value) -> Result<()> {
    let Some(id) = payload["id"].as_i64().map(MailId) else { return Ok(()) };
    let Some(mail) = store::waiting(cx, id).await? else { return Ok(()) };
    let Some(post) = cx.foyer.parts::<Configured>().next().and_then(|configured| configured.0.as_ref())
    else {
        return store::settle(cx, id, "kept", None).await;
    };
    let message = match write(post, &mail) {
        Ok(message) => message,
        Err(reason) => return store::settle(cx, id, "failed", Some(&reason)).await,
    };
    match post.transport.send(message).await {
        Ok(_) => store::settle(cx, id, "sent", None).await,
        Err(error) if error.is_permanent() || mail.attempts + 1 >= TRIES => {
            store::settle(cx, id, "failed", Some(&error.to_string())).await
        }
        Err(error) => {
            store::note_try(cx, id, &error.to_string()).await?;
            // The queue tries again, later each time.
            Err(kernel::Error::internal(format_args!("mail {id}: {error}")))
        }
    }
}

fn write(post: &Post, mail: &Waiting) -> std::result::Result<Message, String> {
    let to: Mailbox = mail.recipient.parse().map_err(|_| format!("`{}` is no address", mail.recipient))?;
    Message::builder()
        .from(post.from.clone())
        .to(to)
        .subject(&mail.subject)
        .message_id(Some(format!("<{}>", mail.message_id)))
        .date_now()
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body.clone())
        .map_err(|error| error.to_string())
}

#[cfg(test)]
#[path = "mail/mail_tests.rs"]
mod tests;
