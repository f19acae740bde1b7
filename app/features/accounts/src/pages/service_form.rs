//! The form of a service, in a dialog.

use fields::{decimal, millionths};
use kernel::{Day, t, ts, use_i18n, use_now};
use leptos::prelude::*;
use leptos::task::spawn_local;
use products::{Charge, Product, list_products};
use staff::pages::{Attempt, FormProblems, SettingsForm};
use ui::{
    Choice, ComboOption, ComboTexts, Combobox, Dialog, Field, FormRow, InputKind, MoneyInput, Select,
    TextInput, Toast, Toasts,
};

use super::detail::Here;
use crate::{Service, ServiceDraft, add_account_service, update_account_service};

/// The dialog in which a service is added (`Some(None)`) or changed.
#[component]
pub(super) fn ServiceDialog(here: Here, edit: RwSignal<Option<Option<Service>>>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(edit.with(Option::is_some)));
    let title = Signal::derive(move || {
        edit.with(|edit| match edit {
            Some(Some(service)) => {
                let name = service.draft.description.as_str();
                i18n.text("account-service-edit", &[("name", name.into())])
            }
            _ => i18n.text("account-service-add", &[]),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        here.again.run(());
    });
    view! {
        <Dialog id="service-dialog" title=title close_label=ts!("account-close-dialog") open=open on_close=move |()| edit.set(None)>
            {move || edit.get_untracked().map(|service| view! { <ServiceForm here=here service=service done=done /> })}
        </Dialog>
    }
}

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    product: RwSignal<Vec<String>>,
    description: RwSignal<String>,
    quantity: RwSignal<String>,
    minor: RwSignal<Option<i64>>,
    unreadable: RwSignal<bool>,
    charge: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
}

impl Typed {
    fn new(draft: Option<&ServiceDraft>, today: Day) -> Self {
        let of = |read: fn(&ServiceDraft) -> String, usual: String| RwSignal::new(draft.map_or(usual, read));
        let product = draft.and_then(|draft| draft.product_id).map(|id| id.to_string());
        Self {
            product: RwSignal::new(product.into_iter().collect()),
            description: of(|draft| draft.description.clone(), String::new()),
            quantity: of(|draft| decimal(draft.quantity), "1".to_owned()),
            minor: RwSignal::new(draft.map(|draft| draft.price_minor)),
            unreadable: RwSignal::new(false),
            charge: of(|draft| draft.charge.code().to_owned(), Charge::Month.code().to_owned()),
            from: of(|draft| draft.from.to_string(), today.to_string()),
            to: of(|draft| draft.to.map(|day| day.to_string()).unwrap_or_default(), String::new()),
        }
    }

    /// What was typed; a number or a day that cannot be read is one that the server refuses, at its field.
    fn draft(self) -> ServiceDraft {
        let quantity = self.quantity.get_untracked().trim().replace(',', ".");
        let unread = Day(-1_000_000);
        let to = self.to.get_untracked();
        ServiceDraft {
            product_id: self.product.get_untracked().first().and_then(|id| id.parse().ok()),
            description: self.description.get_untracked(),
            quantity: millionths(&quantity).unwrap_or_default(),
            price_minor: self.minor.get_untracked().unwrap_or(-1),
            charge: Charge::parse(&self.charge.get_untracked()).unwrap_or_default(),
            from: self.from.get_untracked().parse().unwrap_or(unread),
            to: (!to.is_empty()).then(|| to.parse().unwrap_or(unread)),
        }
    }
}

#[component]
fn ServiceForm(here: Here, service: Option<Service>, done: Callback<()>) -> impl IntoView {
    let (i18n, toasts, attempt, now) = (use_i18n(), Toasts::here(), Attempt::in_form(), use_now());
    let today = i18n.zone().day(now.get_untracked());
    let typed = Typed::new(service.as_ref().map(|service| &service.draft), today);
    let known = service.map(|service| (service.id, service.version));
    let send = move |()| {
        if typed.unreadable.get_untracked() {
            return;
        }
        let (account, draft) = (here.details.with_untracked(|details| details.account.id), typed.draft());
        let work = async move {
            match known {
                Some((id, version)) => update_account_service(account, id, version, draft).await,
                None => add_account_service(account, draft).await,
            }
        };
        attempt.run(work, move |_| {
            toasts.show(Toast::positive(i18n.text("account-service-saved", &[])));
            done.run(());
        });
    };
    let problems = attempt.problems();
    view! {
        <SettingsForm attempt=attempt label=ts!("account-save") on_send=send>
            <ProductField here=here typed=typed error=problems.of("product_id") />
            <Field label=ts!("account-service-what") name="description" id="service-description" error=problems.of("description") required=true>
                <TextInput name="description" value=typed.description max_length=200 />
            </Field>
            <PriceFields here=here typed=typed problems=problems />
            <FormRow>
                <Field label=ts!("account-service-from") name="from" id="service-from" hint=ts!("account-service-from-hint") error=problems.of("from") required=true>
                    <TextInput name="from" value=typed.from kind=InputKind::Date />
                </Field>
                <Field label=ts!("account-service-to") name="to" id="service-to" hint=ts!("account-service-to-hint") error=problems.of("to")>
                    <TextInput name="to" value=typed.to kind=InputKind::Date />
                </Field>
            </FormRow>
        </SettingsForm>
    }
}

