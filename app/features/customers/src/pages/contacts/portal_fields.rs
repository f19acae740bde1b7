//! What a contact gets of the portal, as forms show it.

use std::sync::Arc;

use fields::{Draft, FieldControl};
use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Checkbox, Choice, Field, FieldWidth, Fieldset, FormRow, InputKind, Select, TextInput};

use crate::pages::fields::contact_vocabulary;
use crate::{Greeting, Notices, PermissionSet, Permissions, PortalRules};

/// The rest of what people know of a contact: how it reads, whether it is still there, and what it gets of the portal.
#[component]
pub(in crate::pages) fn PortalFields(
    draft: Draft,
    rules: PortalRules,
    #[prop(default = "field")] prefix: &'static str,
    /// How a new one learns of it.
    #[prop(optional)]
    greets: Option<Greets>,
) -> impl IntoView {
    let words = StoredValue::new(Arc::new(contact_vocabulary(use_i18n())));
    let control = move |name: &'static str| {
        let words = words.get_value();
        view! { <FieldControl name=name draft=draft words=words prefix=prefix /> }
    };
    let all = move |keys: &'static [&'static str]| keys.iter().map(|key| control(key)).collect_view();
    let (has_portal, hint) = (draft.flag("has_portal"), ts!("contact-sees-hint"));
    let sets = StoredValue::new(rules.sets);
    view! {
        <FormRow>{control("language")} {control("direction")}</FormRow>
        {control("is_active")}
        {control("has_portal")}
        <Show when=move || has_portal.get()>
            {greets.map(|greets| view! { <GreetingFields greets=greets prefix=prefix /> })}
            <FormRow>{control("scope")} <SetPicker draft=draft sets=sets prefix=prefix /></FormRow>
            <Fieldset legend=ts!("contact-sees") hint=Signal::derive(move || Some(hint.get()))>
                <div class="customers__flags">{all(Permissions::KEYS)}</div>
            </Fieldset>
        </Show>
        <Fieldset legend=ts!("contact-told")>
            <div class="customers__flags">{all(Notices::KEYS)}</div>
        </Fieldset>
    }
}

/// Ticks what a named set ticks. What is ticked afterwards is what counts.
#[component]
fn SetPicker(draft: Draft, sets: StoredValue<Vec<PermissionSet>>, prefix: &'static str) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let fill = move |id: String| {
        let set = sets.with_value(|sets| sets.iter().find(|set| set.id.to_string() == id).cloned());
        for (key, is_set) in set.map(|set| set.patch().0).unwrap_or_default() {
            draft.flag(&key).set(is_set.as_bool().unwrap_or_default());
        }
    };
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            fill(now.clone());
        }
        now
    });
    let choices = sets.with_value(|sets| {
        sets.iter().map(|set| Choice::new(set.id.to_string(), set.name.clone())).collect::<Vec<_>>()
    });
    (!choices.is_empty()).then(|| {
        view! {
            <Field label=ts!("contact-set") name="permission_set" id=format!("{prefix}-permission_set") hint=ts!("contact-set-hint")>
                <Select name="permission_set" value=chosen choices=choices empty_label=ts!("fields-none") />
            </Field>
        }
    })
}

/// How a new contact learns of the portal, while it is being typed. A copyable handle.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Greets {
    is_quiet: RwSignal<bool>,
    sends_link: RwSignal<bool>,
    password: RwSignal<String>,
    /// What is wrong with the password.
    pub(in crate::pages) problem: RwSignal<Option<String>>,
}

impl Greets {
    /// As one begins: the welcome and the link go out.
    pub(in crate::pages) fn new() -> Self {
        let (is_quiet, sends_link) = (RwSignal::new(false), RwSignal::new(true));
        Self { is_quiet, sends_link, password: RwSignal::new(String::new()), problem: RwSignal::new(None) }
    }

    /// What was chosen.
    pub(in crate::pages) fn read(self) -> Greeting {
        let password = self.password.get_untracked();
        Greeting {
            welcomes: !self.is_quiet.get_untracked(),
            sends_link: self.sends_link.get_untracked(),
            password: Some(password).filter(|password| !password.is_empty()),
        }
    }
}

#[component]
pub(in crate::pages) fn GreetingFields(greets: Greets, prefix: &'static str) -> impl IntoView {
    let (link, quiet) = (format!("{prefix}-sends_link"), format!("{prefix}-is_quiet"));
    view! {
        <Fieldset legend=ts!("contact-greeting")>
            <Checkbox label=ts!("contact-sends-link") name="sends_link" id=link checked=greets.sends_link hint=ts!("contact-sends-link-hint") />
            <Checkbox label=ts!("contact-no-welcome") name="is_quiet" id=quiet checked=greets.is_quiet />
            <Field
                label=ts!("contact-password")
                name="password"
                id=format!("{prefix}-password")
                hint=ts!("contact-password-hint")
                width=FieldWidth::Short
                error=Signal::derive(move || greets.problem.get())
            >
                <TextInput name="password" kind=InputKind::Password value=greets.password autocomplete="new-password" max_length=200 />
            </Field>
        </Fieldset>
    }
}
