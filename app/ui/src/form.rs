use leptos::prelude::*;

/// Fields side by side as long as there is room.
#[component]
pub fn FormRow(children: Children) -> impl IntoView {
    view! { <div class="form-row">{children()}</div> }
}

/// Fields one below the other, with the distances of a form.
#[component]
pub fn FormStack(children: Children) -> impl IntoView {
    view! { <div class="form-stack">{children()}</div> }
}

/// Fields that belong together under a heading.
#[component]
pub fn Fieldset(
    #[prop(into)] legend: Signal<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    /// What is wrong with the group as a whole, and how to put it right.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="fieldset">
            <legend class="fieldset__legend">{move || legend.get()}</legend>
            {move || hint.get().map(|text| view! { <p class="fieldset__hint">{text}</p> })}
            <div class="form-stack">{children()}</div>
            {move || error.get().map(|text| view! { <p class="field__error" role="alert">{text}</p> })}
        </fieldset>
    }
}

/// The buttons at the end of a form; the main one first in the page's direction.
#[component]
pub fn FormActions(children: Children) -> impl IntoView {
    view! { <div class="form-actions">{children()}</div> }
}

/// One thing to put right, and the id of the control where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormError {
    /// The id of the control: `field-{name}` for a [`crate::Field`].
    pub field_id: String,
    /// What is wrong, in words.
    pub message: String,
}

/// What is wrong with the form as a whole, with a link to each place. It takes the focus when it appears or changes.
#[component]
pub fn FormErrors(
    #[prop(into)] id: String,
    /// Such as "Two things need your attention".
    #[prop(into)]
    title: Signal<String>,
    #[prop(into)] errors: Signal<Vec<FormError>>,
) -> impl IntoView {
    let element = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |is_later: Option<()>| {
        // Errors that came with the page leave the focus alone: somebody may be typing already.
        let has_errors = errors.with(|errors| !errors.is_empty());
        if is_later.is_some() && has_errors {
            request_animation_frame(move || drop(element.get_untracked().map(|element| element.focus())));
        }
    });
    let link = |error: FormError| {
        let target = error.field_id.clone();
        view! {
            <li>
                <a
                    href=format!("#{}", error.field_id)
                    on:click=move |event| {
                        event.prevent_default();
                        crate::focus_by_id(&target);
                    }
                >
                    {error.message}
                </a>
            </li>
        }
    };
    let title_id = format!("{id}-title");
    view! {
        <Show when=move || errors.with(|errors| !errors.is_empty())>
            <div class="form-errors" role="group" id=id.clone() tabindex="-1" aria-labelledby=title_id.clone() node_ref=element>
                <p class="form-errors__title" id=title_id.clone()>{move || title.get()}</p>
                <ul class="form-errors__list">{move || errors.get().into_iter().map(link).collect_view()}</ul>
            </div>
        </Show>
    }
}

/// Sends the form of this id as if its button had been pressed: by the browser itself, so that its own rules about where a
/// form may be sent from hold.
pub fn submit_form(id: &str) {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::JsCast;
        let form = document().get_element_by_id(id);
        if let Some(form) = form.and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok()) {
            // Such a form has nothing that could be invalid.
            drop(form.request_submit());
        }
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}
