//! What hangs on leads and customers alike: notes, tags and the timeline. Their addresses differ in one word only.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{Arg, Cursor, Error, Instant, NoteId, RecordKind, RecordRef, StaffId, TagId, Text};
use records::{Content, Note, NoteDraft, Tag, TimelineEntry, TimelineFilter, notes, tags, timeline};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, list, nothing, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::{CURSOR, LIMIT, Operation, param};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::seen::Seen;

/// The id that stands in this place of a path; what is no number is as good as a record that there is not.
pub fn id_in(path: &str, place: usize) -> Result<i64, Refusal> {
    let id = path.split('/').nth(place).and_then(|word| word.parse().ok());
    id.ok_or_else(|| Error::NotFound.into())
}

/// The id in an address such as `/api/v1/products/7`.
pub struct Of(pub i64);

impl<S: Send + Sync> FromRequestParts<S> for Of {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(id_in(parts.uri.path(), 4)?))
    }
}

/// The record in an address such as `/api/v1/leads/7/notes`.
pub struct On(pub RecordRef);

impl<S: Send + Sync> FromRequestParts<S> for On {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let path = parts.uri.path();
        let kind = match path.split('/').nth(3) {
            Some("leads") => RecordKind::Lead,
            Some("customers") => RecordKind::Customer,
            _ => return Err(Error::NotFound.into()),
        };
        Ok(Self(RecordRef { kind, id: id_in(path, 4)? }))
    }
}

/// What hangs on it: the id at the end of an address such as `/api/v1/leads/7/notes/9`.
pub struct Child(pub i64);

impl<S: Send + Sync> FromRequestParts<S> for Child {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(id_in(parts.uri.path(), 6)?))
    }
}

/// Something that happened to a record.
#[derive(Serialize, ToSchema)]
struct Happening {
    /// The number of the event.
    id: i64,
    /// When, microseconds UTC.
    #[schema(value_type = i64)]
    at: Instant,
    /// What: `lead.moved`.
    kind: String,
    /// To which record: a customer's timeline begins with that of the lead it was made from.
    record: RecordRef,
    /// Who did it; `null` for the house itself.
    staff_id: Option<StaffId>,
    /// The name of who did it.
    who: Option<String>,
    /// What was done, in the caller's language.
    sentence: String,
    /// The fields that were changed.
    changes: Vec<FieldChange>,
    /// The note, file or reminder that hangs on it.
    #[schema(value_type = Option<Object>)]
    content: Option<serde_json::Value>,
}

/// A field that was changed, in the caller's language.
#[derive(Serialize, ToSchema)]
struct FieldChange {
    /// What the field is called.
    label: String,
    /// The value before.
    old: Option<String>,
    /// The value after.
    new: Option<String>,
}

/// The name of a tag.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct TagName {
    /// The name; a new one becomes a new tag.
    pub name: String,
}

const FILTER: super::operation::Param =
    param("filter", "string", "`all`, `notes`, `changes`, `files`, `tasks` or `reminders`");

/// The operations below one kind of record.
macro_rules! below {
    ($base:literal, $one:literal, $view:literal, $edit:literal) => {
        [
            Operation::get(concat!($base, "/timeline"), concat!("list_", $one, "_timeline"), $view, history)
                .about("What happened to the record, newest first.")
                .query(&[CURSOR, LIMIT, FILTER])
                .answers_page::<Happening>(),
            Operation::get(concat!($base, "/notes"), concat!("list_", $one, "_notes"), $view, list_notes)
                .about("The notes of the record, newest first.")
                .query(&[CURSOR, LIMIT])
                .answers_page::<Note>(),
            Operation::post(concat!($base, "/notes"), concat!("add_", $one, "_note"), $edit, add_note)
                .about("Writes a note. With `contacted_at` it also says when somebody got in touch.")
                .takes::<NoteDraft>()
                .creates::<Note>(),
            Operation::patch(
                concat!($base, "/notes/{note}"),
                concat!("update_", $one, "_note"),
                $edit,
                update_note,
            )
            .about("Changes a note of one's own.")
            .takes::<NoteDraft>()
            .answers::<Note>()
            .versioned(),
            Operation::delete(
                concat!($base, "/notes/{note}"),
                concat!("delete_", $one, "_note"),
                $edit,
                delete_note,
            )
            .about("Deletes a note of one's own."),
            Operation::post(
                concat!($base, "/notes/{note}/restore"),
                concat!("restore_", $one, "_note"),
                $edit,
                restore_note,
            )
            .about("Takes a deleted note back."),
            Operation::get(concat!($base, "/tags"), concat!("list_", $one, "_tags"), $view, list_tags)
                .about("The tags of the record, by name.")
                .answers_page::<Tag>(),
            Operation::post(concat!($base, "/tags"), concat!("add_", $one, "_tag"), $edit, add_tag)
                .about("Puts a tag on the record and answers all its tags.")
                .takes::<TagName>()
                .answers_page::<Tag>(),
            Operation::delete(
                concat!($base, "/tags/{tag}"),
                concat!("remove_", $one, "_tag"),
                $edit,
                remove_tag,
            )
            .about("Takes a tag off the record."),
        ]
    };
}

