use leptos::prelude::*;

/// The outline of what is coming.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkeletonShape {
    /// Lines of text.
    #[default]
    Lines,
    /// Cards of a board column.
    Cards,
    /// Rows of a list.
    Rows,
}

/// Grey shapes in the place and size of what is being loaded, so that nothing jumps when it arrives.
#[component]
pub fn Skeleton(
    /// What is read instead, such as "Loading".
    #[prop(into)]
    label: Signal<String>,
    #[prop(optional)] shape: SkeletonShape,
    /// How many shapes.
    #[prop(default = 3)]
    count: usize,
) -> impl IntoView {
    let class = match shape {
        SkeletonShape::Lines => "skeleton skeleton--lines",
        SkeletonShape::Cards => "skeleton skeleton--cards",
        SkeletonShape::Rows => "skeleton skeleton--rows",
    };
    view! {
        <div class=class aria-busy="true">
            <span class="visually-hidden">{move || label.get()}</span>
            {(0..count).map(|_| view! { <span class="skeleton__shape" aria-hidden="true"></span> }).collect_view()}
        </div>
    }
}
