//! How files of customers are brought in: what `imports` asks of customers. Companies and people come in one file; rows that
//! mean one customer are one customer, and each brings its contact.

mod deletion;
mod draft;
mod fields;
mod known;
mod make;
mod undo;

use std::collections::HashMap;

use ::fields::store::definitions;
use ::fields::{Ahead, CustomField, Value, Values};
use futures::FutureExt;
use futures::future::BoxFuture;
use imports::{
    Act, Dictionary, Entry, HeldPart, Importer, Match, NUMBER, Part, Place, Purpose, Records, Row, Undone,
    added,
};
use kernel::db::Tx;
use kernel::{Area, Can, Context, Error, Language, RecordKind, Result, Text, Zone, normal, setting};

use super::lists;
use crate::{CustomerKind, CustomerList, CustomerSetting};
pub(super) use deletion::deleter;
use known::Who;

/// How customers are brought in.
pub(super) fn importer() -> Importer {
    Importer {
        kind: "customers",
        title: "customer-many",
        home: "/customers",
        area: Area::Customers,
        changes: Some(RecordKind::Customer),
        parts: Some(RecordKind::Contact),
        act: Act::Bring,
        tells: known::TELLS,
        fields: |cx| {
            async move {
                let added = added::fields(&cx, RecordKind::Customer).await?;
                Ok(fields::all().into_iter().chain(added).collect())
            }
            .boxed()
        },
        arrange: Some(fields::arrange),
        begin: |cx, purpose| {
            async move { Ok(Box::new(Customers::load(cx, purpose).await?) as Box<dyn Records>) }.boxed()
        },
    }
}

/// What an import of customers needs to know for all of its rows.
struct Customers {
    cx: Context,
    purpose: Purpose,
    segments: Vec<crate::Entry<i64>>,
    statuses: Vec<crate::Entry<i64>>,
    channels: Vec<crate::Entry<i64>>,
    groups: Vec<crate::Entry<i64>>,
    staff: Vec<Entry>,
    tags: Vec<Entry>,
    added: Vec<CustomField>,
    setting: CustomerSetting,
    /// The codes of countries by their names in the languages of the pages.
    countries: HashMap<String, String>,
}

impl Customers {
    async fn load(cx: Context, purpose: Purpose) -> Result<Self> {
        let (segments, statuses, channels, groups) = futures::try_join!(
            lists::entries(&cx, CustomerList::Segments, |id| id),
            lists::entries(&cx, CustomerList::Statuses, |id| id),
            lists::entries(&cx, CustomerList::Channels, |id| id),
            lists::entries(&cx, CustomerList::Groups, |id| id),
        )?;
        let tags = records::store::tags::list(&cx).await?;
        Ok(Self {
            segments: offered(segments),
            statuses: offered(statuses),
            channels: offered(channels),
            groups: offered(groups),
            staff: managers(&cx).await?,
            tags: tags
                .into_iter()
                .map(|tag| Entry { id: tag.id.0, name: tag.name, also: Vec::new() })
                .collect(),
            added: definitions::list(cx.db(), RecordKind::Customer).await?,
            setting: setting::read(cx.db()).await?,
            countries: countries(&cx),
            purpose,
            cx,
        })
    }

    /// A list of words as cells name them; whoever edits settings may add to it.
    fn list(&self, field: &'static str, entries: &[crate::Entry<i64>]) -> Dictionary {
        let entry = |one: &crate::Entry<i64>| Entry { id: one.id, name: one.name.clone(), also: Vec::new() };
        Dictionary {
            field: field.into(),
            entries: entries.iter().map(entry).collect(),
            may_create: self.cx.actor.has(Area::Settings, Can::Edit),
            is_free: false,
            longest: lists::NAME_LIMIT,
        }
    }

    /// The kinds of customers, in the reader's words and in those of files.
    fn kinds(&self) -> Dictionary {
        let say = |language: Language, kind: CustomerKind| {
            self.cx.foyer.texts(language).text(kind.label(), &[], &Zone::utc())
        };
        let entry = |(place, kind): (usize, CustomerKind)| {
            let in_all = Language::ALL.into_iter().map(|language| say(language, kind));
            let words = fields::kind_words(kind).iter().map(|word| (*word).to_owned());
            let also = in_all.chain(words).chain([kind.code().to_owned()]).collect();
            Entry { id: place as i64, name: say(self.cx.language, kind), also }
        };
        Dictionary {
            field: "kind".into(),
            entries: CustomerKind::ALL.into_iter().enumerate().map(entry).collect(),
            may_create: false,
            is_free: false,
            longest: ::fields::LINE_LIMIT,
        }
    }

