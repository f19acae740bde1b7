//! What a row is: a customer, and somebody there.

use ::fields::{Value, Values};
use imports::{Part, Place, Row};
use kernel::db::On;
use kernel::{
    ChannelId, Currency, CustomerStatusId, Error, GroupId, Language, Result, SegmentId, StaffId, Text, normal,
};

use super::Customers;
use crate::contact::checked_as;
use crate::store::save;
use crate::{CustomerKind, Person, Profile, guess_names};

/// The key of what contacts are called, in what is told of rows.
const CONTACT: &str = "customer-import-contact";

impl Customers {
    /// The customer that a row makes, with what is usual where it says nothing.
    pub(super) fn profile(&self, row: &Row) -> Profile {
        let text = |key: &str| row.text(key).map(str::to_owned);
        let somebody = named(row);
        let name = text("name").or_else(|| somebody.as_ref().map(Person::name)).unwrap_or_default();
        let kind = Self::kind_of(row).unwrap_or_else(|| kind_by(row));
        // What reaches a person reaches the customer who is that person; and what reaches nobody by name, the customer.
        let is_shared = kind.is_person() || somebody.is_none();
        let shared =
            |own: &str, of_contact: &str| text(own).or_else(|| text(of_contact).filter(|_| is_shared));
        let country = |key: &str| row.text(key).map(|country| self.country(country));
        let ids = |key: &str| row.words(key).iter().filter_map(|word| word.id);
        let usual = |key: &str, usual: Option<i64>| row.id(key).or(usual.filter(|_| row.word(key).is_none()));
        Profile {
            kind,
            name,
            number: text("number"),
            division: text("division"),
            email: shared("email", "contact_email"),
            phone: shared("phone", "contact_phone"),
            mobile: shared("mobile", "contact_mobile"),
            website: text("website"),
            vat_number: text("vat_number"),
            segment_id: usual("segment_id", self.first(&self.segments)).map(SegmentId),
            status_id: usual("status_id", self.first(&self.statuses)).map(CustomerStatusId),
            channel_id: usual("channel_id", self.first(&self.channels)).map(ChannelId),
            groups: ids("groups").map(GroupId).collect(),
            manager_id: row.id("manager_id").map(StaffId).or(self.cx.staff_id()),
            service_manager_id: row.id("service_manager_id").map(StaffId),
            administrators: ids("administrators").map(StaffId).collect(),
            currency: currency(row).or(Some(self.cx.organisation().currency)),
            language: row.text("language").and_then(Language::parse),
            street: text("street"),
            postcode: text("postcode"),
            city: text("city"),
            region: text("region"),
            country: country("country"),
            shipping_street: text("shipping_street"),
            shipping_postcode: text("shipping_postcode"),
            shipping_city: text("shipping_city"),
            shipping_region: text("shipping_region"),
            shipping_country: country("shipping_country"),
            is_active: row.flag("is_active").unwrap_or(true),
            ..Profile::default()
        }
    }

    fn first(&self, entries: &[crate::Entry<i64>]) -> Option<i64> {
        entries.iter().find(|entry| entry.is_default).map(|entry| entry.id)
    }

    /// The same as it is stored, with what the organisation's own fields hold.
    pub(super) fn stored(&self, row: &Row) -> Result<Profile> {
        let profile = self.profile(row).checked()?;
        let custom = imports::added::values(&self.added, row).map_err(Error::Forbidden)?;
        Ok(Profile { custom, ..profile })
    }

    /// For each of these rows whether it may become a customer.
    pub(super) async fn check_all(&self, on: Place<'_>, rows: &[Row]) -> Result<Vec<Result<()>>> {
        self.cx.actor.require(kernel::Area::Customers, kernel::Can::Create)?;
        let numbers: Vec<&str> = rows.iter().filter_map(|row| row.text("number")).collect();
        let taken = super::known::taken(on, &numbers).await?;
        let mut answers = Vec::with_capacity(rows.len());
        for row in rows {
            answers.push(kernel::refusal(self.check_row(on.into(), row, &taken).await)?);
        }
        Ok(answers)
    }

    async fn check_row(&self, on: On<'_>, row: &Row, taken: &[String]) -> Result<()> {
        let profile = self.stored(row)?;
        if profile.number.as_ref().is_some_and(|number| taken.contains(number)) {
            return Err(kernel::invalid("number", "customer-number-taken"));
        }
        draft_required(self, row, &profile)?;
        part(row).map_err(|reason| kernel::invalid("contact", reason))?;
        if !self.added.is_empty() {
            let kind = kernel::RecordKind::Customer;
            ::fields::store::definitions::check(on, kind, None, &profile.custom).await?;
        }
        Ok(())
    }
}

/// Refuses a new customer without the words that the house asks for. A word that is yet to be made is one.
fn draft_required(customers: &Customers, row: &Row, profile: &Profile) -> Result<()> {
    let lacks = |key: &str, is_empty: bool| is_empty && row.word(key).is_none();
    let has =
        (!customers.segments.is_empty(), !customers.statuses.is_empty(), !customers.channels.is_empty());
    save::require_chosen(&customers.setting, has, |key| match key {
        "segment_id" => lacks(key, profile.segment_id.is_none()),
        "status_id" => lacks(key, profile.status_id.is_none()),
        _ => lacks(key, profile.channel_id.is_none()),
    })
}

