//! What hangs on the leads of a corpus and what happened to them after they came.

use kernel::db::{Q, Tx, Val};
use kernel::{Audience, Context, Instant, NewEvent, RecordKind, RecordRef, Result};
use records::Tag;
use serde_json::{Value, json};
use staff::store::seed::{Chance, People};

use super::corpus::{Corpus, Made};
use crate::Lead;

const BATCH: usize = 1_000;
/// One lead in so many has a note in each round of its history.
const NOTED: usize = 5;

const NOTES: &[&str] = &[
    "Called: wants to see two references nearby before going on.",
    "Ha mandato le bollette degli ultimi dodici mesi.",
    "Visite du site faite, toiture en bon état.",
    "Asked for the offer with and without battery.",
    "اتصل بنا وطلب تأجيل الموعد أسبوعًا.",
    "Rückruf: Entscheidung fällt nach der Gesellschafterversammlung.",
];
const REMINDERS: &[&str] =
    &["Call again", "Send the offer", "Ask for the electricity bills", "Fix a date for the visit"];

/// Tags on every third lead, a reminder on every thirtieth.
pub(super) async fn hang_on(
    cx: &Context,
    tx: &Tx,
    chance: &mut Chance,
    leads: &[Lead],
    tags: &[Tag],
) -> Result<()> {
    let mut taggings: Vec<Value> = Vec::new();
    let mut reminders: Vec<Value> = Vec::new();
    for lead in leads {
        if chance.happens(333) {
            taggings.push(json!([lead.timeline_id, chance.pick(tags).id]));
        }
        if let Some(owner) = lead.profile.owner_id.filter(|_| lead.is_on_board() && chance.happens(33)) {
            let due = cx.now.plus((2 + chance.span(60)) * Instant::DAY);
            reminders.push(json!([lead.timeline_id, lead.id, owner, chance.pick(REMINDERS), due]));
        }
    }
    Q::new("insert into tagging (timeline_id, tag_id) select cast(r.value->>0 as bigint), cast(r.value->>1 as bigint)")
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .bind(Val::json(&taggings))
        .run(tx)
        .await?;
    // Somebody was told of those that are due already; a server that starts with the corpus must not send ten thousand mails.
    Q::new("insert into reminder (timeline_id, record_kind, record_id, staff_id, text, due_at, notified_at, created_at)")
        .push("select cast(r.value->>0 as bigint), 'lead', cast(r.value->>1 as bigint), cast(r.value->>2 as bigint),")
        .push("cast(r.value->>3 as text), cast(r.value->>4 as bigint), cast(r.value->>4 as bigint), cast(? as bigint)")
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .bind(cx.now)
        .bind(Val::json(&reminders))
        .run(tx)
        .await
        .map(drop)
}

/// Goes through the leads as often as each still needs events, owner by owner, so that it is the owner who acts.
pub(super) async fn tell(
    cx: &Context,
    people: &People,
    chance: &mut Chance,
    made: &[Made],
    corpus: Corpus,
    mut told: impl FnMut(usize),
) -> Result<()> {
    let mut by_owner: Vec<&Made> = made.iter().collect();
    by_owner.sort_by_key(|lead| (lead.owner, lead.id));
    let mut events = made.len();
    for round in 1..corpus.events {
        for part in by_owner.chunk_by(|a, b| a.owner == b.owner).flat_map(|of_owner| of_owner.chunks(BATCH)) {
            let Some(last) = part.last() else { continue };
            let days = round as i64 * 3 + chance.span(20);
            let now = last.created_at.plus(days * Instant::DAY).min(corpus.until);
            let who = last.owner.and_then(|owner| people.0.get(owner));
            let cx = &Context {
                now,
                ..cx.on_behalf(who.map_or(kernel::Actor::System, |person| person.actor.clone()))
            };
            let first = chance.below(NOTED);
            let owner = who.map(|person| person.id);
            cx.tx(|tx| async move { one_round(cx, &tx, part, first, round, owner).await }).await?;
            events += part.len();
            told(events);
        }
    }
    Ok(())
}

async fn one_round(
    cx: &Context,
    tx: &Tx,
    part: &[&Made],
    first: usize,
    round: usize,
    owner: Option<kernel::StaffId>,
) -> Result<()> {
    let noted: Vec<&Made> = part.iter().skip(first).step_by(NOTED).copied().collect();
    let rows: Vec<Value> =
        noted.iter().map(|lead| json!([lead.timeline, NOTES[lead.id.0 as usize % NOTES.len()]])).collect();
    let mut ids: Vec<(i64,)> = Q::new("insert into note (timeline_id, body, staff_id, created_at, updated_at)")
        .push("select cast(r.value->>0 as bigint), cast(r.value->>1 as text), cast(? as bigint), cast(? as bigint), cast(? as bigint)")
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .push("returning id")
        .bind(owner)
        .bind(cx.now)
        .bind(cx.now)
        .bind(Val::json(&rows))
        .all(tx)
        .await?;
    ids.sort_unstable();
    let mut notes = ids.into_iter();
    let event = |(place, lead): (usize, &&Made)| {
        let note = if place % NOTED == first % NOTED && place >= first { notes.next() } else { None };
        let (kind, payload) = match note {
            Some((id,)) => ("note.created", json!({ "note_id": id })),
            None => ("lead.updated", changed(lead, round)),
        };
        NewEvent {
            kind,
            record: RecordRef { kind: RecordKind::Lead, id: lead.id.0 },
            timeline_id: Some(lead.timeline),
            version: 1,
            payload,
            audience: Audience {
                staff: owner.into_iter().collect(),
                public: lead.is_public,
                ..Audience::default()
            },
        }
    };
    let events: Vec<NewEvent> = part.iter().enumerate().map(event).collect();
    cx.record_all(tx, &events).await
}

fn changed(lead: &Made, round: usize) -> Value {
    let field = ["position", "website", "street", "postcode"][(lead.id.0 as usize + round) % 4];
    json!({ "changes": [{ "field": field, "old": null, "new": format!("{}", 10_100 + lead.id.0 % 8_900) }] })
}
