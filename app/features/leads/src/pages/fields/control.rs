use std::sync::Arc;

use kernel::{Currency, I18n, Language, ts, use_i18n};
use leptos::prelude::*;
use ui::{Checkbox, Choice, Field, FieldWidth, InputKind, MoneyInput, Select, TextArea, TextInput};

use super::Draft;
use crate::{Dictionaries, LINE_LIMIT, TEXT_LIMIT};

/// One field of a lead with its label, its control and its error.
#[component]
pub fn ProfileField(
    /// The name of the field in the API.
    name: &'static str,
    draft: Draft,
    words: Arc<Dictionaries>,
    #[prop(optional, into)] required: Signal<bool>,
    /// Before the ids, when two forms stand on one page.
    #[prop(default = "field")]
    prefix: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = Signal::derive(move || i18n.text(&format!("field-{name}"), &[]));
    let error = draft.problem(i18n, name);
    let id = format!("{prefix}-{name}");
    match name {
        "value" => value_field(draft, label, error, required, prefix).into_any(),
        "is_public" => view! {
            <Checkbox label=label name=name id=id checked=draft.is_public hint=ts!("field-is_public-hint") />
        }
        .into_any(),
        "description" => view! {
            <Field label=label name=name id=id error=error required=required>
                <TextArea name=name value=draft.text(name) rows=5 max_length=TEXT_LIMIT as u32 />
            </Field>
        }
        .into_any(),
        "stage_id" | "source_id" | "owner_id" | "lost_reason_id" | "language" => {
            let choices = Signal::derive(move || choices(i18n, name, &words));
            let empty = Signal::derive(move || may_be_empty(name).then(|| i18n.text("field-none", &[])));
            view! {
                <Field label=label name=name id=id error=error required=required>
                    <Select name=name value=draft.text(name) choices=choices empty_label=empty />
                </Field>
            }
            .into_any()
        }
        _ => {
            let (kind, autocomplete) = kind_of(name);
            view! {
                <Field label=label name=name id=id error=error required=required>
                    <TextInput name=name value=draft.text(name) kind=kind autocomplete=autocomplete max_length=LINE_LIMIT as u32 />
                </Field>
            }
            .into_any()
        }
    }
}

/// The amount and its currency, side by side.
fn value_field(
    draft: Draft,
    label: Signal<String>,
    error: Signal<Option<String>>,
    required: Signal<bool>,
    prefix: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let currency = Signal::derive(move || draft.currency.get());
    let decimals = Signal::derive(move || {
        let currency: Option<Currency> = draft.currency.get().parse().ok();
        currency.map_or(2, |currency| currency.decimals() as u8)
    });
    let mark = if i18n.texts().language == Language::En { '.' } else { ',' };
    let choices = Signal::derive(move || {
        let own = draft.currency.get();
        let mut codes: Vec<String> = Currency::offered().map(|currency| currency.to_string()).collect();
        if !codes.contains(&own) {
            codes.insert(0, own);
        }
        codes.into_iter().map(|code| Choice::new(code.clone(), code)).collect::<Vec<_>>()
    });
    // An amount that cannot be read is said at once, not only after sending.
    let error = Signal::derive(move || match draft.unreadable.get() {
        true => Some(i18n.text("error-money", &[])),
        false => error.get(),
    });
    view! {
        <ui::FormRow>
            <Field label=label name="value" id=format!("{prefix}-value") error=error required=required>
                <MoneyInput name="value" minor=draft.minor currency=currency decimals=decimals decimal_mark=mark unreadable=draft.unreadable />
            </Field>
            <Field label=ts!("field-currency") name="currency" id=format!("{prefix}-currency") width=FieldWidth::Short>
                <Select name="currency" value=draft.currency choices=choices />
            </Field>
        </ui::FormRow>
    }
}

fn kind_of(name: &str) -> (InputKind, &'static str) {
    match name {
        "email" => (InputKind::Email, "off"),
        "phone" => (InputKind::Tel, "off"),
        "website" => (InputKind::Url, "off"),
        _ => (InputKind::Text, "off"),
    }
}

fn may_be_empty(name: &str) -> bool {
    matches!(name, "owner_id" | "lost_reason_id" | "language")
}

/// What can be chosen for a field.
pub fn choices(i18n: I18n, name: &str, words: &Dictionaries) -> Vec<Choice> {
    match name {
        "stage_id" => stage_choices(words),
        "source_id" => words.sources.iter().map(|s| Choice::new(s.id.to_string(), s.name.clone())).collect(),
        "owner_id" => {
            let active = words.staff.iter().filter(|person| person.is_active);
            active.map(|person| Choice::new(person.id.to_string(), person.name.clone())).collect()
        }
        "lost_reason_id" => {
            words.lost_reasons.iter().map(|r| Choice::new(r.id.to_string(), r.name.clone())).collect()
        }
        "language" => Language::ALL.iter().map(|l| Choice::new(l.code(), l.name())).collect(),
        other => vec![Choice::new("", i18n.text(other, &[]))],
    }
}

/// The stages that a form offers; with several pipelines each stands under its own.
pub fn stage_choices(words: &Dictionaries) -> Vec<Choice> {
    let many = words.pipelines.len() > 1;
    let of = |pipeline: &crate::Pipeline| {
        let (id, name) = (pipeline.id.0, pipeline.name.clone());
        let stages = words.stages.iter().filter(move |stage| stage.pipeline_id == id);
        stages.map(move |stage| {
            let choice = Choice::new(stage.id.to_string(), stage.name.clone());
            if many { choice.group(name.clone()) } else { choice }
        })
    };
    words.pipelines.iter().flat_map(of).collect()
}