/// How much it is, and how often.
#[component]
fn PriceFields(here: Here, typed: Typed, problems: FormProblems) -> impl IntoView {
    let i18n = use_i18n();
    let currency = here.details.with_untracked(|details| details.account.currency());
    let charge = move |charge: Charge| Choice::new(charge.code(), i18n.text(charge.label(), &[]));
    let charges = move || Charge::ALL.into_iter().map(charge).collect::<Vec<_>>();
    let (unfit, unreadable) = (problems.of("price"), t!("error-money"));
    let wrong = Signal::derive(move || match typed.unreadable.get() {
        true => Some(unreadable()),
        false => unfit.get(),
    });
    view! {
        <FormRow>
            <Field label=ts!("account-service-quantity") name="quantity" id="service-quantity" error=problems.of("quantity") required=true>
                <TextInput name="quantity" value=typed.quantity kind=InputKind::Text max_length=20 />
            </Field>
            <Field label=ts!("field-price") name="price" id="service-price" error=wrong required=true>
                <MoneyInput
                    name="price"
                    minor=typed.minor
                    currency=currency.to_string()
                    decimals=Signal::stored(currency.decimals() as u8)
                    unreadable=typed.unreadable
                />
            </Field>
            <Field label=ts!("field-charge") name="charge" id="service-charge">
                <Select name="charge" value=typed.charge choices=Signal::derive(charges) />
            </Field>
        </FormRow>
    }
}

/// The product of the catalogue; choosing one fills in what it says of itself.
#[component]
fn ProductField(here: Here, typed: Typed, error: Signal<Option<String>>) -> impl IntoView {
    let i18n = use_i18n();
    let found = RwSignal::new(Vec::<Product>::new());
    let search = move |words: String| {
        spawn_local(async move {
            if let Ok(page) = list_products(words, false, None).await {
                let _left = found.try_set(page.items);
            }
        });
    };
    Effect::new(move |_| search(String::new()));
    let option = |product: &Product| {
        let option = ComboOption::new(product.id.to_string(), product.profile.name.clone());
        match &product.profile.code {
            Some(code) => option.hint(code.clone()),
            None => option,
        }
    };
    let options = Signal::derive(move || found.with(|found| found.iter().map(option).collect::<Vec<_>>()));
    let texts = Signal::derive(move || ComboTexts {
        placeholder: i18n.text("account-service-free", &[]),
        nothing_found: i18n.text("account-product-nothing", &[]),
        remove: Callback::new(|name: String| name),
        create: Callback::new(|name: String| name),
    });
    let fill = move |chosen: Vec<String>| {
        let id = chosen.first().cloned().unwrap_or_default();
        let product =
            found.with_untracked(|found| found.iter().find(|one| one.id.to_string() == id).cloned());
        if let Some(product) = product {
            fill_in(here, typed, &product);
        }
    };
    view! {
        <Field label=ts!("account-service-product") name="product_id" id="service-product" error=error>
            <Combobox name="product_id" selected=typed.product options=options texts=texts on_query=search on_change=fill />
        </Field>
    }
}

fn fill_in(here: Here, typed: Typed, product: &Product) {
    let profile = &product.profile;
    typed.description.set(profile.name.clone());
    typed.charge.set(profile.charge.code().to_owned());
    let currency = here.details.with_untracked(|details| details.account.currency());
    // A price in another currency is no price here.
    if let Some(price) = profile.price.filter(|price| price.currency == currency) {
        typed.minor.set(Some(price.minor));
    }
}
