//! What board, list and calendar have in common: their address, the saved views and the words of leads.

use std::future::{Future, IntoFuture};

use kernel::{RecordKind, Result};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use views::{Views, list_views};

use crate::Dictionaries;
use crate::api::get_dictionaries;

/// A page of leads, before it knows what to show. A copyable handle.
#[derive(Clone, Copy)]
pub struct Frame {
    /// What the address says.
    pub params: Memo<ParamsMap>,
    /// The saved views, once they are there.
    pub views: RwSignal<Views>,
    /// What fields, stages and people are called.
    pub words: Resource<Result<Dictionaries>>,
    kept: Resource<Result<Views>>,
}

impl Frame {
    /// Begins to fetch what every page needs.
    pub fn new() -> Self {
        Self {
            params: use_query_map(),
            views: RwSignal::new(Views::default()),
            words: Resource::new_blocking(|| (), |()| get_dictionaries()),
            kept: Resource::new_blocking(|| (), |()| list_views(RecordKind::Lead)),
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
}
