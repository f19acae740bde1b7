use leptos::prelude::*;

use crate::{Icon, IconButton, IconName, IconSize, Size};

/// One file on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct FileProgress {
    /// Its key among the others.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its size in words.
    pub size: String,
    /// From 0 to 1; `None` before it begins.
    pub fraction: Option<f64>,
    /// It is there.
    pub done: bool,
    /// Why it was refused.
    pub error: Option<String>,
}

/// A place to drop files on, which is also a button to pick them, and the list of what is on its way.
///
/// Limits are said in `hint` before anything starts. The real `<input type="file">` inside works in a plain form too.
#[component]
pub fn FileDrop(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    /// Such as "Drop files here or choose them".
    #[prop(into)]
    label: Signal<String>,
    /// Kinds and sizes that are taken.
    #[prop(into)]
    hint: Signal<String>,
    /// As in HTML: `.csv,.xlsx,image/*`.
    #[prop(optional, into)]
    accept: Option<String>,
    #[prop(optional)] multiple: bool,
    #[prop(into)] on_files: Callback<Vec<web_sys::File>>,
    #[prop(optional, into)] progress: Signal<Vec<FileProgress>>,
    /// From a file's name to the name of the button that stops or removes it.
    #[prop(optional, into)]
    cancel_label: Option<Callback<String, String>>,
    /// With the key of the file.
    #[prop(optional, into)]
    on_cancel: Option<Callback<String>>,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let hint_id = format!("{id}-hint");
    let described_by = hint_id.clone();
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        give(files.as_ref(), multiple, on_files);
    };
    let picked = move |event: leptos::ev::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        give(input.files().as_ref(), multiple, on_files);
        // Emptied, so that the same file can be picked again after a mistake.
        input.set_value("");
    };
    let line = move |file: FileProgress| {
        let cancel_label = cancel_label.map(|label| label.run(file.name.clone()));
        view! { <FileLine file=file cancel_label=cancel_label on_cancel=on_cancel /> }
    };
    view! {
        <div class="file-drop">
            <label
                class="file-drop__zone"
                data-over=move || over.get().then_some("")
                on:dragover=move |event| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=dropped
            >
                <Icon name=IconName::Upload size=IconSize::Large />
                <span class="file-drop__label">{move || label.get()}</span>
                <span class="file-drop__hint" id=hint_id>{move || hint.get()}</span>
                <input
                    class="file-drop__input"
                    type="file"
                    id=id
                    name=name
                    accept=accept
                    multiple=multiple
                    aria-describedby=described_by
                    on:change=picked
                />
            </label>
            <ul class="file-drop__list" role="list">{move || progress.get().into_iter().map(line).collect_view()}</ul>
        </div>
    }
}

#[component]
fn FileLine(
    file: FileProgress,
    cancel_label: Option<String>,
    on_cancel: Option<Callback<String>>,
) -> impl IntoView {
    let icon = match (&file.error, file.done) {
        (Some(_), _) => IconName::Error,
        (None, true) => IconName::Success,
        (None, false) => IconName::File,
    };
    let state = if file.error.is_some() {
        "refused"
    } else if file.done {
        "done"
    } else {
        "under-way"
    };
    let label = file.name.clone();
    let key = file.key;
    view! {
        <li class="file-drop__file" data-state=state>
            <Icon name=icon />
            <bdi class="file-drop__name">{file.name}</bdi>
            <bdi class="file-drop__size">{file.size}</bdi>
            {cancel_label
                .map(|label| {
                    let cancel = move |()| {
                        if let Some(on_cancel) = on_cancel {
                            on_cancel.run(key.clone());
                        }
                    };
                    view! { <IconButton label=label icon=IconName::Close size=Size::Small on_press=cancel /> }
                })}
            {match file.error {
                Some(error) => view! { <p class="file-drop__error" role="alert">{error}</p> }.into_any(),
                None if file.done => ().into_any(),
                None => {
                    view! {
                        <progress
                            class="progress-bar__track"
                            max="1"
                            value=file.fraction.map(|fraction| fraction.to_string())
                            aria-label=label
                        ></progress>
                    }
                        .into_any()
                }
            }}
        </li>
    }
}

fn give(files: Option<&web_sys::FileList>, multiple: bool, on_files: Callback<Vec<web_sys::File>>) {
    let Some(files) = files else { return };
    let most = if multiple { files.length() } else { files.length().min(1) };
    let files: Vec<_> = (0..most).filter_map(|index| files.get(index)).collect();
    if !files.is_empty() {
        on_files.run(files);
    }
}
