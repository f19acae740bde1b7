//! What a person is told: somebody gave them a lead, a reminder is due. [`notify`] is the only door.

use kernel::db::{FromRow, Json, Q, Tx, Val};
use kernel::{
    Actor, Audience, Context, Instant, Language, Mail, NotificationId, RecordKind, RecordRef, Result, Sight,
    StaffActor, StaffId, Text,
};
use serde_json::{Value, json};

use super::told;
use crate::{Channel, Notice, Notification};

/// What came of one long run is put together for so long before a mail tells of it.
const GATHER: i64 = 5 * Instant::MINUTE;

/// Something that somebody is to be told of.
#[derive(Clone, Debug)]
pub struct Telling {
    /// Of what kind it is.
    pub notice: Notice,
    /// Whom.
    pub to: StaffId,
    /// What is said under the bell, and in the mail if that has no words of its own.
    pub text: Text,
    /// What it is about, and who may learn of that.
    pub about: Option<(RecordRef, Audience)>,
    /// The mail's words, if they are others: the subject and the paragraphs.
    pub mail: Option<(Text, Vec<Text>)>,
}

/// Who is told, as the house knows them.
#[derive(FromRow)]
struct Reader {
    name: String,
    email: String,
    language: Option<String>,
    is_admin: bool,
    capabilities: Option<String>,
    channel: Option<String>,
}

/// Tells a person something, in the transaction in which it happens, in the way that they chose. Their bell rings at once.
///
/// Nobody is told of what they did themselves, of what they may not see, or of anything when they have left. What one
/// long run ([`kernel::Cause::run_id`]) brings to somebody is one notification that counts.
///
/// # Errors
/// As [`Q::all`].
pub async fn notify(cx: &Context, tx: &Tx, telling: Telling) -> Result<()> {
    notify_of(cx, tx, telling, 1).await
}

/// The same of so many things at once, the first of which the words are about; for what a long run makes by the hundred.
///
/// # Errors
/// As [`Q::all`].
pub async fn notify_of(cx: &Context, tx: &Tx, telling: Telling, things: i64) -> Result<()> {
    if cx.staff_id() == Some(telling.to) {
        return Ok(());
    }
    let Some(reader) = reader(tx, telling.to, telling.notice).await? else { return Ok(()) };
    let channel = reader.channel.as_deref().and_then(Channel::parse).unwrap_or(telling.notice.usual());
    if channel == Channel::None || !reader.may_learn(&telling) {
        return Ok(());
    }
    let (id, count) = keep(cx, tx, &telling, things, channel == Channel::Digest).await?;
    // The words stay out of the event: administrators see that somebody was told something, not what.
    cx.record(tx, told("notification.created", telling.to, json!({ "notification_id": id }))).await?;
    match (channel, cx.cause.run_id) {
        (Channel::Mail, None) => cx.post(tx, reader.mail(cx, telling)).await.map(drop),
        (Channel::Mail, Some(_)) if count == things => {
            cx.enqueue(tx, "notifications.mail", json!({ "id": id }), cx.now.plus(GATHER), None).await
        }
        _ => Ok(()),
    }
}

async fn reader(tx: &Tx, id: StaffId, notice: Notice) -> Result<Option<Reader>> {
    Q::new("select s.name, s.email, s.language, s.is_admin, r.capabilities, c.channel from staff s")
        .push("left join role r on r.id = s.role_id")
        .push("left join notice_choice c on c.staff_id = s.id and c.notice = ?")
        .push("where s.id = ? and s.is_active")
        .bind(notice.code())
        .bind(id)
        .optional(tx)
        .await
}

impl Reader {
    /// Whether the person may see what it is about. The audience says the same as the record's store, and also of what
    /// has only just become theirs.
    fn may_learn(&self, telling: &Telling) -> bool {
        let Some((record, audience)) = &telling.about else { return true };
        let actor = Actor::Staff(StaffActor {
            id: telling.to,
            name: self.name.clone(),
            is_admin: self.is_admin,
            capabilities: crate::role::rights(self.capabilities.as_deref()),
            token: None,
            is_viewing: false,
        });
        audience.sight(&actor, record.kind.area()) == Sight::Full
    }

