//! The fields of a profile and of a person, as the forms show them.

use std::sync::Arc;

use fields::{CustomControls, Draft, FieldControl, Offered, Vocabulary};
use kernel::{I18n, Language, ts, use_i18n};
use leptos::prelude::*;
use ui::{Button, Fieldset, FormRow, IconName, Size};

use super::address::AddressFields;
use crate::{CustomerKind, Dictionaries, Direction, Scope};

/// What the controls of one form have in common.
#[derive(Clone, Copy)]
struct Form {
    draft: Draft,
    vocabulary: StoredValue<Arc<Vocabulary>>,
    /// Whether what the house asks of new customers is asked.
    is_new: bool,
    words: StoredValue<Arc<Dictionaries>>,
}

impl Form {
    fn control(self, name: &'static str) -> AnyView {
        let (setting, is_new) = (self.words.with_value(|words| words.setting.clone()), self.is_new);
        let required = match name {
            "name" | "kind" => true,
            "segment_id" => is_new && setting.requires_segment,
            "status_id" => is_new && setting.requires_status,
            "channel_id" => is_new && setting.requires_channel,
            _ => false,
        };
        view! { <FieldControl name=name draft=self.draft words=self.vocabulary.get_value() required=required /> }
            .into_any()
    }

    /// How the customer stands in the house's lists of words.
    fn marketing(self) -> AnyView {
        view! {
            <FormRow>{self.control("segment_id")} {self.control("status_id")} {self.control("channel_id")}</FormRow>
            {self.control("groups")}
        }
        .into_any()
    }

    fn kind(self) -> Memo<CustomerKind> {
        let kind = self.draft.text("kind");
        Memo::new(move |_| kind.with(|kind| CustomerKind::parse(kind)).unwrap_or_default())
    }

    /// A field that only some kinds of customers have. What was typed in it stays while another kind is looked at.
    fn of_kind(self, name: &'static str) -> impl IntoView {
        let kind = self.kind();
        view! { <Show when=move || kind.get().has(name)>{self.control(name)}</Show> }
    }
}

/// Everything that people know of a customer. The kind comes first and decides about the rest.
#[component]
pub(super) fn ProfileFields(
    draft: Draft,
    words: Arc<Dictionaries>,
    vocabulary: Arc<Vocabulary>,
    #[prop(optional)] is_new: bool,
    /// What stands below that by which a customer is told.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let staff = words.staff.clone();
    let form =
        Form { draft, vocabulary: StoredValue::new(vocabulary), is_new, words: StoredValue::new(words) };
    view! {
        <FormRow>{form.control("kind")} {form.control("number")}</FormRow>
        <Name form=form />
        {form.of_kind("division")}
        <FormRow>{form.control("email")} {form.control("phone")} {form.control("mobile")}</FormRow>
        <FormRow>{form.of_kind("website")} {form.of_kind("vat_number")}</FormRow>
        {children.map(|children| children())}
        {is_new.then(|| view! {
            <Fieldset legend=ts!("customer-marketing")>{form.marketing()}</Fieldset>
        })}
        <Fieldset legend=ts!("customer-care")>
            <FormRow>{form.control("manager_id")} {form.control("service_manager_id")}</FormRow>
            {form.control("administrators")}
        </Fieldset>
        <Addresses form=form />
        <FormRow>{form.control("language")} {form.control("currency")}</FormRow>
        <CustomControls draft=draft.custom error=draft.error staff=staff />
        {form.control("is_active")}
    }
}

/// Segment, status, channel and groups of a customer that is there.
#[component]
pub(super) fn MarketingFields(
    draft: Draft,
    words: Arc<Dictionaries>,
    vocabulary: Arc<Vocabulary>,
) -> impl IntoView {
    let (words, vocabulary) = (StoredValue::new(words), StoredValue::new(vocabulary));
    Form { draft, vocabulary, is_new: false, words }.marketing()
}

/// The name of a person is called otherwise than that of a company.
#[component]
fn Name(form: Form) -> impl IntoView {
    let (i18n, kind) = (use_i18n(), form.kind());
    let label = Signal::derive(move || {
        let key = if kind.get().is_person() { "customer-name-person" } else { "customer-name-company" };
        i18n.text(key, &[])
    });
    view! {
        <FieldControl name="name" draft=form.draft words=form.vocabulary.get_value() required=true label=label />
    }
}

/// Where bills and where goods go.
#[component]
fn Addresses(form: Form) -> impl IntoView {
    let copy = move |()| {
        for (from, to) in COPIED {
            form.draft.text(to).set(form.draft.text(from).get_untracked());
        }
    };
    view! {
        <Fieldset legend=ts!("customer-billing")>
            <AddressFields draft=form.draft />
        </Fieldset>
        <Fieldset legend=ts!("customer-shipping")>
            <div>
                <Button label=ts!("customer-shipping-copy") icon=IconName::Copy size=Size::Small on_press=copy />
            </div>
            {form.control("shipping_street")}
            <FormRow>{form.control("shipping_postcode")} {form.control("shipping_city")}</FormRow>
            <FormRow>{form.control("shipping_region")} {form.control("shipping_country")}</FormRow>
        </Fieldset>
    }
}

const COPIED: [(&str, &str); 5] = [
    ("street", "shipping_street"),
    ("postcode", "shipping_postcode"),
    ("city", "shipping_city"),
    ("region", "shipping_region"),
    ("country", "shipping_country"),
];

/// What people know of a contact: by what it is told and reached, as far as a new one needs it.
#[component]
pub(super) fn PersonFields(
    draft: Draft,
    /// Without a first name nothing is saved.
    required: bool,
    /// Before the ids, since the form of a profile may stand on the same page.
    #[prop(default = "field")]
    prefix: &'static str,
) -> impl IntoView {
    let words = StoredValue::new(Arc::new(Vocabulary::default()));
    let control = move |name: &'static str| {
        let (words, required) = (words.get_value(), required && name == "first_name");
        view! { <FieldControl name=name draft=draft words=words required=required prefix=prefix /> }
    };
    view! {
        <FormRow>{control("first_name")} {control("last_name")}</FormRow>
        {control("position")}
        <FormRow>{control("email")} {control("phone")} {control("mobile")}</FormRow>
    }
}

/// What can be chosen about a contact.
pub(super) fn contact_vocabulary(i18n: I18n) -> Vocabulary {
    let named = |prefix: &str, code: &str| i18n.text(&format!("{prefix}-{code}"), &[]);
    let direction =
        Direction::ALL.iter().map(|one| Offered::new(one.code(), named("contact-reads", one.code())));
    let scope = Scope::ALL.iter().map(|one| Offered::new(one.code(), named("contact-scope", one.code())));
    Vocabulary::default()
        .with("language", Language::ALL.map(|language| Offered::new(language.code(), language.name())))
        .with("direction", direction)
        .with("scope", scope)
}
