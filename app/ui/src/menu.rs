use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::button::button_class;
use crate::icon_button::icon_button_class;
use crate::placement::hang;
use crate::{Icon, IconName, IconSize, Size, Tone};

mod keys;

/// What choosing an item does.
#[derive(Clone)]
pub enum MenuAct {
    /// Go to an address.
    Link(String),
    /// Do something.
    Run(Callback<()>),
}

/// One line of a [`Menu`].
#[derive(Clone)]
pub struct MenuItem {
    /// The words.
    pub label: String,
    /// What choosing it does.
    pub act: MenuAct,
    /// A drawing before the words.
    pub icon: Option<IconName>,
    /// `Danger` for what takes away; others look alike.
    pub tone: Tone,
    /// Why it cannot be chosen now; it stays reachable and the reason is read.
    pub disabled_because: Option<String>,
    /// `true` or `false` for an item that is one of several settings.
    pub checked: Option<bool>,
    /// A line above it: it starts a group.
    pub starts_group: bool,
    /// A dot in one of the ten hues, for stages and tags.
    pub hue: Option<u8>,
}

impl MenuItem {
    /// An item that does something.
    pub fn run(label: impl Into<String>, act: impl Fn() + Send + Sync + 'static) -> Self {
        Self::new(label.into(), MenuAct::Run(Callback::new(move |()| act())))
    }

    /// An item that goes somewhere.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new(label.into(), MenuAct::Link(href.into()))
    }

    fn new(label: String, act: MenuAct) -> Self {
        Self {
            label,
            act,
            icon: None,
            tone: Tone::Neutral,
            disabled_because: None,
            checked: None,
            starts_group: false,
            hue: None,
        }
    }

    /// With a drawing.
    #[must_use]
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }

    /// In red.
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.tone = Tone::Danger;
        self
    }

    /// Not to be chosen while there is a reason.
    #[must_use]
    pub fn disabled_because(mut self, reason: Option<String>) -> Self {
        self.disabled_because = reason;
        self
    }

    /// As a setting that is on or off.
    #[must_use]
    pub fn checked(mut self, on: bool) -> Self {
        self.checked = Some(on);
        self
    }

    /// As the first of a group.
    #[must_use]
    pub fn starts_group(mut self) -> Self {
        self.starts_group = true;
        self
    }

    /// With a dot in a hue.
    #[must_use]
    pub fn hue(mut self, hue: u8) -> Self {
        self.hue = Some(hue);
        self
    }
}

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
/// Items are asked for only while it is open, so a thousand closed menus cost nothing. Arrow keys, Home, End and typing the
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
    /// The list ends where the button ends instead of starting where it starts.
    #[prop(optional)]
    align_end: bool,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let (button, list) = (NodeRef::<html::Button>::new(), NodeRef::<html::Div>::new());
    Effect::new(move |_| {
        if let (true, Some(list), Some(button)) = (open.get(), list.get(), button.get()) {
            // In the next frame, still before it is painted: only with the items shown is the size known and something there to focus.
            request_animation_frame(move || {
                hang(&list, &button, align_end);
                keys::focus_item(&list, keys::Step::First);
            });
        }
    });
    let toggled = move |event: leptos::ev::Event| {
        let event = event.unchecked_ref::<web_sys::ToggleEvent>();
        open.set(event.new_state() == "open");
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
        <span class="menu">
            <button
                node_ref=button
                type="button"
                class=class
                popovertarget=id.clone()
                aria-haspopup="menu"
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
                on:keydown=move |event| keys::on_key(&event)
            >
                {move || open.get().then(|| items.get().into_iter().map(|item| item_view(item, list)).collect_view())}
            </div>
        </span>
    }
}

/// One line: a link or a button with the role of a menu item.
fn item_view(item: MenuItem, list: NodeRef<html::Div>) -> AnyView {
    let class = match (item.tone, item.starts_group) {
        (Tone::Danger, false) => "menu__item menu__item--danger",
        (Tone::Danger, true) => "menu__item menu__item--danger menu__item--group",
        (_, false) => "menu__item",
        (_, true) => "menu__item menu__item--group",
    };
    let role = if item.checked.is_some() { "menuitemcheckbox" } else { "menuitem" };
    let checked = item.checked.map(crate::icon_button::true_or_false);
    let blocked = item.disabled_because.is_some();
    let face = view! {
        {item.checked.map(|on| view! { <span class="menu__check">{on.then(|| view! { <Icon name=IconName::Check size=IconSize::Small /> })}</span> })}
        {item.icon.map(|name| view! { <Icon name=name size=IconSize::Small /> })}
        {item.hue.map(|hue| view! { <span class="menu__dot" data-hue=(hue % 10).to_string()></span> })}
        <span class="menu__label">{item.label}</span>
    };
    let reason = item.disabled_because;
    let close = move || {
        if let Some(list) = list.get_untracked() {
            drop(list.hide_popover());
        }
    };
    match item.act {
        MenuAct::Link(href) if !blocked => view! {
            <a class=class role=role href=href tabindex="-1" on:click=move |_| close()>
                {face}
            </a>
        }
        .into_any(),
        act => view! {
            <button
                type="button"
                class=class
                role=role
                tabindex="-1"
                aria-checked=checked
                aria-disabled=blocked.then_some("true")
                title=reason
                on:click=move |_| {
                    if !blocked {
                        close();
                        if let MenuAct::Run(act) = &act {
                            act.run(());
                        }
                    }
                }
            >
                {face}
            </button>
        }
        .into_any(),
    }
}
