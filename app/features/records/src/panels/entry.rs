use kernel::{Page, RecordRef, Result, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Badge, Icon, IconName, IconSize};

use super::change::ChangeLine;
use super::files::FileCard;
use super::note::NoteView;
use super::take_back::TakeBack;
use crate::{Content, Note, TimelineEntry};

/// Something that happened: who, what, when, and what hangs on it.
///
/// What hangs on it may change while the entry stays, and an edit that is going on must not be torn down then: the
/// entry is looked up anew in the page that was fetched last.
#[component]
pub(super) fn EntryView(
    record: RecordRef,
    first: TimelineEntry,
    page: Resource<Result<Page<TimelineEntry>>>,
    #[prop(into)] locked: Signal<bool>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = first.id;
    // What was fetched last; an entry that is not among it stays as it was.
    let entry = Memo::new({
        let first = first.clone();
        move |before: Option<&TimelineEntry>| {
            let found = page.with(|page| {
                let items = page.as_ref().and_then(|page| page.as_ref().ok()).map(|page| &page.items)?;
                items.iter().find(|entry| entry.id == id).cloned()
            });
            found.unwrap_or_else(|| before.unwrap_or(&first).clone())
        }
    });
    let content = Memo::new(move |_| entry.with(|entry| entry.content.clone()));
    let is_undone = Memo::new(move |_| entry.with(|entry| entry.is_undone));
    let can_undo = Memo::new(move |_| entry.with(|entry| entry.can_undo) && !locked.get());
    let TimelineEntry { at, kind, who, sentence, changes, .. } = first;
    let what = sentence.clone();
    let house = t!("timeline-house");
    let name = move || who.clone().unwrap_or_else(house);
    let area = kind.split('.').next().unwrap_or_default().to_owned();
    view! {
        <li class="entry" data-area=area>
            <span class="entry__icon"><Icon name=icon(&kind) size=IconSize::Small /></span>
            <div class="entry__words">
                <div class="entry__head">
                    <bdi class="entry__who">{name}</bdi> " " <span class="entry__what">{move || i18n.render(&sentence)}</span> " "
                    <time class="entry__time" datetime=at.rfc3339() title=move || i18n.date_time(at)>
                        {move || i18n.texts().time(at, &i18n.zone())}
                    </time>
                    <Show when=move || is_undone.get()>" " <Badge text=ts!("undo-undone-mark") icon=IconName::Undo /></Show>
                    <Show when=move || can_undo.get()>
                        <TakeBack record=record event=id what=what.clone() again=again />
                    </Show>
                </div>
                {(!changes.is_empty())
                    .then(|| {
                        let lines = changes.into_iter().map(|change| view! { <ChangeLine change=change /> }).collect_view();
                        view! { <ul class="entry__changes" role="list">{lines}</ul> }
                    })}
                <ContentView record=record event=id content=content locked=locked again=again />
            </div>
        </li>
    }
}

#[component]
fn ContentView(
    record: RecordRef,
    /// The number of the event.
    event: i64,
    content: Memo<Content>,
    locked: Signal<bool>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let shape = Memo::new(move |_| content.with(std::mem::discriminant));
    move || {
        shape.track();
        match content.get_untracked() {
            Content::None => ().into_any(),
            Content::Note(first) => {
                let note = Memo::new(move |before: Option<&Note>| match content.get() {
                    Content::Note(note) => note,
                    _ => before.unwrap_or(&first).clone(),
                });
                view! { <NoteView record=record note=note locked=locked again=again /> }.into_any()
            }
            Content::File(file) => {
                let place = format!("entry-{event}");
                view! { <FileCard record=record file=file place=place locked=locked again=again /> }
                    .into_any()
            }
            Content::Reminder(reminder) => {
                let text = i18n.text("reminder-for", &[("name", reminder.staff_name.into())]);
                view! { <Badge text=text icon=IconName::User /> }.into_any()
            }
        }
    }
}

/// The drawing that stands for a kind of event.
fn icon(kind: &str) -> IconName {
    let (area, what) = kind.split_once('.').unwrap_or((kind, ""));
    match (area, what) {
        ("note" | "file" | "reminder" | "task" | "vault", "deleted") => IconName::Trash,
        ("note", _) => IconName::Note,
        ("file", _) => IconName::File,
        ("reminder" | "task", "done") => IconName::Check,
        ("task", "repeated") => IconName::Refresh,
        ("task", _) => IconName::Task,
        ("reminder", _) => IconName::Bell,
        ("picture", _) => IconName::Image,
        ("vault", _) => IconName::Lock,
        ("tag", _) => IconName::Tag,
        ("mail", _) => IconName::Mail,
        ("contact", _) => IconName::Contact,
        (_, "moved") => IconName::Board,
        (_, "converted") => IconName::Convert,
        (_, "created") => IconName::Plus,
        (_, "deleted") => IconName::Trash,
        (_, "restored" | "undone") => IconName::Undo,
        (_, "contacted") => IconName::Phone,
        (_, "updated") => IconName::Pencil,
        _ => IconName::History,
    }
}
