use std::collections::HashMap;

use kernel::{Error, I18n, StaffId, Version, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Banner, Button, ButtonKind, Card, FormActions, Icon, IconName, IconSize, KeyValue, KeyValues, LeaveGuard,
    Meaning, Size, Tone,
};

use super::fields::{ProfileFields, keep};
use super::typed::TypedProfile;
use crate::{Customer, CustomerDetails, Profile, update_customer};

/// The profile of a customer: read, or typed anew.
#[component]
pub(super) fn ProfileCard(details: RwSignal<CustomerDetails>) -> impl IntoView {
    let i18n = use_i18n();
    let editing = RwSignal::new(false);
    let locked = Customer::can_edit(&use_me().actor).err();
    let reason = Signal::derive(move || locked.as_ref().map(|reason| i18n.render(&reason.text())));
    let actions = move || {
        let edit = move |()| editing.set(true);
        view! {
            <Show when=move || !editing.get()>
                <Button label=ts!("customer-edit") size=Size::Small icon=IconName::Pencil disabled_because=reason on_press=edit />
            </Show>
        }
    };
    let title = ts!("customer-profile");
    view! {
        <Card title=Signal::derive(move || Some(title.get())) actions=actions>
            <Show when=move || editing.get() fallback=move || view! { <ProfileView details=details /> }>
                <ProfileForm details=details editing=editing />
            </Show>
        </Card>
    }
}

#[component]
fn ProfileView(details: RwSignal<CustomerDetails>) -> impl IntoView {
    let i18n = use_i18n();
    let names = names();
    let pair = move |(key, value): (&'static str, String)| {
        let shown = match key {
            "field-email" => view! { <a href=format!("mailto:{value}")><bdi>{value.clone()}</bdi></a> }.into_any(),
            "field-phone" => view! { <a href=format!("tel:{}", value.replace(' ', ""))><bdi dir="ltr">{value.clone()}</bdi></a> }.into_any(),
            "field-website" => {
                let href = if value.contains("://") { value.clone() } else { format!("https://{value}") };
                view! { <a href=href rel="external noopener noreferrer" target="_blank"><bdi>{value}</bdi></a> }.into_any()
            }
            _ => view! { <bdi>{value}</bdi> }.into_any(),
        };
        view! { <KeyValue label=Signal::derive(move || i18n.text(key, &[]))>{shown}</KeyValue> }
    };
    let rows = move || {
        let rows = details.with(|details| rows(&details.customer.profile, i18n, &names.get()));
        rows.into_iter().filter(|(_, value)| !value.is_empty()).map(pair).collect_view()
    };
    view! { <KeyValues>{rows}</KeyValues> }
}

/// The names of the staff, by their numbers; empty until the browser has them.
fn names() -> RwSignal<HashMap<StaffId, String>> {
    let names = RwSignal::new(HashMap::new());
    Effect::new(move |_| {
        spawn_local(async move {
            let all = staff::list_staff_names().await.unwrap_or_default();
            names.set(all.into_iter().map(|one| (one.id, one.name)).collect());
        });
    });
    names
}

/// Every field of a profile, as its label and its value in words.
fn rows(profile: &Profile, i18n: I18n, names: &HashMap<StaffId, String>) -> Vec<(&'static str, String)> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let yes_or_no = |yes: bool| i18n.text(if yes { "record-yes" } else { "record-no" }, &[]);
    vec![
        ("field-kind", i18n.text(profile.kind.label(), &[])),
        ("field-name", profile.name.clone()),
        ("field-email", text(&profile.email)),
        ("field-phone", text(&profile.phone)),
        ("field-website", text(&profile.website)),
        ("field-street", text(&profile.street)),
        ("field-postcode", text(&profile.postcode)),
        ("field-city", text(&profile.city)),
        ("field-region", text(&profile.region)),
        ("field-country", profile.country.as_deref().map(|code| i18n.country(code)).unwrap_or_default()),
        ("field-manager", profile.manager_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default()),
        ("field-language", profile.language.map(|language| language.name().to_owned()).unwrap_or_default()),
        ("field-currency", profile.currency.map(|currency| currency.to_string()).unwrap_or_default()),
        ("field-is_active", yes_or_no(profile.is_active)),
    ]
}

