use leptos::prelude::*;

use crate::{Icon, IconName, IconSize, Spinner};

/// How much a control asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// An ordinary action.
    #[default]
    Neutral,
    /// The one action that the page is about.
    Primary,
    /// It takes something away.
    Danger,
    /// No border until the pointer comes; for toolbars and rows.
    Quiet,
}

/// The height of a control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// For toolbars and rows.
    Small,
    /// For forms.
    #[default]
    Medium,
    /// For a page with a single purpose, such as signing in.
    Large,
}

/// What a button does in its form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Only what `on_press` says.
    #[default]
    Button,
    /// Sends the form around it.
    Submit,
}

/// A button with words.
///
/// While `disabled_because` holds a reason the button can still be focused: the reason is shown as a hint and read with the
/// name, and pressing does nothing. While `busy` it keeps its width, shows a spinner and ignores presses.
#[component]
pub fn Button(
    /// The words on it.
    #[prop(into)]
    label: Signal<String>,
    #[prop(optional)] tone: Tone,
    #[prop(optional)] size: Size,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    #[prop(optional)] kind: ButtonKind,
    /// Work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it cannot be used now, in words for the person.
    #[prop(optional, into)]
    disabled_because: Signal<Option<String>>,
    /// `true` or `false` for a button that stays pressed.
    #[prop(optional, into)]
    pressed: Signal<Option<bool>>,
    /// Name and value that a form posts when this button sends it.
    #[prop(optional, into)]
    name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    /// To focus it from outside.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Button>,
) -> impl IntoView {
    let blocked = move || busy.get() || disabled_because.with(Option::is_some);
    let press = move |event: leptos::ev::MouseEvent| {
        if busy.get_untracked() || disabled_because.with_untracked(Option::is_some) {
            event.prevent_default();
            event.stop_propagation();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            node_ref=node_ref
            type=kind.attribute()
            class=button_class(tone, size)
            name=name
            value=value
            aria-disabled=move || blocked().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-pressed=move || pressed.get().map(|on| if on { "true" } else { "false" })
            title=move || disabled_because.get()
            on:click=press
        >
            {icon.map(|name| view! { <Icon name=name size=IconSize::Small /> })}
            <span class="button__label">{move || label.get()}</span>
            {move || busy.get().then(|| view! { <Spinner /> })}
        </button>
    }
}

impl ButtonKind {
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Submit => "submit",
        }
    }
}

/// The classes of a thing that looks like a button.
pub(crate) fn button_class(tone: Tone, size: Size) -> String {
    let tone = match tone {
        Tone::Neutral => "button button--neutral",
        Tone::Primary => "button button--primary",
        Tone::Danger => "button button--danger",
        Tone::Quiet => "button button--quiet",
    };
    match size {
        Size::Small => format!("{tone} button--small"),
        Size::Medium => tone.to_owned(),
        Size::Large => format!("{tone} button--large"),
    }
}