/// What a row without a word for it is: one that names nobody but a person is that person.
fn kind_by(row: &Row) -> CustomerKind {
    let is_company = row.text("name").is_some() || row.text("vat_number").is_some();
    if is_company || named(row).is_none() { CustomerKind::Commercial } else { CustomerKind::Residential }
}

/// The currency of a row.
pub(super) fn currency(row: &Row) -> Option<Currency> {
    match row.values.get("currency")? {
        imports::Value::Currency(currency) => Some(*currency),
        _ => None,
    }
}

/// Who is named in a row.
fn named(row: &Row) -> Option<Person> {
    let text = |key: &str| row.text(key).map(str::to_owned);
    let (first, last) = match (text("contact_first_name"), text("contact_last_name")) {
        (None, None) => {
            let name = row.text("contact_name")?;
            let key = normal::sort_key(name);
            let is_company = row.text("name").is_some_and(|company| normal::sort_key(company) == key);
            let is_person = Customers::kind_of(row).is_some_and(CustomerKind::is_person);
            // Address books write a company as a person of its own name.
            if is_company && !is_person {
                return None;
            }
            guess_names(name)
        }
        // Who has one name has a first name.
        (None, Some(last)) => (last, String::new()),
        (Some(first), last) => (first, last.unwrap_or_default()),
    };
    Some(Person { first_name: first, last_name: last, ..reached(row) })
}

fn reached(row: &Row) -> Person {
    let text = |key: &str| row.text(key).map(str::to_owned);
    Person {
        email: text("contact_email"),
        phone: text("contact_phone"),
        mobile: text("contact_mobile"),
        position: text("contact_position"),
        ..Person::default()
    }
}

/// The contact of a row: who is named, or the person that the customer is.
fn person(row: &Row) -> Option<Person> {
    let reached = reached(row);
    if let Some(named) = named(row) {
        return Some(named);
    }
    let is_person = Customers::kind_of(row).is_some_and(CustomerKind::is_person);
    match row.text("name").filter(|_| is_person && !reached.is_empty()) {
        Some(name) => {
            let (first_name, last_name) = guess_names(name);
            Some(Person { first_name, last_name, ..reached })
        }
        // A position that is nobody's is told, and not dropped.
        None => reached.position.is_some().then_some(reached),
    }
}

/// The contact that a row brings, as it is kept.
///
/// # Errors
/// Why it cannot be kept.
pub(super) fn contact(row: &Row) -> Result<Option<Person>, Text> {
    let Some(person) = person(row) else { return Ok(None) };
    let in_words = |error: Error| match error {
        Error::Invalid(problems) => {
            let told = problems.into_iter().map(|one| {
                let label = Text::new(super::fields::label_of(&one.field));
                Text::new("fields-named").with("field", label).with("problem", one.problem)
            });
            imports::all_of(told).unwrap_or_else(|| Text::new("error-required"))
        }
        error => error.text(),
    };
    checked_as(&person, "contact_").map(Some).map_err(in_words)
}

/// Whether the contact of a row is the one to turn to first.
pub(super) fn is_primary(row: &Row) -> bool {
    row.flag("contact_is_primary").unwrap_or_default()
}

/// The contact that a row brings, for `imports`.
///
/// # Errors
/// Why it cannot be kept.
pub(super) fn part(row: &Row) -> Result<Option<Part>, Text> {
    let Some(person) = contact(row)? else { return Ok(None) };
    let own = [
        ("first_name", Some(person.first_name.clone()).filter(|name| !name.is_empty())),
        ("last_name", Some(person.last_name.clone()).filter(|name| !name.is_empty())),
        ("email", person.email.clone()),
        ("phone", person.phone.clone()),
        ("mobile", person.mobile.clone()),
        ("position", person.position.clone()),
    ];
    let values = own
        .into_iter()
        .filter_map(|(key, text)| Some((key, text?)))
        .fold(Values::default(), |values, (key, text)| values.with(key, Value::Text(text)));
    let email = person.email.as_deref().and_then(normal::email);
    Ok(Some(Part {
        title: person.name(),
        label: CONTACT,
        keys: asked(&person),
        holds: held(&person),
        tells: email.into_iter().map(|email| format!("email:{email}")).collect(),
        values,
    }))
}

/// Who has these values, as far as contacts are told from each other.
pub(super) fn somebody(values: &Values) -> Person {
    let text = |key: &str| values.text(key).map(str::to_owned);
    Person {
        first_name: text("first_name").unwrap_or_default(),
        last_name: text("last_name").unwrap_or_default(),
        email: text("email"),
        ..Person::default()
    }
}

/// By what a contact is found among those of a customer: by the address, or by the name where one of both has none.
fn asked(person: &Person) -> Vec<String> {
    let name = normal::sort_key(&person.name());
    match person.email.as_deref().and_then(normal::email) {
        Some(email) => vec![format!("email:{email}"), format!("bare:{name}")],
        None => vec![format!("name:{name}")],
    }
}

/// By what one that is there is found so.
pub(super) fn held(person: &Person) -> Vec<String> {
    let name = normal::sort_key(&person.name());
    match person.email.as_deref().and_then(normal::email) {
        Some(email) => vec![format!("email:{email}"), format!("name:{name}")],
        None => vec![format!("name:{name}"), format!("bare:{name}")],
    }
}
