use std::sync::Arc;

use kernel::{Actor, Area, Can, LeadId, use_i18n, use_me};
use leptos::prelude::*;
use ui::{IconName, Menu, MenuItem, Size};

use super::columns::AskWhere;
use super::moves::Moves;
use crate::pages::address;
use crate::{LeadCard, Outcome};

/// What makes the lines of a card's menu. Its program comes after the board answers: 400 cards are to be seen before
/// anybody opens a menu.
#[derive(Clone, Copy)]
pub struct Offers {
    make: RwSignal<Option<Offer>>,
    is_wanted: RwSignal<bool>,
}

/// The lines for a card, and where "Move to..." asks.
type Offer = fn(Moves, RwSignal<Vec<LeadId>>, &Arc<LeadCard>, &Actor) -> Vec<MenuItem>;

kernel::lazy_part! {
    leads_later: fn card_offers(offers: Offers) => offers.make.set(Some(offer))
}

impl Offers {
    /// Puts them into context for the menus of the cards; the view shows nothing and fetches them.
    pub fn provide() -> AnyView {
        let offers = Self { make: RwSignal::new(None), is_wanted: RwSignal::new(false) };
        provide_context(offers);
        card_offers(offers.is_wanted, move || offers.is_wanted.set(false), offers)
    }
}

/// The menu of a card: whatever a drag can do, and more, by single presses.
#[component]
pub fn CardMenu(card: Memo<Arc<LeadCard>>, stops_here: Signal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (Some(moves), Some(AskWhere(asked)), Some(offers)) =
        (use_context::<Moves>(), use_context::<AskWhere>(), use_context::<Offers>())
    else {
        return ().into_any();
    };
    let me = use_me();
    let label = Signal::derive(move || {
        i18n.text("board-card-menu", &[("name", card.with(|card| card.name.as_str().into()))])
    });
    let id = format!("card-menu-{}", card.with_untracked(|card| card.id));
    let items = Signal::derive(move || match offers.make.get() {
        Some(make) => make(moves, asked, &card.get(), &me.actor),
        None => {
            offers.is_wanted.set(true);
            Vec::new()
        }
    });
    // In the tab order only on the column's tab stop: a column is two stops, not two for each card.
    let tab_index = Signal::derive(move || if stops_here.get() { "0" } else { "-1" });
    view! {
        <div class="board-card__menu">
            <Menu id=id label=label items=items tab_index=tab_index size=Size::Small align_end=true />
        </div>
    }
    .into_any()
}

fn offer(moves: Moves, asked: RwSignal<Vec<LeadId>>, card: &Arc<LeadCard>, me: &Actor) -> Vec<MenuItem> {
    let (i18n, id) = (moves.i18n, card.id);
    let may_edit = me.has(Area::Leads, Can::Edit);
    let refusal = |may: bool| (!may).then(|| i18n.text("error-forbidden", &[]));
    let mut items = vec![
        MenuItem::run(i18n.text("board-move-to", &[]), move || asked.set(moves.store.together(id)))
            .icon(IconName::ArrowEnd)
            .disabled_because(refusal(may_edit)),
        marking(moves, id),
    ];
    items.extend(opening(moves, card));
    items.extend(acting(moves, card, me.staff_id(), &refusal(may_edit)));
    let (id, version) = (card.id, card.version);
    items.push(
        MenuItem::run(i18n.text("lead-delete", &[]), move || moves.actions.delete(id, version))
            .icon(IconName::Trash)
            .danger()
            .starts_group()
            .disabled_because(refusal(me.has(Area::Leads, Can::Delete))),
    );
    items
}

/// Marks the card, or takes its mark away: what a key and Ctrl do, by a press.
fn marking(moves: Moves, id: LeadId) -> MenuItem {
    let is_marked = moves.store.selection.marked.with_untracked(|marked| marked.contains(&id));
    let key = if is_marked { "board-deselect" } else { "board-select" };
    let toggle = move || moves.store.selection.toggle(id);
    MenuItem::run(moves.i18n.text(key, &[]), toggle).icon(IconName::CheckAll)
}

fn opening(moves: Moves, card: &LeadCard) -> [MenuItem; 2] {
    let (i18n, id) = (moves.i18n, card.id);
    let beside = moves.store.query.with_untracked(|query| address::beside_board(id, query));
    let in_tab = move || drop(window().open_with_url_and_target(&address::lead(id), "_blank"));
    [
        MenuItem::link(i18n.text("lead-open", &[]), beside).icon(IconName::Eye).starts_group(),
        MenuItem::run(i18n.text("lead-open-tab", &[]), in_tab).icon(IconName::External),
    ]
}

fn acting(
    moves: Moves,
    card: &Arc<LeadCard>,
    me: Option<kernel::StaffId>,
    refusal: &Option<String>,
) -> Vec<MenuItem> {
    let (i18n, card) = (moves.i18n, card.clone());
    let (id, owner) = (card.id, card.owner_id);
    let mine = me.filter(|me| owner != Some(*me)).map(|me| {
        let assign = move || moves.actions.assign(id, Some(me), owner, &card.name.clone());
        MenuItem::run(i18n.text("lead-assign-me", &[]), assign).icon(IconName::User)
    });
    let put_out = move |outcome: Outcome| {
        let go_on = move |fields| moves.actions.put_out(id, Outcome::Active, outcome, fields);
        moves.rules.lose(outcome, go_on)
    };
    let (lose, junk) = (move || put_out(Outcome::Lost), move || put_out(Outcome::Junk));
    let others = [
        MenuItem::run(i18n.text("lead-convert", &[]), move || moves.rules.convert(id))
            .icon(IconName::Convert),
        MenuItem::run(i18n.text("lead-mark-lost", &[]), lose).icon(IconName::Flag),
        MenuItem::run(i18n.text("lead-mark-junk", &[]), junk).icon(IconName::Archive),
    ];
    let first = mine.into_iter().map(MenuItem::starts_group);
    first.chain(others).map(|item| item.disabled_because(refusal.clone())).collect()
}