/// The form. If somebody else was quicker, the fields that differ are shown and one says which are to stay.
#[component]
fn ProfileForm(details: RwSignal<CustomerDetails>, editing: RwSignal<bool>) -> impl IntoView {
    let problems = use_problems();
    let before = details.get_untracked().customer;
    let (id, typed) = (before.id, TypedProfile::new(&before.profile));
    let version = RwSignal::new(before.version);
    let (error, busy) = (RwSignal::new(None::<Error>), RwSignal::new(false));
    let theirs = RwSignal::new(None::<Customer>);
    let dirty = Memo::new(move |_| typed.profile() != before.profile);
    let adopt = move |customer: Customer| {
        details.update(|details| details.customer = customer);
        editing.set(false);
    };
    let save = move |version: Version| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let profile = untrack(|| typed.profile());
        spawn_local(async move {
            match keep(update_customer(id, version, profile).await, error) {
                Ok(Some(customer)) => adopt(customer),
                Ok(None) => {}
                Err(Error::Conflict(conflict)) => theirs.set(serde_json::from_value(conflict.current).ok()),
                Err(other) => problems.report(other),
            }
            busy.set(false);
        });
    };
    let overwrite = move |customer: &Customer| {
        version.set(customer.version);
        save(customer.version);
    };
    view! {
        <form
            class="customers__form"
            novalidate=true
            on:submit=move |event| {
                event.prevent_default();
                save(version.get_untracked());
            }
        >
            {move || theirs.get().map(|theirs| view! { <Theirs theirs=theirs typed=typed on_keep=overwrite on_take=adopt /> })}
            <ProfileFields typed=typed error=error />
            <FormActions>
                <Button label=ts!("customer-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                <Button label=ts!("customer-cancel") on_press=move |()| editing.set(false) />
            </FormActions>
            <Guard id="customer-guard" dirty=dirty />
        </form>
    }
}

/// What somebody else saved in the meantime, where it differs from what is typed here.
#[component]
fn Theirs(
    theirs: Customer,
    typed: TypedProfile,
    on_keep: impl Fn(&Customer) + Copy + Send + Sync + 'static,
    on_take: impl Fn(Customer) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    let names = names();
    let of = theirs.profile.clone();
    let differing = move || {
        let (mine, now) = (rows(&typed.profile(), i18n, &names.get()), rows(&of, i18n, &names.get()));
        let pairs = mine.into_iter().zip(now).filter(|((_, mine), (_, now))| mine != now);
        let line = |((key, mine), (_, now)): ((&'static str, String), (&'static str, String))| {
            view! {
                <li class="change">
                    <span class="change__field">{i18n.text(key, &[])}</span>
                    <span class="change__old"><bdi>{now}</bdi></span>
                    <span class="change__arrow" aria-hidden="true"><Icon name=IconName::ArrowEnd size=IconSize::Small /></span>
                    <span class="change__new"><bdi>{mine}</bdi></span>
                </li>
            }
        };
        pairs.map(line).collect_view()
    };
    let (keep, take) = (theirs.clone(), theirs);
    view! {
        <Banner title=ts!("customer-conflict") text=ts!("customer-conflict-text") meaning=Meaning::Warning live=true>
            <Button label=ts!("customer-conflict-take") size=Size::Small on_press=move |()| on_take(take.clone()) />
            <Button label=ts!("customer-conflict-keep") size=Size::Small tone=Tone::Primary on_press=move |()| on_keep(&keep) />
        </Banner>
        <ul class="customers__differences" role="list" aria-label=t!("customer-conflict-text")>{differing}</ul>
    }
}

/// Asks before a page with typed text is left.
#[component]
pub(super) fn Guard(#[prop(into)] id: String, #[prop(into)] dirty: Signal<bool>) -> impl IntoView {
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
