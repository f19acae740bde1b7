use kernel::{Error, RecordKind, RecordRef, Version, t, ts, use_i18n, use_me, use_now, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Badge, Banner, Button, ButtonKind, IconName, LeaveGuard, Meaning, Menu, MenuItem, Size, Toast, Toasts,
    Tone,
};

use super::note_form::{NoteFields, NoteForm};
use crate::{Note, add_note, delete_note, restore_note, update_note};

/// A note longer than this is folded.
const LONG: usize = 1_200;

/// Puts the focus where a note about such a record is written, if it can be.
pub fn focus_new_note(kind: RecordKind) {
    ui::focus_by_id(&format!("{}-body", form_id(kind)));
}

fn form_id(kind: RecordKind) -> String {
    format!("note-new-{}", kind.code())
}

/// A place to write a note. What was typed stays if it cannot be saved, and leaving the page asks first.
#[component]
pub(super) fn Composer(record: RecordRef, unsaved: RwSignal<bool>, on_saved: Callback<()>) -> impl IntoView {
    let (i18n, now, problems, toasts) = (use_i18n(), use_now(), use_problems(), Toasts::here());
    let form = NoteForm::new(None, &i18n.zone());
    let dirty = Memo::new(move |_| form.body.with(|body| !body.trim().is_empty()));
    Effect::new(move |_| unsaved.set(dirty.get()));
    let save = Callback::new(move |()| {
        if form.busy.get_untracked() {
            return;
        }
        let draft = match form.draft(&i18n.zone(), now.get_untracked()) {
            Ok(draft) => draft,
            Err(error) => return form.error.set(Some(error)),
        };
        form.busy.set(true);
        spawn_local(async move {
            match add_note(record, draft).await {
                Ok(_) => {
                    form.clear();
                    toasts.show(Toast::positive(i18n.text("note-added", &[])));
                    on_saved.run(());
                }
                Err(error) => refuse(form, error, problems),
            }
            form.busy.set(false);
        });
    });
    view! {
        <form
            class="note-form"
            on:submit=move |event| {
                event.prevent_default();
                save.run(());
            }
        >
            <NoteFields form=form id=form_id(record.kind) label=ts!("note-new") rows=2 on_submit=save />
            <div class="note-form__actions">
                <Button label=ts!("note-add") tone=Tone::Primary size=Size::Small kind=ButtonKind::Submit busy=form.busy />
            </div>
            <Guard id=format!("note-guard-{}", record.kind.code()) dirty=dirty />
        </form>
    }
}

/// Says at the field what the field is about, and everything else where the page shows problems. What was typed stays.
fn refuse(form: NoteForm, error: Error, problems: kernel::Problems) {
    match error {
        error @ Error::Invalid(_) => form.error.set(Some(error)),
        error => problems.report(error),
    }
}

/// Asks before a page with typed text is left.
#[component]
pub fn Guard(#[prop(into)] id: String, #[prop(into)] dirty: Signal<bool>) -> impl IntoView {
    view! {
        <LeaveGuard
            id=id
            dirty=dirty
            title=ts!("record-leave-title")
            text=ts!("record-leave-text")
            stay_label=ts!("record-leave-stay")
            leave_label=ts!("record-leave-leave")
        />
    }
}

/// A note as it stands in the timeline, with what its author can do about it.
#[component]
pub(super) fn NoteView(
    record: RecordRef,
    note: Memo<Note>,
    #[prop(into)] locked: Signal<bool>,
    again: Callback<()>,
) -> impl IntoView {
    let (i18n, me) = (use_i18n(), use_me());
    let editing = RwSignal::new(false);
    let may_change = {
        let author = note.with_untracked(|note| note.staff_id);
        me.actor.is_admin() || (author.is_some() && author == me.actor.staff_id())
    };
    let contacted = move || note.with(|note| note.contacted_at);
    let is_edited = move || note.with(|note| note.version > 1 && note.updated_at > note.created_at);
    view! {
        <Show
            when=move || editing.get()
            fallback=move || {
                view! {
                    <div class="note">
                        <NoteText note=note />
                        <div class="note__foot">
                            {move || {
                                contacted()
                                    .map(|at| {
                                        let text = i18n.text("note-contacted", &[("at", at.into())]);
                                        view! { <Badge text=text icon=IconName::Phone meaning=Meaning::Accent /> }
                                    })
                            }}
                            {move || is_edited().then(|| view! { <span class="note__mark">{t!("note-edited")}</span> })}
                        </div>
                        <Show when=move || may_change && !locked.get()>
                            <Actions record=record note=note editing=editing again=again />
                        </Show>
                    </div>
                }
            }
        >
            <Editor record=record note=note editing=editing again=again />
        </Show>
    }
}

