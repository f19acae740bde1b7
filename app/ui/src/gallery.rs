use leptos::prelude::*;

use crate::{Announcer, AnnouncerRegion, Shortcuts, SkipLinks, ThemeSwitch, Toaster, Toasts};

mod buttons;
mod controls;
mod fields;
mod marks;
mod overlays;
mod surfaces;

/// Every component in every state, with sample words, for development builds: to look at, to photograph and to test.
#[component]
pub fn Gallery() -> impl IntoView {
    Toasts::provide();
    Announcer::provide();
    Shortcuts::provide();
    view! {
        <SkipLinks label="Skip links" links=vec![("gallery", "Skip to the components".to_owned())] />
        <div class="gallery" id="gallery" tabindex="-1">
            <header class="gallery__head">
                <h1>"Component gallery"</h1>
                <ThemeSwitch label="Theme" light_label="Light" dark_label="Dark" auto_label="As the system" />
            </header>
            <buttons::Buttons />
            <fields::Fields />
            <controls::Controls />
            <marks::Marks />
            <surfaces::Surfaces />
            <overlays::Overlays />
            <marks::Icons />
        </div>
        <Toaster label="Notifications" dismiss_label="Dismiss" />
        <AnnouncerRegion />
    }
}

/// A part of the gallery under its heading.
#[component]
fn Part(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="gallery__part">
            <h2 class="gallery__title">{title}</h2>
            {children()}
        </section>
    }
}
