//! What a kind of record says of itself so that it has a list.

use std::pin::Pin;

use fields::{Asked, Catalogue, CustomField, CustomValues, Field, Old, Total, Vocabulary, is_grouping};
use kernel::{I18n, Instant, RecordKind, Result, Version};
use leptos::prelude::*;
use records::Tag;
use serde::Serialize;
use serde::de::DeserializeOwned;
use staff::StaffName;

use crate::{Cell, List, ListQuery};

/// What is fetched from the server.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

/// What lists know of a kind of record, whatever the type of its records.
pub struct About {
    /// Which kind.
    pub kind: RecordKind,
    /// The keys of the fields that are shown to somebody who has not chosen, in their order.
    pub usual: &'static [&'static str],
    /// The key of the field in whose order it is where no other is asked for, and whether that goes down.
    pub first: (&'static str, bool),
    /// The keys of fields that make no groups: what they hold is no value that each record has once.
    pub groupless: &'static [&'static str],
    /// The keys of fields that are asked for and not shown: a column says the same already.
    pub columnless: &'static [&'static str],
    /// The event after which a record stands in no list.
    pub gone: &'static str,
    /// The parameters that its addresses had before every field could be asked.
    pub old: &'static [Old],
    /// The keys of its texts.
    pub says: Says,
    /// How many records there are under a filter.
    pub count: fn(Asked) -> Answer<Total>,
    /// The same for each of these groups, which are one more condition each.
    pub count_groups: fn(Asked, Vec<String>) -> Answer<Vec<Total>>,
    /// What stands where there is no record at all, and nothing is filtered.
    pub empty: fn() -> AnyView,
}

/// The keys of the texts that name the records of a kind.
pub struct Says {
    /// What the list is called: "Leads".
    pub title: &'static str,
    /// How many rows are shown of how many, with `shown`, `all` and `count`.
    pub summary: &'static str,
    /// How many records were looked through so far, with `count` and `all`.
    pub looked: &'static str,
    /// That none matches the filter.
    pub nothing: &'static str,
    /// What to do then.
    pub nothing_text: &'static str,
}

impl About {
    /// The address of its list.
    pub fn home(&self) -> &'static str {
        self.kind.home().unwrap_or("/")
    }

    /// Whether its list can stand in groups by this field.
    pub(crate) fn makes_groups(&self, field: &Field) -> bool {
        is_grouping(field) && !self.groupless.contains(&field.key.as_str())
    }

    /// The address of a record.
    pub fn href(&self, id: i64) -> String {
        format!("{}/{id}", self.home())
    }
}

/// How the fields of a kind, their choices and people are called.
pub trait ListWords: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// What the person can filter and sort by.
    fn catalogue(&self) -> &Catalogue;
    /// The fields that the organisation added, in their order.
    fn added(&self) -> &[CustomField];
    /// All staff, by name.
    fn staff(&self) -> &[StaffName];
    /// What fields and choices are called in the reader's language.
    fn vocabulary(&self, i18n: I18n) -> Vocabulary;
}

/// A kind of record that stands in lists, for a type that holds nothing.
pub trait ListKind: Copy + Send + Sync + 'static {
    /// A record.
    type Item: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// Its words.
    type Words: ListWords;
    /// What can be done to a record where it stands.
    type Acts: Copy + Send + Sync + 'static;

    /// What is known of it besides.
    const ABOUT: &'static About;

    /// Its number.
    fn id(item: &Self::Item) -> i64;
    /// Its version.
    fn version(item: &Self::Item) -> Version;
    /// What it is called.
    fn name(item: &Self::Item) -> &str;
    /// Whether it lies in the bin.
    fn is_deleted(item: &Self::Item) -> bool;
    /// The values of the fields that the organisation added.
    fn added(item: &Self::Item) -> &CustomValues;
    /// Its tags, which stand in the column `tags`.
    fn tags(item: &Self::Item) -> &[Tag];
    /// It has other tags.
    fn set_tags(item: &mut Self::Item, tags: Vec<Tag>);
    /// What stands in a field that the kind has by itself, to be read.
    fn text(
        item: &Self::Item,
        key: &str,
        words: &Self::Words,
        i18n: I18n,
        now: Signal<Instant>,
    ) -> Option<String>;
    /// What stands before the name of a record: its picture. Nothing, unless the kind says so.
    fn before(_: Signal<Option<Self::Item>>) -> Option<AnyView> {
        None
    }
    /// The control of a field that is changed where it stands, if it is one; asked for those alone who may edit.
    fn control(cell: Cell<Self>, key: &str) -> Option<AnyView>;
    /// A piece of the list.
    fn list(query: ListQuery) -> Answer<List<Self::Item>>;
    /// One record.
    fn find(id: i64) -> Answer<Self::Item>;
    /// What can be done to a record; `changed` is told what became of it.
    fn acts(changed: Callback<Self::Item>) -> Self::Acts;
}
