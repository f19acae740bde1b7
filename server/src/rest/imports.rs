//! Imports: files of records.

use axum::extract::multipart::{Field, MultipartRejection};
use axum::extract::{FromRequestParts, Multipart};
use axum::http::request::Parts;
use axum::response::Response;
use imports::{ByHeader, Duplicates, Import, store};
use kernel::{Error, ImportId};
use serde_json::Value;
use utoipa::ToSchema;

use super::answer::{created, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::files::form;
use super::operation::{CURSOR, LIMIT, Operation};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::records::id_in;
use crate::files::{broken_off, not_a_form, read_away, sheet};

/// A form with a file of records.
#[derive(ToSchema)]
#[allow(dead_code)]
struct ImportForm {
    /// The file, with its name: XLSX, CSV, TSV or vCard, at most 200 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// What the rows are: `leads`, which is meant if it is left out, `customers` (with their contacts), or
    /// `customers-deletion`, whose customers go to the bin.
    kind: Option<String>,
    /// Whether words that no list has are created; otherwise their rows are refused.
    create_missing: Option<bool>,
    /// What is done with rows whose record is there: `skip`, which is meant if it is left out, `fill`, `overwrite`,
    /// `update` (as overwrite, and no new ones) or `create`.
    duplicates: Option<String>,
    /// By what a row and a record are known to mean the same, divided by commas, of `email`, `phone`, `website`,
    /// `company`, and of customers `vat`; of leads `email,phone` if it is left out, of customers `vat,email,website`.
    keys: Option<String>,
    /// Whether the run begins at once, with the columns used by their headers; `true` if left out.
    start: Option<bool>,
}

pub fn operations() -> Vec<Operation> {
    const RIGHT: &str = "leads.import";
    vec![
        Operation::get("/api/v1/imports", "list_imports", RIGHT, list)
            .about("One's own imports, for administrators all, the newest first.")
            .query(&[CURSOR, LIMIT])
            .answers_page::<Import>(),
        Operation::post("/api/v1/imports", "create_import", RIGHT, create)
            .about("Brings in a file of records, in the background.")
            .takes_form::<ImportForm>()
            .creates::<Import>(),
        Operation::get("/api/v1/imports/{id}", "get_import", RIGHT, find)
            .about("How far an import is, and how its rows ended.")
            .answers::<Import>(),
        Operation::post("/api/v1/imports/{id}/start", "start_import", RIGHT, start)
            .about("Begins the run of an import that waits for it.")
            .takes::<ByHeader>()
            .answers::<Import>(),
        Operation::post("/api/v1/imports/{id}/cancel", "cancel_import", RIGHT, cancel)
            .about(
                "Stops a run after the rows that are under way. What was brought in stays and can be undone.",
            )
            .answers::<Import>(),
        Operation::post("/api/v1/imports/{id}/undo", "undo_import", RIGHT, undo)
            .about(
                "Takes back what an import brought in. Records that were changed since are kept and named.",
            )
            .answers::<Import>(),
        Operation::get("/api/v1/imports/{id}/refusals", "get_import_refusals", RIGHT, refusals)
            .about("The refused rows as CSV: the original cells, the number of the row and the reason.")
            .gives("text/csv"),
    ]
}

/// The import in the address.
struct Of(ImportId);

impl<S: Send + Sync> FromRequestParts<S> for Of {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(ImportId(id_in(parts.uri.path(), 4)?)))
    }
}

/// An import with the reason why it failed in the caller's language.
fn told(caller: &Caller, import: &Import) -> Value {
    let mut value = serde_json::to_value(import).unwrap_or_default();
    if let Some(error) = &import.error {
        let texts = caller.cx.foyer.texts(caller.cx.language);
        value["error"] = texts.render(error, &caller.cx.organisation().zone).into();
    }
    value
}

fn answer(caller: &Caller, import: &Import) -> Answer {
    versioned(&told(caller, import), import.version)
}

async fn list(caller: Caller, query: Query) -> Answer {
    let found = store::list(&caller.cx, query.cursor()?, query.limit()?).await?;
    let rows: Vec<Value> = found.items.iter().map(|import| told(&caller, import)).collect();
    page(&rows, found.next_cursor)
}

