//! What hangs on any record: its notes, files, reminders and tags, and the timeline of what happened to it.

mod api;
mod bin;
mod entry;
mod file;
mod history;
mod note;
mod panels;
mod picture;
mod reminder;
mod tag;
mod undo;

pub use api::*;
pub use bin::BinEntry;
pub use entry::{Change, Content, TimelineEntry, TimelineFilter};
pub use file::{FILE_KINDS, FILE_LIMIT, FILES_QUOTA, FileKind, FileRow, upload_path};
pub use history::{History, HistoryQuery, HistoryRow};
pub use note::{NOTE_LIMIT, Note, NoteDraft};
pub use panels::{
    Bin, ChangeLine, FilePanel, Guard, HistoryTable, PictureField, PresentPeople, ReminderPanel,
    SmallPictureField, TagEditor, Timeline, focus_new_note, present_mark,
};
pub use panels::{Failed, changes_of};
pub use picture::{Crop, PICTURE_LIMIT, PICTURE_PIXELS, PictureRef, picture_path};
pub use reminder::{NextReminder, REMINDER_LIMIT, Reminder, ReminderDraft};
pub use tag::{TAG_LIMIT, TAGS_LIMIT, Tag, tag_name};
pub use undo::{UNDO_FOR, UndoField, UndoState, Undoing};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod native {
    pub use crate::store::notes::ContactHook;
    pub use crate::store::notes::tell_of_contact;
    pub use crate::store::purge::{HangsOn, Needs, StandsOn};
    pub use crate::store::reminders::next_reminders;
    pub use crate::store::tags::tags_of;
    pub use crate::store::undo::Undoer;
    pub use crate::store::{files, notes, pictures, reminders, tags, timeline};

    use futures::FutureExt;
    use kernel::{Feature, Instant, JobKind, Language};

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        let jobs = vec![
            JobKind {
                name: "reminders.notify",
                run: |cx, _| async move { reminders::notify_due(&cx).await }.boxed(),
                every: Some(Instant::MINUTE),
            },
            JobKind {
                name: "files.sweep",
                run: |cx, _| async move { files::sweep(&cx).await }.boxed(),
                every: Some(Instant::DAY),
            },
            JobKind {
                name: "pictures.sweep",
                run: |cx, _| async move { pictures::sweep(&cx).await }.boxed(),
                every: Some(Instant::DAY),
            },
            JobKind {
                name: "bin.purge",
                run: |cx, _| async move { crate::store::purge::purge(&cx).await.map(drop) }.boxed(),
                every: Some(Instant::DAY),
            },
        ];
        Feature { texts: TEXTS, jobs, parts: crate::store::undoer_parts(), ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