/// The words of a note, folded when there are many.
#[component]
fn NoteText(note: Memo<Note>) -> impl IntoView {
    let i18n = use_i18n();
    let unfolded = RwSignal::new(false);
    let is_long = move || note.with(|note| note.body.len() > LONG);
    let label = move || i18n.text(if unfolded.get() { "note-show-less" } else { "note-show-all" }, &[]);
    view! {
        <p class="note__text" dir="auto" data-folded=move || (is_long() && !unfolded.get()).then_some("")>
            {move || note.with(|note| note.body.clone())}
        </p>
        <Show when=is_long>
            <Button
                label=Signal::derive(label)
                size=Size::Small
                tone=Tone::Quiet
                on_press=move |()| unfolded.update(|unfolded| *unfolded = !*unfolded)
            />
        </Show>
    }
}

#[component]
fn Actions(
    record: RecordRef,
    note: Memo<Note>,
    editing: RwSignal<bool>,
    again: Callback<()>,
) -> impl IntoView {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    let id = note.with_untracked(|note| note.id);
    let restore = move || {
        spawn_local(async move {
            match restore_note(record, id).await {
                Ok(()) => again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    let delete = move || {
        spawn_local(async move {
            match delete_note(record, id).await {
                Ok(()) => {
                    let toast = Toast::neutral(i18n.text("note-deleted", &[]));
                    toasts.show(toast.action(i18n.text("record-undo", &[]), restore));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
        });
    };
    let items = move || {
        vec![
            MenuItem::run(i18n.text("note-edit", &[]), move || editing.set(true)).icon(IconName::Pencil),
            MenuItem::run(i18n.text("note-delete", &[]), delete).icon(IconName::Trash).danger(),
        ]
    };
    view! {
        <div class="note__actions">
            <Menu id=format!("note-{id}-menu") label=ts!("note-edit") items=Signal::derive(items) size=Size::Small align_end=true />
        </div>
    }
}

/// A note that is being changed. If somebody else changed it first, both texts are shown and one is chosen.
#[component]
fn Editor(
    record: RecordRef,
    note: Memo<Note>,
    editing: RwSignal<bool>,
    again: Callback<()>,
) -> impl IntoView {
    let (i18n, now, problems) = (use_i18n(), use_now(), use_problems());
    let first = note.get_untracked();
    let form = NoteForm::new(Some(&first), &i18n.zone());
    let (id, version) = (first.id, RwSignal::new(first.version));
    let theirs = RwSignal::new(None::<Note>);
    let dirty = Memo::new({
        let body = first.body.clone();
        move |_| form.body.with(|typed| *typed != body)
    });
    let save = move |version: Version| {
        let draft = match form.draft(&i18n.zone(), now.get_untracked()) {
            Ok(draft) => draft,
            Err(error) => return form.error.set(Some(error)),
        };
        form.busy.set(true);
        spawn_local(async move {
            match update_note(record, id, version, draft).await {
                Ok(_) => {
                    editing.set(false);
                    again.run(());
                }
                Err(Error::Conflict(conflict)) => theirs.set(serde_json::from_value(conflict.current).ok()),
                Err(error) => refuse(form, error, problems),
            }
            form.busy.set(false);
        });
    };
    let submit = Callback::new(move |()| save(version.get_untracked()));
    let stop = move |()| editing.set(false);
    let keep = move |theirs: &Note| {
        version.set(theirs.version);
        save(theirs.version);
    };
    view! {
        <form
            class="note-form note-form--inside"
            on:submit=move |event| {
                event.prevent_default();
                submit.run(());
            }
        >
            <NoteFields form=form id=format!("note-{id}") label=ts!("note-edit") rows=4 on_submit=submit />
            {move || theirs.get().map(|theirs| view! { <TheirNote theirs=theirs on_keep=keep on_take=stop again=again /> })}
            <div class="note-form__actions">
                <Button label=ts!("record-cancel") size=Size::Small tone=Tone::Quiet on_press=stop />
                <Button label=ts!("record-save") tone=Tone::Primary size=Size::Small kind=ButtonKind::Submit busy=form.busy />
            </div>
            <Guard id=format!("note-{id}-guard") dirty=dirty />
        </form>
    }
}

/// What somebody else saved while one was typing.
#[component]
fn TheirNote(
    theirs: Note,
    on_keep: impl Fn(&Note) + Copy + Send + Sync + 'static,
    #[prop(into)] on_take: Callback<()>,
    again: Callback<()>,
) -> impl IntoView {
    let body = theirs.body.clone();
    let take = move |()| {
        again.run(());
        on_take.run(());
    };
    view! {
        <Banner title=ts!("note-conflict") text=ts!("note-conflict-theirs") meaning=Meaning::Warning live=true>
            <Button label=ts!("note-conflict-take") size=Size::Small on_press=take />
            <Button label=ts!("note-conflict-keep") size=Size::Small tone=Tone::Primary on_press=move |()| on_keep(&theirs) />
        </Banner>
        <p class="note__text note__text--theirs" dir="auto">{body}</p>
    }
}
