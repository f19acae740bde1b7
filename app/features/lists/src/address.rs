//! Addresses of lists: what is shown stands in them, so that every view is a link.

use fields::{Asked, Node, Old, encode, old_nodes};
use leptos_router::params::ParamsMap;

use crate::ListQuery;

/// The filter of an address: what is typed, every `f` of it, and what its parameters of old stand for. Of those, what
/// does not fit is left out, so that an old link still opens.
pub fn asked(old: &[Old], q: Option<String>, f: Vec<String>, get: impl Fn(&str) -> Option<String>) -> Asked {
    let old = old_nodes(old, get);
    Asked { q: q.unwrap_or_default(), f: f.into_iter().chain(old.iter().map(Node::text)).collect() }
}

/// The filter that an address asks for.
pub fn filter(old: &[Old], params: &ParamsMap) -> Asked {
    plain(asked(old, params.get("q"), params.get_all("f").unwrap_or_default(), |name| params.get(name)))
}

/// A filter without conditions that say nothing.
fn plain(asked: Asked) -> Asked {
    Asked { f: asked.f.into_iter().filter(|text| !text.is_empty()).collect(), ..asked }
}

/// The parameters of a list.
pub fn list_params(query: &ListQuery) -> String {
    let sort = (!query.sort.is_empty()).then(|| ("sort", query.sort.clone()));
    let columns = (!query.columns.is_empty()).then(|| ("columns", query.columns.join(",")));
    let group = (!query.group.is_empty()).then(|| ("group", query.group.clone()));
    let shown = sort.into_iter().chain(columns).chain(group).chain(query.filter.to_params());
    encode(with_view(query.view.as_deref(), shown))
}

/// The list that stands at this path, with these parameters.
pub fn list(home: &str, query: &ListQuery) -> String {
    with_params(home, &list_params(query))
}

/// The parameters of a view in an address. One of which the address says nothing else is shown as it was saved, so that
/// nothing is filtered has to be said.
pub fn with_view(
    view: Option<&str>,
    shown: impl Iterator<Item = (&'static str, String)>,
) -> impl Iterator<Item = (&'static str, String)> {
    let mut shown = shown.peekable();
    let is_bare = shown.peek().is_none() && view.is_some_and(|view| view.parse::<i64>().is_ok());
    let view = view.map(|view| ("view", view.to_owned()));
    view.into_iter().chain(shown).chain(is_bare.then(|| ("f", String::new())))
}

/// A path with parameters, if there are any.
pub fn with_params(path: &str, params: &str) -> String {
    if params.is_empty() { path.to_owned() } else { format!("{path}?{params}") }
}
