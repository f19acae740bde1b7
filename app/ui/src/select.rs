use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::field::Wiring;

/// One choice of a [`Select`] or [`crate::RadioGroup`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is posted.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A second line, shown by radio groups only.
    pub hint: Option<String>,
    /// It is listed but cannot be chosen now.
    pub disabled: bool,
    /// The heading under which a [`Select`] lists it, together with its neighbours of the same group.
    pub group: Option<String>,
}

impl Choice {
    /// A choice that can be made.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, disabled: false, group: None }
    }

    /// The same choice with a line of explanation.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same choice under a heading.
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// The same choice, listed but not to be chosen.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}

/// The platform's own list of choices inside a [`crate::Field`]: it works on every phone and before the wasm arrives.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    /// The chosen value, two-way.
    #[prop(optional)]
    value: RwSignal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    /// The first, empty entry ("None", "Choose..."); without it a choice is always made.
    #[prop(optional, into)]
    empty_label: Signal<Option<String>>,
    /// A lower one for toolbars.
    #[prop(optional)]
    small: bool,
    /// What is read for it where no [`crate::Field`] stands around it: in the cell of a table.
    #[prop(optional, into)]
    label: Signal<Option<String>>,
    /// Until somebody turns to it, it lists only what is chosen: for tables with one in each row.
    #[prop(optional)]
    sparing: bool,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let wiring = Wiring::here();
    let has_field = wiring.is_some();
    let element = NodeRef::<leptos::html::Select>::new();
    let (is_whole, is_drawn) = (RwSignal::new(!sparing), StoredValue::new(false));
    // The pointer and the focus arrive before the list opens.
    let turned_to = move || {
        if !is_whole.get_untracked() {
            is_whole.set(true);
        }
    };
    let is_listed = move |own: &str| is_whole.get() || value.with(|value| value == own);
    let option = move |choice: Choice| {
        // The value of the whole follows what is chosen; this is for the page as it is written, and for a new list.
        let chosen = value.with_untracked(|value| *value == choice.value);
        view! {
            <option value=choice.value selected=chosen disabled=choice.disabled>
                {choice.label}
            </option>
        }
    };
    view! {
        <select
            class=if small { "select select--small" } else { "select" }
            id=wiring.id()
            name=name
            node_ref=element
            prop:value=move || value.get()
            aria-label=move || label.get()
            required=has_field.then_some(move || wiring.required())
            aria-invalid=has_field.then_some(move || wiring.invalid())
            aria-describedby=has_field.then_some(move || wiring.described_by())
            on:pointerenter=move |_| turned_to()
            on:focus=move |_| turned_to()
            on:change=move |event| {
                let chosen = event_target_value(&event);
                value.set(chosen.clone());
                if let Some(on_change) = on_change {
                    on_change.run(chosen);
                }
            }
        >
            {move || {
                if is_drawn.try_update_value(|is_drawn| std::mem::replace(is_drawn, true)) == Some(true) {
                    spawn_local(choose_again(element, value));
                }
                let nothing = empty_label.get().filter(|_| is_listed("")).map(|label| Choice::new("", label));
                let group = |(label, choices): (Option<String>, Vec<Choice>)| {
                    let options = choices.into_iter().map(option).collect_view();
                    match label {
                        Some(label) => view! { <optgroup label=label>{options}</optgroup> }.into_any(),
                        None => options.into_any(),
                    }
                };
                let listed = choices.get().into_iter().filter(|choice| is_listed(&choice.value));
                grouped(nothing.into_iter().chain(listed).collect()).into_iter().map(group).collect_view()
            }}
        </select>
    }
}

/// Once other options are drawn: the browser stays at the place where the chosen one stood.
async fn choose_again(element: NodeRef<leptos::html::Select>, value: RwSignal<String>) {
    if let (Some(Some(element)), Some(value)) = (element.try_get_untracked(), value.try_get_untracked()) {
        element.set_value(&value);
    }
}

/// Neighbours of the same group together.
fn grouped(choices: Vec<Choice>) -> Vec<(Option<String>, Vec<Choice>)> {
    let mut groups: Vec<(Option<String>, Vec<Choice>)> = Vec::new();
    for choice in choices {
        match groups.last_mut().filter(|(group, _)| *group == choice.group) {
            Some((_, together)) => together.push(choice),
            None => groups.push((choice.group.clone(), vec![choice])),
        }
    }
    groups
}
