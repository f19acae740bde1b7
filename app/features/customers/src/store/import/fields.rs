//! The fields of customers and their contacts that a file can fill, with the headers under which the languages of the pages
//! and other systems know them (compared without case, accents and punctuation).

use ::fields::LINE_LIMIT;
use imports::headers as of_people;
use imports::{FieldKind, ImportField, NUMBER};

use crate::CustomerKind;

mod more;
mod words;

use more::*;
use words::*;

/// What the keys of a contact's fields begin with.
pub(super) const OF_CONTACT: &str = "contact_";

/// All fields, those of the customer first.
pub(super) fn all() -> Vec<ImportField> {
    let line = |key: &str, label: &'static str, synonyms| {
        ImportField::new(key, label, FieldKind::Text(LINE_LIMIT)).synonyms(synonyms)
    };
    let kind = |key: &str, label: &'static str, kind, synonyms| {
        ImportField::new(key, label, kind).synonyms(synonyms)
    };
    vec![
        line("name", "field-name", NAME),
        kind("kind", "field-kind", FieldKind::Choice, KIND),
        line("number", "field-number", CALLED),
        line("division", "field-division", DIVISION),
        kind("email", "field-email", FieldKind::Email, of_people::EMAIL),
        kind("phone", "field-phone", FieldKind::Phone, PHONE),
        kind("mobile", "field-mobile", FieldKind::Phone, MOBILE),
        line("website", "field-website", of_people::WEBSITE),
        line("vat_number", "field-vat_number", VAT),
        kind("segment_id", "field-segment_id", FieldKind::Choice, SEGMENT),
        kind("status_id", "field-status_id", FieldKind::Choice, STATUS),
        kind("channel_id", "field-channel_id", FieldKind::Choice, CHANNEL),
        kind("groups", "field-groups", FieldKind::Tags, GROUPS),
        kind("manager_id", "field-manager_id", FieldKind::Choice, MANAGER),
        kind("service_manager_id", "field-service_manager_id", FieldKind::Choice, SERVICE),
        kind("administrators", "field-administrators", FieldKind::Tags, ADMINISTRATORS),
        kind("tags", "field-tags", FieldKind::Tags, TAGS),
        line("street", "field-street", STREET),
        line("postcode", "field-postcode", POSTCODE),
        line("city", "field-city", CITY),
        line("region", "field-region", REGION),
        line("country", "field-country", COUNTRY),
        line("shipping_street", "field-shipping_street", SHIPPING_STREET),
        line("shipping_postcode", "field-shipping_postcode", SHIPPING_POSTCODE),
        line("shipping_city", "field-shipping_city", SHIPPING_CITY),
        line("shipping_region", "field-shipping_region", SHIPPING_REGION),
        line("shipping_country", "field-shipping_country", SHIPPING_COUNTRY),
        line("language", "field-language", of_people::LANGUAGE),
        kind("currency", "field-currency", FieldKind::Currency, of_people::CURRENCY),
        kind("is_active", "field-is_active", FieldKind::Flag, ACTIVE),
        line("contact_name", label_of("contact_name"), CONTACT_NAME),
        line("contact_first_name", label_of("contact_first_name"), FIRST_NAME),
        line("contact_last_name", label_of("contact_last_name"), LAST_NAME),
        line("contact_position", label_of("contact_position"), of_people::POSITION),
        kind("contact_email", label_of("contact_email"), FieldKind::Email, CONTACT_EMAIL),
        kind("contact_phone", label_of("contact_phone"), FieldKind::Phone, CONTACT_PHONE),
        kind("contact_mobile", label_of("contact_mobile"), FieldKind::Phone, CONTACT_MOBILE),
        kind("contact_is_primary", label_of("contact_is_primary"), FieldKind::Flag, PRIMARY),
        ImportField::new(NUMBER, "import-number", FieldKind::Number).with_common_key(),
        kind("created_at", "field-created_at", FieldKind::Moment, of_people::CREATED),
    ]
}

/// What a field of a contact is called beside those of the customer.
pub(super) fn label_of(field: &str) -> &'static str {
    match field {
        "contact_name" => "customer-import-contact-name",
        "contact_first_name" => "customer-import-contact-first",
        "contact_last_name" => "customer-import-contact-last",
        "contact_position" => "customer-import-contact-position",
        "contact_email" => "customer-import-contact-email",
        "contact_phone" => "customer-import-contact-phone",
        "contact_mobile" => "customer-import-contact-mobile",
        _ => "customer-import-contact-primary",
    }
}

/// Beside columns that name somebody, an address that stands there once is that person's, and so are the numbers if none of
/// them is said to be: address books and exports of contacts are written so. The page shows it, and it can be changed there.
pub(super) fn arrange(mapping: &mut [Option<String>]) {
    let has = |mapping: &[Option<String>], key: &str| mapping.iter().flatten().any(|own| own == key);
    let names = ["contact_name", "contact_first_name", "contact_last_name"];
    let is_told = ["contact_email", "contact_phone", "contact_mobile"].iter().any(|key| has(mapping, key));
    if !names.iter().any(|key| has(mapping, key)) {
        return;
    }
    let mut give = |from: &str, to: &str| {
        if !has(mapping, to)
            && let Some(place) = mapping.iter().position(|own| own.as_deref() == Some(from))
        {
            mapping[place] = Some(to.to_owned());
        }
    };
    give("email", "contact_email");
    if !is_told {
        give("phone", "contact_phone");
        give("mobile", "contact_mobile");
    }
}

/// Words that files have for a kind, beside what it is called here.
pub(super) fn kind_words(kind: CustomerKind) -> &'static [&'static str] {
    match kind {
        CustomerKind::Commercial => COMPANY_WORDS,
        CustomerKind::Residential => PERSON_WORDS,
        CustomerKind::Contractor => CONTRACTOR_WORDS,
        CustomerKind::Supplier => SUPPLIER_WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arranged(keys: &[&str]) -> Vec<String> {
        let mut mapping: Vec<Option<String>> = keys.iter().map(|key| Some((*key).to_owned())).collect();
        arrange(&mut mapping);
        mapping.into_iter().flatten().collect()
    }

    #[test]
    fn an_address_beside_a_name_is_that_persons() {
        let cards = ["contact_name", "name", "email", "phone"];
        assert_eq!(arranged(&cards), ["contact_name", "name", "contact_email", "contact_phone"]);
        assert_eq!(arranged(&["name", "email", "phone"]), ["name", "email", "phone"], "of a company alone");
        let both = ["contact_first_name", "contact_email", "email", "phone"];
        assert_eq!(arranged(&both), both, "each has its own");
    }

    #[test]
    fn no_header_means_two_fields_alike() {
        let mut seen = std::collections::HashMap::new();
        for field in all() {
            // Words that a field shares with one before it count for it where that one has a better word.
            let first = field.synonyms.first().map(|word| word.to_lowercase());
            if let Some(other) = first.and_then(|word| seen.insert(word, field.key.clone())) {
                panic!("{} and {other} begin with the same header", field.key);
            }
        }
    }
}
