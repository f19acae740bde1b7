use kernel::{Error, Instant, Result, Zone, invalid, ts, use_i18n, use_now};
use leptos::prelude::*;
use ui::{Field, InputKind, Switch, TextArea, TextInput};

use crate::{Note, NoteDraft};

/// What a person is typing for a note. It stays until it is saved or given up, whatever goes wrong on the way.
#[derive(Clone, Copy)]
pub(super) struct NoteForm {
    pub(super) body: RwSignal<String>,
    pub(super) is_contact: RwSignal<bool>,
    pub(super) contacted_at: RwSignal<String>,
    pub(super) error: RwSignal<Option<Error>>,
    pub(super) busy: RwSignal<bool>,
}

impl NoteForm {
    /// An empty one, or one with what a note says now.
    pub(super) fn new(note: Option<&Note>, zone: &Zone) -> Self {
        let contacted_at = note.and_then(|note| note.contacted_at);
        Self {
            body: RwSignal::new(note.map(|note| note.body.clone()).unwrap_or_default()),
            is_contact: RwSignal::new(contacted_at.is_some()),
            contacted_at: RwSignal::new(contacted_at.map(|at| zone.format_local(at)).unwrap_or_default()),
            error: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    /// What would be saved.
    ///
    /// # Errors
    /// `Invalid` for `note` or `contacted_at`.
    pub(super) fn draft(&self, zone: &Zone, now: Instant) -> Result<NoteDraft> {
        let contacted_at = match self.is_contact.get_untracked() {
            true => {
                let typed = self.contacted_at.get_untracked();
                Some(
                    zone.parse_local(&typed)
                        .ok_or_else(|| invalid("contacted_at", "reminder-due-invalid"))?,
                )
            }
            false => None,
        };
        NoteDraft { body: self.body.get_untracked(), contacted_at }.checked(now)
    }

    /// Empties it after it was saved.
    pub(super) fn clear(&self) {
        self.body.set(String::new());
        self.is_contact.set(false);
        self.contacted_at.set(String::new());
        self.error.set(None);
    }
}

/// The fields of a note. `id` tells them from those of other notes on the page.
#[component]
pub(super) fn NoteFields(
    form: NoteForm,
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    rows: u32,
    on_submit: Callback<()>,
) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let error_of = move |field: &'static str| {
        let text = move || form.error.with(|error| error.as_ref().and_then(|error| error.field(field)));
        Signal::derive(move || text().map(|text| i18n.render(&text)))
    };
    let fill_in = move |on: bool| {
        if on && form.contacted_at.with_untracked(String::is_empty) {
            form.contacted_at.set(i18n.zone().format_local(now.get_untracked()));
        }
    };
    let (hint, placeholder) = (ts!("note-hint"), ts!("note-placeholder"));
    let (body_id, switch_id, when_id) = (format!("{id}-body"), format!("{id}-contact"), format!("{id}-when"));
    view! {
        <Field label=label name="note" id=body_id label_hidden=true error=error_of("note") hint=Signal::derive(move || Some(hint.get()))>
            <TextArea
                name="note"
                value=form.body
                rows=rows
                placeholder=Signal::derive(move || Some(placeholder.get()))
                on_submit=on_submit
            />
        </Field>
        <div class="note-form__contact">
            <Switch label=ts!("note-contact") name="is_contact" id=switch_id checked=form.is_contact on_change=fill_in />
            {move || {
                let when_id = when_id.clone();
                form.is_contact
                    .get()
                    .then(|| {
                        view! {
                            <Field label=ts!("note-contacted-at") name="contacted_at" id=when_id label_hidden=true error=error_of("contacted_at")>
                                <TextInput name="contacted_at" kind=InputKind::DateTime value=form.contacted_at />
                            </Field>
                        }
                    })
            }}
        </div>
    }
}
