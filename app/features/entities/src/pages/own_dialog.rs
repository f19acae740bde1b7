use fields::Draft;
use kernel::{Error, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Banner, Button, ButtonKind, Dialog, DialogBody, DialogFooter, FormErrors, FormStack, Meaning, Toast,
    Toasts, Tone,
};

use super::fields::CompanyFields;
use crate::{Company, OwnEntity, add_own_entity, company, update_own_entity};

/// What the dialog is about.
#[derive(Clone)]
pub(super) enum Wanted {
    /// One more company of the organisation's own.
    New,
    /// One that is there.
    One(Box<OwnEntity>),
}

/// The dialog in which one of the organisation's own is added or changed. It opens when `wanted` is set.
#[component]
pub(super) fn OwnDialog(wanted: RwSignal<Option<Wanted>>, done: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(wanted.with(Option::is_some)));
    let title = Signal::derive(move || {
        wanted.with(|wanted| match wanted {
            Some(Wanted::One(_)) => i18n.text("entity-own-edit", &[]),
            _ => i18n.text("entity-own-add", &[]),
        })
    });
    let stored = Callback::new(move |()| {
        open.set(false);
        done.run(());
    });
    let form = move || {
        let own = match wanted.get_untracked()? {
            Wanted::New => None,
            Wanted::One(own) => Some(*own),
        };
        Some(view! { <OwnForm own=own open=open stored=stored /> })
    };
    view! {
        <Dialog id="own-entity-dialog" title=title close_label=ts!("customer-close") open=open on_close=move |()| wanted.set(None)>
            {form}
        </Dialog>
    }
}

#[component]
fn OwnForm(own: Option<OwnEntity>, open: RwSignal<bool>, stored: Callback<()>) -> impl IntoView {
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    let known = own.as_ref().map(|own| (own.id, own.version));
    let draft = Draft::new(&company::FIELDS, &[], &own.map(|own| own.company).unwrap_or_default());
    let busy = RwSignal::new(false);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let company = match untrack(|| draft.read::<Company>()).and_then(Company::checked) {
            Ok(company) => company,
            Err(error) => return draft.error.set(Some(error)),
        };
        busy.set(true);
        spawn_local(async move {
            let answer = match known {
                Some((id, version)) => update_own_entity(id, version, company).await,
                None => add_own_entity(company).await,
            };
            let _left = busy.try_set(false);
            match answer {
                Ok(_) => {
                    toasts.show(Toast::positive(i18n.text("entity-saved", &[])));
                    stored.run(());
                }
                // What was typed stays; whoever was quicker is seen when the dialog is opened anew.
                Err(error @ (Error::Invalid(_) | Error::Conflict(_) | Error::Forbidden(_))) => {
                    let _left = draft.error.try_set(Some(error));
                }
                Err(error) => problems.report(error),
            }
        });
    };
    let refused = move || {
        let error = draft.error.get().filter(|error| !matches!(error, Error::Invalid(_)))?;
        Some(view! { <Banner text=i18n.render(&error.text()) meaning=Meaning::Warning live=true /> })
    };
    view! {
        <form on:submit=save novalidate>
            <DialogBody>
                <FormStack>
                    {refused}
                    <FormErrors id="own-entity-errors" title=ts!("form-check") errors=draft.problems("own-entity") />
                    <CompanyFields draft=draft prefix="own-entity" />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("customer-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("customer-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
            </DialogFooter>
        </form>
    }
}
