use leptos::context::Provider;
use leptos::prelude::*;

/// What a control inside a [`Field`] must carry so that label, hint and error belong to it.
#[derive(Clone, Copy)]
pub struct FieldContext {
    id: StoredValue<String>,
    described_by: Signal<Option<String>>,
    invalid: Signal<bool>,
    required: Signal<bool>,
}

impl FieldContext {
    /// The field around this place; outside of any field a control has no wiring, which the gallery's axe run would find.
    pub(crate) fn here() -> Option<Self> {
        use_context::<Self>()
    }

    pub(crate) fn id(self) -> String {
        self.id.get_value()
    }

    pub(crate) fn described_by(self) -> Option<String> {
        self.described_by.get()
    }

    pub(crate) fn is_invalid(self) -> bool {
        self.invalid.get()
    }

    pub(crate) fn is_required(self) -> bool {
        self.required.get()
    }
}

/// The wiring as a control reads it, whether or not a field stands around it.
#[derive(Clone, Copy)]
pub(crate) struct Wiring(Option<FieldContext>);

impl Wiring {
    pub(crate) fn here() -> Self {
        Self(FieldContext::here())
    }

    /// Whether a field stands around it. What none says need not be followed.
    pub(crate) fn is_some(self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn id(self) -> Option<String> {
        self.0.map(FieldContext::id)
    }

    pub(crate) fn described_by(self) -> Option<String> {
        self.0.and_then(FieldContext::described_by)
    }

    pub(crate) fn invalid(self) -> Option<&'static str> {
        self.0.is_some_and(FieldContext::is_invalid).then_some("true")
    }

    pub(crate) fn required(self) -> bool {
        self.0.is_some_and(FieldContext::is_required)
    }
}

/// The room for a field beside others in a [`crate::FormRow`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldWidth {
    /// As wide as its share of the row.
    #[default]
    Fill,
    /// For a postcode, a currency, a percentage.
    Short,
}

/// A labelled control with hint and error. Every text control stands in one; it takes its id and its descriptions from here.
///
/// The id is `field-{name}` unless `id` is given (needed when one page holds two forms with the same names).
#[component]
pub fn Field(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The name of the control; the id derives from it.
    #[prop(into)]
    name: String,
    #[prop(optional, into)] id: Option<String>,
    /// What helps before typing: format, consequence, example.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong and how to put it right.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The control carries `required`, the label a mark.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// For toolbars: the label is read but not seen.
    #[prop(optional)]
    label_hidden: bool,
    #[prop(optional)] width: FieldWidth,
    children: Children,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| format!("field-{name}"));
    let label_id = format!("{id}-label");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        Signal::derive(move || {
            let hint = hint.with(Option::is_some).then_some(hint_id.as_str());
            let error = error.with(Option::is_some).then_some(error_id.as_str());
            match (error, hint) {
                (Some(error), Some(hint)) => Some(format!("{error} {hint}")),
                (one, other) => one.or(other).map(str::to_owned),
            }
        })
    };
    let context = FieldContext {
        id: StoredValue::new(id.clone()),
        described_by,
        invalid: Signal::derive(move || error.with(Option::is_some)),
        required,
    };
    let class = match width {
        FieldWidth::Fill => "field",
        FieldWidth::Short => "field field--short",
    };
    let label_class = if label_hidden { "field__label visually-hidden" } else { "field__label" };
    view! {
        <div class=class>
            <label class=label_class for=id id=label_id>
                {move || label.get()}
                {move || required.get().then(|| view! { <span class="field__required" aria-hidden="true">"*"</span> })}
            </label>
            <Provider value=context>{children()}</Provider>
            {move || hint.get().map(|text| view! { <p class="field__hint" id=hint_id.clone()>{text}</p> })}
            {move || error.get().map(|text| view! { <p class="field__error" id=error_id.clone()>{text}</p> })}
        </div>
    }
}
