use kernel::{Error, I18n, RecordRef, Text, invalid, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use ui::{
    Banner, Button, Crop, CropArea, CropTexts, Dialog, DialogBody, DialogFooter, FileDrop, FileProgress,
    IconName, Meaning, Toast, Toasts, Tone,
};
use web_sys::{File, FormData, Url};

use super::upload::{Outcome, send_form, size_in_words};
use crate::picture::{TAKEN, unfit_file};
use crate::{PICTURE_LIMIT, PictureRef, picture_path, remove_picture, restore_picture};

/// What the dialog and the field around it share.
#[derive(Clone, Copy)]
pub(super) struct Changing {
    pub(super) record: RecordRef,
    /// What the record is called.
    pub(super) name: Signal<String>,
    /// The picture that it has.
    pub(super) known: RwSignal<Option<PictureRef>>,
    pub(super) open: RwSignal<bool>,
    /// Asks for the picture anew.
    pub(super) again: Callback<()>,
}

kernel::lazy_part! {
    records_later: pub(super) fn picture_dialog(changing: Changing) => view! { <PictureDialog changing=changing /> }
}

/// A file that was picked, with the address under which this page shows it.
#[derive(Clone)]
struct Chosen {
    file: SendWrapper<File>,
    address: String,
}

impl Chosen {
    fn of(file: File) -> Option<Self> {
        let address = Url::create_object_url_with_blob(&file).ok()?;
        Some(Self { file: SendWrapper::new(file), address })
    }

    fn let_go(&self) {
        // An address that was let go already holds nothing any more.
        drop(Url::revoke_object_url(&self.address));
    }
}

/// What stands in the dialog while it is open.
#[derive(Clone, Copy)]
struct Draft {
    changing: Changing,
    chosen: RwSignal<Option<Chosen>>,
    area: RwSignal<Option<CropArea>>,
    /// A file that was refused before it was shown, with its reason.
    refused: RwSignal<Vec<FileProgress>>,
    error: RwSignal<Option<Error>>,
    busy: RwSignal<bool>,
}

#[component]
fn PictureDialog(changing: Changing) -> impl IntoView {
    let i18n = use_i18n();
    let draft = Draft {
        changing,
        chosen: RwSignal::new(None),
        area: RwSignal::new(None),
        refused: RwSignal::new(Vec::new()),
        error: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let title = move || i18n.text("picture-of", &[("name", changing.name.get().into())]);
    let Changing { record, open, .. } = changing;
    on_cleanup(move || draft.forget());
    view! {
        <Dialog
            id=format!("picture-dialog-{}-{}", record.kind.code(), record.id)
            title=Signal::derive(title)
            close_label=ts!("file-close")
            open=open
            on_close=move |()| draft.forget()
        >
            <Show when=move || draft.chosen.with(Option::is_some) fallback=move || view! { <Picking draft=draft /> }>
                <Cutting draft=draft />
            </Show>
        </Dialog>
    }
}

/// The first half: a file is picked or dropped, or the picture that is there is removed.
#[component]
fn Picking(draft: Draft) -> impl IntoView {
    let i18n = use_i18n();
    let changing = draft.changing;
    let take = move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            draft.take(i18n, file);
        }
    };
    let hide = move |name: String| i18n.text("file-dismiss", &[("name", name.into())]);
    let remove = Callback::new(remover(changing));
    view! {
        <DialogBody>
            <FileDrop
                id=format!("picture-drop-{}-{}", changing.record.kind.code(), changing.record.id)
                name="file"
                label=ts!("picture-drop")
                hint=ts!("picture-hint", megabytes = (PICTURE_LIMIT / 1_000_000) as i64)
                accept=TAKEN.join(",")
                on_files=take
                progress=draft.refused
                cancel_label=Callback::new(hide)
                on_cancel=move |_: String| draft.refused.set(Vec::new())
            />
        </DialogBody>
        <Show when=move || changing.known.get().is_some()>
            <DialogFooter>
                <Button label=ts!("picture-remove") icon=IconName::Trash tone=Tone::Danger on_press=remove />
            </DialogFooter>
        </Show>
    }
}

/// The second half: the square is cut out and saved.
#[component]
fn Cutting(draft: Draft) -> impl IntoView {
    let i18n = use_i18n();
    let source = move || {
        draft.chosen.with(|chosen| chosen.as_ref().map(|one| one.address.clone()).unwrap_or_default())
    };
    let percent = move |zoom: i64| i18n.text("picture-percent", &[("percent", i18n.number(zoom).into())]);
    let failure = move || draft.error.get().map(|error| i18n.render(&error.text()));
    let save = Callback::new(move |()| draft.save());
    let id = format!("picture-crop-{}-{}", draft.changing.record.kind.code(), draft.changing.record.id);
    view! {
        <DialogBody>
            {move || failure().map(|text| view! { <Banner text=text meaning=Meaning::Negative live=true /> })}
            <Crop
                id=id
                source=Signal::derive(source)
                area=draft.area
                texts=Signal::derive(move || texts(i18n))
                percent=Callback::new(percent)
                on_broken=move |()| draft.refuse(i18n, "picture-broken")
            />
        </DialogBody>
        <DialogFooter>
            <Button label=ts!("picture-other") on_press=move |()| draft.forget() />
            <Button label=ts!("picture-save") tone=Tone::Primary busy=draft.busy on_press=save />
        </DialogFooter>
    }
}

