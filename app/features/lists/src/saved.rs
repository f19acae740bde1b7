//! Saved views of lists: which one an address opens, and the address of each. A kind that has other layouts besides says
//! with [`open`] and [`href`] what their addresses say.

use fields::Old;
use leptos_router::params::ParamsMap;
use views::{Look, Opened, Views, opened};

use crate::{About, ListQuery, address};

/// The parameters that say what a list shows, beside those of old.
const SHOWN: [&str; 5] = ["q", "f", "sort", "columns", "group"];

/// What an address says itself that a list shows.
pub fn look(old: &[Old], params: &ParamsMap) -> Look {
    Look {
        filter: address::filter(old, params),
        sort: params.get("sort").unwrap_or_default(),
        columns: split(params.get_str("columns").unwrap_or_default()),
        group: params.get("group").unwrap_or_default(),
        ..Look::default()
    }
}

fn split(words: &str) -> Vec<String> {
    words.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What an address opens in the layout of `said`, which is what it says itself where it says something of what is shown,
/// with the parameters of lists, with those of old, or with these further ones.
pub fn open(old: &[Old], further: &[&str], params: &ParamsMap, views: &Views, said: Look) -> Opened {
    let names = SHOWN.iter().chain(further).copied().chain(old.iter().map(|old| old.name));
    let says = names.into_iter().any(|name| params.get_str(name).is_some());
    let layout = said.layout;
    let said = says.then_some(said);
    let opened = opened(views, params.get_str("view"), said, Look { layout, ..Look::default() });
    match opened.look.layout == layout {
        true => opened,
        // The same records, laid out as this page does.
        false => Opened { look: opened.look.laid_out(layout), ..opened },
    }
}

/// What an address opens that is a list and nothing else.
pub fn open_list(about: &About, params: &ParamsMap, views: &Views) -> Opened {
    open(about.old, &[], params, views, look(about.old, params))
}

/// The list of what is opened.
pub fn list_query(opened: Opened, views: &Views) -> ListQuery {
    let view = word(&opened, views);
    list_of(opened.look, view)
}

fn list_of(look: Look, view: Option<String>) -> ListQuery {
    let Look { filter, sort, columns, group, .. } = look;
    ListQuery { filter, sort, columns, group, view, ..ListQuery::default() }
}

/// What addresses within the page say of the view: where another one would open first, also that it is none.
pub fn word(opened: &Opened, views: &Views) -> Option<String> {
    let none = || views.first(opened.look.layout).map(|_| "all".to_owned());
    opened.view.map(|id| id.to_string()).or_else(none)
}

/// The address of what is opened, at the path of its layout: what is shown is written by `whole` where it has to be said.
pub fn href(
    path: &str,
    opened: &Opened,
    views: &Views,
    whole: impl FnOnce(Look, Option<String>) -> String,
) -> String {
    let (view, says) = opened.address(views);
    match says {
        true => whole(opened.look.clone(), view),
        false => address::with_params(path, &view.map(|view| format!("view={view}")).unwrap_or_default()),
    }
}

/// The same of a list.
pub fn list_href(about: &About, opened: &Opened, views: &Views) -> String {
    let home = about.home();
    href(home, opened, views, |look, view| address::list(home, &list_of(look, view)))
}

#[cfg(test)]
mod tests {
    use fields::{Asked, OldForm, Total};
    use kernel::RecordKind;
    use leptos::prelude::*;

    use super::*;
    use crate::Says;

    static CUSTOMERS: About = About {
        kind: RecordKind::Customer,
        usual: &["city"],
        first: ("name", false),
        groupless: &[],
        columnless: &[],
        gone: "customer.deleted",
        old: &[Old { name: "manager", field: "manager_id", form: OldForm::Person }],
        says: Says { title: "", summary: "", looked: "", nothing: "", nothing_text: "" },
        count: |_| Box::pin(async { Ok(Total::Exactly(0)) }),
        count_groups: |_, _| Box::pin(async { Ok(Vec::new()) }),
        empty: || ().into_any(),
    };

    fn params(query: &str) -> ParamsMap {
        let mut params = ParamsMap::new();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            params.insert(name.to_owned(), value.to_owned());
        }
        params
    }

    fn query(text: &str) -> ListQuery {
        let views = Views::default();
        list_query(open_list(&CUSTOMERS, &params(text), &views), &views)
    }

    #[test]
    fn a_list_survives_the_way_through_its_address() {
        let shown = query("q=ada&sort=-name,city&columns=city,name&group=status_id&f=city.is.Rho&f=");
        assert_eq!(shown.filter, Asked { q: "ada".into(), f: vec!["city.is.Rho".into()] });
        assert_eq!((shown.columns.join("+"), shown.group.as_str()), ("city+name".to_owned(), "status_id"));
        let url = address::list(CUSTOMERS.home(), &shown);
        assert_eq!(url, "/customers?sort=-name,city&columns=city,name&group=status_id&q=ada&f=city.is.Rho");
        assert_eq!(query(url.split_once('?').unwrap_or_default().1), shown);
    }

    #[test]
    fn a_link_of_old_opens_and_is_written_anew() {
        let shown = query("manager=me");
        assert_eq!(address::list(CUSTOMERS.home(), &shown), "/customers?f=manager_id.me");
        assert_eq!(query("manager=whoever"), ListQuery::default(), "what does not fit is left out");
    }

    #[test]
    fn what_other_layouts_say_is_nothing_to_a_list() {
        let views = Views::default();
        let opened = open_list(&CUSTOMERS, &params("pipeline=3&by=created_at"), &views);
        assert_eq!(opened, Opened::default());
        assert_eq!(list_href(&CUSTOMERS, &opened, &views), "/customers");
    }
}
