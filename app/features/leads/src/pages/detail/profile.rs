use std::sync::Arc;

use fields::CustomControls;
use kernel::{Area, Can, Error, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, ButtonKind, Card, Fieldset, FormActions, FormRow, FormStack, IconName, Size, Toast, Toasts, Tone,
};

use super::conflict::ConflictChoice;
use super::facts::Facts;
use super::state::LeadState;
use crate::api::update_lead;
use crate::pages::dialogs::DraftErrors;
use crate::pages::fields::{Draft, ProfileField};
use crate::{Dictionaries, Lead, LeadPatch, Profile};

/// The profile: read it, or edit it where it stands.
#[component]
pub fn ProfileCard(state: LeadState) -> impl IntoView {
    let may_edit = use_me().actor.has(Area::Leads, Can::Edit);
    let is_editing = state.is_editing;
    let can_start =
        move || may_edit && !is_editing.get() && state.lead.with(|lead| lead.deleted_at.is_none());
    let actions = move || {
        can_start().then(|| {
            view! { <Button label=ts!("lead-edit") icon=IconName::Pencil size=Size::Small on_press=move |()| is_editing.set(true) /> }
        })
    };
    let i18n = use_i18n();
    let title = Signal::derive(move || Some(i18n.text("lead-profile", &[])));
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
    let (busy, theirs) = (RwSignal::new(false), RwSignal::new(None::<Lead>));
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    Effect::new(move |_| {
        let differs = base.with_value(|lead| draft.differs_from(&lead.profile));
        state.unsaved_profile.set(differs && !busy.get());
    });
    on_cleanup(move || {
        let _gone = state.unsaved_profile.try_set(false);
    });
    let done = move |lead: Lead| {
        state.newer.set(None);
        state.is_editing.set(false);
        state.take(lead);
        toasts.show(Toast::positive(i18n.text("lead-saved", &[])));
    };
    let store = move |version: i64, patch: LeadPatch| {
        if patch.is_empty() {
            return state.is_editing.set(false);
        }
        busy.set(true);
        let id = base.with_value(|lead| lead.id);
        spawn_local(async move {
            let answer = update_lead(id, version, patch).await;
            busy.set(false);
            match answer {
                Ok(lead) => done(lead),
                Err(Error::Conflict(conflict)) => match serde_json::from_value(conflict.current.clone()) {
                    Ok(lead) => theirs.set(Some(lead)),
                    Err(_) => problems.report(Error::Conflict(conflict)),
                },
                Err(error @ Error::Invalid(_)) => draft.error.set(Some(error)),
                Err(error) => problems.report(error),
            }
        });
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match untrack(|| draft.profile()).and_then(Profile::checked) {
            Err(error) => draft.error.set(Some(error)),
            Ok(profile) => {
                base.with_value(|lead| store(lead.version, LeadPatch::between(&lead.profile, &profile)))
            }
        }
    };
    let chosen = Callback::new(move |(lead, patch): (Lead, LeadPatch)| {
        theirs.set(None);
        let version = lead.version;
        // What is stored is shown in any case, also when nothing of one's own is left to store.
        state.newer.set(None);
        state.take(lead);
        store(version, patch);
    });
    let mine = Signal::derive(move || untrack(|| draft.profile()).unwrap_or_default());
    view! {
        {move || theirs.get().map(|lead| view! {
            <ConflictChoice base=base.with_value(|base| base.profile.clone()) mine=mine.get() theirs=lead words=state.dictionaries() chosen=chosen />
        })}
        <form class="lead-form" on:submit=send novalidate hidden=move || theirs.with(Option::is_some)>
            <FormStack>
                <DraftErrors draft=draft id="lead-errors" />
                <Fields draft=draft words=state.dictionaries() />
                <FormActions>
                    <Button label=ts!("lead-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                    <Button label=ts!("lead-cancel") on_press=move |()| state.is_editing.set(false) />
                </FormActions>
            </FormStack>
        </form>
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
