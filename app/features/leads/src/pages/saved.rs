//! Saved views of leads: which one an address opens, and the address of each.

use fields::Asked;
use kernel::{PipelineId, RecordKind};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use views::{Layout, Look, Opened, Viewing, Views, opened};

use super::address;
use super::calendar::CalendarQuery;
use super::frame::Frame;
use crate::{BoardGroup, BoardQuery, BoardSort, ListQuery, OLD};

/// The parameters that say what is shown, beside those of old.
const SHOWN: [&str; 7] = ["q", "f", "sort", "columns", "group", "pipeline", "by"];

/// What is looked at on the page of this layout.
pub fn viewing(frame: Frame, layout: Layout, fill: Callback<Look, Look>) -> Viewing {
    let Frame { params, views, .. } = frame;
    Viewing {
        kind: RecordKind::Lead,
        views,
        opened: Signal::derive(move || {
            params.with(|params| views.with(|views| open_at(params, views, layout)))
        }),
        href: Callback::new(move |opened: Opened| views.with_untracked(|views| href(&opened, views))),
        fill,
    }
}

/// What an address opens on the page of this layout.
pub fn open_at(params: &ParamsMap, views: &Views, layout: Layout) -> Opened {
    let names = SHOWN.into_iter().chain(OLD.iter().map(|old| old.name));
    let says = names.into_iter().any(|name| params.get_str(name).is_some());
    let said = says.then(|| Look {
        layout,
        filter: address::filter(params),
        sort: params.get("sort").unwrap_or_default(),
        columns: split(params.get_str("columns").unwrap_or_default()),
        group: params.get(if layout == Layout::Calendar { "by" } else { "group" }).unwrap_or_default(),
        board: params.get_str("pipeline").and_then(|id| id.parse().ok()),
    });
    let opened = opened(views, params.get_str("view"), said, Look { layout, ..Look::default() });
    match opened.look.layout == layout {
        true => opened,
        // The same leads, laid out as this page does.
        false => Opened { look: opened.look.laid_out(layout), ..opened },
    }
}

