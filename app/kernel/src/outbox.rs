use serde_json::json;

use crate::db::{Q, Tx};
use crate::{Context, Language, MailId, Result, Text, entropy};

/// A mail to one person, not yet written in words.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// The reader's language.
    pub language: Language,
    /// The subject line.
    pub subject: Text,
    /// The paragraphs, each a text.
    pub body: Vec<Text>,
    /// A path in the house (`/leads/7`) whose full address ends the mail.
    pub path: Option<String>,
}

impl Context {
    /// Puts a mail into the outbox, in the transaction of what it tells about. It is sent by a job, with retries.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn post(&self, tx: &Tx, mail: Mail) -> Result<MailId> {
        let texts = self.foyer.texts(mail.language);
        let organisation = self.organisation();
        let write = |text: &Text| texts.render(text, &organisation.zone);
        let mut paragraphs: Vec<String> = mail.body.iter().map(write).collect();
        paragraphs.extend(mail.path.map(|path| format!("{}{path}", self.foyer.base_url)));
        let (id,): (MailId,) =
            Q::new("insert into mail (message_id, recipient, subject, body, language, state, created_at)")
                .push("values (?, ?, ?, ?, ?, 'queued', ?) returning id")
                .bind(format!("{}.{}@foyer", self.now.0, entropy::word()))
                .bind(one_line(&mail.to))
                .bind(one_line(&write(&mail.subject)))
                .bind(paragraphs.join("\n\n"))
                .bind(mail.language.code())
                .bind(self.now)
                .one(tx)
                .await?;
        self.enqueue(tx, "mail.send", json!({ "id": id }), self.now, None).await?;
        Ok(id)
    }
}

/// Headers are one line: nothing that a person typed may begin another one.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ").trim().to_owned()
}
