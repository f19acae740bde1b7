use std::sync::Arc;

use customers::{ClashDialog, Storing};
use fields::{Clashing, CustomControls, CustomValues, Draft, Edit, Offered, Shown, Typed, Vocabulary};
use kernel::{CustomerId, LegalEntityId, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Choice, Dialog, DialogBody, DialogFooter, Field, FormErrors, FormStack, Select, Tone,
};

use super::fields::CompanyFields;
use crate::{CustomerEntities, Entity, OwnName, Profile, add_entity, edit_entity, entity};

/// What the dialog is about.
#[derive(Clone)]
pub(super) enum Wanted {
    /// A new legal entity.
    New,
    /// One that is there.
    One(Box<Entity>),
}

/// The dialog for a new legal entity of a customer and for one that is changed. It opens when `wanted` is set.
#[component]
pub(super) fn EntityDialog(
    /// Whose a new one is.
    customer: CustomerId,
    /// What was fetched last.
    known: StoredValue<CustomerEntities>,
    wanted: RwSignal<Option<Wanted>>,
    /// What is done when one was stored.
    done: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (open, clashing) = (RwSignal::new(false), RwSignal::new(None::<Clashing>));
    Effect::new(move |_| open.set(wanted.with(Option::is_some)));
    let title = Signal::derive(move || {
        wanted.with(|wanted| match wanted {
            Some(Wanted::One(_)) => i18n.text("entity-edit", &[]),
            _ => i18n.text("entity-add", &[]),
        })
    });
    let stored = Callback::new(move |()| {
        open.set(false);
        done.run(());
    });
    let shown = StoredValue::new(Shown::of(i18n, entity::FIELDS, Vec::new(), Arc::default()));
    let form = move || {
        let entity = match wanted.get_untracked()? {
            Wanted::New => None,
            Wanted::One(entity) => Some(*entity),
        };
        let known = known.get_value();
        let own = known.own.iter().map(|own| Offered::new(own.id, own.name.clone()));
        let words = Arc::new(Vocabulary::default().with("billed_by_id", own));
        shown.set_value(Shown::of(i18n, entity::FIELDS, known.fields.clone(), words));
        Some(
            view! { <EntityForm customer=customer entity=entity known=known open=open clashing=clashing stored=stored /> },
        )
    };
    view! {
        <Dialog id="entity-dialog" title=title close_label=ts!("customer-close") open=open on_close=move |()| wanted.set(None)>
            {form}
        </Dialog>
        <ClashDialog clashing=clashing shown=shown id="entity-clash" />
    }
}

#[component]
fn EntityForm(
    customer: CustomerId,
    entity: Option<Entity>,
    known: CustomerEntities,
    open: RwSignal<bool>,
    clashing: RwSignal<Option<Clashing>>,
    stored: Callback<()>,
) -> impl IntoView {
    let CustomerEntities { own, fields, staff, .. } = known;
    let id = entity.as_ref().map(|entity| entity.id);
    let start = match entity {
        Some(entity) => entity.profile,
        None => Profile { custom: CustomValues::usual(&fields), ..Profile::default() },
    };
    let draft = Draft::new(entity::FIELDS, &fields, &start);
    let base = StoredValue::new(start);
    let storing = Storing::new(draft, clashing, "entity-saved", stored);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match (untrack(|| draft.read::<Profile>()).and_then(Profile::checked), id) {
            (Err(error), _) => draft.error.set(Some(error)),
            (Ok(typed), None) => {
                storing.run(async move { add_entity(customer, typed).await }, |_| None);
            }
            (Ok(typed), Some(id)) => send(storing, id, base.with_value(|base| Edit::between(base, &typed))),
        }
    };
    view! {
        <form on:submit=save novalidate>
            <DialogBody>
                <FormStack>
                    <FormErrors id="entity-errors" title=ts!("form-check") errors=draft.problems("entity") />
                    <CompanyFields draft=draft prefix="entity" />
                    <BilledBy draft=draft own=own />
                    <CustomControls draft=draft.custom error=draft.error staff=staff prefix="entity" />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("customer-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("customer-save") tone=Tone::Primary kind=ButtonKind::Submit busy=storing.busy />
            </DialogFooter>
        </form>
    }
}

/// Which of the organisation's own writes its documents. Without a choice the default one does, which may be another one
/// tomorrow.
#[component]
fn BilledBy(draft: Draft, own: Vec<OwnName>) -> impl IntoView {
    let i18n = use_i18n();
    let value = draft.text("billed_by_id");
    let chosen = value.get_untracked();
    let usual = own.iter().find(|one| one.is_default).map(|one| one.name.clone());
    let none = Signal::derive(move || {
        Some(match &usual {
            Some(name) => i18n.text("entity-billed-usual", &[("name", name.as_str().into())]),
            None => i18n.text("entity-billed-none", &[]),
        })
    });
    let offered = own.into_iter().filter(|one| !one.is_archived || one.id.to_string() == chosen);
    let choices: Vec<Choice> = offered.map(|one| Choice::new(one.id.to_string(), one.name)).collect();
    view! {
        <Field label=ts!("field-billed_by_id") name="billed_by_id" id="entity-billed_by_id" error=draft.problem(i18n, "billed_by_id")>
            <Select name="billed_by_id" value=value choices=choices empty_label=none />
        </Field>
    }
}

fn send(storing: Storing, id: LegalEntityId, edit: Edit) {
    if edit.to.is_empty() {
        return storing.leave();
    }
    let sent = edit.clone();
    storing.run(async move { edit_entity(id, sent).await }, move |error| {
        Clashing::of(error, &edit, move |(_, edit)| send(storing, id, edit))
    });
}