pub fn operations() -> Vec<Operation> {
    let leads = below!("/api/v1/leads/{id}", "lead", "lead.view", "lead.edit");
    let customers = below!("/api/v1/customers/{id}", "customer", "customer.view", "customers.edit");
    leads.into_iter().chain(customers).collect()
}

async fn history(caller: Caller, On(record): On, query: Query) -> Answer {
    let wanted = |word: &str| serde_json::from_value::<TimelineFilter>(word.into()).ok();
    let filter = query.read("filter", wanted)?.unwrap_or_default();
    let found =
        timeline::list(&caller.cx, record, filter, query.cursor()?.as_ref(), Some(query.limit()?)).await?;
    let rows: Vec<Happening> = found.items.into_iter().map(|entry| told(&caller, entry)).collect();
    page(&rows, found.next_cursor)
}

fn told(caller: &Caller, entry: TimelineEntry) -> Happening {
    let (texts, organisation) = (caller.cx.foyer.texts(caller.cx.language), caller.cx.organisation());
    let say = |text: &Text| texts.render(text, &organisation.zone);
    // A value alone is said by the text that holds nothing else.
    let value = |value: Arg| say(&Text::new("rest-value").with("value", value));
    let change = |change: records::Change| FieldChange {
        label: say(&change.label),
        old: change.old.map(value),
        new: change.new.map(value),
    };
    let content = match &entry.content {
        Content::None => None,
        Content::Note(note) => serde_json::to_value(note).ok(),
        Content::File(file) => serde_json::to_value(file).ok(),
        Content::Reminder(reminder) => serde_json::to_value(reminder).ok(),
    };
    let TimelineEntry { id, at, kind, record, staff_id, who, .. } = entry;
    let changes = entry.changes.into_iter().map(change).collect();
    Happening { id, at, kind, record, staff_id, who, sentence: say(&entry.sentence), changes, content }
}

async fn list_notes(caller: Caller, On(record): On, query: Query) -> Answer {
    let limit = query.limit()?;
    let before = query.cursor()?.and_then(|cursor| cursor.values::<i64>()).map(NoteId);
    let found = notes::list(&caller.cx, record, before, limit + 1).await?;
    let found = kernel::Page::cut(found, limit, |note: &Note| Cursor::new(&note.id.0));
    page(&found.items, found.next_cursor)
}

async fn add_note(caller: Caller, On(record): On, fields: Fields) -> Answer {
    let note = notes::add(&caller.cx, record, &fields.into()?).await?;
    created(&note, &place(record, "notes", note.id.0), Some(note.version))
}

/// The address of something that hangs on a record.
pub fn place(record: RecordRef, what: &str, id: i64) -> String {
    let records = if record.kind == RecordKind::Lead { "leads" } else { "customers" };
    format!("/api/v1/{records}/{}/{what}/{id}", record.id)
}

async fn update_note(
    caller: Caller,
    On(record): On,
    Child(id): Child,
    seen: Seen,
    mut fields: Fields,
) -> Answer {
    let wanted = seen.or(fields.take("version")?)?;
    let (id, draft) = (NoteId(id), fields.into::<NoteDraft>()?);
    let current = async {
        let before = Some(NoteId(id.0.saturating_add(1)));
        let found = notes::list(&caller.cx, record, before, 1).await?;
        found.into_iter().find(|note| note.id == id).map(|note| note.version).ok_or(Error::NotFound)
    };
    let version = wanted.version(current).await?;
    let note =
        notes::update(&caller.cx, record, id, version, &draft).await.map_err(|error| wanted.refuse(error))?;
    versioned(&note, note.version)
}

async fn delete_note(caller: Caller, On(record): On, Child(id): Child) -> Answer {
    notes::delete(&caller.cx, record, NoteId(id)).await?;
    nothing()
}

async fn restore_note(caller: Caller, On(record): On, Child(id): Child) -> Answer {
    notes::restore(&caller.cx, record, NoteId(id)).await?;
    nothing()
}

async fn list_tags(caller: Caller, On(record): On) -> Answer {
    let timeline = caller.cx.open(record).await?.timeline_id;
    let found = tags::tags_of(caller.cx.db(), &[timeline]).await?.remove(&timeline);
    list(&found.unwrap_or_default())
}

async fn add_tag(caller: Caller, On(record): On, fields: Fields) -> Answer {
    list(&tags::add(&caller.cx, record, &fields.into::<TagName>()?.name).await?)
}

async fn remove_tag(caller: Caller, On(record): On, Child(id): Child) -> Answer {
    tags::remove(&caller.cx, record, TagId(id)).await?;
    nothing()
}
