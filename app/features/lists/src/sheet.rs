//! The page of a list: what it fetches before it is there, and what it is made of then. The page itself, with what the
//! kind has besides, is the kind's.

use std::future::IntoFuture;
use std::sync::Arc;

use fields::{Asked, FieldKey, Total};
use kernel::{Error, Result, use_i18n};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;
use runs::Picked;
use views::{Look, Views};

use crate::groups::{asked_groups, count_all};
use crate::index_bar::IndexBar;
use crate::known::Known;
use crate::piece::{MakePart, Piece};
use crate::sections::GroupedTable;
use crate::table::PlainTable;
use crate::{
    ChosenColumns, Counts, First, Frame, Grouping, List, ListColumn, ListKind, ListQuery, ListWords, Rows,
    address,
};

/// What a list needs before it is shown. A copyable handle.
pub struct Loading<L: ListKind> {
    frame: Frame<L::Words>,
    query: Memo<ListQuery>,
    list: Resource<Result<List<L::Item>>>,
    count: Resource<Result<Total>>,
    counts: Resource<Result<Counts>>,
}

/// What a list begins with.
pub struct Opening<L: ListKind> {
    first: First<L::Item>,
    counts: Counts,
    words: Arc<L::Words>,
}

impl<L: ListKind> Loading<L> {
    /// Begins to fetch what the address asks for.
    pub fn new(frame: Frame<L::Words>, read: fn(&ParamsMap, &Views) -> ListQuery) -> Self {
        let (i18n, words) = (use_i18n(), frame.words);
        let asked = move || frame.asked(read);
        Self {
            frame,
            query: frame.query(read),
            list: Resource::new_blocking(
                || (),
                move |()| {
                    let asked = asked();
                    async move { L::list(asked.await).await }
                },
            ),
            count: Resource::new_blocking(
                || (),
                move |()| {
                    let asked = asked();
                    async move { (L::ABOUT.count)(asked.await.filter).await }
                },
            ),
            counts: Resource::new_blocking(
                || (),
                move |()| {
                    let (asked, words) = (asked(), words.into_future());
                    async move {
                        let (query, words) = (asked.await, words.await?);
                        let vocabulary = || Arc::new(words.vocabulary(i18n));
                        let groups = asked_groups(i18n, L::ABOUT, &query, words.catalogue(), vocabulary);
                        count_all(L::ABOUT, query, groups).await
                    }
                },
            ),
        }
    }

    /// Waits for all of it.
    ///
    /// # Errors
    /// Those of the list and of its words; a filter or an order that is not understood is none.
    pub async fn ready(self) -> Result<Opening<L>> {
        self.frame.ready().await;
        let first = self.list.await.map(|list| (list, None)).or_else(unread);
        let (count, counts) = (self.count.await.ok(), self.counts.await.unwrap_or_default());
        let words = self.frame.words.await;
        let (list, problem) = first?;
        Ok(Opening { first: First { list, count, problem }, counts, words: Arc::new(words?) })
    }

    /// Fetches it anew.
    pub fn again(self) {
        self.list.refetch();
        self.count.refetch();
        self.frame.words.refetch();
    }
}

/// A filter or an order that is not understood means no record, never all of them; the rest of the page is there to mend
/// it.
fn unread<T>(error: Error) -> Result<(List<T>, Option<Error>)> {
    if !matches!(error, Error::Invalid(_)) {
        return Err(error);
    }
    kernel::answer_with(&error);
    Ok((List::default(), Some(error)))
}

/// A list that is there: what its page and its tools are made of. A copyable handle.
pub struct Sheet<L: ListKind> {
    /// The rows.
    pub rows: Rows<L>,
    /// The columns that are shown.
    pub columns: ChosenColumns,
    /// The groups, if there are any.
    pub grouping: Grouping,
    /// What fields, choices and people are called.
    pub words: StoredValue<Arc<L::Words>>,
    go: Callback<ListQuery>,
}

