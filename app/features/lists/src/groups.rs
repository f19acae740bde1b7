//! A list in groups: which field makes them, and how many records each has.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fields::{Catalogue, Group, Total, Vocabulary, groups};
use kernel::{Error, I18n, Problems, Result, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::known::Known;
use crate::recount::on_change;
use crate::{About, ListColumn, ListQuery};

/// So few records are shown at once, all groups unfolded.
const FEW: i64 = 100;

/// The groups that a query asks for.
pub(crate) fn asked_groups(
    i18n: I18n,
    about: &About,
    query: &ListQuery,
    catalogue: &Catalogue,
    vocabulary: impl FnOnce() -> Arc<Vocabulary>,
) -> Vec<Group> {
    match catalogue.field(&query.group).filter(|field| about.makes_groups(field)) {
        Some(_) => groups(i18n, &query.group, catalogue, &vocabulary()),
        None => Vec::new(),
    }
}

/// How many records each of these groups has, by their conditions.
///
/// # Errors
/// Those of the list.
pub(crate) async fn count_all(about: &About, query: ListQuery, groups: Vec<Group>) -> Result<Counts> {
    if groups.is_empty() {
        return Ok(Counts::new());
    }
    let tests: Vec<String> = groups.into_iter().map(|group| group.test).collect();
    let counts = (about.count_groups)(query.filter, tests.clone()).await?;
    Ok(tests.into_iter().zip(counts).collect())
}

/// How many records a group has, by what is asked of them.
pub type Counts = BTreeMap<String, Total>;

/// The groups of the list and what is known of them. A copyable handle.
#[derive(Clone, Copy)]
pub struct Grouping {
    /// The groups, in their order; none where the list has none.
    pub groups: Memo<Vec<Group>>,
    counts: RwSignal<Counts>,
    /// Those that are unfolded.
    pub(crate) open: RwSignal<BTreeSet<String>>,
    /// The rows of those, as far as they are there.
    pub(crate) loaded: RwSignal<BTreeMap<String, Vec<i64>>>,
    query: Memo<ListQuery>,
    go: Callback<ListQuery>,
    known: Known,
    problems: Problems,
}

impl Grouping {
    /// The groups of this query, with the counts that the page came with.
    pub(crate) fn new(known: Known, query: Memo<ListQuery>, go: Callback<ListQuery>, first: Counts) -> Self {
        let i18n = use_i18n();
        let groups = Memo::new(move |_| {
            known.with_catalogue(|catalogue| {
                let vocabulary = || known.vocabulary.get();
                query.with(|query| asked_groups(i18n, known.about, query, catalogue, vocabulary))
            })
        });
        let grouping = Self {
            groups,
            counts: RwSignal::new(first),
            open: RwSignal::new(BTreeSet::new()),
            loaded: RwSignal::new(BTreeMap::new()),
            query,
            go,
            known,
            problems: use_problems(),
        };
        grouping.follow();
        grouping
    }

    /// Whether the list stands in groups.
    pub fn is_on(self) -> bool {
        self.groups.with(|groups| !groups.is_empty())
    }

    /// The key of the field that makes the groups; empty for none.
    pub fn chosen(self) -> String {
        self.query.with_untracked(|query| query.group.clone())
    }

    /// The fields that can make groups.
    pub fn offered(self) -> Vec<ListColumn> {
        self.known.grouping()
    }

    /// Groups by the field of this key; by none if it is empty.
    pub fn choose(self, key: String) {
        self.open.update(BTreeSet::clear);
        self.go.run(ListQuery { group: key, ..self.query.get_untracked() });
    }

    /// Counts anew when something else is asked for, and when others change records.
    fn follow(self) {
        let what = Memo::new(move |_| {
            (self.query.with(|query| query.filter.clone()), self.groups.with(|groups| tests(groups)))
        });
        Effect::new(move |before: Option<()>| {
            let (_, tests) = what.get();
            let is_counted =
                self.counts.with_untracked(|counts| tests.iter().all(|test| counts.contains_key(test)));
            match before {
                None if is_counted => self.unfold_few(),
                _ => self.count(),
            }
        });
        on_change(self.known.about.kind, move || self.count());
    }

    fn count(self) {
        let (query, groups) = (self.query.get_untracked(), self.groups.get_untracked());
        spawn_local(async move {
            let counted = count_all(self.known.about, query.clone(), groups.clone()).await;
            let is_asked =
                self.query.try_with_untracked(|now| now.filter == query.filter && now.group == query.group);
            match counted {
                Ok(counts) if is_asked == Some(true) => {
                    self.counts.set(counts);
                    self.unfold_few();
                }
                Err(Error::Invalid(_)) | Ok(_) => {}
                Err(error) => self.problems.report(error),
            }
        });
    }

    /// Where there are few records nobody has to unfold anything.
    fn unfold_few(self) {
        let all =
            self.counts.with_untracked(|counts| counts.values().map(|total| total.least()).sum::<i64>());
        if all <= FEW && self.open.with_untracked(BTreeSet::is_empty) {
            self.open.set(tests(&self.groups.get_untracked()).into_iter().collect());
        }
    }

    pub(crate) fn total(self, test: &str) -> Option<Total> {
        self.counts.with(|counts| counts.get(test).copied())
    }

    /// Groups without records are left out.
    pub(crate) fn shown(self) -> Vec<Group> {
        let has_some = |group: &Group| self.total(&group.test) != Some(Total::Exactly(0));
        self.groups.with(|groups| groups.iter().filter(|group| has_some(group)).cloned().collect())
    }

    pub(crate) fn toggle(self, test: &str) {
        self.open.update(|open| {
            if !open.remove(test) {
                open.insert(test.to_owned());
            }
        });
    }
}

fn tests(groups: &[Group]) -> Vec<String> {
    groups.iter().map(|group| group.test.clone()).collect()
}
