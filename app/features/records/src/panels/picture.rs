use kernel::{RecordRef, ts, use_i18n};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use ui::{Dialog, DialogBody, DialogFooter, DialogSize, EmptyState, IconName, LinkButton, Tone};

use super::upload::size_in_words;
use crate::FileRow;

/// The small picture of a file. A press shows the large one, with the file's name and size and a way to save it; without our
/// program the browser shows the large one alone.
#[component]
pub(super) fn Picture(
    record: RecordRef,
    file: FileRow,
    /// What the dialog is called on the page: a file may stand on it in several places.
    id: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    // Most pictures of a list are never looked at, so the dialog comes with the first look. It stays, for it gives the
    // focus back when it closes.
    let was_opened =
        Memo::new(move |before: Option<&bool>| open.get() || before.is_some_and(|before| *before));
    let look = move |event: MouseEvent| {
        let goes_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if !goes_elsewhere {
            event.prevent_default();
            open.set(true);
        }
    };
    let (small, large) = (file.thumbnail_path(record), file.preview_path(record));
    let name = file.name.clone();
    let label = move || i18n.text("file-show", &[("name", name.as_str().into())]);
    let dialog = StoredValue::new((id, file));
    view! {
        <a class="file__open" href=large rel="external" aria-haspopup="dialog" aria-label=label on:click=look>
            <img class="file__picture" src=small alt="" loading="lazy" />
        </a>
        <Show when=move || was_opened.get()>
            {
                let (id, file) = dialog.get_value();
                view! { <Look record=record file=file id=id open=open /> }
            }
        </Show>
    }
}

/// The large picture.
#[component]
fn Look(record: RecordRef, file: FileRow, id: String, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let failed = RwSignal::new(false);
    let size = file.size as f64;
    let [name, path, source] =
        [file.name.clone(), file.path(record), file.preview_path(record)].map(StoredValue::new);
    let picture = move || match failed.get() {
        true => view! { <EmptyState icon=IconName::Image title=ts!("file-show-failed") /> }.into_any(),
        false => {
            let (source, name) = (source.get_value(), name.get_value());
            view! { <img class="file-look__picture" src=source alt=name on:error=move |_| failed.set(true) /> }
                .into_any()
        }
    };
    view! {
        <Dialog
            id=id
            title=Signal::stored(file.name)
            close_label=ts!("file-close")
            open=open
            size=DialogSize::Large
            on_close=move |()| failed.set(false)
        >
            <DialogBody>
                {picture}
            </DialogBody>
            <DialogFooter>
                <span class="file-look__size">{move || size_in_words(i18n, size)}</span>
                <LinkButton label=ts!("file-save") href=Signal::stored(path.get_value()) icon=IconName::Download tone=Tone::Primary download=true />
            </DialogFooter>
        </Dialog>
    }
}
