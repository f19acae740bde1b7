use std::future::{Future, IntoFuture};

use kernel::{RecordKind, Result};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use views::{Look, Opened, Viewing, Views, list_views};

use crate::{Answer, ListWords};

/// A page that shows records of a kind, before it knows which: its address, the saved views and the words of the kind. A
/// copyable handle.
pub struct Frame<W: ListWords> {
    /// What the address says.
    pub params: Memo<ParamsMap>,
    /// The saved views, once they are there.
    pub views: RwSignal<Views>,
    /// What fields, choices and people are called.
    pub words: Resource<Result<W>>,
    kind: RecordKind,
    kept: Resource<Result<Views>>,
}

impl<W: ListWords> Clone for Frame<W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W: ListWords> Copy for Frame<W> {}

impl<W: ListWords> Frame<W> {
    /// Begins to fetch what every page needs.
    pub fn new(kind: RecordKind, words: fn() -> Answer<W>) -> Self {
        Self {
            params: use_query_map(),
            views: RwSignal::new(Views::default()),
            words: Resource::new_blocking(|| (), move |()| words()),
            kind,
            kept: Resource::new_blocking(|| (), move |()| list_views(kind)),
        }
    }

    /// What is asked for, as the address changes.
    pub fn query<T: PartialEq + Send + Sync + 'static>(self, read: fn(&ParamsMap, &Views) -> T) -> Memo<T> {
        Memo::new(move |_| read(&self.params.read(), &self.views.read()))
    }

    /// What is asked for first, once the saved views are there.
    pub fn asked<T>(self, read: fn(&ParamsMap, &Views) -> T) -> impl Future<Output = T> + Send {
        // Read before it is waited: the page may be left meanwhile.
        let (params, kept) = (self.params.get_untracked(), self.kept.into_future());
        async move { read(&params, &kept.await.unwrap_or_default()) }
    }

    /// Waits for the saved views.
    pub async fn ready(self) {
        self.views.set(self.kept.await.unwrap_or_default());
    }

    /// What is looked at on a page that opens its address like this, and writes addresses like that; `fill` says what is
    /// saved of what is shown.
    pub fn viewing(
        self,
        open: impl Fn(&ParamsMap, &Views) -> Opened + Send + Sync + 'static,
        href: fn(&Opened, &Views) -> String,
        fill: Callback<Look, Look>,
    ) -> Viewing {
        let Self { params, views, kind, .. } = self;
        Viewing {
            kind,
            views,
            opened: Signal::derive(move || params.with(|params| views.with(|views| open(params, views)))),
            href: Callback::new(move |opened: Opened| views.with_untracked(|views| href(&opened, views))),
            fill,
        }
    }
}
