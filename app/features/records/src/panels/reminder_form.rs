use kernel::{
    Error, Instant, RecordRef, Result, StaffId, invalid, t, ts, use_i18n, use_me, use_now, use_problems,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Choice, Field, FormRow, InputKind, Select, Size, TextInput, Tone};

use super::fetched;
use crate::{ReminderDraft, add_reminder};

/// What a person is typing for a reminder.
#[derive(Clone, Copy)]
struct Typed {
    text: RwSignal<String>,
    due: RwSignal<String>,
    who: RwSignal<String>,
    error: RwSignal<Option<Error>>,
    busy: RwSignal<bool>,
}

/// The fields of a new reminder, folded until they are wanted.
#[component]
pub(super) fn ReminderForm(record: RecordRef, on_saved: Callback<()>) -> impl IntoView {
    let (i18n, me, now, problems) = (use_i18n(), use_me(), use_now(), use_problems());
    let my_id = me.actor.staff_id().map(|id| id.to_string()).unwrap_or_default();
    let typed = Typed {
        text: RwSignal::new(String::new()),
        due: RwSignal::new(i18n.zone().format_local(tomorrow(&i18n.zone(), now.get_untracked()))),
        who: RwSignal::new(my_id),
        error: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = match draft(typed, &i18n.zone(), now.get_untracked()) {
            _ if typed.busy.get_untracked() => return,
            Ok(draft) => draft,
            Err(error) => return typed.error.set(Some(error)),
        };
        typed.busy.set(true);
        spawn_local(async move {
            match add_reminder(record, draft).await {
                Ok(_) => {
                    typed.text.set(String::new());
                    typed.error.set(None);
                    on_saved.run(());
                }
                Err(error @ Error::Invalid(_)) => typed.error.set(Some(error)),
                Err(error) => problems.report(error),
            }
            typed.busy.set(false);
        });
    };
    view! {
        <details class="reminder-form">
            <summary class="reminder-form__summary">{t!("reminder-new")}</summary>
            <form class="reminder-form__fields" on:submit=save>
                <Fields typed=typed />
                <Button label=ts!("reminder-add") tone=Tone::Primary size=Size::Small kind=ButtonKind::Submit busy=typed.busy />
            </form>
        </details>
    }
}

#[component]
fn Fields(typed: Typed) -> impl IntoView {
    let i18n = use_i18n();
    let error_of = move |field: &'static str| {
        let text = move || typed.error.with(|error| error.as_ref().and_then(|error| error.field(field)));
        Signal::derive(move || text().map(|text| i18n.render(&text)))
    };
    let (people, _) = fetched(staff::list_staff_names);
    let choices = move || {
        people
            .get()
            .into_iter()
            .filter(|one: &staff::StaffName| one.is_active)
            .map(|one| Choice::new(one.id.to_string(), one.name))
            .collect::<Vec<_>>()
    };
    view! {
        <Field label=ts!("reminder-text") name="reminder_text" id="reminder-text" error=error_of("reminder_text") required=true>
            <TextInput name="reminder_text" value=typed.text />
        </Field>
        <FormRow>
            <Field label=ts!("reminder-due") name="due_at" id="reminder-due" error=error_of("due_at") required=true>
                <TextInput name="due_at" kind=InputKind::DateTime value=typed.due />
            </Field>
            <Field label=ts!("reminder-who") name="staff_id" id="reminder-who" error=error_of("staff_id")>
                <Select name="staff_id" value=typed.who choices=Signal::derive(choices) />
            </Field>
        </FormRow>
    }
}

fn draft(typed: Typed, zone: &kernel::Zone, now: Instant) -> Result<ReminderDraft> {
    let due_at = zone
        .parse_local(&typed.due.get_untracked())
        .ok_or_else(|| invalid("due_at", "reminder-due-invalid"))?;
    let staff_id: StaffId =
        typed.who.get_untracked().parse().map_err(|_| invalid("staff_id", "reminder-nobody"))?;
    ReminderDraft { staff_id, text: typed.text.get_untracked(), due_at }.checked(now)
}

/// Nine o'clock of the next day: what most reminders are for.
fn tomorrow(zone: &kernel::Zone, now: Instant) -> Instant {
    let today = zone.day(now);
    zone.instant(kernel::Day(today.0 + 1), 9 * 3600)
}
