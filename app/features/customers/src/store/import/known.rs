//! Which customers the rows of a file mean, and what they may be about besides.

use std::collections::{BTreeMap, BTreeSet};

use ::fields::{Alike, Likeness, Values};
use imports::{ALIKE, CALLED, Match, NUMBER, Place, Tells};
use kernel::db::{FromRow, On, Q, Val};
use kernel::{Context, Error, ImportId, RecordKind, Result, Text, normal, plain};

use crate::store::scope;
use crate::{CustomerKind, vat};

/// By what a row and a customer can be known to mean the same, beside their numbers. Many are called alike, and a switchboard
/// is not one firm's, so name and phone count only if they are chosen.
pub(super) const TELLS: &[Tells] = &[
    Tells { code: VAT, label: "field-vat_number", is_usual: true },
    Tells { code: EMAIL, label: "field-email", is_usual: true },
    Tells { code: WEBSITE, label: "field-website", is_usual: true },
    Tells { code: PHONE, label: "field-phone", is_usual: false },
    Tells { code: COMPANY, label: "field-name", is_usual: false },
];

const VAT: &str = "vat";
const EMAIL: &str = "email";
const PHONE: &str = "phone";
const WEBSITE: &str = "website";
const COMPANY: &str = "company";

/// What tells a customer with these from others, the best first: its numbers, its address, the host of its website, its phone
/// number as its country dials it, its name. Rows of one file are also told by the name alone, where nothing of its own says
/// otherwise; people are not, since several bear one name.
pub(super) fn told<'a>(
    cx: &Context,
    number: Option<i64>,
    who: Who,
    text: impl Fn(&str) -> Option<&'a str>,
) -> Vec<String> {
    let house = &cx.organisation().country;
    let country = text("country").unwrap_or(house);
    let name = text("name").filter(|_| !who.is_person);
    let own = [
        (NUMBER, number.map(|id| id.to_string())),
        (CALLED, text("number").map(plain::line).filter(|number| !number.is_empty())),
        (VAT, text("vat_number").and_then(|typed| vat::tidied(typed, text("country")))),
        (WEBSITE, text("website").filter(|_| !who.is_person).and_then(normal::site)),
    ];
    let is_told = own.iter().any(|(_, value)| value.is_some());
    let more = [
        (EMAIL, text("email").and_then(normal::email)),
        (PHONE, text("phone").and_then(|phone| normal::phone(phone, country))),
        (PHONE, text("mobile").and_then(|phone| normal::phone(phone, country))),
        (COMPANY, name.and_then(normal::company)),
        (
            ALIKE,
            name.filter(|_| who.is_there || !is_told).map(normal::sort_key).filter(|key| !key.is_empty()),
        ),
    ];
    let all = own.into_iter().chain(more);
    all.filter_map(|(code, value)| Some(format!("{code}:{}", value?))).collect()
}

/// The same with the address of the contact, which is among what tells a customer; the name alone comes last.
pub(super) fn with_contact(mut told: Vec<String>, email: Option<&str>) -> Vec<String> {
    if let Some(email) = email.and_then(normal::email) {
        let key = format!("{EMAIL}:{email}");
        let begins = |code: &str| format!("{code}:");
        let weak = [PHONE, COMPANY, ALIKE].map(begins);
        let place = told.iter().position(|key| weak.iter().any(|code| key.starts_with(code)));
        if !told.contains(&key) {
            told.insert(place.unwrap_or(told.len()), key);
        }
    }
    told
}

/// Of whom keys are told.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Who {
    /// A person, whom neither name nor website tell.
    pub is_person: bool,
    /// A customer that there is, and not a row that asks for one: it is found by its name whatever else tells it.
    pub is_there: bool,
}

#[derive(FromRow)]
struct Known {
    id: i64,
    kind: String,
    name: String,
    number: Option<String>,
    vat_number: Option<String>,
    email_norm: Option<String>,
    phone_norm: Option<String>,
    mobile_norm: Option<String>,
    website: Option<String>,
    sort_key: String,
    import_id: Option<i64>,
}

