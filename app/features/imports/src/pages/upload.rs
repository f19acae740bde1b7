//! The way of a file to the server, with its progress.

use kernel::{Error, I18n, use_i18n};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use ui::FileProgress;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{File, FormData, ProgressEvent, XmlHttpRequest};

/// Said before the file is sent; the server refuses a larger one as well.
const LARGEST_FILE: f64 = 200_000_000.0;

/// The upload of this page: one at a time.
#[derive(Clone, Copy)]
pub struct Uploads {
    kind: RwSignal<String>,
    progress: RwSignal<Vec<FileProgress>>,
    request: StoredValue<Option<XmlHttpRequest>, LocalStorage>,
    open: Callback<i64>,
    i18n: I18n,
}

impl Uploads {
    /// Take it at the top of a component.
    pub fn new(kind: RwSignal<String>, progress: RwSignal<Vec<FileProgress>>) -> Self {
        let navigate = use_navigate();
        let navigate = StoredValue::new_local(navigate);
        let open = Callback::new(move |id: i64| {
            navigate.with_value(|navigate| navigate(&format!("/imports/{id}"), NavigateOptions::default()));
        });
        let uploads = Self { kind, progress, request: StoredValue::new_local(None), open, i18n: use_i18n() };
        on_cleanup(move || uploads.abort());
        uploads
    }

    /// Sends the first of the files.
    pub fn begin(self, files: Vec<File>) {
        let Some(file) = files.into_iter().next() else { return };
        self.abort();
        let megabytes = format!("{:.1} MB", file.size() / 1_000_000.0);
        self.progress.set(vec![FileProgress {
            key: "file".into(),
            name: file.name(),
            size: megabytes,
            fraction: Some(0.0),
            done: false,
            error: None,
        }]);
        if file.size() > LARGEST_FILE {
            return self.refuse(&Error::TooLarge(LARGEST_FILE as u64));
        }
        if self.send(&file).is_err() {
            self.refuse(&Error::Unreachable);
        }
    }

    /// Stops it; the server forgets what has come.
    pub fn stop(self) {
        self.abort();
        self.progress.set(Vec::new());
    }

    fn abort(self) {
        // After the page is gone there is nothing left to stop.
        if let Some(Some(request)) = self.request.try_update_value(Option::take) {
            drop(request.abort());
        }
    }

    fn send(self, file: &File) -> Result<(), wasm_bindgen::JsValue> {
        let form = FormData::new()?;
        form.append_with_str("kind", &self.kind.get_untracked())?;
        form.append_with_blob_and_filename("file", file, &file.name())?;
        let request = XmlHttpRequest::new()?;
        request.open("POST", "/imports")?;
        request.set_request_header("accept", "application/json")?;
        let moved = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
            if event.length_computable() {
                self.show(|line| line.fraction = Some(event.loaded() / event.total()));
            }
        });
        request.upload()?.set_onprogress(Some(moved.as_ref().unchecked_ref()));
        let ended = {
            let request = request.clone();
            // It keeps the other closure alive for as long as it can be called.
            Closure::once(move |_: web_sys::Event| {
                drop(moved);
                self.answered(&request);
            })
        };
        request.set_onloadend(Some(ended.as_ref().unchecked_ref()));
        ended.forget();
        request.send_with_opt_form_data(Some(&form))?;
        self.request.set_value(Some(request));
        Ok(())
    }

    fn answered(self, request: &XmlHttpRequest) {
        let is_current = self.request.try_with_value(|own| own.as_ref() == Some(request)).unwrap_or_default();
        if !is_current {
            return;
        }
        self.request.set_value(None);
        let body = request.response_text().ok().flatten().unwrap_or_default();
        let number =
            serde_json::from_str::<serde_json::Value>(&body).ok().and_then(|answer| answer["id"].as_i64());
        match (request.status(), number) {
            (Ok(200..=299), Some(id)) => {
                self.show(|line| line.done = true);
                self.open.run(id);
            }
            (Ok(0) | Err(_), _) => self.refuse(&Error::Unreachable),
            (Ok(413), _) => self.refuse(&Error::TooLarge(LARGEST_FILE as u64)),
            _ => self.refuse(&serde_json::from_str(&body).unwrap_or(Error::Unreachable)),
        }
    }

    fn refuse(self, error: &Error) {
        let words = self.i18n.render(&error.text());
        self.show(|line| line.error = Some(words));
    }

    fn show(self, change: impl FnOnce(&mut FileProgress)) {
        self.progress.try_update(|lines| lines.first_mut().map(change));
    }
}
