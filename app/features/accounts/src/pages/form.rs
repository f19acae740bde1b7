//! The form of an account, in a dialog.

use kernel::{Currency, CustomerId, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, SettingsForm};
use ui::{Choice, Dialog, Field, FormRow, Select, TextInput, Toast, Toasts};

use crate::{Account, Profile, create_account, update_account};

/// The dialog in which an account is opened or changed.
#[component]
pub(super) fn AccountDialog(
    open: RwSignal<bool>,
    /// Whose a new one is.
    customer: CustomerId,
    /// The one that is changed; `None` for a new one.
    #[prop(into)]
    account: Signal<Option<Account>>,
    done: Callback<Account>,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = Signal::derive(move || match account.with(Option::is_some) {
        true => i18n.text("account-edit", &[]),
        false => i18n.text("account-open", &[]),
    });
    view! {
        <Dialog id="account-dialog" title=title close_label=ts!("account-close-dialog") open=open>
            {move || view! { <AccountForm customer=customer account=account.get_untracked() done=done /> }}
        </Dialog>
    }
}

#[component]
fn AccountForm(customer: CustomerId, account: Option<Account>, done: Callback<Account>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::in_form());
    let id = account.as_ref().map(|account| account.id);
    let seen = account.map(|account| account.profile).unwrap_or_default();
    let number = RwSignal::new(seen.number.clone());
    let name = RwSignal::new(seen.name.clone().unwrap_or_default());
    let currency = RwSignal::new(seen.currency.map(|currency| currency.to_string()).unwrap_or_default());
    let seen = StoredValue::new(seen);
    let send = move |()| {
        let before = seen.get_value();
        let after = Profile {
            number: number.get_untracked(),
            name: Some(name.get_untracked()).filter(|name| !name.trim().is_empty()),
            currency: currency.get_untracked().parse().ok(),
            ..before.clone()
        };
        let work = async move {
            match id {
                Some(id) => update_account(id, before, after).await,
                None => create_account(customer, after).await,
            }
        };
        attempt.run(work, move |account| {
            toasts.show(Toast::positive(i18n.text("account-saved", &[])));
            done.run(account);
        });
    };
    let problems = attempt.problems();
    let is_new = id.is_none();
    let number_hint = Signal::derive(move || is_new.then(|| i18n.text("account-number-hint", &[])));
    let own = Signal::derive(move || is_new.then(|| i18n.text("account-currency-own", &[])));
    let currencies = move || {
        let chosen = seen.with_value(|seen| seen.currency);
        let offered = Currency::offered().filter(|currency| Some(*currency) != chosen);
        let codes = chosen.into_iter().chain(offered).map(|currency| currency.to_string());
        codes.map(|code| Choice::new(code.clone(), code)).collect::<Vec<_>>()
    };
    view! {
        <SettingsForm attempt=attempt label=ts!("account-save") on_send=send>
            <FormRow>
                <Field label=ts!("field-account_number") name="account_number" id="account-number" hint=number_hint error=problems.of("account_number")>
                    <TextInput name="account_number" value=number max_length=100 />
                </Field>
                <Field label=ts!("field-currency") name="currency" id="account-currency" error=problems.of("currency")>
                    <Select name="currency" value=currency choices=Signal::derive(currencies) empty_label=own />
                </Field>
            </FormRow>
            <Field label=ts!("field-name") name="name" id="account-name" hint=ts!("account-name-hint") error=problems.of("name")>
                <TextInput name="name" value=name max_length=100 />
            </Field>
        </SettingsForm>
    }
}
