use leptos::prelude::*;

use crate::IconName;
use crate::field::Wiring;
use crate::{Icon, IconSize};

/// What is typed; phones choose their keyboard by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Free text on one line.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A phone number.
    Tel,
    /// A web address.
    Url,
    /// A number without unit.
    Number,
    /// A secret.
    Password,
    /// Words to search for; Escape empties it.
    Search,
    /// A day, as `YYYY-MM-DD`.
    Date,
    /// A day and a time on the clock of the person, as `YYYY-MM-DDTHH:MM`.
    DateTime,
    /// A time on the clock, as `HH:MM`.
    Time,
}

impl InputKind {
    fn attribute(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Url => "url",
            Self::Number => "number",
            Self::Password => "password",
            Self::Search => "search",
            Self::Date => "date",
            Self::DateTime => "datetime-local",
            Self::Time => "time",
        }
    }

    /// Addresses and numbers run left to right even in an Arabic page; free text follows its first letter.
    fn direction(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Search => Some("auto"),
            Self::Email | Self::Tel | Self::Url => Some("ltr"),
            _ => None,
        }
    }
}

/// One line of text inside a [`crate::Field`].
#[component]
pub fn TextInput(
    /// The name that a form posts.
    #[prop(into)]
    name: String,
    /// What stands in it, two-way.
    #[prop(optional)]
    value: RwSignal<String>,
    #[prop(optional)] kind: InputKind,
    /// An example, never the only explanation.
    #[prop(optional, into)]
    placeholder: Signal<Option<String>>,
    /// Token of the HTML autofill list, such as `email` or `current-password`.
    #[prop(optional, into)]
    autocomplete: Option<String>,
    /// A drawing before the text.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Most characters that can be typed.
    #[prop(optional)]
    max_length: Option<u32>,
    /// Least and most number or date.
    #[prop(optional, into)]
    min: Option<String>,
    #[prop(optional, into)] max: Option<String>,
    #[prop(optional, into)] step: Option<String>,
    /// Shown and posted but not to be changed.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// After each keystroke, with what stands there now.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// When the person leaves the field or presses Enter.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    #[prop(optional)] node_ref: NodeRef<leptos::html::Input>,
) -> impl IntoView {
    let wiring = Wiring::here();
    let input = view! {
        <input
            node_ref=node_ref
            class="text-input"
            id=wiring.id()
            name=name
            type=kind.attribute()
            dir=kind.direction()
            prop:value=move || value.get()
            value=value.get_untracked()
            placeholder=move || placeholder.get()
            autocomplete=autocomplete
            maxlength=max_length
            min=min
            max=max
            step=step
            readonly=move || read_only.get()
            required=move || wiring.required()
            aria-invalid=move || wiring.invalid()
            aria-describedby=move || wiring.described_by()
            on:input=move |event| {
                let text = event_target_value(&event);
                value.set(text.clone());
                if let Some(on_input) = on_input {
                    on_input.run(text);
                }
            }
            on:change=move |event| {
                if let Some(on_change) = on_change {
                    on_change.run(event_target_value(&event));
                }
            }
        />
    };
    match icon {
        None => input.into_any(),
        Some(name) => view! {
            <div class="text-input__frame">
                <span class="text-input__icon">
                    <Icon name=name size=IconSize::Small />
                </span>
                {input}
            </div>
        }
        .into_any(),
    }
}
