//! "Convert to customer": a form filled from the lead.

use std::collections::BTreeMap;

use fields::{CustomControls, CustomDraft, CustomField};
use kernel::{CustomerId, LeadId, Result, Version, Zone, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use ui::{
    Button, ButtonKind, Checkbox, Choice, Dialog, DialogBody, DialogFooter, Field, FormRow, FormStack,
    InputKind, RadioGroup, Skeleton, TextInput, Toast, Toasts, Tone,
};

use serde_json::Value as Json;

use super::rules::Rules;
use crate::api::{convert_lead, find_lead_customer, get_dictionaries, get_lead, undo_lead_conversion};
use crate::{Conversion, Dictionaries, Lead, guess_names};

/// Opens for the lead in [`Rules::converting`].
#[component]
pub fn ConversionDialog(rules: Rules) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(rules.converting.with(Option::is_some)));
    view! {
        <Dialog
            id="conversion-dialog"
            title=ts!("convert-title")
            close_label=ts!("lead-close")
            open=open
            on_close=move |()| rules.converting.set(None)
        >
            {move || rules.converting.get_untracked().map(|id| view! { <ConversionLoader id=id open=open /> })}
        </Dialog>
    }
}

#[component]
fn ConversionLoader(id: LeadId, open: RwSignal<bool>) -> impl IntoView {
    let found = LocalResource::new(move || async move {
        let lead = get_lead(id).await?;
        let known = find_lead_customer(id).await?;
        let words = get_dictionaries().await?;
        Result::Ok((lead, known, words))
    });
    let problems = use_problems();
    move || match found.get() {
        None => view! { <DialogBody><Skeleton label=ts!("board-loading") /></DialogBody> }.into_any(),
        Some(Ok((lead, known, words))) => {
            view! { <ConversionForm lead=lead known=known words=words open=open /> }.into_any()
        }
        Some(Err(error)) => {
            problems.report(error);
            open.set(false);
            ().into_any()
        }
    }
}

/// What is typed in the form.
#[derive(Clone, Copy)]
struct Typed {
    attach: RwSignal<String>,
    customer_name: RwSignal<String>,
    kind: RwSignal<String>,
    first_name: RwSignal<String>,
    last_name: RwSignal<String>,
    email: RwSignal<String>,
    phone: RwSignal<String>,
    administrator: RwSignal<bool>,
    carry_notes: RwSignal<bool>,
    welcome: RwSignal<bool>,
    added: Added,
}

/// The added fields that become fields of a customer, each with the one that it becomes. A copyable handle.
#[derive(Clone, Copy)]
struct Added {
    draft: CustomDraft,
    fields: StoredValue<Vec<CustomField>>,
    zone: StoredValue<Zone>,
}

impl Added {
    fn new(lead: &Lead, words: &Dictionaries) -> Self {
        let (i18n, currency) = (use_i18n(), use_me().organisation.currency);
        // A required field of a lead may stay empty here: what counts is what the customer is to have.
        let field = |field: &CustomField| CustomField { is_required: false, ..field.clone() };
        let fields: Vec<CustomField> =
            words.fields.iter().filter(|field| field.becomes.is_some()).map(field).collect();
        let draft = CustomDraft::new(&fields, &lead.profile.custom, currency, &i18n.zone());
        Self { draft, fields: StoredValue::new(fields), zone: StoredValue::new(i18n.zone()) }
    }

    fn values(self) -> Result<BTreeMap<String, Json>> {
        let values = self.zone.with_value(|zone| self.draft.values(zone))?;
        let becomes = |field: &CustomField| {
            let value = values.get(&field.key()).cloned().unwrap_or_default();
            Some((field.becomes.clone()?, value))
        };
        Ok(self.fields.with_value(|fields| fields.iter().filter_map(becomes).collect()))
    }
}

impl Typed {
    fn new(lead: &Lead, words: &Dictionaries) -> Self {
        let profile = &lead.profile;
        let (first, last) = guess_names(&profile.name);
        let kind = if profile.company.is_some() { "commercial" } else { "residential" };
        let text = |text: Option<&String>| RwSignal::new(text.cloned().unwrap_or_default());
        Self {
            attach: RwSignal::new("new".into()),
            customer_name: text(profile.company.as_ref().or(Some(&profile.name))),
            kind: RwSignal::new(kind.into()),
            first_name: RwSignal::new(first),
            last_name: RwSignal::new(last),
            email: text(profile.email.as_ref()),
            phone: text(profile.phone.as_ref()),
            administrator: RwSignal::new(true),
            carry_notes: RwSignal::new(true),
            welcome: RwSignal::new(false),
            added: Added::new(lead, words),
        }
    }

