//! The palette: go somewhere, find a record, make something, change something, without leaving the keyboard.

use std::time::Duration;

use kernel::{Hit, RecordKind, ts, use_i18n, use_me, use_problems};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use ui::{CommandPalette, IconName, MenuAct, MenuItem, PaletteItem, Shortcuts};

use crate::features::{CORNERS, CREATIONS, PLACES, Place, settings_links};
use crate::layout::{Overlays, language_items, sign_out, theme_items};
use crate::search::search_records;

/// The keys that open the palette itself.
pub(crate) const OPENS: [&str; 2] = ["mod+k", "/"];

/// Typing faster than this asks only once.
const PAUSE: Duration = Duration::from_millis(80);

kernel::lazy_part! {
    shell_later: pub(crate) fn palette(open: RwSignal<bool>) => view! { <Palette open=open /> }
}

/// The palette of the whole page.
#[component]
fn Palette(open: RwSignal<bool>) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let (hits, searching) = search_as_typed(query);
    let own = own_items();
    let i18n = use_i18n();
    let items = Signal::derive(move || {
        let found =
            hits.get().into_iter().map(|hit| hit_item(i18n.text(group_of(hit.record.kind), &[]), hit));
        found.chain(own.get()).collect::<Vec<_>>()
    });
    view! {
        <CommandPalette
            id="palette"
            title=ts!("shell-search")
            placeholder=ts!("shell-search-hint")
            nothing_found=ts!("shell-search-nothing")
            open=open
            query=query
            items=items
            searching=searching
        />
    }
}

/// What the server finds for the text, and whether it is still looking. Answers that come after a newer question are
/// dropped.
fn search_as_typed(query: RwSignal<String>) -> (RwSignal<Vec<Hit>>, RwSignal<bool>) {
    let (hits, searching) = (RwSignal::new(Vec::new()), RwSignal::new(false));
    let problems = use_problems();
    let asked = StoredValue::new(0_u64);
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        waiting.flatten().inspect(TimeoutHandle::clear);
        let text = query.with(|query| query.trim().to_owned());
        let number = asked.get_value() + 1;
        asked.set_value(number);
        if text.is_empty() {
            hits.set(Vec::new());
            searching.set(false);
            return None;
        }
        searching.set(true);
        let ask = move || {
            leptos::task::spawn_local(async move {
                let answer = search_records(text).await;
                if asked.try_get_value() != Some(number) {
                    return;
                }
                searching.set(false);
                match answer {
                    Ok(found) => hits.set(found),
                    Err(error) => problems.report(error),
                }
            });
        };
        set_timeout_with_handle(ask, PAUSE).ok()
    });
    (hits, searching)
}

