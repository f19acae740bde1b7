//! What a record's page shows of all this. Each panel takes the record and follows the feed by itself.

mod bin;
mod change;
mod entry;
mod files;
mod history;
mod lines;
mod note;
mod note_form;
mod picture;
mod picture_dialog;
mod picture_field;
mod present;
mod reminder_form;
mod reminders;
mod tags;
mod take_back;
mod timeline;
mod upload;

pub use bin::Bin;
pub use change::ChangeLine;
pub use files::FilePanel;
pub use history::HistoryTable;
pub use note::{Guard, focus_new_note};
pub use picture_field::{PictureField, SmallPictureField};
pub use present::{PresentPeople, present_mark};
pub use reminders::ReminderPanel;
pub use tags::TagEditor;
pub use timeline::Timeline;

use kernel::{Error, RecordRef, Result, TimelineId, ts, use_i18n, use_live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::way_on;
use ui::{Banner, Meaning, Size};

/// Counts up whenever something happened to `record` or on its `timeline`, which it may share with the record that it
/// came from, or may have while nobody listened.
pub fn changes_of(record: RecordRef, timeline: Option<TimelineId>) -> RwSignal<u32> {
    let (count, is_gone) = (RwSignal::new(0), StoredValue::new(false));
    let live = use_live();
    // What lies in the bin answers like what is not there: nothing is asked of it.
    let again = move || {
        if is_gone.try_get_value() == Some(false) {
            count.update(|count| *count += 1);
        }
    };
    let gone = format!("{}.deleted", record.kind.code());
    live.on_event(move |event| {
        let is_own = event.record == record;
        if is_own {
            let _left = is_gone.try_update_value(|is_gone| *is_gone = event.kind == gone);
        }
        if is_own || (timeline.is_some() && event.timeline_id == timeline) {
            again();
        }
    });
    live.on_catch_up(again);
    count
}

/// A part that could not be loaded, with a way to try again where that may help.
#[component]
pub fn Failed(error: Error, #[prop(into)] on_again: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let way = way_on(&error, Some(on_again), Size::Small);
    let reason = move || i18n.render(&error.text());
    view! {
        <Banner title=ts!("record-failed") text=Signal::derive(reason) meaning=Meaning::Warning>{way}</Banner>
    }
}

/// A list that only the browser needs, for choosing from; empty until it is there. The callback asks anew.
fn fetched<T, F>(ask: impl Fn() -> F + Copy + Send + Sync + 'static) -> (RwSignal<Vec<T>>, Callback<()>)
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<Vec<T>>> + 'static,
{
    let items = RwSignal::new(Vec::new());
    let again = Callback::new(move |()| {
        spawn_local(async move {
            if let Ok(found) = ask().await {
                items.set(found);
            }
        });
    });
    Effect::new(move |_| again.run(()));
    (items, again)
}
