use fields::{FieldType, Offered, shown_value};
use kernel::{StaffId, t, ts, use_i18n};
use leptos::prelude::*;
use records::{ReminderPanel, TagEditor, Timeline};
use tasks::TaskPanel;
use ui::{Avatar, Card, Chip, KeyValue, KeyValues, LinkButton, Size};

use crate::pages::state::{CustomerState, titled};
use crate::pages::words::vocabulary;
use crate::{Contact, Profile};

/// `/customers/:id`: what matters now. Whom to call, how it stands, what is to be done, what happened last.
#[component]
pub(crate) fn OverviewTab() -> impl IntoView {
    CustomerState::here().map(|state| {
        let (record, line, locked) = state.opened();
        let tags = Signal::derive(move || state.customer.with(|customer| customer.tags.clone()));
        view! {
            <div class="customer__columns">
                <div class="customer__main">
                    <Glance state=state />
                    <Card>
                        <TagEditor record=record tags=tags locked=locked />
                    </Card>
                    <Card title=titled(ts!("task-title"))>
                        <TaskPanel record=record timeline=line locked=locked />
                    </Card>
                    <Card title=titled(ts!("reminder-title"))>
                        <ReminderPanel record=record timeline=line locked=locked />
                    </Card>
                </div>
                <div class="customer__side">
                    <Card title=titled(ts!("timeline-title"))>
                        <Timeline record=record timeline=line locked=locked />
                    </Card>
                </div>
            </div>
        }
    })
}

/// Whom to turn to, and how the customer stands with the house.
#[component]
fn Glance(state: CustomerState) -> impl IntoView {
    let profile_path = format!("{}/profile", state.customer.with_untracked(|customer| customer.path()));
    let actions = move || view! { <LinkButton label=ts!("customer-glance-all") href=profile_path.clone() size=Size::Small /> };
    let primary = move || state.contacts.with(|all| all.iter().find(|one| one.is_primary).cloned());
    view! {
        <Card title=titled(ts!("customer-glance")) actions=actions>
            <div class="customer__glance">
                {move || match primary() {
                    Some(contact) => view! { <Primary contact=contact /> }.into_any(),
                    None => view! { <p class="customers__none">{t!("customer-contacts-none")}</p> }.into_any(),
                }}
                <Standing state=state />
            </div>
        </Card>
    }
}

/// The primary contact with the ways to reach it.
#[component]
fn Primary(contact: Contact) -> impl IntoView {
    let (name, person) = (contact.person.name(), contact.person);
    view! {
        <div class="customers__contact">
            <Avatar name=name.clone() seed=contact.id.to_string() name_shown_beside=true />
            <div class="customers__person">
                <p class="customers__person-name"><bdi>{name}</bdi></p>
                {person.position.map(|position| view! { <p class="customers__position"><bdi>{position}</bdi></p> })}
                <p class="customers__ways">
                    {person.email.map(|email| shown_value(FieldType::Email, email))}
                    {person.phone.map(|phone| shown_value(FieldType::Phone, phone))}
                </p>
            </div>
        </div>
    }
}

/// Status, segment, channel, groups, and who looks after it. What is empty is left out.
#[component]
fn Standing(state: CustomerState) -> impl IntoView {
    let i18n = use_i18n();
    let words = StoredValue::new(vocabulary(i18n, &state.dictionaries()));
    let chips = move |key: &'static str, values: Vec<String>| {
        let found = words.with_value(|words| {
            let one = |value: &String| words.choices(key).iter().find(|one| one.value == *value).cloned();
            values.iter().filter_map(one).collect::<Vec<Offered>>()
        });
        let label = Signal::derive(move || i18n.text(&format!("field-{key}"), &[]));
        (!found.is_empty()).then(|| {
            let chips = found.into_iter().map(|one| match one.hue {
                Some(hue) => view! { <Chip text=one.label hue=hue /> }.into_any(),
                None => view! { <bdi>{one.label}</bdi> }.into_any(),
            });
            view! { <KeyValue label=label><span class="customer__chips">{chips.collect_view()}</span></KeyValue> }
        })
    };
    let person = move |key: &'static str, id: Option<StaffId>| {
        let name = words.with_value(|words| {
            words.staff.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone())
        });
        let label = Signal::derive(move || i18n.text(&format!("field-{key}"), &[]));
        name.map(|name| view! { <KeyValue label=label><bdi>{name}</bdi></KeyValue> })
    };
    let one = |id: Option<String>| id.into_iter().collect::<Vec<_>>();
    let facts = move || {
        let profile: Profile = state.customer.with(|customer| customer.profile.clone());
        view! {
            {chips("status_id", one(profile.status_id.map(|id| id.to_string())))}
            {chips("segment_id", one(profile.segment_id.map(|id| id.to_string())))}
            {chips("channel_id", one(profile.channel_id.map(|id| id.to_string())))}
            {chips("groups", profile.groups.iter().map(ToString::to_string).collect())}
            {person("manager_id", profile.manager_id)}
            {person("service_manager_id", profile.service_manager_id)}
            {profile.city.map(|city| view! { <KeyValue label=ts!("field-city")><bdi>{city}</bdi></KeyValue> })}
        }
    };
    view! { <KeyValues>{facts}</KeyValues> }
}
