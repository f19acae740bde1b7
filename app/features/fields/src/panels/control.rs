//! The control with which a question is answered.

use kernel::{Currency, I18n, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Choice, ComboOption, ComboTexts, Combobox, Field, FieldWidth, InputKind, MoneyInput, Select, TextInput,
};

use super::ask::Control;
use super::bar::Filtering;
use super::sketch::PartId;
use super::typed::{Typed, decimal_mark};
use super::wording::this;
use crate::{Field as AnyField, Period};

/// What a row is answered with, each control with its label and its error.
#[component]
pub(super) fn Answer(
    id: PartId,
    typed: Typed,
    field: AnyField,
    control: Control,
    filtering: Filtering,
) -> impl IntoView {
    let i18n = use_i18n();
    let error = Signal::derive(move || typed.error.get().map(|key| i18n.text(key, &[])));
    let no_error = Signal::stored(None::<String>);
    let one = Spot { id, part: "value", label: ts!("fields-filter-value"), error };
    let from = Spot { id, part: "from", label: ts!("fields-filter-from"), error };
    let to = Spot { id, part: "to", label: ts!("fields-filter-to"), error: no_error };
    match control {
        Control::None => ().into_any(),
        Control::Text => one.text(typed.text, InputKind::Text),
        Control::Number => one.text(typed.text, InputKind::Text),
        Control::Numbers => {
            both(i18n, from.text(typed.text, InputKind::Text), to.text(typed.to, InputKind::Text))
        }
        Control::Day => one.text(typed.text, InputKind::Date),
        Control::Days => {
            both(i18n, from.text(typed.text, InputKind::Date), to.text(typed.to, InputKind::Date))
        }
        Control::Amount => {
            view! { {one.amount(i18n, typed.minor, typed.unreadable, typed)} {currency(id, typed)} }
                .into_any()
        }
        Control::Amounts => {
            let first = from.amount(i18n, typed.minor, typed.unreadable, typed);
            let second = to.amount(i18n, typed.to_minor, typed.to_unreadable, typed);
            view! { {both(i18n, first, second)} {currency(id, typed)} }.into_any()
        }
        Control::Count => {
            let count = Spot { label: ts!("fields-filter-count"), ..one };
            view! {
                {count.text(typed.count, InputKind::Number)}
                <span class="filter-row__unit">{move || i18n.text("fields-filter-days", &[])}</span>
            }
            .into_any()
        }
        Control::Period => period(id, typed, |period, i18n| i18n.text(this(period), &[])),
        Control::Periods => {
            let count = Spot { label: ts!("fields-filter-count"), ..one };
            view! { {count.text(typed.count, InputKind::Number)} {period(id, typed, many)} }.into_any()
        }
        Control::Options => {
            let key = field.key.to_string();
            let options = Signal::derive(move || {
                filtering.vocabulary.with(|words| {
                    let option = |choice: &super::Offered| ComboOption {
                        hue: choice.hue,
                        ..ComboOption::new(choice.value.clone(), choice.label.clone())
                    };
                    words.choices(&key).iter().map(option).collect::<Vec<_>>()
                })
            });
            one.several(i18n, typed.many, options)
        }
        Control::People => {
            let options = Signal::derive(move || {
                let people = filtering.vocabulary.with(|words| words.staff.clone());
                let shown = people.into_iter().filter(|person| {
                    person.is_active || typed.many.with(|many| many.contains(&person.id.to_string()))
                });
                shown.map(|person| ComboOption::new(person.id.to_string(), person.name)).collect::<Vec<_>>()
            });
            one.several(i18n, typed.many, options)
        }
    }
}

/// A control's place in its row.
#[derive(Clone, Copy)]
struct Spot {
    id: PartId,
    part: &'static str,
    label: Signal<String>,
    error: Signal<Option<String>>,
}

impl Spot {
    fn name(self) -> String {
        format!("{}-{}", self.part, self.id)
    }

    fn around(self, width: FieldWidth, control: impl FnOnce(String) -> AnyView + Send + 'static) -> AnyView {
        let (name, id) = (self.name(), format!("filter-{}", self.name()));
        let own = name.clone();
        view! {
            <Field label=self.label name=name id=id label_hidden=true error=self.error width=width>
                {control(own)}
            </Field>
        }
        .into_any()
    }

