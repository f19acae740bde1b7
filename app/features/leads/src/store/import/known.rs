//! Which leads the rows of a file mean, and what they may be about besides.

use std::collections::BTreeSet;

use ::fields::{Alike, Likeness, Values};
use imports::{Match, NUMBER, Place, Tells};
use kernel::db::{FromRow, Q, Val};
use kernel::{Context, RecordKind, Result, Text, normal};

use crate::store::{scope, write};

/// By what a row and a lead can be known to mean the same. A company is many people's, so it counts only if it is chosen.
pub(super) const TELLS: &[Tells] = &[
    Tells { code: EMAIL, label: "field-email", is_usual: true },
    Tells { code: PHONE, label: "field-phone", is_usual: true },
    Tells { code: WEBSITE, label: "field-website", is_usual: false },
    Tells { code: COMPANY, label: "field-company", is_usual: false },
];

const EMAIL: &str = "email";
const PHONE: &str = "phone";
const WEBSITE: &str = "website";
const COMPANY: &str = "company";

/// What tells a lead with these from others: its number, its address, its phone number as its country dials it, the host of
/// its website, the name of its company. An address with an extension (`ada+fair@..`) is another one here: whoever keeps
/// both on purpose must not find one overwritten by the other.
pub(super) fn told<'a>(
    cx: &Context,
    number: Option<i64>,
    text: impl Fn(&str) -> Option<&'a str>,
) -> Vec<String> {
    let country = write::country(cx, text("country"));
    let all = [
        (NUMBER, number.map(|id| id.to_string())),
        (EMAIL, text("email").and_then(normal::email)),
        (PHONE, text("phone").and_then(|phone| normal::phone(phone, &country))),
        (WEBSITE, text("website").and_then(normal::site)),
        (COMPANY, text("company").and_then(normal::company)),
    ];
    all.into_iter().filter_map(|(code, value)| Some(format!("{code}:{}", value?))).collect()
}

#[derive(FromRow)]
struct Known {
    id: i64,
    name: String,
    email_norm: Option<String>,
    phone_norm: Option<String>,
    website: Option<String>,
    company: Option<String>,
}

/// Leads that the importer may see and that have one of these keys. Websites and companies are found by the keys that are
/// kept of duplicates, which leads have that are in use.
pub(super) async fn find(cx: &Context, on: Place<'_>, keys: &[String]) -> Result<Vec<Match>> {
    let of = |code: &str| -> Vec<&str> {
        let words = keys.iter().filter_map(|key| key.split_once(':'));
        words.filter(|(own, _)| *own == code).map(|(_, word)| word).collect()
    };
    let alike = |by: Alike, code: &str| {
        of(code).into_iter().map(move |value| Likeness { by, value: value.to_owned() }).collect::<Vec<_>>()
    };
    let alike = [alike(Alike::Site, WEBSITE), alike(Alike::Company, COMPANY)].concat();
    let held = duplicates::known_by(on, RecordKind::Lead, alike).await?;
    let numbered = of(NUMBER).into_iter().filter_map(|id| id.parse().ok());
    let ids: BTreeSet<i64> = numbered.chain(held.iter().copied()).collect();
    let columns = [("l.email_norm", of(EMAIL)), ("l.phone_norm", of(PHONE))];
    let columns = columns.iter().filter(|(_, words)| !words.is_empty());
    let start = || {
        Q::new("select l.id, l.name, l.email_norm, l.phone_norm, l.website, l.company from lead l")
            .push("where l.deleted_at is null and")
    };
    let by_word = columns.map(|(column, words)| {
        let q = start().push(column);
        q.dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
            .bind(Val::json(words))
    });
    let by_id = (!ids.is_empty()).then(|| start().any_of("l.id", ids.iter().copied()));
    let branches = scope::branches(&cx.actor)?;
    let all: Vec<Q> = by_word.chain(by_id).collect();
    let parts = all.iter().flat_map(|q| branches.iter().map(|branch| branch.narrow(q.clone())));
    let parts: Vec<Q> = parts.collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Known> = Q::join(parts, "union").all(on).await?;
    Ok(rows.into_iter().flat_map(|row| matches(&row, held.contains(&row.id))).collect())
}

/// All keys that a lead has, those of its website and company only if it was found by the keys that are kept: else it
/// depended on the other rows whether a lead that is a customer by now is meant.
fn matches(row: &Known, is_held: bool) -> Vec<Match> {
    let kept = |text: &'_ Option<String>, normal: fn(&str) -> Option<String>| {
        text.as_deref().filter(|_| is_held).and_then(normal)
    };
    let all = [
        (NUMBER, Some(row.id.to_string()), "lead-known-already"),
        (EMAIL, row.email_norm.clone(), "lead-known-already"),
        (PHONE, row.phone_norm.clone(), "lead-known-already"),
        (WEBSITE, kept(&row.website, normal::site), "lead-known-site"),
        (COMPANY, kept(&row.company, normal::company), "lead-known-company"),
    ];
    let matched = all.into_iter().filter_map(|(code, value, reason)| {
        let reason = Text::new(reason).with("name", &row.name);
        Some(Match { key: format!("{code}:{}", value?), record: Some(row.id), reason, is_ours: false })
    });
    matched.collect()
}

/// For leads with these values what each may be about besides, the likeliest, by the signs that count in this house.
pub(super) async fn near(cx: &Context, told: &[Values]) -> Result<Vec<Option<Text>>> {
    let found = duplicates::matches_of_many(cx, RecordKind::Lead, told).await?;
    Ok(found.iter().map(|found| found.first().map(in_words)).collect())
}

fn in_words(one: &duplicates::Match) -> Text {
    let key = match one.record.kind {
        RecordKind::Customer => "lead-near-customer",
        _ => "lead-near-lead",
    };
    let sign = one.reasons.first().copied().map_or("alike-email", Alike::label);
    Text::new(key).with("name", &one.title).with("sign", Text::new(sign))
}
