//! One file on its way to the server. `XMLHttpRequest`, because `fetch` does not tell how far it is.

use std::cell::Cell;
use std::rc::Rc;

use kernel::{Error, I18n, RecordRef, Text, invalid};
use send_wrapper::SendWrapper;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{File, FormData, ProgressEvent, XmlHttpRequest};

use crate::{FILE_LIMIT, FileKind, upload_path};

/// How an upload ended; `None` when the person stopped it.
pub(super) type Outcome<T> = Option<Result<T, Error>>;

/// An upload that is under way. It goes on when this is dropped.
#[derive(Clone)]
pub(super) struct Upload {
    request: SendWrapper<XmlHttpRequest>,
    stopped: SendWrapper<Rc<Cell<bool>>>,
}

impl Upload {
    /// Stops it.
    pub(super) fn stop(&self) {
        self.stopped.set(true);
        // One that has ended already has nothing to stop.
        drop(self.request.abort());
    }
}

/// Why a file cannot be taken, as far as its name and size tell.
pub(super) fn refusal(name: &str, size: f64) -> Option<Error> {
    if FileKind::of(name).is_none() {
        return Some(invalid("file", Text::new("file-kind-refused").with("name", name)));
    }
    if size < 1.0 {
        return Some(invalid("file", Text::new("file-empty").with("name", name)));
    }
    (size > FILE_LIMIT as f64).then_some(Error::TooLarge(FILE_LIMIT))
}

/// Sends a file; `on_progress` is told the part that has gone out, `on_end` how it ended, once.
pub(super) fn send<T: DeserializeOwned + 'static>(
    record: RecordRef,
    file: &File,
    on_progress: impl Fn(f64) + 'static,
    on_end: impl Fn(Outcome<T>) + 'static,
) -> Option<Upload> {
    let form = FormData::new().ok()?;
    form.append_with_blob_and_filename("file", file, &file.name()).ok()?;
    let broken = invalid("file", Text::new("file-broken-off").with("name", file.name()));
    send_form(&upload_path(record), &form, broken, on_progress, on_end)
}

/// The same with a form of any kind; `broken` is what a connection that breaks off is told as.
pub(super) fn send_form<T: DeserializeOwned + 'static>(
    path: &str,
    form: &FormData,
    broken: Error,
    on_progress: impl Fn(f64) + 'static,
    on_end: impl Fn(Outcome<T>) + 'static,
) -> Option<Upload> {
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("POST", path, true).ok()?;
    let progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            on_progress(event.loaded() / event.total());
        }
    });
    if let Ok(upload) = request.upload() {
        upload.set_onprogress(Some(progress.as_ref().unchecked_ref()));
    }
    let stopped = Rc::new(Cell::new(false));
    let ended = Closure::once_into_js({
        let (request, stopped) = (request.clone(), stopped.clone());
        move || {
            // The closure about progress lives until here: nothing is told after the end.
            drop(progress);
            on_end((!stopped.get()).then(|| outcome(&request, &broken)));
        }
    });
    request.set_onloadend(Some(ended.unchecked_ref()));
    request.send_with_opt_form_data(Some(form)).ok()?;
    Some(Upload { request: SendWrapper::new(request), stopped: SendWrapper::new(stopped) })
}

fn outcome<T: DeserializeOwned>(request: &XmlHttpRequest, broken: &Error) -> Result<T, Error> {
    let body = request.response_text().ok().flatten().unwrap_or_default();
    match request.status().unwrap_or_default() {
        200..=299 => serde_json::from_str(&body).map_err(|_| Error::Unreachable),
        0 => Err(broken.clone()),
        413 => Err(serde_json::from_str(&body).unwrap_or(Error::TooLarge(FILE_LIMIT))),
        _ => Err(serde_json::from_str(&body).unwrap_or(Error::Unreachable)),
    }
}

/// A size as people read it: `1.4 MB`.
pub(super) fn size_in_words(i18n: I18n, bytes: f64) -> String {
    let (number, key) = match bytes {
        ..1_000_000.0 => (bytes / 1_000.0, "file-kilobytes"),
        _ => (bytes / 1_000_000.0, "file-megabytes"),
    };
    // A tenth for small numbers; and a file of a few bytes is not empty.
    let tenths = ((number * 10.0).round() as i64).max(1);
    let written = match (tenths / 10, tenths % 10) {
        (whole @ ..10, rest @ 1..) => format!("{whole}{}{rest}", i18n.text("cldr-decimal", &[])),
        (whole, _) => i18n.number(whole),
    };
    i18n.text(key, &[("size", written.into())])
}
