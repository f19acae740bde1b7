use std::sync::Arc;

use kernel::{I18n, use_i18n};
use leptos::prelude::*;
use ui::{Checkbox, Choice, ComboOption, Combobox, Field, InputKind, Select, TextArea, TextInput};

use super::control::combo_texts;
use super::{Blank, Draft};
use crate::custom::{LINE_LIMIT, TEXT_LIMIT};
use crate::{FieldType, Vocabulary};

/// One field that a kind of record has by itself, with its label (the text `field-<key>`), its control and its error.
#[component]
pub fn FieldControl(
    /// The key of the field.
    name: &'static str,
    draft: Draft,
    /// What can be chosen.
    words: Arc<Vocabulary>,
    #[prop(optional, into)] required: Signal<bool>,
    /// What is said below it.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What it is called in place of its usual name.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Before the ids, when two forms stand on one page.
    #[prop(default = "field")]
    prefix: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = label.unwrap_or_else(|| Signal::derive(move || i18n.text(&format!("field-{name}"), &[])));
    let error = draft.problem(i18n, name);
    let Some((kind, blank)) = draft.blank(name) else { return ().into_any() };
    let (key, name) = (name, draft.name_of(name));
    let id = format!("{prefix}-{name}");
    if kind == FieldType::Flag {
        return view! { <Checkbox label=label name=name id=id checked=blank.flag hint=hint /> }.into_any();
    }
    view! {
        <Field label=label name=name.clone() id=id error=error required=required hint=hint>
            {input(i18n, key, name, kind, blank, &words, required.get_untracked())}
        </Field>
    }
    .into_any()
}

/// The control, for the inside of a [`Field`].
fn input(
    i18n: I18n,
    key: &str,
    name: String,
    kind: FieldType,
    blank: Blank,
    words: &Vocabulary,
    required: bool,
) -> AnyView {
    let kind = match kind {
        FieldType::LongText => {
            return view! { <TextArea name=name value=blank.text rows=4 max_length=TEXT_LIMIT as u32 /> }
                .into_any();
        }
        FieldType::Choice | FieldType::Word | FieldType::Staff | FieldType::Country => {
            let choices = choices(i18n, key, kind, blank, words);
            // What has to be there and is cannot be taken away.
            let has_none = !required || blank.text.with_untracked(String::is_empty);
            let none = has_none.then(|| i18n.text("fields-none", &[]));
            let is_long = kind == FieldType::Country;
            return view! { <Select name=name value=blank.text choices=choices empty_label=none sparing=is_long /> }
                .into_any();
        }
        FieldType::Choices => {
            let options = Signal::stored(options(key, blank, words));
            let texts = Signal::derive(move || combo_texts(i18n));
            return view! { <Combobox name=name selected=blank.many options=options texts=texts multiple=true /> }
                .into_any();
        }
        FieldType::Email => InputKind::Email,
        FieldType::Phone => InputKind::Tel,
        FieldType::Link => InputKind::Url,
        FieldType::Day => InputKind::Date,
        FieldType::Moment => InputKind::DateTime,
        _ => InputKind::Text,
    };
    view! { <TextInput name=name value=blank.text kind=kind autocomplete="off" max_length=LINE_LIMIT as u32 /> }
        .into_any()
}

/// What is offered, and what stands there already.
fn choices(i18n: I18n, name: &str, kind: FieldType, blank: Blank, words: &Vocabulary) -> Vec<Choice> {
    let chosen = blank.text.get_untracked();
    match kind {
        FieldType::Staff => {
            let shown = words.staff.iter().filter(|one| one.is_active || one.id.to_string() == chosen);
            shown.map(|one| Choice::new(one.id.to_string(), one.name.clone())).collect()
        }
        FieldType::Country => {
            i18n.countries().into_iter().map(|(code, country)| Choice::new(code, country)).collect()
        }
        _ => {
            let shown = words.choices(name).iter().filter(|one| !one.is_old || one.value == chosen);
            shown.map(|one| Choice::new(one.value.clone(), one.label.clone())).collect()
        }
    }
}

fn options(name: &str, blank: Blank, words: &Vocabulary) -> Vec<ComboOption> {
    let chosen = blank.many.get_untracked();
    let shown = words.choices(name).iter().filter(|one| !one.is_old || chosen.contains(&one.value));
    let option = |one: &crate::Offered| {
        let option = ComboOption::new(one.value.clone(), one.label.clone());
        match one.hue {
            Some(hue) => option.hue(hue),
            None => option,
        }
    };
    shown.map(option).collect()
}
