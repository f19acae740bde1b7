use kernel::presence::Doing;
use kernel::{ts, use_i18n, use_presence};
use leptos::prelude::*;
use records::{FilePanel, ReminderPanel, Timeline};
use tasks::TaskPanel;
use ui::{Banner, Button, IconName, Meaning, Size, TabList, TabPanel, TabPart};

use super::head::LeadHead;
use super::profile::ProfileCard;
use super::state::LeadState;
use crate::pages::new::Guard;

/// Everything about a lead. Alone, the profile stands beside the activity; beside the board, all is in tabs.
#[component]
pub fn LeadView(state: LeadState, is_beside: bool) -> impl IntoView {
    let dirty = Signal::derive(move || state.unsaved_profile.get() || state.unsaved_note.get());
    let parts = move || match is_beside {
        true => view! { <Tabs state=state with_profile=true /> }.into_any(),
        false => view! {
            <div class="lead-view__parts">
                <ProfileCard state=state />
                <Tabs state=state with_profile=false />
            </div>
        }
        .into_any(),
    };
    let (here, record) = (use_presence().stand(), state.lead.with_untracked(crate::Lead::record));
    here.at(record, Doing::Looks);
    view! {
        <article class="lead-view" on:input=move |event| here.typed(&event, record)>
            <LeadHead state=state is_beside=is_beside />
            <Notices state=state />
            {parts()}
        </article>
        <Guard dirty=dirty />
    }
}

/// What stands out: it is in the bin or shut, or somebody else changed what is being typed over.
#[component]
fn Notices(state: LeadState) -> impl IntoView {
    let i18n = use_i18n();
    let is_deleted = Memo::new(move |_| state.lead.with(|lead| lead.deleted_at.is_some()));
    let shut = state.shut();
    let restore = move |()| state.actions.restore(state.lead.with_untracked(|lead| lead.id));
    let newer = Memo::new(move |_| state.newer.with(|newer| newer.as_ref().map(|(_, who)| who.clone())));
    let show = move |()| {
        if let Some((lead, _)) = state.newer.try_update(Option::take).flatten() {
            state.is_editing.set(false);
            state.unsaved_profile.set(false);
            state.lead.set(lead);
        }
    };
    let said = move |who: String| match who.is_empty() {
        true => i18n.text("lead-changed-elsewhere", &[]),
        false => i18n.text("lead-changed-by", &[("name", who.into())]),
    };
    view! {
        {move || is_deleted.get().then(|| view! {
            <Banner text=ts!("lead-in-bin") meaning=Meaning::Warning>
                <Button label=ts!("lead-restore") icon=IconName::Undo size=Size::Small on_press=restore />
            </Banner>
        })}
        {move || shut.get().then(|| view! { <Banner text=ts!("lead-is-locked") meaning=Meaning::Neutral /> })}
        {move || newer.get().map(|who| view! {
            <Banner text=said(who) meaning=Meaning::Warning live=true>
                <Button label=ts!("lead-show-theirs") size=Size::Small on_press=show />
            </Banner>
        })}
    }
}

#[component]
fn Tabs(state: LeadState, with_profile: bool) -> impl IntoView {
    let i18n = use_i18n();
    let chosen = RwSignal::new("activity".to_owned());
    let tabs = Signal::derive(move || {
        let part = |key: &str| TabPart { key: key.into(), label: i18n.text(&format!("lead-tab-{key}"), &[]) };
        let keys = ["activity", "profile", "tasks", "files", "reminders"];
        keys.into_iter().filter(|key| with_profile || *key != "profile").map(part).collect::<Vec<_>>()
    });
    let (record, line) = state.lead.with_untracked(|lead| (lead.record(), lead.timeline_id));
    let locked = state.locked();
    // What is typed must not be lost by looking at another tab, so the parts stay and only one is shown.
    let part = move |key: &'static str, view: AnyView| {
        view! { <div class="lead-view__part" hidden=move || chosen.with(|chosen| chosen != key)>{view}</div> }
    };
    let tasks = LazyPart::new(chosen, "tasks");
    let files = LazyPart::new(chosen, "files");
    let reminders = LazyPart::new(chosen, "reminders");
    view! {
        <div class="lead-view__tabs">
            <TabList id="lead-tabs" label=ts!("lead-tabs") tabs=tabs chosen=chosen />
            <TabPanel id="lead-tabs" chosen=chosen>
                {part("activity", view! { <Timeline record=record timeline=line locked=locked unsaved=state.unsaved_note /> }.into_any())}
                {with_profile.then(|| part("profile", view! { <ProfileCard state=state /> }.into_any()))}
                {part("tasks", (move || tasks.is_wanted().then(|| view! { <TaskPanel record=record timeline=line locked=locked /> })).into_any())}
                {part("files", (move || files.is_wanted().then(|| view! { <FilePanel record=record timeline=line locked=locked /> })).into_any())}
                {part("reminders", (move || reminders.is_wanted().then(|| view! { <ReminderPanel record=record timeline=line locked=locked /> })).into_any())}
            </TabPanel>
        </div>
    }
}

/// A part that is made when it is first looked at, and kept.
#[derive(Clone, Copy)]
struct LazyPart(Memo<bool>);

impl LazyPart {
    fn new(chosen: RwSignal<String>, key: &'static str) -> Self {
        Self(Memo::new(move |was: Option<&bool>| was == Some(&true) || chosen.with(|chosen| chosen == key)))
    }

    fn is_wanted(self) -> bool {
        self.0.get()
    }
}
