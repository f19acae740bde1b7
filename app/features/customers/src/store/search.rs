use kernel::db::{FullText, Q, Tx, full_text_query};
use kernel::{Context, CustomerId, Hit, Result, StaffId, normal};

use super::contacts;
use super::find::{Sight, sight};
use super::record;
use crate::{Contact, Customer, Profile};

const WORDS: FullText = kernel::full_text!("customer_search");

/// So many matches are looked at on PostgreSQL before they are put in order.
const ENOUGH: i64 = 5_000;

/// Customers that the actor may see, by the words of their names, addresses and contacts, newest first: for the palette.
///
/// # Errors
/// As [`Q::all`]; who may see no customers finds none.
pub async fn find_hits(cx: &Context, text: &str, limit: usize) -> Result<Vec<Hit>> {
    let (Ok(sight), words) = (sight(&cx.actor), normal::search_words(text)) else { return Ok(Vec::new()) };
    let ids = match words.as_slice() {
        [] => return Ok(Vec::new()),
        [letter] if letter.chars().count() == 1 => beginning_with(cx, &sight, letter, limit).await?,
        words => matching(cx, &sight, words, None, limit).await?,
    };
    let q = Q::new("select id, name, email, phone from customer where").any_of("id", ids.iter().copied());
    let mut rows: Vec<(i64, String, Option<String>, Option<String>)> = q.all(cx.db()).await?;
    rows.sort_by_key(|(id, ..)| ids.iter().position(|found| found == id));
    let hit = |(id, title, email, phone): (i64, String, Option<String>, Option<String>)| Hit {
        record: record(CustomerId(id)),
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

/// The numbers of the customers that match all words, newest first, those before `before` if given.
pub(super) async fn matching(
    cx: &Context,
    sight: &Sight,
    words: &[String],
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<i64>> {
    let who: Vec<String> = match sight {
        Sight::All => Vec::new(),
        Sight::Of(me) => vec![who_word(*me)],
    };
    // PostgreSQL would walk the primary key backwards in hope of a match; it is made to match first.
    let q = Q::new("with matched as")
        .dialect(
            "(select rowid as id from customer_search where customer_search match ? and rowid < ? order by rowid desc limit ?)",
            "materialized (select rowid as id from customer_search where body @@ to_tsquery('simple', ?) and rowid < ? limit ?)",
        )
        .bind(full_text_query(words, &who))
        .bind(before.unwrap_or(i64::MAX))
        .bind(ENOUGH)
        // The words for who may see it could also be words of a name, so the customers themselves are asked again.
        .push("select c.id from matched m join customer c on c.id = m.id where c.deleted_at is null")
        .append(sight.condition())
        .push("order by c.id desc limit ?")
        .bind(limit);
    let rows: Vec<(i64,)> = q.all(cx.db()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn beginning_with(cx: &Context, sight: &Sight, letter: &str, limit: usize) -> Result<Vec<i64>> {
    let q = Q::new(
        "select c.id from customer c where c.deleted_at is null and c.sort_key >= ? and c.sort_key < ?",
    )
    .bind(letter)
    .bind(format!("{letter}\u{10FFFF}"))
    .append(sight.condition())
    .push("order by c.sort_key, c.id limit ?")
    .bind(limit);
    let rows: Vec<(i64,)> = q.all(cx.db()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Writes the words of a customer anew, in the transaction that changes them.
pub(super) async fn index(
    tx: &Tx,
    id: CustomerId,
    profile: &Profile,
    administrators: &[StaffId],
) -> Result<()> {
    let contacts = contacts::of(tx, id).await?;
    let who: Vec<String> =
        profile.manager_id.iter().chain(administrators).map(|staff| who_word(*staff)).collect();
    WORDS.put(id.0, &body(profile, &contacts), &who.join(" ")).run(tx).await.map(drop)
}

/// Writes the words of new customers that have no administrators yet, with one statement.
pub(super) async fn index_new<'a>(
    tx: &Tx,
    new: impl Iterator<Item = (&'a Customer, &'a [Contact])>,
) -> Result<()> {
    let words = |(customer, contacts): (&Customer, &[Contact])| {
        let who = customer.profile.manager_id.map(who_word).unwrap_or_default();
        (customer.id.0, body(&customer.profile, contacts), who)
    };
    WORDS.put_all(new.map(words)).run(tx).await.map(drop)
}

/// Takes the words of a customer away.
pub(super) async fn forget(tx: &Tx, id: CustomerId) -> Result<()> {
    Q::new("delete from customer_search where rowid = ?").bind(id).run(tx).await.map(drop)
}

fn who_word(staff: StaffId) -> String {
    format!("s{staff}")
}

fn body(profile: &Profile, contacts: &[Contact]) -> String {
    let own = [
        Some(&profile.name),
        profile.email.as_ref(),
        profile.phone.as_ref(),
        profile.website.as_ref(),
        profile.city.as_ref(),
    ];
    let mut texts: Vec<String> = own.into_iter().flatten().cloned().collect();
    texts.extend(profile.phone.as_deref().map(digits));
    for contact in contacts {
        texts.push(contact.person.name());
        texts.extend(contact.person.email.clone());
        texts.extend(contact.person.phone.clone());
        texts.extend(contact.person.phone.as_deref().map(digits));
    }
    let key = normal::sort_key(&texts.join(" "));
    key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A phone number without the spaces in which people write it.
fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}
