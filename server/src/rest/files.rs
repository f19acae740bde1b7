//! Files on leads and customers.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{FileId, RecordRef};
use records::{FileRow, files};
use utoipa::ToSchema;

use super::answer::{created, list, nothing};
use super::caller::Caller;
use super::operation::Operation;
use super::problem::{Answer, Refusal};
use super::records::{Child, On, place};
use crate::files::{broken_off, file_of, give, read_away};

/// A form with a file.
#[derive(ToSchema)]
#[allow(dead_code)]
struct FileForm {
    /// The file, with its name.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// The operations below one kind of record.
macro_rules! below {
    ($base:literal, $one:literal, $view:literal, $edit:literal) => {
        [
            Operation::get(concat!($base, "/files"), concat!("list_", $one, "_files"), $view, list_all)
                .about("The files of the record, newest first.")
                .answers_page::<FileRow>(),
            Operation::post(concat!($base, "/files"), concat!("add_", $one, "_file"), $edit, add)
                .about("Puts a file on the record: at most 50 MB, of the kinds that the page takes.")
                .takes_form::<FileForm>()
                .creates::<FileRow>(),
            Operation::get(concat!($base, "/files/{file}"), concat!("get_", $one, "_file"), $view, download)
                .about("The file itself.")
                .gives("application/octet-stream"),
            Operation::delete(
                concat!($base, "/files/{file}"),
                concat!("delete_", $one, "_file"),
                $edit,
                delete,
            )
            .about("Deletes a file. It can be taken back for 30 days."),
            Operation::post(
                concat!($base, "/files/{file}/restore"),
                concat!("restore_", $one, "_file"),
                $edit,
                restore,
            )
            .about("Takes a deleted file back."),
        ]
    };
}

pub fn operations() -> Vec<Operation> {
    let leads = below!("/api/v1/leads/{id}", "lead", "lead.view", "lead.edit");
    let customers = below!("/api/v1/customers/{id}", "customer", "customer.view", "customers.edit");
    leads.into_iter().chain(customers).collect()
}

async fn list_all(caller: Caller, On(record): On) -> Answer {
    list(&files::list(&caller.cx, record).await?)
}

/// The form of a request.
///
/// # Errors
/// A refusal with status 415 for what is no form.
pub fn form(form: Result<Multipart, MultipartRejection>) -> Result<Multipart, Refusal> {
    form.map_err(|_| Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "rest-form-only"))
}

async fn add(caller: Caller, On(record): On, sent: Result<Multipart, MultipartRejection>) -> Answer {
    let mut form = form(sent)?;
    let taken = take(&caller, record, &mut form).await;
    if taken.is_err() {
        read_away(&mut form).await;
    }
    let row = taken?;
    created(&row, &place(record, "files", row.id.0), None)
}

async fn take(caller: &Caller, record: RecordRef, form: &mut Multipart) -> kernel::Result<FileRow> {
    let (mut field, name) = file_of(form).await?;
    let mut incoming = files::begin(&caller.cx, record, &name).await?;
    while let Some(piece) = field.chunk().await.map_err(broken_off)? {
        incoming.write(&piece).await?;
    }
    files::finish(&caller.cx, incoming).await
}

async fn download(caller: Caller, On(record): On, Child(id): Child) -> Result<Response, Refusal> {
    let download = files::open_for_download(&caller.cx, record, FileId(id)).await?;
    Ok(give(download, "attachment").await?)
}

async fn delete(caller: Caller, On(record): On, Child(id): Child) -> Answer {
    files::delete(&caller.cx, record, FileId(id)).await?;
    nothing()
}

async fn restore(caller: Caller, On(record): On, Child(id): Child) -> Answer {
    files::restore(&caller.cx, record, FileId(id)).await?;
    nothing()
}
