//! `/settings/portal`: what new contacts may there, and rights under names.

use kernel::{Area, Can, ts, use_i18n, use_me};
use leptos::prelude::*;
use staff::pages::{Attempt, LoadProblem, SettingsForm, SettingsLayout};
use ui::{
    Button, ButtonKind, Card, Checkbox, Dialog, EmptyState, Field, Fieldset, FormActions, FormStack,
    IconButton, IconName, Size, Skeleton, TextInput, Toast, Toasts, Tone,
};

use super::state::titled;
use crate::{
    Notices, PermissionSet, Permissions, PortalRules, PortalSetting, delete_permission_set, get_portal_rules,
    save_permission_set, save_portal_setting,
};

/// What the house says about the portal.
#[component]
pub(super) fn PortalSettingPage() -> impl IntoView {
    let rules = Resource::new_blocking(|| (), |()| get_portal_rules());
    let again = Callback::new(move |()| rules.refetch());
    let i18n = use_i18n();
    let lead = Signal::derive(move || Some(i18n.text("portal-setting-hint", &[])));
    view! {
        <SettingsLayout title=ts!("portal-setting") lead=lead>
            <Transition fallback=|| view! { <Skeleton label=ts!("customer-loading") count=8 /> }>
                {move || Suspend::new(async move {
                    match rules.await {
                        Ok(PortalRules { setting, sets }) => view! {
                            <NewContacts setting=setting />
                            <Sets sets=sets again=again />
                        }
                        .into_any(),
                        Err(error) => view! { <LoadProblem error=error on_again=again /> }.into_any(),
                    }
                })}
            </Transition>
        </SettingsLayout>
    }
}

/// Ticks of rights and notices. A copyable handle.
#[derive(Clone, Copy)]
struct Ticks {
    sees: RwSignal<i64>,
    told: RwSignal<i64>,
}

impl Ticks {
    fn of(sees: Permissions, told: Notices) -> Self {
        Self { sees: RwSignal::new(sees.bits()), told: RwSignal::new(told.bits()) }
    }

    fn read(self) -> (Permissions, Notices) {
        (Permissions::of_bits(self.sees.get_untracked()), Notices::of_bits(self.told.get_untracked()))
    }
}

/// All rights and all notices with their ticks.
#[component]
fn Rights(ticks: Ticks, prefix: &'static str, disabled: bool) -> impl IntoView {
    let hint = ts!("contact-sees-hint");
    let tick = move |bits: RwSignal<i64>, place: usize, key: &'static str| {
        let checked = RwSignal::new(bits.get_untracked() >> place & 1 == 1);
        let choose = move |on: bool| {
            bits.update(|bits| *bits = if on { *bits | 1 << place } else { *bits & !(1 << place) });
        };
        let i18n = use_i18n();
        let label = Signal::derive(move || i18n.text(&format!("field-{key}"), &[]));
        view! { <Checkbox label=label name=key id=format!("{prefix}-{key}") checked=checked disabled=disabled on_change=choose /> }
    };
    let all = move |bits: RwSignal<i64>, keys: &'static [&'static str]| {
        keys.iter().enumerate().map(|(place, key)| tick(bits, place, key)).collect_view()
    };
    view! {
        <Fieldset legend=ts!("contact-sees") hint=Signal::derive(move || Some(hint.get()))>
            <div class="customers__flags">{all(ticks.sees, Permissions::KEYS)}</div>
        </Fieldset>
        <Fieldset legend=ts!("contact-told")>
            <div class="customers__flags">{all(ticks.told, Notices::KEYS)}</div>
        </Fieldset>
    }
}

/// What a new contact begins with, and whether it is welcomed.
#[component]
fn NewContacts(setting: PortalSetting) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let (welcomes, ticks) = (RwSignal::new(setting.sends_welcome), Ticks::of(setting.sees, setting.told));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (sees, told) = ticks.read();
        let setting = PortalSetting { sends_welcome: welcomes.get_untracked(), sees, told };
        attempt.run(save_portal_setting(setting), move |()| {
            toasts.show(Toast::positive(i18n.text("portal-setting-saved", &[])));
        });
    };
    view! {
        <Card title=titled(ts!("portal-new-contacts"))>
            <form on:submit=save novalidate=true>
                <FormStack>
                    <Checkbox label=ts!("portal-sends-welcome") name="sends_welcome" checked=welcomes disabled=!may_edit hint=ts!("portal-sends-welcome-hint") />
                    <Rights ticks=ticks prefix="usual" disabled=!may_edit />
                    {may_edit.then(|| view! {
                        <FormActions>
                            <Button label=ts!("customer-save") kind=ButtonKind::Submit tone=Tone::Primary busy=attempt.busy() />
                        </FormActions>
                    })}
                </FormStack>
            </form>
        </Card>
    }
}

