use leptos::html;
use leptos::prelude::*;

use crate::icon_button::true_or_false;
use crate::{Icon, IconName, IconSize, Tone};

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
    /// What the address has is saved as a file.
    pub download: bool,
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
            download: false,
        }
    }

    /// An item that saves a file.
    pub fn download(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { download: true, ..Self::link(label, href) }
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

/// One line: a link or a button with the role of a menu item.
pub(super) fn view(item: MenuItem, list: NodeRef<html::Div>) -> AnyView {
    let class = match (item.tone, item.starts_group) {
        (Tone::Danger, false) => "menu__item menu__item--danger",
        (Tone::Danger, true) => "menu__item menu__item--danger menu__item--group",
        (_, false) => "menu__item",
        (_, true) => "menu__item menu__item--group",
    };
    let role = if item.checked.is_some() { "menuitemcheckbox" } else { "menuitem" };
    let checked = item.checked.map(true_or_false);
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
            <a
                class=class
                role=role
                href=href
                download=item.download.then_some("")
                rel=item.download.then_some("external")
                tabindex="-1"
                on:click=move |_| close()
            >
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
