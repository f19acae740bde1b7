use leptos::prelude::*;

use super::Part;
use crate::{ALL_ICONS, Avatar, AvatarSize, Badge, Chip, Icon, IconName, Kbd, Meaning, Spinner, Tooltip};

#[component]
pub(super) fn Marks() -> impl IntoView {
    let hues = ["Harbour", "Lagoon", "Meadow", "Lime", "Honey", "Clay", "Coral", "Rose", "Iris", "Stone"];
    let chips = hues.iter().zip(0..).map(|(name, hue)| view! { <Chip text=*name hue=hue /> }).collect_view();
    let dots =
        hues.iter().zip(0..).map(|(name, hue)| view! { <Chip text=*name hue=hue dot=true /> }).collect_view();
    let people = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "ليلى حداد", "Plato", "Zoë Ångström"];
    let faces = people.map(|name| view! { <Avatar name=name /> }).collect_view();
    view! {
        <Part title="Marks">
            <div class="gallery__row">
                <Badge text="Draft" />
                <Badge text="New" meaning=Meaning::Accent />
                <Badge text="Paid" meaning=Meaning::Positive icon=IconName::Check />
                <Badge text="Due soon" meaning=Meaning::Warning icon=IconName::Clock />
                <Badge text="3" meaning=Meaning::Negative spoken="3 overdue" />
                <Spinner />
                <Kbd keys="mod+k" />
                <Kbd keys="g b" />
                <Tooltip id="g-tip" text="12 d" explanation="In this stage since 4 March 2026" />
            </div>
            <div class="gallery__row">{chips}</div>
            <div class="gallery__row">{dots}<Chip text="Removable" hue=2 remove_label="Remove Removable" /></div>
            <div class="gallery__row">
                {faces}
                <Avatar name="Ada Lovelace" size=AvatarSize::Small />
                <Avatar name="Grace Hopper" size=AvatarSize::Large />
                <Avatar name="Grace Hopper" size=AvatarSize::Huge />
                <Avatar name="Alan Turing" name_shown_beside=true />
                <span>"Alan Turing"</span>
            </div>
        </Part>
    }
}

#[component]
pub(super) fn Icons() -> impl IntoView {
    let icon = |name: &IconName| {
        view! {
            <li class="gallery__icon">
                <Icon name=*name />
                <span>{format!("{name:?}")}</span>
            </li>
        }
    };
    view! {
        <Part title="Icons">
            <ul class="gallery__icons" role="list">{ALL_ICONS.iter().map(icon).collect_view()}</ul>
        </Part>
    }
}
