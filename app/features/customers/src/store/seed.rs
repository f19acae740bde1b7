//! The customers of a demonstration company.

use kernel::{Context, CustomerId, Instant, Result};
use serde::Deserialize;
use staff::store::seed::{Chance, NamePool, POOLS, People};

use super::{NewCustomer, add_contact, add_site, bulk, contacts_of, create};
use crate::{CustomerKind, Dictionaries, Entry, Person, Place, Profile};

/// A customer of the story.
#[derive(Deserialize)]
struct Chapter {
    /// So many days before the story is told.
    ago: i64,
    /// Who made it.
    by: String,
    #[serde(flatten)]
    profile: Profile,
    contacts: Vec<Person>,
    #[serde(default)]
    sites: Vec<ChapterSite>,
}

/// One of its places.
#[derive(Deserialize)]
struct ChapterSite {
    #[serde(flatten)]
    place: Place,
    /// Which of the contacts is the person to turn to there.
    contact: Option<usize>,
}

const TOUR: &str = include_str!("seed/tour.json");

/// The customers that Lumen Solar has had since before its present leads: 18, with 41 contacts and 12 sites. Their ages hold at `cx.now`.
///
/// # Errors
/// As [`create`].
pub async fn tour(cx: &Context, people: &People) -> Result<usize> {
    let words = Words::begin(cx).await?;
    let mut chapters: Vec<Chapter> = serde_json::from_str(TOUR).map_err(kernel::Error::internal)?;
    chapters.sort_by_key(|chapter| -chapter.ago);
    let count = chapters.len();
    for chapter in chapters {
        let who = people.named(&chapter.by).ok_or(kernel::Error::NotFound)?;
        let then = cx.now.plus(-chapter.ago * Instant::DAY);
        let cx = &Context { now: then, ..cx.on_behalf(who.actor.clone()) };
        let mut contacts = chapter.contacts.into_iter();
        let contact = contacts.next().unwrap_or_default();
        let place = usize::try_from(chapter.ago).unwrap_or_default();
        let profile = words.given(chapter.profile, place);
        let customer = create(cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await?;
        for person in contacts {
            add_contact(cx, customer, &person).await?;
        }
        let people = contacts_of(cx, customer).await?;
        for ChapterSite { place, contact } in chapter.sites {
            let contact_id = contact.and_then(|at| people.get(at)).map(|contact| contact.id);
            add_site(cx, customer, &Place { contact_id, ..place }).await?;
        }
    }
    Ok(count)
}

/// The entries of the lists, by which customers of a demonstration are told from each other.
struct Words(Dictionaries);

impl Words {
    async fn begin(cx: &Context) -> Result<Self> {
        super::lists::begin(cx).await?;
        super::dictionaries(cx).await.map(Self)
    }

    /// A profile with words that are the same for the same place.
    fn given(&self, profile: Profile, place: usize) -> Profile {
        fn of<Id: Copy>(entries: &[Entry<Id>], place: usize) -> Option<Id> {
            entries.get(place % entries.len().max(1)).map(|entry| entry.id)
        }
        let Self(words) = self;
        // A house in business has mostly customers in business.
        let status = if profile.is_active { place % 7 } else { 3 };
        Profile {
            segment_id: of(&words.segments, place),
            status_id: of(&words.statuses, if status > 3 { 0 } else { status }),
            channel_id: of(&words.channels, place / 3),
            groups: of(&words.groups, place).filter(|_| place % 3 == 0).into_iter().collect(),
            ..profile
        }
    }
}

/// How many customers a corpus has, and from when to when they came.
#[derive(Clone, Copy, Debug)]
pub struct Corpus {
    /// Customers.
    pub customers: usize,
    /// Contacts of each of them.
    pub contacts: usize,
    /// When the first one came.
    pub since: Instant,
    /// When the last one came.
    pub until: Instant,
}

/// So many contacts go in with one statement.
const ROWS: usize = 2_500;

/// Makes many customers, the same ones for the same chance. `told` learns how many there are after each batch.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn corpus(
    cx: &Context,
    people: &People,
    chance: &mut Chance,
    corpus: Corpus,
    mut told: impl FnMut(usize),
) -> Result<Vec<CustomerId>> {
    let words = Words::begin(cx).await?;
    let batch = (ROWS / corpus.contacts.max(1)).clamp(1, 1_000);
    let mut ids = Vec::with_capacity(corpus.customers);
    while ids.len() < corpus.customers {
        let count = batch.min(corpus.customers - ids.len());
        let share = (corpus.until.0 - corpus.since.0) as f64 * ids.len() as f64 / corpus.customers as f64;
        let by = chance.pick(&people.0);
        let cx = &Context { now: corpus.since.plus(share as i64), ..cx.on_behalf(by.actor.clone()) };
        let new: Vec<(Profile, Vec<Person>)> =
            (0..count).map(|_| customer(people, &words, chance, corpus.contacts)).collect();
        let new = &new;
        ids.extend(cx.tx(|tx| async move { bulk::insert(cx, &tx, new, None).await }).await?);
        told(ids.len());
    }
    Ok(ids)
}

fn customer(people: &People, words: &Words, chance: &mut Chance, contacts: usize) -> (Profile, Vec<Person>) {
    let pool = if chance.happens(600) { &POOLS[0] } else { chance.pick(POOLS) };
    let last = *chance.pick(pool.last);
    let number = chance.below(9_000) + 1_000;
    let domain = format!("{}-{number}.example", pool.plain(last));
    let profile = Profile {
        kind: if chance.happens(850) { CustomerKind::Commercial } else { CustomerKind::Supplier },
        name: format!("{last} {} {number}", chance.pick(pool.trades)),
        email: Some(format!("info@{domain}")),
        phone: Some(pool.phone(chance)),
        city: Some((*chance.pick(pool.cities)).to_owned()),
        country: Some(pool.country.to_owned()),
        manager_id: Some(chance.pick(&people.0).id),
        service_manager_id: people.0.get(number % 40).map(|one| one.id),
        currency: Some(kernel::Currency::EUR),
        language: kernel::Language::parse(pool.language),
        is_active: chance.happens(950),
        ..Profile::default()
    };
    let profile = words.given(profile, number);
    (profile, (0..contacts).map(|place| person(pool, chance, &domain, place)).collect())
}

const POSITIONS: &[&str] = &["CEO", "Purchasing", "Facilities", "Accounts", "Operations", "Energy manager"];

fn person(pool: &NamePool, chance: &mut Chance, domain: &str, place: usize) -> Person {
    let (first, last) = (*chance.pick(pool.first), *chance.pick(pool.last));
    Person {
        first_name: first.to_owned(),
        last_name: last.to_owned(),
        email: Some(format!("{}.{place}@{domain}", pool.plain(last))),
        // Not everybody gives a number.
        phone: (place == 0 || chance.happens(200)).then(|| pool.phone(chance)),
        position: Some((*chance.pick(POSITIONS)).to_owned()),
        ..Person::default()
    }
}
