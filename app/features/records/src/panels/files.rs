use kernel::{Error, I18n, RecordRef, TimelineId, t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Announcer, EmptyState, FileDrop, FileProgress, Icon, IconButton, IconName, Size, Skeleton, SkeletonShape,
    Toast, Toasts,
};

use super::picture::Picture;
use super::upload::{Outcome, Upload, refusal, send, size_in_words};
use super::{Failed, changes_of};
use crate::{FILE_LIMIT, FileKind, FileRow, delete_file, list_files, restore_file};

/// The files of a record: drop or pick them, watch them arrive, look at pictures, save and delete.
#[component]
pub fn FilePanel(
    /// Whose.
    record: RecordRef,
    /// As for the [`super::Timeline`].
    #[prop(optional)]
    timeline: Option<TimelineId>,
    /// The person may only look.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let changed = changes_of(record, timeline);
    let files = Resource::new(move || changed.get(), move |_| list_files(record));
    let again = Callback::new(move |()| changed.update(|count| *count += 1));
    let rows = move || {
        files.with(|files| files.as_ref().and_then(|files| files.as_ref().ok().cloned()).unwrap_or_default())
    };
    let failure = move || files.with(|files| files.as_ref().and_then(|files| files.as_ref().err().cloned()));
    let is_empty = move || files.with(|files| matches!(files, Some(Ok(files)) if files.is_empty()));
    view! {
        <section class="files" aria-label=t!("file-title")>
            <Show when=move || !locked.get()>
                <Arrivals record=record on_arrival=again />
            </Show>
            <Transition fallback=move || view! { <Skeleton label=ts!("record-loading") shape=SkeletonShape::Rows count=2 /> }>
                {move || failure().map(|error| view! { <Failed error=error on_again=again /> })}
                {move || is_empty().then(|| view! { <EmptyState icon=IconName::File title=ts!("file-empty-list") /> })}
                <ul class="files__list" role="list">
                    <For each=rows key=|file| file.id let:file>
                        <li class="files__item">
                            <FileCard record=record file=file place="files" locked=locked again=again />
                        </li>
                    </For>
                </ul>
            </Transition>
        </section>
    }
}

