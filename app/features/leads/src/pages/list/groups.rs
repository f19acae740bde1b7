//! The list in groups: which field makes them, how many leads each has, and their rows once they are unfolded.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use fields::{Field, Group, Total, groups, is_grouping};
use kernel::{I18n, Problems, RecordKind, Result, t, ts, use_i18n, use_live, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use runs::mark_by_key;
use ui::{Icon, IconName, IconSize, LoadMore, Table};

use super::chosen::ChosenColumns;
use super::columns::ListColumn;
use super::rows::Rows;
use super::table::{Head, Row, summary, tags_of_rows, total_text};
use crate::api::count_lead_groups;
use crate::pages::address;
use crate::pages::filter_bar::vocabulary;
use crate::{Dictionaries, ListQuery};

/// What others change within this time is counted together.
const GATHER: Duration = Duration::from_millis(800);
/// So few leads are shown at once, all groups unfolded.
const FEW: i64 = 100;

/// Whether the list can stand in groups by this field. What leads are shown is no value that each of them has once.
fn makes_groups(field: &Field) -> bool {
    is_grouping(field) && field.key.as_str() != "standing"
}

/// The fields by which the list can stand in groups.
fn grouping_columns(words: &Dictionaries) -> Vec<ListColumn> {
    let fields = words.catalogue.fields().iter().filter(|field| makes_groups(field));
    fields.map(|field| ListColumn::of(field, words)).collect()
}

/// The groups that a query asks for.
pub fn asked_groups(i18n: I18n, query: &ListQuery, words: &Dictionaries) -> Vec<Group> {
    match words.catalogue.field(&query.group).filter(|field| makes_groups(field)) {
        Some(_) => groups(i18n, &query.group, &words.catalogue, &vocabulary(i18n, words)),
        None => Vec::new(),
    }
}

/// How many leads each of these groups has, by their conditions.
///
/// # Errors
/// Those of the list.
pub async fn count_all(query: ListQuery, groups: Vec<Group>) -> Result<Counts> {
    if groups.is_empty() {
        return Ok(Counts::new());
    }
    let tests: Vec<String> = groups.into_iter().map(|group| group.test).collect();
    let counts = count_lead_groups(query.filter, tests.clone()).await?;
    Ok(tests.into_iter().zip(counts).collect())
}

/// How many leads a group has, by what is asked of them.
pub type Counts = BTreeMap<String, Total>;

/// The groups of the list and what is known of them. A copyable handle.
#[derive(Clone, Copy)]
pub struct Grouping {
    /// The groups, in their order; none where the list has none.
    pub groups: Memo<Vec<Group>>,
    counts: RwSignal<Counts>,
    /// Those that are unfolded.
    open: RwSignal<BTreeSet<String>>,
    /// The rows of those, as far as they are there.
    loaded: RwSignal<BTreeMap<String, Vec<i64>>>,
    query: Memo<ListQuery>,
    go: Callback<ListQuery>,
    words: StoredValue<Arc<Dictionaries>>,
    problems: Problems,
}

impl Grouping {
    /// The groups of this query, with the counts that the page came with.
    pub fn new(
        query: Memo<ListQuery>,
        go: Callback<ListQuery>,
        words: Arc<Dictionaries>,
        first: Counts,
    ) -> Self {
        let (i18n, words) = (use_i18n(), StoredValue::new(words));
        let groups = Memo::new(move |_| {
            query.with(|query| words.with_value(|words| asked_groups(i18n, query, words)))
        });
        let grouping = Self {
            groups,
            counts: RwSignal::new(first),
            open: RwSignal::new(BTreeSet::new()),
            loaded: RwSignal::new(BTreeMap::new()),
            query,
            go,
            words,
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
        self.words.with_value(|words| grouping_columns(words))
    }

    /// Groups by the field of this key; by none if it is empty.
    pub fn choose(self, key: String) {
        self.open.update(BTreeSet::clear);
        self.go.run(ListQuery { group: key, ..self.query.get_untracked() });
    }

    /// Counts anew when something else is asked for, and when others change leads.
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
        let (live, waits) = (use_live(), StoredValue::new(false));
        let later = move || {
            if !waits.get_value() {
                waits.set_value(true);
                set_timeout(
                    move || {
                        if waits.try_set_value(false).is_none() {
                            self.count();
                        }
                    },
                    GATHER,
                );
            }
        };
        live.on_event(move |event| {
            if event.record.kind == RecordKind::Lead {
                later();
            }
        });
        live.on_catch_up(later);
    }

    fn count(self) {
        let (query, groups) = (self.query.get_untracked(), self.groups.get_untracked());
        spawn_local(async move {
            let counted = count_all(query.clone(), groups.clone()).await;
            let is_asked =
                self.query.try_with_untracked(|now| now.filter == query.filter && now.group == query.group);
            match counted {
                Ok(counts) if is_asked == Some(true) => {
                    self.counts.set(counts);
                    self.unfold_few();
                }
                Err(kernel::Error::Invalid(_)) | Ok(_) => {}
                Err(error) => self.problems.report(error),
            }
        });
    }

    /// Where there are few leads nobody has to unfold anything.
    fn unfold_few(self) {
        let all =
            self.counts.with_untracked(|counts| counts.values().map(|total| total.least()).sum::<i64>());
        if all <= FEW && self.open.with_untracked(BTreeSet::is_empty) {
            self.open.set(tests(&self.groups.get_untracked()).into_iter().collect());
        }
    }

    fn total(self, test: &str) -> Option<Total> {
        self.counts.with(|counts| counts.get(test).copied())
    }

    /// Groups without leads are left out.
    fn shown(self) -> Vec<Group> {
        let has_some = |group: &Group| self.total(&group.test) != Some(Total::Exactly(0));
        self.groups.with(|groups| groups.iter().filter(|group| has_some(group)).cloned().collect())
    }

    fn toggle(self, test: &str) {
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

/// The same list, of one group alone.
fn of_group(query: &ListQuery, test: &str) -> ListQuery {
    let mut query = ListQuery { group: String::new(), ..query.clone() };
    query.filter.f.push(test.to_owned());
    query
}

/// The table with a line above each group.
#[component]
pub fn GroupedTable(
    rows: Rows,
    grouping: Grouping,
    columns: ChosenColumns,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let kept = StoredValue::new(words.clone());
    let shown =
        Signal::derive(move || grouping.loaded.with(|loaded| loaded.values().flatten().copied().collect()));
    let section = move |group: Group| {
        view! { <Section rows=rows grouping=grouping group=group columns=columns words=kept.get_value() /> }
    };
    view! {
        {tags_of_rows(rows)}
        <div class="lead-list__table">
            <Table caption=ts!("list-title")>
                <Head rows=rows columns=columns words=words shown=shown />
                <For each=move || grouping.shown() key=|group| group.test.clone() children=section />
            </Table>
        </div>
    }
}

#[component]
fn Section(
    rows: Rows,
    grouping: Grouping,
    group: Group,
    columns: ChosenColumns,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Group { test, label } = group;
    let test = StoredValue::new(test);
    let is_open = Memo::new(move |_| test.with_value(|test| grouping.open.with(|open| open.contains(test))));
    let count = Memo::new(move |_| test.with_value(|test| grouping.total(test)));
    let alone =
        move || test.with_value(|test| rows.query.with(|query| address::list(&of_group(query, test))));
    let width = move || columns.get().len() + 1 + usize::from(rows.are_marked);
    let words = StoredValue::new(words);
    let body = move || {
        is_open.get().then(|| {
            view! { <SectionRows rows=rows grouping=grouping test=test columns=columns words=words.get_value() width=Signal::derive(width) /> }
        })
    };
    let pressed = move |event| {
        if rows.are_marked {
            mark_by_key(rows.marks, loaded(grouping, test), &event);
        }
    };
    view! {
        <tbody class="list-group" on:keydown=pressed>
            <tr class="list-group__head">
                <th scope="rowgroup" colspan=width>
                    <span class="list-group__line">
                        <button
                            type="button"
                            class="list-group__fold"
                            aria-expanded=move || is_open.get().to_string()
                            on:click=move |_| test.with_value(|test| grouping.toggle(test))
                        >
                            <Icon name=IconName::ChevronDown size=IconSize::Small />
                            <bdi>{label}</bdi>
                            <span class="list-group__count">{move || count.get().map(|total| total_text(i18n, total))}</span>
                        </button>
                        <a class="list-group__alone" href=alone>{t!("list-group-alone")}</a>
                    </span>
                </th>
            </tr>
            {body}
        </tbody>
    }
}

/// The rows of a group, as far as they are there.
fn loaded(grouping: Grouping, test: StoredValue<String>) -> Signal<Vec<i64>> {
    Signal::derive(move || {
        test.with_value(|test| grouping.loaded.with(|loaded| loaded.get(test).cloned().unwrap_or_default()))
    })
}

/// The leads of an unfolded group.
#[component]
fn SectionRows(
    rows: Rows,
    grouping: Grouping,
    test: StoredValue<String>,
    columns: ChosenColumns,
    words: Arc<Dictionaries>,
    width: Signal<usize>,
) -> impl IntoView {
    let i18n = use_i18n();
    let query = Memo::new(move |_| test.with_value(|test| rows.query.with(|query| of_group(query, test))));
    let own = rows.section(query);
    Effect::new(move |before: Option<Option<Total>>| {
        let count = test.with_value(|test| grouping.total(test));
        // A lead came into the group, or left it.
        if before.is_some_and(|before| before.is_some() && before != count) {
            own.refetch();
        }
        count
    });
    let (ids, shown) = (own.ids(), loaded(grouping, test));
    let load = move |ids| {
        grouping.loaded.update(|loaded| test.with_value(|test| drop(loaded.insert(test.clone(), ids))))
    };
    Effect::new(move |_| load(ids.with(|ids| ids.iter().map(|id| id.0).collect())));
    on_cleanup(move || load(Vec::new()));
    let words = StoredValue::new(words);
    let row = move |id| {
        view! { <Row rows=own id=id columns=columns words=words.get_value() shown=shown /> }
    };
    let said = Signal::derive(move || summary(i18n, own));
    let is_whole = move || !own.has_more.get() && !own.is_loading.get();
    view! {
        <For each=move || ids.get() key=|id| *id children=row />
        <tr class="list-group__foot" hidden=is_whole>
            <td colspan=move || width.get()>
                <LoadMore label=ts!("list-more") summary=said busy=own.is_loading has_more=own.has_more on_press=move |()| own.more() />
            </td>
        </tr>
    }
}