    /// What kind of customer a row names.
    fn kind_of(row: &Row) -> Option<CustomerKind> {
        CustomerKind::ALL.get(usize::try_from(row.id("kind")?).ok()?).copied()
    }

    /// A country as customers keep it: files write its name or its code.
    fn country(&self, said: &str) -> String {
        self.countries.get(&normal::sort_key(said)).cloned().unwrap_or_else(|| said.to_owned())
    }
}

/// The entries that new customers may get.
fn offered(entries: Vec<crate::Entry<i64>>) -> Vec<crate::Entry<i64>> {
    entries.into_iter().filter(|entry| !entry.is_archived).collect()
}

/// Who works here, by name and address.
async fn managers(cx: &Context) -> Result<Vec<Entry>> {
    let people: Vec<(i64, String, String)> =
        kernel::db::Q::new("select id, name, email from staff where is_active order by id")
            .all(cx.db())
            .await?;
    Ok(people.into_iter().map(|(id, name, email)| Entry { id, name, also: vec![email] }).collect())
}

fn countries(cx: &Context) -> HashMap<String, String> {
    let mut codes = HashMap::new();
    for language in Language::ALL {
        let all = cx.foyer.texts(language).text("cldr-countries", &[], &Zone::utc());
        let entries = all.split(['|', '\n']).filter_map(|entry| entry.trim().split_once(' '));
        codes.extend(entries.map(|(code, name)| (normal::sort_key(name), code.to_owned())));
    }
    codes
}