    /// Whether there is an address to which the welcome mail could go.
    fn has_address(self) -> bool {
        self.email.with(|email| !email.trim().is_empty())
    }

    fn conversion(self, version: Version, known: Option<CustomerId>) -> Result<Conversion> {
        let text =
            |signal: RwSignal<String>| Some(signal.get_untracked()).filter(|text| !text.trim().is_empty());
        Ok(Conversion {
            version,
            customer_name: text(self.customer_name),
            kind: text(self.kind),
            first_name: text(self.first_name),
            last_name: text(self.last_name),
            // What was emptied is none; what is left out would be the lead's.
            email: Some(self.email.get_untracked()),
            phone: Some(self.phone.get_untracked()),
            attach_to: known.filter(|_| self.attach.get_untracked() == "known"),
            administrator: self.administrator.get_untracked(),
            carry_notes: self.carry_notes.get_untracked(),
            welcome: self.welcome.get_untracked() && untrack(|| self.has_address()),
            fields: untrack(|| self.added.values())?,
        })
    }
}

#[component]
fn ConversionForm(
    lead: Lead,
    known: Option<(CustomerId, String)>,
    words: Dictionaries,
    open: RwSignal<bool>,
) -> impl IntoView {
    let typed = Typed::new(&lead, &words);
    let (error, busy) = (RwSignal::new(None::<kernel::Error>), RwSignal::new(false));
    let (id, version, known_id) = (lead.id, lead.version, known.as_ref().map(|(id, _)| *id));
    let staff = StoredValue::new(words.staff);
    let done = use_converted();
    let problems = use_problems();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let conversion = match typed.conversion(version, known_id) {
            Ok(conversion) => conversion,
            Err(unreadable) => return error.set(Some(unreadable)),
        };
        busy.set(true);
        let done = done.clone();
        spawn_local(async move {
            let answer = convert_lead(id, conversion).await;
            busy.set(false);
            match answer {
                Ok((lead, customer)) => {
                    open.set(false);
                    done(lead, customer);
                }
                Err(kernel::Error::Unauthenticated) => problems.report(kernel::Error::Unauthenticated),
                Err(refused) => error.set(Some(refused)),
            }
        });
    };
    view! {
        <form on:submit=send novalidate>
            <DialogBody>
                <FormStack>
                    <p>{t!("convert-text")}</p>
                    <Refusal error=error />
                    {known.map(|(_, name)| view! { <AttachChoice typed=typed name=name /> })}
                    <CustomerFields typed=typed error=error />
                    <ContactFields typed=typed error=error />
                    <Show when=move || typed.attach.get() != "known">
                        <CustomControls draft=typed.added.draft error=error staff=staff.get_value() prefix="convert" />
                    </Show>
                    <Choices typed=typed />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("convert-go") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
            </DialogFooter>
        </form>
    }
}

/// Why the conversion was refused, when it is not about one field.
#[component]
fn Refusal(error: RwSignal<Option<kernel::Error>>) -> impl IntoView {
    let i18n = kernel::use_i18n();
    move || {
        let error = error.get()?;
        let text = i18n.render(&error.text());
        Some(view! { <ui::Banner text=text meaning=ui::Meaning::Negative live=true /> })
    }
}

#[component]
fn AttachChoice(typed: Typed, name: String) -> impl IntoView {
    let i18n = kernel::use_i18n();
    let choices = Signal::derive(move || {
        vec![
            Choice::new("known", i18n.text("convert-attach", &[("name", name.as_str().into())])),
            Choice::new("new", i18n.text("convert-new", &[])),
        ]
    });
    view! { <RadioGroup legend=ts!("convert-known") name="attach" value=typed.attach choices=choices /> }
}

fn field_error(error: RwSignal<Option<kernel::Error>>, name: &'static str) -> Signal<Option<String>> {
    let i18n = kernel::use_i18n();
    // The contact of a new customer is told from the customer by its prefix.
    let found = move |error: &Option<kernel::Error>| {
        let error = error.as_ref()?;
        error.field(name).or_else(|| error.field(&format!("contact_{name}")))
    };
    Signal::derive(move || error.with(found).map(|text| i18n.render(&text)))
}

