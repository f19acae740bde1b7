//! What is filtered, condition by condition, in the reader's words.

use kernel::{I18n, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Button, Icon, IconName, IconSize, Size, Tone};
use wasm_bindgen::JsCast;

use super::bar::{Filtering, Quick};
use super::builder::focus_within;
use crate::{Asked, Node};

/// A condition as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    text: String,
    /// Which of the outer conditions, from 0.
    at: usize,
    is_broken: bool,
}

/// What is asked often, to be switched on and off, and each other condition in words: a press opens it, its cross takes
/// it away. A condition that cannot be read is red; while it is there, nothing matches.
#[component]
pub fn FilterChips(filtering: Filtering) -> impl IntoView {
    let i18n = use_i18n();
    let shown = Memo::new(move |_| shown(filtering, i18n));
    let is_filtered = Memo::new(move |_| {
        filtering.asked.with(|asked| !asked.q.is_empty()) || filtering.read.with(|read| !read.is_empty())
    });
    let is_broken = Memo::new(move |_| shown.with(|shown| shown.iter().any(|chip| chip.is_broken)));
    let clear = move |()| {
        filtering.apply.run(Asked::default());
        focus_within("filter-open".into(), "button");
    };
    view! {
        <div class="filter-chips" id="filter-chips">
            <QuickButtons filtering=filtering />
            <ul class="filter-chips__list" role="list" aria-label=t!("fields-filter-active")>
                <For each=move || shown.get() key=|chip| (chip.at, chip.text.clone()) let:chip>
                    <Chip chip=chip filtering=filtering />
                </For>
            </ul>
            <Show when=move || is_filtered.get()>
                <Button label=ts!("fields-filter-clear") size=Size::Small tone=Tone::Quiet on_press=clear />
            </Show>
            <p class="filter-chips__broken" role="status">
                {move || if is_broken.get() { i18n.text("fields-filter-broken", &[]) } else { String::new() }}
            </p>
        </div>
    }
}

fn shown(filtering: Filtering, i18n: I18n) -> Vec<Shown> {
    let quick = filtering.quick.get();
    filtering.read.with(|read| {
        let chip = |(at, piece): (usize, &Result<Node, String>)| match piece {
            // The often asked stand as buttons that are pressed.
            Ok(node) if quick.iter().any(|quick| quick.node == *node) => None,
            Ok(node) => {
                let text = filtering.wording(i18n, |wording| wording.say(node));
                Some(Shown { text, at, is_broken: false })
            }
            Err(text) => Some(Shown { text: text.clone(), at, is_broken: true }),
        };
        read.iter().enumerate().filter_map(chip).collect()
    })
}

#[component]
fn QuickButtons(filtering: Filtering) -> impl IntoView {
    let i18n = use_i18n();
    let button = move |quick: Quick| {
        let node = StoredValue::new(quick.node);
        let is_on = Memo::new(move |_| {
            node.with_value(|node| {
                filtering.read.with(|read| read.iter().any(|piece| piece.as_ref() == Ok(node)))
            })
        });
        let toggle = move |()| {
            let mut pieces = filtering.read.get_untracked();
            match is_on.get_untracked() {
                true => node.with_value(|node| pieces.retain(|piece| piece.as_ref() != Ok(node))),
                false => pieces.push(Ok(node.get_value())),
            }
            filtering.ask(pieces);
        };
        let pressed = Signal::derive(move || Some(is_on.get()));
        let label = Signal::derive(move || i18n.text(quick.label, &[]));
        view! { <Button label=label size=Size::Small pressed=pressed on_press=toggle /> }
    };
    view! {
        <div class="filter-chips__quick" role="group" aria-label=t!("fields-filter-often")>
            {move || filtering.quick.get().into_iter().map(button).collect_view()}
        </div>
    }
}

#[component]
fn Chip(chip: Shown, filtering: Filtering) -> impl IntoView {
    let i18n = use_i18n();
    let Shown { text, at, is_broken } = chip;
    let said = text.clone();
    let label = move || i18n.text("fields-filter-remove", &[("name", said.as_str().into())]);
    let remove = move |_| {
        let mut pieces = filtering.read.get_untracked();
        if at < pieces.len() {
            drop(pieces.remove(at));
        }
        filtering.ask(pieces);
        focus_chip(at);
    };
    let face = match is_broken {
        true => view! {
            <span class="filter-chip__text">
                <Icon name=IconName::Warning size=IconSize::Small />
                <bdi>{text}</bdi>
            </span>
        }
        .into_any(),
        false => view! {
            <button type="button" class="filter-chip__text" on:click=move |_| filtering.open.set(Some(at + 1))>
                <bdi>{text}</bdi>
            </button>
        }
        .into_any(),
    };
    view! {
        <li class="filter-chip" data-broken=is_broken.then_some("true")>
            {face}
            <button type="button" class="filter-chip__remove" aria-label=label on:click=remove>
                <Icon name=IconName::Close size=IconSize::Small />
            </button>
        </li>
    }
}

/// A chip went: the focus is on the one in its place, or on the filter's button when none is left.
fn focus_chip(at: usize) {
    request_animation_frame(move || {
        let chips = document().query_selector_all("#filter-chips .filter-chip__remove").ok();
        let left = chips.as_ref().map_or(0, web_sys::NodeList::length);
        let next = chips.and_then(|chips| chips.get((at as u32).min(left.checked_sub(1)?)));
        match next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
            Some(next) => {
                // An element that cannot take the focus leaves it where it is.
                drop(next.focus());
            }
            None => focus_within("filter-open".into(), "button"),
        }
    });
}
