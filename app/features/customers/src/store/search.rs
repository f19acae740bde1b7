use kernel::db::{FullText, Q, Tx, full_text_query};
use kernel::{Context, Hit, RecordKind, RecordRef, Result, normal};

use super::{contacts, scope, site_row};
use crate::{Customer, Person, Place};

const WORDS: FullText = kernel::full_text!("customer_search");

/// So many matches are looked at on PostgreSQL before they are put in order.
const ENOUGH: i64 = 5_000;

/// Customers that the actor may see, by the words of their names, addresses and contacts, newest first: for the palette.
///
/// # Errors
/// As [`Q::all`]; who may see no customers finds none.
pub async fn find_hits(cx: &Context, text: &str, limit: usize) -> Result<Vec<Hit>> {
    let (Ok(sight), words) = (scope::condition(&cx.actor), normal::search_words(text)) else {
        return Ok(Vec::new());
    };
    let ids = match words.as_slice() {
        [] => return Ok(Vec::new()),
        [letter] if letter.chars().count() == 1 => beginning_with(cx, sight, letter, limit).await?,
        words => matching(cx, sight, words, limit).await?,
    };
    let q = Q::new("select id, name, email, phone from customer where").any_of("id", ids.iter().copied());
    let mut rows: Vec<(i64, String, Option<String>, Option<String>)> = q.all(cx.db()).await?;
    rows.sort_by_key(|(id, ..)| ids.iter().position(|found| found == id));
    let hit = |(id, title, email, phone): (i64, String, Option<String>, Option<String>)| Hit {
        record: RecordRef { kind: RecordKind::Customer, id },
        title,
        hint: email.or(phone).unwrap_or_default(),
        path: format!("/customers/{id}"),
    };
    Ok(rows.into_iter().map(hit).collect())
}

/// [`find_hits`] in the shape in which the house asks.
pub fn search(
    cx: Context,
    text: String,
    limit: usize,
) -> futures::future::BoxFuture<'static, Result<Vec<Hit>>> {
    Box::pin(async move { find_hits(&cx, &text, limit).await })
}

/// The numbers of the customers that match all words, the newest first.
async fn matching(cx: &Context, sight: Q, words: &[String], limit: usize) -> Result<Vec<i64>> {
    let who: Vec<String> = match scope::branches(&cx.actor)?.first() {
        Some(scope::Branch::Managed(me)) => vec![scope::word(*me)],
        _ => Vec::new(),
    };
    // PostgreSQL would walk the primary key backwards in hope of a match; it is made to match first.
    let q = Q::new("with matched as")
        .dialect(
            "(select rowid as id from customer_search where customer_search match ? order by rowid desc limit ?)",
            "materialized (select rowid as id from customer_search where body @@ to_tsquery('simple', ?) limit ?)",
        )
        .bind(full_text_query(words, &who))
        .bind(ENOUGH)
        // The words for who may see it could also be words of a name, so the customers themselves are asked again.
        .push("select c.id from matched m join customer c on c.id = m.id where c.deleted_at is null")
        .append(sight)
        .push("order by c.id desc limit ?")
        .bind(limit);
    let rows: Vec<(i64,)> = q.all(cx.db()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn beginning_with(cx: &Context, sight: Q, letter: &str, limit: usize) -> Result<Vec<i64>> {
    let q = Q::new(
        "select c.id from customer c where c.deleted_at is null and c.sort_key >= ? and c.sort_key < ?",
    )
    .bind(letter)
    .bind(format!("{letter}\u{10FFFF}"))
    .append(sight)
    .push("order by c.sort_key, c.id limit ?")
    .bind(limit);
    let rows: Vec<(i64,)> = q.all(cx.db()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Writes the words of a customer anew, in the transaction that changes them; one in the bin has none.
pub(super) async fn index(tx: &Tx, customer: &Customer) -> Result<()> {
    if customer.deleted_at.is_some() {
        let forget = Q::new("delete from customer_search where rowid = ?");
        return forget.bind(customer.id).run(tx).await.map(drop);
    }
    let contacts = contacts::of(tx, customer.id).await?;
    let sites = site_row::of(tx, customer.id).await?;
    let people = contacts.iter().map(|contact| &contact.person);
    let body = body(customer, people, sites.iter().map(|site| &site.place));
    WORDS.put(customer.id.0, &body, &scope::words_of(customer)).run(tx).await.map(drop)
}

/// Writes the words of new customers with these contacts, with one statement.
pub(super) async fn index_all<'a>(
    tx: &Tx,
    new: impl Iterator<Item = (&'a Customer, &'a [Person])>,
) -> Result<()> {
    let words = |(customer, people): (&Customer, &[Person])| {
        (customer.id.0, body(customer, people.iter(), std::iter::empty()), scope::words_of(customer))
    };
    WORDS.put_all(new.map(words)).run(tx).await.map(drop)
}

/// By what a customer is found. How one gets in at a site is not among it.
fn body<'a>(
    customer: &Customer,
    people: impl Iterator<Item = &'a Person>,
    sites: impl Iterator<Item = &'a Place>,
) -> String {
    let profile = &customer.profile;
    let own = [
        Some(&profile.name),
        profile.number.as_ref(),
        profile.division.as_ref(),
        profile.email.as_ref(),
        profile.phone.as_ref(),
        profile.mobile.as_ref(),
        profile.website.as_ref(),
        profile.vat_number.as_ref(),
        profile.city.as_ref(),
    ];
    let mut texts: Vec<String> = own.into_iter().flatten().cloned().collect();
    texts.extend([&profile.phone, &profile.mobile].into_iter().flatten().map(|phone| digits(phone)));
    for person in people {
        texts.push(person.name());
        texts.extend(person.email.clone());
        texts.extend(person.phone.clone());
        texts.extend(person.phone.as_deref().map(digits));
    }
    for site in sites {
        let own = [Some(&site.name), site.street.as_ref(), site.city.as_ref(), site.email.as_ref()];
        texts.extend(own.into_iter().flatten().cloned());
        texts.extend(site.phone.as_deref().map(digits));
    }
    let key = normal::sort_key(&texts.join(" "));
    key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A phone number without the spaces in which people write it.
fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}