/// One file: its small picture, which shows a large one, or a drawing; its name, which saves it; and its size.
#[component]
pub(super) fn FileCard(
    record: RecordRef,
    file: FileRow,
    /// The name of the place in which it stands: a file may stand on a page in several.
    #[prop(into)]
    place: String,
    #[prop(into)] locked: Signal<bool>,
    again: Callback<()>,
) -> impl IntoView {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    let (id, name) = (file.id, StoredValue::new(file.name.clone()));
    let say = move |key: &str| name.with_value(|name| i18n.text(key, &[("name", name.into())]));
    let restore = move || {
        spawn_local(async move {
            match restore_file(record, id).await {
                Ok(()) => again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    let delete = move |()| {
        spawn_local(async move {
            match delete_file(record, id).await {
                Ok(()) => {
                    let toast = Toast::neutral(say("file-deleted"));
                    toasts.show(toast.action(i18n.text("record-undo", &[]), restore));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
        });
    };
    let picture = file.has_preview.then(|| {
        let id = format!("{place}-picture-{id}");
        view! { <Picture record=record file=file.clone() id=id /> }
    });
    let drawing = (!file.has_preview).then(|| {
        view! { <span class="file__drawing"><Icon name=drawing(&file.media_type) /></span> }
    });
    let (size, path) = (file.size as f64, file.path(record));
    view! {
        <div class="file">
            {picture}
            <a class="file__link" href=path download="" rel="external" aria-label=move || say("file-download")>
                {drawing} <bdi class="file__name">{file.name}</bdi>
            </a>
            <span class="file__size">{move || size_in_words(i18n, size)}</span>
            <Show when=move || !locked.get()>
                <IconButton label=Signal::derive(move || say("file-delete")) icon=IconName::Trash size=Size::Small on_press=delete />
            </Show>
        </div>
    }
}

fn drawing(media_type: &str) -> IconName {
    match media_type {
        image if image.starts_with("image/") => IconName::Image,
        sound if sound.starts_with("audio/") || sound.starts_with("video/") => IconName::Play,
        "application/zip" => IconName::Archive,
        "message/rfc822" | "application/vnd.ms-outlook" => IconName::Mail,
        "text/vcard" => IconName::Contact,
        "text/calendar" => IconName::Calendar,
        "text/csv" => IconName::Table,
        _ => IconName::Document,
    }
}

/// The place to drop files on, and those on their way.
#[component]
fn Arrivals(record: RecordRef, on_arrival: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let under_way = UnderWay {
        lines: RwSignal::new(Vec::new()),
        next: StoredValue::new(0),
        announcer: Announcer::here(),
    };
    let take = move |files: Vec<web_sys::File>| {
        files.iter().for_each(|file| under_way.begin(i18n, record, file, on_arrival));
    };
    let progress = move || {
        under_way.lines.with(|lines| lines.iter().map(|line| line.progress.clone()).collect::<Vec<_>>())
    };
    let megabytes = FILE_LIMIT / 1_000_000;
    let cancel = move |name: String| {
        // One that was refused is not under way any more: there is nothing to stop, only to hide.
        let is_over = |line: &Line| line.progress.name == name && line.progress.error.is_some();
        let key = if under_way.lines.with(|lines| lines.iter().any(is_over)) {
            "file-dismiss"
        } else {
            "file-cancel"
        };
        i18n.text(key, &[("name", name.into())])
    };
    view! {
        <FileDrop
            id=format!("file-drop-{}", record.kind.code())
            name="file"
            label=ts!("file-drop")
            hint=ts!("file-hint", megabytes = megabytes as i64)
            accept=FileKind::accept()
            multiple=true
            on_files=take
            progress=Signal::derive(progress)
            cancel_label=Callback::new(cancel)
            on_cancel=move |key: String| under_way.end(&key)
        />
    }
}

/// The files on their way, and those that were refused until they are hidden.
#[derive(Clone, Copy)]
struct UnderWay {
    lines: RwSignal<Vec<Line>>,
    next: StoredValue<u32>,
    announcer: Announcer,
}

#[derive(Clone)]
struct Line {
    progress: FileProgress,
    upload: Option<Upload>,
}

impl UnderWay {
    fn begin(self, i18n: I18n, record: RecordRef, file: &web_sys::File, on_arrival: Callback<()>) {
        let key = self.next.get_value().to_string();
        self.next.update_value(|next| *next += 1);
        let (name, size) = (file.name(), size_in_words(i18n, file.size()));
        let refused = refusal(&name, file.size()).map(|error| i18n.render(&error.text()));
        let is_refused = refused.is_some();
        let progress =
            FileProgress { key: key.clone(), name, size, fraction: None, done: false, error: refused };
        self.lines.update(|lines| lines.push(Line { progress, upload: None }));
        if is_refused {
            return;
        }
        let (of_progress, of_end) = (key.clone(), key.clone());
        let upload = send(
            record,
            file,
            move |fraction| self.change(&of_progress, |line| line.progress.fraction = Some(fraction)),
            move |outcome: Outcome<FileRow>| match outcome {
                Some(Ok(file)) => {
                    self.end(&of_end);
                    self.announcer.announce(i18n.text("file-added", &[("name", file.name.into())]));
                    on_arrival.run(());
                }
                Some(Err(error)) => self.refuse(&of_end, i18n, &error),
                None => {}
            },
        );
        match upload {
            Some(upload) => self.change(&key, |line| line.upload = Some(upload)),
            None => self.refuse(&key, i18n, &Error::Unreachable),
        }
    }

    fn refuse(self, key: &str, i18n: I18n, error: &Error) {
        self.change(key, |line| line.progress.error = Some(i18n.render(&error.text())));
    }

    fn change(self, key: &str, change: impl FnOnce(&mut Line)) {
        // The page may be gone when the answer comes.
        let _gone = self.lines.try_update(|lines| {
            if let Some(line) = lines.iter_mut().find(|line| line.progress.key == key) {
                change(line);
            }
        });
    }

    /// Takes a file off the list, and stops it if it is still on its way.
    fn end(self, key: &str) {
        let _gone = self.lines.try_update(|lines| {
            for line in lines.extract_if(.., |line| line.progress.key == key) {
                if let Some(upload) = line.upload {
                    upload.stop();
                }
            }
        });
    }
}