/// The named sets.
#[component]
fn Sets(sets: Vec<PermissionSet>, again: Callback<()>) -> impl IntoView {
    let (attempt, editing) = (Attempt::new(), RwSignal::new(None::<PermissionSet>));
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let add = move |()| editing.set(Some(PermissionSet::default()));
    let actions = move || {
        may_edit.then(|| view! { <Button label=ts!("permission-set-add") icon=IconName::Plus size=Size::Small on_press=add /> })
    };
    let delete = Callback::new(move |id| attempt.run(delete_permission_set(id), move |()| again.run(())));
    let is_empty = sets.is_empty();
    let line = move |set: PermissionSet| view! { <SetLine set=set editing=editing delete=delete may_edit=may_edit /> };
    view! {
        <Card title=titled(ts!("permission-sets")) actions=actions>
            {is_empty.then(|| view! { <EmptyState icon=IconName::Shield title=ts!("permission-sets-none") text=ts!("permission-sets-none-text") /> })}
            <ul class="stage-list" role="list">{sets.into_iter().map(line).collect_view()}</ul>
        </Card>
        <SetDialog editing=editing again=again />
    }
}

#[component]
fn SetLine(
    set: PermissionSet,
    editing: RwSignal<Option<PermissionSet>>,
    delete: Callback<i64>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name) = (set.id, set.name.clone());
    let (sees, told) = (set.sees.bits().count_ones(), set.told.bits().count_ones());
    let named = |key: &'static str| {
        let name = set.name.clone();
        Signal::derive(move || i18n.text(key, &[("name", name.clone().into())]))
    };
    let (edit, remove) = (named("settings-line-edit"), named("settings-line-delete"));
    let counts = move || i18n.text("permission-set-counts", &[("sees", sees.into()), ("told", told.into())]);
    let kept = StoredValue::new(set);
    view! {
        <li class="stage-line">
            <span class="field-line"><bdi>{name}</bdi> <span class="field-line__kind">{counts}</span></span>
            {may_edit.then(|| view! {
                <span class="stage-line__buttons">
                    <IconButton label=edit icon=IconName::Pencil on_press=move |()| editing.set(Some(kept.get_value())) />
                    <IconButton label=remove icon=IconName::Trash on_press=move |()| delete.run(id) />
                </span>
            })}
        </li>
    }
}

#[component]
fn SetDialog(editing: RwSignal<Option<PermissionSet>>, again: Callback<()>) -> impl IntoView {
    let (i18n, open) = (use_i18n(), RwSignal::new(false));
    Effect::new(move |_| open.set(editing.with(Option::is_some)));
    let title = Signal::derive(move || {
        editing.with(|set| match set {
            Some(set) if set.id != 0 => {
                i18n.text("settings-line-edit", &[("name", set.name.as_str().into())])
            }
            _ => i18n.text("permission-set-add", &[]),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        again.run(());
    });
    let form = move || Some(view! { <SetForm set=editing.get_untracked()? done=done /> });
    view! {
        <Dialog id="permission-set-dialog" title=title close_label=ts!("customer-close") open=open on_close=move |()| editing.set(None)>
            {form}
        </Dialog>
    }
}

#[component]
fn SetForm(set: PermissionSet, done: Callback<()>) -> impl IntoView {
    let attempt = Attempt::in_form();
    let (id, name, ticks) = (set.id, RwSignal::new(set.name), Ticks::of(set.sees, set.told));
    let send = move |()| {
        let (sees, told) = ticks.read();
        let set = PermissionSet { id, name: name.get_untracked(), sees, told };
        attempt.run(save_permission_set(set), move |_| done.run(()));
    };
    view! {
        <SettingsForm attempt=attempt label=ts!("customer-save") on_send=send>
            <Field label=ts!("customer-list-name") name="name" id="permission-set-name" error=attempt.problems().of("name") required=true>
                <TextInput name="name" value=name max_length=60 />
            </Field>
            <Rights ticks=ticks prefix="set" disabled=false />
        </SettingsForm>
    }
}
