use fields::{CustomField, FieldType, shown_value};
use kernel::{I18n, t, use_i18n};
use leptos::prelude::*;
use ui::{KeyValue, KeyValues};

use super::show::show_value;
use super::state::LeadState;
use crate::Profile;

/// The fields of the profile in the order in which people look for them.
/// The value stands in the head.
const SHOWN: [&str; 15] = [
    "company",
    "position",
    "email",
    "phone",
    "website",
    "source_id",
    "last_contact_at",
    "lost_reason_id",
    "street",
    "postcode",
    "city",
    "region",
    "country",
    "language",
    "description",
];

/// What is known of the lead: the fields that are filled in, and when it came.
#[component]
pub fn Facts(state: LeadState) -> impl IntoView {
    let i18n = use_i18n();
    let facts = move || {
        let profile = state.lead.with(|lead| lead.profile.clone());
        SHOWN
            .into_iter()
            .filter(|field| profile.has(field))
            .map(|field| fact(i18n, state, field, &profile))
            .collect_view()
    };
    let added = move || {
        let custom = state.lead.with(|lead| lead.profile.custom.clone());
        let words = state.dictionaries();
        let fact = |field: &CustomField| {
            let json = custom.get(&field.key())?;
            let text = field.show(i18n, &words.staff, json)?;
            Some(added_fact(field, text))
        };
        words.fields.iter().filter_map(fact).collect_view()
    };
    let creator = move || {
        let creator = state.lead.with(|lead| lead.created_by)?;
        state.words.with_value(|words| {
            words.staff.iter().find(|person| person.id == creator).map(|p| p.name.clone())
        })
    };
    let created = move || {
        let at = state.lead.with(|lead| i18n.date_time(lead.created_at));
        match creator() {
            Some(name) => i18n.text("lead-created-by", &[("at", at.into()), ("name", name.into())]),
            None => at,
        }
    };
    view! {
        <KeyValues>
            {facts}
            {added}
            <KeyValue label=kernel::ts!("field-created_at")>
                {created}
            </KeyValue>
        </KeyValues>
        {move || state.lead.with(|lead| lead.profile.description.is_none() && lead.profile.email.is_none())
            .then(|| view! { <p class="lead-facts__hint">{t!("lead-profile-hint")}</p> })}
    }
}

fn fact(i18n: I18n, state: LeadState, field: &'static str, profile: &Profile) -> impl IntoView + use<> {
    let json = serde_json::to_value(profile).unwrap_or_default();
    let text = show_value(i18n, &state.dictionaries(), field, &json[field]);
    let label = Signal::derive(move || i18n.text(&format!("field-{field}"), &[]));
    let kind = match field {
        "email" => FieldType::Email,
        "phone" => FieldType::Phone,
        "website" => FieldType::Link,
        "description" => FieldType::LongText,
        _ => FieldType::Text,
    };
    view! { <KeyValue label=label>{shown_value(kind, text)}</KeyValue> }
}

/// A field that the organisation added.
fn added_fact(field: &CustomField, text: String) -> impl IntoView + use<> {
    let (name, value) = (field.name.clone(), shown_value(field.kind, text));
    view! { <KeyValue label=name>{value}</KeyValue> }
}