    fn text(self, value: RwSignal<String>, kind: InputKind) -> AnyView {
        let is_count = kind == InputKind::Number;
        let width = if is_count { FieldWidth::Short } else { FieldWidth::Fill };
        let (min, max) = if is_count { ("0", "9999") } else { ("", "") };
        self.around(width, move |name| {
            let limits = move |text: &'static str| Some(text.to_owned()).filter(|text| !text.is_empty());
            match (limits(min), limits(max)) {
                (Some(min), Some(max)) => {
                    view! { <TextInput name=name value=value kind=kind min=min max=max /> }.into_any()
                }
                _ => {
                    view! { <TextInput name=name value=value kind=kind autocomplete="off" max_length=200 /> }
                        .into_any()
                }
            }
        })
    }

    fn amount(
        self,
        i18n: I18n,
        minor: RwSignal<Option<i64>>,
        unreadable: RwSignal<bool>,
        typed: Typed,
    ) -> AnyView {
        let code = Signal::derive(move || typed.currency.get());
        let decimals = Signal::derive(move || {
            let currency: Option<Currency> = typed.currency.get().parse().ok();
            currency.map_or(2, |currency| currency.decimals() as u8)
        });
        let mark = decimal_mark(i18n.texts().language);
        self.around(FieldWidth::Fill, move |name| {
            view! { <MoneyInput name=name minor=minor currency=code decimals=decimals decimal_mark=mark unreadable=unreadable /> }
                .into_any()
        })
    }

    fn several(self, i18n: I18n, many: RwSignal<Vec<String>>, options: Signal<Vec<ComboOption>>) -> AnyView {
        let texts = combo_texts(i18n);
        self.around(FieldWidth::Fill, move |name| {
            view! { <Combobox name=name selected=many options=options texts=texts multiple=true /> }
                .into_any()
        })
    }
}

/// One and another, "and" between them.
fn both(i18n: I18n, first: AnyView, second: AnyView) -> AnyView {
    view! { {first} <span class="filter-row__unit">{move || i18n.text("fields-filter-and", &[])}</span> {second} }
        .into_any()
}

fn currency(id: PartId, typed: Typed) -> AnyView {
    let i18n = use_i18n();
    let codes = Signal::derive(move || {
        let offered = Currency::offered().map(|code| Choice::new(code.to_string(), code.to_string()));
        std::iter::once(Choice::new("", i18n.text("fields-filter-any-currency", &[])))
            .chain(offered)
            .collect::<Vec<_>>()
    });
    let name = format!("currency-{id}");
    let (own, field_id) = (name.clone(), format!("filter-{name}"));
    view! {
        <Field label=ts!("fields-currency") name=name id=field_id label_hidden=true width=FieldWidth::Short>
            <Select name=own value=typed.currency choices=codes />
        </Field>
    }
    .into_any()
}

fn period(id: PartId, typed: Typed, label: fn(Period, I18n) -> String) -> AnyView {
    let i18n = use_i18n();
    let periods = Signal::derive(move || {
        Period::ALL
            .into_iter()
            .map(|period| Choice::new(period.code(), label(period, i18n)))
            .collect::<Vec<_>>()
    });
    let name = format!("period-{id}");
    let (own, field_id) = (name.clone(), format!("filter-{name}"));
    view! {
        <Field label=ts!("fields-filter-period") name=name id=field_id label_hidden=true>
            <Select name=own value=typed.period choices=periods />
        </Field>
    }
    .into_any()
}

fn many(period: Period, i18n: I18n) -> String {
    let key = match period {
        Period::Day => "fields-filter-days",
        Period::Week => "fields-filter-weeks",
        Period::Month => "fields-filter-months",
        Period::Quarter => "fields-filter-quarters",
        Period::Year => "fields-filter-years",
    };
    i18n.text(key, &[])
}

/// The words around a list that is typed in.
pub(super) fn combo_texts(i18n: I18n) -> Signal<ComboTexts> {
    Signal::derive(move || ComboTexts {
        placeholder: i18n.text("fields-choose", &[]),
        nothing_found: i18n.text("fields-nothing-found", &[]),
        remove: Callback::new(move |name: String| i18n.text("fields-remove", &[("name", name.into())])),
        create: Callback::new(move |name: String| name),
    })
}
