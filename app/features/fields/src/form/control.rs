use std::sync::Arc;

use kernel::{Currency, Error, I18n, ts, use_i18n};
use leptos::prelude::*;
use staff::StaffName;
use ui::{
    Checkbox, Choice, ComboOption, ComboTexts, Combobox, Field, FieldWidth, FormRow, InputKind, MoneyInput,
    Select, TextArea, TextInput,
};

use super::{Blank, CustomDraft};
use crate::FieldType;
use crate::custom::{CustomField, LINE_LIMIT, TEXT_LIMIT};

/// The controls of added fields, in the order of the settings, each with its label and its error.
#[component]
pub fn CustomControls(
    draft: CustomDraft,
    /// What was refused.
    error: RwSignal<Option<Error>>,
    /// Who can be chosen where a member of staff is.
    staff: Vec<StaffName>,
    /// Only those that have to be filled in.
    #[prop(optional)]
    only_required: bool,
    /// Only the one of this key.
    #[prop(optional, into)]
    only: Option<String>,
    /// Before the ids, when two forms stand on one page.
    #[prop(default = "field")]
    prefix: &'static str,
) -> impl IntoView {
    let staff = Arc::new(staff);
    let is_meant = move |field: &CustomField| only.as_ref().is_none_or(|key| field.key().as_str() == key);
    let shown = draft.parts().into_iter().filter(move |(field, _)| field.is_required || !only_required);
    let shown = shown.filter(move |(field, _)| is_meant(field));
    let control = move |(field, typed): (CustomField, Blank)| {
        view! { <Control field=field typed=typed error=error staff=staff.clone() prefix=prefix /> }
    };
    shown.map(control).collect_view()
}

#[component]
fn Control(
    field: CustomField,
    typed: Blank,
    error: RwSignal<Option<Error>>,
    staff: Arc<Vec<StaffName>>,
    prefix: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let key = field.key().to_string();
    let (id, label, required) = (format!("{prefix}-{key}"), field.name.clone(), field.is_required);
    let problem = problem(i18n, error, key.clone());
    match field.kind {
        FieldType::Flag => {
            return view! { <Checkbox label=label name=key id=id checked=typed.flag /> }.into_any();
        }
        FieldType::Money => return money(typed, label, problem, required, &key, id).into_any(),
        _ => {}
    }
    // The control is made inside of its field, which gives it its label and its error.
    let name = key.clone();
    view! {
        <Field label=label name=name id=id error=problem required=required>
            {input(i18n, &field, typed, &staff, key)}
        </Field>
    }
    .into_any()
}

/// The control of a field, for the inside of a [`Field`].
fn input(i18n: I18n, field: &CustomField, typed: Blank, staff: &[StaffName], key: String) -> AnyView {
    let kind = match field.kind {
        FieldType::LongText => {
            return view! { <TextArea name=key value=typed.text rows=4 max_length=TEXT_LIMIT as u32 /> }
                .into_any();
        }
        FieldType::Choice | FieldType::Staff => {
            let choices = choices(field, typed, staff);
            let none = Some(i18n.text("fields-none", &[]));
            return view! { <Select name=key value=typed.text choices=choices empty_label=none /> }
                .into_any();
        }
        FieldType::Choices => {
            let options = Signal::stored(options(field, typed));
            let texts = Signal::derive(move || combo_texts(i18n));
            return view! { <Combobox name=key selected=typed.many options=options texts=texts multiple=true /> }
                .into_any();
        }
        FieldType::Day => InputKind::Date,
        FieldType::Moment => InputKind::DateTime,
        FieldType::Link => InputKind::Url,
        _ => InputKind::Text,
    };
    view! { <TextInput name=key value=typed.text kind=kind autocomplete="off" max_length=LINE_LIMIT as u32 /> }
        .into_any()
}

fn money(
    typed: Blank,
    label: String,
    problem: Signal<Option<String>>,
    required: bool,
    key: &str,
    id: String,
) -> impl IntoView + use<> {
    let i18n = use_i18n();
    let currency = Signal::derive(move || typed.currency.get());
    let decimals = Signal::derive(move || {
        let currency: Option<Currency> = typed.currency.get().parse().ok();
        currency.map_or(2, |currency| currency.decimals() as u8)
    });
    let mark = if i18n.texts().language == kernel::Language::En { '.' } else { ',' };
    let error = Signal::derive(move || match typed.unreadable.get() {
        true => Some(i18n.text("error-money", &[])),
        false => problem.get(),
    });
    let codes: Vec<Choice> =
        Currency::offered().map(|currency| Choice::new(currency.to_string(), currency.to_string())).collect();
    let (name, currency_name) = (key.to_owned(), format!("{key}-currency"));
    let (input, select) = (name.clone(), currency_name.clone());
    view! {
        <FormRow>
            <Field label=label name=name id=id error=error required=required>
                <MoneyInput name=input minor=typed.minor currency=currency decimals=decimals decimal_mark=mark unreadable=typed.unreadable />
            </Field>
            <Field label=ts!("fields-currency") name=currency_name width=FieldWidth::Short>
                <Select name=select value=typed.currency choices=codes />
            </Field>
        </FormRow>
    }
}

fn problem(i18n: I18n, error: RwSignal<Option<Error>>, key: String) -> Signal<Option<String>> {
    Signal::derive(move || error.with(|error| error.as_ref()?.field(&key)).map(|text| i18n.render(&text)))
}

/// What is offered, and what stands there already.
fn choices(field: &CustomField, typed: Blank, staff: &[StaffName]) -> Vec<Choice> {
    let chosen = typed.text.get_untracked();
    if field.kind == FieldType::Staff {
        let shown = staff.iter().filter(|person| person.is_active || person.id.to_string() == chosen);
        return shown.map(|person| Choice::new(person.id.to_string(), person.name.clone())).collect();
    }
    let shown = field.options.iter().filter(|option| option.is_offered || option.id.to_string() == chosen);
    shown.map(|option| Choice::new(option.id.to_string(), option.name.clone())).collect()
}

fn options(field: &CustomField, typed: Blank) -> Vec<ComboOption> {
    let chosen = typed.many.get_untracked();
    let shown =
        field.options.iter().filter(|option| option.is_offered || chosen.contains(&option.id.to_string()));
    shown.map(|option| ComboOption::new(option.id.to_string(), option.name.clone())).collect()
}

pub(super) fn combo_texts(i18n: I18n) -> ComboTexts {
    ComboTexts {
        placeholder: i18n.text("fields-choose", &[]),
        nothing_found: i18n.text("fields-nothing-found", &[]),
        remove: Callback::new(move |name: String| i18n.text("fields-remove", &[("name", name.into())])),
        create: Callback::new(move |name: String| name),
    }
}