/// What the palette knows by itself: places, what can be made, what can be changed.
fn own_items() -> Signal<Vec<PaletteItem>> {
    let (me, i18n, overlays) = (use_me(), use_i18n(), expect_context::<Overlays>());
    let shortcuts = Shortcuts::here();
    let (themes, languages) = (theme_items(), language_items());
    let allowed = |places: &[Place]| places.iter().filter(|place| (place.may)(&me.actor)).cloned().collect();
    let [places, corners, creations]: [Vec<_>; 3] = [&PLACES[..], &CORNERS, &CREATIONS].map(allowed);
    let settings: Vec<_> = settings_links().0.into_iter().filter(|link| (link.may)(&me.actor)).collect();
    let boards = LocalResource::new(leads::api::list_pipelines);
    Signal::derive(move || {
        let word = |key: &str| i18n.text(key, &[]);
        let (going, making, doing) =
            (word("shell-keys-go"), word("shell-keys-make"), word("shell-palette-do"));
        let item = |group: &str, place: &Place| {
            let item = PaletteItem::link(group, i18n.render(&place.label), place.icon, place.path);
            place.keys.map_or(item.clone(), |keys| item.keys(keys))
        };
        let choices = |hint: &str, items: Vec<MenuItem>| -> Vec<_> {
            items.into_iter().filter_map(|item| setting(&doing, &word(hint), item)).collect()
        };
        let mut all: Vec<_> = places.iter().map(|place| item(&going, place)).collect();
        // One board needs no name.
        let boards = boards.get().and_then(Result::ok).filter(|boards| boards.len() > 1).unwrap_or_default();
        all.extend(boards.into_iter().map(|board| {
            let label = i18n.text("shell-board-of", &[("name", board.name.into())]);
            PaletteItem::link(&going, label, IconName::Board, leads::board_path(board.id))
        }));
        all.extend(corners.iter().map(|place| item(&going, place)));
        all.extend(settings.iter().map(|link| {
            PaletteItem::link(&going, i18n.render(&link.label), link.icon, link.path)
                .hint(word("shell-settings"))
        }));
        all.extend(creations.iter().map(|place| item(&making, place)));
        all.extend(choices("shell-theme", themes()));
        all.extend(choices("shell-language", languages().collect()));
        all.push(
            PaletteItem::run(&doing, word("shell-keys"), IconName::Keyboard, move || overlays.help.set(true))
                .keys("?"),
        );
        all.push(PaletteItem::run(&doing, word("shell-sign-out"), IconName::LogOut, sign_out));
        let mut here = page_items(shortcuts, &word("shell-palette-page"), &all);
        here.append(&mut all);
        here
    })
}

/// What the page in front of the person can do: by a key that is not known everywhere, or offered by a part of it.
fn page_items(shortcuts: Shortcuts, group: &str, known: &[PaletteItem]) -> Vec<PaletteItem> {
    let is_known =
        |keys: &str| OPENS.contains(&keys) || known.iter().any(|item| item.keys.as_deref() == Some(keys));
    let by_key = shortcuts.groups().into_iter().flat_map(|(_, shortcuts)| shortcuts);
    let by_key = by_key.filter(|shortcut| !is_known(&shortcut.keys)).filter_map(|shortcut| {
        let act = shortcut.act?;
        let item =
            PaletteItem::run(group, shortcut.description.get(), IconName::Keyboard, move || act.run(()));
        Some(item.keys(shortcut.keys))
    });
    let offered = shortcuts.offered().into_iter().filter(|item| item.disabled_because.is_none());
    by_key.chain(offered.map(|item| menu_item(group, item))).collect()
}

/// A line of a menu as one of the palette.
fn menu_item(group: &str, item: MenuItem) -> PaletteItem {
    let icon = item.icon.unwrap_or(IconName::ArrowEnd);
    match item.act {
        MenuAct::Link(href) => PaletteItem::link(group, item.label, icon, href),
        MenuAct::Run(act) => PaletteItem::run(group, item.label, icon, move || act.run(())),
    }
}

/// An item of a menu that chooses, as a line of the palette; what is chosen already is left out.
fn setting(group: &str, hint: &str, item: MenuItem) -> Option<PaletteItem> {
    let icon = item.icon.unwrap_or(IconName::Languages);
    (item.checked != Some(true)).then(|| menu_item(group, item.icon(icon)).hint(hint))
}

fn hit_item(group: String, hit: Hit) -> PaletteItem {
    let icon = match hit.record.kind {
        RecordKind::Customer => IconName::Building,
        RecordKind::Staff => IconName::User,
        _ => IconName::Contact,
    };
    let item = PaletteItem::link(group, hit.title, icon, hit.path).found();
    if hit.hint.is_empty() { item } else { item.hint(hit.hint) }
}

fn group_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Lead => "shell-leads",
        RecordKind::Customer
        | RecordKind::Contact
        | RecordKind::Site
        | RecordKind::LegalEntity
        | RecordKind::Account => "shell-customers",
        RecordKind::Import => "shell-imports",
        RecordKind::Export => "shell-leads",
        RecordKind::Staff
        | RecordKind::Setting
        | RecordKind::Run
        | RecordKind::Product
        | RecordKind::Specimen => "shell-settings",
    }
}
