//! Saved views of leads: which one an address opens, and the address of each.

use kernel::PipelineId;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use lists::saved::{look, open, word};
use views::{Layout, Look, Opened, Viewing, Views};

use super::address;
use super::calendar::CalendarQuery;
use super::frame::Frame;
use super::list::LEADS;
use crate::{BoardGroup, BoardQuery, BoardSort, ListQuery, OLD};

/// The parameters of boards and calendars that say what is shown, beside those of lists.
const FURTHER: [&str; 2] = ["pipeline", "by"];

/// What is looked at on the page of this layout.
pub fn viewing(frame: Frame, layout: Layout, fill: Callback<Look, Look>) -> Viewing {
    frame.viewing(move |params, views| open_at(params, views, layout), href, fill)
}

/// What an address opens on the page of this layout.
pub fn open_at(params: &ParamsMap, views: &Views, layout: Layout) -> Opened {
    let said = Look {
        layout,
        group: params.get(if layout == Layout::Calendar { "by" } else { "group" }).unwrap_or_default(),
        board: params.get_str("pipeline").and_then(|id| id.parse().ok()),
        ..look(OLD, params)
    };
    open(OLD, &FURTHER, params, views, said)
}

/// The list of what is opened.
pub fn list_query(params: &ParamsMap, views: &Views) -> ListQuery {
    lists::saved::list_query(open_at(params, views, Layout::List), views)
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

/// The address of what is opened.
pub fn href(opened: &Opened, views: &Views) -> String {
    match opened.look.layout {
        Layout::Board => lists::saved::href("/leads/board", opened, views, |look, view| {
            address::board(&BoardQuery { view, ..board_of(look) })
        }),
        Layout::List => lists::saved::list_href(&LEADS, opened, views),
        Layout::Calendar => lists::saved::href("/leads/calendar", opened, views, |look, view| {
            address::calendar(&CalendarQuery { view, ..calendar_of(look) })
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fields::Asked;
    use kernel::{RecordKind, StaffId, ViewId};
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
