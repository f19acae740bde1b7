//! The form of a product, in a dialog.

use kernel::{Currency, Money, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use staff::pages::{Attempt, FormProblems, SettingsForm};
use ui::{
    Checkbox, Choice, Dialog, Field, FieldWidth, FormRow, MoneyInput, Select, TextArea, TextInput, Toast,
    Toasts,
};

use crate::{Charge, Product, Profile, create_product, update_product};

/// The dialog in which a product is added or changed.
#[component]
pub(super) fn ProductDialog(
    open: RwSignal<bool>,
    /// The one that is changed; `None` for a new one.
    #[prop(into)]
    product: Signal<Option<Product>>,
    done: Callback<Product>,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = Signal::derive(move || match product.with(Option::is_some) {
        true => i18n.text("product-edit", &[]),
        false => i18n.text("product-add", &[]),
    });
    view! {
        <Dialog id="product-dialog" title=title close_label=ts!("product-close") open=open>
            {move || view! { <ProductForm product=product.get_untracked() done=done /> }}
        </Dialog>
    }
}

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    code: RwSignal<String>,
    name: RwSignal<String>,
    description: RwSignal<String>,
    unit: RwSignal<String>,
    minor: RwSignal<Option<i64>>,
    currency: RwSignal<String>,
    unreadable: RwSignal<bool>,
    charge: RwSignal<String>,
    is_active: RwSignal<bool>,
}

impl Typed {
    fn new(profile: &Profile, currency: Currency) -> Self {
        let text = |text: &Option<String>| RwSignal::new(text.clone().unwrap_or_default());
        let currency = profile.price.map_or(currency, |price| price.currency);
        Self {
            code: text(&profile.code),
            name: RwSignal::new(profile.name.clone()),
            description: text(&profile.description),
            unit: text(&profile.unit),
            minor: RwSignal::new(profile.price.map(|price| price.minor)),
            currency: RwSignal::new(currency.to_string()),
            unreadable: RwSignal::new(false),
            charge: RwSignal::new(profile.charge.code().into()),
            is_active: RwSignal::new(profile.is_active),
        }
    }

    /// What was typed, on top of what stays.
    fn profile(self, before: &Profile) -> Profile {
        let some = |text: RwSignal<String>| Some(text.get_untracked()).filter(|text| !text.trim().is_empty());
        let currency = self.currency.get_untracked().parse::<Currency>().ok();
        Profile {
            code: some(self.code),
            name: self.name.get_untracked(),
            description: some(self.description),
            unit: some(self.unit),
            price: self
                .minor
                .get_untracked()
                .zip(currency)
                .map(|(minor, currency)| Money::new(minor, currency)),
            charge: Charge::parse(&self.charge.get_untracked()).unwrap_or_default(),
            is_active: self.is_active.get_untracked(),
            custom: before.custom.clone(),
        }
    }
}

#[component]
fn ProductForm(product: Option<Product>, done: Callback<Product>) -> impl IntoView {
    let (i18n, toasts, attempt, me) = (use_i18n(), Toasts::here(), Attempt::in_form(), use_me());
    let blank = Profile { is_active: true, ..Profile::default() };
    let seen = product.as_ref().map_or(blank, |product| product.profile.clone());
    let typed = Typed::new(&seen, me.organisation.currency);
    let id = product.map(|product| product.id);
    let seen = StoredValue::new(seen);
    let send = move |()| {
        if typed.unreadable.get_untracked() {
            return;
        }
        let (before, after) = (seen.get_value(), seen.with_value(|seen| typed.profile(seen)));
        let work = async move {
            match id {
                Some(id) => update_product(id, before, after).await,
                None => create_product(after).await,
            }
        };
        attempt.run(work, move |product| {
            toasts.show(Toast::positive(i18n.text("product-saved", &[])));
            done.run(product);
        });
    };
    let problems = attempt.problems();
    view! {
        <SettingsForm attempt=attempt label=ts!("product-save") on_send=send>
            <Field label=ts!("field-name") name="name" id="product-name" error=problems.of("name") required=true>
                <TextInput name="name" value=typed.name max_length=200 />
            </Field>
            <FormRow>
                <Field label=ts!("field-code") name="code" id="product-code" hint=ts!("product-code-hint") error=problems.of("code")>
                    <TextInput name="code" value=typed.code max_length=200 />
                </Field>
                <Field label=ts!("field-unit") name="unit" id="product-unit" hint=ts!("product-unit-hint") error=problems.of("unit")>
                    <TextInput name="unit" value=typed.unit max_length=200 />
                </Field>
            </FormRow>
            <PriceFields typed=typed problems=problems />
            <Field label=ts!("field-description") name="description" id="product-description" error=problems.of("description")>
                <TextArea name="description" value=typed.description max_length=5_000 />
            </Field>
            <Checkbox label=ts!("product-offered") name="is_active" checked=typed.is_active hint=ts!("product-offered-hint") />
        </SettingsForm>
    }
}

/// What it costs, and how often.
#[component]
fn PriceFields(typed: Typed, problems: FormProblems) -> impl IntoView {
    let i18n = use_i18n();
    let decimals = Signal::derive(move || {
        let currency = typed.currency.get().parse::<Currency>();
        currency.map_or(2, |currency| currency.decimals() as u8)
    });
    let (unfit, unreadable) = (problems.of("price"), t!("error-money"));
    let wrong = Signal::derive(move || match typed.unreadable.get() {
        true => Some(unreadable()),
        false => unfit.get(),
    });
    let currencies = move || {
        let own = typed.currency.get_untracked();
        let offered = Currency::offered().map(|currency| currency.to_string());
        let mut codes: Vec<String> = offered.filter(|code| *code != own).collect();
        codes.insert(0, own);
        codes.into_iter().map(|code| Choice::new(code.clone(), code)).collect::<Vec<_>>()
    };
    let charge = move |charge: Charge| Choice::new(charge.code(), i18n.text(charge.label(), &[]));
    let charges = move || Charge::ALL.into_iter().map(charge).collect::<Vec<_>>();
    view! {
        <FormRow>
            <Field label=ts!("field-price") name="price" id="product-price" error=wrong>
                <MoneyInput name="price" minor=typed.minor currency=typed.currency decimals=decimals unreadable=typed.unreadable />
            </Field>
            <Field label=ts!("field-currency") name="currency" id="product-currency" width=FieldWidth::Short>
                <Select name="currency" value=typed.currency choices=Signal::derive(currencies) />
            </Field>
            <Field label=ts!("field-charge") name="charge" id="product-charge" error=problems.of("charge")>
                <Select name="charge" value=typed.charge choices=Signal::derive(charges) />
            </Field>
        </FormRow>
    }
}
