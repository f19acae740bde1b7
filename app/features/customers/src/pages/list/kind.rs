//! What the common list knows of customers.

use fields::{Catalogue, CustomField, CustomValues, FieldType, Vocabulary};
use kernel::{CustomerId, I18n, Instant, RecordKind, StaffId, Version, ago, ts};
use leptos::prelude::*;
use lists::{About, Answer, BulkFields, Cell, ListKind, ListQuery, ListWords, Says};
use records::{PictureRef, Tag};
use staff::StaffName;
use ui::{Avatar, AvatarSize, EmptyState, IconName, LinkButton, Tone};

use crate::pages::words::vocabulary;
use crate::{
    Customer, Dictionaries, Directory, Entry, count_customer_groups, count_customers, get_customer,
    list_customers,
};

/// What is known of customers whatever the type of a row.
pub(super) static CUSTOMERS: About = About {
    kind: RecordKind::Customer,
    usual: &["status_id", "contact", "manager_id", "email", "phone", "city", "tags"],
    first: ("name", false),
    groupless: &["currency"],
    columnless: &["initial"],
    gone: "customer.deleted",
    old: &[],
    says: Says {
        title: "customer-title",
        summary: "customer-summary",
        looked: "customer-looked",
        nothing: "customer-nothing",
        nothing_text: "customer-nothing-text",
    },
    count: |filter| Box::pin(count_customers(filter)),
    count_groups: |filter, groups| Box::pin(count_customer_groups(filter, groups)),
    empty: nothing_yet,
};

/// What can be changed for many customers.
pub(super) static MANY: BulkFields = BulkFields {
    kind: RecordKind::Customer,
    at_hand: &[("status_id", IconName::Flag), ("manager_id", IconName::User)],
    own: &[
        ("status_id", FieldType::Choice),
        ("segment_id", FieldType::Choice),
        ("channel_id", FieldType::Choice),
        ("groups", FieldType::Choices),
        ("manager_id", FieldType::Staff),
        ("service_manager_id", FieldType::Staff),
        ("administrators", FieldType::Choices),
        ("is_active", FieldType::Flag),
        ("language", FieldType::Word),
        ("city", FieldType::Text),
        ("region", FieldType::Text),
        ("country", FieldType::Country),
    ],
};

/// What to begin with.
fn nothing_yet() -> AnyView {
    view! {
        <EmptyState icon=IconName::Customers title=ts!("customer-none") text=ts!("customer-none-text")>
            <LinkButton label=ts!("customer-new") href="/customers/new" icon=IconName::Plus tone=Tone::Primary />
        </EmptyState>
    }
    .into_any()
}

impl ListWords for Dictionaries {
    fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    fn added(&self) -> &[CustomField] {
        &self.fields
    }

    fn staff(&self) -> &[StaffName] {
        &self.staff
    }

    fn vocabulary(&self, i18n: I18n) -> Vocabulary {
        vocabulary(i18n, self)
    }
}

/// Customers as rows.
#[derive(Clone, Copy)]
pub(super) struct Customers;

impl ListKind for Customers {
    type Item = Customer;
    type Words = Dictionaries;
    type Acts = ();

    const ABOUT: &'static About = &CUSTOMERS;

    fn id(customer: &Customer) -> i64 {
        customer.id.0
    }

    fn version(customer: &Customer) -> Version {
        customer.version
    }

    fn name(customer: &Customer) -> &str {
        &customer.profile.name
    }

    fn is_deleted(customer: &Customer) -> bool {
        customer.deleted_at.is_some()
    }

    fn added(customer: &Customer) -> &CustomValues {
        &customer.profile.custom
    }

    fn tags(customer: &Customer) -> &[Tag] {
        &customer.tags
    }

    fn set_tags(customer: &mut Customer, tags: Vec<Tag>) {
        customer.tags = tags;
    }

    fn text(
        customer: &Customer,
        key: &str,
        words: &Dictionaries,
        i18n: I18n,
        now: Signal<Instant>,
    ) -> Option<String> {
        text(customer, key, words, i18n, now)
    }

    fn before(customer: Signal<Option<Customer>>) -> Option<AnyView> {
        let known =
            move || customer.with(|customer| customer.as_ref().map(|one| (one.id, one.profile.name.clone())));
        let (id, _) = untrack(known)?;
        let name = Signal::derive(move || known().map(|(_, name)| name).unwrap_or_default());
        let image = move || customer.with(|customer| customer.as_ref()?.picture.map(PictureRef::small_path));
        let image = Signal::derive(image);
        let avatar = view! {
            <Avatar name=name seed=format!("customer-{id}") image=image size=AvatarSize::Small name_shown_beside=true />
        };
        Some(avatar.into_any())
    }

    fn control(_: Cell<Self>, _: &str) -> Option<AnyView> {
        None
    }

    fn list(query: ListQuery) -> Answer<Directory> {
        Box::pin(list_customers(query))
    }

    fn find(id: i64) -> Answer<Customer> {
        Box::pin(async move { Ok(get_customer(CustomerId(id)).await?.customer) })
    }

    fn acts(_: Callback<Customer>) {}
}

/// What stands in a field that customers have by themselves.
fn text(
    customer: &Customer,
    key: &str,
    words: &Dictionaries,
    i18n: I18n,
    now: Signal<Instant>,
) -> Option<String> {
    let profile = &customer.profile;
    let person =
        |id: Option<StaffId>| words.staff.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone());
    match key {
        "kind" => Some(i18n.text(profile.kind.label(), &[])),
        "contact" => customer.contact.clone(),
        "segment_id" => named(&words.segments, profile.segment_id),
        "status_id" => named(&words.statuses, profile.status_id),
        "channel_id" => named(&words.channels, profile.channel_id),
        "groups" => listed(profile.groups.iter().filter_map(|id| named(&words.groups, Some(*id)))),
        "manager_id" => person(profile.manager_id),
        "service_manager_id" => person(profile.service_manager_id),
        "created_by" => person(customer.created_by),
        "administrators" => listed(profile.administrators.iter().filter_map(|id| person(Some(*id)))),
        "number" => profile.number.clone(),
        "division" => profile.division.clone(),
        "email" => profile.email.clone(),
        "phone" => profile.phone.clone(),
        "mobile" => profile.mobile.clone(),
        "website" => profile.website.clone(),
        "vat_number" => profile.vat_number.clone(),
        "currency" => profile.currency.map(|currency| currency.to_string()),
        "language" => profile.language.map(|language| language.name().to_owned()),
        "street" => profile.street.clone(),
        "postcode" => profile.postcode.clone(),
        "city" => profile.city.clone(),
        "region" => profile.region.clone(),
        "country" => profile.country.as_deref().map(|country| i18n.country(country)),
        "shipping_street" => profile.shipping_street.clone(),
        "shipping_postcode" => profile.shipping_postcode.clone(),
        "shipping_city" => profile.shipping_city.clone(),
        "shipping_region" => profile.shipping_region.clone(),
        "shipping_country" => profile.shipping_country.as_deref().map(|country| i18n.country(country)),
        "is_active" => Some(i18n.text(if profile.is_active { "field-yes" } else { "field-no" }, &[])),
        "created_at" => Some(i18n.date(customer.created_at)),
        "updated_at" => Some(i18n.render(&ago(customer.updated_at, now.get()))),
        _ => None,
    }
}

fn named<Id: Copy + PartialEq>(entries: &[Entry<Id>], id: Option<Id>) -> Option<String> {
    entries.iter().find(|entry| Some(entry.id) == id).map(|entry| entry.name.clone())
}

fn listed(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}
