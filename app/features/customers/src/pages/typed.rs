//! What a person is typing for a profile or a contact.

use kernel::{CustomerId, Error, I18n, Language, StaffId};
use leptos::prelude::*;

use crate::{CustomerKind, Person, Profile};

/// The fields of a profile while they are typed.
#[derive(Clone, Copy)]
pub(super) struct TypedProfile {
    pub(super) kind: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) website: RwSignal<String>,
    pub(super) street: RwSignal<String>,
    pub(super) city: RwSignal<String>,
    pub(super) region: RwSignal<String>,
    pub(super) postcode: RwSignal<String>,
    pub(super) country: RwSignal<String>,
    pub(super) manager: RwSignal<String>,
    pub(super) currency: RwSignal<String>,
    pub(super) language: RwSignal<String>,
    pub(super) is_active: RwSignal<bool>,
}

fn text(value: Option<&String>) -> RwSignal<String> {
    RwSignal::new(value.cloned().unwrap_or_default())
}

fn some(value: RwSignal<String>) -> Option<String> {
    Some(value.get()).filter(|text| !text.trim().is_empty())
}

impl TypedProfile {
    /// What stands in a profile now.
    pub(super) fn new(profile: &Profile) -> Self {
        Self {
            kind: RwSignal::new(profile.kind.code().into()),
            name: RwSignal::new(profile.name.clone()),
            email: text(profile.email.as_ref()),
            phone: text(profile.phone.as_ref()),
            website: text(profile.website.as_ref()),
            street: text(profile.street.as_ref()),
            city: text(profile.city.as_ref()),
            region: text(profile.region.as_ref()),
            postcode: text(profile.postcode.as_ref()),
            country: text(profile.country.as_ref()),
            manager: RwSignal::new(profile.manager_id.map(|id| id.to_string()).unwrap_or_default()),
            currency: RwSignal::new(
                profile.currency.map(|currency| currency.to_string()).unwrap_or_default(),
            ),
            language: RwSignal::new(profile.language.map(|l| l.code().to_owned()).unwrap_or_default()),
            is_active: RwSignal::new(profile.is_active),
        }
    }

    /// The profile that was typed.
    pub(super) fn profile(self) -> Profile {
        Profile {
            kind: CustomerKind::parse(&self.kind.get()).unwrap_or_default(),
            name: self.name.get(),
            email: some(self.email),
            phone: some(self.phone),
            website: some(self.website),
            street: some(self.street),
            city: some(self.city),
            region: some(self.region),
            postcode: some(self.postcode),
            country: some(self.country),
            manager_id: self.manager.get().parse::<StaffId>().ok(),
            currency: self.currency.get().trim().to_uppercase().parse().ok(),
            language: Language::parse(&self.language.get()).filter(|_| !self.language.get().is_empty()),
            is_active: self.is_active.get(),
        }
    }
}

/// The fields of a contact while they are typed.
#[derive(Clone, Copy)]
pub(super) struct TypedPerson {
    pub(super) first_name: RwSignal<String>,
    pub(super) last_name: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) position: RwSignal<String>,
}

impl TypedPerson {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { first_name: empty(), last_name: empty(), email: empty(), phone: empty(), position: empty() }
    }

    /// The contact that was typed.
    pub(super) fn person(self) -> Person {
        Person {
            first_name: self.first_name.get(),
            last_name: self.last_name.get(),
            email: some(self.email),
            phone: some(self.phone),
            position: some(self.position),
        }
    }

    /// Empties the fields after they were saved.
    pub(super) fn clear(self) {
        for field in [self.first_name, self.last_name, self.email, self.phone, self.position] {
            field.set(String::new());
        }
    }
}

/// What is wrong with the field of this name, in words.
pub(super) fn problem(i18n: I18n, error: RwSignal<Option<Error>>, field: String) -> Signal<Option<String>> {
    let text = move || error.with(|error| error.as_ref().and_then(|error| error.field(&field)));
    Signal::derive(move || text().map(|text| i18n.render(&text)))
}

/// The page of a customer.
pub(super) fn path_of(id: CustomerId) -> String {
    format!("/customers/{id}")
}
