mod writing;

use kernel::{ContactId, Context, CustomerId, Result};

use super::contact_ops::find_contact;
use super::contacts::contacts_of;
use super::row::find;
use crate::{Contact, Customer, Person};
use writing::Writing;

/// A contact as a card, with the name of the file.
///
/// # Errors
/// `NotFound`.
pub async fn of_contact(cx: &Context, id: ContactId) -> Result<(String, String)> {
    let contact = find_contact(cx, id).await?;
    let customer = find(cx, contact.customer_id).await?;
    Ok((format!("{}.vcf", contact.person.name()), contact_card(&customer, &contact)))
}

/// A customer and all its contacts as cards, with the name of the file. A company has one of its own; a person has the one
/// that is the contact.
///
/// # Errors
/// `NotFound`.
pub async fn of_customer(cx: &Context, id: CustomerId) -> Result<(String, String)> {
    let customer = find(cx, id).await?;
    let contacts = contacts_of(cx, customer.id).await?;
    let own = (!customer.profile.kind.is_person() || contacts.is_empty()).then(|| customer_card(&customer));
    let cards = own.into_iter().chain(contacts.iter().map(|contact| contact_card(&customer, contact)));
    Ok((format!("{}.vcf", customer.profile.name), cards.collect()))
}

fn contact_card(customer: &Customer, contact: &Contact) -> String {
    let (person, profile) = (&contact.person, &customer.profile);
    let mut card = Writing::begin();
    card.word("KIND", "individual");
    named(&mut card, person);
    if !profile.kind.is_person() {
        card.parts("ORG", &[&profile.name]);
    }
    card.text("TITLE", person.position.as_deref());
    card.text("EMAIL;TYPE=work", person.email.as_deref());
    card.text("TEL;TYPE=\"work,voice\"", person.phone.as_deref());
    card.text("TEL;TYPE=cell", person.mobile.as_deref());
    addressed(&mut card, customer);
    card.word("LANG", person.language.or(profile.language).map(kernel::Language::code).unwrap_or_default());
    card.end()
}

fn named(card: &mut Writing, person: &Person) {
    card.text("FN", Some(&person.name()));
    card.parts("N", &[&person.last_name, &person.first_name, "", "", ""]);
}

fn customer_card(customer: &Customer) -> String {
    let profile = &customer.profile;
    let mut card = Writing::begin();
    match profile.kind.is_person() {
        true => {
            let (first_name, last_name) = crate::guess_names(&profile.name);
            card.word("KIND", "individual");
            named(&mut card, &Person { first_name, last_name, ..Person::default() });
        }
        false => {
            card.word("KIND", "org");
            card.text("FN", Some(&profile.name));
            card.parts("ORG", &[&profile.name, profile.division.as_deref().unwrap_or_default()]);
        }
    }
    card.text("EMAIL;TYPE=work", profile.email.as_deref());
    card.text("TEL;TYPE=\"work,voice\"", profile.phone.as_deref());
    card.text("TEL;TYPE=cell", profile.mobile.as_deref());
    addressed(&mut card, customer);
    card.end()
}

/// Where the customer is, and its website.
fn addressed(card: &mut Writing, customer: &Customer) {
    let profile = &customer.profile;
    let part = |text: &Option<String>| text.clone().unwrap_or_default();
    let [street, city, region, postcode, country] =
        [&profile.street, &profile.city, &profile.region, &profile.postcode, &profile.country].map(part);
    // A box and what is written beside the street stand in none of our fields.
    card.parts("ADR;TYPE=work", &["", "", &street, &city, &region, &postcode, &country]);
    card.word("URL", profile.website.as_deref().unwrap_or_default());
}
