//! Consent as staff see and note it.

use kernel::{RecordRef, t, ts, use_i18n, use_live};
use leptos::prelude::*;
use staff::pages::{Attempt, LoadProblem, SettingsForm};
use ui::{
    Badge, Button, Choice, Dialog, DialogSize, Field, IconName, Meaning, Select, Size, Skeleton, TextInput,
};

use crate::{Consent, ConsentChange, How, NOTE_LIMIT, list_consents, note_consent};

/// Whose consent it is, and what they are called.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// The customer or the contact.
    pub record: RecordRef,
    /// Its name.
    pub name: String,
}

/// What is being noted.
#[derive(Clone, Debug, PartialEq)]
struct Noting {
    subject: Subject,
    is_given: bool,
}

/// The consent of these, a line for each, with its history.
#[component]
pub fn ConsentPanel(
    #[prop(into)] subjects: Signal<Vec<Subject>>,
    /// Whether the person may only look.
    #[prop(into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let records =
        Memo::new(move |_| subjects.with(|all| all.iter().map(|one| one.record).collect::<Vec<_>>()));
    let consents = Resource::new_blocking(move || records.get(), list_consents);
    let noting = RwSignal::new(None::<Noting>);
    let again = Callback::new(move |()| consents.refetch());
    use_live().on_event(move |event| {
        if event.kind.starts_with("consent.") && records.with_untracked(|all| all.contains(&event.record)) {
            again.run(());
        }
    });
    let name_of = move |record: RecordRef| {
        subjects.with(|all| all.iter().find(|one| one.record == record).map(|one| one.name.clone()))
    };
    let line = move |consent: Consent| {
        let subject = Subject { record: consent.record, name: name_of(consent.record).unwrap_or_default() };
        view! { <Line subject=subject consent=consent noting=noting locked=locked /> }
    };
    view! {
        <Transition fallback=|| view! { <Skeleton label=ts!("consent-loading") count=2 /> }>
            {move || Suspend::new(async move {
                match consents.await {
                    Ok(all) => view! { <ul class="consents" role="list">{all.into_iter().map(line).collect_view()}</ul> }.into_any(),
                    Err(error) => view! { <LoadProblem error=error on_again=again /> }.into_any(),
                }
            })}
        </Transition>
        <NoteDialog noting=noting again=again />
    }
}

#[component]
fn Line(
    subject: Subject,
    consent: Consent,
    noting: RwSignal<Option<Noting>>,
    locked: Signal<bool>,
) -> impl IntoView {
    let Consent { is_given, withdraw_path, changes, .. } = consent;
    let name = subject.name.clone();
    let note = move |()| noting.set(Some(Noting { subject: subject.clone(), is_given: !is_given }));
    let label = if is_given { ts!("consent-withdraw") } else { ts!("consent-give") };
    let icon = if is_given { IconName::Close } else { IconName::Check };
    view! {
        <li class="consent">
            <div class="consent__head">
                <bdi class="consent__name">{name}</bdi>
                {match is_given {
                    true => view! { <Badge text=ts!("consent-given") meaning=Meaning::Positive /> },
                    false => view! { <Badge text=ts!("consent-none") meaning=Meaning::Neutral /> },
                }}
                <Show when=move || !locked.get()>
                    <Button label=label icon=icon size=Size::Small on_press=note.clone() />
                </Show>
            </div>
            <History changes=changes />
            {withdraw_path.filter(|_| is_given).map(|path| view! {
                <p class="consent__link">{t!("consent-link-hint")} " " <a href=path.clone()><bdi>{path.clone()}</bdi></a></p>
            })}
        </li>
    }
}

/// Who noted what, when and how.
#[component]
fn History(changes: Vec<ConsentChange>) -> impl IntoView {
    let i18n = use_i18n();
    let entry = move |change: ConsentChange| {
        let ConsentChange { is_given, how, note, by, at } = change;
        let key = if is_given { "consent-was-given" } else { "consent-was-withdrawn" };
        let said = move || {
            i18n.text(key, &[("at", i18n.date_time(at).into()), ("how", i18n.text(how.label(), &[]).into())])
        };
        view! {
            <li class="consent__change">
                {said}
                {by.map(|by| view! { " · " <bdi>{by}</bdi> })}
                {note.map(|note| view! { " · " <bdi>{note}</bdi> })}
            </li>
        }
    };
    (!changes.is_empty()).then(|| {
        view! { <ol class="consent__changes" role="list">{changes.into_iter().map(entry).collect_view()}</ol> }
    })
}

#[component]
fn NoteDialog(noting: RwSignal<Option<Noting>>, again: Callback<()>) -> impl IntoView {
    let (i18n, open) = (use_i18n(), RwSignal::new(false));
    Effect::new(move |_| open.set(noting.with(Option::is_some)));
    let title = Signal::derive(move || {
        noting
            .with(|noting| {
                let noting = noting.as_ref()?;
                let key = if noting.is_given { "consent-give-of" } else { "consent-withdraw-of" };
                Some(i18n.text(key, &[("name", noting.subject.name.as_str().into())]))
            })
            .unwrap_or_default()
    });
    let done = Callback::new(move |()| {
        open.set(false);
        again.run(());
    });
    let form = move || Some(view! { <NoteForm noting=noting.get_untracked()? done=done /> });
    view! {
        <Dialog id="consent-dialog" title=title close_label=ts!("consent-close") open=open size=DialogSize::Small on_close=move |()| noting.set(None)>
            {form}
        </Dialog>
    }
}

#[component]
fn NoteForm(noting: Noting, done: Callback<()>) -> impl IntoView {
    let (i18n, attempt) = (use_i18n(), Attempt::in_form());
    let (how, note) = (RwSignal::new(How::InPerson.code().to_owned()), RwSignal::new(String::new()));
    let choices = Signal::derive(move || {
        How::NOTED
            .into_iter()
            .map(|how| Choice::new(how.code(), i18n.text(how.label(), &[])))
            .collect::<Vec<_>>()
    });
    let send = move |()| {
        let how = How::parse(&how.get_untracked()).unwrap_or(How::InPerson);
        let work = note_consent(noting.subject.record, noting.is_given, how, note.get_untracked());
        attempt.run(work, move |_| done.run(()));
    };
    let problems = attempt.problems();
    view! {
        <SettingsForm attempt=attempt label=ts!("consent-save") on_send=send>
            <Field label=ts!("consent-how") name="how" id="consent-how" error=problems.of("how")>
                <Select name="how" value=how choices=choices />
            </Field>
            <Field label=ts!("consent-note") name="note" id="consent-note" hint=ts!("consent-note-hint") error=problems.of("note")>
                <TextInput name="note" value=note max_length=NOTE_LIMIT />
            </Field>
        </SettingsForm>
    }
}