/// What a list shows, for who takes it out of the page.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The parameters of its address, without the view and the columns.
    pub address: Signal<String>,
    /// The keys of the name and of the columns.
    pub fields: Signal<Vec<FieldKey>>,
    /// The rows that are marked; none for all that the list has.
    pub marked: Signal<Vec<i64>>,
    /// Those that were unticked then.
    pub unticked: Signal<Vec<i64>>,
}

impl<L: ListKind> Sheet<L> {
    /// Shows what was loaded, and follows the address and what others do from here on.
    pub fn new(loading: Loading<L>, opening: Opening<L>) -> Self {
        let Loading { frame, query, .. } = loading;
        let Opening { first, counts, words } = opening;
        let rows = Rows::new(query, first);
        let go = going(L::ABOUT.home());
        let known = Known::new(L::ABOUT, words.clone());
        let columns = ChosenColumns::new(known, frame.views, query, go);
        let grouping = Grouping::new(known, query, go, counts);
        Self { rows, columns, grouping, words: StoredValue::new(words), go }
    }

    /// What is filtered by.
    pub fn filter(self) -> Signal<Asked> {
        let query = self.rows.state.query;
        Signal::derive(move || query.with(|query| query.filter.clone()))
    }

    /// Filters by something else.
    pub fn apply(self) -> Callback<Asked> {
        let (query, go) = (self.rows.state.query, self.go);
        Callback::new(move |filter: Asked| go.run(ListQuery { filter, ..query.get_untracked() }))
    }

    /// A list is saved with the columns that it has.
    pub fn fill(self) -> Callback<Look, Look> {
        let columns = self.columns;
        Callback::new(move |look: Look| Look { columns: columns.words(), ..look })
    }

    /// How many records the list has as far as it is known, and whether that is all.
    pub fn total(self) -> Signal<(i64, bool)> {
        let state = self.rows.state;
        Signal::derive(move || state.total())
    }

    /// What it shows, in its columns. Marked rows go alone; without marks, all that the list has but those that were
    /// unticked.
    pub fn shown(self) -> Shown {
        let (state, columns) = (self.rows.state, self.columns);
        let fields = move || {
            let chosen = columns.get().into_iter().map(|column| column.key);
            std::iter::once(FieldKey::own(ListColumn::NAME)).chain(chosen).collect::<Vec<_>>()
        };
        let address = move || {
            state.query.with(|query| {
                address::list_params(&ListQuery { view: None, columns: Vec::new(), ..query.clone() })
            })
        };
        Shown {
            address: Signal::derive(address),
            fields: Signal::derive(fields),
            marked: Signal::derive(move || state.marks.picked.with(Picked::named)),
            unticked: Signal::derive(move || state.marks.picked.with(Picked::left_out)),
        }
    }

    /// The values of this field as links, each with how many records it has under the rest of the filter.
    pub fn index(self, key: &'static str, label: Signal<String>) -> AnyView {
        let (known, query) = (self.columns.known(), self.rows.state.query);
        view! { <IndexBar known=known query=query key=key label=label /> }.into_any()
    }

    /// The table: in groups, if there are some, or without.
    pub fn table(self) -> AnyView {
        let part = move |query| Piece::of(Self { rows: self.rows.section(query), ..self });
        table(Piece::of(self), Arc::new(part), self.columns, self.grouping)
    }
}

/// Goes to another query of the list at this path.
fn going(home: &'static str) -> Callback<ListQuery> {
    let navigate = use_navigate();
    Callback::new(move |query: ListQuery| {
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&address::list(home, &query), options);
    })
}

fn table(piece: Piece, part: MakePart, columns: ChosenColumns, grouping: Grouping) -> AnyView {
    let state = piece.state;
    // Without a record there is one thing to say, not one for each group.
    let has_some =
        move || state.problem.with(Option::is_none) && state.count.get() != Some(Total::Exactly(0));
    let is_grouped = Memo::new(move |_| grouping.is_on() && has_some());
    let table = move || match is_grouped.get() {
        true => view! { <GroupedTable state=state grouping=grouping columns=columns part=part.clone() /> }
            .into_any(),
        false => view! { <PlainTable piece=piece.clone() columns=columns /> }.into_any(),
    };
    table.into_any()
}
