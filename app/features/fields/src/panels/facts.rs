//! What is known of a record: its fields with what they hold, in words.

use std::sync::Arc;

use kernel::{Day, I18n, Instant, Money, use_i18n};
use leptos::prelude::*;
use serde_json::{Map, Value as Json};
use ui::{KeyValue, KeyValues};

use crate::{CustomField, FieldKey, FieldType, Vocabulary};

/// The fields of a record that are filled in: those that its kind has by itself, in this order, then those that the
/// organisation added.
#[component]
pub fn Facts(
    /// The fields with what their values are.
    own: &'static [(&'static str, FieldType)],
    /// The added ones.
    added: Vec<CustomField>,
    /// The record, with its fields under their keys.
    #[prop(into)]
    values: Signal<Map<String, Json>>,
    words: Arc<Vocabulary>,
    /// What is known beside the fields, below them.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (own_words, staff) = (words.clone(), words.staff.clone());
    let own = move || {
        let fact = |(key, kind): &(&'static str, FieldType)| {
            let text = values.with(|values| shown_own(i18n, key, *kind, values.get(*key)?, &own_words))?;
            let key = *key;
            let label = Signal::derive(move || i18n.text(&format!("field-{key}"), &[]));
            let value = shown_value(*kind, text);
            Some(view! { <KeyValue label=label>{value}</KeyValue> })
        };
        own.iter().filter_map(fact).collect_view()
    };
    let added = move || {
        let fact = |field: &CustomField| {
            let text = values.with(|values| field.show(i18n, &staff, values.get(field.key().as_str())?))?;
            let (name, value) = (field.name.clone(), shown_value(field.kind, text));
            Some(view! { <KeyValue label=name>{value}</KeyValue> })
        };
        added.iter().filter_map(fact).collect_view()
    };
    view! {
        <KeyValues>
            {own}
            {added}
            {children.map(|children| children())}
        </KeyValues>
    }
}

/// What a field that a kind of record has by itself holds, in the reader's words; nothing for an empty one.
pub(crate) fn shown_own(
    i18n: I18n,
    key: &str,
    kind: FieldType,
    json: &Json,
    words: &Vocabulary,
) -> Option<String> {
    let named = |value: &str| {
        let found = words.choices(key).iter().find(|one| one.value == value);
        found.map_or_else(|| value.to_owned(), |one| one.label.clone())
    };
    match (kind, json) {
        (_, Json::Null) => None,
        (FieldType::Staff, id) => {
            let id = id.as_i64()?;
            words.staff.iter().find(|one| one.id.0 == id).map(|one| one.name.clone())
        }
        (FieldType::Choice, id) => Some(named(&id.as_i64()?.to_string())),
        (FieldType::Choices, Json::Array(ids)) => {
            let names: Vec<String> =
                ids.iter().filter_map(Json::as_i64).map(|id| named(&id.to_string())).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        (FieldType::Word, Json::String(word)) => Some(named(word)),
        (FieldType::Country, Json::String(code)) => Some(i18n.country(code)),
        (FieldType::Flag, Json::Bool(flag)) => {
            Some(i18n.text(if *flag { "fields-yes" } else { "fields-no" }, &[]))
        }
        (FieldType::Money, money) => {
            serde_json::from_value::<Money>(money.clone()).ok().map(|money| i18n.money(money))
        }
        (FieldType::Day, Json::String(day)) => {
            day.parse::<Day>().ok().map(|day| i18n.text("fields-value", &[("value", day.into())]))
        }
        (FieldType::Moment, at) => at.as_i64().map(|at| i18n.date_time(Instant(at))),
        (_, Json::String(text)) => Some(text.clone()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// How fields are called and what they hold, for the choice between two values of one.
pub(crate) fn shown_any(
    i18n: I18n,
    own: &'static [(&'static str, FieldType)],
    added: &[CustomField],
    key: &str,
    json: &Json,
    words: &Vocabulary,
) -> String {
    let custom = added.iter().find(|field| field.key() == FieldKey::from(key));
    let kind = own.iter().find(|(own, _)| *own == key).map(|(_, kind)| *kind);
    let text = match (custom, kind) {
        (Some(field), _) => field.show(i18n, &words.staff, json),
        (None, Some(kind)) => shown_own(i18n, key, kind, json, words),
        (None, None) => None,
    };
    text.unwrap_or_else(|| i18n.text("fields-none", &[]))
}

/// A value to be read, and to be used where it leads somewhere: to write, to call, to go there.
pub fn shown_value(kind: FieldType, text: String) -> AnyView {
    match kind {
        FieldType::Email => {
            view! { <a href=format!("mailto:{text}") dir="ltr">{text.clone()}</a> }.into_any()
        }
        FieldType::Phone => {
            view! { <a href=format!("tel:{}", dialled(&text)) dir="ltr">{text.clone()}</a> }.into_any()
        }
        FieldType::Link => view! {
            <a href=text.clone() rel="external noopener noreferrer" target="_blank" dir="ltr">{text.clone()}</a>
        }
        .into_any(),
        FieldType::LongText => view! { <p class="facts__text" dir="auto">{text}</p> }.into_any(),
        _ => view! { <bdi>{text}</bdi> }.into_any(),
    }
}

/// The number as a telephone takes it.
fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
