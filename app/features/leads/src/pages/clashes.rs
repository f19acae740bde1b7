//! The dialog in which somebody chooses what counts when another person stored first.

use std::sync::Arc;

use fields::{ClashForm, Clashing, Shown};
use kernel::{I18n, ts};
use leptos::prelude::*;
use serde_json::Value;
use ui::{Banner, Dialog, DialogBody, Meaning, Skeleton};

use super::detail::show::show_value;
use super::rules::Rules;
use crate::Dictionaries;
use crate::api::get_dictionaries;

/// The dialog in which the person chooses, field by field.
#[component]
pub fn ClashDialog(rules: Rules) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(rules.clashing.with(Option::is_some)));
    view! {
        <Dialog id="clash-dialog" title=ts!("conflict-title") close_label=ts!("lead-close") open=open on_close=move |()| rules.clashing.set(None)>
            {move || rules.clashing.get_untracked().map(|clashing| view! { <ClashLoader rules=rules clashing=clashing open=open /> })}
        </Dialog>
    }
}

#[component]
fn ClashLoader(rules: Rules, clashing: Clashing, open: RwSignal<bool>) -> impl IntoView {
    let words = LocalResource::new(get_dictionaries);
    let clashing = StoredValue::new(clashing);
    move || match words.get() {
        None => view! { <DialogBody><Skeleton label=ts!("board-loading") count=2 /></DialogBody> }.into_any(),
        Some(Err(error)) => {
            let text = rules.i18n.render(&error.text());
            view! { <DialogBody><Banner text=text meaning=Meaning::Negative live=true /></DialogBody> }
                .into_any()
        }
        Some(Ok(words)) => {
            let clashing = clashing.get_value();
            let (shown, done) = (shown(rules.i18n, words), Callback::new(move |()| open.set(false)));
            view! { <ClashForm clashing=clashing shown=shown done=done /> }.into_any()
        }
    }
}

/// How the fields of leads are called, and what they hold in words.
fn shown(i18n: I18n, words: Dictionaries) -> Shown {
    let words = Arc::new(words);
    let of_names = words.clone();
    let name = move |key: &str| {
        let added = of_names.fields.iter().find(|added| added.key().as_str() == key);
        added.map_or_else(|| i18n.text(&format!("field-{key}"), &[]), |added| added.name.clone())
    };
    let value = move |key: &str, value: &Value| show_value(i18n, &words, key, value);
    Shown { name: Arc::new(name), value: Arc::new(value) }
}
