use leptos::prelude::*;

/// A group of things on a page, with an optional heading and buttons beside it.
#[component]
pub fn Card(
    #[prop(optional, into)] title: Signal<Option<String>>,
    /// What stands at the end of the heading line.
    #[prop(optional, into)]
    actions: ViewFn,
    /// The heading is one level lower, because the card stands inside a part that has one.
    #[prop(optional)]
    nested: bool,
    /// No inner room, for a table or list that reaches the edges.
    #[prop(optional)]
    flush: bool,
    children: Children,
) -> impl IntoView {
    let heading = move |title: String| match nested {
        false => view! { <h2 class="card__title">{title}</h2> }.into_any(),
        true => view! { <h3 class="card__title">{title}</h3> }.into_any(),
    };
    view! {
        <section class=if flush { "card card--flush" } else { "card" }>
            {move || {
                let actions = actions.clone();
                title
                    .get()
                    .map(|title| {
                        view! {
                            <header class="card__header">
                                {heading(title)} <div class="card__actions">{actions.run()}</div>
                            </header>
                        }
                    })
            }}
            <div class="card__body">{children()}</div>
        </section>
    }
}
