use std::sync::Arc;

use duplicates::{DuplicateNotice, Watch};
use fields::CustomControls;
use kernel::{Area, Can, Error, LeadId, Problems, RecordKind, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, ButtonKind, Card, Fieldset, FormActions, FormRow, FormStack, IconName, Shortcuts, Size, Toast,
    Toasts, Tone,
};

use super::facts::Facts;
use super::state::LeadState;
use crate::api::edit_lead;
use crate::pages::dialogs::DraftErrors;
use crate::pages::fields::{Draft, ProfileField};
use crate::pages::new::typed;
use crate::{Dictionaries, Lead, LeadEdit, Profile};

/// The profile: read it, or edit it where it stands.
#[component]
pub fn ProfileCard(state: LeadState) -> impl IntoView {
    let may_edit = use_me().actor.has(Area::Leads, Can::Edit);
    let (is_editing, locked) = (state.is_editing, state.locked());
    let can_start = move || !is_editing.get() && !locked.get();
    let actions = move || {
        can_start().then(|| {
            view! { <Button label=ts!("lead-edit") icon=IconName::Pencil size=Size::Small on_press=move |()| is_editing.set(true) /> }
        })
    };
    let i18n = use_i18n();
    let title = Signal::derive(move || Some(i18n.text("lead-profile", &[])));
    if may_edit {
        Shortcuts::here().add("e", ts!("lead-keys"), ts!("lead-edit"), move || {
            if untrack(can_start) {
                is_editing.set(true);
            }
        });
    }
    view! {
        <Card title=title actions=actions>
            {move || match is_editing.get() {
                true => view! { <ProfileForm state=state /> }.into_any(),
                false => view! { <Facts state=state /> }.into_any(),
            }}
        </Card>
    }
}

/// All fields. What was typed stays until it is stored or given up.
#[component]
fn ProfileForm(state: LeadState) -> impl IntoView {
    let base = StoredValue::new(state.lead.get_untracked());
    let draft = Draft::new(&base.with_value(|lead| lead.profile.clone()), &state.dictionaries().fields);
    let busy = RwSignal::new(false);
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    Effect::new(move |_| {
        let differs = base.with_value(|lead| draft.differs_from(&lead.profile));
        state.unsaved_profile.set(differs && !busy.get());
    });
    on_cleanup(move || {
        let _gone = state.unsaved_profile.try_set(false);
    });
    let id = base.with_value(|lead| lead.id);
    let done = move |lead: Lead| {
        state.newer.set(None);
        state.is_editing.set(false);
        state.take(lead);
        toasts.show(Toast::positive(i18n.text("lead-saved", &[])));
    };
    let saving = Saving { state, draft, busy, problems, id, done: Callback::new(done) };
    let told = base.with_value(|lead| lead.profile.telling());
    let watch = Watch::new(RecordKind::Lead, Some(id.0), move || typed(draft).telling()).knowing(told);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match untrack(|| draft.profile()).and_then(Profile::checked) {
            Err(error) => draft.error.set(Some(error)),
            Ok(profile) => saving.send(base.with_value(|lead| LeadEdit::between(&lead.profile, &profile))),
        }
    };
    view! {
        <form class="lead-form" on:submit=send on:focusout=move |_| watch.left() novalidate>
            <FormStack>
                <DraftErrors draft=draft id="lead-errors" />
                <Fields draft=draft words=state.dictionaries() />
                <DuplicateNotice watch=watch />
                <FormActions>
                    <Button label=ts!("lead-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                    <Button label=ts!("lead-cancel") on_press=move |()| state.is_editing.set(false) />
                </FormActions>
            </FormStack>
        </form>
    }
}

/// A profile on its way to the server. What was typed stays in the form whatever the answer is.
#[derive(Clone, Copy)]
struct Saving {
    state: LeadState,
    draft: Draft,
    busy: RwSignal<bool>,
    problems: Problems,
    id: LeadId,
    done: Callback<Lead>,
}

impl Saving {
    fn send(self, edit: LeadEdit) {
        if edit.to.is_empty() {
            return self.state.is_editing.set(false);
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = edit_lead(self.id, edit.clone()).await;
            if self.busy.try_set(false).is_some() {
                // The form is gone.
                return;
            }
            match answer {
                Ok(lead) => self.done.run(lead),
                Err(error @ Error::Invalid(_)) => self.draft.error.set(Some(error)),
                Err(error) => {
                    let go_on = move |chosen| self.chosen(chosen);
                    if !self.state.actions.rules.choose(&error, &edit, go_on) {
                        self.problems.report(error);
                    }
                }
            }
        });
    }

    /// What is stored is shown in any case, also when nothing of one's own is left to store.
    fn chosen(self, (lead, edit): (Lead, LeadEdit)) {
        self.state.newer.set(None);
        self.state.take(lead);
        self.send(edit);
    }
}

/// The fields in groups.
#[component]
fn Fields(draft: Draft, words: Arc<Dictionaries>) -> impl IntoView {
    let words = StoredValue::new(words);
    let field = move |name: &'static str| {
        view! { <ProfileField name=name draft=draft words=words.get_value() required=name == "name" /> }
    };
    view! {
        {field("name")}
        <FormRow>{field("company")} {field("position")}</FormRow>
        <FormRow>{field("email")} {field("phone")}</FormRow>
        <FormRow>{field("website")} {field("source_id")}</FormRow>
        {field("value")}
        <Fieldset legend=ts!("form-address")>
            {field("street")}
            <FormRow>{field("postcode")} {field("city")}</FormRow>
            <FormRow>{field("region")} {field("country")}</FormRow>
        </Fieldset>
        <FormRow>{field("language")} {field("lost_reason_id")}</FormRow>
        {field("description")}
        <CustomControls draft=draft.custom error=draft.error staff=words.with_value(|words| words.staff.clone()) />
        {field("is_public")}
    }
}
