use leptos::prelude::*;

use crate::{Icon, IconName, Size, Tone};

/// A button with a drawing only. Its label is required: it is the name that is read, and the hint on hover.
#[component]
pub fn IconButton(
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
    icon: IconName,
    /// Quiet unless told otherwise.
    #[prop(default = Tone::Quiet)]
    tone: Tone,
    #[prop(optional)] size: Size,
    /// `true` or `false` for a button that stays pressed.
    #[prop(optional, into)]
    pressed: Signal<Option<bool>>,
    /// Why it cannot be used now; it stays focusable and the reason is read.
    #[prop(optional, into)]
    disabled_because: Signal<Option<String>>,
    /// `true` or `false` for a button that folds something out.
    #[prop(optional, into)]
    expanded: Signal<Option<bool>>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    /// To focus it from outside.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Button>,
) -> impl IntoView {
    let press = move |event: leptos::ev::MouseEvent| {
        if disabled_because.with_untracked(Option::is_some) {
            event.prevent_default();
            event.stop_propagation();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            node_ref=node_ref
            type="button"
            class=icon_button_class(tone, size)
            aria-label=move || label.get()
            aria-disabled=move || disabled_because.with(Option::is_some).then_some("true")
            aria-pressed=move || pressed.get().map(true_or_false)
            aria-expanded=move || expanded.get().map(true_or_false)
            title=move || disabled_because.get().unwrap_or_else(|| label.get())
            on:click=press
        >
            <Icon name=icon />
        </button>
    }
}

pub(crate) fn true_or_false(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

pub(crate) fn icon_button_class(tone: Tone, size: Size) -> String {
    let tone = match tone {
        Tone::Neutral => "icon-button icon-button--neutral",
        Tone::Primary => "icon-button icon-button--primary",
        Tone::Danger => "icon-button icon-button--danger",
        Tone::Quiet => "icon-button",
    };
    match size {
        Size::Small => format!("{tone} icon-button--small"),
        Size::Medium => tone.to_owned(),
        Size::Large => format!("{tone} icon-button--large"),
    }
}