#[component]
fn CustomerFields(typed: Typed, error: RwSignal<Option<kernel::Error>>) -> impl IntoView {
    let i18n = kernel::use_i18n();
    let kinds = Signal::derive(move || {
        let kind = |code: &'static str| Choice::new(code, i18n.text(&format!("convert-kind-{code}"), &[]));
        vec![kind("commercial"), kind("residential")]
    });
    view! {
        <Show when=move || typed.attach.get() != "known">
            <Field label=ts!("convert-customer-name") name="customer_name" id="convert-customer" error=field_error(error, "customer_name")>
                <TextInput name="customer_name" value=typed.customer_name max_length=300 />
            </Field>
            <RadioGroup legend=ts!("convert-kind") name="kind" value=typed.kind choices=kinds />
        </Show>
    }
}

#[component]
fn ContactFields(typed: Typed, error: RwSignal<Option<kernel::Error>>) -> impl IntoView {
    view! {
        <FormRow>
            <Field label=ts!("convert-first-name") name="first_name" id="convert-first" error=field_error(error, "first_name")>
                <TextInput name="first_name" value=typed.first_name max_length=300 />
            </Field>
            <Field label=ts!("convert-last-name") name="last_name" id="convert-last" error=field_error(error, "last_name")>
                <TextInput name="last_name" value=typed.last_name max_length=300 />
            </Field>
        </FormRow>
        <FormRow>
            <Field label=ts!("field-email") name="email" id="convert-email" error=field_error(error, "email")>
                <TextInput name="email" value=typed.email kind=InputKind::Email max_length=300 />
            </Field>
            <Field label=ts!("field-phone") name="phone" id="convert-phone" error=field_error(error, "phone")>
                <TextInput name="phone" value=typed.phone kind=InputKind::Tel max_length=300 />
            </Field>
        </FormRow>
    }
}

/// What goes along with the conversion. Administrators are made of a new customer only: who attaches sees the other one.
#[component]
fn Choices(typed: Typed) -> impl IntoView {
    let i18n = use_i18n();
    let hint = move |key: &'static str| Signal::derive(move || Some(i18n.text(key, &[])));
    let (carry_hint, welcome_hint) = (hint("convert-carry-hint"), hint("convert-welcome-hint"));
    let has_address = Memo::new(move |_| typed.has_address());
    view! {
        <Show when=move || typed.attach.get() != "known">
            <Checkbox label=ts!("convert-administrator") name="administrator" checked=typed.administrator />
        </Show>
        <Checkbox label=ts!("convert-carry") name="carry_notes" checked=typed.carry_notes hint=carry_hint />
        <Show when=move || has_address.get()>
            <Checkbox label=ts!("convert-welcome") name="welcome" checked=typed.welcome hint=welcome_hint />
        </Show>
    }
}

/// The message after a conversion: where the customer is, and the way back.
fn use_converted() -> impl Fn(Lead, CustomerId) + Clone + 'static {
    let (i18n, toasts, problems) = (kernel::use_i18n(), Toasts::here(), use_problems());
    let is_admin = use_me().actor.is_admin();
    // Not a stored value, which would end with the dialog: the message stays longer.
    let navigate = use_navigate();
    move |lead: Lead, customer: CustomerId| {
        let (id, version) = (lead.id, lead.version);
        let said = i18n.text("convert-done", &[("name", lead.profile.name.as_str().into())]);
        let undo = move || {
            spawn_local(async move {
                match undo_lead_conversion(id, version).await {
                    Ok(_) => drop(toasts.show(Toast::positive(i18n.text("convert-undone", &[])))),
                    Err(error) => problems.report(error),
                }
            });
        };
        let navigate = navigate.clone();
        let open = move || navigate(&format!("/customers/{customer}"), Default::default());
        let toast = Toast::positive(said).action(i18n.text("convert-open", &[]), open);
        // Where the house locks such leads, the way back is the administrators'.
        toasts.show(match lead.is_locked && !is_admin {
            true => toast,
            false => toast.action(i18n.text("board-undo", &[]), undo),
        });
    }
}
