use kernel::{Arg, I18n, t, use_i18n};
use leptos::prelude::*;
use ui::{Icon, IconName, IconSize, VisuallyHidden};

use crate::Change;

/// A field that was changed: its name, the value before, the value after.
#[component]
pub fn ChangeLine(change: Change) -> impl IntoView {
    let i18n = use_i18n();
    let Change { label, old, new } = change;
    let changed_to = t!("timeline-changed-to");
    view! {
        <li class="change">
            <span class="change__field">{move || i18n.render(&label)}</span>
            <del class="change__old"><bdi>{move || write(i18n, old.as_ref())}</bdi></del>
            <span class="change__arrow" aria-hidden="true"><Icon name=IconName::ArrowEnd size=IconSize::Small /></span>
            <VisuallyHidden text=Signal::derive(changed_to) />
            <ins class="change__new"><bdi>{move || write(i18n, new.as_ref())}</bdi></ins>
        </li>
    }
}

pub(super) fn write(i18n: I18n, value: Option<&Arg>) -> String {
    match value {
        Some(value) => i18n.text("record-value", &[("value", value.clone())]),
        None => i18n.text("record-nothing", &[]),
    }
}
