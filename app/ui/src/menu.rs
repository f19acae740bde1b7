use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::button::button_class;
use crate::icon_button::icon_button_class;
use crate::placement::hang;
use crate::{Icon, IconName, IconSize, Shortcuts, Size, Tone};

mod item;
mod keys;

pub use item::{MenuAct, MenuItem};

/// How the button that opens a menu looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MenuTrigger {
    /// The drawing alone; the label is read.
    #[default]
    Icon,
    /// The label, and a small arrow.
    Label,
}

/// A button and the list that it opens. The list is native popover: pressing outside or Escape closes it and gives the focus back.
///
/// Items are asked for only while it is open, so a thousand closed menus cost nothing; they may come later than it opens. Arrow keys, Home, End and typing the
/// first letters move; Enter and Space choose. `id` must be unique on the page.
#[component]
pub fn Menu(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] items: Signal<Vec<MenuItem>>,
    #[prop(optional)] trigger: MenuTrigger,
    #[prop(default = IconName::More)] icon: IconName,
    #[prop(default = Tone::Quiet)] tone: Tone,
    #[prop(optional)] size: Size,
    /// Where the button stands in the order of tabs, if something else decides that.
    #[prop(optional, into)]
    tab_index: Option<Signal<&'static str>>,
    /// The list ends where the button ends instead of starting where it starts.
    #[prop(optional)]
    align_end: bool,
    /// A menu of the whole page: the palette shows its items, too.
    #[prop(optional)]
    offered: bool,
) -> impl IntoView {
    if offered {
        Shortcuts::here().offer(items);
    }
    let open = RwSignal::new(false);
    let (button, list) = (NodeRef::<html::Button>::new(), NodeRef::<html::Div>::new());
    Effect::new(move |was_filled: Option<bool>| {
        let is_filled = open.get() && items.with(|items| !items.is_empty());
        if was_filled == Some(true) {
            return is_filled;
        }
        if let (true, Some(list), Some(button)) = (is_filled, list.get(), button.get()) {
            // In the next frame, still before it is painted: only with the items shown is the size known and something there to focus.
            request_animation_frame(move || {
                hang(&list, &button, align_end);
                keys::focus_item(&list, keys::Step::First);
            });
        }
        is_filled
    });
    let toggled = move |event: leptos::ev::Event| {
        // Items come before the list shows and go after it went: with the focused item gone too early, the browser would not
        // give the focus back to the button.
        let opens = event.unchecked_ref::<web_sys::ToggleEvent>().new_state() == "open";
        if opens == (event.type_() == "beforetoggle") {
            open.set(opens);
        }
    };
    let class = match trigger {
        MenuTrigger::Icon => icon_button_class(tone, size),
        MenuTrigger::Label => button_class(tone, size),
    };
    let face = match trigger {
        MenuTrigger::Icon => view! { <Icon name=icon /> }.into_any(),
        MenuTrigger::Label => view! {
            <span class="button__label">{move || label.get()}</span>
            <Icon name=IconName::ChevronDown size=IconSize::Small />
        }
        .into_any(),
    };
    view! {
        <div class="menu">
            <button
                node_ref=button
                type="button"
                class=class
                popovertarget=id.clone()
                aria-haspopup="menu"
                tabindex=tab_index.map(|index| move || index.get())
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-label=move || (trigger == MenuTrigger::Icon).then(|| label.get())
                title=move || (trigger == MenuTrigger::Icon).then(|| label.get())
            >
                {face}
            </button>
            <div
                node_ref=list
                class="menu__list"
                id=id
                popover="auto"
                role="menu"
                aria-label=move || label.get()
                on:beforetoggle=toggled
                on:toggle=toggled
                on:keydown=move |event| keys::on_key(&event)
            >
                {move || open.get().then(|| items.get().into_iter().map(|item| item::view(item, list)).collect_view())}
            </div>
        </div>
    }
}
