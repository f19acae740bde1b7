use leptos::prelude::*;
/// gallery
#[component]
pub fn Gallery() -> impl IntoView { view! { <p>"x"</p> } }
