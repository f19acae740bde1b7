//! Which view an address opens.

use kernel::ViewId;

use crate::{Look, Views};

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// The saved view, if it is one; it may be changed.
    pub view: Option<ViewId>,
    /// What is shown.
    pub look: Look,
}

impl Opened {
    /// Whether something else is shown than the saved view has. Laid out otherwise, it is the same view as long as it shows
    /// the same records as that layout usually does.
    pub fn is_changed(&self, views: &Views) -> bool {
        let Some(saved) = self.view.and_then(|id| views.find(id)).map(|view| &view.look) else {
            return false;
        };
        match saved.layout == self.look.layout {
            true => *saved != self.look,
            false => self.look != saved.laid_out(self.look.layout),
        }
    }

    /// What an address has to say of the view, and whether it has to say what is shown: a view as it was saved is named
    /// and no more, so that a link to it follows it.
    pub fn address(&self, views: &Views) -> (Option<String>, bool) {
        let is_usual = self.look == Look { layout: self.look.layout, ..Look::default() };
        match self.view {
            Some(id) => (Some(id.to_string()), self.is_changed(views)),
            // Where a view would open first, what is usual has to be asked for.
            None if is_usual && views.first(self.look.layout).is_some() => (Some(ALL.to_owned()), false),
            None => (None, true),
        }
    }
}

/// The word of an address for the usual view of all records.
const ALL: &str = "all";

/// What an address opens: `said` is what it says itself, if it says something of what is shown; `view` its word for the
/// view. Without both it is what opens first in this layout.
pub fn opened(views: &Views, view: Option<&str>, said: Option<Look>, usual: Look) -> Opened {
    let named = view.and_then(|id| id.parse().ok().map(ViewId)).and_then(|id| views.find(id));
    match (named, said) {
        (named, Some(look)) => Opened { view: named.map(|view| view.id), look },
        (Some(view), None) => Opened { view: Some(view.id), look: view.look.clone() },
        // A view that is gone opens nothing else in its place.
        (None, None) => match views.first(usual.layout).filter(|_| view.is_none()) {
            Some(first) => Opened { view: Some(first.id), look: first.look.clone() },
            None => Opened { view: None, look: usual },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Layout, Sharing, View};
    use kernel::{RecordKind, StaffId};

    fn view(id: i64, sort: &str) -> View {
        View {
            id: ViewId(id),
            record_kind: RecordKind::Lead,
            name: format!("View {id}"),
            owner_id: StaffId(1),
            owner_name: "Ada".into(),
            look: look(sort),
            sharing: Sharing::Private,
            default_roles: Vec::new(),
            may_edit: true,
            fallen: Vec::new(),
            is_pinned: false,
            is_first: false,
            is_first_for_role: false,
            version: 1,
        }
    }

    fn look(sort: &str) -> Look {
        Look { sort: sort.into(), ..Look::default() }
    }

    fn views(views: Vec<View>) -> Views {
        Views { views, ..Views::default() }
    }

    #[test]
    fn the_address_goes_before_ones_own_choice_and_that_before_the_roles() {
        let role = View { is_first_for_role: true, ..view(1, "name") };
        let own = View { is_first: true, ..view(2, "value") };
        let all = views(vec![role.clone(), own, view(3, "city")]);
        let open = |word: Option<&str>, said: Option<Look>| opened(&all, word, said, Look::default());
        assert_eq!(open(None, None).view, Some(ViewId(2)));
        assert_eq!(open(Some("3"), None), Opened { view: Some(ViewId(3)), look: look("city") });
        assert_eq!(open(None, Some(look("x"))), Opened { view: None, look: look("x") });
        assert_eq!(open(Some("all"), None), Opened::default());
        assert_eq!(open(Some("99"), None), Opened::default(), "a view that is gone opens no other");
        let role_only = views(vec![role]);
        assert_eq!(opened(&role_only, None, None, Look::default()).view, Some(ViewId(1)));
        let board = Look { layout: Layout::Board, ..Look::default() };
        assert_eq!(opened(&role_only, None, None, board.clone()).look, board, "a list opens on no board");
    }

    #[test]
    fn a_changed_view_stays_the_view_that_it_was() {
        let all = views(vec![view(3, "city")]);
        let changed = opened(&all, Some("3"), Some(look("")), Look::default());
        assert!(changed.is_changed(&all));
        assert_eq!(changed.address(&all), (Some("3".into()), true));
        let same = opened(&all, Some("3"), None, Look::default());
        assert_eq!(same.address(&all), (Some("3".into()), false));
        let board = Opened { look: same.look.laid_out(Layout::Board), ..same };
        assert_eq!(board.address(&all), (Some("3".into()), false), "the same view on a board");
        let owners = Opened { look: Look { group: "owner".into(), ..board.look.clone() }, ..board };
        assert_eq!(owners.address(&all), (Some("3".into()), true));
    }

    #[test]
    fn all_records_can_be_asked_for_where_a_view_opens_first() {
        let all = views(vec![View { is_first: true, ..view(3, "city") }]);
        assert_eq!(Opened::default().address(&all), (Some("all".into()), false));
        assert_eq!(Opened::default().address(&views(Vec::new())), (None, true));
    }
}
