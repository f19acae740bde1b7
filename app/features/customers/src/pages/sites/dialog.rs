use std::sync::Arc;

use fields::{
    Clashing, CustomControls, CustomField, CustomValues, Draft, Edit, FieldControl, Offered, Shown, Typed,
    Vocabulary,
};
use kernel::{ContactId, I18n, SiteId, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Dialog, DialogBody, DialogFooter, Fieldset, FormErrors, FormRow, FormStack, Tone,
};

use crate::pages::address::AddressFields;
use crate::pages::profile::ClashDialog;
use crate::pages::state::CustomerState;
use crate::pages::storing::Storing;
use crate::{Place, Site, add_site, edit_site, site};

/// What the dialog is about.
#[derive(Clone)]
pub(super) enum Wanted {
    /// A new site.
    New,
    /// One that is there.
    One(Box<Site>),
}

/// The dialog for a new site and for one that is changed. It opens when `wanted` is set.
#[component]
pub(super) fn SiteDialog(
    state: CustomerState,
    wanted: RwSignal<Option<Wanted>>,
    /// The fields that the organisation added.
    fields: StoredValue<Vec<CustomField>>,
    /// What is done when one was stored.
    done: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (open, clashing) = (RwSignal::new(false), RwSignal::new(None::<Clashing>));
    Effect::new(move |_| open.set(wanted.with(Option::is_some)));
    let title = Signal::derive(move || {
        wanted.with(|wanted| match wanted {
            Some(Wanted::One(_)) => i18n.text("site-edit", &[]),
            _ => i18n.text("site-add", &[]),
        })
    });
    let stored = Callback::new(move |()| {
        open.set(false);
        done.run(());
    });
    let shown = StoredValue::new(Shown::of(i18n, site::FIELDS, Vec::new(), Arc::default()));
    let form = move || {
        let site = match wanted.get_untracked()? {
            Wanted::New => None,
            Wanted::One(site) => Some(*site),
        };
        let words = vocabulary(i18n, state, site.as_ref().and_then(|site| site.place.contact_id));
        shown.set_value(Shown::of(i18n, site::FIELDS, fields.get_value(), Arc::new(words)));
        Some(
            view! { <SiteForm state=state site=site fields=fields.get_value() open=open clashing=clashing stored=stored /> },
        )
    };
    view! {
        <Dialog id="site-dialog" title=title close_label=ts!("customer-close") open=open on_close=move |()| wanted.set(None)>
            {form}
        </Dialog>
        <ClashDialog clashing=clashing shown=shown id="site-clash" />
    }
}

#[component]
fn SiteForm(
    state: CustomerState,
    site: Option<Site>,
    fields: Vec<CustomField>,
    open: RwSignal<bool>,
    clashing: RwSignal<Option<Clashing>>,
    stored: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = site.as_ref().map(|site| site.id);
    let start = match site {
        Some(site) => site.place,
        None => Place { custom: CustomValues::usual(&fields), ..Place::default() },
    };
    let words = StoredValue::new(Arc::new(vocabulary(i18n, state, start.contact_id)));
    let draft = Draft::new(site::FIELDS, &fields, &start);
    let base = StoredValue::new(start);
    let storing = Storing::new(draft, clashing, "site-saved", stored);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match (untrack(|| draft.read::<Place>()).and_then(Place::checked), id) {
            (Err(error), _) => draft.error.set(Some(error)),
            (Ok(typed), None) => add(storing, state, typed),
            (Ok(typed), Some(id)) => send(storing, id, base.with_value(|base| Edit::between(base, &typed))),
        }
    };
    let staff = state.dictionaries().staff.clone();
    let control = move |name: &'static str| {
        let words = words.get_value();
        view! { <FieldControl name=name draft=draft words=words required=name == "name" prefix="site" /> }
    };
    view! {
        <form on:submit=save novalidate>
            <DialogBody>
                <FormStack>
                    <FormErrors id="site-errors" title=ts!("form-check") errors=draft.problems("site") />
                    {control("name")}
                    <Fieldset legend=ts!("site-address")>
                        <AddressFields draft=draft prefix="site" />
                    </Fieldset>
                    {control("contact_id")}
                    <FormRow>{control("phone")} {control("email")}</FormRow>
                    {control("access_notes")}
                    <CustomControls draft=draft.custom error=draft.error staff=staff prefix="site" />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("customer-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("customer-save") tone=Tone::Primary kind=ButtonKind::Submit busy=storing.busy />
            </DialogFooter>
        </form>
    }
}

/// Who can be turned to: the contacts of the customer, and who is named already although removed.
fn vocabulary(i18n: I18n, state: CustomerState, named: Option<ContactId>) -> Vocabulary {
    let mut people: Vec<Offered> = state.contacts.with_untracked(|contacts| {
        contacts.iter().map(|contact| Offered::new(contact.id, contact.person.name())).collect()
    });
    if let Some(id) = named.filter(|id| !people.iter().any(|one| one.value == id.to_string())) {
        people.push(Offered::new(id, i18n.text("site-contact-removed", &[])));
    }
    Vocabulary::default().with("contact_id", people)
}

fn add(storing: Storing, state: CustomerState, place: Place) {
    let customer = state.customer.with_untracked(|customer| customer.id);
    storing.run(async move { add_site(customer, place).await }, |_| None);
}

fn send(storing: Storing, id: SiteId, edit: Edit) {
    if edit.to.is_empty() {
        return storing.leave();
    }
    let sent = edit.clone();
    storing.run(async move { edit_site(id, sent).await }, move |error| {
        Clashing::of(error, &edit, move |(_, edit)| send(storing, id, edit))
    });
}