/// Customers that the importer may see, or that this import made, and that have one of these keys.
pub(super) async fn find(
    cx: &Context,
    on: Place<'_>,
    import: ImportId,
    keys: &[String],
) -> Result<Vec<Match>> {
    let of = |code: &str| -> Vec<&str> {
        let words = keys.iter().filter_map(|key| key.split_once(':'));
        words.filter(|(own, _)| *own == code).map(|(_, word)| word).collect()
    };
    let alike = |by: Alike, code: &str| {
        of(code).into_iter().map(move |value| Likeness { by, value: value.to_owned() }).collect::<Vec<_>>()
    };
    let alike = [alike(Alike::Site, WEBSITE), alike(Alike::Company, COMPANY)].concat();
    let held = duplicates::known_by(on, RecordKind::Customer, alike).await?;
    let people = by_contact(on.into(), &of(EMAIL)).await?;
    let numbered = of(NUMBER).into_iter().filter_map(|id| id.parse().ok());
    let ids: BTreeSet<i64> = numbered.chain(held.iter().copied()).chain(people.keys().copied()).collect();
    let seen = seen(cx, import)?;
    let start = || {
        Q::new("select c.id, c.kind, c.name, c.number, c.vat_number, c.email_norm, c.phone_norm, c.mobile_norm, c.website,")
            .push("c.sort_key, c.import_id from customer c where c.deleted_at is null and")
    };
    let among = |column: &'static str, words: &[&str]| {
        let q = start().push(column);
        q.dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
            .bind(Val::json(&words))
    };
    let columns = [
        ("c.number", of(CALLED)),
        ("c.vat_number", of(VAT)),
        ("c.email_norm", of(EMAIL)),
        ("c.phone_norm", of(PHONE)),
        ("c.mobile_norm", of(PHONE)),
    ];
    let columns = columns.iter().filter(|(_, words)| !words.is_empty());
    let by_word = columns.map(|(column, words)| among(column, words).append(seen.clone()));
    let by_id = (!ids.is_empty()).then(|| start().any_of("c.id", ids.iter().copied()).append(seen.clone()));
    let names = of(ALIKE);
    let ours =
        (!names.is_empty()).then(|| among("c.sort_key", &names).push("and c.import_id = ?").bind(import));
    let all: Vec<Q> = by_word.chain(by_id).chain(ours).collect();
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Known> = Q::join(all, "union").all(on).await?;
    let matched = rows.into_iter().flat_map(|row| {
        let of_people = people.get(&row.id).map_or(&[][..], Vec::as_slice);
        matches(&row, held.contains(&row.id), of_people, import)
    });
    Ok(matched.collect())
}

/// What narrows customers to those that the importer sees and those that this import made.
fn seen(cx: &Context, import: ImportId) -> Result<Q> {
    let ours = || Q::new("and (c.import_id = ?").bind(import);
    if scope::branches(&cx.actor).is_ok_and(|all| all.contains(&scope::Branch::All)) {
        return Ok(Q::default());
    }
    match scope::condition(&cx.actor) {
        Ok(sight) => Ok(ours().push("or (c.id > 0").append(sight).push("))")),
        // Who sees none knows what he brought in.
        Err(Error::Forbidden(_)) => Ok(ours().push(")")),
        Err(error) => Err(error),
    }
}

/// Customers by the addresses of their contacts.
async fn by_contact(on: On<'_>, emails: &[&str]) -> Result<BTreeMap<i64, Vec<String>>> {
    let mut people: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    if emails.is_empty() {
        return Ok(people);
    }
    let rows: Vec<(i64, String)> =
        Q::new("select customer_id, email_norm from contact where deleted_at is null and email_norm")
            .dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
            .bind(Val::json(&emails))
            .all(on)
            .await?;
    for (customer, email) in rows {
        people.entry(customer).or_default().push(email);
    }
    Ok(people)
}

/// All keys that a customer has; those of its website and name only if it was found by the keys that are kept of these.
fn matches(row: &Known, is_held: bool, people: &[String], import: ImportId) -> Vec<Match> {
    let kept =
        |text: Option<&str>, normal: fn(&str) -> Option<String>| text.filter(|_| is_held).and_then(normal);
    let is_ours = row.import_id == Some(import.0);
    let is_person = row.kind == CustomerKind::Residential.code();
    let own = [
        (NUMBER, Some(row.id.to_string())),
        (CALLED, row.number.clone()),
        (VAT, row.vat_number.clone()),
        (EMAIL, row.email_norm.clone()),
        (PHONE, row.phone_norm.clone()),
        (PHONE, row.mobile_norm.clone()),
        (WEBSITE, kept(row.website.as_deref(), normal::site).filter(|_| !is_person)),
        (COMPANY, kept(Some(&row.name), normal::company).filter(|_| !is_person)),
        (ALIKE, Some(row.sort_key.clone()).filter(|_| is_ours && !is_person)),
    ];
    let people = people.iter().map(|email| (EMAIL, Some(email.clone())));
    let matched = own.into_iter().chain(people).filter_map(|(code, value)| {
        let reason = Text::new("customer-known-already").with("name", &row.name);
        Some(Match { key: format!("{code}:{}", value?), record: Some(row.id), reason, is_ours })
    });
    matched.collect()
}

/// Those of these customer numbers that somebody has, whoever sees it.
pub(super) async fn taken(on: Place<'_>, numbers: &[&str]) -> Result<Vec<String>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(String,)> = Q::new("select number from customer where deleted_at is null and number")
        .dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
        .bind(Val::json(&numbers))
        .all(on)
        .await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

/// For customers with these values what each may be about besides, the likeliest, by the signs that count in this house.
pub(super) async fn near(cx: &Context, told: &[Values]) -> Result<Vec<Option<Text>>> {
    let found = duplicates::matches_of_many(cx, RecordKind::Customer, told).await?;
    Ok(found.iter().map(|found| found.first().map(in_words)).collect())
}

fn in_words(one: &duplicates::Match) -> Text {
    let key = match one.record.kind {
        RecordKind::Customer => "customer-near-customer",
        _ => "customer-near-lead",
    };
    let sign = one.reasons.first().copied().map_or("alike-email", Alike::label);
    Text::new(key).with("name", &one.title).with("sign", Text::new(sign))
}