    fn mail(self, cx: &Context, telling: Telling) -> Mail {
        let path = telling.about.and_then(|(record, _)| record.path());
        let (subject, body) =
            telling.mail.unwrap_or_else(|| (telling.text.clone(), vec![telling.text.clone()]));
        Mail { to: self.email, language: language(cx, self.language.as_deref()), subject, body, path }
    }
}

/// The language of a person's mails.
pub(super) fn language(cx: &Context, chosen: Option<&str>) -> Language {
    chosen.and_then(Language::parse).unwrap_or(cx.organisation().language)
}

/// Writes the notification; gives its number and of how many things it tells.
async fn keep(
    cx: &Context,
    tx: &Tx,
    telling: &Telling,
    things: i64,
    for_digest: bool,
) -> Result<(NotificationId, i64)> {
    let about = telling.about.as_ref().map(|(record, _)| *record);
    Q::new("insert into notification (staff_id, notice, run_id, for_digest, text, record_kind, record_id, count, created_at)")
        .push("values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .push("on conflict (staff_id, notice, run_id) where run_id is not null do update set")
        .push("count = notification.count + excluded.count, created_at = excluded.created_at, read_at = null,")
        .push("for_digest = excluded.for_digest")
        .push("returning id, count")
        .bind(telling.to)
        .bind(telling.notice.code())
        .bind(cx.cause.run_id)
        .bind(for_digest)
        .bind(Val::json(&telling.text))
        .bind(about.map(|record| record.kind.code()))
        .bind(about.map(|record| record.id))
        .bind(things)
        .bind(cx.now)
        .one(tx)
        .await
}

/// Sends the mail about what one long run brought to somebody, now that it is put together: for the job.
///
/// # Errors
/// As [`Q::all`].
pub(super) async fn mail_gathered(cx: &Context, payload: &Value) -> Result<()> {
    let Some(id) = payload["id"].as_i64().map(NotificationId) else { return Ok(()) };
    let found: Option<Row> =
        Q::new(COLUMNS).push("where n.id = ? and n.read_at is null").bind(id).optional(cx.db()).await?;
    let Some((to, telling)) = found.map(|row| (row.staff_id, Notification::from(row))) else { return Ok(()) };
    let Some(colleague) = crate::acting(cx, to).await? else { return Ok(()) };
    if !may_see(&colleague, &telling).await? {
        return Ok(());
    }
    let member = &super::find(cx, to).await?;
    let mail = &Mail {
        to: member.email.clone(),
        language: member.language.unwrap_or(cx.organisation().language),
        subject: telling.text.clone(),
        body: vec![telling.text.clone()],
        path: telling.path(),
    };
    cx.tx(|tx| async move { cx.post(&tx, mail.clone()).await.map(drop) }).await
}

pub(super) const COLUMNS: &str = "select n.id, n.staff_id, n.notice, n.count, n.text, n.record_kind, n.record_id, n.created_at, \
                       n.read_at from notification n";

#[derive(FromRow)]
pub(super) struct Row {
    id: NotificationId,
    pub(super) staff_id: StaffId,
    notice: Option<String>,
    count: i64,
    text: Json<Text>,
    record_kind: Option<String>,
    record_id: Option<i64>,
    created_at: Instant,
    read_at: Option<Instant>,
}

impl From<Row> for Notification {
    fn from(row: Row) -> Self {
        let kind = row.record_kind.as_deref().and_then(RecordKind::parse);
        // Of many things no one is the one to open.
        let record = kind.zip(row.record_id).filter(|_| row.count == 1);
        let many = row.notice.as_deref().and_then(Notice::parse).filter(|_| row.count > 1);
        Self {
            id: row.id,
            text: many.map_or(row.text.0, |notice| Text::new(notice.many()).with("count", row.count)),
            record: record.map(|(kind, id)| RecordRef { kind, id }),
            created_at: row.created_at,
            is_read: row.read_at.is_some(),
        }
    }
}

/// Whether the person may still see what it is about. What nobody opens for others, such as an import, asks by itself.
pub(super) async fn may_see(cx: &Context, notification: &Notification) -> Result<bool> {
    match notification.record {
        Some(record) if cx.foyer.doors().iter().any(|door| door.kind == record.kind) => {
            cx.may_look_at(record).await
        }
        _ => Ok(true),
    }
}

/// The 30 newest notifications of the person who asks, newest first, without those about what they may not see any more.
/// Such ones do not count as unread from now on.
///
/// # Errors
/// `Unauthenticated`.
pub async fn list(cx: &Context) -> Result<Vec<Notification>> {
    let me = cx.actor.staff()?.id;
    let rows = Q::new(COLUMNS).push("where n.staff_id = ? order by n.created_at desc, n.id desc limit 30");
    let rows: Vec<Row> = rows.bind(me).all(cx.db()).await?;
    let (mut list, mut hidden) = (Vec::new(), Vec::new());
    for notification in rows.into_iter().map(Notification::from) {
        match may_see(cx, &notification).await? {
            true => list.push(notification),
            false if !notification.is_read => hidden.push(notification.id.0),
            false => {}
        }
    }
    if !hidden.is_empty() {
        mark(cx, |update| update.push("and").any_of("id", hidden.iter().copied())).await?;
    }
    Ok(list)
}

/// How many notifications the person who asks has not read.
///
/// # Errors
/// `Unauthenticated`.
pub async fn count_unread(cx: &Context) -> Result<i64> {
    let count = Q::new("select count(*) from notification where staff_id = ? and read_at is null");
    count.bind(cx.actor.staff()?.id).number(cx.db()).await
}

/// Marks one notification of the person who asks as read, or all up to now.
///
/// # Errors
/// `Unauthenticated`.
pub async fn mark_read(cx: &Context, only: Option<NotificationId>) -> Result<()> {
    mark(cx, |update| match only {
        Some(id) => update.push("and id = ?").bind(id),
        None => update,
    })
    .await
}

async fn mark(cx: &Context, which: impl Fn(Q) -> Q) -> Result<()> {
    let (me, which) = (cx.actor.staff()?.id, &which);
    cx.tx(|tx| async move {
        let update = Q::new("update notification set read_at = ? where staff_id = ? and read_at is null");
        if which(update.bind(cx.now).bind(me)).run(&tx).await? > 0 {
            cx.record(&tx, told("notification.read", me, json!({}))).await?;
        }
        Ok(())
    })
    .await
}

/// How the person who asks is told of each kind of thing.
///
/// # Errors
/// `Unauthenticated`.
pub async fn choices(cx: &Context) -> Result<Vec<crate::NoticeChoice>> {
    let chosen: Vec<(String, String)> =
        Q::new("select notice, channel from notice_choice where staff_id = ?")
            .bind(cx.actor.staff()?.id)
            .all(cx.db())
            .await?;
    let of = |notice: Notice| {
        let found = chosen.iter().find(|(own, _)| own == notice.code());
        found.and_then(|(_, channel)| Channel::parse(channel)).unwrap_or(notice.usual())
    };
    Ok(Notice::ALL.into_iter().map(|notice| crate::NoticeChoice { notice, channel: of(notice) }).collect())
}

/// Keeps how the person who asks wants to be told of one kind of thing.
///
/// # Errors
/// `Unauthenticated`.
pub async fn choose(cx: &Context, notice: Notice, channel: Channel) -> Result<()> {
    let me = cx.actor.staff()?.id;
    cx.tx(|tx| async move {
        Q::new("insert into notice_choice (staff_id, notice, channel) values (?, ?, ?)")
            .push("on conflict (staff_id, notice) do update set channel = excluded.channel")
            .bind(me)
            .bind(notice.code())
            .bind(channel.code())
            .run(&tx)
            .await?;
        let payload = json!({ "notice": notice.code(), "channel": channel.code() });
        cx.record(&tx, told("staff.changed", me, payload)).await
    })
    .await
}