fn texts(i18n: I18n) -> CropTexts {
    let text = |key| i18n.text(key, &[]);
    CropTexts {
        frame: text("picture-frame"),
        hint: text("picture-frame-hint"),
        zoom: text("picture-zoom"),
        closer: text("picture-closer"),
        farther: text("picture-farther"),
        whole: text("picture-whole"),
        centre: text("picture-centre"),
    }
}

impl Draft {
    fn take(self, i18n: I18n, file: File) {
        self.refused.set(Vec::new());
        if let Some(key) = unfit_file(&file.name(), &file.type_(), file.size()) {
            self.refused.set(vec![line(i18n, &file, key)]);
            return;
        }
        self.area.set(None);
        self.error.set(None);
        self.chosen.set(Chosen::of(file));
    }

    /// Back to picking, with the reason.
    fn refuse(self, i18n: I18n, key: &'static str) {
        let file = self.chosen.get_untracked().map(|chosen| chosen.file);
        self.forget();
        self.refused.set(file.iter().map(|file| line(i18n, file, key)).collect());
    }

    /// Nothing is picked any more.
    fn forget(self) {
        if let Some(chosen) = self.chosen.try_update(Option::take).flatten() {
            chosen.let_go();
        }
        let _gone = self.area.try_set(None);
        let _gone = self.error.try_set(None);
        let _gone = self.refused.try_set(Vec::new());
    }

    fn save(self) {
        let Some(chosen) = self.chosen.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        // A picture that has not arrived in the frame yet cannot be cut.
        let Some(area) = self.area.get_untracked() else { return };
        self.busy.set(true);
        self.error.set(None);
        let broken = invalid("picture", Text::new("file-broken-off").with("name", chosen.file.name()));
        let path = picture_path(self.changing.record);
        let sent = form(&chosen.file, area).and_then(|form| {
            send_form(&path, &form, broken, |_| {}, move |outcome: Outcome<PictureRef>| self.saved(outcome))
        });
        if sent.is_none() {
            self.saved(Some(Err(Error::Unreachable)));
        }
    }

    fn saved(self, outcome: Outcome<PictureRef>) {
        let _gone = self.busy.try_set(false);
        match outcome {
            Some(Ok(picture)) => {
                let _gone = self.changing.known.try_set(Some(picture));
                let _gone = self.changing.open.try_set(false);
            }
            Some(Err(error)) => drop(self.error.try_set(Some(error))),
            None => {}
        }
    }
}

/// The square stands before the file, so that the server knows it when the file has come.
fn form(file: &File, area: CropArea) -> Option<FormData> {
    let form = FormData::new().ok()?;
    for (name, number) in [("x", area.x), ("y", area.y), ("side", area.side)] {
        form.append_with_str(name, &format!("{number:.6}")).ok()?;
    }
    form.append_with_blob_and_filename("file", file, &file.name()).ok()?;
    Some(form)
}

fn line(i18n: I18n, file: &File, key: &'static str) -> FileProgress {
    let megabytes = (PICTURE_LIMIT / 1_000_000) as i64;
    FileProgress {
        key: "refused".to_owned(),
        name: file.name(),
        size: size_in_words(i18n, file.size()),
        fraction: None,
        done: false,
        error: Some(i18n.text(key, &[("megabytes", megabytes.into())])),
    }
}

/// Removes the picture, with a way to take that back.
fn remover(changing: Changing) -> impl Fn(()) + Send + Sync + 'static {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    let Changing { record, known, open, again, .. } = changing;
    let restore = move |picture: PictureRef| {
        spawn_local(async move {
            match restore_picture(record, picture.id).await {
                Ok(()) => drop(again.try_run(())),
                Err(error) => problems.report(error),
            }
        });
    };
    move |()| {
        spawn_local(async move {
            match remove_picture(record).await {
                Ok(former) => {
                    let _gone = known.try_set(None);
                    let _gone = open.try_set(false);
                    if let Some(former) = former {
                        let toast = Toast::neutral(i18n.text("picture-removed", &[]));
                        toasts.show(toast.action(i18n.text("record-undo", &[]), move || restore(former)));
                    }
                }
                Err(error) => problems.report(error),
            }
        });
    }
}