fn split(words: &str) -> Vec<String> {
    words.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The list of what is opened.
pub fn list_query(params: &ParamsMap, views: &Views) -> ListQuery {
    let opened = open_at(params, views, Layout::List);
    let view = word(&opened, views);
    list_of(opened.look, view)
}

/// The board of what is opened.
pub fn board_query(params: &ParamsMap, views: &Views) -> BoardQuery {
    let opened = open_at(params, views, Layout::Board);
    BoardQuery { view: word(&opened, views), ..board_of(opened.look) }
}

/// The calendar of what is opened: by which date, the look says where a board says what its columns are.
pub fn calendar_query(params: &ParamsMap, views: &Views) -> CalendarQuery {
    let opened = open_at(params, views, Layout::Calendar);
    let month = params.get_str("month").and_then(|month| month.parse().ok());
    CalendarQuery { month, view: word(&opened, views), ..calendar_of(opened.look) }
}

fn list_of(look: Look, view: Option<String>) -> ListQuery {
    let Look { filter, sort, columns, group, .. } = look;
    ListQuery { filter, sort, columns, group, view, ..ListQuery::default() }
}

fn calendar_of(look: Look) -> CalendarQuery {
    CalendarQuery { filter: look.filter, by: look.group, ..CalendarQuery::default() }
}

fn board_of(look: Look) -> BoardQuery {
    BoardQuery {
        pipeline: look.board.map(PipelineId),
        filter: look.filter,
        sort: BoardSort::parse(&look.sort).unwrap_or_default(),
        group: if look.group == "owner" { BoardGroup::Owner } else { BoardGroup::Stage },
        ..BoardQuery::default()
    }
}

/// What addresses within the page say of the view: where another one would open first, also that it is none.
fn word(opened: &Opened, views: &Views) -> Option<String> {
    let none = || views.first(opened.look.layout).map(|_| "all".to_owned());
    opened.view.map(|id| id.to_string()).or_else(none)
}

/// The address of what is opened.
pub fn href(opened: &Opened, views: &Views) -> String {
    let (view, says) = opened.address(views);
    let layout = opened.look.layout;
    if !says {
        let path = match layout {
            Layout::Board => "/leads/board",
            Layout::List => "/leads",
            Layout::Calendar => "/leads/calendar",
        };
        return address::with_params(path, &view.map(|view| format!("view={view}")).unwrap_or_default());
    }
    match layout {
        Layout::Board => address::board(&BoardQuery { view, ..board_of(opened.look.clone()) }),
        Layout::Calendar => address::calendar(&CalendarQuery { view, ..calendar_of(opened.look.clone()) }),
        Layout::List => address::list(&list_of(opened.look.clone(), view)),
    }
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

/// A filter without conditions that say nothing.
pub fn plain(asked: Asked) -> Asked {
    Asked { f: asked.f.into_iter().filter(|text| !text.is_empty()).collect(), ..asked }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{StaffId, ViewId};
    use views::{Sharing, View};

    fn views(look: Look, is_first: bool) -> Views {
        let view = View {
            id: ViewId(12),
            record_kind: RecordKind::Lead,
            name: "Mine".into(),
            owner_id: StaffId(1),
            owner_name: "Ada".into(),
            look,
            sharing: Sharing::Private,
            default_roles: Vec::new(),
            fallen: Vec::new(),
            may_edit: true,
            is_pinned: true,
            is_first,
            is_first_for_role: false,
            version: 1,
        };
        Views { views: vec![view], ..Views::default() }
    }

    fn mine() -> Look {
        Look {
            filter: Asked { q: String::new(), f: vec!["owner_id.me".into()] },
            sort: "-value".into(),
            ..Look::default()
        }
    }

    fn params(query: &str) -> ParamsMap {
        let mut params = ParamsMap::new();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            params.insert(name.to_owned(), value.to_owned());
        }
        params
    }

    #[test]
    fn a_view_as_it_was_saved_is_named_and_no_more() {
        let views = views(mine(), false);
        let opened = open_at(&params("view=12"), &views, Layout::List);
        assert_eq!((opened.look.clone(), opened.is_changed(&views)), (mine(), false));
        assert_eq!(href(&opened, &views), "/leads?view=12");
        let query = list_query(&params("view=12"), &views);
        assert_eq!(address::list(&query), "/leads?view=12&sort=-value&f=owner_id.me");
        assert!(
            !open_at(&params("view=12&sort=-value&f=owner_id.me"), &views, Layout::List).is_changed(&views)
        );
    }

    #[test]
    fn a_view_of_which_all_is_taken_away_stays_without() {
        let views = views(mine(), false);
        let query = ListQuery {
            filter: Asked::default(),
            sort: String::new(),
            ..list_query(&params("view=12"), &views)
        };
        let url = address::list(&query);
        assert_eq!(url, "/leads?view=12&f=");
        let again = open_at(&params("view=12&f="), &views, Layout::List);
        assert_eq!((&again.look, again.is_changed(&views)), (&Look::default(), true));
        assert_eq!(href(&again, &views), url);
    }

    #[test]
    fn where_a_view_opens_first_all_leads_are_asked_for() {
        let views = views(mine(), true);
        assert_eq!(list_query(&params(""), &views).filter.f, ["owner_id.me"]);
        let all = list_query(&params("view=all"), &views);
        assert_eq!((all.filter.f.len(), address::list(&all).as_str()), (0, "/leads?view=all"));
        let link = list_query(&params("owner=me"), &views);
        assert_eq!(address::list(&link), "/leads?view=all&f=owner_id.me", "a link shows what it says");
        assert_eq!(board_query(&params(""), &views), BoardQuery::default());
    }

    #[test]
    fn another_layout_shows_the_same_leads() {
        let views = views(mine(), false);
        let board = board_query(&params("view=12"), &views);
        assert_eq!((board.filter.f, board.sort), (vec!["owner_id.me".to_owned()], BoardSort::Manual));
        let opened = open_at(&params("view=12"), &views, Layout::Board);
        assert_eq!(href(&opened, &views), "/leads/board?view=12", "and is the same view");
    }

    #[test]
    fn the_groups_of_a_list_stand_in_its_address() {
        let views = views(Look { group: "stage_id".into(), ..mine() }, false);
        let query = list_query(&params("view=12"), &views);
        assert_eq!(query.group, "stage_id");
        assert_eq!(address::list(&query), "/leads?view=12&sort=-value&group=stage_id&f=owner_id.me");
        assert_eq!(list_query(&params("group=owner_id"), &Views::default()).group, "owner_id");
    }
}