impl Records for Customers {
    fn dictionaries(&self) -> Vec<Dictionary> {
        let staff = |field: &'static str| Dictionary {
            field: field.into(),
            entries: self.staff.clone(),
            may_create: false,
            is_free: false,
            longest: ::fields::LINE_LIMIT,
        };
        let own = vec![
            self.kinds(),
            self.list("segment_id", &self.segments),
            self.list("status_id", &self.statuses),
            self.list("channel_id", &self.channels),
            self.list("groups", &self.groups),
            staff("manager_id"),
            staff("service_manager_id"),
            staff("administrators"),
            Dictionary {
                field: "tags".into(),
                entries: self.tags.clone(),
                may_create: true,
                is_free: true,
                longest: records::TAG_LIMIT,
            },
        ];
        own.into_iter().chain(added::dictionaries(&self.added, &self.staff)).collect()
    }

    fn keys(&self, row: &Row) -> Vec<String> {
        let country = row.text("country").map(|country| self.country(country));
        let text = |key: &str| if key == "country" { country.as_deref() } else { row.text(key) };
        let is_person = Self::kind_of(row).is_some_and(CustomerKind::is_person) || row.text("name").is_none();
        let who = Who { is_person, is_there: false };
        let told = known::told(&self.cx, row.number_of(NUMBER), who, text);
        known::with_contact(told, row.text("contact_email"))
    }

    fn taken(&self, row: &Row) -> Vec<String> {
        let profile = self.profile(row);
        let text = |key: &str| match key {
            "name" => Some(profile.name.as_str()),
            "number" => profile.number.as_deref(),
            "vat_number" => profile.vat_number.as_deref(),
            "email" => profile.email.as_deref(),
            "phone" => profile.phone.as_deref(),
            "mobile" => profile.mobile.as_deref(),
            "website" => profile.website.as_deref(),
            "country" => profile.country.as_deref(),
            _ => None,
        };
        let who = Who { is_person: profile.kind.is_person(), is_there: true };
        known::with_contact(known::told(&self.cx, None, who, text), row.text("contact_email"))
    }

    fn keys_of(&self, values: &Values) -> Vec<String> {
        let is_person = values.text("kind") == Some(CustomerKind::Residential.code());
        known::told(&self.cx, None, Who { is_person, is_there: true }, |key| values.text(key))
    }

    fn find<'a>(&'a self, on: Place<'a>, keys: &'a [String]) -> BoxFuture<'a, Result<Vec<Match>>> {
        known::find(&self.cx, on, self.purpose.import, keys).boxed()
    }

    fn near<'a>(&'a self, rows: &'a [&'a Row]) -> BoxFuture<'a, Result<Vec<Option<Text>>>> {
        async move {
            let told: Vec<Values> = rows.iter().map(|row| self.profile(row).telling()).collect();
            known::near(&self.cx, &told).await
        }
        .boxed()
    }

    fn check<'a>(
        &'a self,
        on: Place<'a>,
        rows: &'a [Row],
        _ahead: &'a mut Ahead,
    ) -> BoxFuture<'a, Result<Vec<Result<()>>>> {
        self.check_all(on, rows).boxed()
    }

    fn imagine(&self, row: &Row, id: i64, ahead: &mut Ahead) -> Result<()> {
        let profile = self.profile(row).checked()?;
        let customer =
            crate::Customer { id: kernel::CustomerId(id), ..super::bulk::fresh(&self.cx, profile) };
        ahead.imagine::<super::kind::Customers>(id, customer);
        Ok(())
    }

    fn values(&self, row: &Row) -> Result<Values, Text> {
        let own = <super::kind::Customers as ::fields::Kind>::FIELDS;
        let mut values = imports::values_of(own, row).without("kind").without("language");
        let said = [
            ("kind", Self::kind_of(row).map(|kind| Value::from(kind.code()))),
            // A language that we do not speak says nothing.
            ("language", row.text("language").and_then(Language::parse).map(|own| Value::from(own.code()))),
            ("currency", draft::currency(row).map(|currency| Value::Text(currency.to_string()))),
            ("country", row.text("country").map(|country| Value::Text(self.country(country)))),
            ("shipping_country", row.text("shipping_country").map(|own| Value::Text(self.country(own)))),
        ];
        for (key, value) in said.into_iter().filter(|(_, value)| value.is_some()) {
            values = values.with(key, value);
        }
        let added = added::values(&self.added, row)?;
        Ok(added
            .iter()
            .fold(values, |values, (key, json)| values.with(key.clone(), Value::Added(json.clone()))))
    }

    fn title_of(&self, row: &Row) -> String {
        self.profile(row).name
    }

    fn part(&self, row: &Row) -> Result<Option<Part>, Text> {
        draft::part(row)
    }

    // Sites are the next ones: whoever brings them in says so here, in `part` and `make`.
    fn is_of_part(&self, field: &str) -> bool {
        field.starts_with(fields::OF_CONTACT)
    }

    fn part_holds(&self, values: &Values) -> Vec<String> {
        draft::held(&draft::somebody(values))
    }

    fn parts_of<'a>(&'a self, on: Place<'a>, records: &'a [i64]) -> BoxFuture<'a, Result<Vec<HeldPart>>> {
        make::held(on, records).boxed()
    }

    fn add_parts<'a>(&'a self, tx: &'a Tx, rows: &'a [(i64, Row)]) -> BoxFuture<'a, Result<()>> {
        make::add(&self.cx, tx, rows).boxed()
    }

    fn create_word<'a>(&'a self, tx: &'a Tx, field: &'a str, word: &'a str) -> BoxFuture<'a, Result<i64>> {
        async move {
            let list = match field {
                "tags" => return records::store::tags::find_or_create(tx, word).await.map(|tag| tag.id.0),
                "segment_id" => CustomerList::Segments,
                "status_id" => CustomerList::Statuses,
                "channel_id" => CustomerList::Channels,
                "groups" => CustomerList::Groups,
                _ => return Err(Error::internal(format!("imports make no words for {field}"))),
            };
            lists::add(&self.cx, tx, list, word).await
        }
        .boxed()
    }

    fn create<'a>(&'a self, tx: &'a Tx, rows: &'a [Row]) -> BoxFuture<'a, Result<Vec<i64>>> {
        self.create_all(tx, rows, &[]).boxed()
    }

    fn create_with_parts<'a>(
        &'a self,
        tx: &'a Tx,
        rows: &'a [Row],
        further: &'a [Vec<Row>],
    ) -> BoxFuture<'a, Result<Vec<i64>>> {
        self.create_all(tx, rows, further).boxed()
    }

    fn undo<'a>(&'a self, tx: &'a Tx, after: i64, limit: i64) -> BoxFuture<'a, Result<Undone>> {
        undo::undo(&self.cx, tx, self.purpose, after, limit).boxed()
    }
}
