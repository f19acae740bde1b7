use std::sync::Arc;

use fields::CustomField;
use kernel::{I18n, Instant, LeadId, RecordKind, RecordRef, age, use_i18n, use_now};
use leptos::prelude::*;
use ui::{Icon, IconName, IconSize, hue_of, initials};

use super::card_menu::CardMenu;
use super::focus::link_id;
use super::state::is_stale;
use super::store::{BoardStore, ColumnHandle, Hand};
use crate::pages::address;
use crate::{Dictionaries, LeadCard};

/// The most tags that a card names.
const TAGS: usize = 3;

/// One card. Its name is a link over the whole card and its one tab stop; the menu can be reached from it.
#[component]
pub fn CardItem(
    store: BoardStore,
    column: ColumnHandle,
    visible: Memo<Vec<Arc<LeadCard>>>,
    tab_stop: Memo<Option<LeadId>>,
    first: Arc<LeadCard>,
) -> impl IntoView {
    let (i18n, id) = (use_i18n(), first.id);
    let card = Memo::new(move |before: Option<&Arc<LeadCard>>| {
        let found = visible.with(|cards| cards.iter().find(|card| card.id == id).cloned());
        found.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let held = Memo::new(move |_| {
        let held = store.held.get().filter(|held| held.id == id);
        held.map(|held| if held.by == Hand::Pointer { "pointer" } else { "keyboard" })
    });
    let is_marked = Memo::new(move |_| store.selection.marked.with(|marked| marked.contains(&id)));
    let stack = move || {
        let count = held.get().map_or(1, |_| store.with(|state| state.moving_with(id).len()));
        (count > 1).then(|| view! { <span class="board-card__stack" aria-hidden="true">{count}</span> })
    };
    let record = RecordRef { kind: RecordKind::Lead, id: id.0 };
    // Its own closure: who comes and goes writes this mark and nothing else of the card.
    let others = move || records::present_mark(i18n, &store.presence.at(record));
    let place = move || {
        let at = column.view.with(|view| view.cards.iter().position(|card| card.id == id)).unwrap_or(0);
        (at + 1).to_string()
    };
    let size = move || column.view.with(|view| view.totals.count.max(view.cards.len() as i64)).to_string();
    // A line more: all cards have it, or none, so that they are equally high.
    let has_added = move || store.words.with(|words| words.fields.iter().any(|field| field.is_on_card));
    let stops_here = move || if tab_stop.get() == Some(id) { "0" } else { "-1" };
    view! {
        <li class="board-card" data-card=id.to_string() data-added=move || has_added().then_some("") data-held=move || held.get() data-marked=move || is_marked.get().then_some("") aria-posinset=place aria-setsize=size>
            <a
                class="board-card__name"
                id=link_id(id)
                href=move || store.query.with(|query| address::beside_board(id, query))
                draggable="false"
                tabindex=stops_here
                aria-label=move || spoken(i18n, &card.get(), is_marked.get())
                aria-describedby="board-help"
                dir="auto"
                on:focus=move |_| column.current.set(Some(id))
            >
                {move || card.with(|card| card.name.clone())}
            </a>
            <CardMenu card=card stops_here=Signal::derive(move || tab_stop.get() == Some(id)) />
            {move || face(i18n, &card.get(), &store.words.get())}
            <Times card=card column=column />
            {move || is_marked.get().then(|| view! { <span class="board-card__mark"><Icon name=IconName::Check size=IconSize::Small /></span> })}
            {others}
            {stack}
        </li>
    }
}

/// What is read of a card when the focus comes to it.
fn spoken(i18n: I18n, card: &LeadCard, is_marked: bool) -> String {
    let value = card.value.map(|value| i18n.money(value));
    let marked = is_marked.then(|| i18n.text("board-is-selected", &[]));
    let parts = [Some(card.name.clone()), card.company.clone(), value, marked];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Company, value, tags and owner.
fn face(i18n: I18n, card: &LeadCard, words: &Dictionaries) -> impl IntoView + use<> {
    let tags = card.tags.iter().filter_map(|id| words.tags.iter().find(|tag| tag.id == *id));
    let named = tags.take(TAGS).map(|tag| {
        let (hue, name) = ((tag.hue % 10).to_string(), tag.name.clone());
        view! { <bdi class="board-card__tag" data-hue=hue>{name}</bdi> }
    });
    let named = named.collect_view();
    let more = card.tags.len().saturating_sub(TAGS);
    let owner = card.owner_id.and_then(|id| words.staff.iter().find(|person| person.id == id));
    let owner = owner.map(|person| {
        let hue = hue_of(&person.id.to_string()).to_string();
        let label = i18n.text("board-owned-by", &[("name", person.name.as_str().into())]);
        view! {
            <span class="board-card__owner" data-hue=hue role="img" aria-label=label.clone() title=label>
                {initials(&person.name)}
            </span>
        }
    });
    view! {
        <span class="board-card__company" dir="auto">{card.company.clone()}</span>
        {card.value.map(|value| view! { <bdi class="board-card__value">{i18n.money(value)}</bdi> })}
        {added(i18n, card, words)}
        <span class="board-card__tags">
            {named} {(more > 0).then(|| view! { <span class="board-card__more">{format!("+{more}")}</span> })}
        </span>
        {owner}
    }
}

/// The added fields that stand on cards: one line of values, each with its name for who points at it or listens.
fn added(i18n: I18n, card: &LeadCard, words: &Dictionaries) -> impl IntoView + use<> {
    let marked = words.fields.iter().filter(|field| field.is_on_card);
    let value = |field: &CustomField| {
        let shown = field.show(i18n, &words.staff, card.added.get(&field.key())?)?;
        let args = [("field", field.name.as_str().into()), ("value", shown.as_str().into())];
        let label = i18n.text("board-card-field", &args);
        Some(
            view! { <bdi class="board-card__added-value" role="img" aria-label=label.clone() title=label>{shown}</bdi> },
        )
    };
    let mut marked = marked.peekable();
    marked.peek().is_some().then(|| {
        let values = marked.filter_map(value).collect_view();
        view! { <span class="board-card__added">{values}</span> }
    })
}

/// How long in the stage, the next reminder, the last contact. Written again each minute.
#[component]
fn Times(card: Memo<Arc<LeadCard>>, column: ColumnHandle) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    move || {
        let (card, now) = (card.get(), now.get());
        let stale = column.view.with_untracked(|view| is_stale(&card, &view.stage, now));
        let since = |at: Instant| i18n.render(&age(at, now));
        let standing = since(card.stage_since);
        let (icon, key) =
            if stale { (IconName::Warning, "board-stale") } else { (IconName::Clock, "board-in-stage") };
        let standing = time(
            icon,
            standing.clone(),
            i18n.text(key, &[("age", standing.into())]),
            if stale { "late" } else { "" },
        );
        let reminder = card.next_reminder_at.map(|at| {
            let is_due = at <= now;
            let shown = i18n.render(&if is_due { age(at, now) } else { age(now, at) });
            let label = i18n.text("board-reminder", &[("at", at.into())]);
            time(IconName::Bell, shown, label, if is_due { "late" } else { "" })
        });
        let contact = card.last_contact_at.map(|at| {
            let shown = since(at);
            time(IconName::Phone, shown.clone(), i18n.text("board-contact", &[("age", shown.into())]), "")
        });
        view! { <span class="board-card__times">{standing} {reminder} {contact}</span> }
    }
}

/// A small drawing with a short text; the long one is read, and shown to who points at it.
fn time(icon: IconName, shown: String, label: String, state: &'static str) -> impl IntoView {
    view! {
        <span class="board-card__time" data-state=state role="img" aria-label=label.clone() title=label>
            <Icon name=icon size=IconSize::Small />
            {shown}
        </span>
    }
}
