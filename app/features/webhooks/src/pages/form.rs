use kernel::{I18n, Version, WebhookId, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, SettingsForm};
use ui::{Checkbox, Choice, Dialog, Field, Fieldset, InputKind, RadioGroup, TextInput, Toast, Toasts};

use super::list::Desk;
use crate::webhook::GROUPS;
use crate::{WebhookEdit, create_webhook, update_webhook};

/// A webhook in the form; a new one has no number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Editing {
    pub id: Option<WebhookId>,
    pub version: Version,
    pub edit: WebhookEdit,
}

/// The dialog in which a webhook is set up or changed.
#[component]
pub(super) fn WebhookDialog(desk: Desk) -> impl IntoView {
    let (i18n, open) = (use_i18n(), RwSignal::new(false));
    Effect::new(move |_| open.set(desk.editing.with(Option::is_some)));
    let title = Signal::derive(move || {
        let is_new = desk.editing.with(|editing| editing.as_ref().is_none_or(|editing| editing.id.is_none()));
        i18n.text(if is_new { "webhook-add" } else { "webhook-change" }, &[])
    });
    let done = Callback::new(move |()| {
        open.set(false);
        desk.changed();
    });
    view! {
        <Dialog id="webhook-dialog" title=title close_label=ts!("webhook-close") open=open on_close=move |()| desk.editing.set(None)>
            {move || desk.editing.get_untracked().map(|editing| view! { <WebhookForm editing desk done /> })}
        </Dialog>
    }
}

/// What is typed. A copyable handle.
#[derive(Clone, Copy)]
struct Typed {
    url: RwSignal<String>,
    description: RwSignal<String>,
    /// `all` or `some`.
    which: RwSignal<String>,
    groups: [RwSignal<bool>; GROUPS.len()],
    others: RwSignal<String>,
    includes_runs: RwSignal<bool>,
    is_paused: bool,
}

impl Typed {
    fn new(edit: &WebhookEdit) -> Self {
        let is_group = |kind: &str| GROUPS.iter().any(|(group, _)| kind == whole(group));
        let others: Vec<&str> =
            edit.kinds.iter().map(String::as_str).filter(|kind| !is_group(kind)).collect();
        let which = if edit.kinds.is_empty() { "all" } else { "some" };
        Self {
            url: RwSignal::new(edit.url.clone()),
            description: RwSignal::new(edit.description.clone()),
            which: RwSignal::new(which.to_owned()),
            groups: GROUPS.map(|(group, _)| RwSignal::new(edit.kinds.contains(&whole(group)))),
            others: RwSignal::new(others.join(" ")),
            includes_runs: RwSignal::new(edit.includes_runs),
            is_paused: edit.is_paused,
        }
    }

    fn edit(self) -> WebhookEdit {
        WebhookEdit {
            url: self.url.get_untracked(),
            description: self.description.get_untracked(),
            kinds: self.kinds(),
            includes_runs: self.includes_runs.get_untracked(),
            is_paused: self.is_paused,
        }
    }

    fn kinds(self) -> Vec<String> {
        if self.which.with_untracked(|which| which == "all") {
            return Vec::new();
        }
        let chosen = GROUPS.iter().zip(self.groups).filter(|(_, on)| on.get_untracked());
        let mut kinds: Vec<String> = chosen.map(|((group, _), _)| whole(group)).collect();
        self.others.with_untracked(|others| {
            kinds.extend(others.split([' ', ',', '\n']).filter(|kind| !kind.is_empty()).map(str::to_owned));
        });
        kinds
    }
}

/// The kind that means all of a group.
fn whole(group: &str) -> String {
    format!("{group}.*")
}

#[component]
fn WebhookForm(editing: Editing, desk: Desk, done: Callback<()>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::in_form());
    let typed = Typed::new(&editing.edit);
    let nothing_chosen = RwSignal::new(false);
    let send = move |()| {
        let edit = typed.edit();
        // An empty list would mean all of them.
        let is_empty = edit.kinds.is_empty() && typed.which.with_untracked(|which| which == "some");
        nothing_chosen.set(is_empty);
        match editing.id {
            _ if is_empty => {}
            None => attempt.run(create_webhook(edit), move |made| {
                desk.secret.set(Some(made.secret));
                done.run(());
            }),
            Some(id) => attempt.run(update_webhook(id, editing.version, edit), move |_| {
                toasts.show(Toast::positive(i18n.text("webhook-saved", &[])));
                done.run(());
            }),
        }
    };
    let problems = attempt.problems();
    let (unfit, none) = (problems.of("kinds"), move || i18n.text("webhook-kinds-none", &[]));
    let kinds_error = Signal::derive(move || nothing_chosen.get().then(none).or_else(|| unfit.get()));
    view! {
        <SettingsForm attempt=attempt label=ts!("webhook-save") on_send=send>
            <Field label=ts!("webhook-url") name="url" id="webhook-form-url" hint=ts!("webhook-url-hint") error=problems.of("url") required=true>
                <TextInput name="url" kind=InputKind::Url value=typed.url max_length=2000 autocomplete="off" />
            </Field>
            <Field label=ts!("webhook-description") name="description" id="webhook-form-description" error=problems.of("description")>
                <TextInput name="description" value=typed.description max_length=200 />
            </Field>
            <Kinds typed error=kinds_error />
            <Checkbox label=ts!("webhook-runs") name="includes_runs" checked=typed.includes_runs hint=ts!("webhook-runs-hint") />
        </SettingsForm>
    }
}

/// Which events: all, or groups and kinds.
#[component]
fn Kinds(typed: Typed, error: Signal<Option<String>>) -> impl IntoView {
    let i18n = use_i18n();
    let choices = Signal::derive(move || {
        vec![
            Choice::new("all", i18n.text("webhook-kinds-all", &[])),
            Choice::new("some", i18n.text("webhook-kinds-some", &[])),
        ]
    });
    let is_some = move || typed.which.with(|which| which == "some");
    view! {
        <RadioGroup legend=ts!("webhook-kinds") name="which" value=typed.which choices=choices />
        <Show when=is_some>
            <Fieldset legend=ts!("webhook-kinds-which") error=error>
                <div class="webhook-groups">{groups(i18n, typed)}</div>
                <Field label=ts!("webhook-kinds-others") name="kinds" id="webhook-form-kinds" hint=ts!("webhook-kinds-hint")>
                    <TextInput name="kinds" value=typed.others autocomplete="off" />
                </Field>
            </Fieldset>
        </Show>
    }
}

fn groups(i18n: I18n, typed: Typed) -> Vec<AnyView> {
    let line = |((group, label), on): ((&'static str, &'static str), RwSignal<bool>)| {
        let label = Signal::derive(move || i18n.text(label, &[]));
        view! { <Checkbox label=label name=format!("group-{group}") checked=on /> }.into_any()
    };
    GROUPS.into_iter().zip(typed.groups).map(line).collect()
}