async fn create(caller: Caller, sent: Result<Multipart, MultipartRejection>) -> Answer {
    let mut form = form(sent)?;
    let taken = take(&caller, &mut form).await;
    if taken.is_err() {
        read_away(&mut form).await;
    }
    let (id, choices) = taken?;
    if choices.start
        && let Err(error) = store::start_by_header(&caller.cx, id, choices.run).await
    {
        // A program that gets a refusal has made nothing; there is nobody who would go on with a draft.
        store::cancel(&caller.cx, id).await?;
        return Err(error.into());
    }
    let import = store::find(&caller.cx, id).await?;
    created(&told(&caller, &import), &format!("/api/v1/imports/{id}"), Some(import.version))
}

/// What stands in the form beside the file.
struct Choices {
    kind: String,
    run: ByHeader,
    start: bool,
}

/// Takes the parts of the form in whatever order they come.
async fn take(caller: &Caller, form: &mut Multipart) -> kernel::Result<(ImportId, Choices)> {
    let mut choices = Choices { kind: "leads".into(), run: ByHeader::default(), start: true };
    let mut stored: Option<(String, ImportId)> = None;
    while let Some(field) = form.next_field().await.map_err(broken_off)? {
        let name = field.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "file" if stored.is_none() => {
                stored = Some((choices.kind.clone(), store_file(caller, &choices.kind, field).await?))
            }
            "kind" => choices.kind = text(field).await?,
            "create_missing" => choices.run.create_missing = flag(&name, &text(field).await?)?,
            "duplicates" => {
                let mode = Duplicates::parse(&text(field).await?);
                choices.run.duplicates = mode.ok_or_else(|| kernel::invalid(&name, "rest-field-unfit"))?;
            }
            "keys" => {
                let keys = text(field).await?;
                let keys = keys.split(',').map(str::trim).filter(|key| !key.is_empty());
                choices.run.keys = keys.map(str::to_owned).collect();
            }
            "start" => choices.start = flag(&name, &text(field).await?)?,
            _ => return Err(kernel::invalid(&name, "rest-field-unknown")),
        }
    }
    let (kind, id) = stored.ok_or_else(not_a_form)?;
    if kind != choices.kind {
        store::cancel(&caller.cx, id).await?;
        return Err(kernel::invalid("kind", "rest-field-unfit"));
    }
    Ok((id, choices))
}

async fn store_file(caller: &Caller, kind: &str, mut field: Field<'_>) -> kernel::Result<ImportId> {
    let file_name = field.file_name().ok_or_else(not_a_form)?.to_owned();
    let incoming = store::begin(&caller.cx, kind, &file_name).await;
    let mut incoming = incoming.map_err(|error| match error {
        Error::NotFound => kernel::invalid("kind", "rest-field-unfit"),
        other => other,
    })?;
    while let Some(piece) = field.chunk().await.map_err(broken_off)? {
        incoming.write(&piece).await?;
    }
    incoming.finish().await
}

async fn text(field: Field<'_>) -> kernel::Result<String> {
    field.text().await.map_err(broken_off)
}

fn flag(name: &str, word: &str) -> kernel::Result<bool> {
    match word {
        "true" | "1" => Ok(true),
        "false" | "0" | "" => Ok(false),
        _ => Err(kernel::invalid(name, "rest-field-unfit")),
    }
}

async fn find(caller: Caller, Of(id): Of) -> Answer {
    answer(&caller, &store::find(&caller.cx, id).await?)
}

async fn start(caller: Caller, Of(id): Of, fields: Fields) -> Answer {
    answer(&caller, &store::start_by_header(&caller.cx, id, fields.into()?).await?)
}

async fn cancel(caller: Caller, Of(id): Of) -> Answer {
    answer(&caller, &store::cancel(&caller.cx, id).await?)
}

async fn undo(caller: Caller, Of(id): Of) -> Answer {
    answer(&caller, &store::undo(&caller.cx, id).await?)
}

async fn refusals(caller: Caller, Of(id): Of) -> Result<Response, Refusal> {
    let (name, content) = imports::refusals_csv(&caller.cx, id).await?;
    Ok(sheet(&name, content))
}
